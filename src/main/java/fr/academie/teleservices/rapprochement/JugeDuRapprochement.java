package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.Correspondance;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.rapprochement.Appariement.Groupe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Ce qu'il y a à faire d'un groupe de comptes que les données disent de la même personne. Une règle pure. Source : DOMAIN §4.
 *
 * <p>Un compte reste : celui qui est activé, sinon celui dont le courrier ouvre encore, sinon le plus ancien. Chaque autre s'y regroupe si
 * rien ne l'oppose à celui qui reste, ni à un autre du groupe : dans le doute, une personne décide.
 */
final class JugeDuRapprochement {

    private static final Comparator<CompteEnCause> QUI_RESTE = Comparator.comparing((CompteEnCause c) -> !c.estActif())
            .thenComparing(c -> !c.lettreValable())
            .thenComparing(CompteEnCause::creeLe)
            .thenComparing(CompteEnCause::id);

    private final Groupe groupe;
    private final Faits faits;

    private JugeDuRapprochement(Groupe groupe, Faits faits) {
        this.groupe = groupe;
        this.faits = faits;
    }

    /** Une paire par compte qui ne reste pas, la même deux fois jamais. */
    static List<Paire> juger(Groupe groupe, Faits faits) {
        return new JugeDuRapprochement(groupe, faits).paires();
    }

    private List<Paire> paires() {
        List<CompteEnCause> comptes = groupe.comptes().stream()
                .map(id -> Objects.requireNonNull(faits.comptes().get(id)))
                .sorted(QUI_RESTE)
                .toList();
        long reste = comptes.get(0).id();
        boolean plusieursActifs = comptes.size() > 1 && comptes.get(1).estActif();
        List<Paire> paires = new ArrayList<>();
        Set<Paire.Couple> vus = new HashSet<>();
        for (CompteEnCause compte : comptes.subList(1, comptes.size())) {
            Paire paire = juger(reste, compte.id(), plusieursActifs);
            if (vus.add(paire.couple())) {
                paires.add(paire);
            }
        }
        return paires;
    }

    private Paire juger(long reste, long autre, boolean plusieursActifs) {
        Optional<MotifLaisse> motif = entre(reste, autre);
        if (motif.isPresent()) {
            return laissee(motif.get(), reste, autre);
        }
        if (plusieursActifs) {
            return laissee(MotifLaisse.DEUX_COMPTES_ACTIVES, reste, autre);
        }
        for (long tiers : groupe.comptes()) {
            Optional<MotifLaisse> doute = tiers == reste || tiers == autre ? Optional.empty() : doute(tiers, autre);
            if (doute.isPresent()) {
                return laissee(doute.get(), tiers, autre);
            }
        }
        PersonneDite ferme = face(autre, reste);
        return Paire.aRegrouper(face(reste, autre), ferme, correspondance(ferme));
    }

    private Optional<MotifLaisse> entre(long un, long autre) {
        Optional<MotifLaisse> doute = doute(un, autre);
        boolean moinsGrave = doute.isEmpty() || doute.get() == MotifLaisse.MEME_ELEVE;
        return moinsGrave && faits.estContestee(un, autre) ? Optional.of(MotifLaisse.LIEN_CONTESTE) : doute;
    }

    /** Ce qui ne tient qu'à ces deux comptes ; un lien contesté n'oppose, lui, que son compte à celui qui reste. */
    private Optional<MotifLaisse> doute(long un, long autre) {
        if (faits.estRompue(un, autre)) {
            return Optional.of(MotifLaisse.PAIRE_ROMPUE);
        }
        if (faits.estEcartee(un, autre)) {
            return Optional.of(MotifLaisse.PAIRE_ECARTEE);
        }
        if (faits.estDementie(un, autre)) {
            return Optional.of(MotifLaisse.LIEN_CONTESTE);
        }
        return faits.ontUnMemeEleve(un, autre) && !memeCivilite(un, autre)
                ? Optional.of(MotifLaisse.MEME_ELEVE)
                : Optional.empty();
    }

    private boolean memeCivilite(long un, long autre) {
        Set<String> civilites = new HashSet<>();
        for (PersonneDite personne : groupe.personnes()) {
            long compte = Objects.requireNonNull(personne.compteId());
            if (compte == un || compte == autre) {
                String civilite = personne.civilite();
                civilites.add(civilite == null ? "" : Identite.normaliser(civilite));
            }
        }
        return civilites.size() == 1 && !civilites.contains("");
    }

    private Paire laissee(MotifLaisse motif, long un, long autre) {
        return Paire.laissee(motif, face(un, autre), face(autre, un));
    }

    /** La personne de ce compte qui a les données de l'autre ; à défaut, sa première : un troisième compte les relie. */
    private PersonneDite face(long compte, long autre) {
        List<PersonneDite> siennes = groupe.personnes().stream()
                .filter(p -> Objects.equals(p.compteId(), compte))
                .toList();
        return siennes.stream()
                .filter(p -> groupe.personnes().stream()
                        .anyMatch(q -> Objects.equals(q.compteId(), autre)
                                && p.memesDonnees(q).isPresent()))
                .findFirst()
                .orElse(siennes.get(0));
    }

    private Correspondance correspondance(PersonneDite ferme) {
        return groupe.personnes().stream()
                .filter(ferme::surUnAutreCompte)
                .flatMap(p -> ferme.memesDonnees(p).stream())
                .findFirst()
                .orElseThrow();
    }
}
