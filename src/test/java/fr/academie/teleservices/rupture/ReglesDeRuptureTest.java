package fr.academie.teleservices.rupture;

import static fr.academie.teleservices.rupture.LiensDEssai.ELEVE;
import static fr.academie.teleservices.rupture.LiensDEssai.FRERE;
import static fr.academie.teleservices.rupture.LiensDEssai.MERE_ACTIVE;
import static fr.academie.teleservices.rupture.LiensDEssai.SOURCE;
import static fr.academie.teleservices.rupture.LiensDEssai.arrivee;
import static fr.academie.teleservices.rupture.LiensDEssai.enfant;
import static fr.academie.teleservices.rupture.LiensDEssai.lien;
import static fr.academie.teleservices.scolarite.EtatRattachement.CONTESTE;
import static fr.academie.teleservices.scolarite.EtatRattachement.RETIRE;
import static fr.academie.teleservices.scolarite.LienParente.MERE;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.CONTACT;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.REPRESENTANT_LEGAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.lignee.Arrivee;
import fr.academie.teleservices.lignee.Provenance;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReglesDeRuptureTest {

    private static final Identite CRISTELLE = new Identite("Durand", null, "Cristelle");
    private static final Identite NADIA = new Identite("Benali", null, "Nadia");
    private static final long SECONDAIRE = 8;
    private static final long AUTRE_SECONDAIRE = 9;
    private static final List<Enfant> VISIBLES = List.of(enfant(ELEVE, MERE_ACTIVE), enfant(FRERE, MERE_ACTIVE));
    private static final List<Rattachement> LIENS =
            List.of(lien(1, SOURCE, ELEVE, MERE_ACTIVE), lien(2, SOURCE, FRERE, MERE_ACTIVE));

    private final CompteService comptes = mock(CompteService.class);
    private final ReglesDeRupture regles = new ReglesDeRupture(comptes);
    private final Compte source = compte(SOURCE, CRISTELLE, EtatCompte.ACTIF);

    @Test
    void lesElevesChoisisPartentEtLesAutresRestent() throws RuptureRefusee {
        PlanDeRupture plan = regles.exiger(source, LIENS, VISIBLES, List.of(ELEVE), Map.of(), Map.of());

        assertThat(plan.eleves()).containsExactly(ELEVE);
        assertThat(plan.restent()).containsExactly(enfant(FRERE, MERE_ACTIVE));
        assertThat(plan.source()).isEqualTo(source);
        assertThat(plan.modele()).isEqualTo(source);
        assertThat(plan.partent().get(0).uai()).isEqualTo(LiensDEssai.UAI);
    }

    @Test
    void laProvenanceDUnEleveEstLaSienneEtCelleDePersonneDAutre() throws RuptureRefusee {
        Arrivee duFrere = arrivee(20, SECONDAIRE, FRERE, null, MERE_ACTIVE, MERE_ACTIVE);

        PlanDeRupture plan = regles.exiger(source, LIENS, VISIBLES, List.of(ELEVE, FRERE), venus(duFrere), Map.of());

        assertThat(plan.partent().get(0).provenance().arrivees()).isEmpty();
        assertThat(plan.partent().get(1).provenance().arrivees()).containsExactly(duFrere);
    }

    @ParameterizedTest
    @EnumSource(EtatCompte.class)
    void seulUnCompteFermeNeSeRomptPas(EtatCompte etat) {
        Compte compte = compte(SOURCE, CRISTELLE, etat);
        if (etat == EtatCompte.FERME) {
            assertThat(refus(() -> regles.exiger(compte, LIENS, VISIBLES, List.of(ELEVE), Map.of(), Map.of())))
                    .isEqualTo(RefusRupture.COMPTE_FERME);
        } else {
            assertThatCode(() -> regles.exiger(compte, LIENS, VISIBLES, List.of(ELEVE), Map.of(), Map.of()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void unEleveQueLAgentNeVoitPasEstRefuseMemeSIlEstDuCompte() {
        assertThat(refus(() -> regles.exiger(
                        source, LIENS, List.of(enfant(FRERE, MERE_ACTIVE)), List.of(ELEVE), Map.of(), Map.of())))
                .isEqualTo(RefusRupture.ELEVE_HORS_ETABLISSEMENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = EtatRattachement.class,
            names = {"CONTESTE", "RETIRE"})
    void unLienQuiNEstPasActifNePartPasEtLEleveEstNomme(EtatRattachement etat) {
        List<Rattachement> liens = List.of(lien(1, SOURCE, ELEVE, new Qualite(REPRESENTANT_LEGAL, MERE, etat)));

        RuptureRefusee refus = catchThrowableOfType(
                RuptureRefusee.class, () -> regles.exiger(source, liens, VISIBLES, List.of(ELEVE), Map.of(), Map.of()));

        assertThat(refus.code()).isEqualTo(RefusRupture.ELEVE_NON_ACTIF);
        assertThat(refus.eleve()).isEqualTo(enfant(ELEVE, MERE_ACTIVE).eleve().prenom());
    }

    @Test
    void unEleveVisibleSansLienNePartPas() {
        assertThat(refus(() -> regles.exiger(source, List.of(), VISIBLES, List.of(ELEVE), Map.of(), Map.of())))
                .isEqualTo(RefusRupture.ELEVE_NON_ACTIF);
    }

    @Test
    void leCompteNouveauEstALaPersonneDuCompteAbsorbeQuandCeNEtaitPasLaMeme() throws RuptureRefusee {
        Compte absorbe = compte(SECONDAIRE, NADIA, EtatCompte.FERME);
        when(comptes.parId(SECONDAIRE)).thenReturn(Optional.of(absorbe));
        Map<Long, Provenance> venus = venus(arrivee(20, SECONDAIRE, ELEVE, null, MERE_ACTIVE, MERE_ACTIVE));

        assertThat(regles.exiger(source, LIENS, VISIBLES, List.of(ELEVE), venus, Map.of())
                        .modele())
                .isEqualTo(absorbe);
    }

    @Test
    void leCompteNouveauResteALaPersonneDuCompteQuandElleAvaitLesDeux() throws RuptureRefusee {
        when(comptes.parId(SECONDAIRE))
                .thenReturn(
                        Optional.of(compte(SECONDAIRE, new Identite("DURAND", null, "cristelle"), EtatCompte.FERME)));
        Map<Long, Provenance> venus = venus(arrivee(20, SECONDAIRE, ELEVE, null, MERE_ACTIVE, MERE_ACTIVE));

        assertThat(regles.exiger(source, LIENS, VISIBLES, List.of(ELEVE), venus, Map.of())
                        .modele())
                .isEqualTo(source);
    }

    @Test
    void deuxElevesVenusDeLaMemeAutrePersonnePartentEnsemble() throws RuptureRefusee {
        Compte absorbe = compte(SECONDAIRE, NADIA, EtatCompte.FERME);
        when(comptes.parId(SECONDAIRE)).thenReturn(Optional.of(absorbe));
        when(comptes.parId(AUTRE_SECONDAIRE))
                .thenReturn(Optional.of(compte(AUTRE_SECONDAIRE, NADIA, EtatCompte.FERME)));
        Map<Long, Provenance> venus = venus(
                arrivee(20, SECONDAIRE, ELEVE, null, MERE_ACTIVE, MERE_ACTIVE),
                arrivee(21, AUTRE_SECONDAIRE, FRERE, null, MERE_ACTIVE, MERE_ACTIVE));

        assertThat(regles.exiger(source, LIENS, VISIBLES, List.of(ELEVE, FRERE), venus, Map.of())
                        .modele())
                .isEqualTo(absorbe);
    }

    @Test
    void lesElevesDeDeuxPersonnesNePartentPasSurUnMemeCompte() {
        when(comptes.parId(SECONDAIRE)).thenReturn(Optional.of(compte(SECONDAIRE, NADIA, EtatCompte.FERME)));
        Map<Long, Provenance> venus = venus(arrivee(20, SECONDAIRE, ELEVE, null, MERE_ACTIVE, MERE_ACTIVE));

        assertThat(refus(() -> regles.exiger(source, LIENS, VISIBLES, List.of(ELEVE, FRERE), venus, Map.of())))
                .isEqualTo(RefusRupture.PLUSIEURS_PERSONNES);
    }

    @Test
    void leDernierRepresentantLegalNePartPas() throws RuptureRefusee {
        Qualite contact = new Qualite(CONTACT, MERE, EtatRattachement.ACTIF);
        PlanDeRupture plan = perteDuRepresentant(contact);

        assertThat(refus(() -> regles.exigerUnRepresentant(plan, List.of(lien(1, SOURCE, ELEVE, MERE_ACTIVE)))))
                .isEqualTo(RefusRupture.SANS_REPRESENTANT_LEGAL);
    }

    @Test
    void unRepresentantLegalActifSurUnAutreCompteSuffit() throws RuptureRefusee {
        PlanDeRupture plan = perteDuRepresentant(new Qualite(CONTACT, MERE, EtatRattachement.ACTIF));
        Rattachement ici = lien(1, SOURCE, ELEVE, MERE_ACTIVE);

        assertThatCode(() -> regles.exigerUnRepresentant(plan, List.of(ici, lien(5, 77, ELEVE, MERE_ACTIVE))))
                .doesNotThrowAnyException();
        for (Qualite insuffisante : List.of(
                new Qualite(REPRESENTANT_LEGAL, MERE, CONTESTE),
                new Qualite(REPRESENTANT_LEGAL, MERE, RETIRE),
                new Qualite(CONTACT, LienParente.PERE, EtatRattachement.ACTIF))) {
            assertThat(refus(() -> regles.exigerUnRepresentant(plan, List.of(ici, lien(5, 77, ELEVE, insuffisante)))))
                    .isEqualTo(RefusRupture.SANS_REPRESENTANT_LEGAL);
        }
    }

    @Test
    void leRepresentantDUnAutreEleveNeComptePas() throws RuptureRefusee {
        PlanDeRupture plan = perteDuRepresentant(new Qualite(CONTACT, MERE, EtatRattachement.ACTIF));

        assertThat(refus(() -> regles.exigerUnRepresentant(
                        plan, List.of(lien(1, SOURCE, ELEVE, MERE_ACTIVE), lien(5, 77, FRERE, MERE_ACTIVE)))))
                .isEqualTo(RefusRupture.SANS_REPRESENTANT_LEGAL);
    }

    @Test
    void leCompteNouveauOuLaSourcePeuventRepresenterLEleve() throws RuptureRefusee {
        PlanDeRupture nouveau = regles.exiger(source, LIENS, VISIBLES, List.of(ELEVE), Map.of(), Map.of());

        assertThatCode(() -> regles.exigerUnRepresentant(nouveau, LIENS)).doesNotThrowAnyException();
    }

    @Test
    void unEleveQuiNAvaitDejaPlusDeRepresentantPeutPartir() throws RuptureRefusee {
        Qualite contact = new Qualite(CONTACT, MERE, EtatRattachement.ACTIF);
        List<Rattachement> liens = List.of(lien(1, SOURCE, ELEVE, contact));
        PlanDeRupture plan = regles.exiger(source, liens, VISIBLES, List.of(ELEVE), Map.of(), Map.of());

        assertThatCode(() -> regles.exigerUnRepresentant(plan, liens)).doesNotThrowAnyException();
    }

    /** L'élève était contact au compte absorbé comme à la source, et le regroupement l'avait fait représentant légal. */
    private PlanDeRupture perteDuRepresentant(Qualite avant) throws RuptureRefusee {
        when(comptes.parId(SECONDAIRE)).thenReturn(Optional.of(compte(SECONDAIRE, CRISTELLE, EtatCompte.FERME)));
        return regles.exiger(
                source,
                LIENS,
                VISIBLES,
                List.of(ELEVE),
                venus(arrivee(20, SECONDAIRE, ELEVE, avant, avant, MERE_ACTIVE)),
                Map.of());
    }

    private static Map<Long, Provenance> venus(Arrivee... arrivees) {
        return Arrays.stream(arrivees).collect(Collectors.toMap(Arrivee::eleveId, a -> new Provenance(List.of(a))));
    }

    private interface Geste {
        void faire() throws RuptureRefusee;
    }

    private static RefusRupture refus(Geste geste) {
        return catchThrowableOfType(RuptureRefusee.class, geste::faire).code();
    }

    private static Compte compte(long id, Identite identite, EtatCompte etat) {
        return new Compte(id, new Identifiant("compte" + id), identite, null, null, etat, 0, null);
    }
}
