package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.academie.teleservices.demonstration.CourrierDeDemonstration.Courriel;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Le titulaire reçoit l'avis d'un départ d'élèves ou d'un regroupement, ouvre le lien, s'y oppose ; l'établissement le sait. */
@EssaiLong("défaire ce qu'un autre a fait, par son lien ; OppositionAuRegroupementTest et "
        + "OppositionALaRuptureTest gardent la règle")
@EssaiDeNavigateur
class OppositionIT {

    private static final String PERIME = "Ce lien ne sert plus";

    private final Pile pile;
    private final Navigateur navigateur;
    private final Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);

    OppositionIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void leTitulaireDefaitUneRuptureEtLEtablissementLeSait() {
        Pile.Compte principal = pile.actif("Dylan");
        regrouper(principal, pile.cree("Florian"));
        confirmer(principal);
        Visiteur agent = agent();
        agent.ouvrirPage("/etablissement/responsable?id=" + principal.id());
        agent.presserDans("main", "Casser un regroupement");
        agent.page()
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText("Florian"))
                .click();
        agent.presserDans(".ts-actions", "Continuer");
        agent.presserDans(".ts-actions", "Confirmer");
        String faite = agent.chemin();
        String nouveau = pile.base()
                .lire(
                        "SELECT n.identifiant FROM rupture AS u JOIN responsable AS n ON n.id = u.nouveau_id WHERE u.source_id = "
                                + principal.id())
                .get(0);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan");

        Visiteur titulaire = navigateur.visiteur(Navigateur.TELEPHONE);
        String lien = lien(titulaire, principal, "a retiré du compte");
        assertThat(EtatDeLaBase.changements(pile.base(), () -> titulaire.ouvrirPage(lien)))
                .as("ouvrir le lien ne fait rien")
                .isEmpty();
        assertThat(titulaire.titre()).isEqualTo("S’opposer à un changement de compte des enfants");
        assertThat(titulaire.contenu())
                .contains(principal.identifiant(), "reviendront", "L’établissement saura")
                .doesNotContain(nouveau);
        controle.controler(titulaire, "opposition à une rupture");
        titulaire.presserDans("main", "Défaire ce changement");
        assertThat(titulaire.titre()).isEqualTo("Changement défait");
        assertThat(titulaire.contenu()).contains("Les enfants sont revenus sur votre compte", "Dites-lui pourquoi");
        controle.controler(titulaire, "rupture défaite");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        titulaire.ouvrirPage(lien);
        assertThat(titulaire.contenu()).contains(PERIME);

        agent.ouvrirPage(faite.replace("rupture-faite", "rupture-confirmation"));
        assertThat(agent.chemin()).isEqualTo(faite);
        assertThat(agent.contenu()).contains("s’est opposé à ce changement", "Voyez avec lui");
        controle.controler(agent, "rupture, défaite depuis");
        agent.ouvrirPage("/etablissement/responsable?id=" + principal.id());
        assertThat(agent.contenu())
                .contains("Le titulaire s’est opposé à ce départ : les élèves sont revenus du compte " + nouveau);
        controle.controler(agent, "fiche, rupture défaite");
        agent.ouvrirPage("/etablissement/responsable?id="
                + pile.base().compter("SELECT id FROM responsable WHERE identifiant = '" + nouveau + "'"));
        assertThat(agent.contenu())
                .contains("s’y est opposé", "Le compte à utiliser maintenant : ", principal.identifiant(), "Florian");
        controle.controler(agent, "fiche du compte nouveau, fermé");
        agent.ouvrirPage("/etablissement/journal");
        assertThat(agent.contenu()).contains("Regroupement cassé");
        assertThat(agent.erreursDeConsole()).isEmpty();
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void leTitulaireDuCompteFermeDefaitUnRegroupement() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.actif("Florian");
        confirmer(secondaire);
        regrouper(principal, secondaire);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        assertThat(pile.situation(secondaire)).isEqualTo("FERME : ");

        Visiteur titulaire = navigateur.visiteur(Navigateur.TELEPHONE);
        String lien = lien(titulaire, secondaire, "regroup");
        assertThat(EtatDeLaBase.changements(pile.base(), () -> titulaire.ouvrirPage(lien)))
                .isEmpty();
        assertThat(titulaire.titre()).isEqualTo("S’opposer au regroupement de comptes");
        assertThat(titulaire.contenu()).contains(principal.identifiant(), secondaire.identifiant(), "sera rouvert");
        controle.controler(titulaire, "opposition à un regroupement");
        titulaire.presserDans("main", "Défaire le regroupement");
        assertThat(titulaire.titre()).isEqualTo("Regroupement défait");
        controle.controler(titulaire, "regroupement défait");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan");
        assertThat(pile.situation(secondaire)).isEqualTo("ACTIF : Florian");
        titulaire.ouvrirPage(lien);
        assertThat(titulaire.contenu()).contains(PERIME);

        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(secondaire);
        assertThat(parent.chemin()).startsWith("/accueil");
        parent.ouvrirPage("/compte/historique");
        assertThat(parent.contenu())
                .contains("Opposition à un regroupement", "Par une personne qui avait le lien envoyé par courriel");
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void unLienForgeTardifOuDejaServiNeFaitRienEtUneAutreSessionResteCeQuElleEst() {
        Pile.Compte compte = pile.actif("Dylan", "Florian");
        confirmer(compte);
        casser(compte);
        Visiteur titulaire = navigateur.visiteur();
        String lien = lien(titulaire, compte, "a retiré du compte");
        for (String faux : List.of(
                "/mail/opposition?jeton=" + "A".repeat(43),
                "/mail/opposition?jeton=%27%20OR%201%3D1",
                "/mail/opposition?jeton=",
                "/mail/opposition",
                lien + "A",
                lien.substring(0, lien.length() - 1))) {
            titulaire.ouvrirPage(faux);
            assertThat(titulaire.contenu()).as(faux).contains(PERIME);
        }
        Pile.Compte voisin = pile.actif("Noé");
        ClientHttp autre = new ClientHttp(pile).connecter(voisin);
        HttpResponse<String> page = autre.lire(lien);
        assertThat(page.body()).contains(compte.identifiant()).doesNotContain(voisin.identifiant());

        decaler(compte, 73);
        assertThat(EtatDeLaBase.changements(
                        pile.base(),
                        () -> assertThat(opposer(autre, page).body()).contains(PERIME)))
                .as("la page était déjà ouverte quand le délai a passé")
                .isEmpty();
        decaler(compte, -73);
        assertThat(ClientHttp.versOu(opposer(autre, page))).contains("/mail/retabli");
        assertThat(opposer(autre, page).body()).contains(PERIME);
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Dylan, Florian");
        assertThat(autre.lire("/compte/enfants").body())
                .as("la session du voisin")
                .contains("Noé");
    }

    @Test
    void leMemeLienSurDeuxAppareilsNeDefaitQuUneFois() throws Exception {
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            Pile.Compte compte = pile.actif("Dylan", "Florian");
            confirmer(compte);
            casser(compte);
            String lien = lien(navigateur.visiteur(), compte, "a retiré du compte");
            CyclicBarrier depart = new CyclicBarrier(2);
            List<Future<HttpResponse<String>>> issues = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                ClientHttp appareil = new ClientHttp(pile);
                HttpResponse<String> page = appareil.lire(lien);
                issues.add(fils.submit(() -> {
                    depart.await();
                    return opposer(appareil, page);
                }));
            }
            List<String> dites = new ArrayList<>();
            for (Future<HttpResponse<String>> issue : issues) {
                HttpResponse<String> reponse = issue.get();
                dites.add(
                        reponse.statusCode() == 302 ? "DEFAIT" : reponse.body().contains(PERIME) ? "PERIME" : "?");
            }
            assertThat(dites).containsExactlyInAnyOrder("DEFAIT", "PERIME");
            assertThat(pile.situation(compte)).isEqualTo("ACTIF : Dylan, Florian");
            assertThat(pile.base()
                            .compter(
                                    "SELECT COUNT(*) FROM journal WHERE action = 'RUPTURE_ANNULEE' AND responsable_id = "
                                            + compte.id()))
                    .isEqualTo(1);
        } finally {
            fils.shutdownNow();
        }
    }

    /** L'élève a changé d'école depuis : la page nomme celle d'aujourd'hui, et le lien sert encore ; une fois le compte nouveau servi, non. */
    @Test
    void lEcoleChangeDepuisNEmpecheRienMaisUnCompteNouveauQuiAServiSi() {
        Pile.Compte compte = pile.actif("Dylan", "Florian");
        confirmer(compte);
        casser(compte);
        Visiteur titulaire = navigateur.visiteur(Navigateur.TELEPHONE);
        String lien = lien(titulaire, compte, "a retiré du compte");
        pile.familles().etablissement("0330008Y", "Collège de la Fusion");
        pile.base()
                .executer("UPDATE eleve SET uai = '0330008Y' WHERE id IN (SELECT eleve_id FROM rattachement WHERE"
                        + " responsable_id = " + compte.id() + ")");
        titulaire.ouvrirPage(lien);
        assertThat(titulaire.actions("main")).contains("Défaire ce changement");
        pile.base()
                .executer("UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3), mot_de_passe = '"
                        + Familles.ARGON2 + "' WHERE id = (SELECT autre_id FROM opposition WHERE responsable_id = "
                        + compte.id() + ")");
        titulaire.presserDans("main", "Défaire ce changement");
        assertThat(titulaire.contenu()).contains("Le nouveau compte a déjà servi", "Collège de la Fusion");
        controle.controler(titulaire, "opposition à une rupture, refus");
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Dylan");
        assertThat(controle.defauts()).isEmpty();
    }

    /** L'établissement fait partir Florian. */
    private void casser(Pile.Compte compte) {
        Visiteur agent = agent();
        agent.ouvrirPage("/etablissement/rupture?compte=" + compte.id());
        agent.page()
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText("Florian"))
                .click();
        agent.presserDans(".ts-actions", "Continuer");
        agent.presserDans(".ts-actions", "Confirmer");
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Dylan");
    }

    private void regrouper(Pile.Compte principal, Pile.Compte secondaire) {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(principal);
        Regroupement.prouver(parent, secondaire);
        Regroupement.valider(parent);
    }

    private void confirmer(Pile.Compte compte) {
        pile.base()
                .executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY WHERE id = "
                        + compte.id());
    }

    private void decaler(Pile.Compte compte, int heures) {
        pile.base()
                .executer("UPDATE opposition SET cree_le = cree_le - INTERVAL " + heures
                        + " HOUR, expire_le = expire_le - INTERVAL " + heures + " HOUR WHERE responsable_id = "
                        + compte.id());
    }

    private static HttpResponse<String> opposer(ClientHttp client, HttpResponse<String> page) {
        Map<String, String> champs = ClientHttp.champs(page.body());
        assertThat(champs).containsKeys("opposer", "jeton");
        return client.envoyer("/mail/opposition", champs);
    }

    /** Le lien du message reçu par le titulaire de ce compte qui dit cela. */
    private String lien(Visiteur visiteur, Pile.Compte compte, String mots) {
        Boite boite = new Boite(pile, compte.identifiant() + "@exemple.fr");
        visiteur.page()
                .waitForCondition(() -> boite.messages().stream()
                        .map(Courriel::texte)
                        .anyMatch(texte -> texte.contains(mots) && texte.contains("opposition?jeton=")));
        return boite.messages().stream()
                .map(Courriel::texte)
                .filter(texte -> texte.contains(mots) && texte.contains("opposition?jeton="))
                .map(Boite::lien)
                .findFirst()
                .orElseThrow();
    }

    private Visiteur agent() {
        String identifiant = "secretariat.opposition" + pile.base().compter("SELECT COUNT(*) FROM agent");
        pile.familles().agent(identifiant, true);
        Visiteur agent = navigateur.visiteur();
        agent.elargir(Navigateur.ORDINATEUR);
        agent.ouvrirPage("/etablissement");
        agent.sIdentifier(identifiant, Familles.MOT_DE_PASSE);
        return agent;
    }
}
