package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Correspondance;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Ce que deux comptes doivent tenir pour se regrouper ; jugé à la preuve, à l'aperçu, puis sous verrou. Source : DOMAIN §3.
 */
@Singleton
public final class ReglesDeRegroupement {

    private final ProfilAcademie.RegleIdentite identite;

    @Inject
    public ReglesDeRegroupement(ProfilAcademie profil) {
        this(profil.identite());
    }

    ReglesDeRegroupement(ProfilAcademie.RegleIdentite identite) {
        this.identite = identite;
    }

    /**
     * Ce qui a concordé entre les deux identités.
     *
     * @throws RegroupementRefuse PRINCIPAL_FERME, PRINCIPAL_NON_ACTIF, DEJA_REGROUPE (le secondaire est fermé), MEME_COMPTE ou IDENTITE_DIFFERENTE
     */
    public Correspondance exiger(Compte principal, Compte secondaire) throws RegroupementRefuse {
        if (principal.id() == secondaire.id()) {
            throw new RegroupementRefuse(RefusRegroupement.MEME_COMPTE);
        }
        exigerActif(principal);
        if (!secondaire.etat().peutPasserA(EtatCompte.FERME)) {
            throw new RegroupementRefuse(RefusRegroupement.DEJA_REGROUPE);
        }
        Correspondance correspondance =
                principal.identite().comparer(secondaire.identite()).orElse(Correspondance.NON_EXIGEE);
        if (correspondance == Correspondance.NON_EXIGEE && identite == ProfilAcademie.RegleIdentite.STRICTE) {
            throw new RegroupementRefuse(RefusRegroupement.IDENTITE_DIFFERENTE);
        }
        return correspondance;
    }

    /** @throws RegroupementRefuse PRINCIPAL_FERME ou PRINCIPAL_NON_ACTIF */
    static void exigerActif(Compte principal) throws RegroupementRefuse {
        if (principal.etat() == EtatCompte.FERME) {
            throw new RegroupementRefuse(RefusRegroupement.PRINCIPAL_FERME);
        }
        if (principal.etat() != EtatCompte.ACTIF) {
            throw new RegroupementRefuse(RefusRegroupement.PRINCIPAL_NON_ACTIF);
        }
    }
}
