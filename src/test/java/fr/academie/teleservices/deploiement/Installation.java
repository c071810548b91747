package fr.academie.teleservices.deploiement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.demonstration.Dossiers;
import fr.academie.teleservices.demonstration.ServeurTomcat;
import fr.academie.teleservices.demonstration.cas.CasDeDemonstration;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.navigateur.ClientHttp;
import fr.academie.teleservices.navigateur.Envois;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Ce que {@code conf/DEPLOIEMENT.md} fait installer autour des Tomcat : la base et ses comptes, les réglages, le CAS ; et des parents. */
final class Installation implements AutoCloseable {

    static final String CONTEXTE = "/teleservices";
    static final String SECRET = "Un-secret-d-essai-7";
    private static final Path CONTEXTE_DE_TOMCAT = Path.of("conf/tomcat/context.xml.default");
    private static final String CONTEXTE_POSE = "Catalina/localhost/context.xml.default";
    private static final String REGLAGES = "teleservices/teleservices.properties";
    private static final String VUE = "compte_cas";
    private static final String LECTEUR = "cas";

    private final Deque<AutoCloseable> aArreter = new ArrayDeque<>();
    private final AtomicInteger suite = new AtomicInteger();
    private final Path racine;
    private final BaseEmbarquee base;
    private final Familles familles;
    private final ServeurTomcat ailleurs;

    /** @param nom dossier de l'essai, sous {@code target/deploiement} */
    Installation(String nom) throws IOException {
        this(nom, BaseEmbarquee.demarrer(0, false));
    }

    /** Comme {@link #Installation(String)}, sur cette base ; elle s'arrêtera avec l'installation. */
    Installation(String nom, BaseEmbarquee base) throws IOException {
        racine = Path.of("target/deploiement/" + nom + "-"
                        + ProcessHandle.current().pid())
                .toAbsolutePath();
        aArreter.push(() -> Dossiers.effacerAuMieux(racine));
        this.base = ajouter(base);
        familles = new Familles(base);
        new Requetes(base).executer(ordresDeLaBase());
        ailleurs = ajouter(ServeurTomcat.demarrer(0));
    }

    /** Un parent entré. */
    record Parent(ClientHttp navigateur, String identifiant, long id, String ticket) {}

    /** Un parent à l'étape 2. */
    record Etape2(Map<String, String> champs, String jeton, String identifiant, long secondaire) {}

    /** Le WAR construit. */
    static Path war() {
        return Path.of(System.getProperty("war.eclate", "target/teleservices") + ".war");
    }

    Path racine() {
        return racine;
    }

    BaseEmbarquee base() {
        return base;
    }

    Familles familles() {
        return familles;
    }

    /** Ce qui s'arrêtera avec l'installation, avant ce qu'elle a déjà. */
    <T extends AutoCloseable> T ajouter(T piece) {
        aArreter.push(piece);
        return piece;
    }

    /** Le CAS, qui ne sert que ces adresses. */
    void ouvrirLeCas(String... adresses) {
        ouvrirLeCas(base.lecteurDe(VUE, LECTEUR), adresses);
    }

    /** Comme {@link #ouvrirLeCas}, lui qui lit la base par cette adresse, où sont plusieurs serveurs. */
    void ouvrirLeCasSur(String url, String... adresses) {
        base.lecteurDe(VUE, LECTEUR);
        try {
            MariaDbDataSource comptes = new MariaDbDataSource(url + "?timezone=UTC&preserveInstants=true");
            comptes.setUser(LECTEUR);
            comptes.setPassword(base.motDePasseDesLecteurs());
            ouvrirLeCas(comptes, adresses);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ouvrirLeCas(DataSource comptes, String... adresses) {
        ailleurs.ajouterServlet(
                "/cas",
                new CasDeDemonstration(
                        CasDeDemonstration.Reglages.pour(
                                "Académie d'essai",
                                Arrays.stream(adresses)
                                        .map(adresse -> adresse + CONTEXTE)
                                        .toArray(String[]::new)),
                        comptes,
                        Clock.tickMillis(ZoneOffset.UTC)));
    }

    /**
     * Les deux fichiers de Tomcat, remplis comme DEPLOIEMENT.md le dit, par JNDI.
     *
     * @param smtp port du serveur de courriels de 127.0.0.1
     */
    void regler(TomcatInstalle tomcat, int smtp, String... adresses) {
        regler(tomcat, base.url(), smtp, adresses);
    }

    /** Comme {@link #regler(TomcatInstalle, int, String...)}, la base jointe par cette adresse (un mandataire). */
    void regler(TomcatInstalle tomcat, String url, int smtp, String... adresses) {
        reglages(url, smtp, adresses)
                .remplacer("#base.jndi = ", "base.jndi = ")
                .ecrire(tomcat.conf().resolve(REGLAGES));
        new Modele(CONTEXTE_DE_TOMCAT)
                .remplacer("jdbc:mariadb://127.0.0.1:3306/teleservices", url)
                .remplacer(
                        "username=\"teleservices\" password=\"\"",
                        "username=\"application\" password=\"" + SECRET + "\"")
                .ecrire(tomcat.conf().resolve(CONTEXTE_POSE));
    }

    /** Comme {@link #regler(TomcatInstalle, String, int, String...)}, par la réserve de l'application : la {@code Resource} est retirée. */
    void reglerSansJndi(TomcatInstalle tomcat, String url, int smtp, String... adresses) {
        reglages(url, smtp, adresses)
                .remplacer("base.utilisateur = teleservices\n", "base.utilisateur = application\n")
                .remplacer("#base.mot_de_passe =", "base.mot_de_passe = " + SECRET)
                .ecrire(tomcat.conf().resolve(REGLAGES));
        String livre = new Modele(CONTEXTE_DE_TOMCAT).texte();
        new Modele(CONTEXTE_DE_TOMCAT)
                .remplacer(livre.substring(livre.indexOf("<Resource "), livre.indexOf("</Context>")), "")
                .ecrire(tomcat.conf().resolve(CONTEXTE_POSE));
    }

    private Modele reglages(String url, int smtp, String... adresses) {
        return new Modele(Path.of("conf/teleservices.properties"))
                .remplacer(
                        "https://teleservices.ac-exemple.fr",
                        Arrays.stream(adresses).collect(Collectors.joining(", ")))
                .remplacer("jdbc:mariadb://127.0.0.1:3306/teleservices", url)
                .remplacer("#base.migration.utilisateur =", "base.migration.utilisateur = migration")
                .remplacer("#base.migration.mot_de_passe =", "base.migration.mot_de_passe = " + SECRET)
                .remplacer("#securite.contact =", "securite.contact =")
                .remplacer("#base.purge.utilisateur =", "base.purge.utilisateur = purges")
                .remplacer("#base.purge.mot_de_passe =", "base.purge.mot_de_passe = " + SECRET)
                .remplacer("https://cas.ac-exemple.fr/cas", ailleurs.adresse() + "/cas")
                .remplacer("smtp.ac-exemple.fr", "127.0.0.1")
                .remplacer("#smtp.port = 25", "smtp.port = " + smtp)
                .remplacer("#smtp.chiffrement = starttls", "smtp.chiffrement = aucun");
    }

    String nouvelIdentifiant() {
        return "cristelle.durand." + suite.incrementAndGet();
    }

    /** Un compte neuf, cet enfant, et sa personne entrée par ce navigateur. */
    Parent connecter(ClientHttp navigateur, String enfant, String... entetes) {
        String identifiant = nouvelIdentifiant();
        long id = familles.actif(identifiant);
        familles.lier(id, familles.eleve(enfant));
        return entrer(navigateur, identifiant, id, entetes);
    }

    /** La personne de ce compte, entrée par ce navigateur. */
    Parent entrer(ClientHttp navigateur, String identifiant, long id, String... entetes) {
        String retour = navigateur.sIdentifier(
                ClientHttp.versOu(navigateur.lire("/accueil")), identifiant, Familles.MOT_DE_PASSE);
        HttpResponse<String> entree = navigateur.lire(retour, entetes);
        assertThat(entree.statusCode()).as(entree.body()).isEqualTo(302);
        return new Parent(navigateur, identifiant, id, ClientHttp.parametre(retour, "ticket"));
    }

    /** Mène ce parent à l'étape 2, devant un compte neuf qui porte cet enfant. */
    Etape2 allerALEtape2(Parent parent, String enfant) {
        String secondaire = nouvelIdentifiant();
        long id = familles.cree(secondaire);
        familles.lier(id, familles.eleve(enfant));
        return prouver(parent, secondaire, id);
    }

    /** Mène ce parent à l'étape 2, devant ce compte. */
    Etape2 prouver(Parent parent, String secondaire, long id) {
        String suivante = ClientHttp.versOu(Envois.saisir(parent.navigateur(), secondaire, Familles.MOT_DE_PASSE));
        String jeton = ClientHttp.parametre(suivante, "demande");
        return new Etape2(Envois.etape2(parent.navigateur(), jeton), jeton, secondaire, id);
    }

    /** Presse VALIDER : l'étape 3 vient, et les deux enfants se voient. */
    void exigerLeRegroupement(Parent parent, Etape2 etape2) {
        HttpResponse<String> fait = Envois.valider(parent.navigateur(), etape2.champs());
        assertThat(fait.statusCode()).as(fait.body()).isEqualTo(302);
        assertThat(ClientHttp.versOu(fait)).contains("/compte/regroupement?demande=" + etape2.jeton());
        assertThat(parent.navigateur().lire("/compte/enfants").body()).contains("Dylan", "Florian");
    }

    List<String> lire(String sql) {
        return new Requetes(base).lire(sql);
    }

    /** Les ordres livrés, pour des comptes qui viennent d'une adresse : la base d'essai ne résout pas les noms. */
    private static String[] ordresDeLaBase() {
        return Arrays.stream(new Modele(Path.of("conf/installation/comptes.sql"))
                        .remplacer("teleservices_migration@localhost", "migration@'127.0.0.1'")
                        .remplacer("teleservices_purge@localhost", "purges@'127.0.0.1'")
                        .remplacer("teleservices@localhost", "application@'127.0.0.1'")
                        .texte()
                        .replaceAll("'\\$\\{\\w+}'", "'" + SECRET + "'")
                        .replaceAll("(?m)^--.*$", "")
                        .split(";", -1))
                .filter(ordre -> !ordre.isBlank())
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        while (!aArreter.isEmpty()) {
            fermer(aArreter.pop());
        }
    }

    // Ce qui s'arrête ici n'attend personne : rien n'y est interrompu.
    private static void fermer(AutoCloseable piece) {
        try {
            piece.close();
        } catch (Exception e) {
            throw new IllegalStateException("L'arrêt de " + piece + " a échoué.", e);
        }
    }
}
