package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Correspondance;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.scolarite.Rattachement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Quels comptes d'un lot peuvent se regrouper. Seul, un compte qui ne le peut pas est un refus ; de plusieurs, il est écarté et nommé, et les
 * autres restent. Ce qui tient au compte qui reste refuse toujours tout.
 */
final class JugementDuLot {

    private final ReglesDeRegroupement regles;

    JugementDuLot(ReglesDeRegroupement regles) {
        this.regles = regles;
    }

    /**
     * Les numéros des comptes du lot : celui qui reste, et ceux dont la preuve vaut encore.
     *
     * @throws RegroupementRefuse DEMANDE_PERIMEE si aucune ne vaut
     */
    List<Long> aTenir(Demandeur demandeur, List<DemandeDeRegroupement> demandes, Instant maintenant)
            throws RegroupementRefuse {
        Set<Long> ids = new LinkedHashSet<>();
        ids.add(demandeur.responsableId());
        demandes.stream()
                .filter(d -> d.vaut(demandeur.sessionId(), maintenant))
                .forEach(d -> ids.add(d.secondaireId()));
        if (ids.size() == 1) {
            if (demandes.isEmpty()) {
                throw new RegroupementRefuse(RefusRegroupement.DEMANDE_PERIMEE);
            }
            throw RegroupementRefuse.perimee(demandes.get(0).prouve().valeur());
        }
        return List.copyOf(ids);
    }

    /**
     * @param lus les comptes que nomme {@link #aTenir}
     * @throws RegroupementRefuse ce que dit {@link ReglesDeRegroupement#exiger} du seul compte du lot, de tous, ou du compte qui reste ;
     *     DEJA_REGROUPE si le compte désigné pour rester vient de se fermer
     */
    EtatDuLot juger(
            Demandeur demandeur,
            List<DemandeDeRegroupement> demandes,
            Map<Long, Compte> lus,
            List<Rattachement> liens,
            Instant maintenant)
            throws RegroupementRefuse {
        Compte connecte = Objects.requireNonNull(lus.get(demandeur.responsableId()));
        ReglesDeRegroupement.exigerActif(connecte);
        DemandeDeRegroupement gardee = demandes.stream()
                .filter(d -> d.garde(demandeur.sessionId(), maintenant))
                .findFirst()
                .orElse(null);
        Compte principal = gardee == null ? connecte : Objects.requireNonNull(lus.get(gardee.secondaireId()));
        if (principal.etat() != EtatCompte.ACTIF) {
            throw new RegroupementRefuse(RefusRegroupement.DEJA_REGROUPE);
        }
        List<EtatDuLot.Membre> membres = new ArrayList<>();
        List<Apercu.Ecarte> ecartes = new ArrayList<>();
        RegroupementRefuse refus = null;
        for (DemandeDeRegroupement demande : demandes) {
            if (!demande.vaut(demandeur.sessionId(), maintenant)) {
                ecartes.add(new Apercu.Ecarte(demande.prouve(), RefusRegroupement.DEMANDE_PERIMEE));
                continue;
            }
            boolean sienne = demande.equals(gardee);
            Compte compte = sienne ? connecte : Objects.requireNonNull(lus.get(demande.secondaireId()));
            try {
                Correspondance correspondance = regles.exiger(principal, compte);
                membres.add(new EtatDuLot.Membre(demande, compte, correspondance));
            } catch (RegroupementRefuse e) {
                if (sienne) {
                    throw e;
                }
                refus = refus == null ? e : refus;
                ecartes.add(new Apercu.Ecarte(compte.identifiant(), e.code()));
            }
        }
        if (membres.isEmpty()) {
            throw Objects.requireNonNull(refus);
        }
        return new EtatDuLot(principal, gardee, membres, ecartes, liens);
    }

    /**
     * Exige que l'état soit celui que la page a montré.
     *
     * @throws RegroupementRefuse COMPTES_CHANGES, qui nomme les comptes en cause dès que le lot en a eu plusieurs
     */
    void exigerMontre(VueMontree montree, EtatDuLot etat, List<DemandeDeRegroupement> demandes)
            throws RegroupementRefuse {
        VueMontree actuelle = etat.vue();
        Set<UUID> changees = montree.changees(actuelle);
        boolean principal = montree.principalAChange(actuelle);
        if (!principal && changees.isEmpty()) {
            return;
        }
        if (demandes.size() == 1) {
            throw new RegroupementRefuse(RefusRegroupement.COMPTES_CHANGES);
        }
        Set<String> noms = new LinkedHashSet<>();
        if (principal) {
            noms.add(etat.principal().identifiant().valeur());
        }
        for (DemandeDeRegroupement demande : demandes) {
            if (changees.contains(demande.jeton())) {
                noms.add(demande.prouve().valeur());
            }
        }
        throw RegroupementRefuse.changes(List.copyOf(noms));
    }
}
