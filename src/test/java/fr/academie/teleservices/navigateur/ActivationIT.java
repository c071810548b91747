package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.academie.teleservices.essais.EssaiLong;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Un compte CREE passe par quatre étapes avant tout ; qui n'est pas responsable lit une page simple. */
@EssaiLong("l'activation à deux largeurs, sans script, interrompue ; VoiesIT en garde le chemin, "
        + "ActivationServiceTest les règles")
@EssaiDeNavigateur
class ActivationIT {

    private static final String NOUVEAU = "Nouveau mot de passe*";
    private static final String SECONDE_FOIS = "Nouveau mot de passe, une seconde fois*";
    private static final String BON = "Marée-Haute-7-Grèves";
    private static final String SUIVIES = "Nous vérifierons à l’enregistrement qu’il ne se devine pas.";
    private static final String MAIL = "Adresse mail*";
    private static final String CODE = "Code reçu*";

    private final Pile pile;
    private final Navigateur navigateur;

    ActivationIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void lesQuatreEtapesAvecLeCodeRecu(int largeur) {
        Pile.Compte compte = pile.cree("Dylan", "Florian");
        String mail = compte.identifiant() + ".neuf@exemple.fr";
        Controle controle = new Controle(largeur);
        Visiteur parent = navigateur.visiteur(largeur);
        parent.seConnecter(compte);

        assertThat(parent.chemin()).isEqualTo("/activation");
        assertThat(parent.onglet()).isEqualTo("Activer votre compte – Étape 1 sur 4 – Scolarité Services");
        assertThat(parent.clavierSur("h1")).isTrue();
        assertThat(parent.contenu()).contains("Dylan DURAND", "Florian DURAND").doesNotContain("déjà un autre compte");
        controle.controler(parent, "étape 1");
        cocher(parent, "Florian");
        parent.presserDans(".ts-actions", "SUIVANT");

        assertThat(parent.onglet()).isEqualTo("Activer votre compte – Étape 2 sur 4 – Scolarité Services");
        assertThat(parent.contenu())
                .contains("vous signalerez à l’établissement")
                .contains("Florian DURAND");
        parent.presserDans(".ts-actions", "Étape précédente");
        assertThat(parent.page().locator("input[name=contester]:checked").count())
                .isEqualTo(1);
        parent.presserDans(".ts-actions", "SUIVANT");
        assertThat(pile.situation(compte)).isEqualTo("CREE : Dylan, Florian");
        choisir(parent, "Motdepasse-2026!", "Motdepasse-2026!");
        assertThat(parent.texte("#nouveau-erreurs")).contains("trop courant");
        controle.controler(parent, "étape 2, refus");
        choisir(parent, BON, BON);

        assertThat(parent.onglet()).isEqualTo("Activer votre compte – Étape 3 sur 4 – Scolarité Services");
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Dylan, Florian");
        parent.ouvrirPage("/activation/mot-de-passe");
        assertThat(parent.chemin()).as("retour en arrière").isEqualTo("/activation/mail");
        assertThat(parent.champ(MAIL).inputValue()).isEqualTo(compte.identifiant() + "@exemple.fr");
        parent.saisir(MAIL, "faute@");
        parent.presserDans(".ts-actions", "Recevoir le code");
        assertThat(parent.texte("#mail-erreurs")).contains("n’est pas complète");
        controle.controler(parent, "étape 3, adresse refusée");
        parent.saisir(MAIL, mail);
        parent.presserDans(".ts-actions", "Recevoir le code");
        assertThat(parent.contenu()).contains("Un message vient d’être envoyé à " + mail);

        String message = new Boite(pile, mail).attendre(parent, 1);
        String code = Boite.code(message);
        assertThat(message).contains(compte.identifiant(), "30 minutes").doesNotContain(BON);
        assertThat(new Boite(pile, compte.identifiant() + "@exemple.fr").attendre(parent, 1))
                .contains("Une autre adresse mail a été demandée", mail, "72 heures");
        parent.saisir(CODE, "000000".equals(code) ? "111111" : "000000");
        parent.presserDans(".ts-actions", "Confirmer");
        assertThat(parent.texte("#code-erreurs")).contains("Il vous reste 4 essais.");
        parent.presserDans(".ts-actions", "Renvoyer le code");
        assertThat(parent.texte("#erreurs")).contains("Un message vient de partir. Attendez");
        controle.controler(parent, "étape 3, code");
        parent.saisir(CODE, code);
        parent.presserDans(".ts-actions", "Confirmer");

        assertThat(parent.onglet()).isEqualTo("Activer votre compte – Étape 4 sur 4 – Scolarité Services");
        assertThat(parent.contenu())
                .contains("Votre compte est activé.", mail + " est confirmée", "Votre signalement est transmis");
        controle.controler(parent, "étape 4");
        parent.presserDans(".ts-actions", "Aller à l’accueil");
        assertThat(parent.contenu()).contains("DYLAN").doesNotContain("n’est pas confirmée");
        assertThat(liens(compte)).containsExactly("Dylan : ACTIF", "Florian : CONTESTE");
        assertThat(controle.defauts()).isEmpty();

        parent.ouvrirPage("/activation");
        assertThat(parent.chemin()).isEqualTo("/accueil");
        Visiteur plusTard = navigateur.visiteur();
        plusTard.ouvrirPage("/accueil");
        plusTard.sIdentifier(compte.identifiant(), compte.motDePasse());
        assertThat(plusTard.onglet()).startsWith("Erreur : Connexion");
        plusTard.sIdentifier(compte.identifiant(), BON);
        assertThat(plusTard.chemin()).isEqualTo("/accueil");
    }

    @Test
    void sansScriptEtSansAdresseMailPuisRappeleeALAccueil() {
        Pile.Compte compte = pile.cree("Florian");
        Visiteur parent = navigateur.sansScript(Navigateur.TELEPHONE);
        parent.seConnecter(compte);
        parent.presserDans(".ts-actions", "SUIVANT");
        choisir(parent, BON, BON);
        parent.presserDans(".ts-actions", "Plus tard");
        assertThat(parent.chemin()).isEqualTo("/activation/fin");
        assertThat(parent.contenu()).contains("n’est pas encore confirmée");
        parent.presserDans(".ts-actions", "Aller à l’accueil");
        assertThat(parent.contenu()).contains("Votre adresse mail n’est pas confirmée.");
        parent.presserDans("main", "Confirmer mon adresse mail");
        assertThat(parent.titre()).isEqualTo("Changer l’adresse mail");
    }

    @Test
    void leLienOuvertAilleursConfirmeAussi() {
        Pile.Compte compte = pile.cree("Florian");
        Visiteur parent = connecte(compte);
        parent.presserDans(".ts-actions", "SUIVANT");
        choisir(parent, BON, BON);
        parent.presserDans(".ts-actions", "Recevoir le code");
        String lien = Boite.lien(new Boite(pile, compte.identifiant() + "@exemple.fr").attendre(parent, 1));

        Visiteur ailleurs = navigateur.visiteur();
        ailleurs.ouvrirPage(lien);
        ailleurs.presserDans("main", "Confirmer cette adresse");
        assertThat(ailleurs.titre()).isEqualTo("Adresse mail confirmée");
        ailleurs.ouvrirPage(lien);
        assertThat(ailleurs.contenu()).contains("Ce lien ne sert plus");

        parent.ouvrirPage("/activation/mail");
        assertThat(parent.chemin()).isEqualTo("/activation/fin");
        assertThat(parent.contenu()).contains("est confirmée");
    }

    @Test
    void uneSessionFinieALEtape2RevientALaPremiereSansRienChanger() {
        Pile.Compte compte = pile.cree("Florian");
        Visiteur parent = connecte(compte);
        cocher(parent, "Florian");
        parent.presserDans(".ts-actions", "SUIVANT");
        pile.finirLesSessions(compte);
        choisir(parent, BON, BON);
        assertThat(parent.chemin()).startsWith("/activation?");
        assertThat(parent.contenu()).contains("Votre session s’était terminée");
        assertThat(pile.situation(compte)).isEqualTo("CREE : Florian");
        assertThat(liens(compte)).containsExactly("Florian : ACTIF");
    }

    @Test
    void unDoubleEnvoiNActiveQuUneFois() {
        Pile.Compte compte = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(compte);
        var etape1 = ClientHttp.champs(parent.lire("/activation").body());
        parent.envoyer("/activation", etape1);
        var etape2 = ClientHttp.champs(parent.lire("/activation/mot-de-passe").body());
        etape2.put("nouveau-saisie", BON);
        etape2.put("confirmation-saisie", BON);
        assertThat(ClientHttp.versOu(parent.envoyer("/activation/mot-de-passe", etape2)))
                .endsWith("/activation/mail");
        assertThat(ClientHttp.versOu(parent.envoyer("/activation/mot-de-passe", etape2)))
                .endsWith("/activation/mail");
        assertThat(pile.base()
                        .compter("SELECT COUNT(*) FROM journal WHERE action = 'ACTIVATION' AND responsable_id = "
                                + compte.id()))
                .isEqualTo(1);
    }

    @Test
    void rienNEstOuvertAvantLActivation() {
        Visiteur parent = connecte(pile.cree("Florian"));
        for (String page : Pages.PERSONNELLES) {
            parent.ouvrirPage(page);
            assertThat(parent.chemin()).as(page).isEqualTo("/activation");
        }
        for (String page : new String[] {"/activation/mot-de-passe", "/activation/mail", "/activation/fin"}) {
            parent.ouvrirPage(page);
            assertThat(parent.chemin()).as(page).isEqualTo("/activation");
        }
    }

    @Test
    void unMotDePasseTropFaibleOuTropProcheDuNomEstRefuseASonChamp() {
        Map<String, String> refus = new LinkedHashMap<>();
        refus.put("court1!A", "trop court ou trop simple");
        refus.put("aaaaaaaaaaaaaaaaaaaa", "trop court ou trop simple");
        refus.put("Durand-2026-Ete!", "contient votre nom ou votre prénom.");
        refus.put("dùrànd.DÛRAND-77!", "contient votre nom ou votre prénom.");
        refus.put("Cristelle!2026xx", "contient votre nom ou votre prénom.");
        refus.put("Aa1!".repeat(100), "Il est trop long");
        Pile.Compte compte = pile.cree("Florian");
        Visiteur parent = auMotDePasse(compte);
        refus.forEach((essaye, raison) -> {
            choisir(parent, essaye, essaye);
            assertThat(parent.onglet())
                    .as(essaye)
                    .isEqualTo("Erreur : Activer votre compte – Étape 2 sur 4 – Scolarité Services");
            assertThat(parent.clavierSur("#erreurs")).as(essaye).isTrue();
            assertThat(parent.texte("#nouveau-erreurs")).as(essaye).contains(raison);
            assertThat(parent.champ(NOUVEAU).inputValue()).as(essaye).isEmpty();
            assertThat(parent.champ(SECONDE_FOIS).inputValue()).as(essaye).isEmpty();
        });
        assertThat(pile.situation(compte)).isEqualTo("CREE : Florian");
    }

    @Test
    void deuxSaisiesDifferentesEtDesChampsVidesSontDitsAuBonChamp() {
        Visiteur parent = auMotDePasse(pile.cree("Florian"));
        choisir(parent, BON, BON + "x");
        assertThat(parent.texte("#confirmation-erreurs")).contains("Les deux mots de passe ne sont pas les mêmes.");
        choisir(parent, "", "");
        assertThat(parent.actions("#erreurs"))
                .containsExactly(
                        "Le champ « Nouveau mot de passe » est obligatoire.",
                        "Le champ « Nouveau mot de passe, une seconde fois » est obligatoire.");
    }

    /** La page n'est jamais plus tendre que le serveur : chaque phrase de la jauge est celle d'un refus, ou ne promet rien. */
    @Test
    void laJaugeDitCeQueLeServeurDira() {
        Map<String, String> jugements = new LinkedHashMap<>();
        jugements.put("court", "Mot de passe encore trop simple");
        jugements.put("Vélo-rouge4", "Mot de passe encore trop simple");
        jugements.put(BON, SUIVIES);
        jugements.put("Vélo-rouge-vif", SUIVIES);
        jugements.put("mon petit chat noir dort sous notre lit", SUIVIES);
        jugements.put("le chat noir dort sur mon lit", "répétés ou trop courts");
        jugements.put("aa bb cc dd ee ff gg", "répétés ou trop courts");
        jugements.put("chat chat chat chat chat chat chat", "répétés ou trop courts");
        jugements.put("Teleservices2026!", "savoir de vous");
        jugements.put("T3l3s3rv1c3s-2026!", "savoir de vous");
        jugements.put("14/03/2014-Aa", "une date");
        jugements.put("14mars2014!Aa", "une date");
        jugements.put("Qwertyuiop-Asdf1!", "trop courant");
        jugements.put("azertyuiopqsdfghjkl1A", "ordre du clavier");
        jugements.put("M0tdep@sse-2026!", "trop courant");
        jugements.put("Poiuytreza-123", "trop courant");
        jugements.put("Ab1!Ab1!Ab1!Ab1!", "trop courant");
        jugements.put("dùrànd.DÛRAND-77!", "contient votre nom");
        Pile.Compte compte = pile.cree("Florian");
        Visiteur parent = auMotDePasse(compte);
        jugements.forEach((saisi, phrase) -> {
            parent.saisir(NOUVEAU, saisi);
            parent.page().waitForCondition(() -> parent.texte("#jauge").contains(phrase));
        });
        assertThat(parent.page().locator(".ts-regle--non").allInnerTexts())
                .hasSize(2)
                .anyMatch(regle -> regle.startsWith("sans votre nom ni votre prénom\u00a0;"))
                .anyMatch(regle -> regle.startsWith("sans se résumer"))
                .allMatch(regle -> regle.endsWith("(non suivie)"));
    }

    /** La page ignore les enfants : elle ne promet rien, et le serveur dit pourquoi il refuse. */
    @Test
    void laJaugeNePrometRienDeCeQueLeServeurSeulSait() {
        Visiteur parent = auMotDePasse(pile.cree("Florian"));
        String faitDesEnfants = "Florian-moulin-2!";
        parent.saisir(NOUVEAU, faitDesEnfants);
        parent.page().waitForCondition(() -> parent.texte("#jauge").contains(SUIVIES));
        choisir(parent, faitDesEnfants, faitDesEnfants);
        assertThat(parent.texte("#nouveau-erreurs")).contains("savoir de vous, de vos enfants");
    }

    @Test
    void leMotDePassePeutEtreMontre() {
        Visiteur parent = auMotDePasse(pile.cree("Florian"));
        parent.saisir(NOUVEAU, BON);
        assertThat(parent.page().locator("#nouveau-saisie").getAttribute("type"))
                .isEqualTo("password");
        parent.page().locator("label[for=nouveau-afficher]").click();
        assertThat(parent.page().locator("#nouveau-saisie").getAttribute("type"))
                .isEqualTo("text");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"dylan.durand, Eleve!2026", "secretariat.moulin, Etablissement!2026", "assistance, Assistance!2026"})
    void quiNEstPasResponsableLitQueLeServiceEstReserve(String identifiant, String motDePasse) {
        long ouvertesAilleurs = pile.cas().sessions(identifiant);
        Visiteur personne = navigateur.visiteur();
        personne.ouvrirPage("/accueil");
        personne.sIdentifier(identifiant, motDePasse);
        assertThat(pile.cas().sessions(identifiant)).isEqualTo(ouvertesAilleurs + 1);
        assertThat(personne.onglet()).isEqualTo("Service réservé aux responsables – Scolarité Services");
        assertThat(personne.titre()).isEqualTo("Service réservé aux responsables");
        assertThat(personne.contenu()).contains("parents, représentants légaux");
        personne.presserDans("main", "Se déconnecter");
        assertThat(personne.chemin()).isEqualTo("/deconnecte");
        assertThat(pile.cas().sessions(identifiant)).isEqualTo(ouvertesAilleurs);
    }

    @Test
    void lIdentifiantTapeAutrementOuvreLeMemeCompte() {
        Pile.Compte compte = pile.actif("Dylan");
        Visiteur parent = navigateur.visiteur();
        parent.ouvrirPage("/compte");
        parent.sIdentifier("  " + compte.identifiant().replace("cristelle", "CRISTELLE") + " ", compte.motDePasse());
        assertThat(parent.contenu()).contains("Vous gérez ici le compte " + compte.identifiant() + ".");
        assertThat(pile.base()
                        .lire("SELECT identifiant FROM session_ouverte WHERE identifiant LIKE '%" + compte.identifiant()
                                + "'"))
                .containsExactly(compte.identifiant());
    }

    private Visiteur connecte(Pile.Compte compte) {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(compte);
        return parent;
    }

    private Visiteur auMotDePasse(Pile.Compte compte) {
        Visiteur parent = connecte(compte);
        parent.presserDans(".ts-actions", "SUIVANT");
        return parent;
    }

    private List<String> liens(Pile.Compte compte) {
        return pile.base()
                .lire("SELECT CONCAT(e.prenom, ' : ', l.etat) FROM rattachement AS l JOIN eleve AS e ON e.id ="
                        + " l.eleve_id WHERE l.responsable_id = " + compte.id() + " ORDER BY e.prenom");
    }

    private static void cocher(Visiteur parent, String prenom) {
        parent.page()
                .locator("label[for^=contester-]")
                .filter(new Locator.FilterOptions().setHasText(prenom))
                .click();
    }

    private static void choisir(Visiteur parent, String nouveau, String secondeFois) {
        parent.page().locator("#nouveau-saisie").fill(nouveau);
        parent.page().locator("#confirmation-saisie").fill(secondeFois);
        parent.presserDans(".ts-actions", "Enregistrer");
    }
}
