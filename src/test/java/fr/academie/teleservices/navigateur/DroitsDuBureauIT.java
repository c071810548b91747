package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.GestesDuBureau.Geste;
import fr.academie.teleservices.navigateur.GestesDuBureau.Lecture;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Chaque adresse et chaque bouton des deux bureaux, essayés par tous ceux qui n'y ont pas droit : refusés, sans rien changer en base,
 * et de la même façon que l'objet visé existe ailleurs ou n'existe pas.
 */
@EssaiLong("chaque page et chaque geste du bureau sous chaque droit ; NiveauxIT garde ceux des pages")
@ExtendWith(PileExtension.class)
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DroitsDuBureauIT {

    /** Ce qui est tiré au sort à chaque réponse : clé de formulaire, connexion commencée. */
    private static final String AU_SORT =
            "(name=\"jakarta.faces.ViewState\"[^>]*value=\"|name=\"jeton\" value=\"|etat%3D)[^\"\\s]*";

    private static final String RESERVE = "Cette page ne vous est pas ouverte";

    private static final Pattern TITRE = Pattern.compile("<title>([^<]*)</title>");

    private final Pile pile;
    private final List<String> defauts = new ArrayList<>();
    private final EcoleDEssai ecole;
    private final EcoleDEssai voisine;
    private final EcoleDEssai inexistante;
    private final ClientHttp chef;
    private final ClientHttp voisin;

    DroitsDuBureauIT(Pile pile) {
        this.pile = pile;
        ecole = EcoleDEssai.creer(pile, "zalpha");
        voisine = EcoleDEssai.creer(pile, "zbravo");
        chef = agent(ecole, "chef");
        voisin = agent(voisine, "chef");
        ecole.commencer(chef);
        voisine.commencer(voisin);
        inexistante = EcoleDEssai.inexistante(ecole);
    }

    @AfterEach
    void direLesDefauts() {
        List<String> dits = List.copyOf(defauts);
        defauts.clear();
        assertThat(dits).isEmpty();
    }

    @Test
    void chaqueAdresseEtChaqueBoutonDuProduitEstEssaye() {
        Stream<String> lues = GestesDuBureau.LECTURES.stream().map(Lecture::chemin);
        List<Geste> gestes = Stream.concat(GestesDuBureau.GESTES.stream(), GestesDuBureau.DE_L_ASSISTANCE.stream())
                .toList();
        Stream<String> envoyees = gestes.stream().map(Geste::envoi);
        assertThat(Stream.concat(lues, envoyees).collect(Collectors.toSet()))
                .as("les adresses ; en ajouter une, c'est dire comment l'appeler dans GestesDuBureau")
                .isEqualTo(PagesDuBureau.adresses());
        assertThat(gestes.stream().map(Geste::nom).collect(Collectors.toSet()))
                .as("les boutons")
                .isEqualTo(PagesDuBureau.boutons());
    }

    @Test
    void quiYADroitEntrePartout() {
        ClientHttp assistance = entre("/assistance", "assistance", "Assistance!2026");
        for (Lecture lecture : GestesDuBureau.LECTURES) {
            HttpResponse<String> reponse =
                    (lecture.estDeLAssistance() ? assistance : chef).lire(lecture.adresse(ecole));
            exiger(reponse.statusCode() == 200, lecture.chemin(), reponse);
        }
    }

    @Test
    void seuleLAssistanceRemetCeQuiAEteMisDeCote() {
        Geste remettre = GestesDuBureau.DE_L_ASSISTANCE.get(0);
        ClientHttp assistance = entre("/assistance", "assistance", "Assistance!2026");
        pile.base()
                .executer(
                        "INSERT INTO abonne (nom, inscrit_le) VALUES ('essai', UTC_TIMESTAMP(3))",
                        "INSERT INTO evenement (le, type, charge) VALUES (UTC_TIMESTAMP(3), 'INSTANTANE_A_RELIRE',"
                                + " '{\"type\":\"INSTANTANE_A_RELIRE\"}')",
                        "INSERT INTO remise (abonne, evenement_id, file, le, etat, essais, faute) SELECT 'essai',"
                                + " MAX(id), 0, UTC_TIMESTAMP(3), 'PARQUE', 9, 'REFUS' FROM evenement");
        Map<String, String> champs = GestesDuBureau.ouvrir(assistance, remettre, ecole);
        sansRienChanger("remettre", () -> {
            refuser("l'autre bureau", chef, remettre, champs, 403);
            refuser("sans session", new ClientHttp(pile), remettre, champs, 302);
        });
        HttpResponse<String> reponse = assistance.envoyer(remettre.envoi(), champs);
        assertThat(ClientHttp.versOu(reponse)).contains("/assistance/diffusion?remis=1");
        assertThat(pile.base().lire("SELECT etat, essais FROM remise WHERE abonne = 'essai'"))
                .containsExactly("ATTENTE|0");
        assertThat(pile.base().lire("SELECT action, details FROM journal_bureau ORDER BY id DESC LIMIT 1"))
                .containsExactly("REMISE|{\"abonne\":\"essai\",\"lignes\":1}");
        pile.base().executer("DELETE FROM remise WHERE abonne = 'essai'", "DELETE FROM abonne WHERE nom = 'essai'");
    }

    @Test
    void lesNumerosDUneAutreEcoleNExistentPas() {
        ClientHttp secretaire = agent(voisine, "secretaire");
        sansRienChanger("lectures", () -> {
            for (Lecture lecture : duBureau(l -> true)) {
                comparer(lecture, voisin);
                if (!lecture.duChef()) {
                    comparer(lecture, secretaire);
                }
            }
        });
        assertThat(pile.base()
                        .lire("SELECT action FROM journal_bureau WHERE acteur LIKE 'zbravo%' AND (uai = '" + ecole.uai()
                                + "' OR responsable_id = " + ecole.numero("compte") + ")"))
                .as("ce qui n'est pas montré n'est pas une consultation")
                .isEmpty();
    }

    @Test
    void unFormulaireRejoueAvecLesNumerosDUneAutreEcoleNeChangeRien() {
        for (Geste geste : GestesDuBureau.GESTES) {
            Map<String, String> siens = geste.designes().apply(voisine);
            List<Map<String, String>> ailleurs =
                    GestesDuBureau.melanges(siens, geste.designes().apply(ecole));
            List<Map<String, String>> nullePart =
                    GestesDuBureau.melanges(siens, geste.designes().apply(inexistante));
            for (int i = 0; i < ailleurs.size(); i++) {
                HttpResponse<String> connue = rejouer(geste, ailleurs.get(i));
                HttpResponse<String> inconnue = rejouer(geste, nullePart.get(i));
                comparer(geste.nom() + " " + ailleurs.get(i).keySet(), connue, inconnue);
            }
        }
    }

    private HttpResponse<String> rejouer(Geste geste, Map<String, String> designes) {
        Map<String, String> champs = GestesDuBureau.avec(GestesDuBureau.ouvrir(voisin, geste, voisine), designes);
        List<HttpResponse<String>> reponse = new ArrayList<>();
        sansRienChanger(geste.nom() + " " + designes, () -> reponse.add(geste.envoyer(voisin, champs)));
        return reponse.get(0);
    }

    @Test
    void personneDAutreNEntre() {
        ClientHttp actif = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        ClientHttp cree = new ClientHttp(pile).connecter(pile.cree("Dylan"));
        ClientHttp eleve = new ClientHttp(pile);
        assertThat(eleve.entrer("/etablissement", "dylan.durand", "Eleve!2026").statusCode())
                .isEqualTo(403);
        ClientHttp passant = new ClientHttp(pile);
        ClientHttp assistance = entre("/assistance", "assistance", "Assistance!2026");
        sansRienChanger("personne d'autre", () -> {
            for (Lecture lecture : GestesDuBureau.LECTURES) {
                refuser("responsable actif", actif, lecture, 403);
                refuser("responsable créé", cree, lecture, 403);
                refuser("élève", eleve, lecture, 302);
                refuser("sans session", passant, lecture, 302);
                refuser("l'autre bureau", lecture.estDeLAssistance() ? chef : assistance, lecture, 403);
            }
            for (Geste geste : GestesDuBureau.GESTES) {
                Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
                refuser("responsable actif", actif, geste, champs, 403);
                refuser("responsable créé", cree, geste, champs, 403);
                refuser("élève", eleve, geste, champs, 302);
                refuser("sans session", passant, geste, champs, 302);
                refuser("l'assistance", assistance, geste, champs, 403);
            }
        });
    }

    private void refuser(String qui, ClientHttp client, Lecture lecture, int statut) {
        HttpResponse<String> reponse = client.lire(lecture.adresse(ecole));
        refuser(qui + ", " + lecture.chemin(), reponse, statut);
        sansSecret(qui + ", " + lecture.chemin(), reponse);
    }

    private void refuser(String qui, ClientHttp client, Geste geste, Map<String, String> champs, int statut) {
        refuser(qui + ", " + geste.nom(), geste.envoyer(client, champs), statut);
    }

    private void refuser(String quoi, HttpResponse<String> reponse, int statut) {
        boolean refusee = statut == 302
                ? reponse.statusCode() == 302 && ClientHttp.versOu(reponse).contains("/cas/login")
                : reponse.statusCode() == statut && reponse.body().contains(RESERVE);
        exiger(refusee, quoi, reponse);
    }

    @Test
    void unAgentQuiNeDirigePasNAtteintPasCeQuiEstAuChef() {
        ClientHttp secretaire = agent(ecole, "secretaire");
        ClientHttp autre = agent(ecole, "adechoir");
        sansRienChanger("lectures", () -> {
            for (Lecture lecture : duBureau(Lecture::duChef)) {
                exigerReserveAuChef(lecture.chemin(), secretaire.lire(lecture.adresse(ecole)));
            }
        });
        for (Geste geste : GestesDuBureau.GESTES.stream().filter(Geste::duChef).toList()) {
            Map<String, String> champs = GestesDuBureau.ouvrir(autre, geste, ecole);
            changerDeChef("adechoir", false);
            sansRienChanger(
                    geste.nom(), () -> exigerReserveAuChef(geste.nom() + ", déchu", geste.envoyer(autre, champs)));
            changerDeChef("adechoir", true);
        }
    }

    private void changerDeChef(String role, boolean dirige) {
        pile.base()
                .executer("UPDATE habilitation SET chef = " + dirige + " WHERE uai = '" + ecole.uai()
                        + "' AND agent_id = (SELECT id FROM agent WHERE identifiant = '" + ecole.agent(role) + "')");
    }

    @Test
    void unDroitRetireNeVautPlusDesLaRequeteSuivante() {
        habiliter(voisine, "chef", true);
        for (Geste geste : GestesDuBureau.GESTES) {
            Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
            habiliter(ecole, "chef", false);
            sansRienChanger(geste.nom() + ", droit retiré", () -> {
                HttpResponse<String> reponse = geste.envoyer(chef, champs);
                exiger(reponse.statusCode() < 500, geste.nom(), reponse);
                sansSecret(geste.nom() + ", droit retiré", reponse);
            });
            habiliter(ecole, "chef", true);
        }
        habiliter(ecole, "chef", false);
        for (Lecture lecture : duBureau(l -> true)) {
            HttpResponse<String> reponse = chef.lire(lecture.adresse(ecole));
            sansSecret(lecture.chemin() + ", droit retiré", reponse);
        }
        habiliter(ecole, "chef", true);
        habiliter(voisine, "chef", false);
    }

    @Test
    void sansPlusAucunDroitLaSessionSeFerme() {
        ClientHttp secretaire = agent(ecole, "secretaire");
        Geste geste = GestesDuBureau.geste("/etablissement/attendu#creer");
        Map<String, String> champs = GestesDuBureau.ouvrir(secretaire, geste, ecole);
        habiliter(ecole, "secretaire", false);
        sansRienChanger("plus aucun droit", () -> {
            refuser("plus aucun droit", geste.envoyer(secretaire, champs), 302);
            refuser("plus aucun droit", secretaire.lire("/etablissement"), 302);
        });
        habiliter(ecole, "secretaire", true);
    }

    /** Donne à cet agent de l'école d'essai le droit sur cet établissement, comme chef chez lui, ou le retire. */
    private void habiliter(EcoleDEssai etablissement, String role, boolean donne) {
        String agent = "(SELECT id FROM agent WHERE identifiant = '" + ecole.agent(role) + "')";
        pile.base()
                .executer(
                        donne
                                ? "INSERT INTO habilitation (agent_id, uai, chef) VALUES (" + agent + ", '"
                                        + etablissement.uai() + "', " + "chef".equals(role) + ")"
                                : "DELETE FROM habilitation WHERE uai = '" + etablissement.uai() + "' AND agent_id = "
                                        + agent);
    }

    @Test
    void sansLaCleDuFormulaireRienNeSeFait() {
        for (Geste geste : GestesDuBureau.GESTES) {
            Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
            sansRienChanger(geste.nom() + ", depuis un autre site", () -> {
                HttpResponse<String> reponse = geste.envoyer(chef, champs, "Origin", "https://ailleurs.exemple.fr");
                exiger(reponse.statusCode() == 403, geste.nom() + ", depuis un autre site", reponse);
            });
            sansRienChanger(geste.nom() + ", par l'adresse", () -> {
                HttpResponse<String> reponse = chef.lire(geste.envoi() + GestesDuBureau.question(champs));
                exiger(reponse.statusCode() < 500, geste.nom() + ", par l'adresse", reponse);
            });
            if (geste.estDeFaces()) {
                String dUnAutre = GestesDuBureau.ouvrir(voisin, geste, voisine).get(Envois.ETAT);
                for (String cle : new String[] {"", "1234567890:-987654321", "forgée", dUnAutre}) {
                    String quoi = geste.nom() + ", clé « " + cle + " »";
                    sansRienChanger(quoi, () -> {
                        HttpResponse<String> reponse =
                                geste.envoyer(chef, GestesDuBureau.avec(champs, Map.of(Envois.ETAT, cle)));
                        exiger(reponse.statusCode() < 500, quoi, reponse);
                    });
                }
                champs.remove(Envois.ETAT);
                sansRienChanger(geste.nom() + ", sans clé", () -> geste.envoyer(chef, champs));
            }
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void chaqueGesteSeFaitPourQuiYADroit() {
        for (Geste geste : GestesDuBureau.GESTES) {
            List<String> avant = EtatDeLaBase.empreintes(pile.base());
            HttpResponse<String> reponse = geste.envoyer(chef, GestesDuBureau.ouvrir(chef, geste, ecole));
            if (geste.estDeFaces() || geste.porteDesFichiers()) {
                exiger(reponse.statusCode() == 302, geste.nom(), reponse);
                String suite = reponse.headers().firstValue("Location").orElse("");
                ecole.retenir(reponse);
                GestesDuBureau.attendreLaFin(chef, suite);
                exiger(!EtatDeLaBase.empreintes(pile.base()).equals(avant), geste.nom() + " n'a rien changé", reponse);
            } else {
                exiger(reponse.body().startsWith("%PDF"), geste.nom(), reponse);
            }
        }
    }

    /** Ni « introuvable », ni formulaire refusé : l'agent lit à qui demander. */
    private void exigerReserveAuChef(String quoi, HttpResponse<String> reponse) {
        exiger(
                reponse.statusCode() == 403 && reponse.body().contains("Page réservée au chef d’établissement"),
                quoi,
                reponse);
        sansSecret(quoi, reponse);
    }

    private void comparer(Lecture lecture, ClientHttp agent) {
        Map<String, String> siens = lecture.cible().apply(voisine);
        List<Map<String, String>> ailleurs =
                GestesDuBureau.melanges(siens, lecture.cible().apply(ecole));
        List<Map<String, String>> nullePart =
                GestesDuBureau.melanges(siens, lecture.cible().apply(inexistante));
        for (int i = 0; i < ailleurs.size(); i++) {
            comparer(
                    lecture.adresse(ailleurs.get(i)),
                    agent.lire(lecture.adresse(ailleurs.get(i))),
                    agent.lire(lecture.adresse(nullePart.get(i))));
        }
    }

    /** Rien dans la réponse ne dit si l'objet existe ailleurs, ni ne vient de l'autre école. */
    private void comparer(String quoi, HttpResponse<String> connue, HttpResponse<String> inconnue) {
        sansSecret(quoi, connue);
        List<String> lignes = anonyme(connue).lines().toList();
        List<String> autres = anonyme(inconnue).lines().toList();
        if (!lignes.equals(autres)) {
            int rang = 0;
            while (rang < Math.min(lignes.size(), autres.size())
                    && lignes.get(rang).equals(autres.get(rang))) {
                rang++;
            }
            defauts.add(quoi + " se distingue d'un objet inconnu, ligne " + rang + " : "
                    + lignes.stream().skip(rang).findFirst() + " au lieu de "
                    + autres.stream().skip(rang).findFirst());
        }
    }

    /** Statut, destination et corps, sans ce que la requête y a mis elle-même. */
    private String anonyme(HttpResponse<String> reponse) {
        String texte = reponse.statusCode() + " "
                + reponse.headers().firstValue("Location").orElse("") + "\n"
                + reponse.body();
        return sans(sans(texte.replaceAll(AU_SORT, "$1"), demandes(ecole)), demandes(inexistante));
    }

    private static Collection<String> demandes(EcoleDEssai demandee) {
        return Stream.concat(demandee.numeros().values().stream(), Stream.of(demandee.uai()))
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    /** Ce texte où chaque valeur entière est remplacée ; les plus longues d'abord, d'un seul passage. */
    private static String sans(String texte, Collection<String> valeurs) {
        return texte.replaceAll("(?<![\\w-])(?:" + String.join("|", valeurs) + ")(?![\\w-])", "…");
    }

    private void sansSecret(String quoi, HttpResponse<String> reponse) {
        String corps = sans(reponse.body(), demandes(ecole));
        ecole.secrets().stream()
                .filter(corps::contains)
                .forEach(secret -> defauts.add(quoi + " montre « " + secret + " » : " + dire(reponse)));
    }

    private static List<Lecture> duBureau(Predicate<Lecture> choix) {
        return GestesDuBureau.LECTURES.stream()
                .filter(lecture -> !lecture.estDeLAssistance())
                .filter(choix)
                .toList();
    }

    private static String dire(HttpResponse<String> reponse) {
        Matcher titre = TITRE.matcher(reponse.body());
        return reponse.statusCode() + " "
                + reponse.headers().firstValue("Location").orElse("")
                + (titre.find() ? " « " + titre.group(1) + " »" : "");
    }

    private void exiger(boolean tenu, String quoi, HttpResponse<String> reponse) {
        if (!tenu) {
            defauts.add(quoi + " : " + dire(reponse));
        }
    }

    /** Note un défaut si la base n'est plus la même après. */
    private void sansRienChanger(String quoi, Runnable acte) {
        List<String> changees = EtatDeLaBase.changements(pile.base(), acte);
        if (!changees.isEmpty()) {
            defauts.add(quoi + " a changé " + changees);
        }
    }

    private ClientHttp agent(EcoleDEssai sienne, String role) {
        return entre("/etablissement", sienne.agent(role), Familles.MOT_DE_PASSE);
    }

    private ClientHttp entre(String bureau, String identifiant, String motDePasse) {
        ClientHttp agent = new ClientHttp(pile);
        assertThat(agent.entrer(bureau, identifiant, motDePasse).statusCode())
                .as(identifiant)
                .isEqualTo(302);
        return agent;
    }
}
