package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PROFIL : l'adresse mail qui change, l'ancienne qui s'y oppose, le téléphone. */
@EssaiLong("l'adresse changée, confirmée, contredite ; MailServiceTest garde la règle")
@EssaiDeNavigateur
class AdresseMailIT {

    private static final String MAIL = "Adresse mail*";
    private static final String CODE = "Code reçu*";

    private final Pile pile;
    private final Navigateur navigateur;

    AdresseMailIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void lAdresseChangeParLeCodePuisLAncienneLaRemet(int largeur) {
        Pile.Compte compte = pile.actif("Dylan");
        confirmerLAdresseConnue(compte);
        String ancienne = compte.identifiant() + "@exemple.fr";
        String nouvelle = compte.identifiant() + ".autre@exemple.fr";
        Controle controle = new Controle(largeur);
        Visiteur parent = navigateur.visiteur(largeur);
        parent.seConnecter(compte);
        parent.ouvrirPage("/compte/profil");
        parent.presserDans("main", "Changer l’adresse mail");
        assertThat(parent.contenu()).contains("Adresse actuelle : " + ancienne);
        parent.saisir(MAIL, ancienne);
        parent.presserDans(".ts-actions", "Recevoir le code");
        assertThat(parent.texte("#mail-erreurs")).contains("déjà celle de votre compte");
        controle.controler(parent, "/compte/mail, refus");
        parent.saisir(MAIL, nouvelle);
        parent.presserDans(".ts-actions", "Recevoir le code");
        controle.controler(parent, "/compte/mail, code");
        parent.ouvrirPage("/compte/profil");
        assertThat(parent.contenu()).contains(ancienne).contains("En attente de confirmation " + nouvelle);
        controle.controler(parent, "/compte/profil, en attente");

        String code = Boite.code(new Boite(pile, nouvelle).attendre(parent, 1));
        String opposition = Boite.lien(new Boite(pile, ancienne).attendre(parent, 1));
        parent.ouvrirPage("/compte/mail");
        parent.saisir(CODE, code);
        parent.presserDans(".ts-actions", "Confirmer");
        assertThat(parent.chemin()).startsWith("/compte/profil");
        assertThat(parent.contenu())
                .contains("Votre adresse mail est confirmée.", nouvelle)
                .doesNotContain("attente");

        Visiteur titulaire = navigateur.visiteur(largeur);
        titulaire.ouvrirPage(opposition);
        assertThat(titulaire.titre()).isEqualTo("S’opposer au changement d’adresse mail");
        assertThat(titulaire.contenu()).contains(compte.identifiant(), nouvelle, ancienne);
        assertThat(adresse(compte)).as("ouvrir le lien ne fait rien").isEqualTo(nouvelle);
        controle.controler(titulaire, "/mail/opposition");
        titulaire.presserDans("main", "Remettre mon adresse en place");
        assertThat(titulaire.titre()).isEqualTo("Adresse mail remise en place");
        assertThat(adresse(compte)).isEqualTo(ancienne);
        titulaire.ouvrirPage(opposition);
        assertThat(titulaire.contenu()).contains("Ce lien ne sert plus");
        controle.controler(titulaire, "/mail/opposition, périmé");
        assertThat(pile.base()
                        .compter("SELECT COUNT(*) FROM session_ouverte WHERE finie_le IS NULL AND identifiant = '"
                                + compte.identifiant() + "'"))
                .isZero();
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void cinqCodesFauxPuisUnCodeExpireEtCeluiDUnAutre() {
        Pile.Compte compte = pile.actif("Dylan");
        Pile.Compte autre = pile.actif("Noé");
        String mail = compte.identifiant() + ".autre@exemple.fr";
        Visiteur parent = demande(compte, mail);
        Visiteur voisin = demande(autre, autre.identifiant() + ".autre@exemple.fr");
        String code = Boite.code(new Boite(pile, mail).attendre(parent, 1));
        voisin.saisir(CODE, code);
        voisin.presserDans(".ts-actions", "Confirmer");
        assertThat(voisin.texte("#code-erreurs")).contains("Ce n’est pas le code");
        for (int i = 0; i < 5; i++) {
            parent.saisir(CODE, "000000".equals(code) ? "111111" : "000000");
            parent.presserDans(".ts-actions", "Confirmer");
        }
        parent.saisir(CODE, code);
        parent.presserDans(".ts-actions", "Confirmer");
        assertThat(parent.texte("#code-erreurs")).contains("Ce code ne sert plus");

        pile.base()
                .executer("UPDATE mail_en_attente SET envoye_le = envoye_le - INTERVAL 2 MINUTE WHERE responsable_id = "
                        + compte.id());
        parent.presserDans(".ts-actions", "Renvoyer le code");
        assertThat(parent.contenu()).contains("Un nouveau code est envoyé.");
        String second = new Boite(pile, mail).attendre(parent, 2);
        pile.base()
                .executer("UPDATE mail_en_attente SET envoye_le = envoye_le - INTERVAL 1 HOUR, expire_le = expire_le -"
                        + " INTERVAL 1 HOUR WHERE responsable_id = " + compte.id());
        parent.saisir(CODE, Boite.code(second));
        parent.presserDans(".ts-actions", "Confirmer");
        assertThat(parent.texte("#code-erreurs")).contains("Ce code ne sert plus");
        parent.ouvrirPage(Boite.lien(second));
        assertThat(parent.contenu()).contains("Ce lien ne sert plus");
        assertThat(adresse(compte)).isEqualTo(compte.identifiant() + "@exemple.fr");
        parent.ouvrirPage("/compte/mail");
        parent.presserDans(".ts-actions", "Garder l’ancienne adresse");
        assertThat(parent.actions(".ts-actions")).contains("Recevoir le code");
    }

    @Test
    void unFixeEstRefuseEtRienEffaceLeTelephone() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        parent.ouvrirPage("/compte/portable");
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        controle.controler(parent, "/compte/portable");
        parent.saisir("Téléphone portable", "05 56 00 00 00");
        parent.presserDans(".ts-actions", "Recevoir le code");
        assertThat(parent.texte("#portable-erreurs")).contains("commence par 06 ou 07");
        controle.controler(parent, "/compte/portable, refus");
        parent.saisir("Téléphone portable", "");
        parent.presserDans(".ts-actions", "Recevoir le code");
        assertThat(parent.contenu()).contains("Votre téléphone portable est enregistré.");
        assertThat(controle.defauts()).isEmpty();
    }

    private Visiteur demande(Pile.Compte compte, String mail) {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(compte);
        parent.ouvrirPage("/compte/mail");
        parent.saisir(MAIL, mail);
        parent.presserDans(".ts-actions", "Recevoir le code");
        return parent;
    }

    private void confirmerLAdresseConnue(Pile.Compte compte) {
        pile.base().executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + compte.id());
    }

    private String adresse(Pile.Compte compte) {
        return pile.base()
                .lire("SELECT mail FROM responsable WHERE id = " + compte.id())
                .get(0);
    }
}
