package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.demonstration.SmsDeDemonstration.Sms;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Un parent et son téléphone : ouvrir son compte sans courrier, confirmer son portable, montrer par lui que le compte est à soi. */
@EssaiLong("un téléphone de la confirmation à la preuve ; PreuveParSmsTest et PortableConfirmeTest gardent la règle")
@EssaiDeNavigateur
@Timeout(300)
class SmsIT {

    private static final Pattern CODE = Pattern.compile(" : ([0-9]{4} ?[0-9]{2,4}) est votre code");
    private static final String CHOISI = "Marée-Haute-7-Grèves";

    private final Pile pile;
    private final Navigateur navigateur;
    private final Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);

    SmsIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void duPortableAuCompteActive() {
        String numero = "+33639981101";
        Pile.Compte un = pile.cree("Florian");
        Pile.Compte deux = pile.cree("Dylan");
        pile.base()
                .executer(
                        "UPDATE responsable SET telephone_portable = '" + numero + "' WHERE id IN (" + un.id() + ", "
                                + deux.id() + ")",
                        "UPDATE eleve SET date_naissance = '2014-09-04' WHERE id = (SELECT eleve_id FROM rattachement"
                                + " WHERE responsable_id = " + deux.id() + ")");
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        parent.ouvrirPage("/sans-compte/enfants");
        assertThat(parent.chemin()).startsWith("/sans-compte?motif=perimee");
        assertThat(parent.contenu()).contains("Votre demande n’est plus valable");
        controle.controler(parent, "sans-compte, perimee");
        parent.ouvrirPage("/sans-compte");
        controle.controler(parent, "sans-compte");
        parent.saisir("Votre numéro de portable*", "05 56 00 00 00");
        parent.presserDans(".ts-actions", "Recevoir le code");
        assertThat(parent.texte("#numero-erreurs")).contains("commence par 06 ou 07");
        controle.controler(parent, "sans-compte, refus");
        parent.saisir("Votre numéro de portable*", "06 39 98 11 01");
        parent.presserDans(".ts-actions", "Recevoir le code");
        assertThat(parent.chemin()).startsWith("/sans-compte/code");
        controle.controler(parent, "sans-compte, code");
        parent.page().waitForCondition(() -> !recus(numero).isEmpty());
        parent.saisir("Code reçu*", "0000 0000");
        parent.presserDans(".ts-actions", "Confirmer");
        assertThat(parent.texte("#code-erreurs")).contains("Il vous reste 4 essais");
        controle.controler(parent, "sans-compte, code faux");
        parent.saisir("Code reçu*", code(numero));
        parent.presserDans(".ts-actions", "Confirmer");
        assertThat(parent.chemin()).startsWith("/sans-compte/enfants");
        controle.controler(parent, "sans-compte, enfants");
        parent.saisir("Votre prénom*", "cristelle");
        parent.saisir("Dates de naissance de tous vos enfants au collège ou au lycée*", "11/04/2012");
        parent.presserDans(".ts-actions", "Suivant");
        assertThat(parent.contenu()).contains("Il vous reste 2 essais");
        controle.controler(parent, "sans-compte, enfants, refus");
        parent.saisir("Dates de naissance de tous vos enfants au collège ou au lycée*", "11/04/2012 et 4/9/2014");
        parent.presserDans(".ts-actions", "Suivant");
        assertThat(parent.chemin()).startsWith("/sans-compte/mot-de-passe");
        assertThat(parent.contenu()).contains("2 comptes de Cristelle Durand");
        controle.controler(parent, "sans-compte, mot de passe");
        parent.page().locator("#nouveau-saisie").fill(CHOISI);
        parent.page().locator("#confirmation-saisie").fill(CHOISI);
        parent.presserDans(".ts-actions", "Activer");
        assertThat(parent.chemin()).startsWith("/sans-compte/fin");
        assertThat(parent.contenu()).contains(un.identifiant(), deux.identifiant());
        controle.controler(parent, "sans-compte, fin");
        parent.ouvrirPage("/accueil");
        parent.sIdentifier(un.identifiant(), CHOISI);
        assertThat(parent.contenu()).containsIgnoringCase("Florian");
        assertThat(controle.defauts()).isEmpty();
    }

    /** Un numéro inconnu mène à la même page, octet pour octet, et à la même suite. */
    @Test
    void laPageNeDitPasSiLeNumeroEstConnu() {
        Pile.Compte connu = pile.cree("Florian");
        pile.base().executer("UPDATE responsable SET telephone_portable = '+33639981102' WHERE id = " + connu.id());
        List<String> pages = Stream.of("06 39 98 11 02", "06 39 98 11 99")
                .map(numero -> {
                    Visiteur passant = navigateur.visiteur();
                    passant.ouvrirPage("/sans-compte");
                    passant.saisir("Votre numéro de portable*", numero);
                    passant.presserDans(".ts-actions", "Recevoir le code");
                    String apres = passant.chemin() + passant.contenu();
                    passant.page()
                            .waitForCondition(() -> pile.base()
                                            .compter("SELECT COUNT(*) FROM demande_sans_compte WHERE telephone = '+33"
                                                    + numero.replace(" ", "").substring(1) + "'")
                                    == 1);
                    passant.saisir("Code reçu*", "0000 0000");
                    passant.presserDans(".ts-actions", "Confirmer");
                    return apres + passant.contenu();
                })
                .toList();
        assertThat(pages.get(0)).isEqualTo(pages.get(1));
    }

    @Test
    void lePortableSeConfirmePuisProuveLeTitulaire() throws Exception {
        String numero = "+33639981103";
        Pile.Compte compte = pile.actif("Dylan");
        pile.familles().lier(compte.id(), pile.familles().eleve("Noé", "0330002B"));
        pile.base()
                .executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY WHERE id = "
                        + compte.id());
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        parent.seConnecter(compte);
        parent.ouvrirPage("/compte/portable");
        controle.controler(parent, "portable");
        parent.saisir("Téléphone portable", "06 39 98 11 03");
        parent.presserDans(".ts-actions", "Recevoir le code");
        controle.controler(parent, "portable, code");
        parent.page().waitForCondition(() -> !recus(numero).isEmpty());
        parent.saisir("Code reçu*", "000000");
        parent.presserDans(".ts-actions", "Confirmer");
        assertThat(parent.texte("#code-erreurs")).contains("Ce n’est pas le code du dernier SMS");
        controle.controler(parent, "portable, code faux");
        parent.saisir("Code reçu*", code(numero));
        parent.presserDans(".ts-actions", "Confirmer");
        assertThat(parent.contenu())
                .contains("Votre téléphone portable est confirmé.", "06 39 98 11 03")
                .doesNotContain("pas encore confirmé");
        controle.controler(parent, "profil, portable confirmé");

        pile.base()
                .executer(
                        "UPDATE responsable SET telephone_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY WHERE id = "
                                + compte.id());
        String motDePasse = pile.papier(compte, Familles.UAI, "secretariat.moulin");
        Visiteur revenu = navigateur.visiteur(Navigateur.TELEPHONE);
        revenu.ouvrirPage("/accueil");
        revenu.sIdentifier(compte.identifiant(), motDePasse);
        revenu.ouvrirPage("/compte/preuve");
        assertThat(revenu.contenu()).contains("… 03", "c…@exemple.fr").doesNotContain("98 11 03");
        controle.controler(revenu, "preuve, deux moyens");
        int avant = recus(numero).size();
        revenu.presserDans("#envoi", "Recevoir le code par SMS");
        controle.controler(revenu, "preuve, code par SMS");
        revenu.page().waitForCondition(() -> recus(numero).size() > avant);
        revenu.saisir("Code reçu*", code(numero));
        revenu.presserDans("#formulaire-code", "Confirmer");
        revenu.ouvrirPage("/sessions");
        assertThat(pile.base()
                        .lire("SELECT JSON_VALUE(details, '$.moyen') FROM journal WHERE action = 'TITULAIRE_PROUVE' AND"
                                + " responsable_id = " + compte.id()))
                .containsExactly("CODE_PAR_SMS");
        Visiteur curieux = navigateur.visiteur(Navigateur.ORDINATEUR);
        curieux.page().navigate(pile.adresse().replace(Pile.APPLICATION, "") + "/sms/");
        assertThat(curieux.page().content()).contains("SMS envoyés", numero, "Ne répondez pas");
        assertThat(controle.defauts()).isEmpty();
    }

    private List<Sms> recus(String numero) {
        return pile.sms().recus().stream()
                .filter(recu -> recu.numero().equals(numero))
                .toList();
    }

    private String code(String numero) {
        List<Sms> recus = recus(numero);
        Matcher code = CODE.matcher(recus.get(recus.size() - 1).texte());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
