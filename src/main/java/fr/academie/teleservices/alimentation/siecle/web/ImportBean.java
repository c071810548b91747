package fr.academie.teleservices.alimentation.siecle.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.alimentation.livraison.Avancement;
import fr.academie.teleservices.alimentation.livraison.Decompte;
import fr.academie.teleservices.alimentation.livraison.Ecart;
import fr.academie.teleservices.alimentation.livraison.EtatLivraison;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.livraison.LivraisonRefusee;
import fr.academie.teleservices.alimentation.livraison.LivraisonService;
import fr.academie.teleservices.alimentation.livraison.RefusLivraison;
import fr.academie.teleservices.alimentation.siecle.ContenuDImport;
import fr.academie.teleservices.alimentation.siecle.ImportsDuBureau;
import fr.academie.teleservices.alimentation.siecle.LectureDesImports;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Question;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Un import, de son aperçu à son rapport : la même adresse tout du long, quel que soit l'agent de l'établissement qui l'ouvre. Le numéro
 * vient de l'adresse : hors des établissements de l'agent, il ne désigne rien.
 */
@Named("importSiecle")
@RequestScoped
public class ImportBean {

    private static final String SUITE = RemiseServlet.IMPORT + "?faces-redirect=true&id=";
    private static final String CHAMP_RETRAITS = "retraits";
    private static final List<ContenuDImport> SORTES =
            List.of(ContenuDImport.ELEVES, ContenuDImport.PERSONNES, ContenuDImport.LIENS);

    private final ImportsDuBureau imports;
    private final LectureDesImports lectures;
    private final LivraisonService livraisons;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final MotsDUnImport mots;
    private final Textes textes;
    private long id;
    private @Nullable RefusLivraison deja;
    private String retraits = "";
    private @Nullable Livraison livraison;
    private @Nullable Avancement avancement;

    @Inject
    public ImportBean(
            ImportsDuBureau imports,
            LectureDesImports lectures,
            LivraisonService livraisons,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            MotsDUnImport mots,
            Textes textes) {
        this.imports = imports;
        this.lectures = lectures;
        this.livraisons = livraisons;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.mots = mots;
        this.textes = textes;
    }

    /**
     * Un nombre de l'import.
     *
     * @param phrase « 12 nouveaux élèves »
     * @param adresse sa liste ; vide s'il n'en a pas
     */
    public record Nombre(String phrase, String adresse) {}

    /** Ce que l'import change d'une sorte : son titre et ses nombres, sans les zéros. */
    public record Part(String titre, List<Nombre> nombres) {}

    /** Avant l'affichage : 404 si ce n'est pas un import de l'agent. */
    public void charger() {
        if (getLivraison() == null) {
            Introuvable.repondre();
        }
    }

    /** Valide ; la page dit ensuite où l'application en est. Deux envois, ou deux agents, ne valident qu'une fois. */
    public @Nullable String valider() {
        Livraison lue = getLivraison();
        if (lue == null) {
            Introuvable.repondre();
            return null;
        }
        try {
            imports.valider(utilisateur.agent(), lue, "oui".equals(retraits));
            return SUITE + id;
        } catch (LivraisonRefusee e) {
            if (e.code() == RefusLivraison.BEAUCOUP_DE_RETRAITS) {
                recapitulatif.signaler(CHAMP_RETRAITS, textes.de("siecle.retraits.aConfirmer"));
                return null;
            }
            return SUITE + id + "&deja=" + e.code().name();
        }
    }

    /** Renonce à l'import : rien ne change. */
    public @Nullable String abandonner() {
        Livraison lue = getLivraison();
        if (lue == null) {
            Introuvable.repondre();
            return null;
        }
        try {
            imports.abandonner(utilisateur.agent(), lue);
            return SUITE + id;
        } catch (LivraisonRefusee e) {
            return SUITE + id + "&deja=" + e.code().name();
        }
    }

    /** L'import ; nul s'il n'est pas de l'agent. */
    public @Nullable Livraison getLivraison() {
        Livraison lue = livraison;
        if (lue == null) {
            lue = imports.trouver(utilisateur.agent(), id).orElse(null);
            livraison = lue;
        }
        return lue;
    }

    /** Vrai s'il attend d'être validé ; vrai aussi pendant l'envoi, pour que le bouton soit entendu quoi qu'un autre ait fait entre-temps. */
    public boolean isAValider() {
        Livraison lue = getLivraison();
        return (lue != null && lue.etat() == EtatLivraison.LUE)
                || FacesContext.getCurrentInstance().isPostback();
    }

    /** Où en est l'import ; vide s'il n'est pas de l'agent. */
    public String getEtat() {
        Livraison lue = getLivraison();
        return lue == null ? "" : lue.etat().name();
    }

    /** Jusqu'où il s'est appliqué. */
    public @Nullable Avancement getAvancement() {
        Avancement lu = avancement;
        Livraison lue = getLivraison();
        if (lu == null && lue != null) {
            lu = livraisons.avancement(lue);
            avancement = lu;
        }
        return lu;
    }

    /** Ce que l'import change, par sorte. */
    public List<Part> getParts() {
        Livraison lue = getLivraison();
        return lue == null
                ? List.of()
                : SORTES.stream().map(sorte -> part(lue, sorte)).toList();
    }

    private Part part(Livraison lue, ContenuDImport contenu) {
        String cle = "siecle.nombre." + contenu.name() + ".";
        Decompte decompte = lue.compteurs().de(contenu.sorte().orElseThrow());
        List<Nombre> nombres = new ArrayList<>();
        for (Ecart ecart : Ecart.values()) {
            String phrase = ecart == Ecart.NOUVEAU
                    ? mots.nouveaux(lue, contenu)
                    : dire(cle + ecart.name(), lectures.combien(lue, contenu, ecart));
            if (!phrase.isEmpty()) {
                nombres.add(new Nombre(
                        phrase,
                        isListesGardees()
                                ? ListeDImportBean.question(lue, contenu, ecart).adresse()
                                : ""));
            }
        }
        Map.of("INCHANGE", decompte.inchangees(), "REFUSE", decompte.refusees()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> dire(cle + e.getKey(), e.getValue()))
                .filter(phrase -> !phrase.isEmpty())
                .forEach(phrase -> nombres.add(new Nombre(phrase, "")));
        return new Part(textes.de("siecle.part." + contenu.name()), nombres);
    }

    private String dire(String cle, long combien) {
        return combien > 0 ? textes.avec(cle, combien) : "";
    }

    /** Faux si les listes de l'import sont effacées : il est fini depuis un mois, ou n'a pas eu de suite. */
    public boolean isListesGardees() {
        Livraison lue = getLivraison();
        return lue != null && livraisons.gardeSesFiches(lue);
    }

    /** Vrai si l'import ne change rien. */
    public boolean isSansEcart() {
        Avancement lu = getAvancement();
        return lu != null && lu.total() == 0;
    }

    /** Combien de lignes ont été refusées ou signalées. */
    public long getRemarques() {
        Livraison lue = getLivraison();
        return lue == null ? 0 : lectures.combien(lue, ContenuDImport.REMARQUES, Ecart.NOUVEAU);
    }

    /** L'adresse de leur liste. */
    public String getAdresseDesRemarques() {
        Livraison lue = getLivraison();
        return lue == null
                ? ""
                : ListeDImportBean.question(lue, ContenuDImport.REMARQUES, null).adresse();
    }

    /** L'adresse du rapport en tableau. */
    public Question getRapport() {
        return new Question(ExportDImport.CHEMIN).avec("id", id).avec("quoi", ContenuDImport.REMARQUES);
    }

    /** Combien de personnes l'import ajoute : elles attendent un compte. */
    public long getNouvelles() {
        Livraison lue = getLivraison();
        return lue == null ? 0 : lectures.combien(lue, ContenuDImport.PERSONNES, Ecart.NOUVEAU);
    }

    /** « 2026-2027 » ; vide si les fichiers ne disent pas d'année. */
    public String getAnnee() {
        Livraison lue = getLivraison();
        Integer debut = lue == null ? null : lue.annee();
        return debut == null ? "" : debut + "-" + (debut + 1);
    }

    /** Vrai si l'import retire tant de liens qu'il se confirme deux fois. */
    public boolean isBeaucoupDeRetraits() {
        Livraison lue = getLivraison();
        return lue != null && livraisons.retireBeaucoup(lue);
    }

    /** La part des liens connus que l'import retire, en centièmes. */
    public long getPourcentDesRetraits() {
        Livraison lue = getLivraison();
        return lue == null ? 0 : Math.round(100 * lue.compteurs().partDesRetraits());
    }

    /** Les erreurs de la case qui confirme les retraits. */
    public List<String> getErreursDesRetraits() {
        return recapitulatif.erreursDe(CHAMP_RETRAITS);
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    /** Pourquoi l'on arrive ici plutôt qu'où l'on allait ; nul si l'on y venait. */
    public @Nullable RefusLivraison getDeja() {
        return deja;
    }

    public void setDeja(RefusLivraison deja) {
        this.deja = deja;
    }

    /** « oui » si la case qui confirme les retraits est cochée. */
    public void setRetraits(String retraits) {
        this.retraits = retraits;
    }
}
