package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.demonstration.CourrierDeDemonstration;
import fr.academie.teleservices.demonstration.Ports;
import fr.academie.teleservices.essais.Invariants;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * {@code mvn -Ptenue -Dtenue.replique} : deux Tomcat sur un maître MariaDB et sa réplique semi-synchrone, réglés par {@code conf/base/}. Des
 * parents se connectent et regroupent, le maître est tué au milieu, la réplique promue, l'ancien revient la suivre, six fois
 * ({@code -Dtenue.morts=6}). Après chaque mort, {@link Invariants} sur le nouveau maître puis sur l'ancien revenu, et ce que chaque parent a
 * lu y est vrai. Enfin la garde est retirée (validations qui n'attendent plus, réplique en retard) : la perte doit se voir, ou l'essai échoue.
 */
public final class TenueDeLaReplique {

    private static final int FAMILLES = 6_000;
    private static final int PARENTS = 4;
    /** Le maître ne meurt pas avant que tant de parents n'aient lu que c'était fait : il meurt parmi eux. */
    private static final int AVANT_DE_MOURIR = 15;

    private static final long SANS_MAITRE = 1_000;
    private static final long PATIENCE = 90_000;

    private final List<MariaDbRepliquee> serveurs;
    private final Installation installation;
    private final ParentsDeTenue foule;
    private final List<Invariants> invariants;
    private int maitre;
    private int annoncesALaMort;

    private TenueDeLaReplique(List<MariaDbRepliquee> serveurs, Installation installation) throws IOException {
        this.serveurs = serveurs;
        this.installation = installation;
        foule = ouvrir();
        FamillesDeTenue.creer(serveurs.get(0).requetes(), FAMILLES);
        serveurs.get(1).rattraper(serveurs.get(0));
        invariants = serveurs.stream()
                .map(serveur -> Invariants.depuis(serveur.requetes()))
                .toList();
    }

    /** Échoue, en disant quoi, si un invariant ne tient pas, si un parent a lu une chose fausse, ou si la perte préparée ne se voit pas. */
    public static void main(String[] arguments) throws Exception {
        Path traces = Path.of("target/deploiement/replique-bases").toAbsolutePath();
        try (MariaDbRepliquee un = new MariaDbRepliquee(1, traces.resolve("1"));
                MariaDbRepliquee autre = new MariaDbRepliquee(2, traces.resolve("2"))) {
            un.promouvoir();
            un.admettreUneReplique();
            autre.suivre(un);
            un.attendreLaReplique();
            try (Installation installation = new Installation("replique", un.base())) {
                TenueDeLaReplique tenue = new TenueDeLaReplique(List.of(un, autre), installation);
                tenue.mener(Integer.getInteger("tenue.morts", 6));
                tenue.foule.partir();
            }
        }
    }

    private ParentsDeTenue ouvrir() throws IOException {
        CourrierDeDemonstration courrier = installation.ajouter(CourrierDeDemonstration.demarrer());
        int[] ports = {Ports.choisir(), Ports.choisir(), Ports.choisir()};
        String adresse = "https://localhost:" + ports[2];
        String url = "jdbc:mariadb:sequential://127.0.0.1:" + serveurs.get(0).port() + ",127.0.0.1:"
                + serveurs.get(1).port() + "/teleservices";
        List<TomcatInstalle> tomcats = new ArrayList<>();
        for (int rang = 0; rang < 2; rang++) {
            String nom = "t" + (rang + 1);
            TomcatInstalle tomcat = installation.ajouter(
                    new TomcatInstalle(installation.racine().resolve(nom), ports[rang], nom));
            installation.reglerSansJndi(tomcat, url, courrier.port(), adresse);
            tomcat.deposer(Installation.war(), "teleservices##20261201.war");
            tomcat.demarrer();
            tomcats.add(tomcat);
        }
        Nginx nginx = installation.ajouter(Nginx.devantDeux(
                installation.racine().resolve("nginx"), ports[0], ports[1], Ports.choisir(), ports[2]));
        tomcats.forEach(tomcat -> tomcat.attendreLaSante(Installation.CONTEXTE));
        installation.ouvrirLeCasSur(url, adresse);
        return new ParentsDeTenue(adresse, nginx.confiance(), serveurs.get(0).requetes(), List.of(Scene.SEUL));
    }

    private void mener(int morts) throws Exception {
        for (int mort = 1; mort <= morts; mort++) {
            int annonces = foule.annonces();
            long reprise = tuerAuMilieu();
            exigerLaVerite();
            revenir();
            System.out.printf(
                    "Mort %d : %d regroupements annoncés avant elle, %d après, les premiers en %d ms ; rien de perdu ni d'annoncé à tort, sur"
                            + " le nouveau maître ni sur l'ancien revenu.%n",
                    mort, annoncesALaMort - annonces, foule.annonces() - annoncesALaMort, reprise);
        }
        System.out.println("Tenue de la réplique : " + foule);
        exiger(morts > 0 && foule.annonces() > 0, "rien ne s'est regroupé");
        System.out.println("Contre-épreuve, sans attente de la réplique, qui a cessé de recevoir : "
                + perdreExpres().size() + " parents ont lu une chose que le nouveau maître ne sait pas, tous trouvés.");
        System.out.println("Aucune violation.");
    }

    /** Le maître meurt au milieu des regroupements, la réplique prend sa place ; rend en combien de temps un regroupement s'annonce de nouveau. */
    private long tuerAuMilieu() throws InterruptedException {
        return pendantQueLesParentsViennent(() -> {
            attendreLesAnnonces(foule.annonces() + AVANT_DE_MOURIR);
            serveurs.get(maitre).tuer();
            long mort = System.nanoTime();
            annoncesALaMort = foule.annonces();
            Thread.sleep(SANS_MAITRE);
            maitre = 1 - maitre;
            serveurs.get(maitre).promouvoir();
            // Un parent déjà sorti de la base a pu recevoir sa page après la mort.
            attendreLesAnnonces(annoncesALaMort + PARENTS + 1);
            return (System.nanoTime() - mort) / 1_000_000;
        });
    }

    private void attendreLesAnnonces(int voulues) throws InterruptedException {
        long limite = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (foule.annonces() < voulues) {
            exiger(System.nanoTime() < limite, "plus rien ne se regroupe : " + foule);
            Thread.sleep(20);
        }
    }

    private interface Geste<T> {
        T faire() throws InterruptedException;
    }

    private <T> T pendantQueLesParentsViennent(Geste<T> geste) throws InterruptedException {
        ExecutorService fils = Executors.newFixedThreadPool(PARENTS);
        try {
            foule.vivreAuPlus(TimeUnit.MINUTES.toNanos(5));
            List<CompletableFuture<Void>> courses = IntStream.range(0, PARENTS)
                    .mapToObj(rang -> CompletableFuture.runAsync(foule::vivre, fils))
                    .toList();
            T rendu = geste.faire();
            foule.vivreAuPlus(0);
            courses.forEach(CompletableFuture::join);
            return rendu;
        } finally {
            foule.vivreAuPlus(0);
            fils.shutdown();
            exiger(fils.awaitTermination(2, TimeUnit.MINUTES), "les parents ne finissent pas");
        }
    }

    private void exigerLaVerite() {
        List<String> faux = foule.faux(serveurs.get(maitre).requetes());
        exiger(faux.isEmpty(), faux.toString());
        invariants.get(maitre).verifier();
    }

    /** L'ancien maître se rallume sans rien écrire, suit le nouveau, et finit au même état. */
    private void revenir() throws InterruptedException {
        MariaDbRepliquee ancien = serveurs.get(1 - maitre);
        MariaDbRepliquee neuf = serveurs.get(maitre);
        ancien.revenir();
        String revenu = ancien.position();
        Thread.sleep(SANS_MAITRE);
        exiger(revenu.equals(ancien.position()), "l'ancien maître, revenu, a été écrit");
        exiger(
                ancien.requetes()
                                .compter(
                                        "SELECT COUNT(*) FROM information_schema.processlist WHERE user IN ('application',"
                                                + " 'purges', 'migration')")
                        == 0,
                "l'application est retournée à l'ancien maître");
        ancien.suivre(neuf);
        neuf.attendreLaReplique();
        ancien.rattraper(neuf);
        List<String> faux = foule.faux(ancien.requetes());
        exiger(faux.isEmpty(), "l'ancien maître n'a pas tout rattrapé : " + faux);
        invariants.get(1 - maitre).verifier();
    }

    /** La garde retirée : ce qui fut annoncé et que le nouveau maître ne sait pas. */
    private List<String> perdreExpres() throws InterruptedException {
        serveurs.get(maitre).nAttendreAucuneReplique();
        serveurs.get(1 - maitre).neRienRecevoir();
        pendantQueLesParentsViennent(() -> {
            attendreLesAnnonces(foule.annonces() + AVANT_DE_MOURIR);
            return true;
        });
        serveurs.get(maitre).tuer();
        maitre = 1 - maitre;
        serveurs.get(maitre).promouvoir();
        List<String> faux = foule.faux(serveurs.get(maitre).requetes());
        exiger(faux.size() >= AVANT_DE_MOURIR, "la perte ne se voit pas : l'essai ne prouve rien (" + faux + ")");
        return faux;
    }

    private static void exiger(boolean vrai, String sinon) {
        if (!vrai) {
            throw new AssertionError(sinon);
        }
    }
}
