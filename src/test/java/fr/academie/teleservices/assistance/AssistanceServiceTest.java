package fr.academie.teleservices.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Saisies;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.persistance.TransactionsDePurge;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce que l'assistance trouve et lit, et ce qu'elle n'obtient jamais. */
@Tag("fuseau")
class AssistanceServiceTest {

    private static final Agent ASSISTANCE = new Agent(
            new Identifiant("assistance"),
            Profil.ASSISTANCE,
            "Labat",
            "Étienne",
            null,
            Habilitations.AUCUNE,
            1,
            "::1",
            false);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final JournalService journal =
            new JournalService(atelier.transactions, TransactionsDePurge.par(atelier.transactions));
    private final AssistanceService assistance = new AssistanceService(
            atelier.transactions,
            atelier.lignee,
            journal,
            new JournalDuBureau(atelier.transactions, TransactionsDePurge.par(atelier.transactions), atelier.horloge));
    private long compte;

    @BeforeEach
    void vider() {
        base.vider();
        compte = familles.compte(
                "zoe.dalmeida", "D’ALMEIDA", "Lefèvre-N'Diaye", "Marie Zoé", "ACTIF", Familles.ARGON2, "NULL");
        familles.lier(compte, familles.eleve("Anne-Cœur"));
        familles.actif("paul.martin");
        familles.compte("jean.cent", "100%", null, "Jean_Luc", "CREE", Familles.ARGON2, "NULL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe.dalmeida",
                "ZOE.DALMEIDA ",
                "dalmeida",
                "d'almeida",
                "D’Alméida",
                "LEFEVRE NDIAYE",
                "lefevre-n’diaye zoe",
                "marie-zoe dalm",
                "zoe.dalmeida@exemple.fr",
                "anne coeur",
                "ANNE-CŒUR durand",
                "0330001a",
                "dalmeida 0330001A"
            })
    void trouveSansAccentsNiCasseNiTirets(String saisie) {
        assertThat(identifiants(saisie, null)).containsExactly("zoe.dalmeida");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "d", "%", "__", "dalmeida martin", "dalmeida 0339999Z", "' OR 1=1 --", "\\"})
    void neTrouveRienDAutre(String saisie) {
        assertThat(identifiants(saisie, null)).isEmpty();
    }

    @Test
    void trouveUnIdentifiantCommentQuIlSoitTapeOuColle() {
        familles.actif("cristelle.durand2");
        assertThat(Saisies.DE_CRISTELLE)
                .allSatisfy(saisie -> assertThat(identifiants(saisie, null)).containsExactly("cristelle.durand2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sabrina@xn--cole-exemple-9db.fr", "sabrina@école-exemple.fr"})
    void trouveUneAdresseAccentueeSousSesDeuxFormes(String gardee) {
        base.executer("UPDATE responsable SET mail = '" + gardee + "' WHERE identifiant = 'zoe.dalmeida'");
        assertThat(identifiants("sabrina@école-exemple.fr", null)).containsExactly("zoe.dalmeida");
        assertThat(identifiants("Sabrina@XN--COLE-EXEMPLE-9DB.fr", null)).containsExactly("zoe.dalmeida");
    }

    @Test
    void lesJokersSontPrisALaLettre() {
        assertThat(identifiants("100%", null)).containsExactly("jean.cent");
        assertThat(identifiants("jean_l", null)).containsExactly("jean.cent");
        assertThat(identifiants("je%luc", null)).isEmpty();
    }

    @Test
    void lIdentifiantExactVientEnTeteEtLaListeSeDecoupe() {
        for (int i = 0; i < 30; i++) {
            familles.actif("durand" + i);
        }
        familles.compte("durand", "ZZZ", null, "Zoé", "CREE", null, "NULL");

        var premiere = assistance.chercher(ASSISTANCE, RechercheDeComptes.lire("durand", null), 0);
        var seconde = assistance.chercher(ASSISTANCE, RechercheDeComptes.lire("durand", null), AssistanceService.PAGE);

        assertThat(premiere.lignes()).hasSize(AssistanceService.PAGE);
        assertThat(premiere.lignes().get(0).compte().identifiant().valeur()).isEqualTo("durand");
        // 31 comptes de ce début, paul.martin qui s'appelle DURAND, et le compte dont l'élève s'appelle DURAND.
        assertThat(premiere.total()).isEqualTo(33);
        assertThat(seconde.lignes()).hasSize(8).doesNotContainAnyElementsOf(premiere.lignes());
        assertThat(identifiants("durand", EtatCompte.CREE)).containsExactly("durand");
    }

    @Test
    void deuxComptesAuxMemesEnfantsEtDeuxLiensDuMemeInstantRestentDistincts() {
        long eleve = familles.eleve("Bruno");
        long un = familles.actif("un.bruno");
        familles.lier(un, eleve);
        familles.lier(familles.actif("deux.bruno"), eleve);
        familles.lier(un, familles.eleve("Chloé"), 1, 10, "RETIRE");
        base.executer("UPDATE rattachement SET depuis = '2026-09-01 08:00:00'");

        assertThat(identifiants("bruno", null)).containsExactlyInAnyOrder("un.bruno", "deux.bruno");
        assertThat(fiche(un).liens()).hasSize(2);
    }

    @Test
    void lesEnfantsDUnCompteTrouveSontDistincts() {
        base.executer("DELETE FROM rattachement");
        enfant("Adam", "DURAND", "ACTIF");
        enfant("ADAM", "Martin", "CONTESTE");
        enfant("Chloé", "Martin", "ACTIF");
        long ailleurs = familles.eleve("Adam", "0330002B");
        familles.lier(compte, ailleurs);
        familles.lier(compte, familles.eleve("Zoé"), 1, 10, "RETIRE");
        assertThat(enfants())
                .isEqualTo("Adam DURAND (Collège du Moulin), Adam (Collège 0330002B), ADAM MARTIN (Collège du Moulin),"
                        + " Chloé (Collège du Moulin)");

        // Inscrit dans deux établissements, il reste un enfant.
        familles.inscrire(ailleurs, Familles.UAI, "6A");
        assertThat(enfants()).contains("Adam (Collège 0330002B, Collège du Moulin)");

        long jumeau = enfant("Adam", "DURAND", "ACTIF");
        base.executer("UPDATE eleve SET date_naissance = '2012-09-30' WHERE id = " + jumeau);
        assertThat(enfants())
                .contains("Adam DURAND (Collège du Moulin, 11/04/2012)", "Adam DURAND (Collège du Moulin, 30/09/2012)");
        base.executer("UPDATE eleve SET classe = '6A' WHERE id = " + jumeau);
        assertThat(enfants()).contains("Adam DURAND (Collège du Moulin, 5B)", "Adam DURAND (Collège du Moulin, 6A)");
    }

    @Test
    void unSigneDeSensNePassePasDansUneListe() {
        base.executer("UPDATE eleve SET prenom = CONCAT('An', CHAR(0xE280AE USING utf8mb4), 'na \"\\\\')");
        assertThat(enfants()).isEqualTo("Anna \"\\ (Collège du Moulin)");
    }

    @Test
    void lesElevesApportesParUnRegroupementSontDistincts() {
        long garde = familles.actif("a.durand");
        long ferme = familles.compte("b.durand", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        regrouper(garde, ferme, "2026-09-01 08:00:00", "ACTIF");
        long un = familles.eleve("Adam");
        long deux = familles.eleve("Adam");
        long zoe = familles.eleve("Zoé");
        base.executer(
                "UPDATE eleve SET classe = '6A' WHERE id = " + deux,
                "INSERT INTO regroupement_rattachement (regroupement_id, eleve_id, secondaire_niveau, secondaire_lien,"
                        + " secondaire_etat, apres_niveau, apres_lien, apres_etat) SELECT g.id, e.id, 1, 10, 'ACTIF', 1,"
                        + " 10, 'ACTIF' FROM regroupement AS g JOIN eleve AS e ON e.id IN (" + un + ", " + deux + ", "
                        + zoe + ")");
        assertThat(fiche(garde).regroupements())
                .extracting(RegroupementLu::listeDesApportes)
                .containsExactly("Adam DURAND (5B), Adam DURAND (6A), Zoé DURAND");
    }

    @Test
    void laFicheDitLesLiensDeTousEtatsEtLesSessions() {
        familles.lier(compte, familles.eleve("Bruno"), 2, 20, "RETIRE");
        familles.lier(compte, familles.eleve("Chloé"), 1, 10, "CONTESTE");
        familles.session("zoe.dalmeida");
        base.executer("UPDATE session_ouverte SET finie_le = ouverte_le");
        familles.session("zoe.dalmeida");

        FicheDeCompte fiche = fiche(compte);

        assertThat(fiche.liens())
                .extracting(lien -> lien.enfant().eleve().prenom() + " "
                        + lien.enfant().etat().name())
                .containsExactly("Anne-Cœur ACTIF", "Chloé CONTESTE", "Bruno RETIRE");
        assertThat(fiche.sessions()).hasSize(1);
        assertThat(fiche.compte().identite().nomUsage()).isEqualTo("Lefèvre-N'Diaye");
        assertThat(fiche.etat().fiche().activeLe()).isNotNull();
        assertThat(assistance.consulter(ASSISTANCE, compte + 1000)).isEmpty();
    }

    @Test
    void laChaineSeLitDesDeuxCotes() {
        long a = familles.actif("a.durand");
        long b = familles.compte("b.durand", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        long c = familles.compte("c.durand", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        long d = familles.compte("d.durand", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        regrouper(b, c, "2026-09-01 08:00:00", "ROMPU");
        regrouper(b, d, "2026-09-02 08:00:00", "ACTIF");
        regrouper(a, b, "2026-09-03 08:00:00", "ACTIF");

        for (long membre : new long[] {a, b, c, d}) {
            assertThat(fiche(membre).regroupements())
                    .extracting(r -> r.ferme().identifiant() + ">" + r.garde().identifiant() + " " + r.etat())
                    .containsExactly("c.durand>b.durand ROMPU", "d.durand>b.durand ACTIF", "b.durand>a.durand ACTIF");
        }
        base.executer("INSERT INTO regroupement_rattachement (regroupement_id, eleve_id, secondaire_niveau,"
                + " secondaire_lien, secondaire_etat, apres_niveau, apres_lien, apres_etat)"
                + " SELECT g.id, e.id, 1, 10, 'ACTIF', 1, 10, 'ACTIF' FROM regroupement AS g"
                + " JOIN (SELECT MIN(id) AS id FROM eleve WHERE prenom = 'Anne-Cœur') AS e"
                + " WHERE g.secondaire_id = " + d);
        assertThat(fiche(d).regroupements())
                .extracting(RegroupementLu::listeDesApportes)
                .containsExactly("", "Anne-Cœur DURAND", "");
        assertThat(fiche(d).absorbant()).extracting(CompteNomme::identifiant).isEqualTo("a.durand");
        assertThat(fiche(a).absorbant()).isNull();
        assertThat(fiche(compte).regroupements()).isEmpty();
        assertThat(fiche(a).regroupements().get(0).ampleur()).isEqualTo("ENTIERE");
        base.executer("INSERT INTO rupture (jeton, source_id, nouveau_id, fait_le, fait_par, adresse) VALUES"
                + " (UNHEX(REPLACE(UUID(), '-', '')), " + a + ", " + compte
                + ", '2026-09-04 08:00:00', 'secretariat.moulin', '::1')");
        for (long membre : new long[] {a, compte}) {
            assertThat(fiche(membre).ruptures())
                    .extracting(
                            r -> r.source().identifiant() + ">" + r.nouveau().identifiant())
                    .containsExactly("a.durand>zoe.dalmeida");
        }
        assertThat(fiche(d).ruptures()).isEmpty();
    }

    @Test
    void laChronologieDitPourquoiUnRegroupementAEteRefuseEtJamaisUneSaisie() {
        noter(ActionJournal.CONNEXION, "{}", 0);
        noter(ActionJournal.REGROUPEMENT_REFUSE, "{\"refus\": \"IDENTITE_DIFFERENTE\"}", 1);

        List<LigneJournal> lignes =
                assistance.chronologie(ASSISTANCE, compte, 0).lignes();

        assertThat(lignes)
                .extracting(ligne -> ligne.action().name())
                .containsExactly("REGROUPEMENT_REFUSE", "CONNEXION");
        assertThat(lignes.get(0).details()).contains("IDENTITE_DIFFERENTE");
        assertThat(fiche(compte)
                        + lignes.toString()
                        + assistance.exporter(ASSISTANCE, RechercheDeComptes.lire("dalmeida", null)))
                .doesNotContain("argon2")
                .doesNotContain(Familles.MOT_DE_PASSE);
    }

    @Test
    void chaqueLectureLaisseUneLigneAuJournalDuBureau() {
        identifiants("dalmeida", null);
        fiche(compte);
        assistance.exporterLaChronologie(ASSISTANCE, compte);
        identifiants("d", null);

        assertThat(base.lire("SELECT action, acteur, acteur_profil, responsable_id, details FROM journal_bureau"
                        + " ORDER BY id"))
                .containsExactly(
                        "RECHERCHE|assistance|ASSISTANCE|∅|{\"mots\":\"dalmeida\",\"trouves\":1}",
                        "CONSULTATION|assistance|ASSISTANCE|" + compte + "|{}",
                        "EXPORT|assistance|ASSISTANCE|" + compte + "|{}");
    }

    @Test
    void unAgentDEtablissementNeLitRienIci() {
        Agent secretariat = Atelier.agent("secretariat.moulin", Familles.UAI);
        assertThatThrownBy(() -> assistance.consulter(secretariat, compte))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assistance.chercher(secretariat, RechercheDeComptes.lire("dalmeida", null), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assistance.exporterLaChronologie(secretariat, compte))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void laRechercheSuitLesIndex() {
        assertThat(base.lire("EXPLAIN SELECT id FROM responsable WHERE nom_compact LIKE 'dalm%'"))
                .singleElement()
                .asString()
                .contains("ix_responsable_nom_compact");
    }

    private List<String> identifiants(String saisie, @Nullable EtatCompte etat) {
        var page = assistance.chercher(ASSISTANCE, RechercheDeComptes.lire(saisie, etat), 0);
        assertThat(page.total()).isEqualTo(page.lignes().size());
        return page.lignes().stream()
                .map(trouve -> trouve.compte().identifiant().valeur())
                .toList();
    }

    private long enfant(String prenom, String nom, String etat) {
        long eleve = familles.eleve(prenom);
        base.executer("UPDATE eleve SET nom = '" + nom + "' WHERE id = " + eleve);
        familles.lier(compte, eleve, 1, 10, etat);
        return eleve;
    }

    private String enfants() {
        return assistance
                .chercher(ASSISTANCE, RechercheDeComptes.lire("zoe.dalmeida", null), 0)
                .lignes()
                .get(0)
                .listeDesEnfants();
    }

    private FicheDeCompte fiche(long id) {
        return assistance.consulter(ASSISTANCE, id).orElseThrow();
    }

    private void noter(ActionJournal action, String details, int secondes) {
        journal.ajouter(new LigneJournal(
                atelier.horloge.instant().plusSeconds(secondes),
                action,
                compte,
                Auteur.titulaire(new Identifiant("zoe.dalmeida"), "::1"),
                details));
    }

    private void regrouper(long garde, long ferme, String le, String etat) {
        base.executer(
                "INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, correspondance, etat,"
                        + " ampleur)"
                        + " VALUES (UNHEX(REPLACE(UUID(), '-', '')), " + garde + ", " + ferme + ", '" + le
                        + "', 'a.durand', 'NOM_DE_FAMILLE', '" + etat + "', IF('" + etat
                        + "' = 'ROMPU', 'ENTIERE', NULL))");
    }
}
