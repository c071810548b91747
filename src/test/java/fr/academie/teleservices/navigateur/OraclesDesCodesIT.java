package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ce que disent les codes reçus, à qui les attend ou à qui n'a qu'un courrier : rien du compte d'un autre, rien de plus que ce que sa
 * propre session sait déjà.
 *
 * <p>Le titulaire lit combien d'essais restent à son propre code, et qu'il lui en faut un autre : cela ne dit rien qu'il n'ait demandé
 * lui-même. Expiré, épuisé, envoyé à une autre session ou jamais envoyé, un code qui ne vaut plus rien a une seule réponse.
 */
@EssaiLong("la même réponse et le même temps à chaque code manqué ; PreuveParCodeTest garde la règle")
@ExtendWith(PileExtension.class)
@Timeout(300)
class OraclesDesCodesIT {

    private static final String FAUX = "000000";
    private static final String BON = Familles.MOT_DE_PASSE;
    private static final String CODE = "formulaire-code";

    private final Pile pile;

    OraclesDesCodesIT(Pile pile) {
        this.pile = pile;
    }

    /** Le mot de passe d'un courrier, à l'entrée : faux, expiré, fermé, jamais remis, ou de personne. */
    @Test
    void leCourrierRefuseALEntreeNeDitPasPourquoi() {
        Pile.Compte sansCourrier = pile.cree("Zoé");
        pile.base().executer("UPDATE responsable SET mot_de_passe = NULL WHERE id = " + sansCourrier.id());
        Map<String, String[]> causes = new LinkedHashMap<>();
        causes.put("inconnu", new String[] {"personne.inconnue", Familles.MOT_DE_PASSE});
        causes.put("créé, faux", new String[] {pile.cree("Léo").identifiant(), "Mauvais!2026"});
        causes.put("expiré, faux", new String[] {pile.expire("Lou").identifiant(), "Mauvais!2026"});
        causes.put("actif, faux", new String[] {pile.actif("Léa").identifiant(), "Mauvais!2026"});
        causes.put("fermé", new String[] {pile.ferme().identifiant(), Familles.MOT_DE_PASSE});
        causes.put("sans courrier", new String[] {sansCourrier.identifiant(), Familles.MOT_DE_PASSE});
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        causes.forEach((cause, tape) -> {
            ClientHttp passant = new ClientHttp(pile);
            String connexion = ClientHttp.versOu(passant.lire("/accueil"));
            Map<String, String> champs =
                    ClientHttp.champs(passant.lire(connexion).body());
            champs.put("username", tape[0]);
            champs.put("password", tape[1]);
            HttpResponse<String> refus = passant.envoyer(connexion.substring(0, connexion.indexOf('?')), champs);
            vus.put(cause, List.of(Vu.de(refus, tape[0])));
        });
        Vu.exigerLeMeme(vus);
    }

    /** Demander un code, puis se tromper jusqu'au bout : la même suite, que l'adresse soit à personne ou à un autre compte. */
    @ParameterizedTest
    @ValueSource(strings = {"activation", "compte"})
    void confirmerUneAdresseNeDitPasSiUnAutreLaPorte(String lieu) {
        Pile.Compte confirme = pile.actif("Léa");
        pile.base().executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + confirme.id());
        Pile.Compte attendue = pile.actif("Lise");
        attendre(attendue, "attendue.oracle@exemple.fr");
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        for (String adresse : List.of(
                "personne." + lieu + "@exemple.fr",
                confirme.identifiant() + "@exemple.fr",
                pile.cree("Léo").identifiant() + "@exemple.fr",
                pile.ferme().identifiant() + "@exemple.fr",
                "attendue.oracle@exemple.fr")) {
            Pile.Compte compte = lieu.equals("compte") ? pile.actif("Dylan") : pile.cree("Dylan");
            ClientHttp parent = new ClientHttp(pile).connecter(compte);
            if (lieu.equals("activation")) {
                activer(parent);
            }
            String[] saisies = {adresse, compte.identifiant()};
            List<Vu> suite = new ArrayList<>();
            String page = "/" + lieu + "/mail";
            HttpResponse<String> envoi = envoyer(parent, page, "formulaire", "envoyer", Map.of("mail-saisie", adresse));
            assertThat(envoi.statusCode()).as(adresse).isEqualTo(302);
            suite.add(Vu.de(envoi, saisies));
            suite.add(Vu.de(parent.lire(page), saisies));
            for (int i = 0; i < 6; i++) {
                suite.add(Vu.de(confirmer(parent, page, FAUX), saisies));
            }
            assertThat(suite.get(2).corps()).contains("code-erreurs");
            vus.put(adresse, suite);
        }
        Vu.exigerLeMeme(vus);
    }

    @ParameterizedTest
    @ValueSource(strings = {"activation", "compte"})
    void unCodeDAdresseRefuseNeDitPasPourquoi(String lieu) {
        Pile.Compte compte = lieu.equals("compte") ? pile.actif("Dylan") : pile.cree("Dylan");
        ClientHttp parent = new ClientHttp(pile).connecter(compte);
        if (lieu.equals("activation")) {
            activer(parent);
        }
        attendre(pile.actif("Léa"), "dun.autre@exemple.fr");
        String page = "/" + lieu + "/mail";
        String adresse = "nouvelle." + lieu + "@exemple.fr";
        String mien = " WHERE responsable_id = " + compte.id();

        envoyer(parent, page, "formulaire", "envoyer", Map.of("mail-saisie", adresse));
        Map<String, List<Vu>> faux = new LinkedHashMap<>();
        for (String code : List.of(FAUX, BON, "pas un code", "ẍ")) {
            pile.base().executer("UPDATE mail_en_attente SET essais = 0" + mien);
            faux.put(code, List.of(Vu.de(confirmer(parent, page, code), code)));
        }
        Vu.exigerLeMeme(faux);

        pile.preparer();
        attendre(compte, adresse);
        Map<String, List<Vu>> perimes = new LinkedHashMap<>();
        for (String cause : List.of(
                "essais = 5",
                "essais = 0, envoye_le = UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, expire_le = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR")) {
            pile.base().executer("UPDATE mail_en_attente SET " + cause + mien);
            for (String code : List.of(BON, FAUX)) {
                perimes.put(cause + " " + code, List.of(Vu.de(confirmer(parent, page, code), code)));
            }
        }
        Vu.exigerLeMeme(perimes);
        assertThat(perimes.values())
                .allSatisfy(vu -> assertThat(vu.get(0).corps()).contains("code-erreurs"));
    }

    /** Le même envoi deux fois : le second retrouve ce que le premier a fait ; dans un autre onglet, l'adresse a pu être oubliée. */
    @Test
    void unCodeDAdresseDejaServiRetrouveCeQuIlAFait() {
        Pile.Compte compte = pile.actif("Dylan");
        ClientHttp parent = new ClientHttp(pile).connecter(compte);
        attendre(compte, "deja.servi@exemple.fr");
        Map<String, String> champs = formulaire(parent, "/compte/mail", CODE, "confirmer", Map.of("code-saisie", BON));
        HttpResponse<String> premier = parent.envoyer("/compte/mail", champs);
        assertThat(premier.statusCode()).isEqualTo(302);
        HttpResponse<String> second = parent.envoyer("/compte/mail", champs);
        assertThat(List.of(Vu.de(second, ""))).isEqualTo(List.of(Vu.de(premier, "")));
    }

    /** Qui n'a qu'un courrier n'apprend pas si un code est parti, d'où, ni ce qu'il est devenu. */
    @Test
    void unCodeDePreuveQuiNeVautRienNeDitPasPourquoi() throws Exception {
        Pile.Compte compte = pile.actif("Dylan");
        pile.familles().lier(compte.id(), pile.familles().eleve("Noé", "0330002B"));
        pile.base()
                .executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 1 DAY WHERE id = "
                        + compte.id());
        String papier = pile.papier(compte, Familles.UAI, "secretariat.moulin");
        ClientHttp intrus = new ClientHttp(pile);
        intrus.entrer("/accueil", compte.identifiant(), papier);
        String mien = " WHERE responsable_id = " + compte.id();
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        for (String cause : List.of(
                "UPDATE code_de_preuve SET essais = 5",
                "UPDATE code_de_preuve SET envoye_le = envoye_le - INTERVAL 1 HOUR, expire_le = expire_le - INTERVAL 1 HOUR",
                "UPDATE code_de_preuve SET session_id = session_id + 1000000",
                "DELETE FROM code_de_preuve")) {
            pile.base().executer("DELETE FROM code_de_preuve" + mien);
            envoyer(intrus, "/compte/preuve", "envoi", "envoyer", Map.of());
            pile.base().executer("UPDATE code_de_preuve SET code = '" + Familles.ARGON2 + "'" + mien);
            Map<String, String> champs = formulaire(intrus, "/compte/preuve", CODE, "confirmer", Map.of());
            pile.base().executer(cause + mien);
            for (String code : List.of(BON, "00000000")) {
                champs.put("code-saisie", code);
                vus.put(cause + " " + code, List.of(Vu.de(intrus.envoyer("/compte/preuve", champs), code)));
            }
        }
        Vu.exigerLeMeme(vus);
        assertThat(vus.values()).allSatisfy(vu -> assertThat(vu.get(0).corps()).contains("Ce code ne sert plus"));
    }

    /** L'adresse a cessé de valoir pendant que le code se tapait, ou se demandait : une opposition, un autre courrier. */
    @Test
    void unCodeTapeQuandLAdresseADisparuDitParOuSeProuver() throws Exception {
        Pile.Compte compte = pile.actif("Dylan");
        pile.familles().lier(compte.id(), pile.familles().eleve("Noé", "0330002B"));
        String confirmer = "UPDATE responsable SET mail_confirme_le = %s WHERE id = " + compte.id();
        pile.base().executer(String.format(confirmer, "UTC_TIMESTAMP(3) - INTERVAL 1 DAY"));
        ClientHttp parent = new ClientHttp(pile);
        parent.entrer("/accueil", compte.identifiant(), pile.papier(compte, Familles.UAI, "secretariat.moulin"));
        Map<String, String> demande = formulaire(parent, "/compte/preuve", "envoi", "envoyer", Map.of());
        parent.envoyer("/compte/preuve", demande);
        pile.base()
                .executer("UPDATE code_de_preuve SET code = '" + Familles.ARGON2 + "' WHERE responsable_id = "
                        + compte.id());
        Map<String, String> code = formulaire(parent, "/compte/preuve", CODE, "confirmer", Map.of("code-saisie", BON));
        pile.base().executer(String.format(confirmer, "NULL"));
        for (Map<String, String> champs : List.of(code, demande)) {
            HttpResponse<String> refus = parent.envoyer("/compte/preuve", champs);
            assertThat(refus.statusCode()).isEqualTo(200);
            assertThat(refus.body())
                    .contains("Donnez le courrier d’un autre établissement, ou adressez-vous à l’établissement")
                    .doesNotContain("id=\"code-saisie\"");
        }
        assertThat(parent.lire("/compte/enfants").body()).doesNotContain("Noé");
    }

    /** Une adresse attend, et son code est {@link #BON}. */
    private void attendre(Pile.Compte compte, String adresse) {
        pile.base()
                .executer(
                        "REPLACE INTO mail_en_attente (responsable_id, mail, code, lien, envoye_le, expire_le) VALUES ("
                                + compte.id() + ", '" + adresse + "', '" + Familles.ARGON2 + "', SHA2('"
                                + compte.identifiant()
                                + "', 256), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 30 MINUTE)");
    }

    private static void activer(ClientHttp parent) {
        envoyer(parent, "/activation", "formulaire", "suivant", Map.of());
        String choisi = "Marée-Haute-7-Grèves";
        HttpResponse<String> fait = envoyer(
                parent,
                "/activation/mot-de-passe",
                "formulaire",
                "enregistrer",
                Map.of("nouveau-saisie", choisi, "confirmation-saisie", choisi));
        assertThat(ClientHttp.versOu(fait)).contains("/activation/mail");
    }

    private static HttpResponse<String> confirmer(ClientHttp parent, String page, String code) {
        return envoyer(parent, page, CODE, "confirmer", Map.of("code-saisie", code));
    }

    private static HttpResponse<String> envoyer(
            ClientHttp client, String page, String formulaire, String bouton, Map<String, String> saisies) {
        return client.envoyer(page, formulaire(client, page, formulaire, bouton, saisies));
    }

    /** Les champs d'un seul formulaire de la page, avec un seul bouton, comme un navigateur les envoie. */
    private static Map<String, String> formulaire(
            ClientHttp client, String page, String id, String bouton, Map<String, String> saisies) {
        String corps = client.lire(page).body();
        Matcher formulaire =
                Pattern.compile("(?s)<form id=\"" + id + "\".*?</form>").matcher(corps);
        if (!formulaire.find()) {
            throw new AssertionError("Pas de " + id + " à " + page + " : " + corps);
        }
        Map<String, String> champs =
                ClientHttp.champs(formulaire.group().replaceAll("<input[^>]*type=\"submit\"[^>]*>", ""));
        champs.put(bouton, "");
        champs.putAll(saisies);
        return champs;
    }
}
