package fr.academie.teleservices.socle.persistance;

import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.SslMode;

/**
 * Refuse une base d'une autre machine jointe en clair, ou sans que son certificat soit vérifié jusqu'au nom : mots de passe, noms
 * d'enfants et empreintes y passeraient à portée de qui écoute. Une base de la même machine ne traverse aucun réseau.
 */
final class LiaisonDeLaBase {

    /** Une adresse écrite en chiffres : la lire n'interroge aucun annuaire. */
    private static final Pattern CHIFFREE = Pattern.compile("[0-9.]+|\\[?[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*]?");

    private LiaisonDeLaBase() {}

    /**
     * Lève {@link ErreurDeConfiguration} si la base est ailleurs et que sa liaison n'est pas vérifiée.
     *
     * @param adresse adresse JDBC, telle que le pilote la lit
     * @param enClair vrai si l'administrateur dit que ce réseau se passe de chiffrement
     */
    static void exiger(String adresse, boolean enClair) {
        Configuration lue = lire(adresse);
        Set<String> distantes = lue.addresses().stream()
                .filter(hote -> !estLocal(hote))
                .map(hote -> hote.host)
                .collect(Collectors.toSet());
        if (distantes.isEmpty() || lue.sslMode() == SslMode.VERIFY_FULL || enClair) {
            return;
        }
        throw new ErreurDeConfiguration("La base est sur une autre machine (" + String.join(", ", distantes)
                + ") et « base.url » ne dit pas sslMode=verify-full : ajoutez"
                + " « ?sslMode=verify-full&serverSslCert=/chemin/de/l-autorite.pem » (conf/DEPLOIEMENT.md), ou écrivez"
                + " « base.en_clair = oui » si ce réseau est à vous seuls.");
    }

    /** Vrai d'un maître et de qui prendrait sa suite. */
    static boolean nommePlusieursServeurs(String adresse) {
        return lire(adresse).addresses().size() > 1;
    }

    /**
     * Lève {@link ErreurDeConfiguration} si une réserve qui n'est pas la nôtre a le choix entre plusieurs serveurs : elle resterait à un ancien
     * maître revenu en lecture seule.
     */
    static void exigerUnSeulServeur(String adresse) {
        if (nommePlusieursServeurs(adresse)) {
            throw new ErreurDeConfiguration(
                    "La source de données du serveur (« base.jndi ») nomme plusieurs serveurs MariaDB : elle ne"
                            + " saurait pas lequel s'écrit. Retirez « base.jndi », et donnez cette adresse à « base.url »"
                            + " (conf/DEPLOIEMENT.md, « Une réplique de la base »).");
        }
    }

    /** Ce que dit l'administrateur à qui la liaison exigée a été refusée ; vide si le refus vient d'ailleurs. */
    static Optional<String> pourquoi(Throwable refus) {
        boolean chiffree = false;
        for (Throwable cause = refus; cause != null; cause = cause.getCause()) {
            String dit = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (dit.contains("ssl not enabled in the server")) {
                return Optional.of(
                        "La base ne propose pas de liaison chiffrée, que « base.url » exige (sslMode) : donnez-lui"
                                + " un certificat (ssl_cert, ssl_key).");
            }
            if (dit.contains("doesn't correspond to") || dit.contains("none of them match")) {
                return Optional.of(
                        "Le certificat de la base n'est pas au nom que donne « base.url » : écrivez-y celui du"
                                + " certificat (" + cause.getMessage() + ").");
            }
            chiffree |= cause instanceof SSLException || cause instanceof CertificateException;
        }
        return chiffree
                ? Optional.of("Le certificat de la base n'est pas signé par l'autorité que donne « base.url »"
                        + " (serverSslCert), ou n'est plus valable.")
                : Optional.empty();
    }

    private static Configuration lire(String adresse) {
        return lire(adresse, new Properties());
    }

    /** L'adresse telle que le pilote la lit, avec ces propriétés de plus. */
    static Configuration lire(String adresse, Properties enPlus) {
        try {
            Configuration lue = Configuration.parse(adresse, enPlus);
            if (lue != null) {
                return lue;
            }
        } catch (SQLException e) {
            throw new ErreurDeConfiguration("Le réglage « base.url » est illisible : " + e.getMessage(), e);
        }
        throw new ErreurDeConfiguration(
                "Le réglage « base.url » doit commencer par « jdbc:mariadb: », comme jdbc:mariadb://127.0.0.1:3306/teleservices.");
    }

    private static boolean estLocal(HostAddress adresse) {
        if (adresse.localSocket != null || adresse.pipe != null) {
            return true;
        }
        String hote = adresse.host == null ? "localhost" : adresse.host;
        if ("localhost".equalsIgnoreCase(hote)) {
            return true;
        }
        try {
            return CHIFFREE.matcher(hote).matches()
                    && InetAddress.getByName(hote).isLoopbackAddress();
        } catch (UnknownHostException illisible) {
            return false;
        }
    }
}
