package fr.academie.teleservices.demonstration.cas;

import static fr.academie.teleservices.demonstration.cas.NavigateurDEssai.encode;
import static fr.academie.teleservices.demonstration.cas.NavigateurDEssai.jetonDe;
import static fr.academie.teleservices.demonstration.cas.NavigateurDEssai.ticketDe;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** La connexion et la déconnexion tiennent leurs portes. */
class ConnexionCasTest extends EssaiDuCas {

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
        assertThat(inconnu).contains("n’est pas reconnu").contains("Erreur\u00a0: Connexion");
    }

    @Test
    void ditQuUnMotDePasseProvisoireAExpireSeulementAQuiLeConnait() {
        assertThat(refus("perime.essai", MOT_DE_PASSE)).contains("est périmé");
        assertThat(refus("perime.essai", "faux")).contains("n’est pas reconnu").doesNotContain("est périmé");
        assertThat(navigateur
                        .seConnecter(demande, "provisoire.essai", MOT_DE_PASSE)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void litUnMotDePasseDeCourrierCommeOnLeTape() {
        for (String tape : List.of("KTRM-7HPC-X4DN", "ktrm7hpcx4dn", "Ktrm 7hpc x4dn")) {
            NavigateurDEssai neuf = new NavigateurDEssai(serveur.adresse() + "/cas");
            assertThat(neuf.seConnecter(demande, "groupe.essai", tape).statusCode())
                    .as(tape)
                    .isEqualTo(303);
        }
        refus("groupe.essai", "KTRM-7HPC-X4DM");
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
                .contains("n’est plus valable");
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
    void poseDesEnTetesStricts() {
        assertThat(navigateur.lire("/login").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        csp -> assertThat(csp).contains("default-src 'none'").doesNotContain("unsafe"));
        assertThat(navigateur.lire("/cas.css").headers().firstValue("Content-Type"))
                .contains("text/css;charset=UTF-8");
        assertThat(navigateur.lire("/inconnu").statusCode()).isEqualTo(404);
    }
}
