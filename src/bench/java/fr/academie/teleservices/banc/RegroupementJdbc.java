package fr.academie.teleservices.banc;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Le regroupement d'une paire, mêmes instructions que le service, en JDBC préparé : le plancher sans MyBatis ni règles. */
final class RegroupementJdbc {

    private static final String DEMANDE = "SELECT d.jeton, d.principal_id, d.secondaire_id, d.session_id, d.empreinte,"
            + " d.expire_le, g.fait_le FROM demande_regroupement AS d LEFT JOIN regroupement AS g ON g.jeton = d.jeton"
            + " WHERE d.jeton = ? AND d.principal_id = ?";
    private static final String COMPTES = "SELECT id, identifiant, nom_famille, nom_usage, prenom, mail,"
            + " telephone_portable, etat, version, provisoire_expire_le FROM responsable WHERE id IN (?, ?) ORDER BY id"
            + " FOR UPDATE";
    private static final String LIENS = "SELECT l.id, l.responsable_id, l.eleve_id, l.niveau, l.lien, l.etat,"
            + " (SELECT e.identifiant FROM eleve AS e WHERE e.id = l.eleve_id),"
            + " (SELECT i.uai FROM inscription AS i JOIN eleve AS e ON e.id = i.eleve_id WHERE i.eleve_id = l.eleve_id"
            + " ORDER BY i.ouverte DESC, i.sorti_le DESC, i.uai = e.uai DESC, i.id LIMIT 1) FROM rattachement AS l"
            + " WHERE l.responsable_id IN (?, ?) ORDER BY l.id FOR UPDATE";
    private static final String ECRITURES = """
            BEGIN NOT ATOMIC
              DECLARE numero BIGINT UNSIGNED;
              INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, adresse, correspondance, etat)
              VALUES (?, ?, ?, UTC_TIMESTAMP(3), 'banc', '127.0.0.1', 'NOM_DE_FAMILLE', 'ACTIF');
              SET numero = LAST_INSERT_ID();
              INSERT INTO regroupement_rattachement (regroupement_id, eleve_id, principal_niveau, principal_lien,
                principal_etat, secondaire_niveau, secondaire_lien, secondaire_etat, apres_niveau, apres_lien, apres_etat)
              VALUES (numero, ?, 1, 10, 'ACTIF', NULL, NULL, NULL, 1, 10, 'ACTIF'),
                     (numero, ?, NULL, NULL, NULL, 1, 10, 'ACTIF', 1, 10, 'ACTIF');
              UPDATE rattachement SET responsable_id = ? WHERE id IN (?);
              UPDATE responsable SET etat = 'FERME', motif_fermeture = 'REGROUPEMENT', ferme_le = UTC_TIMESTAMP(3),
                mot_de_passe = NULL, provisoire_expire_le = NULL, version = version + 1 WHERE id = ?;
              UPDATE responsable SET version = version + 1 WHERE id = ?;
              UPDATE responsable_attendu SET responsable_id = ? WHERE responsable_id = ?;
              INSERT INTO journal (le, action, responsable_id, acteur, acteur_profil, adresse, details)
              VALUES (UTC_TIMESTAMP(3), 'REGROUPEMENT', ?, 'banc', 'RESPONSABLE', '127.0.0.1', ?),
                     (UTC_TIMESTAMP(3), 'FERMETURE', ?, 'banc', 'RESPONSABLE', '127.0.0.1', ?);
              INSERT INTO evenement (le, type, responsable_id, charge)
              VALUES (UTC_TIMESTAMP(3), 'COMPTE_FERME', ?, ?), (UTC_TIMESTAMP(3), 'RATTACHEMENTS_MODIFIES', ?, ?);
              INSERT INTO courriel (destinataire, objet, texte, cree_le, a_envoyer_le)
              VALUES ('a@exemple.fr', 'Vos comptes ont été regroupés', ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
            END""";
    private static final String DETAILS = "{\"x\":\"" + "0123456789".repeat(30) + "\"}";

    private final DataSource source;

    RegroupementJdbc(DataSource source) {
        this.source = source;
    }

    void regrouper(Paires.Paire paire) throws SQLException {
        long principal = paire.demandeur().responsableId();
        long secondaire = paire.secondaireId();
        try (Connection connexion = source.getConnection()) {
            lire(connexion, DEMANDE, octets(paire.jeton()), principal);
            lire(connexion, COMPTES, principal, secondaire);
            long lien = lire(connexion, LIENS, principal, secondaire);
            try (PreparedStatement ecriture = connexion.prepareStatement(ECRITURES)) {
                Object[] valeurs = {
                    octets(paire.jeton()),
                    principal,
                    secondaire,
                    principal,
                    secondaire,
                    principal,
                    lien,
                    secondaire,
                    principal,
                    principal,
                    secondaire,
                    principal,
                    DETAILS,
                    secondaire,
                    DETAILS,
                    secondaire,
                    DETAILS,
                    principal,
                    DETAILS,
                    DETAILS
                };
                for (int i = 0; i < valeurs.length; i++) {
                    ecriture.setObject(i + 1, valeurs[i]);
                }
                ecriture.executeUpdate();
            }
            connexion.commit();
        }
    }

    /** Exécute la lecture et rend le premier entier de sa dernière ligne. */
    private static long lire(Connection connexion, String sql, Object... valeurs) throws SQLException {
        try (PreparedStatement lecture = connexion.prepareStatement(sql)) {
            for (int i = 0; i < valeurs.length; i++) {
                lecture.setObject(i + 1, valeurs[i]);
            }
            long dernier = 0;
            try (ResultSet lu = lecture.executeQuery()) {
                while (lu.next()) {
                    dernier = DEMANDE.equals(sql) ? 0 : lu.getLong(1);
                }
            }
            return dernier;
        }
    }

    private static byte[] octets(UUID jeton) {
        return ByteBuffer.allocate(16)
                .putLong(jeton.getMostSignificantBits())
                .putLong(jeton.getLeastSignificantBits())
                .array();
    }
}
