package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.LienSitue;
import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneRemarque;
import fr.academie.teleservices.alimentation.livraison.LotAppliquable.Fait;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.lignee.LienDOrigine;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.scolarite.Couple;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Identites.Constat;
import fr.academie.teleservices.scolarite.Identites.Porte;
import fr.academie.teleservices.scolarite.Identites.Suite;
import fr.academie.teleservices.scolarite.LienCalcule;
import fr.academie.teleservices.scolarite.Rattachements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Écrit les constats d'un lot, puis met d'accord avec eux les rattachements des comptes qui les portent. Ce qu'une personne a décidé reste :
 * le rapport dit que la source dit encore le contraire.
 */
final class ApplicationDesLiens {

    private final EcartMapper ecarts;
    private final Identites identites;
    private final CompteService comptes;
    private final LigneeService lignee;
    private final Rattachements rattachements;
    private final ComptesDesConnues connues;
    private final PersonnesNommees nommees;

    ApplicationDesLiens(
            EcartMapper ecarts,
            Identites identites,
            CompteService comptes,
            LigneeService lignee,
            Rattachements rattachements,
            ComptesDesConnues connues,
            PersonnesNommees nommees) {
        this.ecarts = ecarts;
        this.identites = identites;
        this.comptes = comptes;
        this.lignee = lignee;
        this.rattachements = rattachements;
        this.connues = connues;
        this.nommees = nommees;
    }

    Fait appliquer(LotAppliquable lot) {
        List<LienSitue> liens = situer(lot);
        if (liens.isEmpty()) {
            return Fait.RIEN;
        }
        Set<Long> quittees = quittees(liens);
        Map<LienDOrigine, Long> revenus = revenus(liens);
        Set<Long> concernes = new TreeSet<>(identites.comptesDe(quittees));
        concernes.addAll(revenus.values());
        liens.stream().map(LienSitue::compte).filter(Objects::nonNull).forEach(concernes::add);
        ComptesDesConnues.Decision decision = connues.decider(lot, liens);
        concernes.addAll(decision.comptes());
        Map<Long, Compte> tenus = comptes.verrouiller(concernes);
        // Relu sous verrou : un regroupement ou une rupture qui passait entre-temps a pu déplacer un constat.
        if (!situer(lot).equals(liens)
                || !revenus(liens).equals(revenus)
                || !concernes.containsAll(identites.comptesDe(quittees))
                || !connues.tient(lot, liens, decision)) {
            throw new ARejouer("liens de la livraison " + lot.id());
        }
        boolean situesAutrement = connues.appliquer(lot, decision);
        List<LienSitue> situes = (situesAutrement ? situer(lot) : liens)
                .stream()
                        .filter(lien -> lien.constat() != null)
                        .map(lien -> revenir(lien, revenus, tenus))
                        .toList();
        List<Porte> dits = new ArrayList<>();
        List<Constat> tus = new ArrayList<>();
        for (LienSitue lien : situes) {
            Constat constat = Objects.requireNonNull(lien.constat());
            if (lien.ecart() == Ecart.PARTI) {
                tus.add(constat);
            } else {
                dits.add(new Porte(
                        constat.identiteId(), constat.eleveId(), constat.niveau(), constat.lien(), lien.compte()));
            }
        }
        identites.dire(dits);
        identites.taire(tus);
        calculer(lot, situes);
        annoncer(lot, identites.suivre(quittees));
        return new Fait(liens.get(liens.size() - 1).rang(), liens.size());
    }

    /** Les personnes dont un constat s'en va. */
    private static Set<Long> quittees(List<LienSitue> liens) {
        return liens.stream()
                .filter(lien -> lien.ecart() == Ecart.PARTI && lien.identiteId() != null)
                .map(LienSitue::identiteId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Les liens que la livraison ajoute et qu'une rupture avait fait partir, et le compte qu'elle a fait. */
    private Map<LienDOrigine, Long> revenus(List<LienSitue> liens) {
        return lignee.apresRupture(liens.stream()
                .filter(lien -> lien.ecart() == Ecart.NOUVEAU)
                .flatMap(lien -> Stream.ofNullable(lien.porteur()))
                .toList());
    }

    /** Un lien qu'une rupture avait fait partir revient au compte qu'elle a fait, s'il est encore ouvert ; sinon à celui de la personne. */
    private static LienSitue revenir(LienSitue lien, Map<LienDOrigine, Long> revenus, Map<Long, Compte> tenus) {
        LienDOrigine porteur = lien.porteur();
        Long ou = porteur == null ? null : revenus.get(porteur);
        Compte compte = ou == null ? null : tenus.get(ou);
        return compte != null && compte.etat().estOuvert() ? lien.portePar(compte.id()) : lien;
    }

    /** Le numéro d'une personne qui a suivi ses constats a changé de compte. */
    private void annoncer(LotAppliquable lot, List<Suite> suites) {
        if (!suites.isEmpty()) {
            nommees.retenir(
                    lot,
                    suites.stream()
                            .flatMap(suite -> Stream.of(suite.deId(), suite.versId()))
                            .distinct()
                            .toList());
        }
    }

    private List<LienSitue> situer(LotAppliquable lot) {
        return ecarts.liensSitues(lot.id(), lot, lot.perimetre());
    }

    private void calculer(LotAppliquable lot, List<LienSitue> situes) {
        Map<Couple, LienSitue> parCouple = new LinkedHashMap<>();
        for (LienSitue situe : situes) {
            if (situe.compte() != null && situe.eleveId() != null) {
                parCouple.putIfAbsent(new Couple(situe.compte(), situe.eleveId()), situe);
            }
        }
        // Tous sont tenus : verrouillés avec le lot, ou faits par lui.
        List<LienCalcule> effets = rattachements.recalculerSousVerrou(parCouple.keySet(), lot.le());
        nommees.noter(lot, effets);
        lot.retenus()
                .remarques(effets.stream()
                        .filter(LienCalcule::contreLaSource)
                        .map(effet -> remarque(lot, effet, Objects.requireNonNull(parCouple.get(effet.couple()))))
                        .toList());
    }

    private static LigneRemarque remarque(LotAppliquable lot, LienCalcule effet, LienSitue lien) {
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
