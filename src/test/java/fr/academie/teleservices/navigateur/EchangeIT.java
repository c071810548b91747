package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.academie.teleservices.essais.EssaiLong;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** À la page de vérification, le compte qui reste s'échange ; le compte connecté fermé, la dernière page dit avec quoi se connecter. */
@EssaiLong("le choix du compte qui reste, à chaque largeur et à chaque contretemps ; "
        + "EchangeDuCompteQuiResteTest garde la règle")
@EssaiDeNavigateur
class EchangeIT {

    private static final String GARDER = "Garder plutôt ce compte";
    private static final String ETAPE_3 = "/comptes-regroupes?demande=";

    private final Pile pile;
    private final Navigateur navigateur;

    EchangeIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void lAutreCompteResteEtLaDernierePageDitAvecQuoiSeConnecter(int largeur) {
        Controle controle = new Controle(largeur);
        echanger(navigateur.visiteur(largeur), "script-" + largeur, controle::controler);
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void sansJavaScriptAussi() {
        echanger(navigateur.sansScript(Navigateur.TELEPHONE), "sans-script", (parent, ecran) -> {});
    }

    private void echanger(Visiteur parent, String nom, BiConsumer<Visiteur, String> controle) {
        Pile.Compte connecte = pile.actif("Dylan");
        Pile.Compte garde = pile.actif("Florian");
        Pile.Compte courrier = pile.cree("Inès");
        parent.seConnecter(connecte);
        String lot = Regroupement.prouver(parent, garde);
        parent.presserDans("main", "Ajouter un autre compte");
        Regroupement.prouver(parent, courrier);
        assertThat(parent.actions(ferme(courrier)))
                .as("un courrier ne fait rester personne")
                .doesNotContain(GARDER);
        controle.accept(parent, "étape 2");
        parent.photographier(Path.of("target/navigateur/echange-avant-" + nom + ".png"));

        parent.presserDans(ferme(garde), GARDER);

        assertThat(parent.chemin()).isEqualTo(Regroupement.ETAPE_2 + lot);
        assertThat(parent.texte(".ts-compte--reste")).contains(garde.identifiant());
        assertThat(parent.actions(ferme(connecte))).containsExactly(GARDER);
        assertThat(parent.contenu())
                .contains("Vous êtes connecté avec le compte " + connecte.identifiant() + ", qui sera fermé.");
        controle.accept(parent, "étape 2, échangée");
        parent.photographier(Path.of("target/navigateur/echange-apres-" + nom + ".png"));

        parent.presserDans(ferme(connecte), GARDER);
        assertThat(parent.texte(".ts-compte--reste")).contains(connecte.identifiant());
        parent.presserDans(ferme(garde), GARDER);
        Regroupement.valider(parent);

        assertThat(parent.chemin()).isEqualTo(ETAPE_3 + lot);
        assertThat(parent.contenu())
                .contains("Seul le compte " + garde.identifiant() + " reste disponible.")
                .contains("connectez-vous avec l’identifiant " + garde.identifiant())
                .contains("Les comptes " + connecte.identifiant() + ", " + courrier.identifiant() + " sont fermés")
                .doesNotContain("Dylan", "Florian", "Inès", "avec lequel vous êtes connecté");
        controle.accept(parent, "étape 3");
        parent.photographier(Path.of("target/navigateur/echange-etape3-" + nom + ".png"));
        assertThat(pile.situation(garde)).isEqualTo("ACTIF : Dylan, Florian, Inès");
        assertThat(pile.situation(connecte)).isEqualTo("FERME : ");
        assertThat(pile.situation(courrier)).isEqualTo("FERME : ");

        parent.ouvrirPage(Regroupement.ETAPE_2 + lot);
        assertThat(parent.chemin()).as("retour en arrière").isEqualTo(ETAPE_3 + lot);
        parent.ouvrirPage("/compte/enfants");
        assertThat(parent.onglet()).startsWith("Compte fermé");
        assertThat(parent.contenu()).contains("regroupé avec le compte " + garde.identifiant());
        parent.ouvrirPage(ETAPE_3 + lot);
        parent.presserDans("main", "Se déconnecter");
        parent.ouvrirPage("/accueil");
        parent.sIdentifier(garde.identifiant(), garde.motDePasse());
        parent.ouvrirPage("/compte/enfants");
        assertThat(parent.contenu()).contains("Dylan", "Florian", "Inès");
        parent.ouvrirPage("/compte/historique");
        assertThat(parent.contenu()).contains("Le compte " + connecte.identifiant() + " a été regroupé avec celui-ci");
        assertThat(parent.page()
                        .locator("a[href*='accuse-de-regroupement.pdf']")
                        .count())
                .as("l'accusé est dans l'historique du compte qui reste")
                .isPositive();
    }

    @ParameterizedTest(name = "{0} points de large, script {1}")
    @CsvSource({Navigateur.TELEPHONE + ", true", Navigateur.ORDINATEUR + ", true", Navigateur.TELEPHONE + ", false"})
    void lAdresseMailEtLePortableGardesSeChoisissent(int largeur, boolean script) {
        Pile.Compte connecte = confirme(pile.actif("Dylan"), "+33611111111");
        Pile.Compte autre = confirme(pile.actif("Florian"), "+33622222222");
        Visiteur parent = script ? navigateur.visiteur(largeur) : navigateur.sansScript(largeur);
        parent.seConnecter(connecte);
        Regroupement.prouver(parent, autre);
        assertThat(parent.texte("#formulaire"))
                .contains("Adresse mail gardée", mail(connecte), mail(autre))
                .contains("Téléphone portable gardé", "06 11 11 11 11", "06 22 22 22 22");
        if (script) {
            Controle controle = new Controle(largeur);
            controle.controler(parent, "étape 2, coordonnées");
            assertThat(controle.defauts()).isEmpty();
        }
        parent.photographier(Path.of("target/navigateur/echange-coordonnees-" + largeur + "-" + script + ".png"));
        parent.page().locator("label[for=mail-1]").click();
        parent.page().locator("label[for=portable-1]").click();
        Regroupement.valider(parent);
        assertThat(parent.titre()).isEqualTo("CONFIRMATION DE REGROUPEMENT DE COMPTES");
        assertThat(pile.base()
                        .lire("SELECT mail, mail_confirme_le IS NOT NULL, telephone_portable FROM responsable WHERE id"
                                + " = " + connecte.id()))
                .containsExactly(mail(autre) + "|1|+33622222222");
    }

    /** Un compte de courrier, sans rien de confirmé : la page ne s'allonge que de ce qui reste. */
    @Test
    void sansChoixLaPageDitSeulementCeQuiReste() {
        Pile.Compte connecte = confirme(pile.actif("Dylan"), "+33611111111");
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        parent.seConnecter(connecte);
        Regroupement.prouver(parent, pile.cree("Florian"));
        assertThat(parent.texte("#formulaire"))
                .contains("Adresse mail gardée : " + mail(connecte), "Téléphone portable gardé : 06 11 11 11 11");
        assertThat(parent.page().locator("#formulaire input[type=radio]").count())
                .isZero();
        assertThat(parent.actions("main")).doesNotContain(GARDER);
    }

    private Pile.Compte confirme(Pile.Compte compte, String portable) {
        pile.base()
                .executer("UPDATE responsable SET mail = '" + mail(compte)
                        + "', mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY, telephone_portable = '" + portable
                        + "', telephone_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY WHERE id = " + compte.id());
        return compte;
    }

    private static String mail(Pile.Compte compte) {
        return compte.identifiant() + "@exemple.fr";
    }

    @Test
    void unDoubleEnvoiMeneAuMemeResultat() {
        Pile.Compte connecte = pile.actif("Dylan");
        Pile.Compte garde = pile.actif("Florian");
        ClientHttp client = new ClientHttp(pile).connecter(connecte);
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        parent.seConnecter(connecte);
        String lot = Regroupement.prouver(parent, garde);
        parent.presserDans(ferme(garde), GARDER);
        parent.puisAttendre(() -> parent.action(".ts-actions", "VALIDER").dblclick());
        assertThat(parent.chemin()).isEqualTo(ETAPE_3 + lot);
        assertThat(pile.situation(garde)).isEqualTo("ACTIF : Dylan, Florian");
        assertThat(client.lire(ETAPE_3 + lot).headers().firstValue("Location").orElse(""))
                .as("une autre session du compte fermé n'en lit rien")
                .endsWith("/accueil");
        assertThat(new ClientHttp(pile).lire(ETAPE_3 + lot).body()).doesNotContain(garde.identifiant());
        ClientHttp autre = new ClientHttp(pile).connecter(pile.actif("Noé"));
        assertThat(autre.lire(ETAPE_3 + lot).body()).doesNotContain(garde.identifiant());
    }

    @Test
    void lAutreOngletQuiMontraitLInverseMontreLesNouveauxFaits() {
        Pile.Compte connecte = pile.actif("Dylan");
        Pile.Compte garde = pile.actif("Florian");
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        parent.seConnecter(connecte);
        String lot = Regroupement.prouver(parent, garde);
        Page premier = parent.autreOnglet();
        parent.ouvrirPage(Regroupement.ETAPE_2 + lot);
        parent.presserDans(ferme(garde), GARDER);
        parent.revenirA(premier);
        Regroupement.valider(parent);
        assertThat(parent.onglet()).startsWith("Erreur : Regrouper des comptes - Confirmation");
        assertThat(parent.texte(".ts-compte--reste")).contains(garde.identifiant());
        assertThat(pile.situation(garde)).isEqualTo("ACTIF : Florian");
        Regroupement.valider(parent);
        assertThat(pile.situation(garde)).isEqualTo("ACTIF : Dylan, Florian");
    }

    /** Sa session n'est plus fraîche : l'échange redemande le mot de passe, puis se fait. */
    @Test
    void uneSessionQuiNEstPlusFraicheSeProuveDAbord() {
        Pile.Compte connecte = pile.actif("Dylan");
        Pile.Compte garde = pile.actif("Florian");
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        parent.seConnecter(connecte);
        Regroupement.prouver(parent, garde);
        pile.base()
                .executer("UPDATE session_ouverte SET prouvee_le = UTC_TIMESTAMP(3) - INTERVAL 16 MINUTE WHERE"
                        + " identifiant = '" + connecte.identifiant() + "'");
        parent.presserDans(ferme(garde), GARDER);
        parent.sIdentifier(connecte.identifiant(), connecte.motDePasse());
        parent.photographier(Path.of("target/navigateur/echange-preuve.png"));
        assertThat(parent.chemin()).isEqualTo("/reprendre");
        assertThat(pile.base()
                        .compter("SELECT COUNT(*) FROM demande_regroupement WHERE reste AND principal_id = "
                                + connecte.id()))
                .as("rien ne s'est fait sans preuve")
                .isZero();
        parent.presserDans("main", "Continuer");
        assertThat(parent.texte(".ts-compte--reste")).contains(garde.identifiant());
    }

    /** Le formulaire d'un autre compte, renvoyé à la main, ne fait pas rester celui qu'un courrier a prouvé. */
    @Test
    void unCourrierRenvoyeALaMainEstRefuseAvecUnePhrase() {
        Pile.Compte connecte = pile.actif("Dylan");
        Pile.Compte garde = pile.actif("Florian");
        Pile.Compte courrier = pile.cree("Inès");
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        parent.seConnecter(connecte);
        String lot = Regroupement.prouver(parent, garde);
        parent.presserDans("main", "Ajouter un autre compte");
        Regroupement.prouver(parent, courrier);
        Map<String, Object> designe = new LinkedHashMap<>();
        designe.put(
                "jeton",
                pile.base()
                        .lire(
                                "SELECT INSERT(INSERT(INSERT(INSERT(LOWER(HEX(jeton)), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24,"
                                        + " 0, '-') FROM demande_regroupement WHERE secondaire_id = " + courrier.id())
                        .get(0));
        parent.page()
                .evaluate(
                        "d => { document.querySelector('form[id$=echange] input[name=compte]').value = d.jeton; }",
                        designe);
        parent.presserDans(ferme(garde), GARDER);
        assertThat(parent.chemin()).isEqualTo(Regroupement.ETAPE_2 + lot);
        assertThat(parent.contenu()).contains("Ce compte ne peut pas rester à la place du vôtre");
        assertThat(parent.texte(".ts-compte--reste")).contains(connecte.identifiant());
    }

    private static String ferme(Pile.Compte compte) {
        return ".ts-compte--ferme:has-text('" + compte.identifiant() + "')";
    }
}
