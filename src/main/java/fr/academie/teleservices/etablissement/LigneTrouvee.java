package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.LienParente;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Un élève de l'agent et un de ses responsables, ou aucun : une ligne de la liste.
 *
 * @param responsableId 0 si aucun compte n'est rattaché à l'élève ; ce qui suit jusqu'à {@code courrierLe} est alors nul ou faux
 * @param nom nom d'usage s'il existe
 * @param aUnMotDePasse vrai si un courrier l'a fait naître, ou si le titulaire l'a choisi
 * @param rattachement nul pour un compte fermé, dont les liens sont partis
 * @param courrierLe dernier courrier de cet établissement ; nul s'il n'en a fait aucun ici
 * @param attendent personnes à qui il manque un compte, ou cet élève sur le leur
 */
public record LigneTrouvee(
        long responsableId,
        @Nullable String identifiant,
        @Nullable String nom,
        @Nullable String prenom,
        @Nullable EtatCompte etat,
        boolean mailConnu,
        boolean aUnMotDePasse,
        @Nullable Instant courrierLe,
        @Nullable LienParente lien,
        @Nullable EtatRattachement rattachement,
        long eleveId,
        String eleveNom,
        String elevePrenom,
        LocalDate eleveNaissance,
        @Nullable String classe,
        String uai,
        int attendent) {

    public boolean avecCompte() {
        return responsableId != 0;
    }

    /** Vrai si son compte est ouvert. */
    public boolean ouvert() {
        return etat != null && etat.estOuvert();
    }

    /** « DURAND Cristelle » : le nom d'abord, comme on classe. */
    public String responsable() {
        return avecCompte() ? String.valueOf(nom).toUpperCase(Locale.ROOT) + " " + prenom : "";
    }

    public String eleve() {
        return eleveNom.toUpperCase(Locale.ROOT) + " " + elevePrenom;
    }

    /** Vrai si un courrier peut se faire : compte ouvert et lien actif. */
    public boolean courrierPossible() {
        return avecCompte() && rattachement == EtatRattachement.ACTIF;
    }
}
