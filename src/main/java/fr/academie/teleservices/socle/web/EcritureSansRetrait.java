package fr.academie.teleservices.socle.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ôte du gabarit d'une page ce que le navigateur ne montre pas : les lignes vides et les blancs qui ouvrent une ligne, un dixième de ce qu'un
 * téléphone reçoit à chaque page (elles ne se compriment pas : BREACH).
 *
 * <p>Dans un élément dont chaque blanc compte ({@code pre}, {@code textarea}), tout reste à la lettre, comme la valeur d'un composant.
 */
final class EcritureSansRetrait extends ResponseWriterWrapper {

    private static final Set<String> A_LA_LETTRE = Set.of("pre", "textarea");

    private int aLaLettre;

    EcritureSansRetrait(ResponseWriter ecriture) {
        super(ecriture);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer sortie) {
        return new EcritureSansRetrait(getWrapped().cloneWithWriter(sortie));
    }

    @Override
    public void startElement(String nom, @Nullable UIComponent composant) throws IOException {
        if (A_LA_LETTRE.contains(nom)) {
            aLaLettre++;
        }
        getWrapped().startElement(nom, composant);
    }

    @Override
    public void endElement(String nom) throws IOException {
        if (A_LA_LETTRE.contains(nom)) {
            aLaLettre--;
        }
        getWrapped().endElement(nom);
    }

    @Override
    public void write(String texte) throws IOException {
        getWrapped().write(aLaLettre > 0 ? texte : serrer(texte));
    }

    /** Le texte d'un gabarit ; celui d'un composant vient avec lui. */
    @Override
    public void writeText(Object texte, @Nullable String propriete) throws IOException {
        getWrapped().writeText(aLaLettre == 0 && texte instanceof String mots ? serrer(mots) : texte, propriete);
    }

    /** Le même texte, où chaque fin de ligne emporte les blancs qui la suivent ; l'insécable n'en est pas un. */
    static String serrer(String texte) {
        int fin = texte.indexOf('\n');
        if (fin < 0) {
            return texte;
        }
        StringBuilder serre = new StringBuilder(texte.length());
        int debut = 0;
        while (fin >= 0) {
            serre.append(texte, debut, fin + 1);
            debut = fin + 1;
            while (debut < texte.length() && " \t\r\n".indexOf(texte.charAt(debut)) >= 0) {
                debut++;
            }
            fin = texte.indexOf('\n', debut);
        }
        return serre.append(texte, debut, texte.length()).toString();
    }
}
