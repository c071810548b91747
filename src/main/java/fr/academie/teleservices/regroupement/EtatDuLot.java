package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Correspondance;
import fr.academie.teleservices.scolarite.Rattachement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Les comptes d'un lot à un instant : celui qui reste, ceux qui se fermeront, et les liens de tous, retirés compris.
 *
 * @param gardee la demande dont le compte reste à la place du compte connecté, qui est alors de ceux qui se ferment ; nulle s'il reste
 * @param membres dans l'ordre où ils ont été prouvés ; au moins un
 * @param ecartes ceux du lot qui ne peuvent plus, ou pas, être regroupés
 */
record EtatDuLot(
        Compte principal,
        @Nullable DemandeDeRegroupement gardee,
        List<Membre> membres,
        List<Apercu.Ecarte> ecartes,
        List<Rattachement> rattachements) {

    /** Un compte à regrouper, prouvé et jugé. */
    record Membre(DemandeDeRegroupement demande, Compte compte, Correspondance correspondance) {}

    /**
     * Un des regroupements du lot, qui se font l'un après l'autre.
     *
     * @param liens ceux des deux comptes au moment où il se fait : le principal a déjà reçu ceux des précédents
     */
    record Etape(Membre membre, List<Rattachement> liens, PlanDeRegroupement plan) {}

    List<Etape> etapes() {
        List<Etape> etapes = new ArrayList<>();
        List<Rattachement> duPrincipal = de(principal.id());
        for (Membre membre : membres) {
            List<Rattachement> liens = new ArrayList<>(duPrincipal);
            liens.addAll(de(membre.compte().id()));
            PlanDeRegroupement plan =
                    PlanDeRegroupement.calculer(principal.id(), membre.compte().id(), liens);
            etapes.add(new Etape(membre, liens, plan));
            duPrincipal = plan.apres(principal.id());
        }
        return etapes;
    }

    /** Vrai si le compte connecté se ferme. */
    boolean echange() {
        return gardee != null;
    }

    /** Les adresses sûres du compte qui reste, vues de l'un de ceux qui se ferment. */
    List<String> mailsDuPrincipal(Membre membre) {
        return DemandeDeRegroupement.adresses(
                gardee == null ? membre.demande().mailsDuPrincipal() : gardee.mailsDuSecondaire());
    }

    /** Celles d'un compte qui se ferme. */
    List<String> mailsDe(Membre membre) {
        return DemandeDeRegroupement.adresses(
                connecte(membre)
                        ? membre.demande().mailsDuPrincipal()
                        : membre.demande().mailsDuSecondaire());
    }

    /** Vrai si ce compte qui se ferme est celui qui est connecté. */
    boolean connecte(Membre membre) {
        return membre.demande().equals(gardee);
    }

    /** Les numéros de tous ses comptes. */
    List<Long> comptes() {
        return Stream.concat(Stream.of(principal), membres.stream().map(Membre::compte))
                .map(Compte::id)
                .toList();
    }

    /** Tous les liens de ce compte, tels qu'ils sont. */
    List<Rattachement> de(long compteId) {
        return rattachements.stream().filter(r -> r.responsableId() == compteId).toList();
    }

    VueMontree vue() {
        Map<UUID, String> autres = new LinkedHashMap<>();
        membres.forEach(m -> autres.put(
                m.demande().jeton(),
                VueMontree.empreinte(m.compte(), de(m.compte().id()))));
        return new VueMontree(VueMontree.empreinte(principal, de(principal.id())), autres);
    }
}
