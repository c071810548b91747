package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Les états de la porte du courrier, de plusieurs comptes et du choix de la langue que nul autre essai ne contrôle : axe, à 320 points, à
 * 200 %, à l'ordinateur, de nuit ; en arabe, ceux qu'une adresse suffit à rouvrir.
 */
@EssaiLong("la porte du courrier à chaque largeur et à chaque refus ; RgaaTest lit ses pages, VoiesIT les parcourt")
@EssaiDeNavigateur
@Timeout(300)
class AccessibiliteDuCourrierIT {

    private static final String OUI = "Oui, j’ai déjà un compte";

    private final Pile pile;
    private final Navigateur navigateur;
    // 640 points sont ce qu'un écran de 1280 montre avec un zoom de 200 %.
    private final Controle controle = new Controle(320, 640, Navigateur.ORDINATEUR);
    private final DeDroiteAGauche arabe = new DeDroiteAGauche(Pile.APPLICATION);

    AccessibiliteDuCourrierIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @AfterEach
    void aucunDefaut() {
        assertThat(controle.defauts()).isEmpty();
        assertThat(arabe.defauts()).isEmpty();
    }

    @Test
    void lesRefusDUnCourrier() throws Exception {
        Pile.Compte compte = pile.cree("Florian");
        String code = CourrierVise.ouvrir(pile, navigateur.visiteur(), compte);
        Visiteur autre = navigateur.visiteur();
        autre.ouvrirPage("/courrier#" + code);
        autre.page().locator("#erreurs").waitFor();
        controle.controler(autre, "courrier déjà servi ailleurs");

        autre.ouvrirPage("/courrier");
        autre.saisir(Regroupement.IDENTIFIANT, compte.identifiant());
        autre.saisir(Regroupement.MOT_DE_PASSE, "FAUX-FAUX-FAUX");
        Regroupement.suivant(autre);
        controle.controler(autre, "courrier recopié, refusé");
        autre.ouvrirPage("/courrier");
        Regroupement.suivant(autre);
        controle.controler(autre, "courrier recopié, champs vides");

        autre.ouvrirPage("/courrier?motif=PERIME");
        controle.controler(autre, "courrier qui n'attend plus");
        enArabe(autre, "courrier qui n'attend plus");
    }

    @Test
    void laQuestionSelonQuiLaLit() throws Exception {
        Visiteur parent = navigateur.visiteur();
        CourrierVise.ouvrir(pile, parent, pile.cree("Florian", "Jean-Baptiste Maximilien"));
        enArabe(parent, "question");
        parent.presserDans("main", "Je ne sais pas");
        parent.presserDans(".ts-actions", "Recevoir la réponse");
        controle.controler(parent, "retrouver, champ vide");
        parent.saisir("Adresse mail ou portable*", "personne@exemple.fr");
        parent.presserDans(".ts-actions", "Recevoir la réponse");
        controle.controler(parent, "question, recherche demandée");

        Visiteur connecte = navigateur.visiteur();
        connecte.seConnecter(pile.actif("Dylan"));
        CourrierVise.ouvrir(pile, connecte, pile.cree("Noé"));
        controle.controler(connecte, "question, déjà connecté");
        enArabe(connecte, "question, déjà connecté");
    }

    @Test
    void plusieursComptes() throws Exception {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        Regroupement.prouver(parent, pile.cree("Florian", "Jean-Baptiste Maximilien"));
        parent.presserDans("main", "Ajouter un autre compte");
        controle.controler(parent, "étape 1, un compte déjà ajouté");
        enArabe(parent, "étape 1, un compte déjà ajouté");
        Pile.Compte second = pile.cree("Inès");
        CourrierVise.ouvrir(pile, parent, second);
        parent.presserDans("main", OUI);
        parent.page().waitForURL("**/compte/confirmation?demande=*");
        controle.controler(parent, "étape 2, deux comptes");
        enArabe(parent, "étape 2, deux comptes");
        pile.familles().lier(second.id(), pile.familles().eleve("Noé"));
        Regroupement.valider(parent);
        controle.controler(parent, "étape 2, un des comptes a changé");
        Regroupement.valider(parent);
        controle.controler(parent, "étape 3, deux comptes");
        enArabe(parent, "étape 3, deux comptes");
    }

    /** La même page en arabe, puis de nouveau en français. */
    private void enArabe(Visiteur visiteur, String nom) {
        arabe.controler(visiteur, nom);
        visiteur.page().navigate(visiteur.page().url());
    }

    @Test
    void leChoixDeLaLangueOuvert() {
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        parent.seConnecter(pile.actif("Dylan"));
        Controle ouvert = new Controle(Navigateur.ORDINATEUR, 1024);
        parent.page().locator("#bouton-langues").click();
        parent.page().locator("#langues").waitFor();
        ouvert.controler(parent, "langues, ouvertes");
        assertThat(ouvert.defauts()).isEmpty();
    }
}
