package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.livraison.EcartMapper.CompteChange;
import fr.academie.teleservices.evenement.AnnonceDesLiens;
import fr.academie.teleservices.scolarite.LienCalcule;
import fr.academie.teleservices.scolarite.Rattachements;
import java.util.List;
import java.util.Map;

/** Donne à des identités le compte que leur personne attendait, et retient ce que des liens en changent : au journal, et à annoncer. */
final class PersonnesNommees {

    private final Rattachements rattachements;
    private final AnnonceDesLiens annonce;

    PersonnesNommees(Rattachements rattachements, AnnonceDesLiens annonce) {
        this.rattachements = rattachements;
        this.annonce = annonce;
    }

    /** @param comptesDe le compte de chaque identité, l'un et l'autre verrouillés */
    void nommer(LotAppliquable lot, Map<Long, Long> comptesDe) {
        if (!comptesDe.isEmpty()) {
            List<LienCalcule> effets = rattachements.nommer(comptesDe, lot.le());
            retenir(lot, comptesDe.values().stream().distinct().toList());
            annonce.journaliser(effets.stream().filter(LienCalcule::aChange).toList(), lot.auteur(), lot.le());
        }
    }

    /** Ce que deviennent des liens que le lot a calculés. */
    void noter(LotAppliquable lot, List<LienCalcule> effets) {
        List<LienCalcule> changes = effets.stream().filter(LienCalcule::aChange).toList();
        if (!changes.isEmpty()) {
            retenir(
                    lot,
                    changes.stream()
                            .map(c -> c.couple().responsableId())
                            .distinct()
                            .toList());
            annonce.journaliser(changes, lot.auteur(), lot.le());
        }
    }

    /** Des comptes que leurs liens, ou leurs numéros, font annoncer. */
    void retenir(LotAppliquable lot, List<Long> comptes) {
        lot.retenus()
                .comptes(comptes.stream()
                        .map(compte -> new CompteChange(compte, false, true, false, false))
                        .toList());
    }
}
