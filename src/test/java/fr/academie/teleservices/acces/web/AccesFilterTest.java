package fr.academie.teleservices.acces.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.academie.teleservices.acces.ConnexionDesAgents;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.journal.Profil;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Où l'activation mène, étape par étape, selon ce que le profil d'académie exige. */
@Tag("fuseau")
class AccesFilterTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private long compte;
    private long session;

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.cree("cristelle.durand");
        session = familles.session("cristelle.durand");
    }

    @Test
    void unCompteCreeNeVoitQueLesDeuxPremieresEtapes() throws Exception {
        for (String page : new String[] {"/accueil", "/compte/mail", "/activation/mail", "/activation/fin"}) {
            assertThat(vers(page, "facultatif")).as(page).isEqualTo("/activation");
        }
        assertThat(vers("/activation", "facultatif")).isEqualTo("/activation");
        assertThat(vers("/activation/mot-de-passe", "facultatif")).isEqualTo("/activation/mot-de-passe");
        assertThat(vers("/contact", "obligatoire")).isEqualTo("/contact");
    }

    @Test
    void lAdresseObligatoireRameneALEtapeTantQuElleNEstPasFaite() throws Exception {
        activer();
        for (String page :
                new String[] {"/accueil", "/compte/profil", "/compte/mail", "/activation", "/activation/fin"}) {
            assertThat(vers(page, "obligatoire")).as(page).isEqualTo("/activation/mail");
        }
        assertThat(vers("/activation/mail", "obligatoire")).isEqualTo("/activation/mail");
        assertThat(vers("/mail/confirmer", "obligatoire")).isEqualTo("/mail/confirmer");
        finir();
        assertThat(vers("/accueil", "obligatoire")).isEqualTo("/accueil");
        assertThat(vers("/activation", "obligatoire")).isEqualTo("/accueil");
        assertThat(vers("/activation/fin", "obligatoire")).isEqualTo("/activation/fin");
    }

    @Test
    void lAdresseFacultativeNeRetientPersonne() throws Exception {
        activer();
        assertThat(vers("/accueil", "facultatif")).isEqualTo("/accueil");
        assertThat(vers("/activation", "facultatif")).isEqualTo("/activation/mail");
        assertThat(vers("/activation/mot-de-passe", "facultatif")).isEqualTo("/activation/mail");
        finir();
        assertThat(vers("/activation/mot-de-passe", "facultatif")).isEqualTo("/accueil");
    }

    @Test
    void unCompteActifDepuisLongtempsNEstPasRetenu() throws Exception {
        base.executer(
                "UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3), provisoire_expire_le = NULL");
        assertThat(vers("/accueil", "obligatoire")).isEqualTo("/accueil");
    }

    private void activer() throws Exception {
        atelier.activations.activer(
                Atelier.demandeur(compte, "cristelle.durand", session), "Marée-Haute-7-Grèves", java.util.Set.of());
    }

    private void finir() {
        atelier.activations.remettreLeMail(Atelier.demandeur(compte, "cristelle.durand", session));
    }

    /** La page que l'on obtient en demandant celle-ci. */
    private String vers(String chemin, String mail) throws IOException, ServletException {
        UtilisateurCourant utilisateur = new UtilisateurCourant();
        AccesFilter filtre = new AccesFilter(
                atelier.sessions,
                mock(ConnexionDesAgents.class),
                utilisateur,
                mock(Entrees.class),
                new ComptesFermes(atelier.comptes, atelier.lignee, List.of()),
                new DemandeDePreuve(utilisateur, mock(Entrees.class)),
                Atelier.profil(Map.of("activation.mail", mail)));
        HttpServletRequest requete = mock(HttpServletRequest.class);
        HttpSession http = mock(HttpSession.class);
        when(http.getAttribute(SessionUtilisateur.ATTRIBUT))
                .thenReturn(
                        new SessionUtilisateur(session, new Identifiant("cristelle.durand"), Profil.RESPONSABLE, null));
        when(requete.getSession(false)).thenReturn(http);
        when(requete.getServletPath()).thenReturn(chemin);
        when(requete.getContextPath()).thenReturn("");
        when(requete.getRemoteAddr()).thenReturn("127.0.0.1");
        AtomicReference<String> obtenue = new AtomicReference<>("");
        HttpServletResponse reponse = mock(HttpServletResponse.class, appel -> {
            if ("sendRedirect".equals(appel.getMethod().getName())) {
                obtenue.set(appel.getArgument(0));
            }
            return null;
        });
        FilterChain suite = (demande, rendue) -> obtenue.set(chemin);
        filtre.doFilter(requete, reponse, suite);
        return Objects.requireNonNull(obtenue.get());
    }
}
