package fr.academie.teleservices.socle.persistance;

import java.nio.ByteBuffer;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** {@link UUID} ↔ {@code BINARY(16)}, octets de poids fort d'abord. */
public final class UuidTypeHandler extends BaseTypeHandler<UUID> {

    @Override
    public void setNonNullParameter(PreparedStatement requete, int rang, UUID valeur, @Nullable JdbcType type)
            throws SQLException {
        requete.setBytes(
                rang,
                ByteBuffer.allocate(16)
                        .putLong(valeur.getMostSignificantBits())
                        .putLong(valeur.getLeastSignificantBits())
                        .array());
    }

    @Override
    public @Nullable UUID getNullableResult(ResultSet resultat, String colonne) throws SQLException {
        return uuid(resultat.getBytes(colonne));
    }

    @Override
    public @Nullable UUID getNullableResult(ResultSet resultat, int rang) throws SQLException {
        return uuid(resultat.getBytes(rang));
    }

    @Override
    public @Nullable UUID getNullableResult(CallableStatement appel, int rang) throws SQLException {
        return uuid(appel.getBytes(rang));
    }

    private static @Nullable UUID uuid(byte @Nullable [] octets) {
        if (octets == null) {
            return null;
        }
        ByteBuffer tampon = ByteBuffer.wrap(octets);
        return new UUID(tampon.getLong(), tampon.getLong());
    }
}
