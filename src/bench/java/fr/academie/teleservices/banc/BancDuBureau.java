package fr.academie.teleservices.banc;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.etablissement.FicheService;
import fr.academie.teleservices.etablissement.Filtre;
import fr.academie.teleservices.etablissement.RechercheService;
import fr.academie.teleservices.etablissement.Tri;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * La durée d'une réponse du bureau dit-elle qu'un responsable existe dans une autre école ? Fiche, courrier, rupture, contestation et
 * recherche, pour un numéro inconnu, un autre inconnu (témoin A/A), puis un numéro d'une autre école. Lecture : {@link BancDesDurees}.
 */
public final class BancDuBureau {

    private static final int MANCHES = 400;
    private static final int AILLEURS = 20_000;
    private static final int ICI = 600;
    private static final String AUTRE_UAI = "0330009Z";

    private final BaseDEssai base = BaseDEssai.partagee();

    public static void main(String[] arguments) {
        try {
            new BancDuBureau().mesurer();
        } finally {
            BaseDEssai.partagee().fermer();
        }
    }

    private void mesurer() {
        peupler();
        Atelier atelier = new Atelier(base.source());
        Agent agent = Atelier.agent("secretariat", Familles.UAI);
        FicheService fiches = new FicheService(atelier.comptes, atelier.transactions, atelier.bureau);
        RechercheService recherches = new RechercheService(atelier.transactions, atelier.bureau);
        System.out.printf(
                Locale.FRENCH,
                "%n%d responsables ici, %d dans une autre école ; %d réponses de chaque sorte, ordre tiré au sort.%n",
                ICI,
                AILLEURS,
                MANCHES);
        comparer(
                "Fiche d'un responsable", id -> vide(fiches.consulter(agent, id).isEmpty()));
        comparer(
                "Courrier, pour l'établissement de l'agent",
                id -> vide(
                        atelier.courriers.destinataire(agent, id, Familles.UAI).isEmpty()));
        comparer(
                "Courrier, pour l'autre établissement",
                id -> vide(atelier.courriers.destinataire(agent, id, AUTRE_UAI).isEmpty()));
        comparer("Rupture", id -> vide(atelier.ruptures.presenter(agent, id).isEmpty()));
        comparer("Contestation", id -> vide(atelier.reponses.dossier(agent, id).isEmpty()));
        rechercher(recherches, agent, "Recherche par nom", "zzinconnu", "yyinconnu", "vallombreuse");
        rechercher(recherches, agent, "Recherche par identifiant", "p.900100", "p.900107", "p." + (ICI + AILLEURS / 2));
    }

    private static void rechercher(
            RechercheService recherches, Agent agent, String titre, String inconnu, String temoin, String ailleurs) {
        Durees.comparer(
                titre,
                MANCHES,
                List.of(
                        new Durees.Cas("inconnu", () -> chercher(recherches, agent, inconnu)),
                        new Durees.Cas("inconnu (témoin A/A)", () -> chercher(recherches, agent, temoin)),
                        new Durees.Cas("d'une autre école", () -> chercher(recherches, agent, ailleurs))),
                () -> {});
    }

    /** Des numéros qui se suivent dans la même table : rien d'autre que l'école ne distingue les connus. */
    private void peupler() {
        Familles familles = new Familles(base);
        familles.etablissement();
        familles.etablissement(AUTRE_UAI, "Collège Voisin");
        peupler(1, ICI, Familles.UAI, "Durand");
        peupler(ICI + 1, ICI + AILLEURS, AUTRE_UAI, "Vallombreuse");
        base.executer("ANALYZE TABLE responsable, eleve, rattachement");
    }

    private void peupler(int premier, int dernier, String uai, String nom) {
        String rangs = " FROM seq_" + premier + "_to_" + dernier;
        base.executer(
                "INSERT INTO responsable (id, identifiant, nom_famille, prenom, mot_de_passe, etat, active_le) SELECT seq,"
                        + " CONCAT('p.', seq), '" + nom + "', 'Camille', '" + Familles.BCRYPT
                        + "', 'ACTIF', UTC_TIMESTAMP(3)" + rangs,
                "INSERT INTO eleve (id, nom, prenom, date_naissance, uai, classe) SELECT seq, '" + nom
                        + "', 'Dominique', '2012-04-11', '" + uai + "', '5B'" + rangs,
                "INSERT INTO rattachement (id, responsable_id, eleve_id, niveau, lien, etat) SELECT seq, seq, seq, 1, 10,"
                        + " 'ACTIF'" + rangs);
    }

    private static void comparer(String titre, LongConsumer geste) {
        long inconnu = ICI + AILLEURS + 100_000L;
        Durees.comparer(
                titre,
                MANCHES,
                List.of(
                        new Durees.Cas("numéro inconnu", () -> geste.accept(inconnu)),
                        new Durees.Cas("numéro inconnu (témoin A/A)", () -> geste.accept(inconnu + 7)),
                        new Durees.Cas("numéro d'une autre école", () -> geste.accept(ICI + AILLEURS / 2))),
                () -> {});
    }

    private static void chercher(RechercheService recherches, Agent agent, String mots) {
        vide(recherches.chercher(agent, filtre(mots), 1).lignes().isEmpty());
    }

    private static Filtre filtre(String mots) {
        return new Filtre(mots, null, null, null, null, null, Tri.ELEVE, false);
    }

    private static void vide(boolean vide) {
        if (!vide) {
            throw new IllegalStateException("L'agent n'aurait rien dû voir.");
        }
    }
}
