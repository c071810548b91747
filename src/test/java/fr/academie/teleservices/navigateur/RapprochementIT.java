package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.GestesDuBureau.Geste;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** L'académie calcule un aperçu du rapprochement, le regarde, l'applique et lit son rapport ; nul autre n'y touche. */
@EssaiLong("un rapprochement de l'aperçu à la rupture ; RapprochementTest garde la règle")
@EssaiDeNavigateur
@Timeout(240)
class RapprochementIT {

    private static final String PAGE = "/assistance/rapprochement";

    private final Pile pile;
    private final Navigateur navigateur;
    private Pile.Compte garde;
    private Pile.Compte ferme;

    RapprochementIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @BeforeEach
    void installer() {
        oublier();
        garde = pile.actif("Dylan");
        ferme = pile.cree("Florian");
        dire(garde, "R1", "r@exemple.fr", "0612345678");
        dire(ferme, "R2", "r@exemple.fr", "0612345678");
        Pile.Compte un = pile.actif("Inès");
        dire(un, "R3", "s@exemple.fr", "0612345679");
        dire(pile.actif("Zoé"), "R4", "s@exemple.fr", "0612345679");
        dire(pile.cree("Noé"), "R5", null, "0612345679");
    }

    @AfterEach
    void oublier() {
        pile.base()
                .executer(
                        "DELETE FROM rapprochement",
                        "UPDATE identite_responsable SET mail = NULL, telephone_portable = NULL, cle_prenom = NULL,"
                                + " cle_mail = NULL, cle_portable = NULL WHERE numero LIKE 'R_-%'");
    }

    private void dire(Pile.Compte compte, String numero, @Nullable String mail, String portable) {
        pile.base()
                .executer("INSERT INTO identite_responsable (source, perimetre, numero, civilite, nom_famille, prenom,"
                        + " mail, telephone_portable, origine_id, responsable_id) VALUES ('SIECLE',"
                        + " '" + Familles.UAI
                        + "', '"
                        + numero + "-" + compte.id() + "', 'MME', 'DURAND', 'Cristelle', "
                        + (mail == null ? "NULL" : "'" + mail + "'") + ", '" + portable + "', " + compte.id()
                        + ", "
                        + compte.id() + ")");
    }

    @Test
    void deLApercuAuRapport() {
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        Visiteur academie = academie(navigateur.visiteur(Navigateur.ORDINATEUR));
        academie.presser("Rapprochement");
        assertThat(academie.contenu()).contains("Aucun aperçu n’a encore été calculé.");
        controle.controler(academie, "aucun aperçu");
        academie.puisAttendre(() -> academie.page().locator("#demander").click());
        academie.page().locator("#nombres").waitFor();
        assertThat(academie.contenu())
                .contains("1 compte à fermer", "DEUX_COMPTES_ACTIVES", "DONNEE_ABSENTE")
                .contains("Aperçu demandé", "par assistance");
        controle.controler(academie, "aperçu");
        academie.puisAttendre(() -> academie.page()
                .locator("#nombres ~ tbody a[href*='choix=DEUX_COMPTES_ACTIVES']")
                .click());
        assertThat(academie.page().locator("#choix").inputValue()).isEqualTo("DEUX_COMPTES_ACTIVES");
        assertThat(academie.contenu()).contains("1 paire de comptes", "Cristelle DURAND");
        academie.page().locator("#mots").fill("personne.inconnue");
        academie.presserDans("main", "Montrer");
        assertThat(academie.contenu()).contains("Aucune paire de comptes ne correspond.");
        controle.controler(academie, "aucune paire");

        academie.ouvrirPage("/assistance");
        assertThat(academie.contenu())
                .contains("Un rapprochement attend votre décision", "1 compte peut être regroupé");
        controle.controler(academie, "accueil de l'assistance");
        academie.presser("Voir l’aperçu");
        academie.presser("Appliquer cet aperçu");
        assertThat(academie.titre()).isEqualTo("Appliquer le rapprochement");
        controle.controler(academie, "confirmation");
        academie.puisAttendre(() -> academie.page().locator("#appliquer").click());
        academie.page().locator(".fr-alert--success").waitFor();
        assertThat(academie.contenu())
                .contains("Le rapprochement est fini", "1 compte a été regroupé et fermé.", "Appliqué")
                .contains(ferme.identifiant());
        controle.controler(academie, "rapport");
        assertThat(pile.base()
                        .lire("SELECT principal_id, fait_par, origine FROM regroupement WHERE secondaire_id = "
                                + ferme.id()))
                .containsExactly(garde.id() + "|assistance|RAPPROCHEMENT");

        academie.puisAttendre(() -> academie.page().goBack());
        academie.puisAttendre(() -> academie.page().reload());
        assertThat(academie.contenu()).contains("rien n’est à appliquer");
        controle.controler(academie, "plus rien à appliquer");
        assertThat(academie.erreursDeConsole()).isEmpty();
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void lAvancementSeRelitSansScript() {
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        Visiteur academie = academie(navigateur.sansScript(Navigateur.TELEPHONE));
        demander(academie);
        pile.base()
                .executer("UPDATE rapprochement SET etat = 'VALIDE', valide_le = UTC_TIMESTAMP(3), valide_par = 'x',"
                        + " valide_profil = 'EXPLOITATION'");
        academie.ouvrirPage(PAGE);
        assertThat(academie.contenu()).contains("0 sur 1 compte traité", "continue si vous quittez cette page");
        assertThat(academie.page().locator("meta[http-equiv=refresh]").count()).isEqualTo(1);
        assertThat(academie.page().locator("#demander").count()).isZero();
        pile.base().executer("UPDATE rapprochement SET etat = 'FINI', fini_le = UTC_TIMESTAMP(3)");
        academie.ouvrirPage(PAGE);
        assertThat(academie.contenu()).contains("Aucun compte n’a été fermé.", "1 autre a été laissé tel quel");
        assertThat(controle.defauts()).isEmpty();
    }

    private static void demander(Visiteur academie) {
        academie.ouvrirPage(PAGE);
        academie.puisAttendre(() -> academie.page().locator("#demander").click());
        for (int essai = 0; essai < 100 && !academie.contenu().contains("est prêt"); essai++) {
            academie.page().waitForTimeout(100);
            academie.ouvrirPage(PAGE);
        }
    }

    @Test
    void seuleLAcademieToucheAuRapprochementEtCeQuElleNaPasProuveNeSeFaitPas() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zrapproche");
        ClientHttp chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        ClientHttp assistance = new ClientHttp(pile);
        assistance.entrer("/assistance", "assistance", "Assistance!2026");
        demander(academie(navigateur.visiteur()));
        for (Geste geste : GestesDuBureau.DE_L_ASSISTANCE.subList(1, GestesDuBureau.DE_L_ASSISTANCE.size())) {
            Map<String, String> champs = GestesDuBureau.ouvrir(assistance, geste, ecole);
            assertThat(EtatDeLaBase.changements(pile.base(), () -> {
                        assertThat(chef.envoyer(geste.envoi(), champs).statusCode())
                                .isEqualTo(403);
                        assertThat(new ClientHttp(pile)
                                        .envoyer(geste.envoi(), champs)
                                        .statusCode())
                                .isEqualTo(302);
                    }))
                    .as(geste.nom())
                    .isEmpty();
        }

        Geste appliquer = geste("/assistance/rapprochement/appliquer#appliquer");
        Map<String, String> confirmation = GestesDuBureau.ouvrir(assistance, appliquer, ecole);
        pile.base()
                .executer("UPDATE session_ouverte SET prouvee_le = prouvee_le - INTERVAL 1 HOUR WHERE identifiant ="
                        + " 'assistance'");
        assertThat(ClientHttp.versOu(assistance.envoyer(appliquer.envoi(), confirmation)))
                .as("une session qui ne s'est pas prouvée depuis une heure")
                .contains("/cas/");
        assertThat(pile.base().lire("SELECT etat FROM rapprochement")).containsExactly("CALCULE");

        ClientHttp revenue = new ClientHttp(pile);
        revenue.entrer("/assistance", "assistance", "Assistance!2026");
        Map<String, String> perimee = GestesDuBureau.ouvrir(revenue, appliquer, ecole);
        pile.base().executer("UPDATE rapprochement SET calcule_le = calcule_le + INTERVAL 1 SECOND");
        HttpResponse<String> trop = revenue.envoyer(appliquer.envoi(), perimee);
        assertThat(revenue.lire(ClientHttp.versOu(trop)).body()).contains("plus celui que vous aviez sous les yeux");
        assertThat(pile.base().lire("SELECT etat FROM rapprochement")).containsExactly("CALCULE");

        Geste abandonner = geste("/assistance/rapprochement#abandonner");
        Map<String, String> laisser = GestesDuBureau.ouvrir(revenue, abandonner, ecole);
        revenue.envoyer(abandonner.envoi(), laisser);
        assertThat(pile.base().lire("SELECT etat FROM rapprochement")).containsExactly("ABANDONNE");
        assertThat(pile.base()
                        .lire("SELECT action FROM journal_bureau WHERE action LIKE 'RAPPROCHEMENT%' ORDER BY"
                                + " id DESC LIMIT 2"))
                .isEqualTo(List.of("RAPPROCHEMENT_ABANDONNE", "RAPPROCHEMENT_DEMANDE"));
    }

    private static Geste geste(String nom) {
        return GestesDuBureau.DE_L_ASSISTANCE.stream()
                .filter(geste -> geste.nom().equals(nom))
                .findFirst()
                .orElseThrow();
    }

    private static Visiteur academie(Visiteur visiteur) {
        visiteur.ouvrirPage("/assistance");
        visiteur.sIdentifier("assistance", "Assistance!2026");
        return visiteur;
    }
}
