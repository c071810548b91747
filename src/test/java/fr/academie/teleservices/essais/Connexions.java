package fr.academie.teleservices.essais;

import fr.academie.teleservices.demonstration.BaseEmbarquee;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Les connexions d'administration déjà ouvertes à chaque base d'essai : les essais y passent des milliers de petites requêtes, et en
 * ouvrir une chaque fois coûtait plus que la requête.
 */
final class Connexions {

    private static final Map<BaseEmbarquee, Queue<Connection>> LIBRES =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Connexions() {}

    /** Un travail sur une connexion. */
    @FunctionalInterface
    interface Travail<T> {
        T faire(Connection connexion) throws SQLException;
    }

    /** Fait ce travail sur une connexion comme neuve ; elle ne resservira que s'il réussit. */
    static <T> T avec(BaseEmbarquee base, Travail<T> travail) {
        Queue<Connection> libres = LIBRES.computeIfAbsent(base, b -> new ConcurrentLinkedQueue<>());
        try {
            Connection connexion = prendre(base, libres);
            boolean reussi = false;
            try {
                T resultat = travail.faire(connexion);
                reussi = true;
                return resultat;
            } finally {
                if (reussi) {
                    libres.add(connexion);
                } else {
                    connexion.close();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection prendre(BaseEmbarquee base, Queue<Connection> libres) throws SQLException {
        for (Connection libre = libres.poll(); libre != null; libre = libres.poll()) {
            if (commeNeuve(libre)) {
                return libre;
            }
        }
        Connection connexion = base.administration().getConnection();
        connexion.setCatalog("teleservices");
        return connexion;
    }

    /** Rend à la connexion ses variables d'origine ; faux si la base ne l'a plus, tuée ou redémarrée entre-temps. */
    private static boolean commeNeuve(Connection connexion) throws SQLException {
        try {
            connexion.unwrap(org.mariadb.jdbc.Connection.class).reset();
            return true;
        } catch (SQLException perdue) {
            connexion.close();
            return false;
        }
    }
}
