package fr.academie.teleservices.socle.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Les appels sans argument qu'écrivent les pages, {@code #{enfant.eleve()}} : la méthode se cherche une fois par classe. La norme la cherche,
 * parmi toutes, à chaque ligne de chaque page. Tout autre appel est laissé à qui le faisait.
 */
public final class AppelsDesPages extends ELResolver {

    private static final String PIECES = "fr.academie.teleservices.";

    private final ClassValue<Map<String, Optional<Method>>> connus = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    @Override
    public @Nullable Object invoke(
            ELContext contexte,
            @Nullable Object objet,
            Object nom,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        if (objet == null || (arguments != null && arguments.length > 0) || !(nom instanceof String methode)) {
            return null;
        }
        Class<?> type = objet.getClass();
        Method appelee =
                connus.get(type).computeIfAbsent(methode, m -> seule(type, m)).orElse(null);
        if (appelee == null) {
            return null;
        }
        try {
            Object rendu = appelee.invoke(objet);
            contexte.setPropertyResolved(objet, nom);
            return rendu;
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        }
    }

    /** La seule méthode publique de ce nom d'une classe publique du produit, si elle ne prend rien ; vide dans tout autre cas. */
    private static Optional<Method> seule(Class<?> type, String nom) {
        if (!type.getName().startsWith(PIECES) || !Modifier.isPublic(type.getModifiers())) {
            return Optional.empty();
        }
        List<Method> deCeNom = Arrays.stream(type.getMethods())
                .filter(methode -> methode.getName().equals(nom))
                .toList();
        return deCeNom.size() == 1 && deCeNom.get(0).getParameterCount() == 0
                ? Optional.of(deCeNom.get(0))
                : Optional.empty();
    }

    @Override
    public @Nullable Object getValue(ELContext contexte, @Nullable Object objet, @Nullable Object nom) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext contexte, @Nullable Object objet, @Nullable Object nom) {
        return null;
    }

    @Override
    public void setValue(ELContext contexte, @Nullable Object objet, @Nullable Object nom, @Nullable Object valeur) {}

    @Override
    public boolean isReadOnly(ELContext contexte, @Nullable Object objet, @Nullable Object nom) {
        return false;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext contexte, @Nullable Object objet) {
        return null;
    }
}
