package fr.academie.teleservices.compte;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** {@link Identifiant} ↔ {@code VARCHAR} ; tout ce que la colonne porte se lit, et vide vaut absent. */
public final class IdentifiantTypeHandler extends BaseTypeHandler<Identifiant> {

    @Override
    public void setNonNullParameter(PreparedStatement requete, int rang, Identifiant valeur, @Nullable JdbcType type)
            throws SQLException {
        requete.setString(rang, valeur.valeur());
    }

    @Override
    public @Nullable Identifiant getNullableResult(ResultSet resultat, String colonne) throws SQLException {
        return identifiant(resultat.getString(colonne));
    }

    @Override
    public @Nullable Identifiant getNullableResult(ResultSet resultat, int rang) throws SQLException {
        return identifiant(resultat.getString(rang));
    }

    @Override
    public @Nullable Identifiant getNullableResult(CallableStatement appel, int rang) throws SQLException {
        return identifiant(appel.getString(rang));
    }

    private static @Nullable Identifiant identifiant(@Nullable String valeur) {
        return valeur == null || valeur.isEmpty() ? null : new Identifiant(valeur);
    }
}
