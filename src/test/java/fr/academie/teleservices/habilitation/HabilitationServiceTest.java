package fr.academie.teleservices.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentDuCas;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.FiltreDuJournal;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.LectureDuJournal;
import fr.academie.teleservices.agent.LigneBureauLue;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Saisies;
import fr.academie.teleservices.habilitation.HabilitationService.Personne;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.persistance.TransactionsDePurge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Le chef donne et retire les habilitations de son établissement, et ce journal se relit. */
class HabilitationServiceTest {

    private static final String AILLEURS = "0330002B";
    private static final Personne NOUVEAU = new Personne("Labat", "Étienne", "e.labat@exemple.fr");
    private static final Personne PERSONNE = new Personne("", "", "");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final JournalDuBureau journal =
            new JournalDuBureau(atelier.transactions, TransactionsDePurge.par(atelier.transactions), atelier.horloge);
    private final HabilitationService habilitations =
            new HabilitationService(atelier.transactions, journal, Atelier.profil(Map.of()), atelier.horloge);
    private final LectureDuJournal lecture = new LectureDuJournal(atelier.transactions, journal);
    private final Agent chef = chef("direction.moulin");
    private long chefId;
    private long agentId;

    @BeforeEach
    void installer() {
        base.vider();
        chefId = familles.agent("direction.moulin", true);
        agentId = familles.agent("secretariat.moulin", false);
        base.executer("INSERT INTO etablissement (uai, nature, nom) VALUES ('" + AILLEURS + "', 'LYCEE', 'Ailleurs')");
    }

    /** De ce genre : inconnu, agent d'ailleurs, responsable, élève, assistance ; une réponse, une liste et une ligne du journal pareilles. */
    @Test
    void laReponseEstLaMemeQuelQueSoitLIdentifiant() throws HabilitationRefusee {
        long voisin = familles.agentSansEtablissement("vie.scolaire", "ETABLISSEMENT");
        base.executer("UPDATE agent SET nom = 'Secret', prenom = 'Ailleurs', mail = 'secret@exemple.fr' WHERE id = "
                + voisin);
        base.executer("INSERT INTO habilitation (agent_id, uai) VALUES (" + voisin + ", '" + AILLEURS + "')");
        familles.actif("cristelle.durand");
        familles.eleve("Dylan");
        base.executer("UPDATE eleve SET identifiant = 'dylan.durand'");
        familles.agentSansEtablissement("assistance", "ASSISTANCE");
        List<String> identifiants =
                List.of("assistance", "cristelle.durand", "dylan.durand", "inconnu", "vie.scolaire");
        for (String identifiant : identifiants) {
            habilitations.donner(chef, Familles.UAI, identifiant, NOUVEAU, false);
        }

        assertThat(habilitations.habilites(chef, Familles.UAI)).hasSize(2);
        assertThat(habilitations.attendues(chef, Familles.UAI))
                .allMatch(
                        a -> a.nomComplet().equals("Étienne Labat") && a.mail().equals("e.labat@exemple.fr"))
                .extracting(HabilitationAttendue::identifiant)
                .containsExactlyElementsOf(identifiants);
        assertThat(base.lire("SELECT action, details FROM journal_bureau"))
                .containsExactlyElementsOf(identifiants.stream()
                        .map(id -> "HABILITATION_DONNEE|{\"agent\":\"" + id + "\",\"chef\":false}")
                        .toList());
        for (String identifiant : identifiants) {
            refuse(
                    RefusHabilitation.DEJA_HABILITE,
                    () -> habilitations.donner(chef, Familles.UAI, identifiant, NOUVEAU, false));
        }
    }

    @Test
    void lHabilitationSOuvreALaConnexionDUnAgentEtDeLuiSeul() throws HabilitationRefusee {
        AgentService agents = new AgentService(atelier.transactions, Atelier.profil(Map.of()));
        long voisin = familles.agentSansEtablissement("vie.scolaire", "ETABLISSEMENT");
        base.executer("INSERT INTO habilitation (agent_id, uai) VALUES (" + voisin + ", '" + AILLEURS + "')");
        familles.actif("cristelle.durand");
        familles.agentSansEtablissement("assistance", "ASSISTANCE");
        for (String identifiant : List.of("assistance", "cristelle.durand", "e.labat", "vie.scolaire")) {
            habilitations.donner(chef, Familles.UAI, identifiant, NOUVEAU, true);
        }

        assertThat(reconnu(agents, "e.labat", Set.of(Profil.ELEVE))).isNull();
        assertThat(reconnu(agents, "e.labat", Set.of())).isEqualTo(Profil.ETABLISSEMENT);
        assertThat(reconnu(agents, "vie.scolaire", Set.of(Profil.ETABLISSEMENT)))
                .isEqualTo(Profil.ETABLISSEMENT);
        assertThat(reconnu(agents, "cristelle.durand", Set.of()))
                .as("rien ne dit un agent")
                .isNull();
        assertThat(reconnu(agents, "assistance", Set.of())).isEqualTo(Profil.ASSISTANCE);

        assertThat(habilitations.attendues(chef, Familles.UAI))
                .extracting(HabilitationAttendue::identifiant)
                .containsExactly("assistance", "cristelle.durand");
        assertThat(base.lire("SELECT a.identifiant, a.prenom, h.uai, h.chef FROM habilitation AS h JOIN agent AS a ON"
                        + " a.id = h.agent_id WHERE a.identifiant IN ('e.labat', 'vie.scolaire') ORDER BY 1, 3"))
                .containsExactly(
                        "e.labat|Étienne|0330001A|1",
                        "vie.scolaire|Hélène|0330001A|1",
                        "vie.scolaire|Hélène|0330002B|0");
        assertThat(reconnu(agents, "cristelle.durand", Set.of(Profil.ETABLISSEMENT)))
                .as("une personne qui est aussi un agent")
                .isEqualTo(Profil.ETABLISSEMENT);
    }

    private static @Nullable Profil reconnu(AgentService agents, String identifiant, Set<Profil> profils) {
        AgentDuCas rien = new AgentDuCas("", "", Habilitations.AUCUNE);
        return agents.reconnaitre(identifiant, profils, rien)
                .map(AgentService.AgentReconnu::profil)
                .orElse(null);
    }

    @Test
    void reconnaitUnAgentCommentQueSonIdentifiantSoitTapeOuColle() throws HabilitationRefusee {
        for (String saisie : Saisies.DE_CRISTELLE) {
            habilitations.donner(chef, Familles.UAI, saisie, NOUVEAU, false);
            HabilitationAttendue attendue =
                    habilitations.attendues(chef, Familles.UAI).get(0);
            assertThat(attendue.identifiant()).as(saisie).isEqualTo("cristelle.durand2");
            habilitations.retirerAttendue(chef, Familles.UAI, attendue.id());
        }
        assertThat(habilitations.attendues(chef, Familles.UAI)).isEmpty();
    }

    @Test
    void unRefusEstAuJournalAvecSaRaison() {
        refuse(
                RefusHabilitation.IDENTIFIANT_REFUSE,
                () -> habilitations.donner(chef, Familles.UAI, "王", NOUVEAU, false));
        refuse(
                RefusHabilitation.PERSONNE_INCOMPLETE,
                () -> habilitations.donner(chef, Familles.UAI, "e.labat", PERSONNE, false));
        refuse(
                RefusHabilitation.DEJA_HABILITE,
                () -> habilitations.donner(chef, Familles.UAI, "secretariat.moulin", NOUVEAU, false));
        refuse(RefusHabilitation.DERNIER_CHEF, () -> habilitations.retirer(chef, Familles.UAI, chefId));
        refuse(RefusHabilitation.PAS_HABILITE, () -> habilitations.retirerAttendue(chef, Familles.UAI, 12));
        refuse(RefusHabilitation.RESERVE_AU_CHEF, () -> habilitations.retirer(chef, AILLEURS, agentId));
        assertThat(base.lire("SELECT action, uai, details FROM journal_bureau ORDER BY id"))
                .containsExactly(
                        "HABILITATION_REFUSEE|0330001A|{\"refus\":\"IDENTIFIANT_REFUSE\"}",
                        "HABILITATION_REFUSEE|0330001A|{\"refus\":\"PERSONNE_INCOMPLETE\",\"agent\":\"e.labat\"}",
                        "HABILITATION_REFUSEE|0330001A|{\"refus\":\"DEJA_HABILITE\",\"agent\":\"secretariat.moulin\"}",
                        "HABILITATION_REFUSEE|0330001A|{\"refus\":\"DERNIER_CHEF\",\"agent\":\"direction.moulin\"}",
                        "HABILITATION_REFUSEE|0330001A|{\"refus\":\"PAS_HABILITE\"}",
                        "HABILITATION_REFUSEE|∅|{\"refus\":\"RESERVE_AU_CHEF\"}");
    }

    @Test
    void unChefQuiNeSEstPasEncoreConnecteNeComptePas() throws HabilitationRefusee {
        habilitations.donner(chef, Familles.UAI, "e.labat", NOUVEAU, true);
        refuse(RefusHabilitation.DERNIER_CHEF, () -> habilitations.retirer(chef, Familles.UAI, chefId));
        refuse(RefusHabilitation.DERNIER_CHEF, () -> habilitations.changer(chef, Familles.UAI, chefId, false));
    }

    @Test
    void ilResteToujoursUnChef() throws HabilitationRefusee {
        refuse(RefusHabilitation.DERNIER_CHEF, () -> habilitations.retirer(chef, Familles.UAI, chefId));
        refuse(RefusHabilitation.DERNIER_CHEF, () -> habilitations.changer(chef, Familles.UAI, chefId, false));
        habilitations.changer(chef, Familles.UAI, agentId, true);
        habilitations.retirer(chef, Familles.UAI, chefId);
        refuse(RefusHabilitation.RESERVE_AU_CHEF, () -> habilitations.retirer(chef, Familles.UAI, agentId));
        assertThat(base.lire("SELECT action FROM journal_bureau ORDER BY id"))
                .containsExactly(
                        "HABILITATION_REFUSEE",
                        "HABILITATION_REFUSEE",
                        "HABILITATION_CHANGEE",
                        "HABILITATION_RETIREE",
                        "HABILITATION_REFUSEE");
    }

    @Test
    void deuxChefsQuiSeRetirentLUnLAutreEnLaissentUn() throws Exception {
        base.executer("UPDATE habilitation SET chef = 1");
        Agent autre = chef("secretariat.moulin");
        var fils = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> retraits = new ArrayList<>();
            retraits.add(() -> retirer(chef, agentId));
            retraits.add(() -> retirer(autre, chefId));
            long faits = 0;
            for (var retrait : fils.invokeAll(retraits)) {
                faits += Boolean.TRUE.equals(retrait.get()) ? 1 : 0;
            }
            assertThat(faits).isEqualTo(1);
        } finally {
            fils.shutdownNow();
        }
        assertThat(base.compter("SELECT COUNT(*) FROM habilitation WHERE chef = 1"))
                .isEqualTo(1);
    }

    @Test
    void unSimpleAgentOuUnChefDAilleursNeChangeRien() {
        Agent simple = Atelier.agent("secretariat.moulin", Familles.UAI);
        for (String uai : List.of(Familles.UAI, AILLEURS)) {
            refuse(RefusHabilitation.RESERVE_AU_CHEF, () -> habilitations.retirer(simple, uai, chefId));
            refuse(RefusHabilitation.RESERVE_AU_CHEF, () -> habilitations.changer(simple, uai, agentId, true));
            refuse(
                    RefusHabilitation.RESERVE_AU_CHEF,
                    () -> habilitations.donner(simple, uai, "e.labat", NOUVEAU, false));
            assertThat(habilitations.habilites(simple, uai)).isEmpty();
        }
        refuse(RefusHabilitation.RESERVE_AU_CHEF, () -> habilitations.retirer(chef, AILLEURS, agentId));
        refuse(RefusHabilitation.PAS_HABILITE, () -> habilitations.retirer(chef, Familles.UAI, agentId + 1000));
        assertThat(base.lire("SELECT DISTINCT action FROM journal_bureau")).containsExactly("HABILITATION_REFUSEE");
        assertThat(base.compter("SELECT COUNT(*) FROM journal_bureau WHERE uai = '" + AILLEURS + "'"))
                .isZero();
    }

    @Test
    void rienNeSeChangeQuandLAnnuaireFaitFoi() {
        HabilitationService duCas = new HabilitationService(
                atelier.transactions, journal, Atelier.profil(Map.of("agents.habilitations", "cas")), atelier.horloge);
        assertThat(duCas.habilites(chef, Familles.UAI)).isEmpty();
        refuse(
                RefusHabilitation.TENUES_PAR_L_ANNUAIRE,
                () -> duCas.donner(chef, Familles.UAI, "e.labat", NOUVEAU, false));
    }

    @Test
    void unChefLitLeJournalDeSesEtablissementsEtLAssistanceTout() throws HabilitationRefusee {
        habilitations.donner(chef, Familles.UAI, "e.labat", NOUVEAU, false);
        long compte = familles.actif("cristelle.durand");
        journal.noter(chef, ActionBureau.CONSULTATION, new JournalDuBureau.Cible(Familles.UAI, compte, null));
        Agent ailleurs = Atelier.agent("secretariat.ailleurs", AILLEURS);
        journal.noter(ailleurs, ActionBureau.CONSULTATION, new JournalDuBureau.Cible(AILLEURS, compte, null));
        Agent assistance = new Agent(
                new Identifiant("assistance"),
                Profil.ASSISTANCE,
                "x",
                "y",
                null,
                Habilitations.AUCUNE,
                1,
                "::1",
                false);

        assertThat(lire(chef, null, null)).containsExactly("CONSULTATION 0330001A", "HABILITATION_DONNEE 0330001A");
        assertThat(lire(chef, "direct", "cristelle.durand")).containsExactly("CONSULTATION 0330001A");
        assertThat(lire(ailleurs, null, null)).isEmpty();
        assertThat(lire(assistance, null, "cristelle.durand"))
                .containsExactly("CONSULTATION 0330002B", "CONSULTATION 0330001A");
        FiltreDuJournal tout = new FiltreDuJournal(null, null, null, null, null, null);
        assertThatThrownBy(() -> lecture.lire(chef, tout, 0)).isInstanceOf(IllegalArgumentException.class);
        List<String> exportees = new ArrayList<>();
        lecture.exporter(
                assistance, tout, lue -> exportees.add(lue.ligne().action().name()));
        // Les trois lectures qui ont montré des lignes en ont laissé une, elles aussi.
        assertThat(exportees).hasSize(7).startsWith("EXPORT", "CONSULTATION", "CONSULTATION", "CONSULTATION");
    }

    private List<String> lire(Agent agent, @Nullable String acteur, @Nullable String responsable) {
        FiltreDuJournal filtre =
                new FiltreDuJournal(LectureDuJournal.lisibles(agent), acteur, null, responsable, null, null);
        List<LigneBureauLue> lues = lecture.lire(agent, filtre, 0);
        assertThat(lecture.compter(agent, filtre)).isEqualTo(lues.size());
        return lues.stream()
                .map(lue -> lue.ligne().action() + " " + lue.ligne().uai())
                .toList();
    }

    private boolean retirer(Agent qui, long id) {
        try {
            habilitations.retirer(qui, Familles.UAI, id);
            return true;
        } catch (HabilitationRefusee e) {
            return false;
        }
    }

    private static Agent chef(String identifiant) {
        return new Agent(
                new Identifiant(identifiant),
                Profil.ETABLISSEMENT,
                "CASTÉRA",
                "Hélène",
                null,
                new Habilitations(Set.of(Familles.UAI), Set.of(Familles.UAI)),
                1,
                "127.0.0.1",
                true);
    }

    private static void refuse(RefusHabilitation code, ThrowingCallable changement) {
        assertThatThrownBy(changement)
                .asInstanceOf(type(HabilitationRefusee.class))
                .extracting(HabilitationRefusee::code)
                .isEqualTo(code);
    }
}
