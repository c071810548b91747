package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.pdf.DocumentPdf;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/**
 * Le nom d'une personne, tapé à un formulaire : un courrier devra l'imprimer. Le signe qui ne s'imprime pas est nommé, et le champ refusé ;
 * un nom importé, que personne ne peut corriger ici, s'imprime en lettres latines.
 */
@Named("nomSaisi")
@ApplicationScoped
public class NomSaisi {

    private final DocumentPdf documents;
    private final Textes textes;

    @Inject
    public NomSaisi(DocumentPdf documents, Textes textes) {
        this.documents = documents;
        this.textes = textes;
    }

    /** Validateur des champs {@code ts:champ} qui se disent d'un nom. */
    public void verifier(FacesContext faces, UIComponent saisie, @Nullable Object valeur) {
        UIComponent champ = UIComponent.getCompositeComponentParent(saisie);
        if (valeur == null || !Boolean.TRUE.equals(champ.getAttributes().get("personne"))) {
            return;
        }
        documents.signeSansDessin(valeur.toString()).ifPresent(signe -> {
            String texte = textes.avec("champ.signe", champ.getAttributes().get("nom"), signe);
            throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, texte, texte));
        });
    }
}
