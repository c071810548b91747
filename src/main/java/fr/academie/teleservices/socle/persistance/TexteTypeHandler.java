package fr.academie.teleservices.socle.persistance;

import fr.academie.teleservices.socle.texte.SignesDeSens;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedJdbcTypes;
import org.jspecify.annotations.Nullable;

/**
 * Tout texte échangé avec la base, sans ses {@link SignesDeSens}.
 *
 * <p>Ici et non page par page : les noms viennent d'imports que l'application ne fait pas, et les listes en reçoivent que la base a
 * déjà assemblés. Une langue écrite de droite à gauche devra l'écarter pour le corps des courriels, qui passe aussi par la base.
 */
@MappedJdbcTypes(
        value = {JdbcType.VARCHAR, JdbcType.CHAR, JdbcType.LONGVARCHAR, JdbcType.NVARCHAR, JdbcType.CLOB},
        includeNullJdbcType = true)
public final class TexteTypeHandler extends BaseTypeHandler<String> {

    @Override
    public void setNonNullParameter(PreparedStatement requete, int rang, String valeur, @Nullable JdbcType type)
            throws SQLException {
        requete.setString(rang, SignesDeSens.retirer(valeur));
    }

    @Override
    public @Nullable String getNullableResult(ResultSet resultat, String colonne) throws SQLException {
        return nu(resultat.getString(colonne));
    }

    @Override
    public @Nullable String getNullableResult(ResultSet resultat, int rang) throws SQLException {
        return nu(resultat.getString(rang));
    }

    @Override
    public @Nullable String getNullableResult(CallableStatement appel, int rang) throws SQLException {
        return nu(appel.getString(rang));
    }

    private static @Nullable String nu(@Nullable String lu) {
        return lu == null ? null : SignesDeSens.retirer(lu);
    }
}
