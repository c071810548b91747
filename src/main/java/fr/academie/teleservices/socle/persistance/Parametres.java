package fr.academie.teleservices.socle.persistance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.apache.ibatis.type.UnknownTypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Les paramètres d'une instruction, donnés pour des milliers de lignes : d'où se lit chacun et comment il s'écrit se cherchent une fois, non
 * à chaque ligne.
 */
final class Parametres {

    private final TypeHandlerRegistry types;
    private final List<String[]> chemins = new ArrayList<>();
    private final List<ParameterMapping> parametres;
    private final Map<Class<?>, TypeHandler<Object>> parType = new HashMap<>();
    private final Map<Class<?>, Map<String, Method>> accesseurs = new HashMap<>();

    Parametres(MappedStatement instruction, BoundSql sql) {
        types = instruction.getConfiguration().getTypeHandlerRegistry();
        parametres = sql.getParameterMappings();
        parametres.forEach(parametre -> chemins.add(parametre.getProperty().split("\\.", -1)));
    }

    /** Donne à l'ordre les valeurs d'une ligne : un record, ou une {@code Map} de plusieurs. */
    void donner(PreparedStatement ordre, Object ligne) throws SQLException {
        for (int i = 0; i < chemins.size(); i++) {
            Object valeur = ligne;
            for (String pas : chemins.get(i)) {
                valeur = valeur == null ? null : lire(valeur, pas);
            }
            if (valeur == null) {
                ordre.setNull(i + 1, Types.OTHER);
            } else {
                ecrivain(parametres.get(i), valeur.getClass())
                        .setParameter(ordre, i + 1, valeur, parametres.get(i).getJdbcType());
            }
        }
    }

    private @Nullable Object lire(Object objet, String nom) {
        if (objet instanceof Map<?, ?> lignes) {
            return lignes.get(nom);
        }
        Method accesseur = accesseurs
                .computeIfAbsent(objet.getClass(), classe -> new HashMap<>())
                .computeIfAbsent(nom, n -> accesseur(objet.getClass(), n));
        try {
            return accesseur.invoke(objet);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accesseur.toString(), e);
        }
    }

    private static Method accesseur(Class<?> classe, String nom) {
        String get = "get" + Character.toUpperCase(nom.charAt(0)) + nom.substring(1);
        Method accesseur = Arrays.stream(classe.getMethods())
                .filter(methode -> methode.getParameterCount() == 0)
                .filter(methode ->
                        methode.getName().equals(nom) || methode.getName().equals(get))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(classe.getName() + " ne dit pas « " + nom + " »."));
        accesseur.setAccessible(true);
        return accesseur;
    }

    // MyBatis ne dit pas le type que son écrivain attend ; c'est celui du paramètre, qu'il a lui-même associé.
    @SuppressWarnings("unchecked")
    private TypeHandler<Object> ecrivain(ParameterMapping parametre, Class<?> type) {
        TypeHandler<Object> dit = (TypeHandler<Object>) parametre.getTypeHandler();
        return dit == null || dit instanceof UnknownTypeHandler
                ? parType.computeIfAbsent(type, t -> (TypeHandler<Object>) types.getTypeHandler(t))
                : dit;
    }
}
