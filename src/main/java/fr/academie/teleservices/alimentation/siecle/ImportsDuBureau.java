package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.livraison.LivraisonRefusee;
import fr.academie.teleservices.alimentation.livraison.LivraisonService;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.alimentation.siecle.ImportSiecle.Remis;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Les imports de SIECLE tels qu'un agent les fait, pour ses établissements seuls : remettre les deux exports, valider ou abandonner ce
 * qu'ils changeraient. Un établissement n'en a qu'un à la fois, que tous ses agents voient ; chaque acte est au journal du bureau.
 */
@Singleton
public final class ImportsDuBureau {

    /** Combien d'imports passés se montrent : plus d'un par semaine, aussi longtemps qu'ils se gardent. */
    public static final int PASSES = 60;

    private final ImportSiecle imports;
    private final LivraisonService livraisons;
    private final JournalDuBureau bureau;
    private final Transactions transactions;

    @Inject
    public ImportsDuBureau(
            ImportSiecle imports, LivraisonService livraisons, JournalDuBureau bureau, Transactions transactions) {
        this.imports = imports;
        this.livraisons = livraisons;
        this.bureau = bureau;
        this.transactions = transactions;
    }

    /** Ceux qui sont en cours dans les établissements de l'agent, par UAI ; un au plus par établissement. */
    public List<Livraison> enCours(Agent agent) {
        return agent.uais().stream()
                .sorted()
                .flatMap(uai -> livraisons.enCours(Source.SIECLE, uai).stream())
                .toList();
    }

    /** Les derniers finis, le plus récent d'abord ; {@value #PASSES} au plus. */
    public List<Livraison> passes(Agent agent) {
        return livraisons.dernieres(Source.SIECLE, agent.uais(), PASSES).stream()
                .filter(livraison -> !livraison.etat().estOuverte())
                .toList();
    }

    /** L'import de ce numéro, à présent ; vide s'il n'existe pas ou n'est d'aucun établissement de l'agent. */
    public Optional<Livraison> trouver(Agent agent, long id) {
        return livraisons.trouver(id, agent.uais());
    }

    /**
     * Lit les deux exports et prépare l'aperçu de ce qu'ils changeraient : rien d'autre n'est écrit.
     *
     * @param un l'un des deux, dans l'ordre qu'on veut
     * @return l'import, qui attend d'être validé
     * @throws FichierRefuse l'un des fichiers est à refuser ; le journal le garde
     * @throws LivraisonRefusee EN_COURS, DEJA_APPLIQUEE
     */
    public Livraison remettre(Agent agent, Remis un, Remis autre) throws FichierRefuse, LivraisonRefusee, IOException {
        try {
            Livraison livraison = imports.preparer(agent.uais(), un, autre, agent.auteur());
            noter(agent, ActionBureau.IMPORT_REMIS, livraison);
            return livraison;
        } catch (FichierRefuse e) {
            JsonObject details = FabriqueJson.objet()
                    .add("fichier", e.remarque().fichier())
                    .add("remarque", e.remarque().code().name())
                    .build();
            bureau.noter(agent, ActionBureau.IMPORT_REFUSE, new Cible(seule(agent), null, null), details);
            throw e;
        }
    }

    /**
     * Valide : ce que l'import change commence à s'appliquer. Le redire ne fait rien de plus.
     *
     * @param malgreLesRetraits vrai si l'agent a confirmé que l'import retire beaucoup de liens
     * @throws LivraisonRefusee BEAUCOUP_DE_RETRAITS, PLUS_A_VALIDER
     */
    public void valider(Agent agent, Livraison livraison, boolean malgreLesRetraits) throws LivraisonRefusee {
        Acte.VALIDER_UN_IMPORT.exiger(agent);
        transactions.executer(() -> {
            livraisons.valider(livraison, agent.auteur(), malgreLesRetraits);
            noter(agent, ActionBureau.IMPORT_VALIDE, livraison);
        });
    }

    /**
     * Renonce : rien ne change, et l'établissement peut en remettre un autre. Sans effet sur un import fini.
     *
     * @throws LivraisonRefusee PLUS_A_VALIDER : il a été validé, et s'applique
     */
    public void abandonner(Agent agent, Livraison livraison) throws LivraisonRefusee {
        transactions.executer(() -> {
            if (livraisons.abandonner(livraison)) {
                noter(agent, ActionBureau.IMPORT_ABANDONNE, livraison);
            }
        });
    }

    private void noter(Agent agent, ActionBureau action, Livraison livraison) {
        bureau.noter(
                agent,
                action,
                new Cible(livraison.perimetre(), null, null),
                FabriqueJson.objet().add("import", livraison.id()).build());
    }

    /** L'établissement d'un agent qui n'en a qu'un ; le fichier refusé peut ne pas dire le sien. */
    private static @Nullable String seule(Agent agent) {
        return agent.uais().size() == 1 ? agent.uais().iterator().next() : null;
    }
}
