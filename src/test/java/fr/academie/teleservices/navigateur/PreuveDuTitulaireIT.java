package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Qui entre avec un courrier lit ce qui lui manque, se prouve, et voit alors tout son compte ; le bureau, lui, redonne son mot de passe. */
@EssaiLong("prouver un compte par son adresse, à deux largeurs ; PreuveServiceTest garde la règle")
@EssaiDeNavigateur
class PreuveDuTitulaireIT {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{4})\\h(\\d{4})\\b");

    private final Pile pile;
    private final Navigateur navigateur;
    private final Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);

    PreuveDuTitulaireIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void duCourrierRefaitAuCompteEntier() throws Exception {
        Pile.Compte compte = pile.actif("Dylan");
        pile.familles().lier(compte.id(), pile.familles().eleve("Noé", "0330002B"));
        pile.base()
                .executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 1 DAY WHERE id = "
                        + compte.id());
        String motDePasse = pile.atelier()
                .courriers
                .faire(
                        Atelier.agent("secretariat.moulin", Familles.UAI),
                        compte.id(),
                        Familles.UAI,
                        EnumSet.allOf(MotifCourrier.class),
                        null,
                        RaisonDuPapier.DEMANDE_PAPIER)
                .motDePasse();
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        parent.ouvrirPage("/accueil");
        parent.sIdentifier(compte.identifiant(), motDePasse);
        assertThat(parent.chemin()).isEqualTo("/activation");
        assertThat(parent.contenu())
                .contains("Dylan", "Vous ne voyez peut-être pas tout")
                .doesNotContain("Noé");
        controle.controler(parent, "activation limitée");
        parent.presserDans(".ts-actions", "SUIVANT");
        parent.page().locator("#nouveau-saisie").fill("Marée-Haute-7-Grèves");
        parent.page().locator("#confirmation-saisie").fill("Marée-Haute-7-Grèves");
        parent.presserDans(".ts-actions", "Enregistrer");

        assertThat(parent.chemin()).startsWith("/accueil");
        assertThat(parent.contenu()).containsIgnoringCase("Dylan").doesNotContainIgnoringCase("Noé");
        controle.controler(parent, "accueil limité");
        parent.ouvrirPage("/compte/enfants");
        assertThat(parent.contenu()).doesNotContain("Noé");
        controle.controler(parent, "enfants limité");
        parent.ouvrirPage("/compte/profil");
        assertThat(parent.contenu()).doesNotContain(compte.identifiant() + "@exemple.fr");
        controle.controler(parent, "profil limité");
        parent.ouvrirPage("/compte/portable");
        assertThat(parent.chemin()).startsWith("/compte/preuve");
        assertThat(parent.contenu())
                .contains("Pour aller plus loin", "c…@exemple.fr", "Ou attendre")
                .doesNotContain(compte.identifiant() + "@exemple.fr");
        controle.controler(parent, "preuve");

        parent.presserDans("#envoi", "Recevoir le code");
        controle.controler(parent, "preuve, code");
        parent.saisir("Code reçu*", "00000000");
        parent.presserDans("#formulaire-code", "Confirmer");
        assertThat(parent.texte("#code-erreurs")).contains("Ce n’est pas le code envoyé");
        controle.controler(parent, "preuve, code faux");
        Boite boite = new Boite(pile, compte.identifiant() + "@exemple.fr");
        parent.page()
                .waitForCondition(() -> boite.messages().stream()
                        .anyMatch(m -> CODE.matcher(m.texte()).find()));
        Matcher code = boite.messages().stream()
                .map(m -> CODE.matcher(m.texte()))
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow();
        parent.saisir("Code reçu*", code.group(1) + " " + code.group(2));
        parent.presserDans("#formulaire-code", "Confirmer");
        assertThat(parent.contenu())
                .containsIgnoringCase("vous voyez maintenant tout votre compte")
                .contains("DYLAN", "NOÉ");
        controle.controler(parent, "accueil entier");
        parent.ouvrirPage("/sessions");
        controle.controler(parent, "sessions");
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void leBureauEstPrevenuPuisRedonneSonMotDePasse() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zpreuve");
        Visiteur agent = navigateur.visiteur(Navigateur.ORDINATEUR);
        agent.ouvrirPage("/etablissement");
        agent.sIdentifier(ecole.agent("chef"), Familles.MOT_DE_PASSE);
        assertThat(agent.contenu()).doesNotContain("Votre mot de passe vous sera redemandé");
        pile.base()
                .executer(
                        "UPDATE session_ouverte SET prouvee_le = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR WHERE identifiant = '"
                                + ecole.agent("chef") + "'");
        String fiche = "/etablissement/responsable?id=" + ecole.numero("aEcrire");
        agent.ouvrirPage(fiche);
        assertThat(agent.contenu()).contains("Votre mot de passe vous sera redemandé");
        controle.controler(agent, "fiche, mot de passe à redonner");
        agent.ouvrirPage("/etablissement/courrier?id=" + ecole.numero("aEcrire") + "&uai=" + ecole.uai());
        agent.sIdentifier(ecole.agent("chef"), Familles.MOT_DE_PASSE);
        assertThat(agent.chemin()).startsWith("/etablissement/courrier");
        agent.ouvrirPage(fiche);
        assertThat(agent.contenu()).doesNotContain("Votre mot de passe vous sera redemandé");
        agent.ouvrirPage("/sessions");
        controle.controler(agent, "sessions d'un agent");
        agent.ouvrirPage("/erreurs/second-facteur");
        controle.controler(agent, "second facteur");
        assertThat(controle.defauts()).isEmpty();
    }
}
