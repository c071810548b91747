package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.NomTronque;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartEleve;
import fr.academie.teleservices.alimentation.livraison.LotAppliquable.Fait;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.scolarite.EcritureDesEleves;
import fr.academie.teleservices.scolarite.EcritureDesEleves.Passage;
import fr.academie.teleservices.scolarite.EleveDeSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Écrit les élèves d'un lot : ceux qui arrivent, changent, sortent ou ne sont plus nommés. */
final class ApplicationDesEleves {

    private final EcartMapper ecarts;
    private final EcritureDesEleves ecriture;

    ApplicationDesEleves(EcartMapper ecarts, EcritureDesEleves ecriture) {
        this.ecarts = ecarts;
        this.ecriture = ecriture;
    }

    Fait appliquer(LotAppliquable lot) {
        List<EcartEleve> eleves = ecarts.eleves(lot.id(), lot);
        if (eleves.isEmpty()) {
            return Fait.RIEN;
        }
        LocalDate jour = LocalDate.ofInstant(lot.le(), ZoneOffset.UTC);
        List<EleveDeSource> presents = new ArrayList<>();
        List<EcartEleve> partis = new ArrayList<>();
        List<Passage> sorties = new ArrayList<>();
        for (EcartEleve eleve : eleves) {
            if (eleve.ecart() == Ecart.PARTI) {
                partis.add(eleve);
            } else {
                presents.add(deSource(eleve));
                if (eleve.sortiLe() != null) {
                    sorties.addAll(sorties(eleve, eleve.sortiLe()));
                }
            }
        }
        ecriture.sortir(partis.stream().flatMap(e -> sorties(e, jour).stream()).toList());
        ecriture.ecrire(lot.perimetre(), presents, lot.le());
        if (lot.livraison().source() == Source.AAF) {
            ecriture.quitterLesAutres(lot.perimetre(), presents, jour);
        }
        ecriture.sortir(sorties);
        ecriture.oublier(
                lot.perimetre(), partis.stream().map(EcartEleve::numero).toList(), lot.le());
        return new Fait(eleves.get(eleves.size() - 1).rang(), eleves.size());
    }

    private static List<Passage> sorties(EcartEleve eleve, LocalDate le) {
        long id = Objects.requireNonNull(eleve.eleveId());
        return Places.lire(eleve.inscriptions()).stream()
                .map(place -> new Passage(id, place, le))
                .toList();
    }

    private static EleveDeSource deSource(EcartEleve eleve) {
        boolean tronque = NomTronque.estTronque(eleve.nom()) || NomTronque.estTronque(eleve.prenom());
        return new EleveDeSource(
                eleve.numero(),
                eleve.eleveId(),
                eleve.ine(),
                saufSi(tronque, eleve.nom()),
                saufSi(tronque, eleve.prenom()),
                eleve.naissance(),
                eleve.sortiLe() == null ? Places.lire(eleve.inscriptions()) : List.of(),
                eleve.empreinte());
    }

    private static @Nullable String saufSi(boolean tronque, String nom) {
        return tronque ? null : nom;
    }
}
