package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Chaque voie d'un bout à l'autre, sans détour, par le seul clavier, et sans script quand nul autre essai ne le fait ; ce qu'elle demande
 * de gestes et de champs a une borne. Les voies d'un courrier qu'on vise sont aussi comptées par {@link PorteDuCourrierIT}.
 */
@EssaiDeNavigateur
class VoiesIT {

    private static final String OUI = "Oui, j’ai déjà un compte";
    private static final String NON = "Non, c’est mon premier compte";
    private static final String BON = "Marée-Haute-7-Grèves";
    private static final String NOUVEAU = "Nouveau mot de passe*";
    private static final String ENCORE = "Nouveau mot de passe, une seconde fois*";
    private static final String AGENT = "secretariat.moulin";
    private static final Pattern CODE_DE_SMS = Pattern.compile(" : ([0-9]{4} ?[0-9]{4}) est votre code");

    private final Pile pile;
    private final Navigateur navigateur;

    VoiesIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    /** Du portail à la fin par la voie la plus courte que le guide imprime. */
    @Test
    void leGuideEnSixGestesEtQuatreChamps(TestReporter rapport) throws IOException {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte second = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        Comptage voie = Comptage.auClavier(parent);
        parent.ouvrir("/");
        voie.presser(parent.page().locator("a.tuile").first());
        voie.sIdentifier(principal.identifiant(), principal.motDePasse());
        voie.presser("REGROUPER DES COMPTES");
        voie.remplir(Regroupement.IDENTIFIANT, second.identifiant());
        voie.remplir(Regroupement.MOT_DE_PASSE, second.motDePasse());
        voie.presser("SUIVANT");
        voie.presser("VALIDER");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        voie.auPlus(6, 4).dire(rapport, "le guide, au plus court");
    }

    @Test
    void leCourrierViseAuClavierOui(TestReporter rapport) throws Exception {
        Pile.Compte principal = pile.actif("Dylan");
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        Comptage voie = Comptage.auClavier(parent);
        CourrierVise.ouvrir(pile, parent, pile.cree("Florian"));
        repondreOui(parent, voie, principal);
        voie.presser("VALIDER");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        voie.auPlus(3, 2).dire(rapport, "courrier visé, oui, au clavier");
    }

    @Test
    void leCourrierViseAuClavierNon(TestReporter rapport) throws Exception {
        Pile.Compte compte = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        Comptage voie = Comptage.auClavier(parent);
        CourrierVise.ouvrir(pile, parent, compte);
        voie.presser(NON);
        choisir(voie);
        voie.presser("Plus tard");
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Florian");
        voie.auPlus(3, 2).dire(rapport, "courrier visé, non, au clavier");
    }

    @Test
    void leCourrierRecopie(TestReporter rapport) throws Exception {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte second = pile.cree("Florian");
        String papier = pile.papier(second, Familles.UAI, AGENT);
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        Comptage voie = Comptage.auClavier(parent);
        parent.ouvrirPage("/courrier");
        recopier(voie, second, papier);
        repondreOui(parent, voie, principal);
        voie.presser("VALIDER");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        voie.auPlus(4, 4).dire(rapport, "courrier recopié, oui");
    }

    /** « Je ne sais pas » : l'adresse, sa réponse, puis « oui ». */
    @Test
    void jeNeSaisPas(TestReporter rapport) throws Exception {
        jeNeSaisPas(true, rapport);
    }

    @EssaiLong("« je ne sais pas » sans script, au doigt ; ParcoursIT garde le chemin du guide sans script")
    @Test
    void jeNeSaisPasSansScript(TestReporter rapport) throws Exception {
        jeNeSaisPas(false, rapport);
    }

    private void jeNeSaisPas(boolean script, TestReporter rapport) throws Exception {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte second = pile.cree("Florian");
        String adresse = principal.identifiant() + "@exemple.fr";
        pile.base().executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + principal.id());
        String papier = script ? "" : pile.papier(second, Familles.UAI, AGENT);
        Visiteur parent = visiteur(script);
        Comptage voie = comptage(parent, script);
        if (script) {
            CourrierVise.ouvrir(pile, parent, second);
        } else {
            parent.ouvrirPage("/courrier");
            recopier(voie, second, papier);
        }
        voie.presser("Je ne sais pas");
        voie.remplir("Adresse mail ou portable*", adresse);
        voie.presser("Recevoir la réponse");
        assertThat(new Boite(pile, adresse).attendre(parent, 1)).contains(principal.identifiant());
        repondreOui(parent, voie, principal);
        voie.presser("VALIDER");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        voie.auPlus(script ? 5 : 7, script ? 3 : 5).dire(rapport, nom("je ne sais pas, puis oui", script));
    }

    /** Deux courriers visés, un troisième recopié : trois enfants en une validation. */
    @Test
    void troisCourriers(TestReporter rapport) throws Exception {
        Pile.Compte principal = pile.actif("Dylan");
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        Comptage voie = Comptage.auClavier(parent);
        CourrierVise.ouvrir(pile, parent, pile.cree("Florian"));
        repondreOui(parent, voie, principal);
        CourrierVise.ouvrir(pile, parent, pile.cree("Inès"));
        voie.presser(OUI);
        parent.page().waitForURL("**/compte/confirmation?demande=*");
        voie.presser("Ajouter un autre compte");
        Pile.Compte dernier = pile.cree("Noé");
        voie.remplir(Regroupement.IDENTIFIANT, dernier.identifiant());
        voie.remplir(Regroupement.MOT_DE_PASSE, dernier.motDePasse());
        voie.presser("SUIVANT");
        voie.presser("VALIDER");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian, Inès, Noé");
        voie.auPlus(6, 4).dire(rapport, "trois courriers, deux visés");
    }

    /** De la page de connexion au compte activé, par le portable que l'école connaît. */
    @Test
    void sansCompte(TestReporter rapport) throws IOException {
        sansCompte(true, rapport);
    }

    @EssaiLong("la voie de qui n'a pas de compte, sans script ; ParcoursIT garde le chemin du guide sans script")
    @Test
    void sansCompteSansScript(TestReporter rapport) throws IOException {
        sansCompte(false, rapport);
    }

    private void sansCompte(boolean script, TestReporter rapport) throws IOException {
        String chiffres = script ? "0639981191" : "0639981192";
        String numero = "+33" + chiffres.substring(1);
        Pile.Compte compte = pile.cree("Florian");
        pile.base().executer("UPDATE responsable SET telephone_portable = '" + numero + "' WHERE id = " + compte.id());
        Visiteur parent = visiteur(script);
        Comptage voie = comptage(parent, script);
        parent.ouvrirPage("/accueil");
        voie.presser("je n’ai pas de compte");
        voie.remplir("Votre numéro de portable*", chiffres);
        voie.presser("Recevoir le code");
        parent.page().waitForCondition(() -> !sms(numero).isEmpty());
        voie.remplir("Code reçu*", code(numero));
        voie.presser("Confirmer");
        voie.remplir("Votre prénom*", "Cristelle");
        voie.remplir("Dates de naissance de tous vos enfants au collège ou au lycée*", "11/04/2012");
        voie.presser("Suivant");
        choisir(voie, "Activer");
        assertThat(parent.contenu()).contains(compte.identifiant());
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Florian");
        voie.auPlus(5, 6).dire(rapport, nom("sans compte, par SMS", script));
    }

    /** Le mot de passe provisoire donné à la connexion, sans autre compte. */
    @Test
    void activationSeule(TestReporter rapport) throws Exception {
        Pile.Compte compte = pile.cree("Florian");
        String papier = pile.papier(compte, Familles.UAI, AGENT);
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        Comptage voie = Comptage.auClavier(parent);
        parent.ouvrirPage("/accueil");
        voie.sIdentifier(compte.identifiant(), papier);
        voie.presser(NON);
        choisir(voie);
        voie.presser("Plus tard");
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Florian");
        voie.auPlus(4, 4).dire(rapport, "activation seule");
    }

    @Test
    void motDePasseOublie(TestReporter rapport) throws IOException {
        motDePasseOublie(true, rapport);
    }

    @EssaiLong("le mot de passe oublié sans script ; ParcoursIT garde le chemin du guide sans script")
    @Test
    void motDePasseOublieSansScript(TestReporter rapport) throws IOException {
        motDePasseOublie(false, rapport);
    }

    private void motDePasseOublie(boolean script, TestReporter rapport) throws IOException {
        Pile.Compte compte = pile.actif("Dylan");
        String adresse = compte.identifiant() + "@exemple.fr";
        pile.base().executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + compte.id());
        Visiteur parent = visiteur(script);
        Comptage voie = comptage(parent, script);
        parent.ouvrirPage("/accueil");
        voie.presser("mot de passe oublié ?");
        voie.remplir("Identifiant*", compte.identifiant());
        voie.presser("Recevoir le courriel");
        String lien = Boite.lien(new Boite(pile, adresse).attendre(parent, 1));
        voie.suivre(lien);
        if (script) {
            parent.page().locator("#nouveau-saisie").waitFor();
        } else {
            voie.remplir("Code du lien*", lien.substring(lien.indexOf('#') + 1));
            voie.presser("Suivant");
        }
        choisir(voie);
        assertThat(parent.titre()).isEqualTo("Mot de passe changé");
        voie.auPlus(script ? 4 : 5, script ? 3 : 4).dire(rapport, nom("mot de passe oublié", script));
    }

    private Visiteur visiteur(boolean script) {
        return script ? navigateur.visiteur(Navigateur.ORDINATEUR) : navigateur.sansScript(Navigateur.TELEPHONE);
    }

    private static Comptage comptage(Visiteur parent, boolean script) {
        return script ? Comptage.auClavier(parent) : Comptage.auDoigt(parent);
    }

    private static String nom(String voie, boolean script) {
        return script ? voie : voie + ", sans script";
    }

    private static void recopier(Comptage voie, Pile.Compte compte, String papier) {
        voie.remplir(Regroupement.IDENTIFIANT, compte.identifiant());
        voie.remplir(Regroupement.MOT_DE_PASSE, papier);
        voie.presser("SUIVANT");
    }

    /** « Oui », s'identifier avec le compte qui reste, et arriver à l'étape 2 ; sans script, un geste de plus. */
    private static void repondreOui(Visiteur parent, Comptage voie, Pile.Compte principal) {
        voie.presser(OUI);
        voie.sIdentifier(principal.identifiant(), principal.motDePasse());
        if (parent.chemin().equals("/courrier/suite")
                && !parent.page().locator("html.ts-script").isVisible()) {
            voie.presser("SUIVANT");
        }
        parent.page().waitForURL("**/compte/confirmation?demande=*");
    }

    private static void choisir(Comptage voie) {
        choisir(voie, "Enregistrer");
    }

    private static void choisir(Comptage voie, String bouton) {
        voie.remplir(NOUVEAU, BON);
        voie.remplir(ENCORE, BON);
        voie.presser(bouton);
    }

    private List<String> sms(String numero) {
        return pile.sms().recus().stream()
                .filter(recu -> recu.numero().equals(numero))
                .map(recu -> recu.texte())
                .toList();
    }

    private String code(String numero) {
        Matcher code = CODE_DE_SMS.matcher(sms(numero).get(0));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
