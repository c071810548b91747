package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.texte.SignesDeSens;
import jakarta.json.JsonObject;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * La colonne que fait {@code JSON_ARRAYAGG} du fragment {@code eleveEnJson} → les élèves, chacun une fois avec toutes ses inscriptions
 * lues, dans l'ordre des éléments ; vide si elle est nulle. Une liste déjà assemblée en texte ne saurait plus nommer distinctement ses
 * élèves ({@link NomsDistincts}). Elle ne s'écrit pas.
 */
public final class ElevesTypeHandler extends BaseTypeHandler<List<Eleve>> {

    @Override
    public void setNonNullParameter(PreparedStatement requete, int rang, List<Eleve> valeur, @Nullable JdbcType type) {
        throw new UnsupportedOperationException("Une liste d'élèves se lit, elle ne s'écrit pas.");
    }

    @Override
    public List<Eleve> getNullableResult(ResultSet resultat, String colonne) throws SQLException {
        return lire(resultat.getString(colonne));
    }

    @Override
    public List<Eleve> getNullableResult(ResultSet resultat, int rang) throws SQLException {
        return lire(resultat.getString(rang));
    }

    @Override
    public List<Eleve> getNullableResult(CallableStatement appel, int rang) throws SQLException {
        return lire(appel.getString(rang));
    }

    private static List<Eleve> lire(@Nullable String json) {
        return json == null
                ? List.of()
                : Eleve.reunir(
                        FabriqueJson.lireTableau(SignesDeSens.retirer(json)).getValuesAs(ElevesTypeHandler::eleve));
    }

    /** Un objet du fragment {@code eleveEnJson}. */
    static Eleve eleve(JsonObject lu) {
        return new Eleve(
                lu.getJsonNumber("id").longValueExact(),
                lu.getString("nom"),
                lu.getString("prenom"),
                LocalDate.parse(lu.getString("date_naissance")),
                new Etablissement(
                        lu.getString("uai"),
                        NatureEtablissement.valueOf(lu.getString("nature")),
                        lu.getString("etablissement_nom"),
                        lu.getString("commune", null),
                        lu.getString("telephone", null),
                        lu.getString("courriel", null),
                        lu.getString("site", null)),
                lu.getString("classe", null));
    }
}
