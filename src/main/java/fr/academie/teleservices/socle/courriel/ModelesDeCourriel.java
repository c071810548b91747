package fr.academie.teleservices.socle.courriel;

import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.texte.Typographie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Les courriels, dans la langue de qui les reçoit : clés {@code courriel.<modele>.objet} et {@code .texte}, puis le pied
 * commun {@code courriel.pied}. {@link MiseEnPageHtml} dit comment le texte devient du HTML.
 */
@Singleton
public final class ModelesDeCourriel {

    /** Le séparateur d'usage entre le texte d'un courriel et sa signature (RFC 3676). */
    static final String AVANT_LE_PIED = "\n-- \n";

    private static final Pattern CONTROLES = Pattern.compile("\\p{Cntrl}+");

    private final Textes textes;

    @Inject
    public ModelesDeCourriel(Textes textes) {
        this.textes = textes;
    }

    /** Comme {@link #redigerEn}, dans la première langue du service : pour une école, ou pour qui n'a pas de compte. */
    public Courriel rediger(String modele, String destinataire, Object... valeurs) {
        return redigerEn(null, modele, destinataire, valeurs);
    }

    /**
     * Le courriel du modèle, ses {@code {0}}, {@code {1}}… remplacés par {@code valeurs}.
     *
     * <p>Une valeur tient sur une ligne : ses caractères de contrôle deviennent des blancs, qu'un nom ne puisse ni ajouter d'en-tête ni
     * écrire un paragraphe, et prennent la {@link Typographie} du français. Une collection devient une liste, un élément par ligne.
     *
     * @param langue celle que garde le compte à qui l'on écrit ; nulle s'il n'en a pas choisi
     */
    public Courriel redigerEn(@Nullable String langue, String modele, String destinataire, Object... valeurs) {
        Object[] sures = Arrays.stream(valeurs).map(ModelesDeCourriel::sure).toArray();
        Textes siens = textes.pourLeCompte(langue);
        return new Courriel(
                destinataire,
                siens.avec("courriel." + modele + ".objet", sures),
                siens.avec("courriel." + modele + ".texte", sures).strip()
                        + "\n"
                        + AVANT_LE_PIED
                        + siens.de("courriel.pied")
                        + "\n",
                siens.getLangue().code());
    }

    private static @Nullable Object sure(@Nullable Object valeur) {
        if (valeur instanceof Collection<?> elements) {
            return elements.stream().map(e -> "- " + sure(e)).collect(Collectors.joining("\n"));
        }
        return valeur instanceof String texte
                ? Typographie.francaise(CONTROLES.matcher(texte).replaceAll(" ").strip())
                : valeur;
    }
}
