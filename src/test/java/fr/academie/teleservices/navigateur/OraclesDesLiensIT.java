package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ce que disent les liens reçus par courriel, et les nombres montrés (tuile, menus, À faire) : rien d'un compte ou d'une école à qui
 * n'en a pas le droit.
 *
 * <p>Un lien qui ne vaut plus rien a une seule réponse, quelle qu'en soit la cause : un jeton de 128 bits ne se devine pas, mais un lien
 * trouvé (courriel transféré, historique d'un poste partagé) dirait sinon si son compte est encore ouvert, ou si le titulaire a déjà agi.
 */
@ExtendWith(PileExtension.class)
@Timeout(300)
class OraclesDesLiensIT {

    private final Pile pile;
    private String prefixe = "";

    OraclesDesLiensIT(Pile pile) {
        this.pile = pile;
    }

    /** Inconnu, expiré, servi, d'un compte fermé, d'un autre emploi, mal formé : à la lecture comme à l'envoi. */
    @ParameterizedTest
    @CsvSource({"/oubli/nouveau, enregistrer", "/mail/confirmer, confirmer", "/mail/opposition, opposer"})
    void unLienQuiNeVautRienNeDitPasPourquoi(String page, String bouton) {
        prefixe = bouton + "-";
        Pile.Compte compte = pile.actif("Dylan");
        Pile.Compte ferme = pile.ferme();
        String heure = "UTC_TIMESTAMP(3) + INTERVAL 1 HOUR";
        String passe = "UTC_TIMESTAMP(3) - INTERVAL 1 HOUR";
        oubli(compte, "oubli", heure, "NULL");
        oubli(compte, "oubli.expire", passe, "NULL");
        oubli(compte, "oubli.servi", heure, "UTC_TIMESTAMP(3)");
        oubli(ferme, "oubli.ferme", heure, "NULL");
        confirmation(compte, "mail", heure);
        confirmation(pile.actif("Léa"), "mail.expire", passe);
        confirmation(ferme, "mail.ferme", heure);
        opposition(compte, "opposition", heure, "NULL");
        opposition(compte, "opposition.expiree", passe, "NULL");
        opposition(compte, "opposition.servie", heure, "UTC_TIMESTAMP(3)");
        String sien = page.equals("/oubli/nouveau") ? "oubli" : page.equals("/mail/confirmer") ? "mail" : "opposition";

        Map<String, String> envoi = ClientHttp.champs(
                new ClientHttp(pile).lire(page + "?jeton=" + jeton(sien)).body());
        assertThat(envoi).as("un lien vivant montre son bouton").containsKey(bouton);
        Map<String, String> valeurs = new LinkedHashMap<>();
        for (String nom : List.of(
                "inconnu",
                "oubli",
                "oubli.expire",
                "oubli.servi",
                "oubli.ferme",
                "mail",
                "mail.expire",
                "mail.ferme",
                "opposition",
                "opposition.expiree",
                "opposition.servie")) {
            if (!nom.equals(sien)) {
                valeurs.put(nom, jeton(nom));
            }
        }
        valeurs.put("mal formé", "ẍ");
        valeurs.put("trop long", "y".repeat(2_000));
        valeurs.put("vide", "");

        Map<String, List<Vu>> lus = new LinkedHashMap<>();
        Map<String, List<Vu>> envoyes = new LinkedHashMap<>();
        valeurs.forEach((cause, valeur) -> {
            String adresse = page + "?jeton=" + ClientHttp.encoder(valeur);
            lus.put(cause, List.of(Vu.de(new ClientHttp(pile).lire(adresse), ClientHttp.encoder(valeur), valeur)));
            envoyes.put(cause, List.of(Vu.de(envoyer(page, sien, bouton, valeur), valeur)));
        });
        Vu.exigerLeMeme(lus);
        Vu.exigerLeMeme(envoyes);
        assertThat(lus.get("inconnu")).satisfies(vu -> {
            assertThat(vu.get(0).statut()).isEqualTo(200);
            assertThat(vu.get(0).corps()).doesNotContain("name=\"" + bouton + "\"");
        });
        assertThat(pile.base().lire("SELECT mot_de_passe FROM responsable WHERE id = " + compte.id()))
                .containsExactly(Familles.ARGON2);
    }

    /** Le formulaire d'un lien vivant, envoyé avec un autre jeton. */
    private HttpResponse<String> envoyer(String page, String sien, String bouton, String valeur) {
        ClientHttp passant = new ClientHttp(pile);
        Map<String, String> champs =
                ClientHttp.champs(passant.lire(page + "?jeton=" + jeton(sien)).body());
        champs.replaceAll((nom, ancienne) -> ancienne.equals(jeton(sien)) ? valeur : ancienne);
        assertThat(champs).containsKeys(bouton);
        return passant.envoyer(page, champs);
    }

    /** Ce qui attend dans l'école voisine, même pour un compte commun aux deux, ne change rien à ce qu'un agent d'ici lit. */
    @Test
    void leTravailDUneAutreEcoleNeSeCompteNullePart() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "znombre");
        ClientHttp chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        List<String> pages = List.of(
                "/etablissement",
                "/etablissement/contestations",
                "/etablissement/comptes",
                "/etablissement/courriers",
                "/etablissement/suivi");
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        vus.put("avant", lire(chef, pages));

        String voisine = "0330002B";
        long frere = pile.familles().eleve("Ysaline", voisine);
        pile.familles().lier(Long.parseLong(ecole.numero("compte")), frere, 1, 10, "CONTESTE");
        pile.base().executer("UPDATE rattachement SET conteste_le = UTC_TIMESTAMP(3) WHERE eleve_id = " + frere);
        pile.familles().lier(pile.cree("Zoé").id(), pile.familles().eleve("Zélie", voisine));
        pile.base()
                .executer(
                        "INSERT INTO responsable_attendu (uai, nom_famille, prenom) VALUES ('" + voisine
                                + "', 'X', 'Y')",
                        "INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien) SELECT MAX(id), "
                                + frere + ", 1, 10 FROM responsable_attendu");
        vus.put("après", lire(chef, pages));
        Vu.exigerLeMeme(vus);
        assertThat(vus.get("avant"))
                .satisfies(vu -> assertThat(vu.get(0).corps()).contains("ts-a-faire"));
    }

    /** La tuile et les menus d'un parent ne changent pas avec le compte d'un autre, même de ses noms. */
    @Test
    void laTuileEtLAccueilNeDisentRienDuCompteDUnAutre() {
        Pile.Compte compte = pile.actif("Dylan");
        ClientHttp parent = new ClientHttp(pile).connecter(compte);
        List<String> pages = List.of("/tuile", "/accueil", "/compte", "/compte/enfants", "/compte/profil");
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        vus.put("avant", lire(parent, pages));
        Pile.Compte homonyme = pile.actif("Dylan", "Florian");
        pile.cree("Dylan");
        pile.ferme();
        vus.put("un homonyme", lire(parent, pages));
        pile.base()
                .executer("UPDATE responsable SET mail = '" + compte.identifiant()
                        + "@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + homonyme.id());
        vus.put("un homonyme à la même adresse, que l'on n'a pas confirmée soi-même", lire(parent, pages));
        Vu.exigerLeMeme(vus);
        assertThat(vus.get("avant"))
                .satisfies(vu -> assertThat(vu.get(0).corps()).contains("ts-tuile"));
    }

    /** Qui n'a que le courrier d'une école ne voit changer aucun nombre avec ce que le compte a dans les autres. */
    @Test
    void unCourrierNeCompteAucunEnfantDAilleurs() throws Exception {
        Pile.Compte compte = pile.actif("Dylan");
        pile.familles().lier(compte.id(), pile.familles().eleve("Noé", "0330002B"));
        ClientHttp limite = new ClientHttp(pile);
        limite.entrer("/accueil", compte.identifiant(), pile.papier(compte, Familles.UAI, "secretariat.moulin"));
        List<String> pages =
                List.of("/tuile", "/activation", "/compte/profil", "/compte/preuve", "/donnees-personnelles");
        Map<String, List<Vu>> limites = new LinkedHashMap<>();
        limites.put("avant", lire(limite, pages));
        pile.familles().lier(compte.id(), pile.familles().eleve("Zéphyrine", "0330002B"));
        limites.put("un enfant d'ailleurs", lire(limite, pages));
        Vu.exigerLeMeme(limites);
        assertThat(limites.get("avant"))
                .satisfies(vu -> assertThat(vu.get(0).corps()).contains("enfant est rattaché"));
    }

    private static List<Vu> lire(ClientHttp client, List<String> pages) {
        List<Vu> vus = new ArrayList<>();
        pages.forEach(page -> vus.add(Vu.de(client.lire(page))));
        return vus;
    }

    /** Des jetons à chaque page les siens : la base est commune. */
    private String jeton(String nom) {
        return (prefixe + nom.replace('.', '-') + "x".repeat(43)).substring(0, 43);
    }

    private void oubli(Pile.Compte compte, String nom, String expireLe, String serviLe) {
        pile.base()
                .executer("INSERT INTO jeton_courriel (empreinte, emploi, responsable_id, cree_le, expire_le, servi_le)"
                        + " VALUES (SHA2('" + jeton(nom) + "', 256), 'MOT_DE_PASSE', " + compte.id()
                        + ", UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, " + expireLe + ", " + serviLe + ")");
    }

    private void confirmation(Pile.Compte compte, String nom, String expireLe) {
        pile.base()
                .executer(
                        "INSERT INTO mail_en_attente (responsable_id, mail, code, lien, envoye_le, expire_le) VALUES ("
                                + compte.id() + ", '" + nom + "@exemple.fr', '" + Familles.ARGON2 + "', SHA2('"
                                + jeton(nom)
                                + "', 256), UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, " + expireLe + ")");
    }

    private void opposition(Pile.Compte compte, String nom, String expireLe, String closeLe) {
        long id = pile.base()
                .inserer(
                        "INSERT INTO opposition (acte, responsable_id, avant, cree_le, expire_le, close_le) VALUES ('MAIL', ?,"
                                + " IF(" + closeLe + " IS NULL, ?, NULL), UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, "
                                + expireLe + ", " + closeLe + ")",
                        compte.id(),
                        "{\"mail\":\"avant@exemple.fr\",\"confirmeLe\":null,\"nouveau\":\"apres@exemple.fr\"}");
        pile.base()
                .executer("INSERT INTO opposition_lien (empreinte, opposition_id, compte_id) VALUES (SHA2('"
                        + jeton(nom) + "', 256), " + id + ", " + compte.id() + ")");
    }
}
