package fr.academie.teleservices.regroupement;

import static fr.academie.teleservices.scolarite.EtatRattachement.ACTIF;
import static fr.academie.teleservices.scolarite.EtatRattachement.CONTESTE;
import static fr.academie.teleservices.scolarite.EtatRattachement.RETIRE;
import static fr.academie.teleservices.scolarite.LienParente.MERE;
import static fr.academie.teleservices.scolarite.LienParente.TUTEUR;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.CONTACT;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.PERSONNE_EN_CHARGE;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.REPRESENTANT_LEGAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.scolarite.OrigineRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ReferenceEleve;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanDeRegroupementTest {

    private static final long PRINCIPAL = 7;
    private static final long SECONDAIRE = 3;
    private static final Qualite MERE_ACTIVE = new Qualite(REPRESENTANT_LEGAL, MERE, ACTIF);

    @Test
    void deplaceLesElevesDuSecondaire() {
        PlanDeRegroupement plan = plan(lien(1, PRINCIPAL, 10, MERE_ACTIVE), lien(2, SECONDAIRE, 11, MERE_ACTIVE));
        assertThat(plan.deplaces()).isEqualTo(List.of(2L));
        assertThat(plan.doublons()).isEmpty();
        assertThat(plan.releves()).isEmpty();
        assertThat(plan.liens()).hasSize(2);
    }

    @Test
    void gardeUneFoisUnElevePresentDesDeuxCotes() {
        PlanDeRegroupement plan = plan(lien(1, PRINCIPAL, 10, MERE_ACTIVE), lien(2, SECONDAIRE, 10, MERE_ACTIVE));
        assertThat(plan.liens()).hasSize(1);
        assertThat(plan.doublons()).isEqualTo(List.of(2L));
        assertThat(plan.deplaces()).isEmpty();
        assertThat(plan.releves()).isEmpty();
    }

    @Test
    void prendLeNiveauLePlusFortEtSonLien() {
        PlanDeRegroupement plan = plan(
                lien(1, PRINCIPAL, 10, new Qualite(CONTACT, MERE, ACTIF)),
                lien(2, SECONDAIRE, 10, new Qualite(PERSONNE_EN_CHARGE, TUTEUR, ACTIF)));
        assertThat(plan.releves()).isEqualTo(List.of(saisi(1, new Qualite(PERSONNE_EN_CHARGE, TUTEUR, ACTIF))));
    }

    @Test
    void estActifDesQuUnCoteLEst() {
        for (var faible : List.of(CONTESTE, RETIRE)) {
            Qualite affaiblie = new Qualite(REPRESENTANT_LEGAL, MERE, faible);
            assertThat(plan(lien(1, PRINCIPAL, 10, affaiblie), lien(2, SECONDAIRE, 10, MERE_ACTIVE))
                            .releves())
                    .isEqualTo(List.of(saisi(1, MERE_ACTIVE)));
            assertThat(plan(lien(1, PRINCIPAL, 10, MERE_ACTIVE), lien(2, SECONDAIRE, 10, affaiblie))
                            .releves())
                    .isEmpty();
        }
    }

    @Test
    void unLienRetireSeDeplaceRetire() {
        PlanDeRegroupement plan = plan(lien(2, SECONDAIRE, 10, new Qualite(CONTACT, TUTEUR, RETIRE)));
        assertThat(plan.deplaces()).isEqualTo(List.of(2L));
        assertThat(plan.liens().get(0).apres().etat()).isEqualTo(RETIRE);
    }

    @Test
    void neDependPasDeLOrdreDesLiens() {
        Rattachement a = lien(1, PRINCIPAL, 10, new Qualite(CONTACT, MERE, ACTIF));
        Rattachement b = lien(2, SECONDAIRE, 10, MERE_ACTIVE);
        assertThat(plan(a, b)).isEqualTo(plan(b, a));
    }

    @Test
    void accepteUnCompteSansEleve() {
        assertThat(plan().liens()).isEmpty();
    }

    @Test
    void refuseLeLienDUnTiers() {
        assertThatThrownBy(() -> plan(lien(1, 99, 10, MERE_ACTIVE))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unLienDitCeQuIlEtaitDeChaqueCoteEtQuiEstLEleve() {
        Qualite tuteur = new Qualite(CONTACT, TUTEUR, ACTIF);
        LienRegroupe deplace = plan(lien(2, SECONDAIRE, 10, tuteur)).liens().get(0);
        LienRegroupe garde = plan(lien(1, PRINCIPAL, 10, MERE_ACTIVE)).liens().get(0);

        assertThat(deplace.avantPrincipal()).isNull();
        assertThat(deplace.avantSecondaire()).isEqualTo(tuteur);
        assertThat(deplace.reference()).isEqualTo(new ReferenceEleve(null, "0330001A", List.of()));
        assertThat(garde.avantPrincipal()).isEqualTo(MERE_ACTIVE);
        assertThat(garde.avantSecondaire()).isNull();
        assertThat(garde.reference()).isEqualTo(new ReferenceEleve(null, "0330001A", List.of()));
    }

    @Test
    void refuseDeuxLiensDuMemeCompteVersLeMemeEleve() {
        assertThatThrownBy(() -> plan(lien(1, PRINCIPAL, 10, MERE_ACTIVE), lien(2, PRINCIPAL, 10, MERE_ACTIVE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PlanDeRegroupement plan(Rattachement... liens) {
        return PlanDeRegroupement.calculer(PRINCIPAL, SECONDAIRE, List.of(liens));
    }

    private static PlanDeRegroupement.Releve saisi(long id, Qualite qualite) {
        return new PlanDeRegroupement.Releve(id, qualite, OrigineRattachement.SAISIE, null);
    }

    private static Rattachement lien(long id, long responsable, long eleve, Qualite qualite) {
        return new Rattachement(
                id,
                responsable,
                eleve,
                qualite,
                new ReferenceEleve(null, "0330001A", List.of()),
                OrigineRattachement.SAISIE,
                null,
                null);
    }
}
