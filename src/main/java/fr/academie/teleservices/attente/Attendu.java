package fr.academie.teleservices.attente;

import fr.academie.teleservices.compte.Identite;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Une personne à qui il manque un compte, ou un élève sur le sien.
 *
 * @param saisi vrai si un agent l'a saisie, faux si la base élèves de l'établissement l'a donnée
 * @param compteId compte qu'elle a déjà ; nul si elle n'en a pas
 * @param eleves ses élèves qui n'y sont pas encore, au moins un
 */
public record Attendu(
        long id,
        String uai,
        Identite identite,
        @Nullable String mail,
        boolean saisi,
        @Nullable Long compteId,
        List<EleveAttendu> eleves) {

    /** Un élève à rattacher. */
    public record EleveAttendu(
            long id, String nomComplet, @Nullable String classe) {

        @Override
        public String toString() {
            return classe == null ? nomComplet : nomComplet + " (" + classe + ")";
        }
    }

    /** « Aïssatou DIALLO (4B), Ibrahim DIALLO (6A) ». */
    public String listeDesEleves() {
        return eleves.stream().map(EleveAttendu::toString).collect(Collectors.joining(", "));
    }
}
