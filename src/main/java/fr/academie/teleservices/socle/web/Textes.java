package fr.academie.teleservices.socle.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;

/**
 * Les phrases de {@code messages_fr.properties} qui reçoivent des valeurs ; dans les pages : {@code #{textes.avec('cle', valeur)}}.
 *
 * <p>Une clé absente est une faute de programme : {@link java.util.MissingResourceException}.
 */
@Named("textes")
@ApplicationScoped
public class Textes {

    private final Mots mots;

    @Inject
    public Textes(Mots mots) {
        this.mots = mots;
    }

    /** La phrase de cette clé, telle quelle. */
    public String de(String cle) {
        return mots.get(cle);
    }

    /** La phrase de cette clé, ses {@code {0}}, {@code {1}}… remplacés par les valeurs. */
    public String avec(String cle, Object... valeurs) {
        return new MessageFormat(de(cle), Locale.FRENCH).format(valeurs);
    }
}
