package fr.academie.teleservices.socle.persistance;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

/**
 * D'où viennent les connexions d'une lecture hors transaction : une réserve en validation automatique et en lecture seule. Dans celle des
 * transactions, chaque lecture paie un second aller-retour, pour annuler une transaction où rien ne s'est fait.
 *
 * @param reserve nulle (JNDI, commande de l'exploitation) : une lecture prend une connexion des transactions
 */
public record Lectures(@Nullable HikariDataSource reserve) {

    /** Sans réserve à elles. */
    public static Lectures parmiLesTransactions() {
        return new Lectures(null);
    }
}
