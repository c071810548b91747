package fr.academie.teleservices.socle.persistance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.SqlSessionManager;

/** Une même écriture pour beaucoup de lignes, par paquets de la base, dans la transaction en cours ({@link Transactions#parPaquets}). */
final class Paquets {

    /**
     * Lignes d'un envoi. Au-delà de 128 Ko le pilote prend, à chaque envoi, un tampon d'un mégaoctet, puis de seize : plus d'une demi-région de
     * G1, qui recommencerait son marquage chaque fois.
     */
    private static final int PAQUET = 300;

    /** Une clé unique y est déjà. */
    private static final int DEJA_LA = 1062;

    private final SqlSessionManager sessions;

    Paquets(SqlSessionManager sessions) {
        this.sessions = sessions;
    }

    void envoyer(Class<?> mapper, String instruction, Collection<?> lignes) {
        if (lignes.isEmpty()) {
            return;
        }
        try {
            envoyer(mapper.getName() + "." + instruction, lignes);
        } catch (SQLException e) {
            throw new PersistenceException(instruction + " : " + e.getMessage(), e);
        }
    }

    void ajouter(Class<?> mapper, String ajout, String siDejaLa, Collection<?> lignes) {
        if (lignes.isEmpty()) {
            return;
        }
        try {
            Connection connexion = sessions.getConnection();
            Savepoint avant = connexion.setSavepoint();
            try {
                envoyer(mapper.getName() + "." + ajout, lignes);
            } catch (SQLException e) {
                if (e.getErrorCode() != DEJA_LA) {
                    throw e;
                }
                connexion.rollback(avant);
                envoyer(mapper.getName() + "." + siDejaLa, lignes);
            }
        } catch (SQLException e) {
            throw new PersistenceException(ajout + " : " + e.getMessage(), e);
        }
    }

    private void envoyer(String instruction, Collection<?> lignes) throws SQLException {
        MappedStatement voulue = sessions.getConfiguration().getMappedStatement(instruction);
        BoundSql sql = voulue.getBoundSql(lignes.iterator().next());
        Parametres parametres = new Parametres(voulue, sql);
        try (PreparedStatement ordre = sessions.getConnection().prepareStatement(sql.getSql())) {
            int enAttente = 0;
            for (Object ligne : lignes) {
                parametres.donner(ordre, ligne);
                ordre.addBatch();
                enAttente++;
                if (enAttente == PAQUET) {
                    ordre.executeBatch();
                    enAttente = 0;
                }
            }
            if (enAttente > 0) {
                ordre.executeBatch();
            }
        }
    }
}
