package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Correspondance;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.socle.config.ProfilAcademie.RegleIdentite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReglesDeRegroupementTest {

    private static final Identite CRISTELLE = new Identite("Durand", "Martin", "Cristelle");
    private static final Identite SON_NOM_D_USAGE = new Identite("MARTIN", null, "Cristelle");
    private static final Identite NADIA = new Identite("Benali", null, "Nadia");

    private final ReglesDeRegroupement strictes = new ReglesDeRegroupement(RegleIdentite.STRICTE);
    private final ReglesDeRegroupement libres = new ReglesDeRegroupement(RegleIdentite.LIBRE);

    @ParameterizedTest
    @EnumSource(names = {"CREE", "ACTIF"})
    void accepteUnSecondaireOuvertDeLaMemePersonneEtDitCeQuiAConcorde(EtatCompte etat) throws RegroupementRefuse {
        assertThat(strictes.exiger(compte(1, EtatCompte.ACTIF, CRISTELLE), compte(2, etat, CRISTELLE)))
                .isEqualTo(Correspondance.NOM_DE_FAMILLE);
        assertThat(strictes.exiger(compte(1, EtatCompte.ACTIF, CRISTELLE), compte(2, etat, SON_NOM_D_USAGE)))
                .isEqualTo(Correspondance.NOM_DE_FAMILLE_ET_NOM_D_USAGE);
    }

    @Test
    void refuseLeCompteLuiMeme() {
        assertThat(refus(strictes, compte(1, EtatCompte.ACTIF, CRISTELLE), compte(1, EtatCompte.ACTIF, CRISTELLE)))
                .isEqualTo(RefusRegroupement.MEME_COMPTE);
    }

    @ParameterizedTest
    @CsvSource({"CREE,PRINCIPAL_NON_ACTIF", "FERME,PRINCIPAL_FERME"})
    void refuseUnPrincipalQuiNEstPasActif(EtatCompte etat, RefusRegroupement refus) {
        assertThat(refus(strictes, compte(1, etat, CRISTELLE), compte(2, EtatCompte.ACTIF, CRISTELLE)))
                .isEqualTo(refus);
    }

    @Test
    void refuseUnSecondaireDejaFerme() {
        assertThat(refus(strictes, compte(1, EtatCompte.ACTIF, CRISTELLE), compte(2, EtatCompte.FERME, CRISTELLE)))
                .isEqualTo(RefusRegroupement.DEJA_REGROUPE);
    }

    @Test
    void refuseUneAutrePersonneQuandLeProfilLExige() {
        assertThat(refus(strictes, compte(1, EtatCompte.ACTIF, CRISTELLE), compte(2, EtatCompte.ACTIF, NADIA)))
                .isEqualTo(RefusRegroupement.IDENTITE_DIFFERENTE);
    }

    @Test
    void accepteUneAutrePersonneQuandLeProfilNExigeRienEtLeDit() throws RegroupementRefuse {
        assertThat(libres.exiger(compte(1, EtatCompte.ACTIF, CRISTELLE), compte(2, EtatCompte.ACTIF, NADIA)))
                .isEqualTo(Correspondance.NON_EXIGEE);
        assertThat(libres.exiger(compte(1, EtatCompte.ACTIF, CRISTELLE), compte(2, EtatCompte.ACTIF, CRISTELLE)))
                .isEqualTo(Correspondance.NOM_DE_FAMILLE);
    }

    private static RefusRegroupement refus(ReglesDeRegroupement regles, Compte principal, Compte secondaire) {
        return catchThrowableOfType(RegroupementRefuse.class, () -> regles.exiger(principal, secondaire))
                .code();
    }

    private static Compte compte(long id, EtatCompte etat, Identite identite) {
        return new Compte(id, new Identifiant("compte" + id), identite, null, null, etat, 0, null);
    }
}
