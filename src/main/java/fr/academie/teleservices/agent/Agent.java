package fr.academie.teleservices.agent;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * L'agent connecté qui demande une opération : la seule source de ses droits. Relu à chaque requête.
 *
 * @param profil ETABLISSEMENT ou ASSISTANCE
 * @param sessionId session chez nous
 * @param adresse adresse IP, pour le journal
 * @param frais vrai si sa session vient de se prouver
 */
public record Agent(
        Identifiant identifiant,
        Profil profil,
        String nom,
        String prenom,
        @Nullable String mail,
        Habilitations habilitations,
        long sessionId,
        String adresse,
        boolean frais) {

    /** Les établissements où il agit ; vide pour l'assistance, qui lit tout et ne change rien. */
    public Set<String> uais() {
        return habilitations.uais();
    }

    /** Vrai s'il agit pour cet établissement. */
    public boolean agitPour(String uai) {
        return profil == Profil.ETABLISSEMENT && habilitations.uais().contains(uai);
    }

    /** Vrai s'il y donne et y retire les habilitations. */
    public boolean dirige(String uai) {
        return profil == Profil.ETABLISSEMENT && habilitations.diriges().contains(uai);
    }

    /** Prénom et nom ; l'identifiant quand ils ne sont pas connus. */
    public String nomComplet() {
        String nomComplet = (prenom + " " + nom).strip();
        return nomComplet.isEmpty() ? identifiant.valeur() : nomComplet;
    }

    /** Ce qu'un journal dit de lui. */
    public Auteur auteur() {
        return new Auteur(identifiant, profil, adresse);
    }
}
