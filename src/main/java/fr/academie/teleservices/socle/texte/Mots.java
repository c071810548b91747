package fr.academie.teleservices.socle.texte;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.AbstractMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code #{m['cle']}} : {@link Textes#de} comme une page l'écrit, sans le détour d'un appel de méthode, avec ce que {@link MotsDesGuides} y
 * joint. Ne se parcourt pas.
 */
@Named("m")
@Singleton
public final class Mots extends AbstractMap<String, String> {

    private final Langues langues;

    @Inject
    public Mots(Langues langues) {
        this.langues = langues;
    }

    @Override
    public String get(@Nullable Object cle) {
        return catalogue().motDUnePage(cle);
    }

    @Override
    public boolean containsKey(@Nullable Object cle) {
        return catalogue().contient(cle);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        throw new UnsupportedOperationException("Les mots se demandent un à un.");
    }

    private Catalogue catalogue() {
        return langues.catalogue(langues.courante());
    }
}
