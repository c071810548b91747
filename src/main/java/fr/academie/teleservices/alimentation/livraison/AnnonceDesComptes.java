package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.livraison.EcartMapper.CompteChange;
import fr.academie.teleservices.alimentation.livraison.LotAppliquable.Fait;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.evenement.Evenement;
import fr.academie.teleservices.evenement.Evenement.Champ;
import fr.academie.teleservices.evenement.Evenement.CompteCree;
import fr.academie.teleservices.evenement.Evenement.CompteModifie;
import fr.academie.teleservices.evenement.Evenement.Origine;
import fr.academie.teleservices.evenement.Evenement.RattachementsModifies;
import fr.academie.teleservices.evenement.EvenementService;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Annonce aux autres services les comptes qu'une livraison a changés, une fois que tout est écrit : un fait par compte, quel que soit le nombre
 * de lots qui l'ont touché, ou pour tous un instantané à relire s'ils sont trop nombreux. Un compte qu'un regroupement a fermé entre-temps a déjà été annoncé par lui, avec tous ses liens.
 */
final class AnnonceDesComptes {

    private final EcartMapper ecarts;
    private final CompteService comptes;
    private final EvenementService evenements;

    AnnonceDesComptes(EcartMapper ecarts, CompteService comptes, EvenementService evenements) {
        this.ecarts = ecarts;
        this.comptes = comptes;
        this.evenements = evenements;
    }

    Fait appliquer(LotAppliquable lot) {
        if (lot.curseur() == 0
                && !evenements.annoncerEnNombre(
                        ecarts.nombreDeComptes(lot.id(), EvenementService.COMPTES_PAR_INSTANTANE + 1), lot.le())) {
            return Fait.RIEN;
        }
        List<CompteChange> changes = ecarts.comptes(lot.id(), lot.curseur(), lot.taille());
        if (changes.isEmpty()) {
            return Fait.RIEN;
        }
        Map<Long, Compte> verrouilles = comptes.verrouiller(
                changes.stream().map(CompteChange::responsableId).toList());
        Map<Long, Evenement.Sujet> sujets = evenements.sujets(verrouilles.values().stream()
                .filter(compte -> compte.etat().estOuvert())
                .toList());
        List<Evenement> faits = new ArrayList<>();
        for (CompteChange change : changes) {
            Evenement.Sujet sujet = sujets.get(change.responsableId());
            if (sujet != null) {
                faits.addAll(faits(lot, change, sujet));
            }
        }
        evenements.deposer(faits);
        return new Fait(changes.get(changes.size() - 1).responsableId(), 0);
    }

    private static List<Evenement> faits(LotAppliquable lot, CompteChange change, Evenement.Sujet sujet) {
        List<Evenement> faits = new ArrayList<>(2);
        if (change.cree()) {
            faits.add(new CompteCree(lot.le(), sujet, Origine.IMPORT));
        } else if (change.liens()) {
            faits.add(new RattachementsModifies(lot.le(), sujet));
        }
        Set<Champ> champs = EnumSet.noneOf(Champ.class);
        if (change.mail()) {
            champs.add(Champ.MAIL);
        }
        if (change.telephone()) {
            champs.add(Champ.TELEPHONE_PORTABLE);
        }
        if (!champs.isEmpty()) {
            faits.add(new CompteModifie(lot.le(), sujet, champs));
        }
        return faits;
    }
}
