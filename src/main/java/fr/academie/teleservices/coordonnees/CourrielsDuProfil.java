package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Les courriels d'une coordonnée qui change, dans la transaction du changement. */
@Singleton
final class CourrielsDuProfil {

    private final EnvoiDeCourriels envoi;

    @Inject
    CourrielsDuProfil(EnvoiDeCourriels envoi) {
        this.envoi = envoi;
    }

    /** Un courriel dont {0} est le nom et {1} l'identifiant du titulaire ; {@code suite} à partir de {2}. */
    void ecrire(String modele, String destinataire, Compte compte, Object... suite) {
        Object[] valeurs = new Object[suite.length + 2];
        valeurs[0] = compte.identite().nomCourant();
        valeurs[1] = compte.identifiant().valeur();
        System.arraycopy(suite, 0, valeurs, 2, suite.length);
        envoi.deposerEn(compte.langue(), modele, destinataire, valeurs);
    }
}
