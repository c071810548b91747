package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.OrigineRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ReferenceEleve;
import fr.academie.teleservices.scolarite.Retrait;
import fr.academie.teleservices.scolarite.Titre;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Un élève dans un regroupement : son lien avant sur chaque compte (nul où il n'existait pas), et après sur le principal.
 *
 * @param retrait ce qui l'a retiré ; nul s'il vit, ou si nul ne sait
 */
public record LienRegroupe(
        long eleveId,
        @Nullable Rattachement principal,
        @Nullable Rattachement secondaire,
        Qualite apres,
        OrigineRattachement origine,
        @Nullable Retrait retrait) {

    /** Le lien d'un seul des deux comptes : il reste ce qu'il est. */
    static LienRegroupe seul(Rattachement lien, boolean duPrincipal) {
        return new LienRegroupe(
                lien.eleveId(),
                duPrincipal ? lien : null,
                duPrincipal ? null : lien,
                lien.qualite(),
                lien.origine(),
                lien.retrait());
    }

    /**
     * Le même élève des deux côtés. Un lien que seuls des imports ont fait prend le plus fort des constats des deux ; ce qu'une personne a
     * fait ou retiré d'un côté l'emporte, pour qu'aucun import n'y revienne.
     */
    static LienRegroupe fusionner(Rattachement principal, Rattachement secondaire) {
        Qualite apres = principal.qualite().fusionner(secondaire.qualite());
        OrigineRattachement origine = origine(principal, secondaire);
        Titre dit = Titre.lePlusFort(principal.dit(), secondaire.dit());
        return new LienRegroupe(
                principal.eleveId(),
                principal,
                secondaire,
                origine == OrigineRattachement.IMPORT && dit != null ? dit.dans(apres.etat()) : apres,
                origine,
                apres.etat() == EtatRattachement.RETIRE ? retrait(principal, secondaire) : null);
    }

    /** Celle des liens qui vivent, s'il y en a. */
    private static OrigineRattachement origine(Rattachement un, Rattachement autre) {
        boolean importe = Stream.of(un, autre)
                .filter(lien -> lien.vit() || (!un.vit() && !autre.vit()))
                .allMatch(lien -> lien.origine() == OrigineRattachement.IMPORT);
        return importe ? OrigineRattachement.IMPORT : OrigineRattachement.SAISIE;
    }

    private static @Nullable Retrait retrait(Rattachement principal, Rattachement secondaire) {
        Retrait retrait = principal.retrait();
        return retrait == null || retrait.par() != Retrait.Par.IMPORT ? retrait : secondaire.retrait();
    }

    /** Le lien que le regroupement laisse au principal : le sien, ou celui qui lui vient. */
    Rattachement confie(long principalId) {
        Rattachement reste = Objects.requireNonNull(principal != null ? principal : secondaire);
        return new Rattachement(
                reste.id(),
                principalId,
                eleveId,
                apres,
                reste.reference(),
                origine,
                retrait,
                Titre.lePlusFort(
                        principal == null ? null : principal.dit(), secondaire == null ? null : secondaire.dit()));
    }

    /** Ce par quoi les autres services connaissent l'élève. */
    public ReferenceEleve reference() {
        return Objects.requireNonNull(principal != null ? principal : secondaire)
                .reference();
    }

    public @Nullable Qualite avantPrincipal() {
        return principal == null ? null : principal.qualite();
    }

    public @Nullable Qualite avantSecondaire() {
        return secondaire == null ? null : secondaire.qualite();
    }
}
