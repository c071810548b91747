package fr.academie.teleservices.scolarite;

import static fr.academie.teleservices.scolarite.EtatRattachement.ACTIF;
import static fr.academie.teleservices.scolarite.EtatRattachement.CONTESTE;
import static fr.academie.teleservices.scolarite.EtatRattachement.RETIRE;
import static fr.academie.teleservices.scolarite.LienParente.MERE;
import static fr.academie.teleservices.scolarite.LienParente.TUTEUR;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.CONTACT;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.PERSONNE_EN_CHARGE;
import static fr.academie.teleservices.scolarite.NiveauResponsabilite.REPRESENTANT_LEGAL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualiteTest {

    @ParameterizedTest
    @CsvSource({"REPRESENTANT_LEGAL, PERSONNE_EN_CHARGE", "REPRESENTANT_LEGAL, CONTACT", "PERSONNE_EN_CHARGE, CONTACT"})
    void unRepresentantLegalLEmporteSurUnePersonneEnChargeEtElleSurUnContact(
            NiveauResponsabilite fort, NiveauResponsabilite faible) {
        assertThat(fort.plusFortQue(faible)).isTrue();
        assertThat(faible.plusFortQue(fort)).isFalse();
        assertThat(fort.plusFortQue(fort)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ACTIF, CONTESTE", "ACTIF, RETIRE", "CONTESTE, RETIRE"})
    void unLienActifLEmporteSurUnLienContesteEtLuiSurUnLienRetire(EtatRattachement bon, EtatRattachement moindre) {
        assertThat(bon.leMeilleur(moindre)).isEqualTo(bon);
        assertThat(moindre.leMeilleur(bon)).isEqualTo(bon);
        assertThat(moindre.leMeilleur(moindre)).isEqualTo(moindre);
    }

    @Test
    void leNiveauLePlusFortVientAvecSonLienDeParente() {
        Qualite contact = new Qualite(CONTACT, TUTEUR, ACTIF);
        Qualite mere = new Qualite(REPRESENTANT_LEGAL, MERE, ACTIF);

        assertThat(contact.fusionner(mere)).isEqualTo(mere);
        assertThat(mere.fusionner(contact)).isEqualTo(mere);
    }

    @Test
    void aNiveauEgalLeLienDeParenteDuCompteGardeReste() {
        Qualite mere = new Qualite(PERSONNE_EN_CHARGE, MERE, ACTIF);
        Qualite tuteur = new Qualite(PERSONNE_EN_CHARGE, TUTEUR, ACTIF);

        assertThat(mere.fusionner(tuteur)).isEqualTo(mere);
        assertThat(tuteur.fusionner(mere)).isEqualTo(tuteur);
    }

    @Test
    void lEtatEstLeMeilleurDesDeuxQuelQueSoitLeNiveau() {
        Qualite mereRetiree = new Qualite(REPRESENTANT_LEGAL, MERE, RETIRE);
        Qualite tuteurConteste = new Qualite(CONTACT, TUTEUR, CONTESTE);

        assertThat(mereRetiree.fusionner(tuteurConteste)).isEqualTo(new Qualite(REPRESENTANT_LEGAL, MERE, CONTESTE));
        assertThat(tuteurConteste.fusionner(mereRetiree)).isEqualTo(new Qualite(REPRESENTANT_LEGAL, MERE, CONTESTE));
    }

    @Test
    void chaqueNiveauALeCodeQueLaBaseEnGarde() {
        assertThat(REPRESENTANT_LEGAL.code()).isEqualTo(1);
        assertThat(PERSONNE_EN_CHARGE.code()).isEqualTo(2);
        assertThat(CONTACT.code()).isEqualTo(3);
    }
}
