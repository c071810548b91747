package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Des regroupements qui partagent un compte, lancés ensemble : un seul gagne, les autres apprennent pourquoi. Chaque course se mène à chaque
 * construction, bien moins que dans la suite longue ({@code courses.manches}).
 */
@Tag("courses")
class RegroupementConcurrenceTest {

    /** Pair : des courses opposent deux moitiés. */
    private static final int MANCHES = Integer.getInteger("courses.manches", 100);

    private static final ExecutorService FILS = Executors.newCachedThreadPool();

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());

    private record Partie(Demandeur demandeur, UUID jeton) {}

    @AfterAll
    static void arreter() {
        FILS.shutdownNow();
    }

    @Test
    void deuxPrincipauxPourUnMemeSecondaireUnSeulGagne() throws Exception {
        List<List<Partie>> manches =
                preparer(MANCHES, m -> List.of(partie("a" + m, "s" + m, true), partie("b" + m, "s" + m, false)));
        Invariants invariants = Invariants.depuis(base);
        for (List<Partie> manche : manches) {
            assertThat(courir(manche)).isEqualTo(Map.of(Issue.FAIT, 1, Issue.DEJA_REGROUPE, 1));
        }
        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(MANCHES);
    }

    @Test
    void lesLiensSousVerrouNeRetiennentPasLesEleves() {
        base.vider();
        long mere = familles.actif("mere");
        long eleve = familles.eleve("Dylan");
        familles.lier(mere, eleve);
        atelier.transactions.executer(() -> {
            assertThat(atelier.scolarite.verrouiller(mere, mere)).hasSize(1);
            base.executer("SELECT id FROM eleve WHERE id = " + eleve + " FOR UPDATE NOWAIT");
            return true;
        });
    }

    @Test
    void deuxComptesQuiVeulentChacunFermerLAutreUnSeulReste() throws Exception {
        List<List<Partie>> manches = preparer(MANCHES, m -> {
            actifs(m, "x", "y");
            return List.of(demander("x" + m, "y" + m), demander("y" + m, "x" + m));
        });
        Invariants invariants = Invariants.depuis(base);
        for (List<Partie> manche : manches) {
            Map<Issue, Integer> issues = courir(manche);
            assertThat(issues.get(Issue.FAIT)).isEqualTo(1);
            assertThat(issues.keySet()).containsAnyOf(Issue.PRINCIPAL_FERME, Issue.DEJA_REGROUPE);
        }
        invariants.verifier();
    }

    @Test
    void uneChaineDeDeuxRegroupementsNePerdAucunEleve() throws Exception {
        List<List<Partie>> manches = preparer(MANCHES, m -> {
            actifs(m, "p", "m", "f");
            return List.of(demander("p" + m, "m" + m), demander("m" + m, "f" + m));
        });
        Invariants invariants = Invariants.depuis(base);
        for (List<Partie> manche : manches) {
            assertThat(courir(manche).get(Issue.FAIT)).isEqualTo(1);
        }
        invariants.verifier();
    }

    @Test
    void leMemeCompteDansDeuxLotsUnSeulLEmporte() throws Exception {
        List<List<Partie>> manches = preparer(MANCHES / 2, m -> {
            actifs(m, "a", "b", "c", "d", "e");
            return List.of(demander("a" + m, "c" + m, "d" + m), demander("b" + m, "e" + m, "d" + m));
        });
        Invariants invariants = Invariants.depuis(base);
        for (List<Partie> manche : manches) {
            assertThat(courir(manche)).isEqualTo(Map.of(Issue.FAIT, 1, Issue.COMPTES_CHANGES, 1));
        }
        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement"))
                .as("le lot de l'autre n'a rien fait à moitié")
                .isEqualTo(MANCHES);
    }

    @Test
    void deuxLotsQuiSeFermentLUnLAutreUnSeulReste() throws Exception {
        List<List<Partie>> manches = preparer(MANCHES / 2, m -> {
            actifs(m, "a", "b", "c");
            return List.of(demander("a" + m, "b" + m, "c" + m), demander("b" + m, "a" + m, "c" + m));
        });
        Invariants invariants = Invariants.depuis(base);
        for (List<Partie> manche : manches) {
            assertThat(courir(manche)).isEqualTo(Map.of(Issue.FAIT, 1, Issue.PRINCIPAL_FERME, 1));
        }
        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(MANCHES);
    }

    @Test
    void unDoubleClicSurUnLotNeLeFaitQuUneFois() throws Exception {
        List<List<Partie>> manches = preparer(MANCHES / 2, m -> {
            actifs(m, "a", "b", "c");
            return List.of(demander("a" + m, "b" + m, "c" + m));
        });
        Invariants invariants = Invariants.depuis(base);
        for (List<Partie> manche : manches) {
            Partie lot = manche.get(0);
            assertThat(courir(List.of(lot, lot, lot))).isEqualTo(Map.of(Issue.FAIT, 3));
        }
        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(MANCHES);
    }

    /** Deux onglets échangent, chacun pour un autre compte, pendant qu'un troisième confirme ce qu'il montrait : il l'a fait, ou rien. */
    @Test
    void unEchangePendantUneConfirmationNeFaitQueCeQuiEtaitMontre() throws Exception {
        List<List<Partie>> manches = preparer(MANCHES, m -> {
            actifs(m, "a", "b", "c");
            Partie lot = demander("a" + m, "b" + m, "c" + m);
            if (m % 2 == 0) {
                garder(lot, "b" + m);
            }
            return List.of(lot);
        });
        Invariants invariants = Invariants.depuis(base);
        for (int m = 0; m < MANCHES; m++) {
            Partie lot = manches.get(m).get(0);
            String un = "b" + m;
            String deux = "c" + m;
            Map<Issue, Integer> issues =
                    faire(List.of(confirmation(lot), () -> garder(lot, un), () -> garder(lot, deux)));
            if (issues.getOrDefault(Issue.COMPTES_CHANGES, 0) == 0) {
                assertThat(ouverts(m)).containsExactly(m % 2 == 0 ? un : "a" + m);
            } else {
                assertThat(ouverts(m)).hasSize(3);
                assertThat(confirmation(lot).call())
                        .as("ce que la page montre à nouveau")
                        .isEqualTo(Issue.FAIT);
                assertThat(ouverts(m)).hasSize(1);
            }
        }
        invariants.verifier();
    }

    /** Deux parents, deux lots qui s'échangent en sens contraire : aucun compte ne se perd, aucun verrou ne se croise. */
    @Test
    void deuxEchangesEnSensContraireUnSeulLEmporte() throws Exception {
        List<List<Partie>> manches = preparer(MANCHES, m -> {
            actifs(m, "a", "b");
            Partie un = demander("a" + m, "b" + m);
            Partie autre = demander("b" + m, "a" + m);
            garder(un, "b" + m);
            garder(autre, "a" + m);
            return List.of(un, autre);
        });
        Invariants invariants = Invariants.depuis(base);
        for (int m = 0; m < MANCHES; m++) {
            Partie un = manches.get(m).get(0);
            Map<Issue, Integer> issues = courir(List.of(un, manches.get(m).get(1), un));
            assertThat(issues.keySet()).contains(Issue.FAIT).hasSize(2);
            assertThat(ouverts(m)).hasSize(1);
        }
        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(MANCHES);
    }

    /** Le mot de passe du compte gardé change pendant que l'on confirme : le sien d'avant l'a fait rester, ou rien n'est fait. */
    @Test
    void leMotDePasseDuCompteGardeChangePendantLaConfirmation() throws Exception {
        List<List<Partie>> manches = preparer(MANCHES, m -> {
            actifs(m, "a", "b");
            Partie lot = demander("a" + m, "b" + m);
            garder(lot, "b" + m);
            return List.of(lot);
        });
        Invariants invariants = Invariants.depuis(base);
        for (int m = 0; m < MANCHES; m++) {
            long garde = id("b" + m);
            Map<Issue, Integer> issues =
                    faire(List.of(confirmation(manches.get(m).get(0)), () -> changerDeMotDePasse(garde)));
            assertThat(ouverts(m))
                    .hasSize(issues.containsKey(Issue.COMPTES_CHANGES) ? 2 : 1)
                    .contains("b" + m);
        }
        invariants.verifier();
    }

    /** L'adresse choisie change pendant que l'on confirme : celle que la page montrait est gardée, ou rien n'est fait. */
    @Test
    void lAdresseChoisieChangePendantLaConfirmation() throws Exception {
        List<List<Partie>> manches = preparer(MANCHES, m -> {
            actifs(m, "a", "b");
            base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY WHERE"
                    + " identifiant IN ('a" + m + "', 'b" + m + "')");
            return List.of(demander("a" + m, "b" + m));
        });
        Invariants invariants = Invariants.depuis(base);
        for (int m = 0; m < MANCHES; m++) {
            Partie lot = manches.get(m).get(0);
            long ferme = id("b" + m);
            Map<Issue, Integer> issues = faire(
                    List.of(confirmation(lot, new CoordonneesGardees(lot.jeton(), null)), () -> changerDeMail(ferme)));
            boolean fait = issues.containsKey(Issue.FAIT);
            assertThat(base.lire("SELECT mail FROM responsable WHERE identifiant = 'a" + m + "'"))
                    .containsExactly((fait ? "b" : "a") + m + "@exemple.fr");
            assertThat(ouverts(m)).hasSize(fait ? 1 : 2);
        }
        invariants.verifier();
    }

    @Test
    void unDoubleClicNeFaitQuUnRegroupement() throws Exception {
        List<List<Partie>> manches = preparer(MANCHES, m -> List.of(partie("a" + m, "s" + m, true)));
        Invariants invariants = Invariants.depuis(base);
        for (List<Partie> manche : manches) {
            Partie partie = manche.get(0);
            assertThat(courir(List.of(partie, partie, partie))).isEqualTo(Map.of(Issue.FAIT, 3));
        }
        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(MANCHES);
    }

    /** Ce que demande une manche. */
    @FunctionalInterface
    private interface Preparation {
        List<Partie> de(int manche) throws RegroupementRefuse;
    }

    /** Une base vide, puis toutes les manches : l'état se photographie avant la première, et se juge après la dernière, journal rejoué. */
    private List<List<Partie>> preparer(int nombre, Preparation preparation) throws RegroupementRefuse {
        base.vider();
        List<List<Partie>> manches = new ArrayList<>();
        for (int manche = 0; manche < nombre; manche++) {
            manches.add(preparation.de(manche));
        }
        return manches;
    }

    /** Des comptes actifs, chacun avec un élève à lui. */
    private void actifs(int manche, String... comptes) {
        for (String compte : comptes) {
            familles.lier(familles.actif(compte + manche), familles.eleve(compte));
        }
    }

    private enum Issue {
        FAIT,
        ECHANGE,
        DEMANDE_PERIMEE,
        RESTE_IMPOSSIBLE,
        DEJA_REGROUPE,
        PRINCIPAL_FERME,
        COMPTES_CHANGES
    }

    private Partie partie(String principal, String secondaire, boolean aCreer) throws RegroupementRefuse {
        familles.lier(familles.actif(principal), familles.eleve("Dylan"));
        if (aCreer) {
            familles.lier(familles.actif(secondaire), familles.eleve("Florian"));
        }
        return demander(principal, secondaire);
    }

    /** Ouvre une demande sans passer par l'empreinte du mot de passe, que d'autres essais couvrent. */
    private Partie demander(String principal, String... secondaires) {
        Demandeur demandeur = Atelier.demandeur(id(principal), principal, familles.session(principal));
        long[] autres = Stream.of(secondaires).mapToLong(this::id).toArray();
        return new Partie(demandeur, DemandesDEssai.ouvrirUnLot(atelier, demandeur, autres));
    }

    private long id(String identifiant) {
        return base.compter("SELECT id FROM responsable WHERE identifiant = '" + identifiant + "'");
    }

    private List<String> ouverts(int manche) {
        return base.lire("SELECT identifiant FROM responsable WHERE etat <> 'FERME' AND identifiant IN ('a" + manche
                + "', 'b" + manche + "', 'c" + manche + "') ORDER BY identifiant");
    }

    private Issue garder(Partie partie, String compte) {
        UUID jeton =
                UUID.fromString(base.lire("SELECT INSERT(INSERT(INSERT(INSERT(LOWER(HEX(jeton)), 9, 0, '-'), 14, 0,"
                                + " '-'), 19, 0, '-'), 24, 0, '-') FROM demande_regroupement WHERE secondaire_id = "
                                + id(compte)
                                + " AND principal_id = " + partie.demandeur().responsableId())
                        .get(0));
        try {
            atelier.echanges.garder(partie.demandeur(), partie.jeton(), jeton);
            return Issue.ECHANGE;
        } catch (RegroupementRefuse e) {
            return Issue.valueOf(e.code().name());
        }
    }

    private Issue changerDeMotDePasse(long compte) {
        boolean change = atelier.transactions.executer(
                () -> atelier.comptes.changerMotDePasse(atelier.comptes.verrouiller(compte), Familles.ARGON2 + "x"));
        return change ? Issue.ECHANGE : Issue.DEMANDE_PERIMEE;
    }

    private Issue changerDeMail(long compte) {
        atelier.transactions.executer(() -> atelier.comptes.changerMail(
                atelier.comptes.verrouiller(compte), "neuve@exemple.fr", atelier.horloge.instant()));
        return Issue.ECHANGE;
    }

    private Callable<Issue> confirmation(Partie partie) {
        return confirmation(partie, CoordonneesGardees.SIENNES);
    }

    /** Confirme ce que la page montre au départ de la course. */
    private Callable<Issue> confirmation(Partie partie, CoordonneesGardees gardees) {
        String vue = atelier.vue(partie.demandeur(), partie.jeton());
        return () -> {
            try {
                atelier.regroupements.confirmer(partie.demandeur(), partie.jeton(), vue, gardees);
                return Issue.FAIT;
            } catch (RegroupementRefuse e) {
                return Issue.valueOf(e.code().name());
            }
        };
    }

    private Map<Issue, Integer> courir(List<Partie> parties) throws InterruptedException, ExecutionException {
        return faire(parties.stream().map(this::confirmation).toList());
    }

    private static Map<Issue, Integer> faire(List<Callable<Issue>> gestes)
            throws InterruptedException, ExecutionException {
        CyclicBarrier depart = new CyclicBarrier(gestes.size());
        List<Callable<Issue>> courses = new ArrayList<>();
        for (Callable<Issue> geste : gestes) {
            courses.add(() -> {
                depart.await();
                return geste.call();
            });
        }
        Map<Issue, Integer> issues = new EnumMap<>(Issue.class);
        for (Future<Issue> course : FILS.invokeAll(courses)) {
            issues.merge(course.get(), 1, Integer::sum);
        }
        return issues;
    }
}
