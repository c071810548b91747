package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.demonstration.CourrierDeDemonstration;
import fr.academie.teleservices.demonstration.Ports;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.essais.MandataireMariaDb.Coupure;
import fr.academie.teleservices.essais.Requetes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * {@code mvn -Ptenue} : deux Tomcat derrière nginx, des parents qui se connectent, lisent et regroupent, et des pannes tout du long : une
 * validation sur quelques-unes coupée avant ou après que la base l'a faite, un Tomcat tué puis rallumé. À la fin, {@link Invariants} (aucun
 * enfant perdu, le journal rejoué redonne l'état), et ce que chaque parent a lu est vrai. {@code -Dtenue.secondes=180},
 * {@code -Dtenue.parents=4} ; {@code -Dtenue.replique} : {@link TenueDeLaReplique}.
 */
public final class Tenue {

    private static final int FAMILLES = 2_000;
    private static final Duration ENTRE_DEUX_COUPURES = Duration.ofMillis(400);
    private static final Duration ENTRE_DEUX_MORTS = Duration.ofSeconds(45);
    private static final int CONNEXIONS_PAR_SERVEUR = 20;

    private final Installation installation = new Installation("tenue");
    private final Requetes base = new Requetes(installation.base());
    private final List<TomcatInstalle> serveurs = new ArrayList<>();
    private final List<Integer> connexions = new ArrayList<>();
    private final MandataireMariaDb liaison =
            new MandataireMariaDb(installation.base().port());
    private int morts;

    private Tenue() throws IOException {}

    /** Échoue, en disant quoi, si un invariant ne tient pas ou si un parent a lu une chose fausse. */
    public static void main(String[] arguments) throws Exception {
        if (System.getProperty("tenue.replique") != null) {
            TenueDeLaReplique.main(arguments);
            return;
        }
        Duration duree = Duration.ofSeconds(Integer.getInteger("tenue.secondes", 180));
        Tenue tenue = new Tenue();
        try {
            tenue.mener(duree, Integer.getInteger("tenue.parents", 4));
        } finally {
            tenue.liaison.partir();
            tenue.installation.close();
        }
    }

    private void mener(Duration duree, int parents) throws Exception {
        CourrierDeDemonstration courrier = installation.ajouter(CourrierDeDemonstration.demarrer());
        int[] ports = {Ports.choisir(), Ports.choisir(), Ports.choisir()};
        String adresse = "https://localhost:" + ports[2];
        for (int rang = 0; rang < 2; rang++) {
            String nom = "t" + (rang + 1);
            TomcatInstalle tomcat = installation.ajouter(
                    new TomcatInstalle(installation.racine().resolve(nom), ports[rang], nom));
            installation.regler(tomcat, liaison.url(), courrier.port(), adresse);
            tomcat.deposer(Installation.war(), "teleservices##20261201.war");
            tomcat.demarrer();
            serveurs.add(tomcat);
        }
        Nginx nginx = installation.ajouter(Nginx.devantDeux(
                installation.racine().resolve("nginx"), ports[0], ports[1], Ports.choisir(), ports[2]));
        serveurs.forEach(tomcat -> tomcat.attendreLaSante(Installation.CONTEXTE));
        installation.ouvrirLeCas(adresse);
        FamillesDeTenue.creer(base, FAMILLES);
        Invariants invariants = Invariants.depuis(base);

        long fin = System.nanoTime() + duree.toNanos();
        ParentsDeTenue foule = new ParentsDeTenue(adresse, nginx.confiance());
        foule.vivreAuPlus(duree.toNanos());
        ExecutorService fils = Executors.newFixedThreadPool(parents);
        List<Long> memoires = new ArrayList<>(List.of(memoire()));
        try {
            List<CompletableFuture<Void>> courses = IntStream.range(0, parents)
                    .mapToObj(rang -> CompletableFuture.runAsync(foule::vivre, fils))
                    .toList();
            troubler(fin);
            courses.forEach(CompletableFuture::join);
        } finally {
            fils.shutdown();
        }
        serveurs.forEach(tomcat -> tomcat.attendreLaSante(Installation.CONTEXTE));
        memoires.add(memoire());
        System.out.printf(
                Locale.FRENCH,
                "Tenue, %d s, %d parents à la fois : %s%ncoupures de la liaison : %d ; Tomcat tués : %d ; connexions à la"
                        + " base : %d au plus, %d à la fin ; mémoire des serveurs après ramassage : %d Mo au début, %d Mo à la"
                        + " fin.%n",
                duree.toSeconds(),
                parents,
                foule,
                liaison.coupures(),
                morts,
                connexions.stream().mapToInt(Integer::intValue).max().orElse(0),
                connexions(),
                memoires.get(0),
                memoires.get(1));
        List<String> faux = foule.faux(base);
        exiger(faux.isEmpty(), faux.toString());
        invariants.verifier();
        exiger(
                connexions.stream().allMatch(n -> n <= 2 * CONNEXIONS_PAR_SERVEUR),
                "les connexions à la base débordent : " + connexions);
        exiger(memoires.get(1) < 2 * memoires.get(0) + 64, "la mémoire ne revient pas : " + memoires + " Mo");
        System.out.println("Aucune violation.");
    }

    /** Coupe et tue jusqu'à la fin ; un serveur mort est rallumé avant que l'autre ne meure. */
    private void troubler(long fin) throws InterruptedException {
        long prochaineMort = System.nanoTime() + ENTRE_DEUX_MORTS.toNanos();
        for (int tour = 0; System.nanoTime() < fin; tour++) {
            Thread.sleep(ENTRE_DEUX_COUPURES.toMillis());
            liaison.remettreAZero();
            liaison.couper(tour % 2 == 0 ? Coupure.AVANT_VALIDATION : Coupure.APRES_VALIDATION);
            connexions.add(connexions());
            if (System.nanoTime() > prochaineMort) {
                TomcatInstalle victime = serveurs.get(morts % 2);
                victime.tuer();
                victime.demarrer();
                victime.attendreLaSante(Installation.CONTEXTE);
                morts++;
                prochaineMort = System.nanoTime() + ENTRE_DEUX_MORTS.toNanos();
            }
        }
        liaison.couper(Coupure.AUCUNE);
    }

    private int connexions() {
        return (int) base.compter(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE user IN ('application'," + " 'purges')");
    }

    /** Ce que gardent les deux serveurs une fois la mémoire ramassée, en mégaoctets. */
    private long memoire() {
        return serveurs.stream().mapToLong(TomcatInstalle::memoire).sum();
    }

    private static void exiger(boolean vrai, String sinon) {
        if (!vrai) {
            throw new AssertionError(sinon);
        }
    }
}
