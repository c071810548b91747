package fr.academie.teleservices.socle.persistance;

import fr.academie.teleservices.socle.json.FabriqueJson;
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

/** Une colonne que fait {@code JSON_ARRAYAGG} → une liste, dans l'ordre de ses objets ; vide si elle est nulle. Elle ne s'écrit pas. */
public abstract class ListeEnJson<T> extends BaseTypeHandler<List<T>> {

    /** Ce que disent ces objets, un au moins. */
    protected abstract List<T> lire(List<JsonObject> objets);

    @Override
    public final void setNonNullParameter(
            PreparedStatement requete, int rang, List<T> valeur, @Nullable JdbcType type) {
        throw new UnsupportedOperationException("Une liste que la base assemble ne s'écrit pas.");
    }

    @Override
    public final List<T> getNullableResult(ResultSet resultat, String colonne) throws SQLException {
        return lire(resultat.getString(colonne));
    }

    @Override
    public final List<T> getNullableResult(ResultSet resultat, int rang) throws SQLException {
        return lire(resultat.getString(rang));
    }

    @Override
    public final List<T> getNullableResult(CallableStatement appel, int rang) throws SQLException {
        return lire(appel.getString(rang));
    }

    private List<T> lire(@Nullable String json) {
        return json == null
                ? List.of()
                : lire(FabriqueJson.lireTableau(SignesDeSens.retirer(json)).getValuesAs(JsonObject.class));
    }
}
