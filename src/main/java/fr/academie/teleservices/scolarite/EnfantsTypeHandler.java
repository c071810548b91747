package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.AvecCode;
import fr.academie.teleservices.socle.texte.SignesDeSens;
import jakarta.json.JsonObject;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * La colonne que fait le fragment {@code enfantsEnJson} → les enfants du compte, chacun une fois avec toutes ses inscriptions ; vide si elle
 * est nulle. Elle ne s'écrit pas.
 */
public final class EnfantsTypeHandler extends BaseTypeHandler<List<Enfant>> {

    @Override
    public void setNonNullParameter(PreparedStatement requete, int rang, List<Enfant> valeur, @Nullable JdbcType type) {
        throw new UnsupportedOperationException("Un enfant s'écrit dans la table des rattachements.");
    }

    @Override
    public List<Enfant> getNullableResult(ResultSet resultat, String colonne) throws SQLException {
        return lire(resultat.getString(colonne));
    }

    @Override
    public List<Enfant> getNullableResult(ResultSet resultat, int rang) throws SQLException {
        return lire(resultat.getString(rang));
    }

    @Override
    public List<Enfant> getNullableResult(CallableStatement appel, int rang) throws SQLException {
        return lire(appel.getString(rang));
    }

    private static List<Enfant> lire(@Nullable String json) {
        return json == null
                ? List.of()
                : Enfant.reunir(
                        FabriqueJson.lireTableau(SignesDeSens.retirer(json)).getValuesAs(EnfantsTypeHandler::enfant));
    }

    private static Enfant enfant(JsonObject lu) {
        return new Enfant(
                ElevesTypeHandler.eleve(lu.getJsonObject("eleve")),
                new Qualite(
                        AvecCode.lue(NiveauResponsabilite.values(), lu.getInt("niveau")),
                        AvecCode.lue(LienParente.values(), lu.getInt("lien")),
                        EtatRattachement.valueOf(lu.getString("etat"))));
    }
}
