package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rien de ce qui répond à un inconnu ne dit si un compte existe : statut, en-têtes, longueur et corps d'un refus sont les mêmes pour toute
 * cause, aux jetons près et à ce que l'on a tapé soi-même près. Les codes, les liens et les nombres : {@link OraclesDesCodesIT}. Les durées : {@code TempsDUnRefusTest} et {@code BancDesDurees}.
 */
@EssaiLong("la même réponse et le même temps à chaque preuve manquée ; OraclesDesLiensIT garde les liens, "
        + "PreuveServiceTest les preuves")
@ExtendWith(PileExtension.class)
@Timeout(300)
class OraclesIT {

    private static final String FAUX = "Mauvais!2026";

    private final Pile pile;

    OraclesIT(Pile pile) {
        this.pile = pile;
    }

    /** L'étape 1 d'un regroupement, dans chaque habillage : la réponse à l'envoi, puis la page où elle mène. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unePreuveRefuseeNeDitPasPourquoi(boolean monCompte) {
        pile.familles().etablissement();
        pile.base()
                .executer("INSERT IGNORE INTO agent (identifiant, mot_de_passe, profil, nom, prenom) VALUES"
                        + " ('agent.oracle', '" + Familles.ARGON2 + "', 'ETABLISSEMENT', 'DURAND', 'Cristelle')");
        Pile.Compte sansCourrier = pile.cree("Zoé");
        pile.base().executer("UPDATE responsable SET mot_de_passe = NULL WHERE id = " + sansCourrier.id());
        Map<String, String[]> causes = new LinkedHashMap<>();
        causes.put("inconnu", new String[] {"personne.inconnue", Familles.MOT_DE_PASSE});
        causes.put("actif, faux", new String[] {pile.actif("Léa").identifiant(), FAUX});
        causes.put("créé, faux", new String[] {pile.cree("Léo").identifiant(), FAUX});
        causes.put("bon, expiré", new String[] {pile.expire("Lou").identifiant(), Familles.MOT_DE_PASSE});
        causes.put("fermé", new String[] {pile.ferme().identifiant(), Familles.MOT_DE_PASSE});
        causes.put("sans courrier", new String[] {sansCourrier.identifiant(), Familles.MOT_DE_PASSE});
        causes.put("agent", new String[] {"agent.oracle", Familles.MOT_DE_PASSE});
        Pile.Compte principal = pile.actif("Dylan");
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        causes.forEach((cause, tape) -> {
            pile.preparer();
            // Une session par cause : après deux refus, la page demande une chose à la fois.
            ClientHttp parent =
                    (monCompte ? new ClientHttp(pile, pile.monCompte()) : new ClientHttp(pile)).connecter(principal);
            HttpResponse<String> envoi = Envois.saisir(parent, tape[0], tape[1]);
            HttpResponse<String> page = parent.lire(ClientHttp.versOu(envoi));
            vus.put(cause, List.of(Vu.de(envoi, tape[0]), Vu.de(page, tape[0])));
        });
        Vu.exigerLeMeme(vus);
        assertThat(vus.get("inconnu"))
                .isNotNull()
                .satisfies(vu -> assertThat(vu.get(1).corps()).contains("Il vous reste 4 essais avant une attente."));
    }

    @Test
    void unOubliRepondLaMemeChoseATous() {
        Pile.Compte confirme = pile.actif("Dylan");
        pile.base().executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + confirme.id());
        List<String> identifiants = List.of(
                "personne.oubliee",
                confirme.identifiant(),
                pile.actif("Léa").identifiant(),
                pile.cree("Léo").identifiant(),
                pile.expire("Lou").identifiant(),
                pile.ferme().identifiant(),
                "***");
        List<String> mails = List.of(
                "personne@exemple.fr",
                confirme.identifiant() + "@exemple.fr",
                pile.actif("Lise").identifiant() + "@exemple.fr",
                "pas une adresse");
        // Une application à lui : sa garde n'a rien compté à cette adresse de ce que les autres essais viennent de
        // demander.
        String application = pile.tardive(pile.portDeLaBase());
        try {
            Vu.exigerLeMeme(oublier(application, "/oubli/mot-de-passe", "identifiant-saisie", identifiants));
            Vu.exigerLeMeme(oublier(application, "/oubli/identifiant", "mail-saisie", mails));
        } finally {
            pile.retirer(application);
        }
    }

    /** Envoi, page suivante, puis ce que disent les budgets de qui insiste : rien ne dépend du compte. */
    private Map<String, List<Vu>> oublier(String application, String page, String champ, List<String> saisies) {
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        for (String saisie : saisies) {
            ClientHttp passant = new ClientHttp(pile, application);
            List<Vu> reponses = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                HttpResponse<String> envoi = envoyer(passant, page, champ, saisie);
                reponses.add(Vu.de(envoi, saisie));
                if (envoi.statusCode() == 302) {
                    reponses.add(Vu.de(passant.lire(ClientHttp.versOu(envoi)), saisie));
                }
            }
            assertThat(reponses).as("réponses à « %s »", saisie).hasSize(11);
            assertThat(reponses.get(10).corps()).contains("Vous avez fait cette demande trop de fois.");
            vus.put(saisie, reponses);
        }
        return vus;
    }

    private static HttpResponse<String> envoyer(ClientHttp passant, String page, String champ, String saisie) {
        Map<String, String> champs = ClientHttp.champs(passant.lire(page).body());
        champs.put(champ, saisie);
        return passant.envoyer(page, champs);
    }

    /** Qui n'a que le courrier d'un établissement n'apprend pas si un autre en a fait un, ni qui, ni quand. */
    @Test
    void leCourrierDUnAutreEtablissementRefuseNeDitPasPourquoi() throws Exception {
        String ailleurs = "0330002B";
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        for (String cause : List.of("aucun", "périmé", "du même agent", "faux")) {
            Pile.Compte parent = pile.actif("Dylan");
            pile.familles().lier(parent.id(), pile.familles().eleve("Zéphyrine", ailleurs));
            String autre = cause.equals("aucun")
                    ? "AAAA-BBBB-CCCC"
                    : pile.papier(
                            parent,
                            ailleurs,
                            cause.equals("du même agent") ? "secretariat.moulin" : "secretariat.voisin");
            String papier = pile.papier(parent, Familles.UAI, "secretariat.moulin");
            if (cause.equals("périmé")) {
                pile.base()
                        .executer("UPDATE portee SET depuis = depuis - INTERVAL 200 DAY, expire_le = UTC_TIMESTAMP(3)"
                                + " WHERE uai = '" + ailleurs + "' AND responsable_id = " + parent.id());
            }
            ClientHttp intrus = new ClientHttp(pile);
            intrus.entrer("/accueil", parent.identifiant(), papier);
            Map<String, String> champs = GestesDuBureau.avec(
                    ClientHttp.champs(intrus.lire("/compte/preuve").body()),
                    Map.of("courrier-saisie", cause.equals("faux") ? "AAAA-BBBB-CCCC" : autre));
            champs.keySet().removeIf(nom -> nom.contains("envoyer"));
            HttpResponse<String> refus = intrus.envoyer("/compte/preuve", champs);
            assertThat(refus.statusCode()).as(cause).isEqualTo(200);
            assertThat(refus.body()).as(cause).contains("courrier-erreurs");
            vus.put(cause, List.of(Vu.de(refus, parent.identifiant())));
        }
        Vu.exigerLeMeme(vus);
    }

    /** Le chef qui habilite n'apprend pas si l'identifiant est celui d'un agent d'ailleurs, d'un parent, ou de personne. */
    @Test
    void uneHabilitationDonneeNeDitPasQuiExiste() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zoracle");
        EcoleDEssai voisine = EcoleDEssai.creer(pile, "zvoisine");
        ClientHttp chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        GestesDuBureau.Geste donner = GestesDuBureau.geste("/etablissement/habilitations/donner#habiliter");
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        for (String identifiant : List.of(
                "personne.nulle.part",
                pile.actif("Léa").identifiant(),
                pile.ferme().identifiant(),
                voisine.agent("chef"))) {
            Map<String, String> champs = GestesDuBureau.avec(
                    GestesDuBureau.ouvrir(chef, donner, ecole), Map.of("identifiant-saisie", identifiant));
            HttpResponse<String> envoi = chef.envoyer(donner.envoi(), champs);
            HttpResponse<String> page = chef.lire(ClientHttp.versOu(envoi));
            vus.put(identifiant, List.of(Vu.de(envoi, identifiant), Vu.de(page, identifiant)));
            pile.base().executer("DELETE FROM habilitation_attendue WHERE identifiant = '" + identifiant + "'");
        }
        Vu.exigerLeMeme(vus);
    }

    /** PROFIL : le mot de passe actuel, faux. */
    @Test
    void unMotDePasseActuelFauxDitLesEssaisQuiRestent() {
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        Map<String, String> champs =
                ClientHttp.champs(parent.lire("/compte/mot-de-passe").body());
        champs.put("actuel-saisie", FAUX);
        champs.put("nouveau-saisie", "Marée-Haute-7-Grèves");
        champs.put("confirmation-saisie", "Marée-Haute-7-Grèves");
        assertThat(parent.envoyer("/compte/mot-de-passe", champs).body())
                .contains("Ce n’est pas votre mot de passe actuel.", "Il vous reste 4 essais avant une attente.");
    }
}
