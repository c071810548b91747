package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.texte.Langue;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import java.io.Writer;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Branche {@link EcritureSansRetrait} sur toutes les pages, et {@link EcritureDesGuides} sur celles d'une autre langue que le français. */
public final class EcritureDesPages extends RenderKitFactory {

    private final Map<String, RenderKit> trousses = new ConcurrentHashMap<>();

    public EcritureDesPages(RenderKitFactory fabrique) {
        super(fabrique);
    }

    @Override
    public void addRenderKit(String nom, RenderKit trousse) {
        getWrapped().addRenderKit(nom, trousse);
    }

    @Override
    public RenderKit getRenderKit(FacesContext contexte, String nom) {
        return trousses.computeIfAbsent(nom, n -> new Trousse(getWrapped().getRenderKit(contexte, n)));
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }

    private static final class Trousse extends RenderKitWrapper {

        Trousse(RenderKit trousse) {
            super(trousse);
        }

        @Override
        public ResponseWriter createResponseWriter(Writer sortie, String types, String encodage) {
            ResponseWriter ecriture =
                    new EcritureSansRetrait(getWrapped().createResponseWriter(sortie, types, encodage));
            Langue langue = langueDeLaPage();
            return langue.estDuFrancais() ? ecriture : new EcritureDesGuides(ecriture, langue);
        }

        private static Langue langueDeLaPage() {
            FacesContext contexte = FacesContext.getCurrentInstance();
            Locale locale = contexte == null || contexte.getViewRoot() == null
                    ? null
                    : contexte.getViewRoot().getLocale();
            return locale == null ? Langue.REFERENCE : new Langue(locale);
        }
    }
}
