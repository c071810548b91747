package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.demonstration.CourrierDeDemonstration;
import fr.academie.teleservices.demonstration.Ports;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.essais.Requetes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Des Tomcat derrière nginx, leur base par un mandataire, et autour un abonné, des SMS, des courriels ; des familles qui viennent. */
final class PileDeTenue implements AutoCloseable {

    private static final int FAMILLES = 9_000;
    /** Gardé ici pour que son niveau ne soit pas oublié : le serveur de courriels dit chaque boîte qu'il ouvre. */
    private static final Logger BAVARDAGE = Logger.getLogger("com.icegreen");
    /** Le CAS d'essai dit chaque fois que la base est morte : c'est la course qui le veut. */
    private static final Logger CAS = Logger.getLogger("fr.academie.teleservices.demonstration.cas");

    final Installation installation;
    final Requetes base;
    final MariaDbTuable mariadb;
    final MandataireMariaDb liaison;
    final List<TomcatInstalle> serveurs = new ArrayList<>();
    final CourrierDeDemonstration courrier;
    final AbonneDeTenue abonne;
    final Porte smtp;
    final Porte services;
    final ParentsDeTenue foule;
    final Invariants invariants;

    /**
     * @param war celui qu'elle sert
     * @param combien un Tomcat, ou deux
     * @param scenes ce que les familles viennent y faire
     */
    static PileDeTenue demarrer(String nom, Path war, int combien, List<Scene> scenes) throws IOException {
        Installation installation = new Installation(nom);
        boolean demarree = false;
        try {
            PileDeTenue pile = new PileDeTenue(installation, war, combien, scenes);
            demarree = true;
            return pile;
        } finally {
            if (!demarree) {
                installation.close();
            }
        }
    }

    private PileDeTenue(Installation installation, Path war, int combien, List<Scene> scenes) throws IOException {
        this.installation = installation;
        BAVARDAGE.setLevel(Level.WARNING);
        CAS.setLevel(Level.OFF);
        base = new Requetes(installation.base());
        mariadb = installation.ajouter(
                new MariaDbTuable(installation.base(), installation.racine().resolve("mariadb")));
        liaison = new MandataireMariaDb(installation.base().port());
        liaison.neRienRetenir();
        courrier = installation.ajouter(CourrierDeDemonstration.demarrer());
        abonne = installation.ajouter(new AbonneDeTenue());
        smtp = installation.ajouter(new Porte(Ports.choisir(), courrier.port()));
        services = installation.ajouter(new Porte(Ports.choisir(), abonne.port()));
        int[] ports = {Ports.choisir(), Ports.choisir(), Ports.choisir()};
        String adresse = "https://localhost:" + ports[2];
        for (int rang = 0; rang < combien; rang++) {
            serveurs.add(demarrer("t" + (rang + 1), ports[rang], adresse, war));
        }
        Path racine = installation.racine().resolve("nginx");
        Nginx nginx = installation.ajouter(
                combien == 1
                        ? Nginx.demarrer(racine, ports[0], Ports.choisir(), ports[2])
                        : Nginx.devantDeux(racine, ports[0], ports[1], Ports.choisir(), ports[2]));
        attendreLaSante();
        installation.ouvrirLeCas(adresse);
        FamillesDeTenue.creer(base, FAMILLES);
        invariants = Invariants.depuis(base);
        foule = new ParentsDeTenue(adresse, nginx.confiance(), base, scenes);
    }

    private TomcatInstalle demarrer(String nom, int port, String adresse, Path war) throws IOException {
        TomcatInstalle tomcat =
                installation.ajouter(new TomcatInstalle(installation.racine().resolve(nom), port, nom));
        installation.regler(tomcat, liaison.url(), smtp.port(), adresse);
        Files.writeString(
                tomcat.conf().resolve("teleservices/teleservices.properties"), reglages(), StandardOpenOption.APPEND);
        tomcat.deposer(war, "teleservices##20261201.war");
        tomcat.demarrer();
        return tomcat;
    }

    /** Tous viennent d'une même adresse, et l'on éprouve la base, non le coût d'une empreinte. */
    private String reglages() {
        String chez = "http://127.0.0.1:" + services.port();
        return String.join(
                "\n",
                "",
                "garde.facteur = 1000",
                "hachage.argon2.memoire = " + Familles.PLANCHER.memoireKio(),
                "hachage.argon2.passes = " + Familles.PLANCHER.passes(),
                "diffusion.abonnes = tenue",
                "diffusion.tenue.adresse = " + chez + "/evenements",
                "diffusion.tenue.secret = " + AbonneDeTenue.SECRET,
                "diffusion.tenue.adresses_privees = 127.0.0.1",
                "sms.adresse = " + chez + "/sms",
                "sms.corps = {\"to\":\"{{numero}}\",\"text\":\"{{texte}}\"}",
                "sms.expediteur = AcEssai",
                "sms.par_jour = 100000",
                "");
    }

    void attendreLaSante() {
        serveurs.forEach(tomcat -> tomcat.attendreLaSante(Installation.CONTEXTE));
    }

    /** Des gestes faits pendant que des familles viennent. */
    @FunctionalInterface
    interface Gestes {
        void faire() throws InterruptedException, IOException;
    }

    /** Tant de parents à la fois, jusqu'à la fin de ces gestes, et que chacun ait fini. */
    void pendantQueLesFamillesViennent(int parents, Gestes gestes) throws InterruptedException, IOException {
        ExecutorService fils = Executors.newFixedThreadPool(parents);
        try {
            foule.vivreAuPlus(Long.MAX_VALUE / 2);
            List<CompletableFuture<Void>> courses = IntStream.range(0, parents)
                    .mapToObj(rang -> CompletableFuture.runAsync(foule::vivre, fils))
                    .toList();
            try {
                gestes.faire();
            } finally {
                foule.vivreAuPlus(0);
            }
            courses.forEach(CompletableFuture::join);
        } finally {
            fils.shutdown();
        }
        if (foule.venues() >= FAMILLES) {
            throw new AssertionError("toutes les familles sont venues : la course n'a plus rien éprouvé");
        }
    }

    /** Ce que le vérificateur trouve : un invariant rompu, une chose fausse dite à quelqu'un ; vide si tout tient. */
    List<String> violations() {
        List<String> trouvees = new ArrayList<>(foule.faux(base));
        try {
            invariants.verifier();
        } catch (AssertionError rompu) {
            trouvees.add(String.valueOf(rompu.getMessage()).strip());
        }
        return trouvees;
    }

    @Override
    public void close() throws IOException {
        foule.partir();
        liaison.partir();
        installation.close();
    }
}
