package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.MandataireMariaDb;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ce que chaque page demande à la base, en allers-retours : un nombre qui ne dépend pas de la machine, et qui ne doit pas grandir. */
@ExtendWith(PileExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class AllersRetoursIT {

    /** Ce que le serveur demande de lui-même, qu'on lise une page ou non. */
    private static final Pattern DE_FOND = Pattern.compile(
            "(?is).*\\b(FROM|INTO|UPDATE) (tache|tache_passage|sonde|courriel|sms|remise|compte_cas)\\b.*|.*@@.*|COM_\\d+");

    private static final int LECTURES = 5;
    private static final String MOT_DE_PASSE_CHOISI = "Marée-Haute-7-Grèves";

    private final Pile pile;
    private MandataireMariaDb mandataire;
    private String application;

    AllersRetoursIT(Pile pile) {
        this.pile = pile;
    }

    @BeforeAll
    void demarrer() throws IOException {
        mandataire = new MandataireMariaDb(pile.portDeLaBase());
        application = pile.tardive(mandataire.port());
    }

    @AfterAll
    void arreter() throws IOException {
        pile.retirer(application);
        mandataire.partir();
    }

    /** D'un compte qui a de quoi les emplir : deux enfants, une adresse et un portable qui attendent leur code. */
    @Test
    void lesPagesDUnParent() {
        Pile.Compte compte = pile.actif("Dylan", "Florian");
        ClientHttp parent = new ClientHttp(pile, application).connecter(compte);
        pile.base()
                .executer(
                        "REPLACE INTO mail_en_attente (responsable_id, mail, code, lien, envoye_le, expire_le) VALUES ("
                                + compte.id() + ", 'neuve@exemple.fr', '" + Familles.ARGON2
                                + "', SHA2(UUID(), 256), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 10 MINUTE)",
                        "REPLACE INTO telephone_en_attente (responsable_id, telephone, code, envoye_le, expire_le) VALUES ("
                                + compte.id() + ", '+33639980001', '" + Familles.ARGON2
                                + "', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 10 MINUTE)");
        exiger(
                parent,
                Map.ofEntries(
                        Map.entry("/mentions-legales", 1),
                        Map.entry("/contact", 1),
                        Map.entry("/accueil", 1),
                        Map.entry("/compte", 1),
                        Map.entry("/compte/profil", 3),
                        Map.entry("/compte/mail", 2),
                        Map.entry("/compte/portable", 2),
                        Map.entry("/compte/mot-de-passe", 1),
                        Map.entry("/compte/historique", 3),
                        Map.entry("/compte/enfants", 3),
                        Map.entry("/compte/contester", 1),
                        Map.entry("/compte/enfant-manquant", 3),
                        Map.entry("/compte/enfant-manquant/code", 1),
                        Map.entry("/compte/enfant-manquant/courrier", 1),
                        Map.entry("/compte/enfant-manquant/enfant?uai=" + Familles.UAI, 2),
                        Map.entry("/compte/regrouper", 1),
                        Map.entry("/sessions", 2)));
        exiger(new ClientHttp(pile, application), Map.of("/mentions-legales", 0));
    }

    /** De comptes qui ont de quoi choisir : chacun son adresse et son portable, confirmés. L'historique en dit ensuite les deux passés. */
    @Test
    void lesEtapesDUnRegroupement() {
        Pile.Compte reste = pile.actif("Dylan", "Florian");
        Pile.Compte ferme = pile.actif("Inès");
        pile.base()
                .executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3), telephone_confirme_le ="
                        + " UTC_TIMESTAMP(3), telephone_saisi_le = UTC_TIMESTAMP(3), telephone_portable ="
                        + " CONCAT('+336399', LPAD(id MOD 100000, 5, '0')) WHERE id IN (" + reste.id() + ", "
                        + ferme.id() + ")");
        ClientHttp parent = new ClientHttp(pile, application).connecter(reste);
        String jeton = Envois.prouver(parent, ferme);
        exiger(parent, Map.of(Regroupement.ETAPE_1 + "?avec=" + jeton, 2, Regroupement.ETAPE_2 + jeton, 3));
        Envois.valider(parent, Envois.etape2(parent, jeton));
        exiger(parent, Map.of(Regroupement.ETAPE_3 + jeton, 3, "/compte/historique", 3));
    }

    @Test
    void lesEtapesDUneActivation() {
        ClientHttp parent = new ClientHttp(pile, application).connecter(pile.cree("Dylan", "Florian"));
        exiger(parent, Map.of("/activation", 1));
        Map<String, String> enfants =
                ClientHttp.champs(parent.lire("/activation").body());
        parent.envoyer("/activation", enfants);
        exiger(parent, Map.of("/activation/mot-de-passe", 1));
        Map<String, String> motDePasse =
                ClientHttp.champs(parent.lire("/activation/mot-de-passe").body());
        motDePasse.put("nouveau-saisie", MOT_DE_PASSE_CHOISI);
        motDePasse.put("confirmation-saisie", MOT_DE_PASSE_CHOISI);
        parent.envoyer("/activation/mot-de-passe", motDePasse);
        exiger(parent, Map.of("/activation/mail", 2));
        Map<String, String> mail =
                ClientHttp.champs(parent.lire("/activation/mail").body());
        mail.remove("envoyer");
        parent.envoyer("/activation/mail", mail);
        exiger(parent, Map.of("/activation/fin", 1));
    }

    /** Dont deux, là où des personnes sont nommées, pour la ligne d'audit et sa validation : la liste, les demandes, les comptes. */
    @Test
    void lesPagesDuBureau() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zallers");
        ClientHttp chef = new ClientHttp(pile, application);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        exiger(
                chef,
                Map.of(
                        "/etablissement?uai=" + ecole.uai(),
                        5,
                        "/etablissement/demandes",
                        6,
                        "/etablissement/contestations",
                        6,
                        "/etablissement/comptes",
                        7,
                        "/etablissement/refaire",
                        3,
                        "/etablissement/siecle",
                        4,
                        "/etablissement/suivi",
                        5,
                        "/etablissement/habilitations",
                        4,
                        "/etablissement/journal",
                        6));
    }

    private void exiger(ClientHttp navigateur, Map<String, Integer> bornes) {
        Map<String, List<String>> trop = new LinkedHashMap<>();
        bornes.forEach((page, borne) -> {
            List<String> demandes = deLaPage(navigateur, page);
            if (demandes.size() > borne) {
                trop.put(page, demandes);
            }
        });
        assertThat(trop).isEmpty();
    }

    /** La plus courte de plusieurs lectures : un travail de fond qui passe au même instant ne compte pas. */
    private List<String> deLaPage(ClientHttp navigateur, String page) {
        List<List<String>> lectures = new ArrayList<>();
        for (int lecture = 0; lecture < LECTURES; lecture++) {
            mandataire.remettreAZero();
            assertThat(navigateur.lire(page).statusCode()).as(page).isEqualTo(200);
            lectures.add(mandataire.allersRetours().stream()
                    .filter(demande -> !DE_FOND.matcher(demande).matches())
                    .toList());
        }
        return lectures.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
    }
}
