package fr.academie.teleservices.rupture;

import static fr.academie.teleservices.rupture.LiensDEssai.ELEVE;
import static fr.academie.teleservices.rupture.LiensDEssai.FRERE;
import static fr.academie.teleservices.rupture.LiensDEssai.MERE_ACTIVE;
import static fr.academie.teleservices.rupture.LiensDEssai.SOURCE;
import static fr.academie.teleservices.rupture.LiensDEssai.UAI;
import static fr.academie.teleservices.rupture.LiensDEssai.arrivee;
import static fr.academie.teleservices.rupture.LiensDEssai.enfant;
import static fr.academie.teleservices.rupture.LiensDEssai.lien;
import static fr.academie.teleservices.scolarite.EtatRattachement.ACTIF;
import static fr.academie.teleservices.scolarite.EtatRattachement.CONTESTE;
import static fr.academie.teleservices.scolarite.EtatRattachement.RETIRE;
import static fr.academie.teleservices.scolarite.LienParente.MERE;
import static fr.academie.teleservices.scolarite.LienParente.PERE;
import static fr.academie.teleservices.scolarite.LienParente.TUTEUR;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.CONTACT;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.PERSONNE_EN_CHARGE;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.REPRESENTANT_LEGAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.lignee.Arrivee;
import fr.academie.teleservices.lignee.Provenance;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.OrigineRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ReferenceEleve;
import fr.academie.teleservices.scolarite.Titre;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ce que devient chaque lien, et l'empreinte de ce que l'agent a vu. */
class PlanDeRuptureTest {

    private static final Qualite MERE_RETIREE = new Qualite(REPRESENTANT_LEGAL, MERE, RETIRE);
    private static final Qualite TUTEUR_CONTACT = new Qualite(CONTACT, TUTEUR, ACTIF);

    @Test
    void unEleveQuiAToujoursEteLaQuitteLeComptePourLeNouveau() {
        LienRompu rompu = rompre(MERE_ACTIVE, null);

        assertThat(rompu.source()).isEqualTo(MERE_RETIREE);
        assertThat(rompu.nouveau()).isEqualTo(MERE_ACTIVE);
        assertThat(rompu.resteAussi()).isFalse();
        assertThat(rompu.avant()).isEqualTo(MERE_ACTIVE);
        assertThat(rompu.eleveId()).isEqualTo(ELEVE);
    }

    @Test
    void chaqueCoteRetrouveLeLienQuIlAvaitAvantLeRegroupement() {
        LienRompu rompu = rompre(MERE_ACTIVE, arrivee(20, 8, ELEVE, TUTEUR_CONTACT, MERE_ACTIVE, MERE_ACTIVE));

        assertThat(rompu.source()).isEqualTo(TUTEUR_CONTACT);
        assertThat(rompu.nouveau()).isEqualTo(MERE_ACTIVE);
        assertThat(rompu.resteAussi()).isTrue();
    }

    @Test
    void unCompteQuiNAvaitPasLEleveLePerd() {
        LienRompu rompu = rompre(MERE_ACTIVE, arrivee(20, 8, ELEVE, null, TUTEUR_CONTACT, MERE_ACTIVE));

        assertThat(rompu.source()).isEqualTo(MERE_RETIREE);
        assertThat(rompu.nouveau()).isEqualTo(TUTEUR_CONTACT);
        assertThat(rompu.resteAussi()).isFalse();
    }

    @Test
    void ceQueLEtablissementAChangeDepuisLEmporte() {
        Qualite niveauChange = new Qualite(PERSONNE_EN_CHARGE, MERE, ACTIF);
        Qualite lienChange = new Qualite(REPRESENTANT_LEGAL, PERE, ACTIF);
        Qualite etatChange = new Qualite(REPRESENTANT_LEGAL, MERE, CONTESTE);

        assertThat(rompre(niveauChange, arrivee(20, 8, ELEVE, null, TUTEUR_CONTACT, MERE_ACTIVE))
                        .nouveau())
                .isEqualTo(niveauChange);
        assertThat(rompre(lienChange, arrivee(20, 8, ELEVE, null, TUTEUR_CONTACT, MERE_ACTIVE))
                        .nouveau())
                .isEqualTo(lienChange);
        assertThat(rompre(etatChange, arrivee(20, 8, ELEVE, null, TUTEUR_CONTACT, MERE_ACTIVE))
                        .nouveau())
                .isEqualTo(new Qualite(CONTACT, TUTEUR, CONTESTE));
    }

    @Test
    void unLienDontLAvantNEstPasConnuResteTelQuel() {
        LienRompu rompu = LienRompu.calculer(
                lien(1, SOURCE, ELEVE, MERE_ACTIVE),
                UAI,
                new Provenance(List.of(arrivee(20, 8, ELEVE, null, null, TUTEUR_CONTACT))),
                null);

        assertThat(rompu.nouveau()).isEqualTo(MERE_ACTIVE);
    }

    @Test
    void unLienFaitParDesImportsSuitDeChaqueCoteCeQueLesSourcesYDisent() {
        Titre mere = new Titre(REPRESENTANT_LEGAL, MERE);
        Titre contact = new Titre(CONTACT, TUTEUR);
        Provenance venue = new Provenance(List.of(arrivee(20, 8, ELEVE, TUTEUR_CONTACT, MERE_ACTIVE, MERE_ACTIVE)));
        Rattachement importe = importe(mere);

        LienRompu partage = LienRompu.calculer(importe, UAI, venue, new LienRompu.Partage(contact, mere));
        assertThat(partage.source()).isEqualTo(TUTEUR_CONTACT);
        assertThat(partage.nouveau()).isEqualTo(MERE_ACTIVE);
        assertThat(partage.origineNouveau()).isEqualTo(OrigineRattachement.IMPORT);

        LienRompu toutReste = LienRompu.calculer(importe, UAI, venue, new LienRompu.Partage(mere, null));
        assertThat(toutReste.source()).isEqualTo(MERE_ACTIVE);
        assertThat(toutReste.nouveau()).isEqualTo(MERE_ACTIVE);
        assertThat(toutReste.origineNouveau()).isEqualTo(OrigineRattachement.SAISIE);

        LienRompu toutPart = LienRompu.calculer(importe, UAI, venue, null);
        assertThat(toutPart.source()).isEqualTo(new Qualite(CONTACT, TUTEUR, RETIRE));
        assertThat(toutPart.nouveau()).isEqualTo(MERE_ACTIVE);
        assertThat(toutPart.origineNouveau()).isEqualTo(OrigineRattachement.IMPORT);

        LienRompu plusRienDit = LienRompu.calculer(importe(null), UAI, new Provenance(List.of()), null);
        assertThat(plusRienDit.source()).isEqualTo(MERE_RETIREE);
        assertThat(plusRienDit.nouveau()).isEqualTo(MERE_ACTIVE);
        assertThat(plusRienDit.origineNouveau()).isEqualTo(OrigineRattachement.SAISIE);
    }

    @Test
    void lePartageGardeLePlusFortDeChaqueCote() {
        Titre mere = new Titre(REPRESENTANT_LEGAL, MERE);
        Titre contact = new Titre(CONTACT, TUTEUR);

        assertThat(LienRompu.Partage.de(List.of(
                        new RuptureMapper.Dit(1, contact, false),
                        new RuptureMapper.Dit(2, mere, true),
                        new RuptureMapper.Dit(3, contact, true))))
                .isEqualTo(new LienRompu.Partage(contact, mere));
        assertThat(LienRompu.Partage.de(List.of())).isEqualTo(new LienRompu.Partage(null, null));
    }

    @Test
    void seulCeQuiVientDUnCompteAbsorbePartQuandLeCompteConnaissaitLEleve() {
        assertThat(rompre(MERE_ACTIVE, arrivee(20, 8, ELEVE, TUTEUR_CONTACT, MERE_ACTIVE, MERE_ACTIVE))
                        .arriveeDe())
                .isEqualTo(8);
        assertThat(rompre(MERE_ACTIVE, arrivee(20, 8, ELEVE, null, MERE_ACTIVE, MERE_ACTIVE))
                        .arriveeDe())
                .isNull();
        assertThat(rompre(MERE_ACTIVE, null).arriveeDe()).isNull();
    }

    @Test
    void lEmpreinteNeChangePasTantQueRienNeChange() {
        assertThat(plan(compte(SOURCE, "Durand"), rompre(MERE_ACTIVE, null), List.of())
                        .empreinte())
                .isEqualTo(plan(compte(SOURCE, "Durand"), rompre(MERE_ACTIVE, null), List.of())
                        .empreinte())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void lEmpreinteChangeDesQueChangeCeQueLAgentAVu() {
        Compte source = compte(SOURCE, "Durand");
        Arrivee venue = arrivee(20, 8, ELEVE, null, MERE_ACTIVE, MERE_ACTIVE);
        Arrivee autreVenue = arrivee(21, 8, ELEVE, null, MERE_ACTIVE, MERE_ACTIVE);
        List<Enfant> frere = List.of(enfant(FRERE, MERE_ACTIVE));

        assertThat(Set.of(
                        plan(source, rompre(MERE_ACTIVE, null), List.of()).empreinte(),
                        plan(compte(8, "Durand"), rompre(MERE_ACTIVE, null), List.of())
                                .empreinte(),
                        plan(compte(SOURCE, "Martin"), rompre(MERE_ACTIVE, null), List.of())
                                .empreinte(),
                        new PlanDeRupture(source, compte(8, "Durand"), List.of(rompre(MERE_ACTIVE, null)), List.of())
                                .empreinte(),
                        plan(source, rompre(TUTEUR_CONTACT, null), List.of()).empreinte(),
                        plan(source, rompre(MERE_ACTIVE, venue), List.of()).empreinte(),
                        plan(source, rompre(MERE_ACTIVE, autreVenue), List.of()).empreinte(),
                        plan(source, rompre(MERE_ACTIVE, null), frere).empreinte(),
                        plan(source, rompre(MERE_ACTIVE, null), List.of(enfant(FRERE, TUTEUR_CONTACT)))
                                .empreinte()))
                .hasSize(9);
    }

    private static Rattachement importe(@Nullable Titre dit) {
        return new Rattachement(
                1,
                SOURCE,
                ELEVE,
                MERE_ACTIVE,
                new ReferenceEleve(null, UAI, List.of()),
                OrigineRattachement.IMPORT,
                null,
                dit);
    }

    private static LienRompu rompre(Qualite actuelle, @Nullable Arrivee venue) {
        return LienRompu.calculer(
                lien(1, SOURCE, ELEVE, actuelle),
                UAI,
                new Provenance(venue == null ? List.of() : List.of(venue)),
                null);
    }

    private static PlanDeRupture plan(Compte compte, LienRompu rompu, List<Enfant> restent) {
        return new PlanDeRupture(compte, compte, List.of(rompu), restent);
    }

    private static Compte compte(long id, String nom) {
        return new Compte(
                id,
                new Identifiant("compte" + id),
                new Identite(nom, null, "Cristelle"),
                null,
                null,
                EtatCompte.ACTIF,
                0,
                null);
    }
}
