package fr.academie.teleservices.socle.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Trouve et lit les réglages hors du WAR.
 *
 * <p>Le dossier est, dans l'ordre : le paramètre de contexte {@value #DOSSIER}, la propriété système du même nom, la variable
 * {@code TELESERVICES_CONF}, enfin {@code ${catalina.base}/conf/teleservices}. Un profil d'académie posé dans son sous-dossier
 * {@code academies/} l'emporte sur celui que le WAR contient.
 */
@Singleton
public final class Configuration {

    public static final String DOSSIER = "teleservices.conf";

    private static final Pattern NOM_DE_PROFIL = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    private @Nullable Reglages reglages;
    private @Nullable ProfilAcademie profil;

    /** Lit et vérifie les réglages, avant que quiconque ne les demande. */
    public void lire(ServletContext contexte) {
        lire(dossier(contexte));
    }

    /** Lit et vérifie les réglages d'une commande, que ne lance aucun serveur : les mêmes dossiers, le paramètre de contexte excepté. */
    public void lire() {
        lire(parmi(System.getProperty(DOSSIER), System.getenv("TELESERVICES_CONF")));
    }

    void lire(Path dossier) {
        Reglages lus = Reglages.lire(
                Proprietes.duFichier(dossier.resolve("teleservices.properties"), Configuration::environnement));
        profil = ProfilAcademie.lire(lireProfil(dossier, lus.academie()).avec(lus.surcharges()));
        reglages = lus;
    }

    @Produces
    @Singleton
    public Reglages reglages() {
        return Objects.requireNonNull(reglages, "Les réglages ne sont pas encore lus.");
    }

    @Produces
    @Singleton
    @Named("profil")
    public ProfilAcademie profil() {
        return Objects.requireNonNull(profil, "Les réglages ne sont pas encore lus.");
    }

    @Produces
    @Singleton
    public Clock horloge() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    private static @Nullable String environnement(@Nullable String variable) {
        return System.getenv(variable);
    }

    private static Path dossier(ServletContext contexte) {
        return parmi(
                contexte.getInitParameter(DOSSIER), System.getProperty(DOSSIER), System.getenv("TELESERVICES_CONF"));
    }

    private static Path parmi(@Nullable String... candidats) {
        for (String candidat : candidats) {
            if (candidat != null && !candidat.isBlank()) {
                return Path.of(candidat);
            }
        }
        return Path.of(System.getProperty("catalina.base", "."), "conf", "teleservices");
    }

    private static Proprietes lireProfil(Path dossier, String nom) {
        if (!NOM_DE_PROFIL.matcher(nom).matches()) {
            throw new ErreurDeConfiguration("Le réglage « academie » vaut « " + nom
                    + " » : un nom de fichier de conf/academies/ est attendu, comme « bordeaux ».");
        }
        String relatif = "academies/" + nom + ".properties";
        Path fichier = dossier.resolve(relatif);
        if (Files.exists(fichier)) {
            return Proprietes.duFichier(fichier, variable -> null);
        }
        try (InputStream flux = Configuration.class.getClassLoader().getResourceAsStream(relatif)) {
            if (flux == null) {
                throw new ErreurDeConfiguration("Le réglage « academie » vaut « " + nom + " », mais ni « " + fichier
                        + " » ni le WAR ne contiennent ce profil.");
            }
            return Proprietes.duTexte(relatif, new InputStreamReader(flux, StandardCharsets.UTF_8), variable -> null);
        } catch (IOException e) {
            throw new ErreurDeConfiguration("Le profil « " + nom + " » du WAR est illisible.", e);
        }
    }
}
