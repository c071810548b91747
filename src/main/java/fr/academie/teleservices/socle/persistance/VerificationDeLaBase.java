package fr.academie.teleservices.socle.persistance;

import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.mesure.Mesurable;
import fr.academie.teleservices.socle.mesure.Mesure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Refuse de démarrer sur une base qui perdrait des écritures acquittées : une validation doit être sur le disque quand la page de
 * succès s'affiche ; sur celui d'une réplique aussi, si le maître l'attend.
 */
@Singleton
public final class VerificationDeLaBase implements Mesurable {

    /** Le maître peut avoir cessé d'attendre de lui-même, au bout de {@code rpl_semi_sync_master_timeout}. */
    private static final String ATTEND = "(SELECT variable_value = 'ON' FROM information_schema.global_status"
            + " WHERE variable_name = 'RPL_SEMI_SYNC_MASTER_STATUS')";

    private final DataSource source;
    private final Reglages.Base base;
    private volatile boolean repliqueAttendue;

    @Inject
    public VerificationDeLaBase(DataSource source, Reglages reglages) {
        this.source = source;
        this.base = reglages.base();
    }

    /** Lève {@link IllegalStateException} avec chaque réglage à corriger. */
    public void verifier() {
        if (base.url() != null) {
            LiaisonDeLaBase.exiger(base.url(), base.enClair());
        }
        List<String> defauts = new ArrayList<>();
        try (Connection connexion = source.getConnection();
                Statement requete = connexion.createStatement();
                ResultSet lu =
                        requete.executeQuery("SELECT @@innodb_flush_log_at_trx_commit, @@innodb_doublewrite, @@log_bin,"
                                + " @@sync_binlog, @@rpl_semi_sync_master_enabled, @@rpl_semi_sync_master_wait_point, "
                                + ATTEND)) {
            // Par JNDI, l'adresse est celle du serveur d'applications.
            LiaisonDeLaBase.exiger(connexion.getMetaData().getURL(), base.enClair());
            LiaisonDeLaBase.exigerUnSeulServeur(connexion.getMetaData().getURL());
            lu.next();
            exiger(lu.getInt(1) == 1, "innodb_flush_log_at_trx_commit = 1", defauts);
            exiger(!"0".equals(lu.getString(2)) && !"OFF".equals(lu.getString(2)), "innodb_doublewrite = ON", defauts);
            exiger(lu.getInt(3) == 0 || lu.getInt(4) == 1, "sync_binlog = 1", defauts);
            // Sinon d'autres liraient ce que la réplique n'a pas encore, et que la mort du maître emporterait.
            exiger(
                    lu.getInt(5) == 0 || "AFTER_SYNC".equals(lu.getString(6)),
                    "rpl_semi_sync_master_wait_point = AFTER_SYNC",
                    defauts);
            repliqueAttendue = lu.getBoolean(7);
            // Demandée au pilote : la variable n'a pas le même nom avant et après MariaDB 11.1.
            exiger(
                    connexion.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED,
                    "isolation READ COMMITTED sur chaque connexion",
                    defauts);
            exiger(!connexion.getAutoCommit(), "autocommit désactivé sur chaque connexion", defauts);
            connexion.rollback();
        } catch (SQLException e) {
            String liaison = LiaisonDeLaBase.pourquoi(e).orElse(null);
            if (liaison != null) {
                throw new LiaisonRefusee(liaison, e);
            }
            throw new IllegalStateException(
                    "La base ne répond pas : vérifiez base.url, le compte et le serveur MariaDB (" + raison(e) + ").",
                    e);
        }
        if (!defauts.isEmpty()) {
            throw new IllegalStateException("Réglages de MariaDB à corriger : " + String.join(" ; ", defauts) + ".");
        }
    }

    /**
     * {@code maitreSansReplique} : un quand {@code base.url} nomme plusieurs serveurs et qu'au dernier regard le maître validait sans attendre
     * sa réplique. Un maître promu est seul un moment ; c'est le rester qui est à dire.
     */
    @Override
    public List<Mesure> mesures() {
        boolean plusieurs = base.url() != null && LiaisonDeLaBase.nommePlusieursServeurs(base.url());
        return List.of(new Mesure("maitreSansReplique", () -> plusieurs && !repliqueAttendue ? 1 : 0));
    }

    /** Ce que dit la cause première : une réserve de connexions n'annonce que sa propre attente. */
    private static String raison(Throwable e) {
        Throwable premiere = e;
        while (premiere.getCause() != null) {
            premiere = premiere.getCause();
        }
        return String.valueOf(premiere.getMessage()).strip();
    }

    private static void exiger(boolean tenu, String attendu, List<String> defauts) {
        if (!tenu) {
            defauts.add(attendu);
        }
    }
}
