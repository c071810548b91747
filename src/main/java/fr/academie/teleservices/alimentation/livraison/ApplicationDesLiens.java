package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.CompteChange;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartLien;
import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneRemarque;
import fr.academie.teleservices.alimentation.livraison.LotAppliquable.Fait;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.evenement.AnnonceDesLiens;
import fr.academie.teleservices.scolarite.Couple;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Identites.Constat;
import fr.academie.teleservices.scolarite.Identites.EleveNomme;
import fr.academie.teleservices.scolarite.Identites.PersonneNommee;
import fr.academie.teleservices.scolarite.Identites.Porte;
import fr.academie.teleservices.scolarite.LienCalcule;
import fr.academie.teleservices.scolarite.Rattachements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Écrit les constats d'un lot, puis met d'accord avec eux les rattachements des comptes qui les portent. Ce qu'une personne a décidé reste :
 * le rapport dit que la source dit encore le contraire.
 */
final class ApplicationDesLiens {

    private final LivraisonMapper livraisons;
    private final EcartMapper ecarts;
    private final Identites identites;
    private final CompteService comptes;
    private final Rattachements rattachements;
    private final AnnonceDesLiens annonce;

    ApplicationDesLiens(
            LivraisonMapper livraisons,
            EcartMapper ecarts,
            Identites identites,
            CompteService comptes,
            Rattachements rattachements,
            AnnonceDesLiens annonce) {
        this.livraisons = livraisons;
        this.ecarts = ecarts;
        this.identites = identites;
        this.comptes = comptes;
        this.rattachements = rattachements;
        this.annonce = annonce;
    }

    /** Un écart dont l'élève et la personne sont trouvés ; {@code compte} porte le lien, ou le portera ; nul s'il n'y en a pas. */
    private record Situe(
            EcartLien ecart, Constat constat, @Nullable Long compte) {}

    Fait appliquer(LotAppliquable lot) {
        List<EcartLien> liens = ecarts.liens(lot.id(), lot.curseur(), lot.taille());
        if (liens.isEmpty()) {
            return Fait.RIEN;
        }
        List<Situe> avant = situer(lot, liens);
        comptes.verrouiller(avant.stream()
                .map(Situe::compte)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new)));
        // Relu sous verrou : un regroupement ou une rupture qui passait entre-temps a pu déplacer un constat.
        if (!situer(lot, liens).equals(avant)) {
            throw new ARejouer("liens de la livraison " + lot.id());
        }
        identites.dire(avant.stream()
                .filter(s -> s.ecart().ecart() != Ecart.PARTI)
                .map(s -> new Porte(
                        s.constat().identiteId(),
                        s.constat().eleveId(),
                        s.ecart().niveau(),
                        s.ecart().lien(),
                        s.compte()))
                .toList());
        identites.taire(avant.stream()
                .filter(s -> s.ecart().ecart() == Ecart.PARTI)
                .map(Situe::constat)
                .toList());
        calculer(lot, avant);
        return new Fait(liens.get(liens.size() - 1).rang(), liens.size());
    }

    private List<Situe> situer(LotAppliquable lot, List<EcartLien> liens) {
        Map<String, Long> eleves =
                identites
                        .eleves(
                                lot.perimetre(),
                                liens.stream().map(EcartLien::eleve).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(EleveNomme::numero, EleveNomme::eleveId));
        Map<String, PersonneNommee> personnes = identites
                .personnes(
                        lot.perimetre(), liens.stream().map(EcartLien::personne).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(PersonneNommee::numero, p -> p));
        List<Situe> situes = new ArrayList<>();
        for (EcartLien lien : liens) {
            Long eleve = eleves.get(lien.eleve());
            PersonneNommee personne = personnes.get(lien.personne());
            if (eleve != null && personne != null) {
                situes.add(new Situe(
                        lien,
                        new Constat(personne.identiteId(), eleve, lien.niveau(), lien.lien()),
                        personne.responsableId()));
            }
        }
        Map<List<Long>, Porte> portes = identites
                .portes(situes.stream().map(Situe::constat).toList())
                .stream()
                .collect(Collectors.toMap(p -> List.of(p.identiteId(), p.eleveId()), p -> p));
        // Un constat connu garde le compte qui le porte : une rupture l'a pu mettre ailleurs que sa personne.
        return situes.stream()
                .map(s -> {
                    Porte porte = portes.get(
                            List.of(s.constat().identiteId(), s.constat().eleveId()));
                    return porte == null ? s : new Situe(s.ecart(), s.constat(), porte.responsableId());
                })
                .toList();
    }

    private void calculer(LotAppliquable lot, List<Situe> situes) {
        Map<Couple, EcartLien> parCouple = new LinkedHashMap<>();
        for (Situe situe : situes) {
            if (situe.compte() != null) {
                parCouple.putIfAbsent(new Couple(situe.compte(), situe.constat().eleveId()), situe.ecart());
            }
        }
        List<LienCalcule> effets = rattachements.recalculer(parCouple.keySet(), lot.le());
        List<LienCalcule> changes = effets.stream().filter(LienCalcule::aChange).toList();
        if (!changes.isEmpty()) {
            ecarts.retenirDesComptes(
                    lot.id(),
                    changes.stream()
                            .map(c -> c.couple().responsableId())
                            .distinct()
                            .map(compte -> new CompteChange(compte, true, false, false))
                            .toList());
            annonce.journaliser(changes, lot.auteur(), lot.le());
        }
        List<LigneRemarque> remarques = effets.stream()
                .filter(LienCalcule::contreLaSource)
                .map(effet -> remarque(lot, effet, Objects.requireNonNull(parCouple.get(effet.couple()))))
                .toList();
        if (!remarques.isEmpty()) {
            livraisons.ajouterRemarques(lot.id(), livraisons.dernierRangDeRemarque(lot.id()) + 1, remarques);
        }
    }

    private static LigneRemarque remarque(LotAppliquable lot, LienCalcule effet, EcartLien lien) {
        CodeRemarque code = switch (effet.effet()) {
            case RESTE_CONTESTE -> CodeRemarque.LIEN_SIGNALE;
            case RESTE_RETIRE -> CodeRemarque.LIEN_RETIRE;
            default -> CodeRemarque.LIEN_SAISI;
        };
        String source = lot.livraison().source().name();
        return DepotDesEcarts.ligne(new Remarque(
                code,
                Objects.requireNonNullElse(lien.fichier(), source),
                Objects.requireNonNullElse(lien.ligne(), 0),
                Sorte.LIEN,
                lien.eleve() + " / " + lien.personne(),
                List.of(source)));
    }
}
