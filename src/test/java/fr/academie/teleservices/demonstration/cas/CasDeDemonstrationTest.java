package fr.academie.teleservices.demonstration.cas;

import static fr.academie.teleservices.demonstration.cas.NavigateurDEssai.encode;
import static fr.academie.teleservices.demonstration.cas.NavigateurDEssai.jetonDe;
import static fr.academie.teleservices.demonstration.cas.NavigateurDEssai.ticketDe;
import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.demonstration.Migration;
import fr.academie.teleservices.demonstration.ServeurTomcat;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Le CAS de démonstration suit le protocole 3.0 et tient ses portes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasDeDemonstrationTest {

    private static final String MOT_DE_PASSE = "Essai!2026xyz";

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2026-11-22T10:00:00Z"));
    private final ServiceDEssai application = new ServiceDEssai();
    private BaseEmbarquee base;
    private ServeurTomcat serveur;
    private CasDeDemonstration cas;
    private NavigateurDEssai navigateur;
    private String service;
    private String demande;

    @BeforeAll
    void demarrer() throws SQLException {
        base = BaseEmbarquee.demarrer(0, false);
        Migration.appliquer(base);
        serveur = ServeurTomcat.demarrer(0);
        service = serveur.adresse() + "/appli/connexion?etat=a%26b";
        demande = "?service=" + encode(service);
        cas = new CasDeDemonstration(
                CasDeDemonstration.Reglages.pour("Académie d'essai", serveur.adresse() + "/appli"),
                base.source(),
                horloge);
        serveur.ajouterServlet("/cas", cas);
        serveur.ajouterServlet("/appli", application);
        String argon2 = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(MOT_DE_PASSE);
        String bcrypt = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(MOT_DE_PASSE);
        responsable("marie.essai", "'ACTIF'", argon2, "NULL");
        responsable("ancien.essai", "'ACTIF'", bcrypt, "NULL");
        responsable("perime.essai", "'CREE'", bcrypt, "'2026-11-22 09:59:59'");
        responsable("provisoire.essai", "'CREE'", bcrypt, "'2026-12-31 00:00:00'");
        responsable("bientot.ferme", "'ACTIF'", bcrypt, "NULL");
    }

    @BeforeEach
    void nouveauNavigateur() {
        navigateur = new NavigateurDEssai(serveur.adresse() + "/cas");
        application.demandes().clear();
        cas.repondreEnPanne(false);
        cas.ralentir(Duration.ZERO);
    }

    @AfterAll
    void arreter() {
        serveur.close();
        base.close();
    }

    @Test
    void remetUnTicketEtDonneLesAttributsAuProtocole3() {
        HttpResponse<String> reponse = navigateur.seConnecter(demande, "marie.essai", MOT_DE_PASSE);
        assertThat(reponse.statusCode()).isEqualTo(303);
        assertThat(reponse.headers().firstValue("Location").orElseThrow()).startsWith(service + "&ticket=ST-");
        assertThat(reponse.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("TGC=TGT-")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/cas"));
        assertThat(valider("/p3/serviceValidate", ticketDe(reponse), service))
                .contains("<cas:user>marie.essai</cas:user>")
                .contains("<cas:profil>RESPONSABLE</cas:profil>")
                .contains("<cas:nom>D&apos;ESSAI &amp; FILS</cas:nom>".replace("&apos;", "'"))
                .contains("<cas:mail>marie.essai@example.org</cas:mail>")
                .contains("<cas:isFromNewLogin>true</cas:isFromNewLogin>");
    }

    @Test
    void neDonnePasDAttributsAuProtocole2() {
        String ticket = ticketDe(navigateur.seConnecter(demande, "ancien.essai", MOT_DE_PASSE));
        assertThat(valider("/serviceValidate", ticket, service))
                .contains("<cas:user>ancien.essai</cas:user>")
                .doesNotContain("attributes");
    }

    @Test
    void rendLIdentifiantTelQuIlAEteTape() {
        String ticket = ticketDe(navigateur.seConnecter(demande, " ANCIEN.Essai ", MOT_DE_PASSE));
        assertThat(valider("/p3/serviceValidate", ticket, service)).contains("<cas:user> ANCIEN.Essai </cas:user>");
    }

    @Test
    void refuseUnTicketDejaUtilise() {
        String ticket = ticketDe(navigateur.seConnecter(demande, "ancien.essai", MOT_DE_PASSE));
        assertThat(valider("/serviceValidate", ticket, service)).contains("authenticationSuccess");
        assertThat(valider("/serviceValidate", ticket, service)).contains("INVALID_TICKET");
    }

    @Test
    void refuseUnTicketPerime() {
        String ticket = ticketDe(navigateur.seConnecter(demande, "ancien.essai", MOT_DE_PASSE));
        horloge.avancer(Duration.ofSeconds(10));
        assertThat(valider("/serviceValidate", ticket, service)).contains("INVALID_TICKET");
    }

    @Test
    void refuseUnTicketPresenteParUnAutreServiceEtLeBrule() {
        String ticket = ticketDe(navigateur.seConnecter(demande, "ancien.essai", MOT_DE_PASSE));
        assertThat(valider("/serviceValidate", ticket, serveur.adresse() + "/appli/autre"))
                .contains("INVALID_SERVICE");
        assertThat(valider("/serviceValidate", ticket, service)).contains("INVALID_TICKET");
    }

    @Test
    void refuseUneValidationSansTicketOuUnTicketInvente() {
        assertThat(navigateur
                        .lire("/serviceValidate?service=" + encode(service))
                        .body())
                .contains("INVALID_REQUEST");
        assertThat(valider("/serviceValidate", "ST-invente", service)).contains("INVALID_TICKET");
    }

    @Test
    void neRedemandePasLeMotDePasseSaufRenew() {
        navigateur.seConnecter(demande, "ancien.essai", MOT_DE_PASSE);
        HttpResponse<String> seconde = navigateur.lire("/login" + demande);
        assertThat(seconde.statusCode()).isEqualTo(303);
        String ticket = ticketDe(seconde);
        assertThat(navigateur
                        .lire("/serviceValidate?renew=true&ticket=" + ticket + "&service=" + encode(service))
                        .body())
                .contains("INVALID_TICKET_SPEC");
        HttpResponse<String> renew = navigateur.lire("/login" + demande + "&renew=true");
        assertThat(renew.statusCode()).isEqualTo(200);
        assertThat(renew.body()).contains("votre mot de passe");
    }

    @Test
    void revientSansTicketParGateway() {
        HttpResponse<String> reponse = navigateur.lire("/login" + demande + "&gateway=true");
        assertThat(reponse.statusCode()).isEqualTo(302);
        assertThat(reponse.headers().firstValue("Location")).contains(service);
    }

    @Test
    void refuseUnServiceQuiNEstPasSousUnPrefixe() {
        for (String intrus : new String[] {
            "http://pirate.example/appli/connexion",
            serveur.adresse() + "/applification",
            serveur.adresse() + "/appli/../autre",
            serveur.adresse() + "/appli/%2e%2e/autre",
            serveur.adresse().replace("localhost", "localhost@pirate.example") + "/appli/",
            "javascript:alert(1)"
        }) {
            HttpResponse<String> reponse = navigateur.lire("/login?service=" + encode(intrus));
            assertThat(reponse.statusCode()).as(intrus).isEqualTo(403);
            assertThat(reponse.body()).doesNotContain("name=\"lt\"");
        }
    }

    @Test
    void ditLaMemeChosePourUnInconnuEtUnMauvaisMotDePasse() {
        String inconnu = refus("personne.inconnue", "n'importe quoi");
        String mauvais = refus("marie.essai", "n'importe quoi");
        assertThat(mauvais.replace("marie.essai", "personne.inconnue")).isEqualTo(inconnu);
        assertThat(inconnu).contains("n’est pas reconnu").contains("Erreur : Connexion");
    }

    @Test
    void ditQuUnMotDePasseProvisoireAExpireSeulementAQuiLeConnait() {
        assertThat(refus("perime.essai", MOT_DE_PASSE)).contains("a expiré");
        assertThat(refus("perime.essai", "faux")).contains("n’est pas reconnu").doesNotContain("a expiré");
        assertThat(navigateur
                        .seConnecter(demande, "provisoire.essai", MOT_DE_PASSE)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void echappeCeQuiAEteTape() {
        assertThat(navigateur
                        .seConnecter(demande, "\"><script>alert(1)</script>", "x")
                        .body())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @Test
    void refuseUnFormulaireVenuDUnAutreNavigateur() {
        String jeton = jetonDe(navigateur.lire("/login" + demande).body());
        NavigateurDEssai autre = new NavigateurDEssai(serveur.adresse() + "/cas");
        autre.lire("/login" + demande);
        assertThat(autre.envoyerLeFormulaire(jeton, demande, "ancien.essai", MOT_DE_PASSE)
                        .statusCode())
                .isEqualTo(403);
        assertThat(navigateur
                        .envoyerLeFormulaire("LT-invente", demande, "ancien.essai", MOT_DE_PASSE)
                        .body())
                .contains("n’était plus valable");
    }

    @Test
    void previentLesServicesALaDeconnexionPuisRedirige() {
        String ticket = ticketDe(navigateur.seConnecter(demande, "ancien.essai", MOT_DE_PASSE));
        valider("/serviceValidate", ticket, service);
        HttpResponse<String> sortie =
                navigateur.lire("/logout?service=" + encode(serveur.adresse() + "/appli/deconnecte"));
        assertThat(sortie.headers().firstValue("Location")).contains(serveur.adresse() + "/appli/deconnecte");
        assertThat(application.demandes())
                .singleElement()
                .asString()
                .contains("<samlp:SessionIndex>" + ticket + "</samlp:SessionIndex>")
                .contains("LogoutRequest");
        assertThat(navigateur.lire("/login" + demande).statusCode()).isEqualTo(200);
    }

    @Test
    void neRedirigePasAilleursALaDeconnexion() {
        HttpResponse<String> sortie = navigateur.lire("/logout?service=" + encode("http://pirate.example/"));
        assertThat(sortie.statusCode()).isEqualTo(200);
        assertThat(sortie.body()).contains("Vous êtes déconnecté");
    }

    @Test
    void deconnecteUnePersonneAPartirDUnEssai() {
        String ticket = ticketDe(navigateur.seConnecter(demande, "provisoire.essai", MOT_DE_PASSE));
        assertThat(cas.sessions("PROVISOIRE.essai ")).isEqualTo(1);
        assertThat(cas.deconnecter("provisoire.essai")).isEqualTo(1);
        assertThat(cas.sessions("provisoire.essai")).isZero();
        assertThat(application.demandes()).singleElement().asString().contains(ticket);
        assertThat(valider("/serviceValidate", ticket, service)).contains("INVALID_TICKET");
    }

    @Test
    void refuseLeTicketEtLaSessionDUnCompteFerme() throws SQLException {
        String ticket = ticketDe(navigateur.seConnecter(demande, "bientot.ferme", MOT_DE_PASSE));
        executer("UPDATE responsable SET etat = 'FERME', motif_fermeture = 'ETABLISSEMENT', mot_de_passe = NULL,"
                + " ferme_le = UTC_TIMESTAMP(3) WHERE identifiant = 'bientot.ferme'");
        assertThat(valider("/serviceValidate", ticket, service)).contains("INVALID_TICKET");
        assertThat(navigateur.lire("/login" + demande).statusCode()).isEqualTo(200);
        assertThat(cas.sessions("bientot.ferme")).isZero();
        assertThat(refus("bientot.ferme", MOT_DE_PASSE)).contains("n’est pas reconnu");
    }

    @Test
    void tombeEnPanneEtRalentitSurDemande() {
        cas.repondreEnPanne(true);
        assertThat(navigateur.lire("/p3/serviceValidate?ticket=x&service=y").statusCode())
                .isEqualTo(503);
        assertThat(navigateur.lire("/login" + demande).statusCode()).isEqualTo(200);
        cas.repondreEnPanne(false);
        cas.ralentir(Duration.ofMillis(300));
        long debut = System.nanoTime();
        valider("/serviceValidate", "ST-x", service);
        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void poseDesEnTetesStricts() {
        assertThat(navigateur.lire("/login").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        csp -> assertThat(csp).contains("default-src 'none'").doesNotContain("unsafe"));
        assertThat(navigateur.lire("/cas.css").headers().firstValue("Content-Type"))
                .contains("text/css;charset=UTF-8");
        assertThat(navigateur.lire("/inconnu").statusCode()).isEqualTo(404);
    }

    private String refus(String identifiant, String motDePasse) {
        HttpResponse<String> reponse = navigateur.seConnecter(demande, identifiant, motDePasse);
        assertThat(reponse.statusCode()).isEqualTo(401);
        return reponse.body().replaceAll("LT-[\\w-]+", "LT");
    }

    private String valider(String chemin, String ticket, String aQui) {
        return navigateur
                .lire(chemin + "?ticket=" + ticket + "&service=" + encode(aQui))
                .body();
    }

    private void responsable(String identifiant, String etat, String empreinte, String expire) throws SQLException {
        executer("INSERT INTO responsable (identifiant, nom_famille, prenom, mail, mot_de_passe, etat,"
                + " provisoire_expire_le, active_le) VALUES ('" + identifiant + "', 'D''ESSAI & FILS', 'Marie', '"
                + identifiant + "@example.org', '" + empreinte + "', " + etat + ", " + expire + ", UTC_TIMESTAMP(3))");
    }

    private void executer(String sql) throws SQLException {
        try (Connection connexion = base.source().getConnection();
                Statement ordre = connexion.createStatement()) {
            ordre.execute(sql);
        }
    }
}
