package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Aucune page ne laisse le traducteur du navigateur changer un nom, un prénom, un identifiant ou une adresse de courriel. */
@ExtendWith(PileExtension.class)
@Timeout(180)
class NomsHorsDeLaTraductionIT {

    private static final String MOT = "zharpin";
    private static final String PRENOM = "Zorane";
    private static final Pattern NOMS =
            Pattern.compile(MOT + "|" + PRENOM + "|cristelle\\.durand|\\bDurand\\b", Pattern.CASE_INSENSITIVE);

    /** Le nom d'une école est un mot de la phrase autant qu'un nom : seul celui des personnes est gardé. */
    private static final String ECOLE = "Collège Zharpin";

    private static final List<String> AUTRES_PAGES_DU_BUREAU =
            List.of("/sessions", "/etablissement/journal", "/etablissement/travail");

    private final Pile pile;

    NomsHorsDeLaTraductionIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void lesPagesDesBureauxGardentLesNoms() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, MOT);
        prenommer(ecole);
        ClientHttp chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        ecole.commencer(chef);
        ClientHttp assistance = new ClientHttp(pile);
        assistance.entrer("/assistance", "assistance", "Assistance!2026");

        List<String> defauts = new ArrayList<>();
        int[] vus = new int[1];
        for (int tour = 0; tour < 2; tour++) {
            for (GestesDuBureau.Lecture lecture : GestesDuBureau.LECTURES) {
                ClientHttp agent = lecture.estDeLAssistance() ? assistance : chef;
                vus[0] += relever(agent, lecture.adresse(ecole), defauts);
            }
        }
        for (String adresse : AUTRES_PAGES_DU_BUREAU) {
            vus[0] += relever(chef, adresse, defauts);
        }
        for (String compte : List.of("lien", "aRompre", "aEcrire")) {
            vus[0] += relever(assistance, "/assistance/compte?id=" + ecole.numero(compte), defauts);
        }
        vus[0] += relever(assistance, "/assistance/journal", defauts);

        assertThat(defauts.stream().distinct()).isEmpty();
        assertThat(vus[0]).isGreaterThan(100);
    }

    @Test
    void lesPagesDUnResponsableGardentLesNoms() {
        Pile.Compte secondaire = pile.cree(PRENOM + "-Un");
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif(PRENOM + "-Deux", PRENOM + "-Trois"));
        String jeton = Envois.prouver(parent, secondaire);

        List<String> defauts = new ArrayList<>();
        int vus = 0;
        for (String adresse : Stream.of(
                        Pages.PERSONNELLES,
                        Pages.PUBLIQUES,
                        List.of(Regroupement.ETAPE_2 + jeton, "/sessions", "/compte/preuve"))
                .flatMap(List::stream)
                .toList()) {
            vus += relever(parent, adresse, defauts);
        }
        Map<String, String> choix = Envois.etape2(parent, jeton);
        assertThat(Envois.valider(parent, choix).statusCode()).isEqualTo(302);
        for (String adresse : List.of(Regroupement.ETAPE_3 + jeton, "/compte/historique", "/compte/enfants")) {
            vus += relever(parent, adresse, defauts);
        }

        assertThat(defauts.stream().distinct()).isEmpty();
        assertThat(vus).isGreaterThan(40);
    }

    @Test
    void lesPagesDUneActivationGardentLesNoms() {
        ClientHttp parent = new ClientHttp(pile).connecter(pile.cree(PRENOM + "-Un", PRENOM + "-Deux"));
        List<String> defauts = new ArrayList<>();
        int vus = 0;
        for (String adresse :
                List.of("/activation", "/activation/mot-de-passe", "/activation/mail", "/activation/fin")) {
            vus += relever(parent, adresse, defauts);
        }

        assertThat(defauts.stream().distinct()).isEmpty();
        assertThat(vus).isPositive();
    }

    private void prenommer(EcoleDEssai ecole) {
        for (String table : List.of("eleve", "responsable", "responsable_attendu", "agent")) {
            String nom = table.equals("eleve") || table.equals("agent") ? "nom" : "nom_famille";
            String qui = table.equals("agent")
                    ? "identifiant LIKE '" + MOT + ".%'"
                    : nom + " = '" + ecole.secrets().get(2) + "'";
            pile.base().executer("UPDATE " + table + " SET prenom = CONCAT('" + PRENOM + "-', prenom) WHERE " + qui);
        }
        pile.base().executer("UPDATE agent SET nom = '" + MOT + "' WHERE identifiant LIKE '" + MOT + ".%'");
    }

    /** Combien de noms cette page montre ; ceux qu'elle laisse traduire vont aux défauts. */
    private static int relever(ClientHttp client, String adresse, List<String> defauts) {
        HttpResponse<String> reponse = client.lire(adresse);
        boolean page = reponse.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
        if (!page || reponse.body().isEmpty()) {
            return 0;
        }
        int vus = 0;
        for (TextesDUnePage.Texte texte : TextesDUnePage.lire(reponse.body())) {
            if (NOMS.matcher(texte.contenu().replace(ECOLE, "")).find()) {
                vus++;
                if (texte.traduisible()) {
                    defauts.add(adresse.replaceAll("\\?.*", "") + " : " + texte.contenu());
                }
            }
        }
        return vus;
    }
}
