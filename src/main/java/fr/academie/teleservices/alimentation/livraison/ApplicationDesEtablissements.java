package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartEtablissement;
import fr.academie.teleservices.alimentation.livraison.LotAppliquable.Fait;
import fr.academie.teleservices.scolarite.EtablissementsDeSource;
import java.util.List;

/** Écrit les établissements d'un lot, avant que des élèves ne les citent. */
final class ApplicationDesEtablissements {

    private final EcartMapper ecarts;
    private final EtablissementsDeSource etablissements;

    ApplicationDesEtablissements(EcartMapper ecarts, EtablissementsDeSource etablissements) {
        this.ecarts = ecarts;
        this.etablissements = etablissements;
    }

    Fait appliquer(LotAppliquable lot) {
        List<EcartEtablissement> dits = ecarts.etablissements(lot.id(), lot.curseur(), lot.taille());
        if (dits.isEmpty()) {
            return Fait.RIEN;
        }
        etablissements.ecrire(
                lot.perimetre(),
                dits.stream()
                        .filter(e -> e.ecart() != Ecart.PARTI)
                        .map(EcartEtablissement::dit)
                        .toList());
        etablissements.oublier(
                lot.perimetre(),
                dits.stream()
                        .filter(e -> e.ecart() == Ecart.PARTI)
                        .map(EcartEtablissement::numero)
                        .toList());
        return new Fait(dits.get(dits.size() - 1).rang(), dits.size());
    }
}
