package fr.academie.teleservices.acces;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.socle.texte.Langue;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * La langue que garde le compte : celle de ce qu'on écrit à son titulaire.
 *
 * <p>Elle ne vient que de lui. Qui n'a que le courrier d'un compte déjà activé lit ses pages dans la langue qu'il veut, mais les avis de
 * changement partent dans celle du titulaire : il doit pouvoir les lire pour s'y opposer.
 */
@Singleton
public final class LangueDuTitulaire {

    private final CompteService comptes;

    @Inject
    public LangueDuTitulaire(CompteService comptes) {
        this.comptes = comptes;
    }

    /** Garde cette langue ; sans effet si elle l'est déjà, ou si la session n'a pas prouvé qu'elle est celle du titulaire. */
    public void garder(Demandeur demandeur, Compte compte, Langue langue) {
        boolean duTitulaire = Acte.GARDER_SA_LANGUE.admet(demandeur.niveau()) && !demandeur.limite();
        if ((duTitulaire || compte.etat() == EtatCompte.CREE) && !langue.code().equals(compte.langue())) {
            comptes.choisirLangue(compte.id(), langue.code());
        }
    }
}
