package fr.academie.teleservices.socle.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ce que {@link EcritUneFois} a déjà écrit, tel quel ; ou ce qu'il y a dedans, écrit pour la première fois. Aucune vue ne le garde. */
public final class UneFois extends UIComponentBase {

    /** Son nom pour Faces. */
    public static final String TYPE = "fr.academie.teleservices.UneFois";

    private @Nullable String ecrit;
    private @Nullable Consumer<String> aGarder;

    public UneFois() {
        setTransient(true);
        setRendererType(null);
    }

    @Override
    public String getFamily() {
        return TYPE;
    }

    /** Il est déjà écrit. */
    void reprendre(String texte) {
        ecrit = texte;
    }

    /** Il s'écrit cette fois, et se donne à garder. */
    void garder(Consumer<String> garde) {
        ecrit = null;
        aGarder = garde;
    }

    @Override
    public void encodeAll(FacesContext contexte) throws IOException {
        ResponseWriter page = contexte.getResponseWriter();
        String texte = ecrit;
        if (texte == null) {
            // Ferme la balise que la page vient d'ouvrir : elle n'est pas de ce morceau.
            page.write("");
            texte = contenu(contexte, page);
            if (aGarder != null) {
                aGarder.accept(texte);
            }
        }
        page.write(texte);
    }

    private String contenu(FacesContext contexte, ResponseWriter page) throws IOException {
        StringWriter pris = new StringWriter();
        ResponseWriter morceau = page.cloneWithWriter(pris);
        contexte.setResponseWriter(morceau);
        try {
            for (UIComponent enfant : getChildren()) {
                enfant.encodeAll(contexte);
            }
            morceau.write("");
        } finally {
            contexte.setResponseWriter(page);
        }
        return pris.toString();
    }
}
