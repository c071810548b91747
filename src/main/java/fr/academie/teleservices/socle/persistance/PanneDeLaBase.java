package fr.academie.teleservices.socle.persistance;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'une base qui ne peut pas servir dit à qui attend : revenir dans une minute, ou ne rien changer pour l'instant. Toute autre erreur
 * est une faute, et ne passe pas pour une panne. Source des codes : MariaDB, « Error Codes » ; état 08 : ISO 9075, « connection exception ».
 */
public enum PanneDeLaBase {
    /** Elle ne répond pas, n'a plus de connexion libre, ou se tient elle-même trop longtemps : réessayer a un sens. */
    INDISPONIBLE,
    /** Elle se lit et ne s'écrit pas : {@code read_only}, ou plus de place sur son disque. */
    LECTURE_SEULE;

    /** 1213 interblocage, 1205 attente de verrou dépassée, 1020 ligne changée depuis sa lecture. */
    private static final Set<Integer> CONFLITS = Set.of(1213, 1205, 1020);

    /**
     * 1290 {@code --read-only}, 1792 transaction en lecture seule, 1836 serveur en lecture seule, 1874 InnoDB en lecture seule ; 3 et 1026
     * écriture d'un fichier, 1021 disque plein, 1114 table pleine, 1036 table ouverte en lecture seule.
     */
    private static final Set<Integer> SANS_ECRITURE = Set.of(1290, 1792, 1836, 1874, 3, 1026, 1021, 1114, 1036);

    /** 1040 et 1203 trop de connexions, 1053 arrêt en cours, 1317 requête interrompue, 1927 connexion tuée, 1969 durée dépassée. */
    private static final Set<Integer> OCCUPEE = Set.of(1040, 1203, 1053, 1317, 1927, 1969);

    /** « Got error 28 "No space left on device" » : le moteur de stockage le rapporte sous un code général. */
    private static final String PLUS_DE_PLACE = "No space left on device";

    private static final String CONNEXION = "08";

    /** Le pilote a refait une connexion perdue, et la transaction n'y est plus. Source : MariaDB Connector/J, {@code MultiPrimaryClient}. */
    private static final String CONNEXION_REFAITE = "25S03";

    /** La panne qui a causé cette erreur ; vide si c'est autre chose. */
    public static Optional<PanneDeLaBase> de(Throwable erreur) {
        for (Throwable cause = erreur; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if (SANS_ECRITURE.contains(sql.getErrorCode())
                        || String.valueOf(sql.getMessage()).contains(PLUS_DE_PLACE)) {
                    return Optional.of(LECTURE_SEULE);
                }
                if (estLaLiaison(sql)
                        || CONFLITS.contains(sql.getErrorCode())
                        || OCCUPEE.contains(sql.getErrorCode())) {
                    return Optional.of(INDISPONIBLE);
                }
            }
        }
        return Optional.empty();
    }

    /** Son code et sa première ligne, suivie de celle qui l'a causée : une réserve n'annonce que sa propre attente. */
    public static String enBref(Throwable erreur) {
        SQLException sql = causeSql(erreur);
        if (sql == null) {
            return erreur.getClass().getSimpleName() + ", " + premiereLigne(erreur);
        }
        String dit = sql.getErrorCode() + " " + sql.getSQLState() + ", " + premiereLigne(sql);
        SQLException premiere = sql.getCause() == null ? null : causeSql(sql.getCause());
        return premiere == null ? dit : dit + " (" + premiereLigne(premiere) + ")";
    }

    private static String premiereLigne(Throwable erreur) {
        String message = String.valueOf(erreur.getMessage()).strip();
        int fin = message.indexOf('\n');
        return fin < 0 ? message : message.substring(0, fin);
    }

    static boolean estUnConflit(Throwable erreur) {
        SQLException sql = causeSql(erreur);
        return sql != null && CONFLITS.contains(sql.getErrorCode());
    }

    /** Vrai si un travail annulé peut être refait : un conflit, ou une connexion perdue. */
    static boolean estRejouable(Throwable erreur) {
        SQLException sql = causeSql(erreur);
        return sql != null && (CONFLITS.contains(sql.getErrorCode()) || etatDeConnexion(sql));
    }

    /** Vrai si une connexion ouverte s'est perdue ; faux si la base n'en a pas donné : attendre de nouveau ne la rendrait pas plus vite. */
    static boolean estUneCoupure(Throwable erreur) {
        SQLException sql = causeSql(erreur);
        return sql != null && etatDeConnexion(sql) && !(sql instanceof SQLTransientConnectionException);
    }

    private static boolean estLaLiaison(SQLException sql) {
        return etatDeConnexion(sql)
                || sql instanceof SQLTimeoutException
                || (sql instanceof SQLTransientConnectionException && !estDitParLeServeur(sql.getCause()))
                // La réserve de Tomcat, épuisée.
                || sql.getCause() instanceof NoSuchElementException;
    }

    /**
     * Vrai si la réserve n'a pas de connexion parce que le serveur en refuse (mot de passe, base inconnue) : attendre n'y changerait rien. Une
     * connexion au repos qui s'est tue laisse, elle, une erreur du pilote sans code : « cannot be called on a closed connection ».
     */
    private static boolean estDitParLeServeur(@Nullable Throwable cause) {
        return cause instanceof SQLException sql && sql.getErrorCode() > 0;
    }

    private static boolean etatDeConnexion(SQLException sql) {
        String etat = sql.getSQLState();
        return etat != null && (etat.startsWith(CONNEXION) || etat.equals(CONNEXION_REFAITE));
    }

    private static @Nullable SQLException causeSql(Throwable erreur) {
        for (Throwable cause = erreur; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
