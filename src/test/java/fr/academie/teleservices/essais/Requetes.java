package fr.academie.teleservices.essais;

import fr.academie.teleservices.demonstration.BaseEmbarquee;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Du SQL passé tel quel à la base d'un essai, par le compte d'administration. */
public final class Requetes {

    private final BaseEmbarquee base;

    public Requetes(BaseEmbarquee base) {
        this.base = base;
    }

    /** Des instructions, l'une après l'autre sur une même connexion, validées chacune. */
    public void executer(String... instructions) {
        try (Connection connexion = connexion();
                Statement requete = connexion.createStatement()) {
            for (String instruction : instructions) {
                requete.execute(instruction);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Les lignes d'une requête, colonnes séparées par « | », nuls écrits « ∅ ». */
    public List<String> lire(String requete) {
        List<String> lignes = new ArrayList<>();
        try (Connection connexion = connexion();
                Statement instruction = connexion.createStatement();
                ResultSet lu = instruction.executeQuery(requete)) {
            int colonnes = lu.getMetaData().getColumnCount();
            while (lu.next()) {
                List<String> valeurs = new ArrayList<>();
                for (int i = 1; i <= colonnes; i++) {
                    String valeur = lu.getString(i);
                    valeurs.add(valeur == null ? "∅" : valeur);
                }
                lignes.add(String.join("|", valeurs));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return lignes;
    }

    public long compter(String requete) {
        return Long.parseLong(lire(requete).get(0));
    }

    /** Ajoute une ligne et rend sa clé. */
    public long inserer(String sql, @Nullable Object... valeurs) {
        try (Connection connexion = connexion();
                PreparedStatement requete = connexion.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < valeurs.length; i++) {
                requete.setObject(i + 1, valeurs[i]);
            }
            requete.executeUpdate();
            try (ResultSet cles = requete.getGeneratedKeys()) {
                cles.next();
                return cles.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connexion() throws SQLException {
        Connection connexion = base.administration().getConnection();
        connexion.setCatalog("teleservices");
        return connexion;
    }
}
