package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.ProfilAcademie.Habillage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Les mots des pages, {@code #{m['cle']}}, tels que l'habillage du profil d'académie les dit.
 *
 * <p>Une clé suivie du nom de l'habillage ({@code enfants.titre.mon_compte}) y remplace la clé nue. Une clé absente est une faute de
 * programme : {@link MissingResourceException}.
 */
@Named("m")
@Singleton
public final class Mots extends AbstractMap<String, String> {

    private static final String CATALOGUE = "fr.academie.teleservices.messages";

    private final Map<String, String> mots;

    @Inject
    public Mots(ProfilAcademie profil) {
        this(profil.habillage());
    }

    Mots(Habillage habillage) {
        ResourceBundle catalogue = ResourceBundle.getBundle(CATALOGUE, Locale.FRENCH);
        Map<String, String> lus = new HashMap<>();
        catalogue.keySet().forEach(cle -> lus.put(cle, catalogue.getString(cle)));
        String suffixe = "." + habillage.nom();
        catalogue.keySet().stream()
                .filter(cle -> cle.endsWith(suffixe))
                .forEach(cle -> lus.put(cle.substring(0, cle.length() - suffixe.length()), catalogue.getString(cle)));
        mots = Map.copyOf(lus);
    }

    @Override
    public String get(@Nullable Object cle) {
        String mot = cle == null ? null : mots.get(cle);
        if (mot == null) {
            throw new MissingResourceException("Aucun message pour cette clé.", CATALOGUE, String.valueOf(cle));
        }
        return mot;
    }

    @Override
    public boolean containsKey(@Nullable Object cle) {
        return cle != null && mots.containsKey(cle);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return mots.entrySet();
    }
}
