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

import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.OrigineRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ReferenceEleve;
import fr.academie.teleservices.scolarite.Retrait;
import fr.academie.teleservices.scolarite.Titre;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanDeRegroupementTest {

    private static final long PRINCIPAL = 7;
    private static final long SECONDAIRE = 3;
    private static final Qualite MERE_ACTIVE = new Qualite(REPRESENTANT_LEGAL, MERE, ACTIF);
    private static final Instant HIER = Instant.parse("2026-11-27T08:00:00Z");
    private static final Retrait PAR_IMPORT = new Retrait(HIER, Retrait.Par.IMPORT);
    private static final Retrait PAR_L_ETABLISSEMENT = new Retrait(HIER, Retrait.Par.ETABLISSEMENT);
    private static final Retrait PAR_RUPTURE = new Retrait(HIER, Retrait.Par.RUPTURE);

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

    @Test
    void unLienQueSeulsDesImportsOntFaitPrendLePlusFortDeLeursDires() {
        Rattachement contact = importe(1, PRINCIPAL, ACTIF, null, new Titre(CONTACT, TUTEUR));
        Rattachement legal = importe(2, SECONDAIRE, ACTIF, null, new Titre(REPRESENTANT_LEGAL, MERE));

        assertThat(plan(contact, legal).liens().get(0)).satisfies(lien -> {
            assertThat(lien.apres()).isEqualTo(MERE_ACTIVE);
            assertThat(lien.origine()).isEqualTo(OrigineRattachement.IMPORT);
            assertThat(lien.retrait()).isNull();
        });
        assertThat(plan(contact, legal).apres(PRINCIPAL)).singleElement().satisfies(reste -> {
            assertThat(reste.id()).isEqualTo(1);
            assertThat(reste.responsableId()).isEqualTo(PRINCIPAL);
            assertThat(reste.dit()).isEqualTo(new Titre(REPRESENTANT_LEGAL, MERE));
        });
    }

    @Test
    void unLienDImportsQuePlusAucuneSourceNeDitGardeSaQualite() {
        assertThat(plan(importe(1, PRINCIPAL, ACTIF, null, null), importe(2, SECONDAIRE, ACTIF, null, null))
                        .liens()
                        .get(0)
                        .apres())
                .isEqualTo(new Qualite(PERSONNE_EN_CHARGE, TUTEUR, ACTIF));
    }

    @Test
    void ceQuUnePersonneAFaitDUnCoteLEmporteSurLesImports() {
        Rattachement saisi = lien(1, PRINCIPAL, 10, new Qualite(CONTACT, TUTEUR, ACTIF));
        Rattachement importe = importe(2, SECONDAIRE, ACTIF, null, new Titre(REPRESENTANT_LEGAL, MERE));

        assertThat(plan(saisi, importe).liens().get(0).origine()).isEqualTo(OrigineRattachement.SAISIE);
        assertThat(plan(saisi, importe).liens().get(0).apres())
                .isEqualTo(
                        new Qualite(CONTACT, TUTEUR, ACTIF).fusionner(new Qualite(PERSONNE_EN_CHARGE, TUTEUR, ACTIF)));
    }

    @Test
    void lOrigineEstCelleDesLiensQuiVivent() {
        Rattachement retireParUnePersonne = lien(1, PRINCIPAL, 10, new Qualite(CONTACT, TUTEUR, RETIRE));
        Rattachement importe = importe(2, SECONDAIRE, ACTIF, null, new Titre(REPRESENTANT_LEGAL, MERE));
        Rattachement mort = importe(2, SECONDAIRE, RETIRE, PAR_IMPORT, null);

        assertThat(plan(retireParUnePersonne, importe).liens().get(0).origine()).isEqualTo(OrigineRattachement.IMPORT);
        assertThat(plan(retireParUnePersonne, mort).liens().get(0).origine()).isEqualTo(OrigineRattachement.SAISIE);
        assertThat(plan(importe(1, PRINCIPAL, RETIRE, PAR_IMPORT, null), mort)
                        .liens()
                        .get(0)
                        .origine())
                .isEqualTo(OrigineRattachement.IMPORT);
    }

    @Test
    void unRetraitQueLEtablissementAFaitLEmporteSurCeluiDUnImport() {
        Rattachement parImport = importe(1, PRINCIPAL, RETIRE, PAR_IMPORT, null);
        Rattachement parLEtablissement = importe(1, PRINCIPAL, RETIRE, PAR_L_ETABLISSEMENT, null);
        Rattachement sansRaison = importe(1, PRINCIPAL, RETIRE, null, null);
        Rattachement autre = importe(2, SECONDAIRE, RETIRE, PAR_RUPTURE, null);

        assertThat(plan(parImport, autre).liens().get(0).retrait()).isEqualTo(PAR_RUPTURE);
        assertThat(plan(parLEtablissement, autre).liens().get(0).retrait()).isEqualTo(PAR_L_ETABLISSEMENT);
        assertThat(plan(sansRaison, autre).liens().get(0).retrait()).isNull();
        assertThat(plan(importe(1, PRINCIPAL, ACTIF, null, null), autre)
                        .liens()
                        .get(0)
                        .retrait())
                .isNull();
    }

    private static PlanDeRegroupement plan(Rattachement... liens) {
        return PlanDeRegroupement.calculer(PRINCIPAL, SECONDAIRE, List.of(liens));
    }

    private static PlanDeRegroupement.Releve saisi(long id, Qualite qualite) {
        return new PlanDeRegroupement.Releve(id, qualite, OrigineRattachement.SAISIE, null);
    }

    private static Rattachement importe(
            long id, long responsable, EtatRattachement etat, @Nullable Retrait retrait, @Nullable Titre dit) {
        return new Rattachement(
                id,
                responsable,
                10,
                new Qualite(PERSONNE_EN_CHARGE, TUTEUR, etat),
                new ReferenceEleve(null, "0330001A", List.of()),
                OrigineRattachement.IMPORT,
                retrait,
                dit);
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
