package fr.academie.teleservices.attente;

import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.NomsDistincts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Une personne à qui il manque un compte, ou un élève sur le sien.
 *
 * @param id son numéro dans les pages ({@link CleAttendu})
 * @param distinction ce qui la distingue d'une autre du même nom qui attend aussi : son numéro dans sa source, à défaut son adresse ; nul si
 *     nulle autre ne le porte, ou si rien ne l'en distingue
 * @param saisi vrai si un agent l'a saisie, faux si des fichiers, ou la base élèves de l'établissement, l'ont donnée
 * @param compteId compte qu'elle a déjà ; nul si elle n'en a pas
 * @param eleves ses élèves qui n'y sont pas encore, au moins un
 */
public record Attendu(
        long id,
        String uai,
        Identite identite,
        @Nullable String mail,
        @Nullable String distinction,
        boolean saisi,
        @Nullable Long compteId,
        List<Eleve> eleves) {

    /** L'élève pour qui l'on saisirait une personne. */
    public record EleveAttendu(
            long id, String nomComplet, @Nullable String classe) {

        @Override
        public String toString() {
            return classe == null ? nomComplet : nomComplet + " (" + classe + ")";
        }
    }

    /** « Cristelle DURAND » ; « Cristelle DURAND (91001) » si une autre du même nom attend aussi. */
    public String nomDistinct() {
        return identite.nomComplet() + (distinction == null ? "" : " (" + distinction + ")");
    }

    /** Vrai si cet élève est de ceux qui manquent. */
    public boolean attend(long eleveId) {
        return eleves.stream().anyMatch(eleve -> eleve.id() == eleveId);
    }

    /** « Aïssatou DIALLO (4B) » et « Ibrahim DIALLO (6A) » : chaque élève, distinct des autres. */
    public List<String> nomsDesEleves() {
        return List.copyOf(NomsDistincts.completsEtClasse(eleves).values());
    }

    /** Les mêmes, en une ligne. */
    public String listeDesEleves() {
        return String.join(", ", nomsDesEleves());
    }
}
