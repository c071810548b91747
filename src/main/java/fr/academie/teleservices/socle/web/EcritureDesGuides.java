package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.MotsDesGuides;
import jakarta.faces.component.UICommand;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Écrit ce que {@link MotsDesGuides} joint à un mot : en français dit, à sa suite, où qu'il soit dans la page ; et garde dans l'ordre du papier
 * les nombres qui se recopient ({@link Langue#nombresLies}).
 */
final class EcritureDesGuides extends ResponseWriterWrapper {

    private static final String SAISIE = "input";
    private static final String BOUTON = "button";

    /** Ce que dit le bouton qui s'écrit ; nul hors d'un tel bouton. */
    private @Nullable String motDuBouton;

    private final Langue langue;

    EcritureDesGuides(ResponseWriter ecriture, Langue langue) {
        super(ecriture);
        this.langue = langue;
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer sortie) {
        return new EcritureDesGuides(getWrapped().cloneWithWriter(sortie), langue);
    }

    @Override
    public void writeText(Object texte, @Nullable String propriete) throws IOException {
        ecrire(langue.nombresLies(texte.toString()), null, propriete);
    }

    @Override
    public void writeText(Object texte, UIComponent composant, @Nullable String propriete) throws IOException {
        ecrire(langue.nombresLies(texte.toString()), composant, propriete);
    }

    /** Un bouton de formulaire dont le mot est un attribut devient un élément, dont le contenu peut avoir deux langues. */
    @Override
    public void startElement(String nom, @Nullable UIComponent composant) throws IOException {
        if (SAISIE.equals(nom)
                && composant instanceof UICommand bouton
                && bouton.getValue() instanceof String mot
                && mot.indexOf(MotsDesGuides.OUVRE) >= 0) {
            motDuBouton = mot;
            getWrapped().startElement(BOUTON, composant);
        } else {
            getWrapped().startElement(nom, composant);
        }
    }

    @Override
    public void writeAttribute(String nom, Object valeur, @Nullable String propriete) throws IOException {
        getWrapped()
                .writeAttribute(nom, valeur instanceof String texte ? MotsDesGuides.oter(texte) : valeur, propriete);
    }

    @Override
    public void endElement(String nom) throws IOException {
        String mot = motDuBouton;
        if (mot == null || !SAISIE.equals(nom)) {
            getWrapped().endElement(nom);
            return;
        }
        motDuBouton = null;
        ecrire(mot, null, null);
        getWrapped().endElement(BOUTON);
    }

    private void ecrire(String texte, @Nullable UIComponent composant, @Nullable String propriete) throws IOException {
        int debut = 0;
        for (int ouvre = texte.indexOf(MotsDesGuides.OUVRE);
                ouvre >= 0;
                ouvre = texte.indexOf(MotsDesGuides.OUVRE, debut)) {
            int ferme = texte.indexOf(MotsDesGuides.FERME, ouvre);
            nu(texte.substring(debut, ouvre), composant, propriete);
            getWrapped().write(MotsDesGuides.AVANT);
            nu(texte.substring(ouvre + 1, ferme), composant, propriete);
            getWrapped().write(MotsDesGuides.APRES);
            debut = ferme + 1;
        }
        nu(debut == 0 ? texte : texte.substring(debut), composant, propriete);
    }

    private void nu(String texte, @Nullable UIComponent composant, @Nullable String propriete) throws IOException {
        if (composant == null) {
            getWrapped().writeText(texte, propriete);
        } else {
            getWrapped().writeText(texte, composant, propriete);
        }
    }
}
