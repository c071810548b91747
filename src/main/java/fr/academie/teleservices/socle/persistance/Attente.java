package fr.academie.teleservices.socle.persistance;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * L'attente d'une réponse de la base, ramenée à ce qu'il reste de patience le temps d'un essai, puis rendue : une connexion retourne à sa
 * réserve telle qu'elle en est sortie. Le pilote la pose sur sa prise : aucun aller-retour.
 */
final class Attente {

    private static final Logger LOG = LoggerFactory.getLogger(Attente.class);

    private final Connection connexion;
    private final int avant;

    private Attente(Connection connexion, int avant) {
        this.connexion = connexion;
        this.avant = avant;
    }

    /**
     * Borne cette connexion ; nul si elle attend déjà moins.
     *
     * @param essai commencé avant d'attendre cette connexion
     */
    static @Nullable Attente borner(Connection connexion, Patience.Essai essai) {
        try {
            int avant = connexion.getNetworkTimeout();
            int reste = essai.resteEnMs();
            if (avant > 0 && avant <= reste) {
                return null;
            }
            connexion.setNetworkTimeout(Runnable::run, reste);
            return new Attente(connexion, avant);
        } catch (SQLException e) {
            throw new PersistenceException("L'attente d'une réponse de la base n'a pas pu être bornée.", e);
        }
    }

    void rendre() {
        try {
            // Sans demander si elle est fermée : la réserve de Tomcat, qui l'apprendrait, la remplacerait aussitôt.
            connexion.setNetworkTimeout(Runnable::run, avant);
        } catch (SQLException perdue) {
            LOG.debug("Connexion perdue : la réserve ne la reprendra pas.", perdue);
        }
    }
}
