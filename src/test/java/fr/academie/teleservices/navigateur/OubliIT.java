package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Le mot de passe et l'identifiant oubliés, le mot de passe changé : du lien reçu à la connexion. */
@EssaiLong("l'oubli à deux largeurs, sans script, redemandé trop ; VoiesIT en garde le chemin, "
        + "OubliServiceTest les règles")
@EssaiDeNavigateur
class OubliIT {

    private static final String BON = "Marée-Haute-7-Grèves";
    private static final String AUTRE = "Vélo-Jaune-8-Ponts";

    private final Pile pile;
    private final Navigateur navigateur;

    OubliIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void leLienRecuChangeLeMotDePasseUneFoisEtLeMemeMessageRepondATous(int largeur) {
        Pile.Compte compte = confirme("Dylan");
        Controle controle = new Controle(largeur);
        Visiteur parent = navigateur.visiteur(largeur);
        String inconnu = demander(parent, "/oubli/mot-de-passe", "Identifiant*", "personne.inconnue");
        String connu = demander(parent, "/oubli/mot-de-passe", "Identifiant*", compte.identifiant());
        assertThat(connu).isEqualTo(inconnu);
        controle.controler(parent, "/oubli/envoye");

        Boite boite = boite(compte);
        String premier = Boite.lien(boite.attendre(parent, 1));
        vieillir(compte);
        demander(parent, "/oubli/mot-de-passe", "Identifiant*", compte.identifiant());
        String lien = Boite.lien(boite.attendre(parent, 2));
        suivre(parent, premier);
        assertThat(parent.contenu()).as("un lien dont on se sert reste").doesNotContain("Ce lien ne sert plus");
        parent.ouvrirPage("/oubli/nouveau?jeton=faux");
        assertThat(parent.contenu()).contains("Ce lien ne sert plus");
        controle.controler(parent, "/oubli/nouveau, périmé");
        suivre(parent, lien);
        choisir(parent, "Azertyuiop-2026");
        assertThat(parent.texte("#nouveau-erreurs")).contains("trop courant");
        controle.controler(parent, "/oubli/nouveau, refus");
        choisir(parent, BON);
        assertThat(parent.titre()).isEqualTo("Mot de passe changé");
        controle.controler(parent, "/oubli/fait");
        suivre(parent, lien);
        assertThat(parent.contenu()).contains("Ce lien ne sert plus");
        assertThat(boite.attendre(parent, 3)).contains("vient d’être changé").doesNotContain(BON);
        assertThat(controle.defauts()).isEmpty();

        parent.ouvrirPage("/accueil");
        parent.sIdentifier(compte.identifiant(), BON);
        assertThat(parent.chemin()).isEqualTo("/accueil");
    }

    @Test
    void unLienExpireNeSertPlus() {
        Pile.Compte compte = confirme("Dylan");
        Visiteur parent = navigateur.visiteur();
        demander(parent, "/oubli/mot-de-passe", "Identifiant*", compte.identifiant());
        suivre(parent, Boite.lien(boite(compte).attendre(parent, 1)));
        pile.base()
                .executer("UPDATE jeton_courriel SET cree_le = cree_le - INTERVAL 1 HOUR, expire_le = expire_le -"
                        + " INTERVAL 1 HOUR WHERE responsable_id = " + compte.id());
        choisir(parent, BON);
        assertThat(parent.contenu()).contains("Ce lien ne sert plus");
        parent.presserDans("main", "Demander un nouveau lien");
        assertThat(parent.titre()).isEqualTo("Mot de passe oublié");
    }

    @Test
    void lesIdentifiantsDUneAdresseViennentEnUnSeulMessage() {
        Pile.Compte un = confirme("Dylan");
        Pile.Compte deux = confirme("Florian");
        String famille = un.identifiant() + ".famille@exemple.fr";
        pile.base()
                .executer("UPDATE responsable SET mail = '" + famille + "' WHERE id IN (" + un.id() + ", " + deux.id()
                        + ")");
        Visiteur parent = navigateur.visiteur();
        demander(parent, "/oubli/identifiant", "Adresse mail*", famille);
        assertThat(new Boite(pile, famille).attendre(parent, 1)).contains(un.identifiant(), deux.identifiant());
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void leMotDePasseChangeDansLeProfilFermeLesAutresSessionsEtLeDit(int largeur) {
        Pile.Compte compte = confirme("Dylan");
        Controle controle = new Controle(largeur);
        Visiteur ailleurs = navigateur.visiteur();
        ailleurs.seConnecter(compte);
        Visiteur parent = navigateur.visiteur(largeur);
        parent.seConnecter(compte);
        parent.ouvrirPage("/compte/mot-de-passe");
        controle.controler(parent, "/compte/mot-de-passe");
        parent.saisir("Mot de passe actuel*", "Mauvais!2026");
        choisir(parent, AUTRE);
        assertThat(parent.texte("#actuel-erreurs")).contains("Ce n’est pas votre mot de passe actuel.");
        controle.controler(parent, "/compte/mot-de-passe, refus");
        parent.saisir("Mot de passe actuel*", compte.motDePasse());
        choisir(parent, AUTRE);
        assertThat(parent.contenu()).contains("Votre mot de passe est changé.");
        assertThat(boite(compte).attendre(parent, 1))
                .contains("vient d’être changé")
                .doesNotContain(AUTRE);
        assertThat(pile.base()
                        .compter("SELECT COUNT(*) FROM session_ouverte WHERE finie_le IS NULL AND identifiant = '"
                                + compte.identifiant() + "'"))
                .isEqualTo(1);
        assertThat(controle.defauts()).isEmpty();
    }

    /** Ce qu'un journal d'accès écrit est ce que le navigateur demande : le secret n'y est jamais, ni dans l'adresse qui reste affichée. */
    @Test
    void leSecretDuLienNEstDansAucuneAdresseDemandee() {
        Pile.Compte compte = confirme("Dylan");
        Visiteur parent = navigateur.visiteur();
        demander(parent, "/oubli/mot-de-passe", "Identifiant*", compte.identifiant());
        String lien = Boite.lien(boite(compte).attendre(parent, 1));
        String secret = lien.substring(lien.indexOf('#') + 1);
        assertThat(lien).startsWith("/oubli/nouveau#");
        List<String> demandees = new ArrayList<>();
        parent.page().onRequest(demande -> {
            demandees.add(demande.url().replaceAll("#.*", ""));
            demandees.add(String.valueOf(demande.headers().get("referer")));
        });
        suivre(parent, lien);
        assertThat(parent.page().url()).doesNotContain(secret);
        choisir(parent, BON);
        assertThat(parent.titre()).isEqualTo("Mot de passe changé");
        assertThat(demandees)
                .hasSizeGreaterThan(4)
                .allSatisfy(demandee -> assertThat(demandee).doesNotContain(secret));
    }

    @Test
    void sansScriptLeCodeDuLienSeRecopie() {
        Pile.Compte compte = confirme("Dylan");
        Visiteur parent = navigateur.visiteur();
        demander(parent, "/oubli/mot-de-passe", "Identifiant*", compte.identifiant());
        String lien = Boite.lien(boite(compte).attendre(parent, 1));
        ClientHttp sansScript = new ClientHttp(pile);
        Map<String, String> champs =
                ClientHttp.champs(sansScript.lire("/oubli/nouveau").body());
        champs.remove("lire");
        champs.put("recopier-saisie", lien.substring(lien.indexOf('#') + 1));
        assertThat(sansScript.envoyer("/oubli/nouveau", champs).body()).contains("id=\"nouveau-saisie\"");
        champs.put("recopier-saisie", "faux");
        assertThat(sansScript.envoyer("/oubli/nouveau", champs).body()).contains("Ce lien ne sert plus");
    }

    /** Ouvre le lien, et attend que la page ait envoyé ce qu'il porte. */
    private static void suivre(Visiteur parent, String lien) {
        parent.ouvrirPage(lien);
        parent.page()
                .waitForCondition(() -> parent.page().locator("#recopie").count() == 0
                        && parent.page().locator("main h1").count() == 1);
    }

    /** Le lien envoyé l'a été il y a plus de dix minutes. */
    private void vieillir(Pile.Compte compte) {
        pile.base()
                .executer("UPDATE jeton_courriel SET cree_le = cree_le - INTERVAL 11 MINUTE WHERE responsable_id = "
                        + compte.id());
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void quiRedemandeTropLitLHeureOuReessayer(int largeur) {
        Visiteur parent = navigateur.visiteur(largeur);
        Controle controle = new Controle(largeur);
        String saisie = "personne.insistante" + largeur;
        for (int i = 0; i < 5; i++) {
            demander(parent, "/oubli/mot-de-passe", "Identifiant*", saisie);
        }
        parent.ouvrirPage("/oubli/mot-de-passe");
        parent.saisir("Identifiant*", saisie);
        parent.presserDans(".ts-actions", "Recevoir le courriel");
        assertThat(parent.chemin()).isEqualTo("/oubli/mot-de-passe");
        assertThat(parent.contenu())
                .containsPattern("Vous avez fait cette demande trop de fois\\. Réessayez à \\d{1,2} h \\d\\d, dans");
        assertThat(parent.page().locator("#identifiant-saisie").inputValue()).isEqualTo(saisie);
        controle.controler(parent, "/oubli/mot-de-passe, attente");
        assertThat(controle.defauts()).isEmpty();
    }

    private Pile.Compte confirme(String enfant) {
        Pile.Compte compte = pile.actif(enfant);
        pile.base().executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + compte.id());
        return compte;
    }

    private Boite boite(Pile.Compte compte) {
        return new Boite(pile, compte.identifiant() + "@exemple.fr");
    }

    private static String demander(Visiteur parent, String page, String champ, String saisie) {
        parent.ouvrirPage(page);
        parent.saisir(champ, saisie);
        parent.presserDans(".ts-actions", "Recevoir le courriel");
        assertThat(parent.chemin()).isEqualTo("/oubli/envoye");
        return parent.contenu();
    }

    private static void choisir(Visiteur parent, String nouveau) {
        parent.page().locator("#nouveau-saisie").fill(nouveau);
        parent.page().locator("#confirmation-saisie").fill(nouveau);
        parent.presserDans(".ts-actions", "Enregistrer");
    }
}
