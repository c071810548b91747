package fr.academie.teleservices.socle.persistance;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.socle.config.Reglages;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Les transactions qui effacent des lignes de journal : par un compte de base à part ({@code base.purge.utilisateur}), le seul qui le
 * puisse, ou par celui de l'application si aucun n'est réglé.
 */
@Singleton
public final class TransactionsDePurge {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionsDePurge.class);
    private static final int CONNEXIONS = 2;

    private final Transactions transactions;
    private final @Nullable HikariDataSource reserve;

    @Inject
    public TransactionsDePurge(Reglages reglages, Transactions deLApplication) {
        Reglages.Base base = reglages.base();
        if (base.utilisateurPurge() == null || base.url() == null) {
            LOG.info("Journaux purgés par le compte de l'application : base.purge.utilisateur n'est pas réglé.");
            reserve = null;
            transactions = deLApplication;
        } else {
            reserve = SourceDeDonnees.reserve(base.pourLaPurge(CONNEXIONS));
            transactions = new Transactions(reserve);
        }
    }

    private TransactionsDePurge(Transactions deLApplication) {
        reserve = null;
        transactions = deLApplication;
    }

    /** Par le compte de l'application. */
    public static TransactionsDePurge par(Transactions deLApplication) {
        return new TransactionsDePurge(deLApplication);
    }

    /** Les transactions du compte qui purge. */
    public Transactions transactions() {
        return transactions;
    }

    @PreDestroy
    void fermer() {
        if (reserve != null) {
            reserve.close();
        }
    }
}
