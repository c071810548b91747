package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Un responsable de deux enfants de même prénom, ou d'un enfant inscrit deux fois, sait toujours duquel on parle : sélecteur, cartes,
 * noms lus par un lecteur d'écran, étape 2, étape 3, contact.
 */
@ExtendWith(PileExtension.class)
@Timeout(120)
class NomsDesEnfantsIT {

    private static final Pattern CACHES = Pattern.compile("fr-sr-only\"[^>]*> \\(([^)]*(?:\\([^)]*\\))?)\\)<");
    private static final Pattern CARTES = Pattern.compile("ts-enfant__nom\"[^>]*>([^<]*)<");
    private static final Pattern PUCES = Pattern.compile("<li translate=\"no\">([^<]*Adam[^<]*)</li>");

    private final Pile pile;

    NomsDesEnfantsIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void deuxEnfantsDeMemePrenomEtUnEnfantInscritDeuxFoisSeDistinguentPartout() {
        Pile.Compte compte = pile.actif();
        enfant(compte, "Durand", "0339901A", "Collège Ronsard");
        enfant(compte, "Martin", "0339901A", "Collège Ronsard");
        ClientHttp parent = new ClientHttp(pile).connecter(compte);

        String accueil = parent.lire("/accueil").body();
        assertThat(accueil).contains(">Adam DURAND</a>", ">Adam MARTIN</a>").doesNotContain(">Adam</a>");
        String enfants = parent.lire("/compte/enfants").body();
        assertThat(trouver(CARTES, enfants)).containsExactly("Adam DURAND", "Adam MARTIN");
        assertThat(trouver(CACHES, enfants))
                .contains("Adam DURAND", "Adam MARTIN")
                .doesNotContain("Adam");
        assertThat(parent.lire("/contact").body()).contains("Adam DURAND, Adam MARTIN");

        enfant(compte, "Durand", "0339902B", "Lycée Ronsard");
        String trois = parent.lire("/accueil").body();
        assertThat(trois)
                .contains(">Adam DURAND (Collège Ronsard)</a>", ">Adam DURAND (Lycée Ronsard)</a>", ">Adam MARTIN</a>");
        assertThat(trouver(CARTES, parent.lire("/compte/enfants").body()))
                .containsExactly("Adam DURAND (Collège Ronsard)", "Adam DURAND (Lycée Ronsard)", "Adam MARTIN");
    }

    @Test
    void lesDeuxCotesDUnRegroupementSeDistinguentEntreEux() {
        Pile.Compte principal = pile.actif();
        enfant(principal, "Durand", "0339903C", "Collège Hugo");
        Pile.Compte secondaire = pile.cree();
        enfant(secondaire, "Durand", "0339904D", "Lycée Hugo");
        ClientHttp parent = new ClientHttp(pile).connecter(principal);
        String jeton = Envois.prouver(parent, secondaire);
        String etape2 = parent.lire(Regroupement.ETAPE_2 + jeton).body();
        assertThat(trouver(PUCES, etape2)).containsExactly("Adam DURAND (Collège Hugo)", "Adam DURAND (Lycée Hugo)");
        assertThat(trouver(CARTES, etape2)).containsExactly("Adam DURAND (Collège Hugo)", "Adam DURAND (Lycée Hugo)");
        Envois.valider(parent, Envois.etape2(parent, jeton));
        assertThat(trouver(CARTES, parent.lire(Regroupement.ETAPE_3 + jeton).body()))
                .containsExactly("Adam DURAND (Collège Hugo)", "Adam DURAND (Lycée Hugo)");
    }

    @Test
    void laRuptureEtLeCourrierDisentDeQuelEnfantIlsParlent() {
        pile.familles().agent("noms.au.bureau", false);
        Pile.Compte compte = pile.cree("Adam", "Adam");
        pile.base()
                .executer("UPDATE eleve SET date_naissance = '2012-09-30' WHERE id = (SELECT MAX(eleve_id) FROM"
                        + " rattachement WHERE responsable_id = " + compte.id() + ")");
        ClientHttp agent = new ClientHttp(pile);
        agent.entrer("/etablissement", "noms.au.bureau", Familles.MOT_DE_PASSE);
        for (String page : List.of(
                "/etablissement/rupture?compte=" + compte.id(),
                "/etablissement/courrier?uai=" + Familles.UAI + "&id=" + compte.id())) {
            assertThat(agent.lire(page).body())
                    .as(page)
                    .contains(">Adam DURAND (5B, 11/04/2012)<", ">Adam DURAND (5B, 30/09/2012)<")
                    .doesNotContain(">Adam DURAND<");
        }
        assertThat(agent.lire("/etablissement/responsable?id=" + compte.id()).body())
                .contains(">Adam DURAND (11/04/2012)<", ">Adam DURAND (30/09/2012)<")
                .doesNotContain(">Adam DURAND<");
        assertThat(agent.lire("/etablissement?q=" + compte.identifiant()).body())
                .contains(">DURAND Adam (11/04/2012)<", ">DURAND Adam (30/09/2012)<")
                .doesNotContain(">DURAND Adam<");
        pile.base()
                .executer(
                        "UPDATE rattachement SET etat = 'CONTESTE', conteste_le = UTC_TIMESTAMP(3) WHERE responsable_id = "
                                + compte.id());
        assertThat(agent.lire("/etablissement/contestations").body())
                .contains(">Adam DURAND (5B, 11/04/2012)<", " (Adam DURAND (5B, 30/09/2012), Cristelle DURAND)<");
    }

    @Test
    void lesListesDesBureauxDisentDeQuelsElevesEllesParlent() {
        pile.familles().agent("listes.au.bureau", false);
        Pile.Compte compte = pile.actif("Adam", "Adam", "Adam");
        List<String> adams = pile.base()
                .lire("SELECT eleve_id FROM rattachement WHERE responsable_id = " + compte.id() + " ORDER BY eleve_id");
        pile.base()
                .executer(
                        "UPDATE eleve SET date_naissance = '2012-09-30' WHERE id = " + adams.get(1),
                        "UPDATE eleve SET classe = '6A' WHERE id = " + adams.get(2));
        ClientHttp agent = new ClientHttp(pile);
        agent.entrer("/etablissement", "listes.au.bureau", Familles.MOT_DE_PASSE);

        // Les autres essais y ont les leurs : la ligne est sur l'une des pages.
        assertThat(IntStream.rangeClosed(1, 20)
                        .mapToObj(page -> agent.lire("/etablissement/suivi/liste?indicateur=ACTIVES&page=" + page)
                                .body()))
                .anySatisfy(
                        page -> assertThat(page).contains(">Adam (5B, 11/04/2012), Adam (5B, 30/09/2012), Adam (6A)<"));

        long noe = pile.familles().eleve("Noé");
        long personne = pile.familles().attendu(compte.id(), noe);
        pile.base()
                .executer("UPDATE responsable_attendu SET responsable_id = NULL, nom_famille = 'DURAND', prenom ="
                        + " 'Cristelle' WHERE id = " + personne);
        pile.familles().eleveAttendu(personne, Long.parseLong(adams.get(0)));
        pile.familles().eleveAttendu(personne, Long.parseLong(adams.get(1)));
        assertThat(agent.lire("/etablissement/attendu?id=" + personne).body())
                .contains(">Adam DURAND (5B, 11/04/2012), Adam DURAND (5B, 30/09/2012), Adam DURAND (6A)<")
                .contains(">Adam DURAND (5B, 11/04/2012)</li>", ">Adam DURAND (5B, 30/09/2012)</li>");
        assertThat(agent.lire("/etablissement/nouveau?eleve=" + adams.get(0)).body())
                .as("une personne attend déjà pour lui, même s'il a un homonyme")
                .contains("/etablissement/attendu?id=" + personne + "\"");

        ClientHttp assistance = new ClientHttp(pile);
        assistance.entrer("/assistance", "assistance", "Assistance!2026");
        assertThat(assistance.lire("/assistance?mots=" + compte.identifiant()).body())
                .contains(">Adam (Collège du Moulin, 5B, 11/04/2012), Adam (Collège du Moulin, 5B, 30/09/2012), Adam"
                        + " (Collège du Moulin, 6A)<");
    }

    @Test
    void uneReponseConfirmeeNommeLEnfantParti() {
        Pile.Compte compte = pile.actif();
        enfant(compte, "Durand", "0339905E", "Collège Zola");
        enfant(compte, "Martin", "0339905E", "Collège Zola");
        long parti =
                pile.base().compter("SELECT MAX(eleve_id) FROM rattachement WHERE responsable_id = " + compte.id());
        pile.base().executer("DELETE FROM rattachement WHERE eleve_id = " + parti);
        pile.base()
                .executer("INSERT INTO reponse_signalement (responsable_id, eleve_id, conteste_le, uai, reponse, motif,"
                        + " fait_le, fait_par, sans_representant) VALUES (" + compte.id() + ", " + parti
                        + ", UTC_TIMESTAMP(3), '0339905E',"
                        + " 'CONFIRME', 'Vu au secrétariat.', UTC_TIMESTAMP(3), 'x', 0)");
        ClientHttp parent = new ClientHttp(pile).connecter(compte);

        assertThat(parent.lire("/compte/enfants").body())
                .contains("<span translate=\"no\">Adam MARTIN</span> n’est plus rattaché à votre compte.");
    }

    private void enfant(Pile.Compte compte, String nom, String uai, String etablissement) {
        pile.familles().etablissement(uai, etablissement);
        long eleve = pile.familles().eleve("Adam", uai);
        pile.base().executer("UPDATE eleve SET nom = '" + nom + "' WHERE id = " + eleve);
        pile.familles().lier(compte.id(), eleve);
    }

    private static List<String> trouver(Pattern quoi, String page) {
        return quoi.matcher(page).results().map(trouve -> trouve.group(1)).toList();
    }
}
