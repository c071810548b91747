package fr.academie.teleservices.rupture;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.lignee.Provenance;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.scolarite.NomsDistincts;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ce qu'une rupture doit tenir ; jugé au choix, à l'aperçu, puis à la confirmation, toujours sous verrou. Source : DOMAIN §4. */
@Singleton
final class ReglesDeRupture {

    private final CompteService comptes;

    @Inject
    ReglesDeRupture(CompteService comptes) {
        this.comptes = comptes;
    }

    /**
     * Ce que ferait la rupture de ces élèves.
     *
     * @param liens tous les liens du compte
     * @param visibles les élèves du compte que l'agent a le droit de voir
     * @param choisis ids d'élèves, jamais crus
     * @param provenances par où ces élèves sont venus ; un élève absent n'est venu par aucun regroupement
     * @param partages ce que deviennent les constats d'un élève ; d'un élève absent, tous partent
     * @throws RuptureRefusee COMPTE_FERME, ELEVE_HORS_ETABLISSEMENT, ELEVE_NON_ACTIF ou PLUSIEURS_PERSONNES
     */
    PlanDeRupture exiger(
            Compte source,
            List<Rattachement> liens,
            List<Enfant> visibles,
            Collection<Long> choisis,
            Map<Long, Provenance> provenances,
            Map<Long, LienRompu.Partage> partages)
            throws RuptureRefusee {
        if (!source.etat().estOuvert()) {
            throw new RuptureRefusee(RefusRupture.COMPTE_FERME);
        }
        var lienDe = liens.stream().collect(Collectors.toMap(Rattachement::eleveId, Function.identity()));
        List<LienRompu> partent = new ArrayList<>();
        for (long id : choisis) {
            Enfant enfant = visibles.stream()
                    .filter(e -> e.eleve().id() == id)
                    .findFirst()
                    .orElseThrow(() -> new RuptureRefusee(RefusRupture.ELEVE_HORS_ETABLISSEMENT));
            Rattachement lien = lienDe.get(id);
            if (lien == null || lien.qualite().etat() != EtatRattachement.ACTIF) {
                String nom = NomsDistincts.courts(
                                visibles.stream().map(Enfant::eleve).toList())
                        .get(id);
                throw new RuptureRefusee(RefusRupture.ELEVE_NON_ACTIF, String.valueOf(nom));
            }
            partent.add(LienRompu.calculer(
                    lien,
                    enfant.eleve().etablissement().uai(),
                    provenances.getOrDefault(id, Provenance.AUCUNE),
                    partages.get(id)));
        }
        List<Enfant> restent =
                visibles.stream().filter(e -> !choisis.contains(e.eleve().id())).toList();
        return new PlanDeRupture(source, modele(source, partent), partent, restent);
    }

    /**
     * Refuse de retirer à un élève le dernier représentant légal qu'il avait.
     *
     * @param liens tous les liens des élèves qui partent, sur tous les comptes, sous verrou
     * @throws RuptureRefusee SANS_REPRESENTANT_LEGAL
     */
    void exigerUnRepresentant(PlanDeRupture plan, List<Rattachement> liens) throws RuptureRefusee {
        for (LienRompu lien : plan.partent()) {
            Predicate<Rattachement> ailleurs =
                    l -> l.responsableId() != plan.source().id();
            boolean apres = Stream.concat(
                            liens.stream()
                                    .filter(l -> l.eleveId() == lien.eleveId())
                                    .filter(ailleurs)
                                    .map(Rattachement::qualite),
                            Stream.of(lien.source(), lien.nouveau()))
                    .anyMatch(ReglesDeRupture::represente);
            if (represente(lien.avant()) && !apres) {
                throw new RuptureRefusee(RefusRupture.SANS_REPRESENTANT_LEGAL);
            }
        }
    }

    private static boolean represente(Qualite qualite) {
        return qualite.niveau() == NiveauResponsabilite.REPRESENTANT_LEGAL && qualite.etat() == EtatRattachement.ACTIF;
    }

    /** La source si c'est la même personne partout ; sinon le compte absorbé, s'ils viennent tous de la même. */
    private Compte modele(Compte source, List<LienRompu> partent) throws RuptureRefusee {
        List<Compte> titulaires = partent.stream()
                .map(l -> l.provenance().origine())
                .map(o -> o.flatMap(a -> comptes.parId(a.secondaireId())).orElse(source))
                .toList();
        if (titulaires.stream().allMatch(t -> memePersonne(source, t))) {
            return source;
        }
        Compte premier = titulaires.get(0);
        if (!titulaires.stream().allMatch(t -> memePersonne(premier, t))) {
            throw new RuptureRefusee(RefusRupture.PLUSIEURS_PERSONNES);
        }
        return premier;
    }

    private static boolean memePersonne(Compte un, Compte autre) {
        return un.id() == autre.id() || un.identite().comparer(autre.identite()).isPresent();
    }
}
