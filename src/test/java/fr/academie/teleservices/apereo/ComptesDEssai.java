package fr.academie.teleservices.apereo;

import fr.academie.teleservices.demonstration.donnees.CompteDeDemonstration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Une mère et ses deux comptes, copiés de ceux de la démonstration sous d'autres identifiants : chaque parcours a les siens. */
record ComptesDEssai(String garde, String ferme) {

    private static final String ORIGINAL_GARDE = "cristelle.durand";
    private static final String ORIGINAL_FERME = "cristelle.durand2";

    static ComptesDEssai copier(DataSource base, String suffixe) {
        ComptesDEssai comptes = new ComptesDEssai("garde." + suffixe, "ferme." + suffixe);
        try (Connection connexion = base.getConnection()) {
            copier(connexion, ORIGINAL_GARDE, comptes.garde);
            copier(connexion, ORIGINAL_FERME, comptes.ferme);
            return comptes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copier(Connection connexion, String de, String vers) throws SQLException {
        executer(
                connexion,
                "INSERT INTO responsable (identifiant, nom_famille, prenom, mail, mot_de_passe, etat, active_le)"
                        + " SELECT ?, nom_famille, prenom, mail, mot_de_passe, etat, active_le FROM responsable"
                        + " WHERE identifiant = ?",
                vers,
                de);
        executer(
                connexion,
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat)"
                        + " SELECT n.id, r.eleve_id, r.niveau, r.lien, r.etat FROM rattachement r"
                        + " JOIN responsable o ON o.id = r.responsable_id JOIN responsable n ON n.identifiant = ?"
                        + " WHERE o.identifiant = ?",
                vers,
                de);
    }

    private static void executer(Connection connexion, String sql, String vers, String de) throws SQLException {
        try (PreparedStatement ordre = connexion.prepareStatement(sql)) {
            ordre.setString(1, vers);
            ordre.setString(2, de);
            ordre.executeUpdate();
        }
    }

    static String motDePasseGarde() {
        return CompteDeDemonstration.motDePasse(ORIGINAL_GARDE);
    }

    static String motDePasseFerme() {
        return CompteDeDemonstration.motDePasse(ORIGINAL_FERME);
    }
}
