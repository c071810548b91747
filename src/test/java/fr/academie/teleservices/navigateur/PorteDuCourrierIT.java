package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Du papier au compte : le code visé ou recopié, « Avez-vous déjà un compte ? », et chaque réponse. */
@EssaiLong("la porte du courrier à chaque réponse et à chaque largeur ; VoiesIT en garde les deux chemins, "
        + "PorteServiceTest les règles")
@EssaiDeNavigateur
class PorteDuCourrierIT {

    private static final String QUESTION = "Avez-vous déjà un compte ?";
    private static final String OUI = "Oui, j’ai déjà un compte";
    private static final String NON = "Non, c’est mon premier compte";
    private static final String BON = "Marée-Haute-7-Grèves";
    private static final String AGENT = "secretariat.moulin";

    private final Pile pile;
    private final Navigateur navigateur;

    PorteDuCourrierIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void ouiLeCourrierViseSeRegroupeEnTroisGestesEtDeuxChamps(int largeur, TestReporter rapport) throws Exception {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte second = pile.cree("Florian");
        Controle controle = new Controle(largeur);
        Visiteur parent = navigateur.visiteur(largeur);
        Comptage compte = Comptage.auDoigt(parent);
        List<String> demandes = new ArrayList<>();
        parent.page().onRequest(demande -> demandes.add(vu(demande)));

        String code = viser(parent, second);
        assertThat(parent.chemin()).isEqualTo("/courrier/question");
        assertThat(parent.titre()).isEqualTo(QUESTION);
        assertThat(parent.clavierSur("h1")).isTrue();
        assertThat(parent.contenu()).contains(second.identifiant(), "Cristelle Durand", "Florian DURAND");
        assertThat(pile.situation(second)).isEqualTo("CREE : Florian");
        controle.controler(parent, "question");

        compte.presser(OUI);
        compte.sIdentifier(principal.identifiant(), principal.motDePasse());
        parent.page().waitForURL("**/compte/confirmation?demande=*");
        assertThat(parent.contenu()).contains("Dylan", "Florian", second.identifiant(), principal.identifiant());
        controle.controler(parent, "étape 2");
        assertThat(pile.situation(second)).as("rien n'est fait avant").isEqualTo("CREE : Florian");
        compte.presser("VALIDER");

        assertThat(parent.chemin()).startsWith("/compte/regroupement");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        assertThat(pile.situation(second)).isEqualTo("FERME : ");
        compte.auPlus(3, 2).dire(rapport, "courrier visé, oui");
        assertThat(controle.defauts()).isEmpty();
        assertThat(demandes).as("adresses et Referer").noneMatch(vu -> vu.contains(code));
        assertThat(parent.page().content()).doesNotContain(code);
    }

    /** « Oui », une seconde lettre en main : elle rejoint les comptes déjà prouvés, et tout se valide d'une fois. */
    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void unCourrierViseRejointLesComptesDejaProuves(int largeur) throws Exception {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte second = pile.cree("Florian");
        Pile.Compte troisieme = pile.cree("Inès");
        Visiteur parent = navigateur.visiteur(largeur);
        parent.seConnecter(principal);
        String lot = Regroupement.prouver(parent, second);
        viser(parent, troisieme);
        parent.presser(OUI);
        parent.page().waitForURL("**/compte/confirmation?demande=*");
        assertThat(Regroupement.jeton(parent)).isEqualTo(lot);
        assertThat(parent.contenu()).contains(second.identifiant(), troisieme.identifiant());
        Regroupement.valider(parent);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian, Inès");
    }

    @Test
    void nonLeCourrierViseSActiveSansRienRecopier(TestReporter rapport) throws Exception {
        Pile.Compte compte = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        Comptage comptage = Comptage.auDoigt(parent);
        viser(parent, compte);
        String session = parent.contexte().cookies().toString();
        comptage.presser(NON);

        assertThat(parent.chemin()).isEqualTo("/activation/mot-de-passe");
        assertThat(parent.contexte().cookies().toString()).isNotEqualTo(session);
        assertThat(pile.base()
                        .lire("SELECT niveau FROM session_ouverte WHERE identifiant = '" + compte.identifiant() + "'"))
                .containsExactly("PAPIER");
        comptage.remplir("Nouveau mot de passe*", BON);
        comptage.remplir("Nouveau mot de passe, une seconde fois*", BON);
        comptage.presser("Enregistrer");
        comptage.presser("Plus tard");

        assertThat(parent.chemin()).isEqualTo("/activation/fin");
        assertThat(parent.contenu()).contains("Avez-vous d’autres courriers ?");
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Florian");
        comptage.auPlus(3, 2).dire(rapport, "courrier visé, non");

        Pile.Compte autre = pile.cree("Noé");
        Comptage suivant = Comptage.auDoigt(parent);
        viser(parent, autre);
        assertThat(parent.contenu()).contains("Vous êtes connecté avec le compte " + compte.identifiant());
        suivant.presser(OUI);
        parent.page().waitForURL("**/compte/confirmation?demande=*");
        suivant.presser("VALIDER");
        suivant.auPlus(2, 0).dire(rapport, "un second courrier, déjà connecté");
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Florian, Noé");
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void sansAppareilPhotoNiScriptLaPageDemandeCeQuiEstEcrit(int largeur, TestReporter rapport) throws Exception {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte second = pile.cree("Florian");
        String papier = pile.papier(second, Familles.UAI, AGENT);
        Visiteur parent = navigateur.sansScript(largeur);
        Comptage comptage = Comptage.auDoigt(parent);
        parent.ouvrirPage("/courrier");
        assertThat(parent.page().locator("#lecture").isVisible()).isFalse();
        comptage.remplir("identifiant du compte*", second.identifiant());
        comptage.remplir("mot de passe du compte*", "FAUX-FAUX-FAUX");
        comptage.presser("SUIVANT");
        assertThat(parent.contenu()).contains("n’est pas reconnu", "Rien n’a été changé");
        assertThat(parent.onglet()).startsWith("Erreur");
        comptage.repartir();
        comptage.remplir("identifiant du compte*", second.identifiant());
        comptage.remplir("mot de passe du compte*", papier);
        comptage.presser("SUIVANT");
        assertThat(parent.titre()).isEqualTo(QUESTION);
        comptage.presser(OUI);
        comptage.sIdentifier(principal.identifiant(), principal.motDePasse());
        assertThat(parent.chemin()).isEqualTo("/courrier/suite");
        comptage.presser("SUIVANT");
        comptage.presser("VALIDER");
        comptage.auPlus(5, 4).dire(rapport, "courrier recopié sans script, oui");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
    }

    @Test
    void quiEntreAuCasParUnCourrierLitLaMemeQuestion(TestReporter rapport) throws Exception {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte second = pile.cree("Florian");
        String papier = pile.papier(second, Familles.UAI, AGENT);
        Controle controle = new Controle(Navigateur.TELEPHONE);
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        Comptage comptage = Comptage.auDoigt(parent);
        parent.ouvrirPage("/accueil");
        comptage.sIdentifier(second.identifiant(), papier);
        assertThat(parent.chemin()).isEqualTo("/courrier/question?de=session");
        assertThat(parent.contenu()).contains("Florian DURAND");

        parent.presserDans("main", "Je ne sais pas");
        controle.controler(parent, "retrouver");
        parent.saisir("Adresse mail ou portable*", "personne@exemple.fr");
        parent.presserDans(".ts-actions", "Recevoir la réponse");
        assertThat(parent.contenu()).contains(QUESTION, "Si un compte activé a cette adresse");
        assertThat(parent.chemin()).contains("de=session");
        comptage.presser(OUI);
        comptage.sIdentifier(principal.identifiant(), principal.motDePasse());
        parent.page().waitForURL("**/compte/confirmation?demande=*");
        comptage.presser("VALIDER");
        comptage.auPlus(4, 4).dire(rapport, "courrier donné au CAS, oui");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void jeNeSaisPasLaReponseVientALAdresse() throws Exception {
        Pile.Compte principal = pile.actif("Dylan");
        pile.base().executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + principal.id());
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        viser(parent, pile.cree("Florian"));
        parent.presserDans("main", "Je ne sais pas");
        parent.saisir("Adresse mail ou portable*", principal.identifiant() + "@exemple.fr");
        parent.presserDans(".ts-actions", "Recevoir la réponse");
        assertThat(parent.titre()).isEqualTo(QUESTION);
        assertThat(parent.contenu()).doesNotContain(principal.identifiant());
        assertThat(new Boite(pile, principal.identifiant() + "@exemple.fr").attendre(parent, 1))
                .contains(principal.identifiant());

        Pile.Compte jamaisServi = pile.cree("Noé");
        viser(parent, jamaisServi);
        parent.presserDans("main", "Je ne sais pas");
        parent.saisir("Adresse mail ou portable*", jamaisServi.identifiant() + "@exemple.fr");
        parent.presserDans(".ts-actions", "Recevoir la réponse");
        assertThat(new Boite(pile, jamaisServi.identifiant() + "@exemple.fr").attendre(parent, 1))
                .contains("Aucun compte activé n’a cette adresse")
                .doesNotContain(jamaisServi.identifiant() + " ", "Cristelle");
    }

    @Test
    void chaqueRefusDUnCodeALaMemeReponse() throws Exception {
        Pile.Compte compte = pile.cree("Florian");
        String refait = code(pile.lettre(compte, Familles.UAI, AGENT));
        String servi = code(pile.lettre(compte, Familles.UAI, AGENT));
        assertThat(envoyer(servi).statusCode()).isEqualTo(302);
        Pile.Compte expire = pile.cree("Noé");
        String perime = code(pile.lettre(expire, Familles.UAI, AGENT));
        pile.base()
                .executer("UPDATE responsable SET provisoire_expire_le = UTC_TIMESTAMP(3) - INTERVAL 1 DAY WHERE id = "
                        + expire.id());
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        Map<String, String> codes = Map.of(
                "refait",
                refait,
                "servi",
                servi,
                "périmé",
                perime,
                "inconnu",
                "y".repeat(43),
                "vide",
                "",
                "mal formé",
                "ẍ#");
        codes.forEach((cause, valeur) -> vus.put(cause, List.of(Vu.de(envoyer(valeur), valeur))));
        Vu.exigerLeMeme(vus);
        assertThat(vus.get("inconnu")).singleElement().satisfies(vu -> {
            assertThat(vu.statut()).isEqualTo(200);
            assertThat(vu.corps()).contains("pas reconnu");
        });
    }

    @Test
    void unAutreNavigateurNiUnAutreSiteNeRepondentALaPlaceDuParent() throws Exception {
        Pile.Compte compte = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur();
        viser(parent, compte);
        ClientHttp autre = new ClientHttp(pile);
        assertThat(ClientHttp.versOu(autre.envoyer("/courrier/repondre", Map.of("reponse", "non"))))
                .endsWith("/courrier?motif=PERIME");
        assertThat(autre.envoyer(
                                "/courrier/repondre",
                                Map.of("reponse", "non"),
                                "Origin",
                                "https://ailleurs.example.org")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ClientHttp.versOu(autre.lire("/courrier/repondre?reponse=non")))
                .endsWith("/courrier/question");
        parent.ouvrirPage("/courrier/repondre?reponse=non");
        assertThat(parent.titre()).as("un lien ne répond rien").isEqualTo(QUESTION);
        assertThat(parent.contexte().cookies())
                .filteredOn(cookie -> cookie.name.endsWith("courrier"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue());
        assertThat(pile.base()
                        .compter("SELECT COUNT(*) FROM session_ouverte WHERE identifiant = '" + compte.identifiant()
                                + "'"))
                .isZero();

        pile.papier(compte, Familles.UAI, AGENT);
        parent.presserDans("main", NON);
        assertThat(parent.contenu()).as("refait entre-temps").contains("n’attend plus");
        assertThat(parent.chemin()).isEqualTo("/courrier?motif=PERIME");
    }

    @Test
    void unCompteDUneAutrePersonneNeSeRegroupePas() throws Exception {
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        Pile.Compte victime = pile.autrePersonne("Inès");
        viser(parent, pile.cree("Florian"));
        parent.presserDans("main", OUI);
        parent.sIdentifier(victime.identifiant(), victime.motDePasse());
        parent.page().locator("#erreurs, [data-ts-cible=erreurs]").first().waitFor();
        assertThat(parent.chemin()).startsWith("/courrier/suite");
        assertThat(parent.contenu()).contains("doivent être identiques");
        controle.controler(parent, "suite refusée");
        assertThat(controle.defauts()).isEmpty();
        assertThat(pile.situation(victime)).isEqualTo("ACTIF : Inès");
    }

    private String viser(Visiteur parent, Pile.Compte compte) throws Exception {
        return CourrierVise.ouvrir(pile, parent, compte);
    }

    private static String code(Lettre lettre) {
        return Objects.requireNonNull(lettre.code());
    }

    private HttpResponse<String> envoyer(String code) {
        ClientHttp passant = new ClientHttp(pile);
        Map<String, String> champs = ClientHttp.champs(passant.lire("/courrier").body());
        champs.keySet()
                .removeIf(nom -> nom.startsWith("courrier") || nom.equals("formulaire") || nom.equals("suivant"));
        champs.put("code", code);
        return passant.envoyer("/courrier", champs);
    }

    private static String vu(Request demande) {
        return demande.url() + " " + demande.headers().getOrDefault("referer", "");
    }
}
