package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** La langue de chacun : choisie dans l'en-tête, gardée dans le navigateur puis dans le compte, devinée sinon. */
@EssaiDeNavigateur
@Timeout(120)
class LanguesIT {

    private static final String COOKIE = "teleservices-langue";

    private final Pile pile;
    private final Navigateur navigateur;

    LanguesIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void lEnTeteChangeDeLangueEtRendLaPage() {
        Pile.Compte compte = pile.actif("Dylan");
        Visiteur parent = navigateur.visiteur(1280);
        parent.seConnecter(compte);
        parent.ouvrirPage("/compte/enfants");
        parent.page().locator("#bouton-langues").click();
        parent.puisAttendre(
                () -> parent.page().locator("#langues a[data-ts-langue=ar]").click());
        assertThat(parent.chemin()).isEqualTo("/compte/enfants");
        assertThat(parent.page().locator("html").getAttribute("dir")).isEqualTo("rtl");
        assertThat(parent.page().locator("h1 bdi[lang=fr]").innerText()).isEqualTo("(ENFANTS)");
        assertThat(langue(compte)).isEqualTo("ar");
    }

    @Test
    void sansScriptUnePageDeBoutonsEnTientLieu() {
        Visiteur passant = navigateur.sansScript(Navigateur.TELEPHONE);
        passant.ouvrirPage("/liens-utiles");
        passant.puisAttendre(() -> passant.page().locator(".ts-sans-script a").click());
        passant.puisAttendre(() -> passant.page().locator("button[value=tr]").click());
        assertThat(passant.chemin()).isEqualTo("/liens-utiles");
        assertThat(passant.page().locator("html").getAttribute("lang")).isEqualTo("tr");
    }

    /** Le bouton de l'étape 1 dit les deux mots, et marche. */
    @Test
    void unBoutonDeGuideDitLesDeuxMotsEtMarche() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        parent.contexte()
                .addCookies(
                        List.of(new Cookie(COOKIE, "uk").setDomain("localhost").setPath(Pile.APPLICATION)));
        parent.ouvrirPage("/compte/regrouper");
        assertThat(parent.page().locator("#suivant bdi[lang=fr]").textContent()).isEqualTo("(Suivant)");
        parent.puisAttendre(() -> parent.page().locator("#suivant").click());
        assertThat(parent.page().locator("[data-ts-cible=erreurs]").isVisible()).isTrue();
    }

    @Test
    void uneLangueDevineeSeDitEtNEstGardeeNullePart() {
        ClientHttp passant = new ClientHttp(pile);
        HttpResponse<String> page = passant.lire("/contact", "Accept-Language", "de, en-GB;q=0.8, fr;q=0.5");
        assertThat(page.body()).contains("<html lang=\"en\"").contains("Voir en français");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(passant.lire("/contact", "Accept-Language", "fr-FR, en;q=0.5")
                        .body())
                .contains("<html lang=\"fr\"")
                .doesNotContain("ts-langue-devinee");
        choisir(passant, "fr", "/contact");
        assertThat(passant.lire("/contact", "Accept-Language", "en").body())
                .contains("<html lang=\"fr\"")
                .doesNotContain("ts-langue-devinee");
    }

    @Test
    void leCompteGardeLaLangueChoisieAvantDEntrerEtLaRendAilleurs() {
        Pile.Compte compte = pile.actif("Dylan");
        ClientHttp premier = new ClientHttp(pile);
        choisir(premier, "tr", "/contact");
        premier.connecter(compte);
        assertThat(langue(compte)).isEqualTo("tr");
        ClientHttp second = new ClientHttp(pile).connecter(compte);
        assertThat(second.lire("/accueil").body()).contains("<html lang=\"tr\"");
    }

    /** Un navigateur partagé : la langue du compte l'emporte sur celle qu'un autre y a laissée. */
    @Test
    void laLangueDuCompteLEmporteSurCelleDuNavigateur() {
        Pile.Compte compte = pile.actif("Dylan");
        pile.base().executer("UPDATE responsable SET langue = 'fr' WHERE id = " + compte.id());
        ClientHttp client = new ClientHttp(pile);
        choisir(client, "ar", "/contact");
        client.connecter(compte);
        assertThat(client.lire("/accueil").body()).contains("<html lang=\"fr\"");
        assertThat(langue(compte)).isEqualTo("fr");
    }

    /** La page de connexion est la première que lit un parent : il y change de langue, et le reste suit. */
    @Test
    void laLangueChoisieAuCasSuitLaPersonneEtResteAuCompte() {
        Pile.Compte compte = pile.actif("Dylan");
        pile.base().executer("UPDATE responsable SET langue = 'fr' WHERE id = " + compte.id());
        Visiteur parent = navigateur.visiteur();
        parent.ouvrirPage("/compte/enfants");
        parent.page().locator(".langues summary").click();
        parent.puisAttendre(
                () -> parent.page().locator(".langues a[hreflang=ar]").click());
        assertThat(parent.page().locator("html").getAttribute("dir")).isEqualTo("rtl");
        assertThat(parent.page().locator("label[for=username] bdi[lang=fr]").innerText())
                .isEqualTo("(votre identifiant)");
        assertThat(parent.page().locator(".langues a[aria-current=true]").getAttribute("hreflang"))
                .isEqualTo("ar");
        parent.page().locator("#username").fill(compte.identifiant());
        parent.page().locator("#password").fill("pas celui-là");
        parent.puisAttendre(() -> parent.page().locator("main button").click());
        assertThat(parent.page().locator("#refus").innerText()).contains("اسم المستخدم");
        parent.page().locator("#password").fill(compte.motDePasse());
        parent.puisAttendre(() -> parent.page().locator("main button").click());
        assertThat(parent.chemin()).isEqualTo("/compte/enfants");
        assertThat(parent.page().locator("html").getAttribute("lang")).isEqualTo("ar");
        assertThat(langue(compte)).isEqualTo("ar");
    }

    @Test
    void laLangueChoisieIciEstCelleDeLaPageDeConnexion() {
        ClientHttp passant = new ClientHttp(pile);
        assertThat(ClientHttp.versOu(passant.lire("/accueil"))).doesNotContain("locale=");
        choisir(passant, "tr", "/contact");
        String connexion = ClientHttp.versOu(passant.lire("/accueil"));
        assertThat(connexion).endsWith("&locale=tr");
        assertThat(passant.lire(connexion, "Accept-Language", "fr").body())
                .contains("<html lang=\"tr\"", "Oturum açma");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "fr%0D%0AX:y", "ar%26x=y", "en-XA-abcdefghijkl"})
    void uneLangueInconnueAuRetourDuCasNeChangeRien(String langue) {
        Pile.Compte compte = pile.actif("Dylan");
        ClientHttp client = new ClientHttp(pile);
        HttpResponse<String> entree = client.lire(client.retourDuCas(compte) + "&langue=" + langue);
        assertThat(entree.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(COOKIE));
    }

    /** Les avis de changement restent dans la langue de qui peut s'y opposer. */
    @Test
    void quiNAQueLeCourrierNeChangePasLaLangueDuTitulaire() {
        Pile.Compte compte = pile.actif("Dylan");
        ClientHttp client = new ClientHttp(pile).connecter(compte);
        pile.base()
                .executer(
                        "UPDATE session_ouverte SET niveau = 'PAPIER', portee = '" + Familles.UAI
                                + "' WHERE identifiant = '" + compte.identifiant() + "'",
                        "INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante,"
                                + " titulaire, avisee) SELECT r.id, MAX(t.uai), 'x', 'x', UTC_TIMESTAMP(3),"
                                + " UTC_TIMESTAMP(3) + INTERVAL 9 DAY, 1, 1, 0 FROM responsable AS r, etablissement AS t"
                                + " WHERE r.id = " + compte.id() + " AND t.uai <> '" + Familles.UAI + "'");
        choisir(client, "ar", "/accueil");
        assertThat(pile.base().compter("SELECT COUNT(*) FROM responsable WHERE langue IS NULL AND id = " + compte.id()))
                .isEqualTo(1);
        assertThat(client.lire("/contact").body()).contains("<html lang=\"ar\"");
    }

    @Test
    void unLienSuiviNeChangeRien() {
        ClientHttp client = new ClientHttp(pile);
        HttpResponse<String> suivi = client.lire("/langue/choisir?langue=ar&retour=/contact");
        assertThat(suivi.statusCode()).isEqualTo(303);
        assertThat(suivi.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//ailleurs.example", "https://ailleurs.example/", "/\\ailleurs", "/contact\r\nX: y", "", "../x"
            })
    void leRetourEstUnePageDIci(String retour) {
        HttpResponse<String> reponse = choisir(new ClientHttp(pile), "en", retour);
        assertThat(ClientHttp.versOu(reponse)).endsWith(Pile.APPLICATION + "/accueil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "en-XA", "ar; Path=/", "FR", "<script>"})
    void uneLangueQueLeServiceNeParlePasNeChangeRien(String langue) {
        HttpResponse<String> reponse = choisir(new ClientHttp(pile), langue, "/contact");
        assertThat(reponse.statusCode()).isEqualTo(303);
        assertThat(reponse.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static HttpResponse<String> choisir(ClientHttp client, String langue, String retour) {
        return client.envoyer("/langue/choisir", Map.of("langue", langue, "retour", retour));
    }

    private String langue(Pile.Compte compte) {
        return pile.base()
                .lire("SELECT langue FROM responsable WHERE id = " + compte.id())
                .get(0);
    }
}
