package fr.academie.teleservices.suivi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.academie.teleservices.acces.AgentConnecte;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.agent.LectureDuJournal;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.web.Dates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Le même instant, lu à l'heure de l'académie dans une page, un courriel et un export. */
class HeureDesAcademiesTest {

    private static final Instant LE = Instant.parse("2026-12-03T13:05:00Z");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);

    @ParameterizedTest
    @CsvSource({"Europe/Paris, 14", "Indian/Reunion, 17", "America/Cayenne, 10"})
    void pageCourrielEtExportDisentLaMemeHeure(String fuseau, String heure) throws Exception {
        base.vider();
        Atelier atelier =
                new Atelier(base.source(), Atelier.reglages(Map.of()), Atelier.profil(Map.of("fuseau", fuseau)));
        atelier.horloge.arreterA(LE);
        Agent agent = directeur();
        long compte = familles.actif("cristelle.durand");
        familles.lier(familles.actif("cristelle.durand1"), familles.eleve("Florian"));
        var demandeur = Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand"));
        UUID jeton = atelier.preuves.prouver(demandeur, "cristelle.durand1", Familles.MOT_DE_PASSE);
        atelier.regroupements.apercu(demandeur, jeton);
        atelier.regrouper(demandeur, jeton);
        atelier.courriers.faire(agent, compte, Familles.UAI, EnumSet.allOf(MotifCourrier.class), null);

        assertThat(new Dates(atelier.heure).quand(LE)).endsWith("à " + heure + "\u00a0h\u00a005");
        assertThat(base.lire("SELECT texte FROM courriel WHERE destinataire = 'cristelle.durand1@exemple.fr'"))
                .singleElement()
                .asString()
                .contains("3 décembre 2026 à " + heure + "\u00a0h\u00a005");
        assertThat(exporter(atelier, agent)).contains("03/12/2026 " + heure + ":05:00;directrice");
    }

    private static String exporter(Atelier atelier, Agent agent) throws Exception {
        UtilisateurCourant utilisateur = new UtilisateurCourant();
        utilisateur.definir(new AgentConnecte(agent, List.of()));
        HttpServletRequest requete = mock(HttpServletRequest.class);
        when(requete.getPathInfo()).thenReturn("/journal.csv");
        HttpServletResponse reponse = mock(HttpServletResponse.class);
        StringWriter recu = new StringWriter();
        when(reponse.getWriter()).thenReturn(new PrintWriter(recu));
        new ExportDuJournal(
                        new LectureDuJournal(atelier.transactions, atelier.bureau),
                        utilisateur,
                        Atelier.textes(),
                        new Dates(atelier.heure),
                        atelier.heure,
                        atelier.horloge)
                .doGet(requete, reponse);
        return recu.toString();
    }

    private static Agent directeur() {
        return new Agent(
                new Identifiant("directrice"),
                Profil.ETABLISSEMENT,
                "CASTÉRA",
                "Hélène",
                null,
                new Habilitations(Set.of(Familles.UAI), Set.of(Familles.UAI)),
                1,
                "127.0.0.1",
                true);
    }
}
