package fr.academie.teleservices.socle.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Les erreurs de la page, pour le titre, le récapitulatif et chaque champ. Seule porte vers les messages de Faces. */
@Named("recapitulatif")
@RequestScoped
public class Recapitulatif {

    /**
     * Une erreur d'un champ.
     *
     * @param champ identifiant HTML de la saisie
     * @param texte ce qui ne va pas
     */
    public record Erreur(String champ, String texte) {}

    /** Ajoute une erreur qui ne tient pas à un champ. */
    public void signaler(String texte) {
        ajouter(null, texte);
    }

    /** Ajoute une erreur à la saisie de cet identifiant HTML ; nul si elle ne tient pas à un champ. */
    public void signaler(@Nullable String champ, String texte) {
        ajouter(champ, texte);
    }

    /** Vrai dès qu'il y a une erreur à montrer. */
    public boolean isPresent() {
        return !faces().getMessageList().isEmpty();
    }

    /** Les erreurs qui ne tiennent pas à un champ. */
    public List<String> getGenerales() {
        return texte(faces().getMessageList(null));
    }

    /** Les erreurs des champs, dans l'ordre où elles ont été trouvées. */
    public List<Erreur> getChamps() {
        FacesContext faces = faces();
        List<Erreur> erreurs = new ArrayList<>();
        Iterator<String> champs = faces.getClientIdsWithMessages();
        while (champs.hasNext()) {
            String champ = champs.next();
            if (champ != null) {
                texte(faces.getMessageList(champ)).forEach(texte -> erreurs.add(new Erreur(champ, texte)));
            }
        }
        return erreurs;
    }

    /** Les erreurs de la saisie de cet identifiant HTML ; vide s'il n'y en a pas. */
    public List<String> erreursDe(String champ) {
        return texte(faces().getMessageList(champ));
    }

    private static void ajouter(@Nullable String champ, String texte) {
        faces().addMessage(champ, new FacesMessage(FacesMessage.SEVERITY_ERROR, texte, texte));
    }

    private static List<String> texte(List<FacesMessage> messages) {
        // Dits par nos composants, pas par ceux de Faces, qui sans cela s'inquiète dans les journaux.
        messages.forEach(FacesMessage::rendered);
        return messages.stream().map(FacesMessage::getSummary).toList();
    }

    private static FacesContext faces() {
        return FacesContext.getCurrentInstance();
    }
}
