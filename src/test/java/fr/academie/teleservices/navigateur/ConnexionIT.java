package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Le dialogue avec CAS tel qu'un attaquant le tenterait : tickets volés, rejoués ou inventés, sessions imposées, CAS en panne. */
@ExtendWith(PileExtension.class)
@Timeout(120)
class ConnexionIT {

    private final Pile pile;

    ConnexionIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void sansSessionChaquePagePersonnelleMeneAuCasEtNEnOuvrePas() {
        ClientHttp anonyme = new ClientHttp(pile);
        for (String page : Pages.PERSONNELLES) {
            for (String chemin : List.of(page, page + ".xhtml", page + "?enfant=1", "/." + page, page + ";x=y")) {
                HttpResponse<String> reponse = anonyme.lire(chemin);
                assertThat(reponse.statusCode()).as(chemin).isEqualTo(302);
                assertThat(ClientHttp.versOu(reponse)).as(chemin).startsWith(pile.adresse() + "/cas/login?service=");
            }
            assertThat(ClientHttp.versOu(anonyme.envoyer(page, Map.of("x", "y"))))
                    .contains("/cas/login");
        }
        for (String detour :
                List.of("/compte/enfants/", "/compte//enfants", "/compte/enfants.xhtml/x", "/COMPTE/ENFANTS")) {
            HttpResponse<String> reponse = anonyme.lire(detour);
            assertThat(reponse.statusCode()).as(detour).isIn(302, 400, 404);
        }
        assertThat(anonyme.aUneSession()).isFalse();
    }

    @Test
    void niLesPagesPubliquesNiDesTicketsInventesNOuvrentDeSession() {
        ClientHttp anonyme = new ClientHttp(pile);
        Pages.PUBLIQUES.forEach(
                page -> assertThat(anonyme.lire(page).statusCode()).isEqualTo(200));
        long avant = pile.base().compter("SELECT COUNT(*) FROM session_ouverte");
        for (int i = 0; i < 50; i++) {
            HttpResponse<String> reponse = anonyme.lire("/connexion?etat=" + "A".repeat(22) + "&ticket=ST-" + i);
            assertThat(reponse.statusCode()).isEqualTo(400);
            assertThat(anonyme.lire("/accueil?ticket=ST-" + i).statusCode()).isEqualTo(302);
        }
        assertThat(anonyme.lire("/connexion").body()).contains("Connexion à recommencer");
        assertThat(anonyme.aUneSession()).isFalse();
        assertThat(pile.base().compter("SELECT COUNT(*) FROM session_ouverte")).isEqualTo(avant);
    }

    @Test
    void leNumeroDeSessionChangeALaConnexion() {
        ClientHttp parent = new ClientHttp(pile);
        String impose = "0123456789ABCDEF0123456789ABCDEF";
        parent.poser(ClientHttp.SESSION, impose);
        parent.connecter(pile.actif("Dylan"));
        // 128 bits, tirés par Tomcat.
        assertThat(parent.temoin(ClientHttp.SESSION)).isNotEqualTo(impose).matches("[0-9A-F]{32}");
    }

    @Test
    void laSessionOuverteQuUnAttaquantImposeMeurtALaConnexionDeLaVictime() {
        ClientHttp attaquant = new ClientHttp(pile).connecter(pile.actif("Yanis"));
        String sienne = attaquant.temoin(ClientHttp.SESSION);
        ClientHttp victime = new ClientHttp(pile);
        String retour = victime.retourDuCas(pile.actif("Dylan"));
        victime.poser(ClientHttp.SESSION, sienne);
        assertThat(victime.lire(retour).statusCode()).isEqualTo(302);

        assertThat(victime.temoin(ClientHttp.SESSION)).isNotEqualTo(sienne);
        assertThat(victime.lire("/compte/enfants").body()).contains("Dylan").doesNotContain("Yanis");
        assertThat(attaquant.lire("/compte/enfants").statusCode()).isEqualTo(302);
    }

    @Test
    void leTicketDUnAttaquantNEntrePasDansLeNavigateurDeLaVictime() {
        Pile.Compte compteDeLAttaquant = pile.actif("Yanis");
        String piege = new ClientHttp(pile).retourDuCas(compteDeLAttaquant);
        ClientHttp victime = new ClientHttp(pile);
        HttpResponse<String> reponse = victime.lire(piege);
        exigerUneConnexionARecommencer(reponse);
        assertThat(victime.aUneSession()).isFalse();

        // Même si la victime a commencé sa propre connexion : le nombre ou le service ne sont pas les siens.
        victime.lire("/accueil");
        exigerUneConnexionARecommencer(victime.lire(piege));
        String nombre = victime.temoin(victime.temoinDEntree()).split("\\.", -1)[0];
        String ticket = ClientHttp.parametre(piege, "ticket");
        exigerUneConnexionARecommencer(victime.lire("/connexion?etat=" + nombre + "&ticket=" + ticket));
        assertThat(victime.aUneSession()).isFalse();
    }

    @Test
    void unTicketNeSertQuUneFois() {
        ClientHttp parent = new ClientHttp(pile);
        String retour = parent.retourDuCas(pile.actif("Dylan"));
        String nom = parent.temoinDEntree();
        String valeur = parent.temoin(nom);
        assertThat(parent.lire(retour).statusCode()).isEqualTo(302);
        parent.oublierTout();
        exigerUneConnexionARecommencer(parent.lire(retour));
        parent.poser(nom, valeur);
        exigerUneConnexionARecommencer(parent.lire(retour));
        assertThat(parent.aUneSession()).isFalse();
    }

    @Test
    void uneDestinationFalsifieeNeSortPasDeLApplication() {
        for (String destination :
                List.of("https://attaquant.example/", "//attaquant.example", "/accueil\r\nX: y", "/../cas")) {
            ClientHttp parent = new ClientHttp(pile);
            String retour = parent.retourDuCas(pile.actif("Dylan"));
            String nom = parent.temoinDEntree();
            parent.poser(
                    nom,
                    parent.temoin(nom).split("\\.", -1)[0] + "."
                            + Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(destination.getBytes(StandardCharsets.UTF_8))
                            + ".");
            assertThat(ClientHttp.versOu(parent.lire(retour))).as(destination).endsWith("/teleservices/accueil");
        }
    }

    @Test
    void casEnPanneOuTropLentDonneUnePageEtLaSuiteRemarche() {
        Pile.Compte compte = pile.actif("Dylan");
        ClientHttp parent = new ClientHttp(pile);
        String retour = parent.retourDuCas(compte);
        pile.cas().repondreEnPanne(true);
        exigerCasIndisponible(parent.lire(retour));
        pile.cas().repondreEnPanne(false);

        String second = parent.retourDuCas(compte);
        pile.cas().ralentir(Pile.DELAI_DU_CAS.plus(Duration.ofSeconds(1)));
        exigerCasIndisponible(parent.lire(second));
        assertThat(parent.aUneSession()).isFalse();
        pile.cas().ralentir(Duration.ZERO);
        assertThat(parent.connecter(compte).lire("/compte/enfants").body()).contains("Dylan");
    }

    @Test
    void uneDeconnexionUniqueInventeeOuMalFormeeEstSansEffet() {
        ClientHttp parent = new ClientHttp(pile);
        String retour = parent.retourDuCas(pile.actif("Dylan"));
        String ticket = ClientHttp.parametre(retour, "ticket");
        parent.lire(retour);
        ClientHttp attaquant = new ClientHttp(pile);

        assertThat(annoncer(attaquant, "n'importe quoi").statusCode()).isEqualTo(400);
        assertThat(annoncer(attaquant, "<SessionIndex>" + ticket).statusCode()).isIn(204, 400);
        assertThat(annoncer(attaquant, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + demande("&e;"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(annoncer(attaquant, " ".repeat(9_000) + demande(ticket)).statusCode())
                .isEqualTo(400);
        assertThat(annoncer(attaquant, "x".repeat(3_000_000)).statusCode()).isIn(400, 413);
        assertThat(annoncer(attaquant, demande("ST-inconnu")).statusCode()).isEqualTo(204);
        assertThat(attaquant.envoyer("/connexion", Map.of()).statusCode()).isEqualTo(400);
        assertThat(attaquant
                        .lire("/connexion?logoutRequest=" + ClientHttp.encoder(demande(ticket)))
                        .statusCode())
                .isEqualTo(400);
        attaquant.envoyer("/accueil", Map.of("logoutRequest", demande(ticket)));
        assertThat(attaquant.aUneSession()).isFalse();
        assertThat(parent.lire("/compte/enfants").statusCode()).isEqualTo(200);

        assertThat(annoncer(attaquant, demande(ticket)).statusCode()).isEqualTo(204);
        assertThat(parent.lire("/compte/enfants").statusCode()).isEqualTo(302);
    }

    /** Des CAS l'encodent deux fois, en clair ou après un blanc ; trois fois, ou coupée, elle ne veut plus rien dire. */
    @Test
    void uneDeconnexionUniqueEncodeeDeuxFoisEstComprise() {
        for (String blanc : new String[] {"", " ", "\n"}) {
            ClientHttp parent = new ClientHttp(pile);
            String retour = parent.retourDuCas(pile.actif("Dylan"));
            String ticket = ClientHttp.parametre(retour, "ticket");
            parent.lire(retour);
            String encodee = ClientHttp.encoder(blanc + demande(ticket));
            ClientHttp cas = new ClientHttp(pile);
            for (String fausse : new String[] {
                ClientHttp.encoder(encodee),
                encodee + "%zz",
                encodee.substring(0, encodee.length() / 2),
                "%3C%21DOCTYPE" + encodee,
                ClientHttp.encoder("<!DOCTYPE x>" + demande(ticket))
            }) {
                assertThat(annoncer(cas, fausse).statusCode()).as(fausse).isEqualTo(400);
            }
            assertThat(parent.lire("/compte/enfants").statusCode()).isEqualTo(200);
            assertThat(annoncer(cas, encodee).statusCode()).isEqualTo(204);
            assertThat(parent.lire("/compte/enfants").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void unLienNeDeconnectePersonne() {
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        assertThat(ClientHttp.versOu(parent.lire("/deconnexion"))).endsWith("/teleservices/accueil");
        assertThat(parent.lire("/compte/enfants").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> annoncer(ClientHttp qui, String demande) {
        return qui.envoyer("/connexion", Map.of("logoutRequest", demande));
    }

    private static String demande(String ticket) {
        return "<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"x\" Version=\"2.0\">"
                + "<samlp:SessionIndex>" + ticket + "</samlp:SessionIndex></samlp:LogoutRequest>";
    }

    private static void exigerUneConnexionARecommencer(HttpResponse<String> reponse) {
        assertThat(reponse.statusCode()).isEqualTo(400);
        assertThat(reponse.body()).contains("Connexion à recommencer").contains("class=\"fr-header\"");
    }

    private static void exigerCasIndisponible(HttpResponse<String> reponse) {
        assertThat(reponse.statusCode()).isEqualTo(503);
        assertThat(reponse.headers().firstValue("Retry-After")).contains("60");
        assertThat(reponse.body())
                .contains("Connexion momentanément impossible")
                .contains("class=\"fr-header\"");
    }
}
