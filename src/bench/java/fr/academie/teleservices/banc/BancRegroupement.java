package fr.academie.teleservices.banc;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Le débit d'un regroupement par le service, rapporté dans la même course à deux planchers : les mêmes instructions en JDBC
 * préparé, et une seule insertion durable, le moins qu'une opération durable puisse coûter.
 *
 * <p>Manches appariées, ordre tiré au sort, un témoin A/A (le service contre lui-même) qui dit ce que le bruit vaut.
 */
public final class BancRegroupement {

    private static final int COMPTES = 100_000;
    private static final int MANCHES = 24;
    private static final int PAR_MANCHE = 64;

    private enum Concurrent {
        INSERTION("une insertion durable"),
        JDBC("mêmes instructions, JDBC"),
        SERVICE("service"),
        TEMOIN("service (témoin A/A)");

        private final String nom;

        Concurrent(String nom) {
            this.nom = nom;
        }
    }

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(base.source());
    private final Paires paires = new Paires(base.source(), atelier);
    private final RegroupementJdbc jdbc = new RegroupementJdbc(base.source());
    private final SecureRandom hasard = new SecureRandom();

    public static void main(String[] arguments) throws Exception {
        new BancRegroupement().mesurer();
        // La réserve de connexions et mariadbd ont leurs propres fils : sans cela, Maven les attendrait toujours.
        BaseDEssai.partagee().fermer();
    }

    private void mesurer() throws Exception {
        base.executer(
                "CREATE TABLE plancher (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(40) NOT NULL)");
        paires.creer(COMPTES / 2);
        System.out.printf(
                Locale.FRENCH,
                "%n%d comptes, %d manches de %d opérations, MariaDB durable.%n",
                COMPTES,
                MANCHES,
                PAR_MANCHE);
        for (int fils : new int[] {1, 8}) {
            mesurer(fils);
        }
    }

    private void mesurer(int fils) throws Exception {
        ExecutorService equipe = Executors.newFixedThreadPool(fils);
        try {
            Map<Concurrent, List<Double>> debits = new EnumMap<>(Concurrent.class);
            Map<Concurrent, Long> ecrits = new EnumMap<>(Concurrent.class);
            for (int manche = -2; manche < MANCHES; manche++) {
                List<Concurrent> ordre = new ArrayList<>(Arrays.asList(Concurrent.values()));
                Collections.shuffle(ordre, hasard);
                for (Concurrent concurrent : ordre) {
                    List<Paires.Paire> aFaire =
                            concurrent == Concurrent.INSERTION ? List.of() : paires.prendre(PAR_MANCHE);
                    long ecritAvant = ecrits();
                    long debut = System.nanoTime();
                    courir(equipe, concurrent, aFaire);
                    double secondes = (System.nanoTime() - debut) / 1e9;
                    if (manche >= 0) {
                        debits.computeIfAbsent(concurrent, c -> new ArrayList<>())
                                .add(PAR_MANCHE / secondes);
                        ecrits.merge(concurrent, ecrits() - ecritAvant, Long::sum);
                    }
                }
            }
            afficher(fils, debits, ecrits);
        } finally {
            equipe.shutdown();
        }
    }

    private void courir(ExecutorService equipe, Concurrent concurrent, List<Paires.Paire> aFaire) throws Exception {
        List<Callable<Boolean>> taches = new ArrayList<>();
        for (int i = 0; i < PAR_MANCHE; i++) {
            Paires.Paire paire = aFaire.isEmpty() ? null : aFaire.get(i);
            taches.add(() -> {
                if (paire == null) {
                    inserer();
                } else if (concurrent == Concurrent.JDBC) {
                    jdbc.regrouper(paire);
                } else {
                    atelier.regroupements.confirmer(paire.demandeur(), paire.jeton(), paire.vue());
                }
                return true;
            });
        }
        for (Future<Boolean> tache : equipe.invokeAll(taches)) {
            tache.get();
        }
    }

    private void inserer() throws SQLException {
        try (Connection connexion = base.source().getConnection();
                Statement requete = connexion.createStatement()) {
            requete.execute("INSERT INTO plancher (v) VALUES ('une ligne')");
            connexion.commit();
        }
    }

    /** Octets écrits au journal InnoDB depuis le démarrage. */
    private long ecrits() {
        return base.compter("SELECT variable_value FROM information_schema.global_status"
                + " WHERE variable_name = 'INNODB_OS_LOG_WRITTEN'");
    }

    private static void afficher(int fils, Map<Concurrent, List<Double>> debits, Map<Concurrent, Long> ecrits) {
        System.out.printf(
                Locale.FRENCH,
                "%n%d fil(s)%n%-28s %10s %34s %30s %12s%n",
                fils,
                "",
                "par seconde",
                "rapport à une insertion [q1–q3]",
                "rapport au JDBC [q1–q3]",
                "octets/opér.");
        for (Concurrent c : Concurrent.values()) {
            System.out.printf(
                    Locale.FRENCH,
                    "%-28s %10.0f %34s %30s %12.0f%n",
                    c.nom,
                    Statistiques.quantile(liste(debits, c), 0.5),
                    rapport(liste(debits, c), liste(debits, Concurrent.INSERTION)),
                    rapport(liste(debits, c), liste(debits, Concurrent.JDBC)),
                    ecrits.getOrDefault(c, 0L) / (double) (MANCHES * PAR_MANCHE));
        }
        System.out.printf(
                Locale.FRENCH,
                "bruit (témoin / service) : %s%n",
                rapport(liste(debits, Concurrent.TEMOIN), liste(debits, Concurrent.SERVICE)));
    }

    private static List<Double> liste(Map<Concurrent, List<Double>> debits, Concurrent c) {
        return debits.getOrDefault(c, List.of());
    }

    private static String rapport(List<Double> uns, List<Double> autres) {
        List<Double> rapports = new ArrayList<>();
        for (int i = 0; i < uns.size(); i++) {
            rapports.add(uns.get(i) / autres.get(i));
        }
        return String.format(
                Locale.FRENCH,
                "%.2f [%.2f–%.2f]",
                Statistiques.quantile(rapports, 0.5),
                Statistiques.quantile(rapports, 0.25),
                Statistiques.quantile(rapports, 0.75));
    }
}
