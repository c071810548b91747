package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Correspondance;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.scolarite.ScolariteService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Le regroupement que le rapprochement automatique décide à la place du titulaire : les mêmes écritures, la même façon de le défaire ou de le
 * casser. Les règles qui l'autorisent sont au rapprochement ; ce que tout regroupement exige se vérifie ici.
 */
@Singleton
public final class RegroupementSansTitulaire {

    private final ScolariteService scolarite;
    private final AvisAuTitulaire avis;
    private final EcritureDuRegroupement ecriture;

    @Inject
    public RegroupementSansTitulaire(
            ScolariteService scolarite, AvisAuTitulaire avis, EcritureDuRegroupement ecriture) {
        this.scolarite = scolarite;
        this.avis = avis;
        this.ecriture = ecriture;
    }

    /**
     * Regroupe deux comptes ouverts que l'appelant tient sous verrou, dans sa transaction. Leurs titulaires sont prévenus aux seules adresses
     * confirmées, avec de quoi s'y opposer.
     *
     * @param secondaire le compte qui se ferme ; jamais activé : qui tient un compte activé décide lui-même
     * @param correspondance ce qui a concordé dans les noms dits par les établissements
     */
    public void regrouper(Compte principal, Compte secondaire, Correspondance correspondance, Auteur auteur) {
        if (principal.id() == secondaire.id()
                || !principal.etat().estOuvert()
                || secondaire.etat() != EtatCompte.CREE) {
            throw new IllegalArgumentException("Deux comptes ouverts, dont celui qui se ferme n'a jamais servi.");
        }
        ecriture.ecrire(List.of(new ActeDeRegroupement(
                UUID.randomUUID(),
                null,
                OrigineDuRegroupement.RAPPROCHEMENT,
                auteur,
                principal,
                secondaire,
                scolarite.verrouiller(principal.id(), secondaire.id()),
                correspondance,
                avis.adressesSures(principal.id()),
                avis.adressesSures(secondaire.id()),
                Reprise.AUCUNE)));
    }
}
