package fr.academie.teleservices.deploiement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.demonstration.CourrierDeDemonstration;
import fr.academie.teleservices.demonstration.Ports;
import fr.academie.teleservices.deploiement.RacineNeuve.Sortie;
import fr.academie.teleservices.essais.CasQuiRefuse;
import fr.academie.teleservices.essais.EssaiLong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code conf/installation/installer.sh} passé dans une Debian vide : refus, à blanc, base absente, réponse fautive, installation, seconde
 * passe. {@code mvn verify -Plongs -Dit.test=InstallationEnRacineNeuveIT
 * -Dracine=bookworm,trixie}, par root ; il y faut debootstrap et un dépôt.
 */
@EssaiLong("l'installation dans une Debian toute neuve ; ConfigurationLivreeTest garde les fichiers livrés")
@EnabledIfSystemProperty(named = "racine", matches = "[a-z,]+")
class InstallationEnRacineNeuveIT {

    private static final String SCRIPT = "/srv/teleservices/conf/installation/installer.sh";
    private static final String REPONSES = "/srv/teleservices/installer.conf";
    private static final String WAR = "/srv/teleservices/teleservices.war";
    private static final String SECRETS = "/etc/tomcat10/teleservices/secrets";
    private static final String SECRET_BIZARRE = "a\"b$c`d\\e 'f & g";

    private final int portDeLaBase = Ports.choisir();

    static Stream<String> suites() {
        return Stream.of(System.getProperty("racine", "").split(",", -1));
    }

    @ParameterizedTest
    @MethodSource("suites")
    void uneMachineVideEstInstallee(String suite) throws IOException {
        Path dossier = Path.of("target/deploiement/racine-" + suite + "-"
                        + ProcessHandle.current().pid())
                .toAbsolutePath();
        try (RacineNeuve racine = RacineNeuve.faire(dossier, suite);
                CasQuiRefuse cas = CasQuiRefuse.demarrer();
                CourrierDeDemonstration courrier = CourrierDeDemonstration.demarrer()) {
            apporter(racine);
            repondre(racine, cas.adresse(), Ports.choisir());
            refuseSansRienChanger(racine);
            assertThat(installer(racine)).satisfies(sortie -> {
                assertThat(sortie.code()).as(sortie.texte()).isEqualTo(3);
                assertThat(sortie.texte()).contains("MariaDB ne répond pas");
            });
            Programme base = lancerLaBase(racine);
            try {
                exigerUneFauteDite(racine);
                repondre(racine, cas.adresse(), courrier.port());
                exigerLInstallation(racine);
                exigerLesDroits(racine);
                exigerQueRienNeChange(racine);
                exigerCeQuOnLitDesFichiers(racine);
            } finally {
                racine.passer("mariadb-admin", "shutdown");
                base.close();
            }
        }
    }

    private static void apporter(RacineNeuve racine) throws IOException {
        Path ici = Files.createDirectories(racine.chemin("/srv/teleservices"));
        try (Stream<Path> fichiers = Files.walk(Path.of("conf"))) {
            for (Path fichier : fichiers.toList()) {
                Files.copy(fichier, ici.resolve(fichier.toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.copy(Installation.war(), racine.chemin(WAR));
        Certificat.faire(ici);
    }

    private void repondre(RacineNeuve racine, String cas, int smtp) throws IOException {
        Path reponses = racine.chemin(REPONSES);
        Files.writeString(reponses, """
                # Les réponses de l'essai
                academie = bordeaux
                serveur.adresses = https://localhost
                cas.adresse = %s
                smtp.hote = 127.0.0.1
                smtp.port = %d
                smtp.chiffrement = aucun
                sms.secret = %s
                base.url = jdbc:mariadb://127.0.0.1:%d/teleservices
                certificat = /srv/teleservices/certificat.pem
                certificat.cle = /srv/teleservices/cle.pem
                """.formatted(cas, smtp, SECRET_BIZARRE, portDeLaBase));
        Files.setPosixFilePermissions(reponses, PosixFilePermissions.fromString("rw-------"));
    }

    private static void refuseSansRienChanger(RacineNeuve racine) throws IOException {
        String avant = etat(racine);
        assertThat(racine.passer("runuser", "-u", "nobody", "--", SCRIPT, REPONSES, WAR))
                .isEqualTo(new Sortie(1, "À lancer en root.\n"));
        assertThat(racine.passer(SCRIPT, REPONSES).code()).isEqualTo(2);
        assertThat(racine.passer(SCRIPT, REPONSES, "/srv/absent.war"))
                .isEqualTo(new Sortie(1, "WAR absent : /srv/absent.war\n"));
        assertThat(racine.passer(SCRIPT, "/srv/absent.conf", WAR).texte())
                .startsWith("Fichier de réponses absent : /srv/absent.conf");

        refuse(racine, "chmod 644 " + REPONSES, "d'autres que root le lisent : chmod 600.");
        refuse(racine, "sed -i 's/^smtp.hote.*//' " + REPONSES, "« smtp.hote » manque.");
        refuse(racine, "echo base.mot_de_passe = x >> " + REPONSES, "« base.mot_de_passe » ne se donne pas");
        refuse(racine, "echo n importe quoi >> " + REPONSES, "n'est pas une ligne « clé = valeur »");
        refuse(
                racine,
                "sed -i 's/127.0.0.1:[0-9]*.teleservices/10.0.0.1:3306\\/x/' " + REPONSES,
                "DEPLOIEMENT.md, § 1");
        refuse(racine, "rm /srv/teleservices/cle.pem", "Certificat ou clé absent : /srv/teleservices/cle.pem");
        refuse(racine, "echo 'ID=debian VERSION_ID=11' > /etc/os-release", "« debian 11 »");

        Sortie aBlanc = racine.passer(SCRIPT, "--a-blanc", REPONSES, WAR);
        assertThat(aBlanc.code()).as(aBlanc.texte()).isZero();
        assertThat(aBlanc.texte().lines()).allMatch(ligne -> ligne.startsWith("serait fait : "));
        assertThat(aBlanc.texte()).contains("mariadb-server", SECRETS, "server.xml", "teleservices##", "nginx");
        assertThat(etat(racine)).isEqualTo(avant);
    }

    /** Le temps d'un essai, la racine changée ainsi ; elle est ensuite remise comme elle était. */
    private static void refuse(RacineNeuve racine, String faux, String phrase) {
        String garde = "/root/garde.tar";
        Sortie gardee = racine.passer(
                "tar",
                "--format=posix",
                "-cpf",
                garde,
                "--exclude=*.war",
                "-C",
                "/",
                "srv/teleservices",
                "usr/lib/os-release");
        assertThat(gardee.code()).as(gardee.texte()).isZero();
        Sortie refusee = racine.passer("sh", "-c", faux + "; exec " + SCRIPT + " " + REPONSES + " " + WAR);
        racine.passer("sh", "-c", "tar -xpf " + garde + " -C / && rm " + garde);
        assertThat(refusee.code()).as(refusee.texte()).isEqualTo(1);
        assertThat(refusee.texte()).contains(phrase);
    }

    private Programme lancerLaBase(RacineNeuve racine) throws IOException {
        Files.writeString(
                racine.chemin("/etc/mysql/mariadb.conf.d/99-essai.cnf"), "[mysqld]\nport = " + portDeLaBase + "\n");
        Programme base = racine.lancer(
                racine.chemin("/var/log/essai-base.log"),
                "sh",
                "-c",
                "install -d -o mysql -g mysql /run/mysqld; exec runuser -u mysql -- mariadbd --bind-address=127.0.0.1");
        base.attendreLePort(portDeLaBase);
        return base;
    }

    /** Le serveur de courriels des réponses ne répond pas : tout est posé, sauf le WAR. */
    private static void exigerUneFauteDite(RacineNeuve racine) throws IOException {
        Sortie fautive = installer(racine);
        assertThat(fautive.code()).as(fautive.texte()).isEqualTo(3);
        assertThat(fautive.texte()).contains("bien    base", "1 à corriger : courriels.", "Rien de démarré");
        assertThat(racine.chemin("/var/lib/tomcat10/webapps")).isEmptyDirectory();
    }

    private static void exigerLInstallation(RacineNeuve racine) throws IOException {
        String avant = Files.readString(racine.chemin(SECRETS));
        Sortie faite = installer(racine);
        assertThat(faite.code()).as(faite.texte()).isZero();
        assertThat(faite.texte())
                .contains("Tout est prêt.", "Pas de systemd ici")
                .doesNotContain("FAUTE", SECRET_BIZARRE);
        assertThat(racine.chemin("/var/lib/tomcat10/webapps/teleservices##"
                        + LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE) + ".war"))
                .hasSameBinaryContentAs(Installation.war());
        String secrets = Files.readString(racine.chemin(SECRETS));
        assertThat(secrets).isEqualTo(avant);
        assertThat(secrets.lines())
                .hasSize(4)
                .filteredOn(ligne -> ligne.matches("TELESERVICES_BASE_(PURGE_|MIGRATION_)?MOT_DE_PASSE=\"[\\w-]{40}\""))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(racine.passer("sh", "-c", ". " + SECRETS + "; printf %s \"$TELESERVICES_SMS_SECRET\"")
                        .texte())
                .isEqualTo(SECRET_BIZARRE);
        assertThat(Files.readString(racine.chemin("/etc/tomcat10/teleservices/teleservices.properties")))
                .contains("base.purge.utilisateur = teleservices_purge", "serveur.adresses = https://localhost\n")
                .doesNotContain(SECRET_BIZARRE)
                .containsPattern("(?m)^#sms.secret =");
    }

    private static void exigerLesDroits(RacineNeuve racine) {
        assertThat(racine.passer(
                                "sh",
                                "-c",
                                "cd /etc; stat -c '%U:%G %a %n' tomcat10/teleservices tomcat10/teleservices/secrets"
                                        + " tomcat10/teleservices/*.properties tomcat10/teleservices/erreur.html"
                                        + " tomcat10/Catalina/localhost/context.xml.default tomcat10/server.xml"
                                        + " systemd/system/tomcat10.service.d/teleservices.conf nginx/conf.d/teleservices.conf"
                                        + " /var/lib/teleservices")
                        .texte()
                        .lines())
                .containsExactly(
                        "root:tomcat 750 tomcat10/teleservices",
                        "root:root 600 tomcat10/teleservices/secrets",
                        "root:tomcat 640 tomcat10/teleservices/teleservices.properties",
                        "root:tomcat 640 tomcat10/teleservices/erreur.html",
                        "root:tomcat 640 tomcat10/Catalina/localhost/context.xml.default",
                        "root:tomcat 640 tomcat10/server.xml",
                        "root:root 644 systemd/system/tomcat10.service.d/teleservices.conf",
                        "root:root 644 nginx/conf.d/teleservices.conf",
                        "tomcat:tomcat 750 /var/lib/teleservices");
        assertThat(racine.passer("mariadb", "-Ne", "SHOW GRANTS FOR teleservices@localhost")
                        .texte())
                .contains("GRANT SELECT, INSERT ON `teleservices`.*")
                .doesNotContain("UPDATE", "DELETE");
    }

    private static void exigerQueRienNeChange(RacineNeuve racine) {
        String avant = etat(racine);
        Sortie relance = installer(racine);
        assertThat(relance.code()).as(relance.texte()).isZero();
        assertThat(relance.texte()).contains("Rien à changer.");
        assertThat(etat(racine)).isEqualTo(avant);
    }

    /** Ce que Tomcat, nginx et systemd disent des fichiers posés ; sans réseau, pour n'ouvrir aucun port de la machine. */
    private static void exigerCeQuOnLitDesFichiers(RacineNeuve racine) {
        assertThat(racine.passer("unshare", "--net", "nginx", "-t").texte()).contains("test is successful");
        assertThat(racine.passer(
                                "unshare",
                                "--net",
                                "runuser",
                                "-u",
                                "tomcat",
                                "--",
                                "env",
                                "CATALINA_HOME=/usr/share/tomcat10",
                                "CATALINA_BASE=/var/lib/tomcat10",
                                "/usr/share/tomcat10/bin/catalina.sh",
                                "configtest")
                        .texte())
                .contains("http-nio-127.0.0.1-8080")
                .doesNotContain("SEVERE");
        assertThat(racine.passer("systemd-analyze", "verify", "tomcat10.service"))
                .isEqualTo(new Sortie(0, ""));
    }

    private static Sortie installer(RacineNeuve racine) {
        return racine.passer(SCRIPT, REPONSES, WAR);
    }

    /** Chaque fichier que l'installation pourrait toucher : droits, propriétaire, taille, date. */
    private static String etat(RacineNeuve racine) {
        return racine.passer(
                        "find",
                        "/etc",
                        "/root",
                        "/srv",
                        "/usr",
                        "/var/lib/teleservices",
                        "/var/lib/tomcat10",
                        "-type",
                        "f",
                        "-printf",
                        "%p %m %u:%g %s %T@\\n")
                .texte();
    }
}
