package fr.academie.teleservices.contestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** L'établissement répond à « Je ne suis pas le représentant légal » : une fois, pour ses élèves, et le responsable sait pourquoi. */
@Tag("fuseau")
class ReponseServiceTest {

    private static final String AILLEURS = "0330002B";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
    private final Agent collegue = Atelier.agent("cpe.moulin", Familles.UAI);

    private long compte;
    private long dylan;
    private long lien;

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.actif("cristelle.durand");
        dylan = familles.eleve("Dylan");
        lien = familles.lier(compte, dylan);
        familles.lier(familles.actif("marc.durand"), dylan, 1, 20, "ACTIF");
        contester(compte, "cristelle.durand", dylan);
    }

    @Test
    void confirmerRetireLeLienEtLeResponsableLitPourquoi() throws ReponseRefusee {
        assertThat(repondre(agent, Reponse.CONFIRME, "Jugement du 3 mars.\r\nVu au secrétariat. ", null, false))
                .isTrue();

        assertThat(etat(lien)).isEqualTo("1|10|RETIRE");
        assertThat(atelier.reponses.reponses(Atelier.demandeur(compte, "cristelle.durand", 1)))
                .singleElement()
                .satisfies(r -> assertThat(r.motif()).isEqualTo("Jugement du 3 mars.\nVu au secrétariat."))
                .satisfies(r -> assertThat(r.confirme()).isTrue());
        assertThat(base.lire("SELECT action, acteur, acteur_profil FROM journal ORDER BY id DESC LIMIT 1"))
                .containsExactly("CONTESTATION_CONFIRMEE|secretariat.moulin|ETABLISSEMENT");
        assertThat(base.lire("SELECT action, uai, responsable_id, eleve_id FROM journal_bureau"))
                .containsExactly("SIGNALEMENT_CONFIRME|" + Familles.UAI + "|" + compte + "|" + dylan);
        assertThat(base.lire("SELECT type, responsable_id, JSON_VALUE(charge, '$.rattachements[0].etat') FROM evenement"
                        + " ORDER BY id DESC LIMIT 1"))
                .containsExactly("RATTACHEMENTS_MODIFIES|" + compte + "|RETIRE");
        assertThat(base.lire("SELECT destinataire, objet, texte FROM courriel").get(0))
                .startsWith("cristelle.durand@exemple.fr|")
                .contains("Dylan n’est plus rattaché", "Jugement du 3 mars.");
        assertThat(base.lire("SELECT details FROM journal").toString()).doesNotContain("Jugement");
        assertThat(atelier.reponses.compter(agent)).isZero();
    }

    @Test
    void rejeterRendLeLienActif() throws ReponseRefusee {
        repondre(agent, Reponse.REJETE, "Le livret de famille vous nomme.", null, false);
        assertThat(etat(lien)).isEqualTo("1|10|ACTIF");
        assertThat(atelier.reponses.reponses(Atelier.demandeur(compte, "cristelle.durand", 1)))
                .extracting(ReponseLue::reponse)
                .containsExactly(Reponse.REJETE);
        atelier.horloge.avancer(Duration.ofDays(91));
        assertThat(atelier.reponses.reponses(Atelier.demandeur(compte, "cristelle.durand", 1)))
                .isEmpty();
    }

    @Test
    void laListeDitLAgeEtLesPlusAnciennesDAbord() {
        long ines = familles.eleve("Inès");
        familles.lier(compte, ines);
        atelier.horloge.avancer(Duration.ofDays(3));
        contester(compte, "cristelle.durand", ines);
        long ailleurs = familles.eleve("Noé", AILLEURS);
        familles.lier(compte, ailleurs, 1, 10, "CONTESTE");

        assertThat(atelier.reponses.compter(agent)).isEqualTo(2);
        assertThat(atelier.reponses.enAttente(agent, 0, 10))
                .extracting(s -> s.eleve().prenom() + " " + s.jours(atelier.horloge.instant()))
                .containsExactly("Dylan 3", "Inès 0");
        assertThat(atelier.reponses.enAttente(agent, 1, 10)).hasSize(1);
    }

    @Test
    void leContestationDUneAutreEcoleNExistePas() throws ReponseRefusee {
        long ailleurs = familles.lier(compte, familles.eleve("Noé", AILLEURS), 1, 10, "CONTESTE");
        var avant = Invariants.photographie(base);
        for (long id : new long[] {ailleurs, 999_999, lien - 1_000}) {
            assertThat(atelier.reponses.dossier(agent, id)).isEmpty();
            assertThat(atelier.reponses.repondre(
                            agent, new Decision(id, Instant.EPOCH, Reponse.CONFIRME, "Non.", null, true)))
                    .isFalse();
        }
        assertThat(Invariants.photographie(base)).isEqualTo(avant);
        Agent assistance = Atelier.agent("sans.etablissement");
        assertThat(atelier.reponses.dossier(assistance, lien)).isEmpty();
        assertThat(atelier.reponses.compter(assistance)).isZero();
    }

    @Test
    void leDernierRepresentantLegalNePartQueSiUnAutreEstNomme() throws ReponseRefusee {
        base.executer("UPDATE rattachement SET niveau = 2 WHERE eleve_id = " + dylan + " AND lien = 20");
        long autre = base.compter("SELECT id FROM rattachement WHERE eleve_id = " + dylan + " AND lien = 20");
        Invariants invariants = Invariants.depuis(base);
        var avant = Invariants.photographie(base);
        assertThat(atelier.reponses.dossier(agent, lien).orElseThrow().dernierRepresentant())
                .isTrue();
        refuse(RefusReponse.DERNIER_REPRESENTANT, () -> repondre(agent, Reponse.CONFIRME, "Oui.", null, false));
        refuse(RefusReponse.REMPLACANT_INCONNU, () -> repondre(agent, Reponse.CONFIRME, "Oui.", lien, false));
        refuse(RefusReponse.REMPLACANT_INCONNU, () -> repondre(agent, Reponse.CONFIRME, "Oui.", 999_999L, false));
        assertThat(Invariants.photographie(base)).isEqualTo(avant);

        repondre(agent, Reponse.CONFIRME, "Oui.", autre, false);

        assertThat(etat(lien)).isEqualTo("1|10|RETIRE");
        assertThat(etat(autre)).isEqualTo("1|20|ACTIF");
        assertThat(base.lire("SELECT action FROM journal ORDER BY id DESC LIMIT 2"))
                .containsExactly("REPRESENTANT_NOMME", "CONTESTATION_CONFIRMEE");
        assertThat(base.lire("SELECT destinataire FROM courriel ORDER BY id"))
                .containsExactly("cristelle.durand@exemple.fr", "marc.durand@exemple.fr");
        assertThat(base.lire("SELECT remplacant_id IS NOT NULL, sans_representant FROM reponse_signalement"))
                .containsExactly("1|0");
        invariants.verifier();
    }

    @Test
    void ouSiLAgentConfirmeQuIlNEnAPlus() throws ReponseRefusee {
        base.executer("DELETE FROM rattachement WHERE eleve_id = " + dylan + " AND lien = 20");
        repondre(agent, Reponse.CONFIRME, "Placement.", null, true);
        assertThat(etat(lien)).isEqualTo("1|10|RETIRE");
        assertThat(base.lire("SELECT remplacant_id, sans_representant FROM reponse_signalement"))
                .containsExactly("∅|1");
    }

    @Test
    void unMotifVideOuTropLongEstRefuse() {
        refuse(RefusReponse.MOTIF_ABSENT, () -> repondre(agent, Reponse.REJETE, " \r\n ", null, false));
        refuse(RefusReponse.MOTIF_TROP_LONG, () -> repondre(agent, Reponse.REJETE, "é".repeat(501), null, false));
        assertThat(etat(lien)).isEqualTo("1|10|CONTESTE");
    }

    @Test
    void renvoyerLaMemeReponseNeChangeRienEtUneAutrePersonneEstPrevenue() throws ReponseRefusee {
        Decision decision = decision(Reponse.CONFIRME, "Oui.", null, false);
        atelier.reponses.repondre(agent, decision);
        var apres = Invariants.photographie(base);
        assertThat(atelier.reponses.repondre(agent, decision)).isTrue();
        refuse(RefusReponse.DEJA_REPONDU, () -> atelier.reponses.repondre(collegue, decision));
        assertThat(Invariants.photographie(base)).isEqualTo(apres);
    }

    @Test
    void uneNouvelleDeclarationAppelleUneNouvelleReponse() throws ReponseRefusee {
        Decision premiere = decision(Reponse.REJETE, "Non.", null, false);
        atelier.reponses.repondre(agent, premiere);
        atelier.horloge.avancer(Duration.ofHours(1));
        contester(compte, "cristelle.durand", dylan);
        // La réponse à la première déclaration, renvoyée, ne répond pas à la seconde.
        assertThat(atelier.reponses.repondre(agent, premiere)).isTrue();
        assertThat(etat(lien)).isEqualTo("1|10|CONTESTE");
        repondre(agent, Reponse.CONFIRME, "Oui.", null, false);
        assertThat(base.compter("SELECT COUNT(*) FROM reponse_signalement")).isEqualTo(2);
    }

    @Test
    void deuxAgentsQuiRepondentEnsembleUnSeulGagne() throws Exception {
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            for (int manche = 0; manche < 30; manche++) {
                long eleve = familles.eleve("Manche");
                long conteste = familles.lier(compte, eleve, 2, 10, "CONTESTE");
                Invariants invariants = Invariants.depuis(base);
                Instant declareLe = atelier.reponses
                        .dossier(agent, conteste)
                        .orElseThrow()
                        .contestation()
                        .declareLe();
                CyclicBarrier depart = new CyclicBarrier(2);
                List<Callable<String>> courses = new ArrayList<>();
                for (Agent qui : List.of(agent, collegue)) {
                    Reponse reponse = qui.equals(agent) ? Reponse.CONFIRME : Reponse.REJETE;
                    courses.add(() -> {
                        depart.await();
                        try {
                            atelier.reponses.repondre(
                                    qui, new Decision(conteste, declareLe, reponse, "Vu.", null, false));
                            return "FAIT";
                        } catch (ReponseRefusee e) {
                            return e.code().name();
                        }
                    });
                }
                List<String> issues = new ArrayList<>();
                for (Future<String> course : fils.invokeAll(courses)) {
                    issues.add(course.get());
                }
                assertThat(issues).containsExactlyInAnyOrder("FAIT", "DEJA_REPONDU");
                invariants.verifier();
            }
        } finally {
            fils.shutdownNow();
        }
    }

    @Test
    void leRappelPartUneFoisAuxAgentsOuALEtablissement() {
        familles.agent("secretariat.moulin", false);
        familles.agent("chef.moulin", true);
        long ailleurs = familles.eleve("Noé", AILLEURS);
        familles.lier(compte, ailleurs);
        contester(compte, "cristelle.durand", ailleurs);
        atelier.horloge.avancer(Duration.ofDays(7).minusMinutes(1));
        assertThat(atelier.reponses.rappeler()).isZero();
        atelier.horloge.avancer(Duration.ofMinutes(2));

        assertThat(atelier.reponses.rappeler()).isEqualTo(1);
        assertThat(base.lire("SELECT destinataire FROM courriel ORDER BY destinataire"))
                .containsExactly("chef.moulin@exemple.fr", "secretariat.moulin@exemple.fr");
        assertThat(base.lire("SELECT texte FROM courriel").toString()).doesNotContain("Dylan", "DURAND");
        assertThat(atelier.reponses.rappeler()).isZero();

        base.executer("UPDATE etablissement SET courriel = 'college@exemple.fr' WHERE uai = '" + AILLEURS + "'");
        assertThat(atelier.reponses.rappeler()).isEqualTo(1);
        assertThat(base.compter("SELECT COUNT(*) FROM courriel WHERE destinataire = 'college@exemple.fr'"))
                .isEqualTo(1);
    }

    @Test
    void plusieursServeursNeRappellentQuUneFois() throws Exception {
        familles.agent("secretariat.moulin", false);
        atelier.horloge.avancer(Duration.ofDays(8));
        ExecutorService fils = Executors.newFixedThreadPool(6);
        try {
            int total = 0;
            for (Future<Integer> rappel :
                    fils.invokeAll(java.util.Collections.<Callable<Integer>>nCopies(6, atelier.reponses::rappeler))) {
                total += rappel.get();
            }
            assertThat(total).isEqualTo(1);
        } finally {
            fils.shutdownNow();
        }
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isEqualTo(1);
    }

    private void contester(long responsable, String identifiant, long eleve) {
        assertThat(atelier.contestations.contester(Atelier.demandeur(responsable, identifiant, 1), eleve))
                .isTrue();
    }

    private boolean repondre(Agent qui, Reponse reponse, String motif, @Nullable Long remplacant, boolean sans)
            throws ReponseRefusee {
        return atelier.reponses.repondre(qui, decision(reponse, motif, remplacant, sans));
    }

    private Decision decision(Reponse reponse, String motif, @Nullable Long remplacant, boolean sans) {
        Instant declareLe = atelier.reponses
                .dossier(agent, lien)
                .orElseThrow()
                .contestation()
                .declareLe();
        return new Decision(lien, declareLe, reponse, motif, remplacant, sans);
    }

    private String etat(long id) {
        return base.lire("SELECT niveau, lien, etat FROM rattachement WHERE id = " + id)
                .get(0);
    }

    private static void refuse(RefusReponse code, ThrowingCallable acte) {
        assertThatThrownBy(acte)
                .asInstanceOf(type(ReponseRefusee.class))
                .extracting(ReponseRefusee::code)
                .isEqualTo(code);
    }
}
