package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.livraison.Decompte;
import fr.academie.teleservices.alimentation.livraison.Ecart;
import fr.academie.teleservices.alimentation.livraison.EleveApercu;
import fr.academie.teleservices.alimentation.livraison.LienApercu;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.livraison.LivraisonService;
import fr.academie.teleservices.alimentation.livraison.LivraisonService.Geste;
import fr.academie.teleservices.alimentation.livraison.LivraisonService.RemarqueNumerotee;
import fr.academie.teleservices.alimentation.livraison.PersonneApercu;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.web.Pagination;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Ce qu'un import change, montré à un agent par pages ou emporté en fichier : chaque regard est au journal du bureau. */
@Singleton
public final class LectureDesImports {

    /** Lignes d'une page. */
    public static final int PAR_PAGE = 50;

    private static final int LOT = 500;

    private final LivraisonService livraisons;
    private final JournalDuBureau bureau;

    @Inject
    public LectureDesImports(LivraisonService livraisons, JournalDuBureau bureau) {
        this.livraisons = livraisons;
        this.bureau = bureau;
    }

    /** Une liste d'un import. */
    @FunctionalInterface
    private interface Tranche<T> {
        List<T> lire(int debut, int combien);
    }

    /** Combien de lignes cette liste compte. */
    public long combien(Livraison livraison, ContenuDImport contenu, Ecart ecart) {
        if (contenu.sorte().isEmpty()) {
            return livraisons.nombreDeRemarques(livraison);
        }
        Decompte decompte = livraison.compteurs().de(contenu.sorte().get());
        return switch (ecart) {
            case NOUVEAU -> decompte.nouvelles();
            case CHANGE -> decompte.changees();
            case PARTI -> decompte.partis();
        };
    }

    /** Une page des élèves que l'import ajoute, change ou ne nomme plus. */
    public List<EleveApercu> eleves(Agent agent, Livraison livraison, Ecart ecart, int page) {
        return montrer(
                agent,
                livraison,
                ContenuDImport.ELEVES,
                (debut, combien) -> livraisons.eleves(livraison, ecart, debut, combien),
                page);
    }

    /** Une page des personnes. */
    public List<PersonneApercu> personnes(Agent agent, Livraison livraison, Ecart ecart, int page) {
        return montrer(
                agent,
                livraison,
                ContenuDImport.PERSONNES,
                (debut, combien) -> livraisons.personnes(livraison, ecart, debut, combien),
                page);
    }

    /** Une page des liens. */
    public List<LienApercu> liens(Agent agent, Livraison livraison, Ecart ecart, int page) {
        return montrer(
                agent,
                livraison,
                ContenuDImport.LIENS,
                (debut, combien) -> livraisons.liens(livraison, ecart, debut, combien),
                page);
    }

    /** Une page de ce qui a été refusé ou signalé. */
    public List<Remarque> remarques(Agent agent, Livraison livraison, int page) {
        return montrer(
                        agent,
                        livraison,
                        ContenuDImport.REMARQUES,
                        (debut, combien) -> livraisons.remarques(livraison, debut, combien),
                        page)
                .stream()
                .map(RemarqueNumerotee::remarque)
                .toList();
    }

    /** Tous les élèves d'une liste, sans les réunir en mémoire. */
    public <E extends Exception> void emporterLesEleves(
            Agent agent, Livraison livraison, Ecart ecart, Geste<EleveApercu, E> geste) throws E {
        emporter(
                agent,
                livraison,
                ContenuDImport.ELEVES,
                (debut, combien) -> livraisons.eleves(livraison, ecart, debut, combien),
                geste);
    }

    /** Toutes les personnes d'une liste. */
    public <E extends Exception> void emporterLesPersonnes(
            Agent agent, Livraison livraison, Ecart ecart, Geste<PersonneApercu, E> geste) throws E {
        emporter(
                agent,
                livraison,
                ContenuDImport.PERSONNES,
                (debut, combien) -> livraisons.personnes(livraison, ecart, debut, combien),
                geste);
    }

    /** Tous les liens d'une liste. */
    public <E extends Exception> void emporterLesLiens(
            Agent agent, Livraison livraison, Ecart ecart, Geste<LienApercu, E> geste) throws E {
        emporter(
                agent,
                livraison,
                ContenuDImport.LIENS,
                (debut, combien) -> livraisons.liens(livraison, ecart, debut, combien),
                geste);
    }

    /** Tout ce qui a été refusé ou signalé. */
    public <E extends Exception> void emporterLesRemarques(Agent agent, Livraison livraison, Geste<Remarque, E> geste)
            throws E {
        noter(agent, ActionBureau.EXPORT, livraison, "quoi", ContenuDImport.REMARQUES);
        livraisons.chaqueRemarque(livraison, geste);
    }

    private <T> List<T> montrer(
            Agent agent, Livraison livraison, ContenuDImport contenu, Tranche<T> tranche, int page) {
        List<T> lues = tranche.lire(Pagination.saut(page, PAR_PAGE), PAR_PAGE);
        if (!lues.isEmpty()) {
            noter(agent, ActionBureau.CONSULTATION, livraison, "liste", contenu);
        }
        return lues;
    }

    private <T, E extends Exception> void emporter(
            Agent agent, Livraison livraison, ContenuDImport contenu, Tranche<T> tranche, Geste<T, E> geste) throws E {
        noter(agent, ActionBureau.EXPORT, livraison, "quoi", contenu);
        int debut = 0;
        List<T> lot;
        do {
            lot = tranche.lire(debut, LOT);
            for (T ligne : lot) {
                geste.faire(ligne);
            }
            debut += lot.size();
        } while (lot.size() == LOT);
    }

    private void noter(Agent agent, ActionBureau action, Livraison livraison, String detail, ContenuDImport contenu) {
        bureau.noter(
                agent,
                action,
                new Cible(livraison.perimetre(), null, null),
                FabriqueJson.objet()
                        .add(detail, "IMPORT_" + contenu.name())
                        .add("import", livraison.id())
                        .build());
    }
}
