package fr.academie.teleservices.socle.texte;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/**
 * La seule voie d'une clé à un mot, pour les pages, les courriels, les documents et les exports.
 *
 * <p>Injecté, il parle la langue de qui lit la page ({@link Langues#courante()}) ; {@link #en(Langue)} en parle une autre. Les trous
 * d'une phrase sont ceux d'ICU : {@code {0}}, {@code {0,plural,one{# jour}other{# jours}}}, {@code {0,select,…}}. Une clé absente est
 * une faute de programme : {@link java.util.MissingResourceException}.
 *
 * <p>Dans les pages : {@code #{m['cle']}} et {@code #{textes.avec('cle', valeur)}}.
 */
@Named("textes")
@ApplicationScoped
public class Textes {

    private final Langues langues;
    private final @Nullable Catalogue fixe;

    @Inject
    public Textes(Langues langues) {
        this(langues, null);
    }

    private Textes(Langues langues, @Nullable Catalogue fixe) {
        this.langues = langues;
        this.fixe = fixe;
    }

    /** Les mêmes mots dans cette langue, quelle que soit la page. */
    public Textes en(Langue langue) {
        return new Textes(langues, langues.catalogue(langue));
    }

    /** Les mots pour la personne à qui l'on écrit, dans la langue que garde son compte ; la première si ce code est nul. */
    public Textes pourLeCompte(@Nullable String code) {
        return en(langues.duCompte(code));
    }

    /** La langue que parlent ces mots. */
    public Langue getLangue() {
        return catalogue().langue();
    }

    /** La phrase de cette clé, telle quelle. */
    public String de(String cle) {
        return catalogue().mot(cle);
    }

    /** La phrase de cette clé, ses trous remplis par les valeurs. */
    public String avec(String cle, @Nullable Object... valeurs) {
        return catalogue().phrase(cle, valeurs);
    }

    /** La phrase de cette clé en français, telle que le courrier ou un guide l'imprime, quelle que soit la langue de la page. */
    public String imprime(String cle) {
        return langues.francais().mot(cle);
    }

    /** Vrai si cette clé a un mot. */
    public boolean contient(String cle) {
        return catalogue().contient(cle);
    }

    private Catalogue catalogue() {
        return fixe == null ? langues.catalogue(langues.courante()) : fixe;
    }
}
