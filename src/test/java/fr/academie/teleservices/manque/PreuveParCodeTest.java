package fr.academie.teleservices.manque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.SmsDEssai;
import fr.academie.teleservices.essais.Taches;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un autre compte prouvé sans son courrier : par un code envoyé là où son établissement joint le titulaire, et par rien d'autre. */
@Tag("fuseau")
class PreuveParCodeTest {

    private static final String NUMERO = "+33639980001";
    private static final LocalDate NEE = LocalDate.of(2014, 3, 12);
    private static final LocalDate AUTRE_JOUR = LocalDate.of(2013, 7, 1);
    private static final Pattern CODE = Pattern.compile("\\d{4} \\d{4}");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private Atelier atelier = atelier();
    private long compte;
    private long autre;
    private Demandeur parent = Atelier.demandeur(1, "personne", 1);

    @BeforeEach
    void installer() {
        base.vider();
        // Une garde neuve : elle compte en mémoire ce que les manches d'avant ont demandé.
        atelier = atelier();
        compte = familles.actif("cristelle.durand");
        familles.lier(compte, familles.eleve("Dylan"));
        autre = autreCompte("cristelle.durand1", "DURAND", "Cristelle", "CREE");
        parent = Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand"));
    }

    @Test
    void leCodeRecuParCourrielProuveEtLEtapeDeuxMontreLAutreCompte() throws Exception {
        demander(CanalDuCode.MAIL, NEE);
        assertThat(base.lire("SELECT destinataire FROM courriel")).containsExactly("ecole.dit@exemple.fr");
        String code = codeParCourriel();
        assertThat(base.lire("SELECT CONCAT(code, comptes) FROM code_de_compte"))
                .noneMatch(trace -> trace.contains(code) || trace.contains(code.replace(" ", "")));

        UUID lot = atelier.parCode.confirmer(parent, code.replace(" ", ""));
        assertThat(base.lire("SELECT principal_id, secondaire_id FROM demande_regroupement"))
                .containsExactly(compte + "|" + autre);
        atelier.regrouper(parent, lot);
        assertThat(base.lire("SELECT etat FROM responsable WHERE id = " + autre))
                .containsExactly("FERME");
        assertThat(refus(() -> atelier.parCode.confirmer(parent, code))).isEqualTo(RefusCode.CODE_PERIME);
    }

    @Test
    void leCodeRecuParSmsProuveDeMeme() throws Exception {
        demander(CanalDuCode.TELEPHONE, NEE);
        atelier.parCode.confirmer(parent, SmsDEssai.dernierCode(base, NUMERO));
        assertThat(base.compter("SELECT COUNT(*) FROM demande_regroupement")).isEqualTo(1);
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isZero();
    }

    /** De ce genre : une autre date, une autre personne, un lien retiré, un compte fermé, une adresse que le parent a tapée lui-même. */
    @Test
    void rienNePartEtToutSeRefuseDeLaMemeFaconQuandAucunCompteNeConvient() throws Exception {
        List<Runnable> empechements = List.of(
                () -> {},
                () -> base.executer("UPDATE responsable SET nom_famille = 'DUPONT' WHERE id = " + autre),
                () -> base.executer("UPDATE responsable SET prenom = 'Marie' WHERE id = " + autre),
                () -> base.executer("UPDATE rattachement SET etat = 'RETIRE' WHERE responsable_id = " + autre),
                () -> base.executer(
                        "UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3) WHERE id = " + autre),
                () -> base.executer(
                        "UPDATE responsable SET mail = NULL, telephone_portable = NULL WHERE id = " + autre));
        for (int i = 0; i < empechements.size(); i++) {
            installer();
            empechements.get(i).run();
            demander(CanalDuCode.MAIL, i == 0 ? AUTRE_JOUR : NEE);
            assertThat(base.compter("SELECT COUNT(*) FROM courriel"))
                    .as("empêchement %d", i)
                    .isZero();
            assertThat(base.lire("SELECT comptes, essais FROM code_de_compte")).containsExactly("[]|0");
            for (int restent = 4; restent > 0; restent--) {
                CodeRefuse refus = refuse(() -> atelier.parCode.confirmer(parent, "00000000"));
                assertThat(refus.code()).isEqualTo(RefusCode.CODE_FAUX);
                assertThat(refus.restants()).isEqualTo(restent);
            }
            assertThat(refus(() -> atelier.parCode.confirmer(parent, "00000000")))
                    .isEqualTo(RefusCode.CODE_PERIME);
        }
        installer();
        demander(CanalDuCode.MAIL, NEE);
        for (int restent = 4; restent > 0; restent--) {
            assertThat(refuse(() -> atelier.parCode.confirmer(parent, "00000000"))
                            .restants())
                    .isEqualTo(restent);
        }
        assertThat(refus(() -> atelier.parCode.confirmer(parent, "00000000"))).isEqualTo(RefusCode.CODE_PERIME);
        assertThat(refus(() -> atelier.parCode.confirmer(parent, codeParCourriel())))
                .as("essais épuisés")
                .isEqualTo(RefusCode.CODE_PERIME);
    }

    /** Ce que disent les fichiers de l'établissement vaut même pour un compte activé, dont le titulaire a changé l'adresse. */
    @Test
    void leCodeVaOuLesFichiersDeLEtablissementJoignentLeTitulaire() throws Exception {
        base.executer(
                "UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3), mail = 'tapee@exemple.fr' WHERE id = "
                        + autre,
                "INSERT INTO identite_responsable (source, perimetre, numero, nom_famille, prenom, mail,"
                        + " telephone_portable, origine_id, responsable_id) VALUES ('SIECLE', '" + Familles.UAI
                        + "', '501', 'DURAND', 'Cristelle', 'fichier@exemple.fr', '0639980001', " + autre + ", "
                        + autre + ")");
        demander(CanalDuCode.MAIL, NEE);
        assertThat(base.lire("SELECT destinataire FROM courriel")).containsExactly("fichier@exemple.fr");
    }

    /** Joints à deux endroits, deux comptes ne se prouvent pas par un seul code ; au même endroit, ensemble. */
    @Test
    void unCodeNeProuveQueLesComptesQuiSeJoignentLa() throws Exception {
        long memeEndroit = autreCompte("cristelle.durand2", "DURAND", "CRISTELLE", "CREE");
        long ailleurs = autreCompte("cristelle.durand3", "DURAND", "Cristelle", "CREE");
        base.executer("UPDATE responsable SET mail = 'ailleurs@exemple.fr' WHERE id = " + ailleurs);
        demander(CanalDuCode.MAIL, NEE);
        atelier.parCode.confirmer(parent, codeParCourriel());
        assertThat(base.lire("SELECT secondaire_id FROM demande_regroupement ORDER BY secondaire_id"))
                .containsExactly(String.valueOf(autre), String.valueOf(memeEndroit));
        assertThat(base.compter("SELECT COUNT(DISTINCT COALESCE(lot, jeton)) FROM demande_regroupement"))
                .as("un seul lot")
                .isEqualTo(1);
    }

    /** De ce genre : une autre session du même compte, un autre compte, un code expiré, un premier code après un second. */
    @Test
    void unCodeNeSertQuALaSessionQuiLADemande() throws Exception {
        demander(CanalDuCode.MAIL, NEE);
        String code = codeParCourriel();
        Demandeur ailleurs = Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand"));
        assertThat(refus(() -> atelier.parCode.confirmer(ailleurs, code))).isEqualTo(RefusCode.CODE_PERIME);
        long marc = familles.actif("marc.durand");
        Demandeur voisin = Atelier.demandeur(marc, "marc.durand", familles.session("marc.durand"));
        assertThat(refus(() -> atelier.parCode.confirmer(voisin, code))).isEqualTo(RefusCode.CODE_PERIME);

        demander(CanalDuCode.MAIL, AUTRE_JOUR);
        assertThat(refus(() -> atelier.parCode.confirmer(parent, code))).isEqualTo(RefusCode.CODE_FAUX);

        base.executer("DELETE FROM essai", "DELETE FROM courriel");
        demander(CanalDuCode.MAIL, NEE);
        String tard = codeParCourriel();
        atelier.horloge.avancer(PreuveParCode.VIE.plusSeconds(1));
        assertThat(refus(() -> atelier.parCode.confirmer(parent, tard))).isEqualTo(RefusCode.CODE_PERIME);
        assertThat(atelier.parCode.purger(atelier.horloge.instant())).isEqualTo(1);
    }

    @Test
    void leMemeCodeDeDeuxOngletsNeSertQuUneFois() throws Exception {
        for (int manche = 0; manche < 15; manche++) {
            installer();
            demander(CanalDuCode.MAIL, NEE);
            String code = codeParCourriel();
            List<Object> issues = courir(List.of(
                    () -> atelier.parCode.confirmer(parent, code), () -> atelier.parCode.confirmer(parent, code)));
            assertThat(issues).filteredOn(UUID.class::isInstance).hasSize(1);
            assertThat(issues).contains(RefusCode.CODE_PERIME);
            assertThat(base.compter("SELECT COUNT(*) FROM demande_regroupement"))
                    .isEqualTo(1);
        }
    }

    /** Chaque demande compte, qu'un code parte ou non ; une date impossible ne coûte rien. */
    @Test
    void unFlotDeDemandesSArreteEtUnNumeroNeRecoitPasSansFin() throws Exception {
        assertThat(refus(() -> atelier.parCode.demander(parent, CanalDuCode.MAIL, LocalDate.of(1950, 1, 1))))
                .isEqualTo(RefusCode.NAISSANCE_IMPOSSIBLE);
        int parties = 0;
        CodeRefuse refus = null;
        while (refus == null && parties < 50) {
            try {
                demander(CanalDuCode.TELEPHONE, NEE);
                parties++;
            } catch (CodeRefuse e) {
                refus = e;
            }
        }
        assertThat(refus).isNotNull();
        assertThat(parties).isEqualTo(5);
        int apres = parties;
        for (int i = 0; i < 3; i++) {
            atelier.horloge.avancer(Duration.ofHours(1));
            base.executer("DELETE FROM essai WHERE operation NOT LIKE 'SMS%'");
            demander(CanalDuCode.TELEPHONE, NEE);
        }
        assertThat(SmsDEssai.deposes(base, NUMERO)).hasSizeLessThanOrEqualTo(apres);
    }

    private Atelier atelier() {
        return new Atelier(base.source(), Atelier.reglages(SmsDEssai.reglages(Map.of())), Atelier.profil(Map.of()));
    }

    private long autreCompte(String identifiant, String nom, String prenom, String etat) {
        long id = familles.compte(identifiant, nom, null, prenom, etat, Familles.ARGON2, "NULL");
        long eleve = familles.eleve("Lou");
        familles.lier(id, eleve);
        base.executer(
                "UPDATE responsable SET mail = 'ecole.dit@exemple.fr', telephone_portable = '" + NUMERO
                        + "' WHERE id = " + id,
                "UPDATE eleve SET date_naissance = '" + NEE + "' WHERE id = " + eleve);
        return id;
    }

    private void demander(CanalDuCode canal, LocalDate naissance) throws CodeRefuse {
        atelier.parCode.demander(parent, canal, naissance);
        Taches.faire(base, atelier.parCode.tache());
    }

    private String codeParCourriel() {
        Matcher code = CODE.matcher(
                base.lire("SELECT texte FROM courriel ORDER BY id DESC LIMIT 1").toString());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private static CodeRefuse refuse(ThrowingCallable acte) {
        return catchThrowableOfType(CodeRefuse.class, acte);
    }

    private static RefusCode refus(ThrowingCallable acte) {
        return refuse(acte).code();
    }

    private static List<Object> courir(List<Callable<UUID>> courses) throws InterruptedException, ExecutionException {
        ExecutorService fils = Executors.newFixedThreadPool(courses.size());
        try {
            List<Callable<Object>> issues = new ArrayList<>();
            for (Callable<UUID> course : courses) {
                issues.add(() -> {
                    try {
                        return course.call();
                    } catch (CodeRefuse e) {
                        return e.code();
                    } catch (RegroupementRefuse e) {
                        return e.code();
                    }
                });
            }
            List<Object> lues = new ArrayList<>();
            for (Future<Object> issue : fils.invokeAll(issues)) {
                lues.add(issue.get());
            }
            return lues;
        } finally {
            fils.shutdownNow();
        }
    }
}
