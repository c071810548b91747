package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonObject;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Lit des {@link NumeroDeSource} là où une requête les a réunis ; aucun quand elle n'en a pas trouvé. Ne s'écrit jamais. */
public final class NumerosTypeHandler extends BaseTypeHandler<List<NumeroDeSource>> {

    @Override
    public void setNonNullParameter(
            PreparedStatement requete, int rang, List<NumeroDeSource> valeur, @Nullable JdbcType type) {
        throw new UnsupportedOperationException("Un numéro s'écrit dans la table de son identité.");
    }

    @Override
    public List<NumeroDeSource> getNullableResult(ResultSet resultat, String colonne) throws SQLException {
        return lus(resultat.getString(colonne));
    }

    @Override
    public List<NumeroDeSource> getNullableResult(ResultSet resultat, int rang) throws SQLException {
        return lus(resultat.getString(rang));
    }

    @Override
    public List<NumeroDeSource> getNullableResult(CallableStatement appel, int rang) throws SQLException {
        return lus(appel.getString(rang));
    }

    private static List<NumeroDeSource> lus(@Nullable String json) {
        return json == null
                ? List.of()
                : FabriqueJson.lireTableau(json).getValuesAs(JsonObject.class).stream()
                        .map(n -> new NumeroDeSource(
                                n.getString("source"), n.getString("perimetre"), n.getString("numero")))
                        .toList();
    }
}
