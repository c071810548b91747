package fr.academie.teleservices.socle.persistance;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Enum à code ↔ colonne numérique ; un code inconnu de l'enum est une erreur, jamais un nul. */
public abstract class CodeTypeHandler<E extends Enum<E> & AvecCode> extends BaseTypeHandler<E> {

    private final E[] constantes;

    protected CodeTypeHandler(Class<E> type) {
        constantes = type.getEnumConstants();
    }

    @Override
    public void setNonNullParameter(PreparedStatement requete, int rang, E valeur, @Nullable JdbcType type)
            throws SQLException {
        requete.setInt(rang, valeur.code());
    }

    @Override
    public @Nullable E getNullableResult(ResultSet resultat, String colonne) throws SQLException {
        int code = resultat.getInt(colonne);
        return resultat.wasNull() ? null : constante(code);
    }

    @Override
    public @Nullable E getNullableResult(ResultSet resultat, int rang) throws SQLException {
        int code = resultat.getInt(rang);
        return resultat.wasNull() ? null : constante(code);
    }

    @Override
    public @Nullable E getNullableResult(CallableStatement appel, int rang) throws SQLException {
        int code = appel.getInt(rang);
        return appel.wasNull() ? null : constante(code);
    }

    private E constante(int code) {
        return AvecCode.lue(constantes, code);
    }
}
