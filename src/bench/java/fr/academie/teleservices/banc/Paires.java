package fr.academie.teleservices.banc;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Des paires de comptes à regrouper : un élève sur chacun, comme le cas le plus courant. */
final class Paires {

    private static final int LOT = 1000;
    private static final String UAI = "0330001A";

    private final DataSource source;
    private final Atelier atelier;
    private long prochaine = 1;
    private long session;

    Paires(DataSource source, Atelier atelier) {
        this.source = source;
        this.atelier = atelier;
    }

    /** Une paire prête : la demande est ouverte, il ne reste qu'à confirmer. */
    record Paire(Demandeur demandeur, long secondaireId, UUID jeton, String vue) {}

    /** Crée {@code nombre} paires ; le principal de la paire n porte l'id 2n−1, le secondaire l'id 2n. */
    void creer(int nombre) throws SQLException {
        try (Connection connexion = source.getConnection();
                Statement requete = connexion.createStatement()) {
            requete.execute("INSERT INTO etablissement (uai, nature, nom) VALUES ('" + UAI + "', 'COLLEGE', 'Banc')");
            requete.execute("INSERT INTO session_ouverte (ticket, identifiant, profil, ouverte_le)"
                    + " VALUES (UNHEX(SHA2('banc', 256)), 'banc', 'RESPONSABLE', UTC_TIMESTAMP(3))");
            try (ResultSet lu = requete.executeQuery("SELECT MAX(id) FROM session_ouverte")) {
                lu.next();
                session = lu.getLong(1);
            }
            remplir(
                    connexion,
                    2 * nombre,
                    "INSERT INTO responsable (id, identifiant, nom_famille, prenom, mail, mot_de_passe, etat, active_le)"
                            + " VALUES (?, CONCAT('compte', ?), 'DURAND', 'Cristelle', 'a@exemple.fr', '{x}', 'ACTIF',"
                            + " UTC_TIMESTAMP(3))",
                    2);
            remplir(
                    connexion,
                    2 * nombre,
                    "INSERT INTO eleve (id, nom, prenom, date_naissance, uai) VALUES (?, 'DURAND', CONCAT('E', ?),"
                            + " '2012-01-01', '" + UAI + "')",
                    2);
            remplir(
                    connexion,
                    2 * nombre,
                    "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat) VALUES (?, ?, 1, 10, 'ACTIF')",
                    2);
            connexion.commit();
        }
    }

    /** Les prochaines paires jamais servies, demandes ouvertes. */
    List<Paire> prendre(int nombre) {
        List<Paire> paires = new ArrayList<>();
        for (int i = 0; i < nombre; i++) {
            long principal = 2 * prochaine - 1;
            long secondaire = 2 * prochaine;
            prochaine++;
            Demandeur demandeur = Atelier.demandeur(principal, "compte" + principal, session);
            UUID jeton = DemandesDEssai.ouvrir(atelier, demandeur, secondaire);
            paires.add(new Paire(demandeur, secondaire, jeton, atelier.vue(demandeur, jeton)));
        }
        return paires;
    }

    private static void remplir(Connection connexion, int nombre, String sql, int parametres) throws SQLException {
        try (PreparedStatement requete = connexion.prepareStatement(sql)) {
            for (int i = 1; i <= nombre; i++) {
                for (int p = 1; p <= parametres; p++) {
                    requete.setLong(p, i);
                }
                requete.addBatch();
                if (i % LOT == 0) {
                    requete.executeBatch();
                }
            }
            requete.executeBatch();
        }
    }
}
