package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentDuCas;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.assistance.AssistanceService;
import fr.academie.teleservices.assistance.RechercheDeComptes;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.ComptesSansEntree;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Taches;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.persistance.TransactionsDePurge;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ce que d'autres programmes écrivent dans la base partagée et que ses contraintes laissent passer. Le genre : identifiant de tout signe
 * d'ASCII (blancs, ponctuation, contrôle), nom ou prénom vide, nom d'usage fait d'un point ou d'un tiret, adresse ou téléphone qui n'en sont
 * pas, civilité hors liste, empreinte inconnue. Chacune se lit et aucune ne vide une liste.
 */
class LignesEtrangesTest extends EssaiDuBureau {

    private static final List<String> IDENTIFIANTS = List.of(
            "_dupont.marie",
            "dupont marie",
            "martin#2",
            "m.dupont/2",
            "martin.",
            "a\tb",
            "\"x\"",
            "(1)",
            "x".repeat(64),
            "-");

    private final Agent assistance = new Agent(
            new Identifiant("assistance"),
            Profil.ASSISTANCE,
            "Labat",
            "Étienne",
            null,
            Habilitations.AUCUNE,
            1,
            "::1",
            false);

    @BeforeEach
    void installer() {
        base.vider();
        long eleve = familles.eleve("Dylan");
        familles.lier(familles.actif("cristelle.durand"), eleve);
        for (String identifiant : IDENTIFIANTS) {
            familles.lier(familles.actif(identifiant), eleve);
        }
        base.executer("UPDATE responsable SET mail = 'famille@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3)");
    }

    @Test
    void laListeDuBureauEtChaqueFicheSeLisent() {
        var lignes = recherches
                .chercher(agent, new Filtre("", null, null, null, null, null, Tri.ELEVE, false), 1)
                .lignes();
        assertThat(lignes).hasSize(IDENTIFIANTS.size() + 1);
        assertThat(lignes)
                .allSatisfy(ligne -> assertThat(fiches.consulter(agent, ligne.responsableId()))
                        .isPresent());
    }

    @Test
    void laRechercheDeLAssistanceTrouveTousLesHomonymes() {
        AssistanceService service = new AssistanceService(
                atelier.transactions,
                atelier.lignee,
                atelier.journal,
                new JournalDuBureau(
                        atelier.transactions, TransactionsDePurge.par(atelier.transactions), atelier.horloge));
        var page = service.chercher(assistance, RechercheDeComptes.lire("durand", null), 0);
        assertThat(page.lignes()).hasSize(IDENTIFIANTS.size() + 1);
        assertThat(page.lignes())
                .allSatisfy(trouve ->
                        assertThat(service.consulter(assistance, trouve.id())).isPresent());
    }

    @Test
    void unIdentifiantOublieEstRappeleATousCeuxQuiPartagentLAdresse() throws Exception {
        atelier.oublis.demanderIdentifiant("famille@exemple.fr", "127.0.0.1");
        Taches.faire(base, atelier.oublis.tache());
        assertThat(base.lire("SELECT texte FROM courriel"))
                .singleElement()
                .asString()
                .contains("cristelle.durand (", "_dupont.marie (", "dupont marie (", "martin#2 (", "m.dupont/2 (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_dupont.marie", "martin#2", "m.dupont/2", "dupont marie", "MARTIN."})
    void leCasFaitEntrerChacunChezLuiEtPasAilleurs(String principal) {
        familles.actif("dupontmarie");
        familles.actif("martin");
        assertThat(Identifiant.duCas(principal).flatMap(atelier.comptes::parIdentifiant))
                .map(compte -> compte.identifiant().valeur())
                .contains(principal.toLowerCase(Locale.ROOT));
    }

    @Test
    void unAgentDIdentifiantEtrangeEstReconnu() {
        familles.agentSansEtablissement("vie scolaire/2", "ASSISTANCE");
        AgentService agents = new AgentService(atelier.transactions, Atelier.profil(Map.of()));
        AgentDuCas duCas = new AgentDuCas("", "", new Habilitations(Set.of(), Set.of()));
        assertThat(agents.reconnaitre("Vie Scolaire/2 ", Set.of(), duCas)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "-", " ", "\u00a0", "\u200b", "", "-."})
    void unNomDUsageQuiNEnEstPasUnNEffacePasLeNomDeFamille(String nomUsage) {
        Identite identite = new Identite("Durand", nomUsage, "Cristelle");
        assertThat(identite.nomUsage()).isNull();
        assertThat(identite.nomComplet()).isEqualTo("Cristelle DURAND");
    }

    @Test
    void unTexteVideDUneBaseSansNosContraintesVautAbsent() {
        Compte lu = atelier.comptes.parIdentifiant(new Identifiant("martin#2")).orElseThrow();
        Compte vide = new Compte(lu.id(), lu.identifiant(), lu.identite(), " ", "", lu.etat(), lu.version(), null);
        assertThat(vide.mail()).isNull();
        assertThat(vide.telephonePortable()).isNull();
    }

    @Test
    void unNomOuUnPrenomVideSeLit() {
        base.executer(
                "UPDATE responsable SET nom_famille = '', prenom = '', civilite = '?', telephone_portable = 'aucun',"
                        + " mail = 'néant'");
        laListeDuBureauEtChaqueFicheSeLisent();
    }

    /** Une empreinte bcrypt nue se vérifie ; une autre, non. */
    @Test
    void leDemarrageNommeCeuxQuiNePeuventPasEntrer() {
        base.executer(
                "UPDATE responsable SET mot_de_passe = '{md5}abc' WHERE identifiant = 'martin#2'",
                "UPDATE responsable SET mot_de_passe = '' WHERE identifiant = '_dupont.marie'",
                "UPDATE responsable SET mot_de_passe = '" + Familles.BCRYPT.substring("{bcrypt}".length())
                        + "' WHERE identifiant = 'm.dupont/2'");
        familles.agentSansEtablissement("vie scolaire/2", "ASSISTANCE");
        List<String> phrases = new ComptesSansEntree(atelier.transactions).phrases();
        assertThat(phrases).hasSize(2);
        assertThat(new ComptesSansEntree(atelier.transactions).tache().travail().getAsInt())
                .as("le nombre que /sante montre est celui des comptes nommés")
                .isEqualTo(phrases.stream()
                        .mapToInt(phrase -> phrase.split(" « ", -1).length - 1)
                        .sum());
        assertThat(phrases.get(0))
                .contains("responsable « dupont marie »", "responsable « martin. »", "agent « vie scolaire/2 »")
                .doesNotContain("_dupont.marie", "martin#2", "m.dupont/2", "cristelle.durand");
        assertThat(phrases.get(1))
                .contains("responsable « martin#2 »", "responsable « _dupont.marie »")
                .doesNotContain("m.dupont/2", "cristelle.durand");
    }

    @Test
    void leDemarrageNeDitRienQuandTousEntrent() {
        base.vider();
        familles.actif("cristelle.durand");
        familles.actif("o'neil.d-almeida_2");
        familles.cree("noe.petit@exemple.fr");
        assertThat(new ComptesSansEntree(atelier.transactions).phrases()).isEmpty();
    }
}
