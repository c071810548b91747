package fr.academie.teleservices.deploiement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code mvn -Ptenue} : deux Tomcat derrière nginx, des familles qui regroupent, se croisent et se trompent, un bureau qui casse, et des
 * pannes tout du long ({@link PannesDeTenue}). À la fin, {@link fr.academie.teleservices.essais.Invariants} (aucun enfant perdu, le journal
 * rejoué redonne l'état), les boîtes d'envoi ({@link BoitesDEnvoi}), et ce que chacun a lu est vrai. {@code -Dtenue.secondes=780},
 * {@code -Dtenue.parents=8} ; {@code -Dtenue.replique} : {@link TenueDeLaReplique} ; {@code -Dtenue.gardes} : {@link TenueDesGardes}.
 */
public final class Tenue {

    private static final int CONNEXIONS_PAR_SERVEUR = 20;
    /** Bien moins que ce qu'une machine lente en fait. */
    private static final int OPERATIONS_PAR_SECONDE = 1;
    /** Cinq familles sur onze ne se croisent pas : elles font le nombre. */
    private static final List<Scene> SCENES = List.of(
            Scene.SEUL,
            Scene.DEUX_PRINCIPAUX,
            Scene.SEUL,
            Scene.L_UN_L_AUTRE,
            Scene.SEUL,
            Scene.EN_CHAINE,
            Scene.DEUX_NAVIGATEURS,
            Scene.SEUL,
            Scene.DOUBLE_VALIDER,
            Scene.SEUL,
            Scene.BUREAU);

    private Tenue() {}

    /** Échoue, en disant quoi, si un invariant ne tient pas ou si quelqu'un a lu une chose fausse. */
    public static void main(String[] arguments) throws Exception {
        if (System.getProperty("tenue.replique") != null) {
            TenueDeLaReplique.main(arguments);
            return;
        }
        if (System.getProperty("tenue.gardes") != null) {
            TenueDesGardes.main(arguments);
            return;
        }
        try (PileDeTenue pile = PileDeTenue.demarrer("tenue", Installation.war(), 2, SCENES)) {
            mener(
                    pile,
                    Duration.ofSeconds(Integer.getInteger("tenue.secondes", 780)),
                    Integer.getInteger("tenue.parents", 8));
        }
    }

    private static void mener(PileDeTenue pile, Duration duree, int parents) throws Exception {
        PannesDeTenue pannes = new PannesDeTenue(pile);
        List<Long> memoires = new ArrayList<>(List.of(memoire(pile)));
        pile.pendantQueLesFamillesViennent(parents, () -> pannes.troubler(duree));
        memoires.add(memoire(pile));
        System.out.println("Les familles sont venues ; premières scènes interrompues : "
                + pile.foule.releve().raisons());
        List<String> manques = new BoitesDEnvoi(pile).manques();
        System.out.printf(
                "Tenue, %d s, %d parents à la fois : %s%n%s ; mémoire des serveurs après ramassage : %d Mo au début, %d Mo à la fin ;"
                        + " %s, %d courriels reçus.%n",
                duree.toSeconds(),
                parents,
                pile.foule,
                pannes,
                memoires.get(0),
                memoires.get(1),
                pile.abonne,
                pile.courrier.recus().size());
        List<String> violations = pile.violations();
        exiger(
                pile.foule.releve().operations() > OPERATIONS_PAR_SECONDE * duree.toSeconds(),
                "trop peu d'opérations : la course n'a rien éprouvé");
        exiger(violations.isEmpty(), violations.toString());
        exiger(manques.isEmpty(), "boîtes d'envoi : " + manques);
        exiger(
                pile.foule.releve().fautes().isEmpty(),
                "pages d'erreur qui ne disent ni référence ni quand revenir : "
                        + pile.foule.releve().fautes());
        exiger(
                pannes.connexionsAuPlus() <= 2 * CONNEXIONS_PAR_SERVEUR,
                "les connexions à la base débordent : " + pannes.connexionsAuPlus());
        exiger(memoires.get(1) < 2 * memoires.get(0) + 64, "la mémoire ne revient pas : " + memoires + " Mo");
        System.out.println("Aucune violation.");
    }

    /** Ce que gardent les serveurs une fois la mémoire ramassée, en mégaoctets. */
    private static long memoire(PileDeTenue pile) {
        return pile.serveurs.stream().mapToLong(TomcatInstalle::memoire).sum();
    }

    private static void exiger(boolean vrai, String sinon) {
        if (!vrai) {
            throw new AssertionError(sinon);
        }
    }
}
