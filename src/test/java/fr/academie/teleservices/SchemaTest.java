package fr.academie.teleservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ce que la base refuse d'elle-même, quoi que fasse l'application. */
class SchemaTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private long compte;
    private long autre;
    private long eleve;

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.actif("cristelle.durand");
        autre = familles.actif("cristelle.durand2");
        eleve = familles.eleve("Dylan");
        familles.lier(compte, eleve);
    }

    @Test
    void refuseDeuxIdentifiantsQuiNeDifferentQueParLaCasseOuLesBlancs() {
        refuse("uk_responsable_identifiant", () -> familles.actif("cristelle.durand"));
        refuse("ck_responsable_identifiant", () -> familles.actif("Cristelle.Durand9"));
        refuse("ck_responsable_identifiant", () -> familles.actif(" cristelle.durand9"));
        refuse("ck_responsable_identifiant", () -> familles.actif("cristelle.durand9 "));
        assertThat(base.compter("SELECT COUNT(*) FROM responsable WHERE identifiant = 'CRISTELLE.Durand  '"))
                .isEqualTo(1);
    }

    @Test
    void refuseDeFermerUnCompteQuiGardeUnLienVivant() {
        refuse("fk_rattachement_compte_ouvert", () -> fermer(compte));
        base.executer("UPDATE rattachement SET etat = 'CONTESTE'");
        refuse("fk_rattachement_compte_ouvert", () -> fermer(compte));
        base.executer("UPDATE rattachement SET etat = 'RETIRE'");
        assertThatCode(() -> fermer(compte)).doesNotThrowAnyException();
        refuse("fk_rattachement_compte_ouvert", () -> base.executer("UPDATE rattachement SET etat = 'ACTIF'"));
    }

    @Test
    void refuseDeuxLiensDuMemeCoupleEtUnLienSansEleve() {
        refuse("uk_rattachement_couple", () -> familles.lier(compte, eleve));
        refuse("fk_rattachement_eleve", () -> familles.lier(compte, eleve + 1000));
    }

    @ParameterizedTest
    @CsvSource({
        "4,10,ACTIF,ck_rattachement_niveau",
        "1,11,ACTIF,ck_rattachement_lien",
        "1,10,PERDU,ck_rattachement_etat"
    })
    void refuseUneValeurHorsNomenclature(int niveau, int lien, String etat, String contrainte) {
        refuse(contrainte, () -> familles.lier(autre, eleve, niveau, lien, etat));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "origine = 'AUTRE';ck_rattachement_origine",
                "retire_par = 'ETABLISSEMENT';ck_rattachement_retrait",
                "retire_le = UTC_TIMESTAMP(3);ck_rattachement_retrait",
                "retire_le = UTC_TIMESTAMP(3), retire_par = 'HASARD';ck_rattachement_retrait",
                "retire_le = UTC_TIMESTAMP(3), retire_par = 'IMPORT';ck_rattachement_retrait"
            })
    void refuseUnLienQuiNeDitPasDOuIlVient(String changement, String contrainte) {
        refuse(contrainte, () -> base.executer("UPDATE rattachement SET etat = 'RETIRE', " + changement));
    }

    @ParameterizedTest
    @CsvSource({
        "etat = 'FERME',ck_responsable",
        "mot_de_passe = NULL,ck_responsable_mot_de_passe",
        "active_le = NULL,ck_responsable_dates",
        "motif_fermeture = 'REGROUPEMENT',ck_responsable_motif",
        "etat = 'AUTRE',ck_responsable_etat"
    })
    void refuseUnCompteIncoherent(String changement, String contrainte) {
        refuse(contrainte, () -> base.executer("UPDATE responsable SET " + changement + " WHERE id = " + autre));
    }

    @Test
    void refuseDeuxRegroupementsDuMemeSecondaireOuDUnCompteAvecLuiMeme() {
        regrouper(compte, autre);
        long troisieme = familles.actif("cristelle.durand3");
        refuse("uk_regroupement_secondaire", () -> regrouper(troisieme, autre));
        refuse("ck_regroupement_comptes", () -> regrouper(troisieme, troisieme));
    }

    @Test
    void leCasNeVoitNiUnCompteFermeNiUnCompteSansMotDePasse() {
        familles.compte("ferme", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        familles.compte("sans.courrier", "DURAND", null, "Cristelle", "CREE", null, "NULL");
        assertThat(base.lire("SELECT identifiant FROM compte_cas ORDER BY identifiant"))
                .containsExactly("cristelle.durand", "cristelle.durand2");
    }

    @Test
    void aucunScriptNeFaitDeCompteNiDAgent() throws IOException {
        Pattern compte =
                Pattern.compile("(?i)\\b(?:INSERT|REPLACE)\\b[^;]*\\b(?:responsable|agent|habilitation)\\s*\\(");
        assertThat("INSERT IGNORE INTO agent (identifiant) VALUES ('admin')").containsPattern(compte);
        try (Stream<Path> scripts = Files.list(Path.of("sql"))) {
            assertThat(scripts)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(script -> assertThat(Files.readString(script)).doesNotContainPattern(compte));
        }
    }

    /** Toute colonne de texte facultative du schéma partagé : une nouvelle n'échappe pas à la règle. */
    @Test
    void unTexteFacultatifEstAbsentOuDitQuelqueChose() {
        familles.attendu(compte, eleve);
        familles.agent("direction.moulin", true);
        base.executer(
                "UPDATE responsable_attendu SET adresse = '1 rue Haute', commune = 'TALENCE'",
                "INSERT INTO adresse_postale (responsable_id, adresse, commune) VALUES (" + compte
                        + ", '1 rue Haute', 'TALENCE')");
        List<String> changements = base.lire("SELECT CONCAT('UPDATE ', table_name, ' SET ', column_name, ' = ')"
                + " FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND is_nullable = 'YES' AND data_type = 'varchar' AND extra = ''"
                + " AND column_name NOT IN ('identifiant', 'mot_de_passe', 'motif_fermeture', 'langue') AND table_name IN"
                + " ('etablissement', 'responsable', 'eleve', 'agent', 'responsable_attendu', 'adresse_postale')");
        assertThat(changements).hasSizeGreaterThan(15);
        for (String changement : changements) {
            for (String vide : List.of("''", "'  '")) {
                refuse("_vide", () -> base.executer(changement + vide));
            }
        }
    }

    private void fermer(long id) {
        base.executer("UPDATE responsable SET etat = 'FERME', motif_fermeture = 'ETABLISSEMENT', mot_de_passe = NULL,"
                + " ferme_le = UTC_TIMESTAMP(3) WHERE id = " + id);
    }

    private void regrouper(long principal, long secondaire) {
        base.executer(
                "INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, correspondance, etat)"
                        + " VALUES (UNHEX(REPLACE(UUID(), '-', '')), " + principal + ", " + secondaire
                        + ", UTC_TIMESTAMP(3), 'x', 'NOM_DE_FAMILLE', 'ACTIF')");
    }

    private static void refuse(String contrainte, org.assertj.core.api.ThrowableAssert.ThrowingCallable ecriture) {
        assertThatThrownBy(ecriture).rootCause().hasMessageContaining(contrainte);
    }
}
