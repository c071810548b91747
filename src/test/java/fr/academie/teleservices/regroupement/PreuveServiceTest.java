package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.acces.Attente;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Saisies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@Tag("fuseau")
class PreuveServiceTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());

    private long principal;
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        principal = familles.actif("cristelle.durand");
        demandeur = Atelier.demandeur(principal, "cristelle.durand", familles.session("cristelle.durand"));
        familles.cree("cristelle.durand1");
    }

    @Test
    void accepteUnCompteCreeEtUnCompteActif() throws RegroupementRefuse {
        familles.actif("cristelle.durand2");
        assertThat(prouver("cristelle.durand1", Familles.MOT_DE_PASSE)).isNull();
        assertThat(prouver("cristelle.durand2", Familles.MOT_DE_PASSE)).isNull();
    }

    @Test
    void ignoreLaCasseEtLesBlancsDeLIdentifiantEtLesBlancsDuMotDePasse() {
        assertThat(prouver(" Cristelle.DURAND1 ", "\u00a02BUYJ9C8 ")).isNull();
    }

    @Test
    void reconnaitUnIdentifiantCommentQuIlSoitTapeOuColle() {
        familles.actif("cristelle.durand2");
        assertThat(Saisies.DE_CRISTELLE).allSatisfy(saisie -> {
            atelier.horloge.avancer(Duration.ofMinutes(1));
            assertThat(prouver(saisie, Familles.MOT_DE_PASSE)).isNull();
        });
    }

    @Test
    void toutesLesSaisiesDUnIdentifiantComptentContreLaMemeCible() {
        familles.actif("cristelle.durand2");
        Saisies.DE_CRISTELLE.stream().limit(5).forEach(saisie -> prouver(saisie, "faux"));
        assertThat(base.lire("SELECT DISTINCT HEX(cible) FROM essai")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "\u0438\u0432\u0430\u043d\u043e\u0432", "\u738b", ".", "***"})
    void uneSaisieQuiNeDesignePersonneNEstUnEssaiContrePersonneEtDureCommeUnRefus(String saisie) {
        Atelier patient = new Atelier(
                base.source(), Atelier.reglages(Map.of("hachage.refus", "300 ms")), Atelier.profil(Map.of()));
        long debut = System.nanoTime();
        assertThatThrownBy(() -> patient.preuves.prouver(demandeur, saisie, Familles.MOT_DE_PASSE))
                .hasMessage("PREUVE_REFUSEE");
        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(base.compter("SELECT COUNT(*) FROM essai")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM journal")).isZero();
    }

    @Test
    void essaieCommeImprimeUnMotDePasseProvisoireTapeEnMinuscules() {
        assertThat(prouver("cristelle.durand1", "2buyj9c8")).isNull();
    }

    /** Du même genre : sans séparateur, espaces, traits d'un traitement de texte, clavier qui met une capitale. */
    @Test
    void accepteLeMotDePasseDUnCourrierAvecOuSansSeparateursEtDeTouteCasse() {
        familles.compte(
                "groupe",
                "DURAND",
                null,
                "Cristelle",
                "CREE",
                "{bcrypt}" + new BCryptPasswordEncoder(4).encode("KTRM-7HPC-X4DN"),
                "UTC_TIMESTAMP(3) + INTERVAL 1 DAY");
        for (String tape : List.of(
                "KTRM-7HPC-X4DN", "ktrm-7hpc-x4dn", "ktrm7hpcx4dn", "Ktrm 7hpc x4dn ", "KTRM\u20137HPC\u2011X4DN")) {
            assertThat(prouver("groupe", tape)).as(tape).isNull();
        }
        assertThat(prouver("groupe", "KTRM-7HPC-X4DM")).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
    }

    @Test
    void neTouchePasALaCasseDuMotDePasseDUnCompteActif() {
        familles.actif("cristelle.durand2");
        assertThat(prouver("cristelle.durand2", "2buyj9c8")).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
    }

    @Test
    void litUneEmpreinteBcrypt() {
        familles.compte("cristelle.durand2", "Durand", null, "Cristelle", "ACTIF", Familles.BCRYPT, "NULL");
        assertThat(prouver("cristelle.durand2", Familles.MOT_DE_PASSE)).isNull();
    }

    @Test
    void unSeulRefusPourToutesLesCauses() {
        familles.compte("ferme", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        familles.compte(
                "expire", "DURAND", null, "Cristelle", "CREE", Familles.LEGERE, "UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
        familles.compte("sans.courrier", "DURAND", null, "Cristelle", "CREE", null, "NULL");
        familles.etablissement();
        base.executer(
                "INSERT INTO agent (identifiant, mot_de_passe, profil, nom, prenom) VALUES ('agent', '"
                        + Familles.LEGERE + "', 'ETABLISSEMENT', 'DURAND', 'Cristelle')",
                "INSERT INTO eleve (identifiant, mot_de_passe, nom, prenom, date_naissance, uai) VALUES ('eleve', '"
                        + Familles.LEGERE + "', 'DURAND', 'Cristelle', '2010-01-01', '" + Familles.UAI + "')");
        for (String identifiant :
                List.of("ferme", "expire", "sans.courrier", "agent", "eleve", "inconnu", "", "é'; --")) {
            atelier.horloge.avancer(Duration.ofMinutes(16));
            assertThat(prouver(identifiant, Familles.MOT_DE_PASSE))
                    .as(identifiant)
                    .isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        }
        atelier.horloge.avancer(Duration.ofMinutes(16));
        assertThat(prouver("cristelle.durand1", "FAUX")).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
    }

    @Test
    void accepteUnMotDePasseProvisoireJusteAvantSonTerme() {
        familles.compte(
                "bientot",
                "DURAND",
                null,
                "Cristelle",
                "CREE",
                Familles.LEGERE,
                "UTC_TIMESTAMP(3) + INTERVAL 1 MINUTE");
        assertThat(prouver("bientot", Familles.MOT_DE_PASSE)).isNull();
        atelier.horloge.avancer(Duration.ofMinutes(1));
        assertThat(prouver("bientot", Familles.MOT_DE_PASSE)).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
    }

    @Test
    void refuseDeSeRegrouperAvecSoiMeme() {
        assertThat(prouver(" CRISTELLE.durand", Familles.MOT_DE_PASSE)).isEqualTo(RefusRegroupement.MEME_COMPTE);
        assertThat(base.compter("SELECT COUNT(*) FROM demande_regroupement")).isZero();
    }

    @Test
    void refuseUneAutreIdentite() {
        familles.compte("nadia.benali", "BENALI", null, "Nadia", "ACTIF", Familles.LEGERE, "NULL");
        assertThat(prouver("nadia.benali", Familles.MOT_DE_PASSE)).isEqualTo(RefusRegroupement.IDENTITE_DIFFERENTE);
        assertThat(base.compter("SELECT COUNT(*) FROM demande_regroupement")).isZero();
        assertThat(base.lire("SELECT details FROM journal")).isEqualTo(List.of("{\"refus\":\"IDENTITE_DIFFERENTE\"}"));
    }

    @Test
    void accepteUneAutreIdentiteQuandLeProfilNeLExigePas() throws RegroupementRefuse {
        familles.compte("nadia.benali", "BENALI", null, "Nadia", "ACTIF", Familles.LEGERE, "NULL");
        Atelier libre =
                new Atelier(base.source(), Atelier.reglages(Map.of()), Atelier.profil(Map.of("identite", "libre")));
        assertThat(libre.preuves.prouver(demandeur, "nadia.benali", Familles.MOT_DE_PASSE))
                .isNotNull();
    }

    @Test
    void refuseUnPrincipalQuiNEstPasActif() {
        long cree = familles.cree("cristelle.durand5");
        Demandeur nonActive = Atelier.demandeur(cree, "cristelle.durand5", familles.session("cristelle.durand5"));
        assertThat(refus(nonActive, "cristelle.durand1", Familles.MOT_DE_PASSE))
                .isEqualTo(RefusRegroupement.PRINCIPAL_NON_ACTIF);
    }

    @Test
    void faitAttendreAuSixiemeEssaiManqueDuCompte() {
        for (int i = 0; i < 5; i++) {
            assertThat(prouver("inconnu" + i, "x")).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        }
        RegroupementRefuse refus = catchThrowableOfType(
                RegroupementRefuse.class,
                () -> atelier.preuves.prouver(demandeur, "cristelle.durand1", Familles.MOT_DE_PASSE));
        assertThat(refus.code()).isEqualTo(RefusRegroupement.TROP_D_ESSAIS);
        assertThat(refus.attente()).isNotNull().satisfies(attente -> {
            assertThat(attente.minutes()).isBetween(14, 16);
            assertThat(attente.motif()).isEqualTo(Attente.Motif.ESSAIS);
        });
        atelier.horloge.avancer(Duration.ofMinutes(15));
        assertThat(prouver("cristelle.durand1", Familles.MOT_DE_PASSE)).isNull();
    }

    @Test
    void unRefusDAttenteNAllongePasLAttente() {
        for (int i = 0; i < 5; i++) {
            prouver("inconnu", "x");
        }
        atelier.horloge.avancer(Duration.ofMinutes(14));
        assertThat(prouver("inconnu", "x")).isEqualTo(RefusRegroupement.TROP_D_ESSAIS);
        atelier.horloge.avancer(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(prouver("cristelle.durand1", Familles.MOT_DE_PASSE)).isNull();
    }

    @Test
    void uneReussiteNeComptePas() {
        for (int i = 0; i < 8; i++) {
            assertThat(prouver("cristelle.durand1", Familles.MOT_DE_PASSE)).isNull();
        }
    }

    @Test
    void unTiersNeFermePasLaPorteAuTitulaire() {
        for (int tiers = 0; tiers < 3; tiers++) {
            long compte = familles.actif("tiers" + tiers);
            Demandeur indiscret = new Demandeur(
                    compte,
                    new Identifiant("tiers" + tiers),
                    familles.session("tiers" + tiers),
                    "192.0.2." + tiers,
                    Niveau.FRAIS,
                    null);
            for (int i = 0; i < 5; i++) {
                refus(indiscret, "cristelle.durand1", "faux" + i);
            }
        }
        assertThat(prouver("cristelle.durand1", Familles.MOT_DE_PASSE))
                .as("le premier essai du titulaire passe")
                .isNull();
    }

    @Test
    void laCibleEpuiseeReduitLeBudgetDeChacun() {
        onzeTiersManquent("cristelle.durand1");
        for (int restants = 2; restants >= 0; restants--) {
            assertThat(restants("cristelle.durand1")).isEqualTo(restants);
        }
        assertThat(prouver("cristelle.durand1", "faux")).isEqualTo(RefusRegroupement.TROP_D_ESSAIS);
    }

    @Test
    void unRefusDitCombienDEssaisRestent() {
        for (int restants = 4; restants >= 0; restants--) {
            assertThat(restants("inconnu")).isEqualTo(restants);
        }
    }

    private int restants(String identifiant) {
        return catchThrowableOfType(
                        RegroupementRefuse.class, () -> atelier.preuves.prouver(demandeur, identifiant, "faux"))
                .restants();
    }

    /** Une salle informatique d'école : une seule adresse, une faute de frappe chacun. */
    @Test
    void trenteParentsDerriereUneAdressePassentTousApresUneFauteChacun() {
        List<Demandeur> salle = IntStream.range(0, 30).mapToObj(this::voisin).toList();
        for (int i = 0; i < salle.size(); i++) {
            assertThat(refus(salle.get(i), "enfant" + i, "faute")).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        }
        for (int i = 0; i < salle.size(); i++) {
            assertThat(refus(salle.get(i), "enfant" + i, Familles.MOT_DE_PASSE))
                    .as("parent " + i)
                    .isNull();
        }
    }

    private Demandeur voisin(int i) {
        long compte = familles.actif("voisin" + i);
        familles.cree("enfant" + i);
        return new Demandeur(
                compte,
                new Identifiant("voisin" + i),
                familles.session("voisin" + i),
                "2001:db8:1:2:" + i + "::1",
                Niveau.FRAIS,
                null);
    }

    @Test
    void onzeTiersNEmpechentPasLeTitulaireDeCorrigerSaFaute() {
        onzeTiersManquent("cristelle.durand1");
        assertThat(prouver("cristelle.durand1", "faute")).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        assertThat(prouver("cristelle.durand1", "encore")).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        assertThat(prouver("cristelle.durand1", Familles.MOT_DE_PASSE)).isNull();
    }

    private void onzeTiersManquent(String cible) {
        for (int tiers = 0; tiers < 11; tiers++) {
            long compte = familles.actif("tiers" + tiers);
            Demandeur indiscret = new Demandeur(
                    compte,
                    new Identifiant("tiers" + tiers),
                    familles.session("tiers" + tiers),
                    "192.0.2." + tiers,
                    Niveau.FRAIS,
                    null);
            refus(indiscret, cible, "faux");
        }
    }

    @Test
    void lesPreuvesJustesComptentAussi() {
        for (int i = 0; i < 83; i++) {
            prouver("cristelle.durand1", Familles.MOT_DE_PASSE);
        }
        for (int i = 0; i < 83; i++) {
            prouver("inconnu", "x");
        }
        assertThat(prouver("cristelle.durand1", Familles.MOT_DE_PASSE)).isEqualTo(RefusRegroupement.TROP_D_ESSAIS);
        for (String table : List.of("essai", "demande_regroupement", "journal")) {
            assertThat(base.compter("SELECT COUNT(*) FROM " + table)).as(table).isLessThanOrEqualTo(26);
        }
    }

    /** Ce que la durée disait : un bon mot de passe expiré était refusé aussitôt, les autres au bout du temps d'un refus. */
    @Test
    void aucunRefusNeRepondAvantLeTempsDUnRefus() {
        var patient = new Atelier(
                base.source(), Atelier.reglages(Map.of("hachage.refus", "250 ms")), Atelier.profil(Map.of()));
        familles.compte("ferme", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        familles.compte(
                "expire", "DURAND", null, "Cristelle", "CREE", Familles.LEGERE, "UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
        for (String identifiant : List.of("ferme", "expire", "inconnu")) {
            long debut = System.nanoTime();
            assertThat(patient.comptes.prouver(new Identifiant(identifiant), Familles.MOT_DE_PASSE))
                    .as(identifiant)
                    .isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - debut))
                    .as(identifiant)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(250));
        }
    }

    @Test
    void compteAussiParAdresseEtParReseauIpv6SansFermerLaPorteAuSuivant() {
        for (int i = 0; i < 31; i++) {
            assertThat(refus(voisin(i), "inconnu" + i, "x")).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        }
        Demandeur suivant = voisin(31);
        for (int i = 0; i < 3; i++) {
            assertThat(refus(suivant, "inconnu", "x")).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        }
        assertThat(refus(suivant, "inconnu", "x")).isEqualTo(RefusRegroupement.TROP_D_ESSAIS);
    }

    @Test
    void milleEssaisSimultanesNePassentPasEntreLesMailles() throws InterruptedException {
        var fils = Executors.newFixedThreadPool(12);
        List<Callable<RefusRegroupement>> essais = IntStream.range(0, 40)
                .<Callable<RefusRegroupement>>mapToObj(i -> () -> prouver("cristelle.durand1", "faux" + i))
                .toList();
        fils.invokeAll(essais);
        fils.shutdown();
        assertThat(base.compter("SELECT COUNT(*) FROM journal WHERE details LIKE '%PREUVE_REFUSEE%'"))
                .isLessThanOrEqualTo(5);
    }

    @Test
    void laLimiteSurvitAUnRedemarrage() {
        for (int i = 0; i < 5; i++) {
            prouver("inconnu", "x");
        }
        Atelier autreServeur = new Atelier(base.source());
        assertThatThrownBy(() -> autreServeur.preuves.prouver(demandeur, "cristelle.durand1", Familles.MOT_DE_PASSE))
                .hasMessage("TROP_D_ESSAIS");
    }

    @Test
    void neGardeNiLIdentifiantSaisiNiLeMotDePasse() {
        prouver("secret-tape-par-erreur", "autre-secret");
        for (String table : List.of("essai", "journal")) {
            assertThat(String.join("", base.lire("SELECT * FROM " + table)))
                    .doesNotContain("secret-tape-par-erreur")
                    .doesNotContain("autre-secret");
        }
    }

    private @org.jspecify.annotations.Nullable RefusRegroupement prouver(String identifiant, String motDePasse) {
        return refus(demandeur, identifiant, motDePasse);
    }

    private @org.jspecify.annotations.Nullable RefusRegroupement refus(
            Demandeur qui, String identifiant, String motDePasse) {
        try {
            atelier.preuves.prouver(qui, identifiant, motDePasse);
            return null;
        } catch (RegroupementRefuse e) {
            return e.code();
        }
    }
}
