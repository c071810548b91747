package fr.academie.teleservices.essais;

import fr.academie.teleservices.demonstration.BaseEmbarquee;
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
        Connexions.avec(base, connexion -> {
            try (Statement requete = connexion.createStatement()) {
                for (String instruction : instructions) {
                    requete.execute(instruction);
                }
                return true;
            }
        });
    }

    /** Les lignes d'une requête, colonnes séparées par « | », nuls écrits « ∅ ». */
    public List<String> lire(String requete) {
        return Connexions.avec(base, connexion -> {
            try (Statement instruction = connexion.createStatement();
                    ResultSet lu = instruction.executeQuery(requete)) {
                return lignes(lu);
            }
        });
    }

    private static List<String> lignes(ResultSet lu) throws SQLException {
        List<String> lignes = new ArrayList<>();
        int colonnes = lu.getMetaData().getColumnCount();
        while (lu.next()) {
            List<String> valeurs = new ArrayList<>();
            for (int i = 1; i <= colonnes; i++) {
                String valeur = lu.getString(i);
                valeurs.add(valeur == null ? "∅" : valeur);
            }
            lignes.add(String.join("|", valeurs));
        }
        return lignes;
    }

    public long compter(String requete) {
        return Long.parseLong(lire(requete).get(0));
    }

    /** Ajoute une ligne et rend sa clé. */
    public long inserer(String sql, @Nullable Object... valeurs) {
        return Connexions.avec(base, connexion -> {
            try (PreparedStatement requete = connexion.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
                for (int i = 0; i < valeurs.length; i++) {
                    requete.setObject(i + 1, valeurs[i]);
                }
                requete.executeUpdate();
                try (ResultSet cles = requete.getGeneratedKeys()) {
                    cles.next();
                    return cles.getLong(1);
                }
            }
        });
    }
}
