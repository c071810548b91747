package fr.academie.teleservices.socle.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.Array;
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
 * Les appels qu'écrivent les pages, {@code #{enfant.eleve()}}, {@code #{textes.avec('cle', n)}} : la méthode se cherche une fois par classe.
 * La norme la cherche, parmi toutes, à chaque ligne de chaque page. Tout autre appel est laissé à qui le faisait.
 */
public final class AppelsDesPages extends ELResolver {

    private static final String PIECES = "fr.academie.teleservices.";
    private static final Object[] AUCUN = {};

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
        if (objet == null || !(nom instanceof String methode)) {
            return null;
        }
        Class<?> type = objet.getClass();
        Method appelee =
                connus.get(type).computeIfAbsent(methode, m -> seule(type, m)).orElse(null);
        @Nullable
        Object @Nullable [] donnes =
                appelee == null ? null : donnes(contexte, appelee, arguments == null ? AUCUN : arguments);
        if (appelee == null || donnes == null) {
            return null;
        }
        try {
            Object rendu = appelee.invoke(objet, donnes);
            contexte.setPropertyResolved(objet, nom);
            return rendu;
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        }
    }

    /** La seule méthode publique de ce nom d'une classe publique du produit ; vide dans tout autre cas. */
    private static Optional<Method> seule(Class<?> type, String nom) {
        if (!type.getName().startsWith(PIECES) || !Modifier.isPublic(type.getModifiers())) {
            return Optional.empty();
        }
        List<Method> deCeNom = Arrays.stream(type.getMethods())
                .filter(methode -> methode.getName().equals(nom))
                .toList();
        return deCeNom.size() == 1 ? Optional.of(deCeNom.get(0)) : Optional.empty();
    }

    /** Ce que la méthode reçoit, du type qu'elle veut ; nul si elle en veut plus, ou moins. */
    private static @Nullable Object @Nullable [] donnes(ELContext contexte, Method appelee, Object[] arguments) {
        Class<?>[] voulus = appelee.getParameterTypes();
        int seuls = appelee.isVarArgs() ? voulus.length - 1 : voulus.length;
        if (arguments.length < seuls || (arguments.length > seuls && !appelee.isVarArgs())) {
            return null;
        }
        if (appelee.isVarArgs() && arguments.length == voulus.length && arguments[seuls] instanceof Object[]) {
            return null;
        }
        @Nullable Object[] donnes = new @Nullable Object[voulus.length];
        for (int i = 0; i < seuls; i++) {
            donnes[i] = enType(contexte, arguments[i], voulus[i]);
        }
        if (appelee.isVarArgs()) {
            Class<?> type = voulus[seuls].getComponentType();
            Object suite = Array.newInstance(type, arguments.length - seuls);
            for (int i = seuls; i < arguments.length; i++) {
                Array.set(suite, i - seuls, enType(contexte, arguments[i], type));
            }
            donnes[seuls] = suite;
        }
        return donnes;
    }

    private static @Nullable Object enType(ELContext contexte, @Nullable Object donne, Class<?> voulu) {
        return voulu.isInstance(donne) ? donne : contexte.convertToType(donne, voulu);
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
