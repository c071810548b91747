package fr.academie.teleservices.etablissement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import fr.academie.teleservices.acces.AgentConnecte;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.etablissement.RechercheService;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Dates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** La liste telle qu'un tableur la reçoit. */
class ExportServletTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(base.source());
    private final Familles familles = new Familles(base);

    @BeforeEach
    void vider() {
        base.vider();
    }

    @Test
    void laListeFiltreeEtSesColonnes() throws IOException {
        long id = familles.compte("marie.petit", "PETIT", "D’ALMEIDA", "Marie", "CREE", null, "NULL");
        familles.lier(id, familles.eleve("Florian"));
        familles.eleve("Noé");
        familles.eleve("Ysaline", "0330009Z");

        assertThat(exporter(Map.of()).lines())
                .containsExactly(
                        "\uFEFFNom de l’élève;Prénom de l’élève;Date de naissance;Classe;UAI;Nom du responsable;Prénom"
                                + " du responsable;Lien;Identifiant;État du compte;Adresse mail connue;Courrier"
                                + " fait;Dernier courrier",
                        "DURAND;Florian;11/04/2012;5B;0330001A;D’ALMEIDA;Marie;mère;marie.petit;Jamais activé;Oui;Non;",
                        "DURAND;Noé;11/04/2012;5B;0330001A;;;;;Aucun compte;;;");
        assertThat(exporter(Map.of("q", "florian")).lines()).hasSize(2);
        assertThat(base.lire("SELECT action, JSON_VALUE(details, '$.lignes') FROM journal_bureau ORDER BY id"))
                .containsExactly("EXPORT|2", "EXPORT|1");
    }

    @Test
    void unNomDEleveNExecuteRienDansUnTableur() throws IOException {
        for (String prenom : List.of("=1+1", "-cmd", "@x", "\t=2", "+33", "\u00a0=3")) {
            familles.eleve(prenom);
        }
        assertThat(exporter(Map.of()).lines().skip(1))
                .hasSize(6)
                .allSatisfy(ligne -> assertThat(ligne.split(";", 3)[1]).matches("\"?'.*"));
    }

    private String exporter(Map<String, String> filtre) throws IOException {
        ProfilAcademie profil = Atelier.profil(Map.of());
        UtilisateurCourant agent = new UtilisateurCourant();
        agent.definir(new AgentConnecte(Atelier.agent("secretariat.moulin", Familles.UAI), List.of()));
        HttpServletRequest requete = mock(HttpServletRequest.class);
        filtre.forEach((nom, valeur) -> when(requete.getParameter(nom)).thenReturn(valeur));
        HttpServletResponse reponse = mock(HttpServletResponse.class);
        StringWriter recu = new StringWriter();
        when(reponse.getWriter()).thenReturn(new PrintWriter(recu));
        new ExportServlet(
                        new RechercheService(atelier.transactions, atelier.bureau),
                        agent,
                        new Textes(new Langues(profil)),
                        new Dates(new HeureDeLAcademie(profil, new Langues(profil))))
                .doGet(requete, reponse);
        verify(reponse).setContentType("text/csv; charset=UTF-8");
        verify(reponse).setHeader("Cache-Control", "no-store");
        return recu.toString();
    }
}
