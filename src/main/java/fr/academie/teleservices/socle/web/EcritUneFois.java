package fr.academie.teleservices.socle.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.ComponentConfig;
import jakarta.faces.view.facelets.ComponentHandler;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code <une:fois selon="…">} : un morceau de page écrit une fois pour chaque langue et chaque valeur de {@code selon}, puis recopié. Le cadre
 * d'une page est le même pour tous ceux d'un profil, et coûtait plus que ce qu'elle dit.
 *
 * <p>Rien n'y est d'une personne, ni d'un champ : chaque expression du dedans est un mot, un réglage, ou se lit aussi dans {@code selon}, qui
 * suffit donc à dire ce qui s'écrit. Un essai le tient pour chaque page.
 */
public final class EcritUneFois extends ComponentHandler {

    /** Bien plus que de rubriques et de langues ; assez peu pour que les nombres d'un menu d'agent n'emplissent pas la mémoire. */
    private static final int GARDES = 256;

    private final TagAttribute selon;

    /** Ceux de cet endroit d'un gabarit ; le moins servi s'oublie d'abord. */
    private final Map<Cle, String> gardes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Cle, String> ancien) {
            return size() > GARDES;
        }
    };

    public EcritUneFois(ComponentConfig config) {
        super(config);
        selon = getRequiredAttribute("selon");
    }

    private record Cle(Locale langue, String selon) {}

    @Override
    public void applyNextHandler(FaceletContext contexte, UIComponent composant) throws IOException {
        UneFois morceau = (UneFois) composant;
        Cle cle = new Cle(contexte.getFacesContext().getViewRoot().getLocale(), selon.getValue(contexte));
        String ecrit;
        synchronized (gardes) {
            ecrit = gardes.get(cle);
        }
        if (ecrit != null) {
            morceau.reprendre(ecrit);
            return;
        }
        morceau.garder(texte -> {
            synchronized (gardes) {
                gardes.put(cle, texte);
            }
        });
        super.applyNextHandler(contexte, composant);
    }

    /** {@code selon} n'est pas une propriété du composant. */
    @Override
    public void setAttributes(FaceletContext contexte, Object composant) {}
}
