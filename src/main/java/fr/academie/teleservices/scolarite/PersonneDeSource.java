package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.compte.ClesDIdentite;
import org.jspecify.annotations.Nullable;

/**
 * Une personne telle qu'une source la dit, à écrire.
 *
 * @param responsableId le compte, ouvert et verrouillé, d'une personne à ajouter ; nul si elle n'en a pas. Ne change rien à une personne connue
 * @param memeQue l'identité sans compte, verrouillée, dont une personne à ajouter est une autre ; nulle si elle n'attend pas, ou est seule
 * @param nomFamille nul si la source l'a tronqué : celui qu'on connaît reste
 * @param prenom nul pour un foyer ou un service, ou si la source l'a tronqué
 */
public record PersonneDeSource(
        String numero,
        @Nullable Long responsableId,
        @Nullable Long memeQue,
        @Nullable String civilite,
        @Nullable String nomFamille,
        @Nullable String nomUsage,
        @Nullable String prenom,
        @Nullable String mail,
        @Nullable String telephonePortable,
        Adresse adresse,
        long empreinte) {

    /** Ce qui s'en compare, à écrire avec elle ; un nom tronqué ne se compare pas. */
    public ClesDIdentite cles() {
        return ClesDIdentite.de(nomFamille == null ? "" : nomFamille, nomUsage, prenom, mail, telephonePortable);
    }

    /** Où lui écrire ; ce qui n'est pas dit, ou ne tient pas dans une lettre, est nul. */
    public record Adresse(
            @Nullable String lignes,
            @Nullable String codePostal,
            @Nullable String commune) {

        private static final int LIGNES = 250;
        private static final int CODE_POSTAL = 10;

        /** Une adresse sans commune n'en est pas une. */
        public Adresse {
            lignes = lignes == null || commune == null || lignes.length() > LIGNES ? null : lignes;
            codePostal = codePostal == null || codePostal.length() > CODE_POSTAL ? null : codePostal;
        }
    }
}
