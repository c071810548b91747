package fr.academie.teleservices.historique;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RegroupementEnregistre;
import fr.academie.teleservices.socle.pdf.ConformitePdf;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** La copie des données et l'accusé : tout ce qui est au titulaire, rien de ce qui est aux autres, lisible par tous. */
class DocumentsDuCompteTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final CopieDesDonnees copie = HistoriquesDEssai.copie(atelier);
    private final AccuseDeRegroupement accuses = HistoriquesDEssai.accuses(atelier);
    private long principal;
    private UUID jeton = new UUID(0, 0);

    @BeforeEach
    void installer() throws Exception {
        base.vider();
        principal = familles.actif("cristelle.durand");
        long secondaire = familles.cree("c.durand2");
        long pere = familles.compte("ahmed.benali", "BENALI", null, "Ahmed", "ACTIF", Familles.ARGON2, "NULL");
        long dylan = familles.eleve("Dylan");
        familles.lier(principal, dylan);
        familles.lier(pere, dylan, 1, 20, "ACTIF");
        familles.lier(secondaire, familles.eleve("Florian"));
        familles.lier(principal, familles.eleve("Yanis"), 1, 10, "RETIRE");
        base.executer(
                "UPDATE responsable SET telephone_portable = '06 01 02 03 04', langue = 'ar' WHERE id = " + principal);
        Demandeur demandeur = Atelier.demandeur(principal, "cristelle.durand", familles.session("cristelle.durand"));
        jeton = DemandesDEssai.ouvrir(atelier, demandeur, secondaire);
        atelier.regrouper(demandeur, jeton);
    }

    @Test
    void laCopieStructureeDitToutDuTitulaireEtRienDesAutres() {
        JsonObject json = copie.json(demandeur("cristelle.durand"));
        assertThat(json.getJsonObject("identite").getString("telephonePortable"))
                .isEqualTo("06 01 02 03 04");
        assertThat(json.getJsonObject("compte").getString("identifiant")).isEqualTo("cristelle.durand");
        assertThat(json.getJsonObject("compte").getString("langue")).isEqualTo("ar");
        assertThat(json.getJsonArray("enfants"))
                .extracting(e -> e.asJsonObject().getString("prenom"))
                .containsExactly("Dylan", "Florian");
        assertThat(json.getJsonArray("regroupements"))
                .extracting(e -> e.asJsonObject().getString("compteFerme"))
                .containsExactly("c.durand2");
        assertThat(json.getJsonArray("historique"))
                .extracting(e -> e.asJsonObject().getString("adresseDuReseau"))
                .containsExactly("127.0.0.1");
        assertThat(json.getJsonObject("traitement").keySet())
                .containsExactly("responsable", "pourquoi", "origine", "qui", "duree", "droits");
        assertThat(json.toString())
                .doesNotContainIgnoringCase("benali")
                .doesNotContain("Yanis", "argon2", Familles.MOT_DE_PASSE);
    }

    @Test
    void laCopieLisibleEstUnPdfAccessible() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        copie.pdf(demandeur("cristelle.durand"), pdf);
        assertThat(ConformitePdf.defauts(pdf.toByteArray())).isEmpty();
        assertThat(texte(pdf))
                .contains("Copie de mes données personnelles", "06 01 02 03 04", "Dylan DURAND", "Florian DURAND")
                .contains("Le compte c.durand2 a été regroupé avec celui-ci", "Par vous", "CNIL")
                .doesNotContain("BENALI", "Yanis");
    }

    @Test
    void lAccuseDitCeQuiAEteFaitACeluiQuiLAFait() throws IOException {
        List<RegroupementEnregistre> fait = accuses.trouver(demandeur("cristelle.durand"), jeton);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        accuses.ecrire(compte("cristelle.durand"), fait, pdf);
        assertThat(ConformitePdf.defauts(pdf.toByteArray())).isEmpty();
        assertThat(texte(pdf))
                .contains("Accusé de regroupement de comptes", "Cristelle Durand", "cristelle.durand", "c.durand2")
                .contains("Dylan DURAND", "Florian DURAND", "Collège du Moulin", "Seul un établissement peut casser")
                .doesNotContain("Yanis", "BENALI", "a cassé ce regroupement");
        assertThat(accuses.trouver(demandeur("ahmed.benali"), jeton)).isEmpty();
        assertThat(accuses.trouver(demandeur("cristelle.durand"), new UUID(1, 2)))
                .isEmpty();

        base.executer("UPDATE regroupement SET etat = 'ROMPU', ampleur = 'ENTIERE'");
        ByteArrayOutputStream apres = new ByteArrayOutputStream();
        accuses.ecrire(compte("cristelle.durand"), accuses.trouver(demandeur("cristelle.durand"), jeton), apres);
        assertThat(texte(apres)).contains("a cassé ce regroupement");
    }

    private Demandeur demandeur(String identifiant) {
        return Atelier.demandeur(compte(identifiant).id(), identifiant, 1);
    }

    private Compte compte(String identifiant) {
        return atelier.comptes
                .parId(base.compter("SELECT id FROM responsable WHERE identifiant = '" + identifiant + "'"))
                .orElseThrow();
    }

    private static String texte(ByteArrayOutputStream pdf) throws IOException {
        try (PDDocument lu = Loader.loadPDF(pdf.toByteArray())) {
            return new PDFTextStripper().getText(lu).replaceAll("\\s+", " ");
        }
    }
}
