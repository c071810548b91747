package fr.academie.teleservices.agent;

import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Relire le journal du bureau : un chef celui de ses établissements, l'assistance académique tout. */
@Singleton
public final class LectureDuJournal {

    /** Lignes par page. */
    public static final int PAGE = 50;

    private static final int LOT = 1000;

    private final JournalBureauMapper journal;
    private final JournalDuBureau journalDuBureau;

    @Inject
    public LectureDuJournal(Transactions transactions, JournalDuBureau journalDuBureau) {
        this.journal = transactions.mapper(JournalBureauMapper.class);
        this.journalDuBureau = journalDuBureau;
    }

    /** Reçoit les lignes d'un export, l'une après l'autre. */
    @FunctionalInterface
    public interface Sortie<E extends Exception> {
        void ecrire(LigneBureauLue ligne) throws E;
    }

    /**
     * Les établissements dont cet agent peut lire le journal ; nul pour l'assistance, qui lit tout ; vide s'il n'en dirige aucun.
     */
    public static @Nullable Set<String> lisibles(Agent agent) {
        return agent.profil() == Profil.ASSISTANCE
                ? null
                : agent.habilitations().diriges();
    }

    /** Une page du journal, de la ligne la plus récente à la plus ancienne ; la lire y laisse une ligne. */
    public List<LigneBureauLue> lire(Agent agent, FiltreDuJournal filtre, int saut) {
        List<LigneBureauLue> lues = rienALire(agent, filtre) ? List.of() : journal.lire(filtre, null, saut, PAGE);
        if (!lues.isEmpty()) {
            journalDuBureau.noter(
                    agent,
                    ActionBureau.CONSULTATION,
                    Cible.AUCUNE,
                    details(filtre).add("lignes", lues.size()).build());
        }
        return lues;
    }

    /** Le nombre de lignes que ce filtre retient. */
    public long compter(Agent agent, FiltreDuJournal filtre) {
        return rienALire(agent, filtre) ? 0 : journal.compter(filtre);
    }

    /** Toutes les lignes que ce filtre retient, lues par lots : la mémoire ne croît pas avec leur nombre. L'export laisse sa ligne. */
    public <E extends Exception> void exporter(Agent agent, FiltreDuJournal filtre, Sortie<E> sortie) throws E {
        if (rienALire(agent, filtre)) {
            return;
        }
        journalDuBureau.noter(
                agent, ActionBureau.EXPORT, Cible.AUCUNE, details(filtre).build());
        Long avant = null;
        List<LigneBureauLue> lot;
        do {
            lot = journal.lire(filtre, avant, 0, LOT);
            for (LigneBureauLue ligne : lot) {
                sortie.ecrire(ligne);
                avant = ligne.id();
            }
        } while (lot.size() == LOT);
    }

    /** Vrai si l'agent n'a rien à lire ; un filtre plus large que ses droits est une faute de programme. */
    private static boolean rienALire(Agent agent, FiltreDuJournal filtre) {
        Set<String> lisibles = lisibles(agent);
        Set<String> demandes = filtre.uais();
        if (lisibles != null && (demandes == null || !lisibles.containsAll(demandes))) {
            throw new IllegalArgumentException("Cet agent ne lit pas le journal de ces établissements.");
        }
        return demandes != null && demandes.isEmpty();
    }

    private static JsonObjectBuilder details(FiltreDuJournal filtre) {
        JsonObjectBuilder details = FabriqueJson.objet().add("quoi", "JOURNAL_DU_BUREAU");
        ajouter(details, "acteur", filtre.acteur());
        ajouter(details, "action", filtre.action());
        ajouter(details, "responsable", filtre.responsable());
        ajouter(details, "du", filtre.du());
        ajouter(details, "au", filtre.au());
        return details;
    }

    private static void ajouter(JsonObjectBuilder details, String cle, @Nullable Object valeur) {
        if (valeur != null) {
            details.add(cle, valeur.toString());
        }
    }
}
