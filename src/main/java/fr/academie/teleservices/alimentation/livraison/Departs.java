package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartEleve;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartLien;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartPersonne;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import fr.academie.teleservices.scolarite.EleveDeSource.Place;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Identites.Constat;
import fr.academie.teleservices.scolarite.Perimetre;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Ce qu'une livraison complète ne nomme plus. Les liens d'un élève ou d'une personne que l'annuaire ne nomme plus attendent un délai : l'été,
 * il en manque ; ceux de SIECLE partent avec eux.
 */
final class Departs {

    private static final int LOT = 500;

    private final Preparation preparation;
    private final Identites identites;
    private final Perimetre perimetre;
    private final Savoir savoir;
    private final DepotDesEcarts depot;

    Departs(Preparation preparation, Identites identites) {
        this.preparation = preparation;
        this.identites = identites;
        this.perimetre = Preparations.perimetre(preparation.annonce());
        this.savoir = preparation.savoir();
        this.depot = preparation.depot();
    }

    /** Ce que des différences effacent : une fiche effacée l'est tout de suite, et ses liens avec elle. */
    void effacer(Differences differences) {
        parLots(differences.elevesRetires(), ids -> {
            List<Identites.EleveConnu> connus = identites.eleves(ids);
            Map<Long, List<Place>> places = identites.aQuitter(
                    perimetre,
                    connus.stream().map(Identites.EleveConnu::eleveId).toList());
            connus.forEach(connu -> eleve(connu, places.getOrDefault(connu.eleveId(), List.of())));
        });
        parLots(differences.personnesRetirees(), ids -> identites.personnes(ids).forEach(this::personne));
        parLots(
                differences.liensRetires(),
                lot -> identites.liens(perimetre, lot).forEach(this::lien));
    }

    void trouver() {
        parLots(savoir.eleves(), ids -> identites.eleves(ids).forEach(this::eleve));
        parLots(savoir.personnes(), ids -> identites.personnes(ids).forEach(this::personne));
        LiensConnus liens = savoir.liens();
        List<Constat> lot = new ArrayList<>();
        for (int place = 0; place < liens.places(); place++) {
            if (liens.parti(place)) {
                lot.add(liens.constat(place));
                if (lot.size() == LOT) {
                    liens(lot);
                    lot.clear();
                }
            }
        }
        liens(lot);
    }

    private static void parLots(Connus connus, Consumer<List<Long>> geste) {
        IntPredicate parti = connus::parti;
        List<Long> partis = IntStream.range(0, connus.taille())
                .filter(parti)
                .mapToObj(connus::id)
                .toList();
        parLots(partis, geste);
    }

    private static <T> void parLots(List<T> tous, Consumer<List<T>> geste) {
        for (int debut = 0; debut < tous.size(); debut += LOT) {
            geste.accept(tous.subList(debut, Math.min(debut + LOT, tous.size())));
        }
    }

    private void eleve(Identites.EleveConnu connu) {
        List<Place> places = preparation.annonce().source() == Source.SIECLE
                ? List.of(new Place(preparation.annonce().perimetre(), null))
                : List.of();
        eleve(connu, places);
    }

    private void eleve(Identites.EleveConnu connu, List<Place> places) {
        depot.eleve(new EcartEleve(
                depot.rang(),
                Ecart.PARTI,
                null,
                null,
                connu.numero(),
                connu.eleveId(),
                Regle.NUMERO,
                null,
                connu.ine(),
                connu.nom(),
                null,
                connu.prenom(),
                connu.naissance(),
                null,
                Places.ecrire(places),
                0));
    }

    private void personne(Identites.PersonneConnue connue) {
        depot.personne(new EcartPersonne(
                depot.rang(Parts.COMBIEN),
                Ecart.PARTI,
                null,
                null,
                connue.numero(),
                connue.id(),
                connue.responsableId(),
                null,
                Regle.NUMERO,
                connue.civilite(),
                connue.nomFamille(),
                connue.nomUsage(),
                connue.prenom(),
                null,
                null,
                null,
                null,
                null,
                0));
    }

    private void liens(List<Constat> partis) {
        for (Identites.LienConnu lien : identites.liens(perimetre, partis)) {
            boolean attend = preparation.annonce().source() == Source.AAF
                    && !(savoir.eleves().vu(savoir.eleves().place(lien.eleve()))
                            && savoir.personnes().vu(savoir.personnes().place(lien.personne())));
            if (attend) {
                // Celui d'une fiche disparue depuis longtemps attendait déjà.
                if (savoir.eleves().parti(savoir.eleves().place(lien.eleve()))
                        || savoir.personnes().parti(savoir.personnes().place(lien.personne()))) {
                    preparation.attend();
                }
            } else {
                lien(lien);
            }
        }
    }

    private void lien(Identites.LienConnu lien) {
        depot.lien(new EcartLien(
                depot.rang(), Ecart.PARTI, null, null, lien.eleve(), lien.personne(), lien.niveau(), lien.lien()));
    }
}
