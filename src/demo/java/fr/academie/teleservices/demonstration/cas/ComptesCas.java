package fr.academie.teleservices.demonstration.cas;

import fr.academie.teleservices.compte.MotDePasseProvisoire;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Vérifie un identifiant et un mot de passe contre la vue {@code compte_cas}, la seule chose que ce CAS lise. */
final class ComptesCas {

    /** Ce que vaut ce qui a été saisi. */
    enum Verdict {
        ACCEPTE,
        REFUSE,
        PROVISOIRE_EXPIRE
    }

    /** @param compte présent seulement si le mot de passe est accepté */
    record Reponse(Verdict verdict, @Nullable CompteCas compte) {}

    private static final Pattern BLANCS = Pattern.compile("^\\h+|\\h+$");
    private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final int LONGUEUR_MAXIMALE = 1000;

    private final DataSource source;
    private final Clock horloge;
    private final PasswordEncoder encodeur;
    private final String leurre;
    private final Semaphore calculs = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    ComptesCas(DataSource source, Clock horloge) {
        this.source = source;
        this.horloge = horloge;
        Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
        DelegatingPasswordEncoder delegue = new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", argon2, "bcrypt", new BCryptPasswordEncoder()));
        delegue.setDefaultPasswordEncoderForMatches(new FormatInconnu());
        this.encodeur = delegue;
        this.leurre = delegue.encode("personne n'a ce mot de passe");
    }

    /** L'identifiant sans casse ni blancs autour ; vide si ce n'en est pas un. */
    static Optional<String> canonique(String saisi) {
        String net = BLANCS.matcher(saisi).replaceAll("");
        return ASCII.matcher(net).matches() ? Optional.of(net.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Le compte tant que la vue le montre : un compte fermé n'y est plus. */
    Optional<CompteCas> chercher(String identifiant) throws SQLException {
        try (Connection connexion = source.getConnection();
                PreparedStatement requete = connexion.prepareStatement(
                        "SELECT identifiant, mot_de_passe, profil, nom, prenom, mail, expire_le FROM compte_cas"
                                + " WHERE identifiant = ?")) {
            requete.setString(1, identifiant);
            try (ResultSet ligne = requete.executeQuery()) {
                return ligne.next() ? Optional.of(lire(ligne)) : Optional.empty();
            }
        }
    }

    private static CompteCas lire(ResultSet ligne) throws SQLException {
        LocalDateTime expire = ligne.getObject("expire_le", LocalDateTime.class);
        return new CompteCas(
                ligne.getString("identifiant"),
                ligne.getString("mot_de_passe"),
                ligne.getString("profil"),
                ligne.getString("nom"),
                ligne.getString("prenom"),
                ligne.getString("mail"),
                expire == null ? null : expire.toInstant(ZoneOffset.UTC));
    }

    /**
     * Vérifie ; une empreinte est calculée même pour un inconnu, pour que la durée n'apprenne rien. Ce qui a la forme d'un mot de passe de
     * courrier est essayé aussi comme imprimé.
     */
    Reponse authentifier(String saisi, String motDePasse) throws SQLException {
        Optional<String> identifiant = canonique(saisi);
        Optional<CompteCas> trouve = identifiant.isPresent() ? chercher(identifiant.get()) : Optional.empty();
        String tape = motDePasse.length() > LONGUEUR_MAXIMALE ? "" : motDePasse;
        String empreinte = trouve.map(CompteCas::empreinte).orElse(leurre);
        String imprime = MotDePasseProvisoire.lire(tape)
                .map(MotDePasseProvisoire::valeur)
                .orElse(tape);
        boolean juste = correspond(tape, empreinte) || (!imprime.equals(tape) && correspond(imprime, empreinte));
        if (trouve.isEmpty() || !juste) {
            return new Reponse(Verdict.REFUSE, null);
        }
        CompteCas compte = trouve.get();
        if (compte.expireLe() != null && !horloge.instant().isBefore(compte.expireLe())) {
            return new Reponse(Verdict.PROVISOIRE_EXPIRE, null);
        }
        return new Reponse(Verdict.ACCEPTE, compte);
    }

    private boolean correspond(String motDePasse, String empreinte) {
        calculs.acquireUninterruptibly();
        try {
            return encodeur.matches(motDePasse, empreinte);
        } catch (IllegalArgumentException empreinteIllisible) {
            return false;
        } finally {
            calculs.release();
        }
    }

    /** Une empreinte d'un format que ce CAS ne lit pas ne correspond à rien. */
    private static final class FormatInconnu implements PasswordEncoder {
        @Override
        public String encode(CharSequence motDePasse) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean matches(CharSequence motDePasse, String empreinte) {
            return false;
        }
    }
}
