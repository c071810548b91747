package fr.academie.teleservices.socle.persistance;

import fr.academie.teleservices.socle.config.Reglages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Donne au compte de l'application ce qu'il lui faut, table par table, après les scripts : lire et ajouter partout, changer et effacer
 * seulement là où il le doit, jamais dans un journal. La liste est {@code droits.sql} ; un essai la tire des requêtes.
 *
 * <p>Le compte des scripts les donne, s'il en a le droit ({@code WITH GRANT OPTION}) ; sinon, une ligne des traces dit ce qui manque.
 */
@Singleton
public final class Droits {

    private static final Logger LOG = LoggerFactory.getLogger(Droits.class);
    private static final String ORDRES = "droits.sql";
    private static final Pattern SUR_TOUTE_LA_BASE = Pattern.compile("GRANT (.*) ON \\S+\\.\\* TO .*");
    private static final Pattern CHANGE_OU_EFFACE = Pattern.compile("\\b(?:UPDATE|DELETE|ALL PRIVILEGES)\\b");

    static final String VERROU = "teleservices_droits";
    private static final int ATTENTE_DE_L_AUTRE_SECONDES = 30;

    private final Reglages.Base base;
    private final DataSource source;

    @Inject
    public Droits(Reglages reglages, DataSource source) {
        this.base = reglages.base();
        this.source = source;
    }

    /** Les donne, puis dit dans les traces si les journaux sont en ajout seul. Sans effet si un seul compte fait tout. */
    public void donner() {
        if (base.utilisateurMigration() == null || base.url() == null || !base.migration()) {
            LOG.info("Droits de la base : laissés à qui l'administre (aucun compte de scripts n'est réglé).");
            return;
        }
        try {
            donnerOuDire(base.url(), base.utilisateurMigration(), base.motDePasseMigration());
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Les droits des comptes de la base n'ont pas pu être donnés (" + e.getMessage() + ").", e);
        }
    }

    private void donnerOuDire(String url, String utilisateur, @Nullable String motDePasse) throws SQLException {
        String application = compte(source);
        // Sans droits encore, il ne peut pas se connecter pour dire qui il est : du même hôte que l'application.
        String purge = base.utilisateurPurge() == null
                ? application
                : entreApostrophes(base.utilisateurPurge()) + application.substring(application.lastIndexOf('@'));
        try (Connection scripts = new ServeursEnSuite(url, utilisateur, motDePasse, new Properties()).getConnection();
                Statement requete = scripts.createStatement()) {
            boolean peut = lire(requete, "SHOW GRANTS").stream().anyMatch(droit -> droit.endsWith("WITH GRANT OPTION"));
            if (!peut) {
                LOG.warn(
                        "Droits de la base : le compte « {} » ne peut pas en donner (WITH GRANT OPTION, conf/DEPLOIEMENT.md) :"
                                + " ceux de l'application restent ce qu'ils sont.",
                        utilisateur);
                return;
            }
            // Entre le don et le retrait d'un autre serveur qui démarre, celui-ci retirerait ce qui n'y est plus. Rendu
            // avec la connexion.
            lire(requete, "SELECT GET_LOCK('" + VERROU + "', " + ATTENTE_DE_L_AUTRE_SECONDES + ")");
            for (String ordre : ordres()) {
                requete.execute(ordre.replace("@application", application).replace("@purge", purge));
            }
        }
        try (Connection connexion = source.getConnection();
                Statement requete = connexion.createStatement()) {
            if (lire(requete, "SHOW GRANTS").stream().anyMatch(Droits::toucheAToutesLesTables)) {
                LOG.warn(
                        "Journaux : le compte {} peut encore les changer. Retirez-lui ce droit : REVOKE UPDATE, DELETE ON"
                                + " <base>.* FROM {};",
                        application,
                        application);
            } else {
                LOG.info("Journaux en ajout seul pour le compte {}.", application);
            }
            connexion.rollback();
        }
    }

    private static boolean toucheAToutesLesTables(String droit) {
        var portee = SUR_TOUTE_LA_BASE.matcher(droit);
        return portee.matches() && CHANGE_OU_EFFACE.matcher(portee.group(1)).find();
    }

    /** Le compte que la base reconnaît : {@code 'teleservices'@'localhost'}. */
    private static String compte(DataSource source) throws SQLException {
        try (Connection connexion = source.getConnection();
                Statement requete = connexion.createStatement()) {
            String compte = lire(requete, "SELECT CURRENT_USER()").get(0);
            connexion.rollback();
            int hote = compte.lastIndexOf('@');
            return entreApostrophes(compte.substring(0, hote)) + "@" + entreApostrophes(compte.substring(hote + 1));
        }
    }

    private static String entreApostrophes(String nom) {
        return "'" + nom.replace("'", "''") + "'";
    }

    private static List<String> lire(Statement requete, String sql) throws SQLException {
        List<String> lues = new ArrayList<>();
        try (ResultSet ligne = requete.executeQuery(sql)) {
            while (ligne.next()) {
                lues.add(ligne.getString(1));
            }
        }
        return lues;
    }

    /** Les ordres, dans leur ordre. */
    static List<String> ordres() {
        try (InputStream flux = Droits.class.getResourceAsStream(ORDRES)) {
            if (flux == null) {
                throw new IllegalStateException("Le WAR est incomplet : " + ORDRES + " manque.");
            }
            String texte = new String(flux.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(texte.split(";", -1))
                    .map(String::strip)
                    .filter(ordre -> !ordre.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("Le WAR est incomplet : " + ORDRES + " est illisible.", e);
        }
    }
}
