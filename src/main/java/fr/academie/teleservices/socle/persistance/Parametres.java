package fr.academie.teleservices.socle.persistance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<Parametre> parametres = new ArrayList<>();

    Parametres(MappedStatement instruction, BoundSql sql) {
        types = instruction.getConfiguration().getTypeHandlerRegistry();
        sql.getParameterMappings().forEach(parametre -> parametres.add(new Parametre(parametre)));
    }

    /** Donne à l'ordre les valeurs d'une ligne : un record, ou une {@code Map} de plusieurs. */
    void donner(PreparedStatement ordre, Object ligne) throws SQLException {
        for (int i = 0; i < parametres.size(); i++) {
            parametres.get(i).donner(ordre, i + 1, ligne);
        }
    }

    /** Un paramètre ; d'une ligne à l'autre, il se lit presque toujours des mêmes classes, et s'écrit du même type. */
    private final class Parametre {

        private final ParameterMapping voulu;
        private final List<Pas> chemin;
        private @Nullable Class<?> type;
        private @Nullable TypeHandler<Object> ecrivain;

        Parametre(ParameterMapping voulu) {
            this.voulu = voulu;
            this.chemin = Arrays.stream(voulu.getProperty().split("\\.", -1))
                    .map(Pas::new)
                    .toList();
        }

        void donner(PreparedStatement ordre, int rang, Object ligne) throws SQLException {
            Object valeur = ligne;
            for (Pas pas : chemin) {
                valeur = valeur == null ? null : pas.lire(valeur);
            }
            if (valeur == null) {
                ordre.setNull(rang, Types.OTHER);
            } else {
                ecrivain(valeur.getClass()).setParameter(ordre, rang, valeur, voulu.getJdbcType());
            }
        }

        // MyBatis ne dit pas le type que son écrivain attend ; c'est celui du paramètre, qu'il a lui-même associé.
        @SuppressWarnings("unchecked")
        private TypeHandler<Object> ecrivain(Class<?> celui) {
            TypeHandler<Object> connu = ecrivain;
            if (connu == null || type != celui) {
                TypeHandler<Object> dit = (TypeHandler<Object>) voulu.getTypeHandler();
                connu = dit == null || dit instanceof UnknownTypeHandler
                        ? (TypeHandler<Object>) types.getTypeHandler(celui)
                        : dit;
                ecrivain = connu;
                type = celui;
            }
            return connu;
        }
    }

    /** Un pas du chemin d'un paramètre : le nom qui s'y lit, et par quoi. */
    private static final class Pas {

        private final String nom;
        private @Nullable Class<?> classe;
        private @Nullable Method accesseur;

        Pas(String nom) {
            this.nom = nom;
        }

        @Nullable
        Object lire(Object objet) {
            if (objet instanceof Map<?, ?> lignes) {
                return lignes.get(nom);
            }
            Method connu = accesseur;
            if (connu == null || classe != objet.getClass()) {
                connu = accesseur(objet.getClass(), nom);
                accesseur = connu;
                classe = objet.getClass();
            }
            try {
                return connu.invoke(objet);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(connu.toString(), e);
            }
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
}
