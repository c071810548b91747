package fr.academie.teleservices.demonstration.cas;

import static fr.academie.teleservices.demonstration.cas.NavigateurDEssai.encode;
import static fr.academie.teleservices.demonstration.cas.NavigateurDEssai.ticketDe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import org.apereo.cas.client.validation.Assertion;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;
import org.apereo.cas.client.validation.TicketValidationException;
import org.junit.jupiter.api.Test;

/** La validation des tickets suit le protocole 3.0. */
class ValidationCasTest extends EssaiDuCas {

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
    void repondAuClientCasDuProduit() throws TicketValidationException {
        String ticket = ticketDe(navigateur.seConnecter(demande, "marie.essai", MOT_DE_PASSE));
        Cas30ServiceTicketValidator client = new Cas30ServiceTicketValidator(serveur.adresse() + "/cas");
        client.setEncoding("UTF-8");
        Assertion reponse = client.validate(ticket, service);
        assertThat(reponse.getPrincipal().getName()).isEqualTo("marie.essai");
        assertThat(reponse.getPrincipal().getAttributes())
                .containsEntry("profil", "RESPONSABLE")
                .containsEntry("nom", "D'ESSAI & FILS")
                .containsEntry("prenom", "Marie");
        assertThatThrownBy(() -> client.validate(ticket, service)).isInstanceOf(TicketValidationException.class);
    }
}
