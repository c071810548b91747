package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Une personne, deux profils sous un même identifiant : l'entrée décide, un bouton passe de l'un à l'autre sans autre mot de passe, et les
 * droits ne s'ajoutent jamais. Du même genre, essayés aussi : un compte parent fermé, un agent sans mot de passe à lui, un parent qui
 * n'est pas agent, l'ancienne session rejouée, la fermeture des sessions de l'un sans l'autre.
 */
@ExtendWith(PileExtension.class)
@Timeout(120)
class DeuxProfilsIT {

    private static final String VERS_LE_BUREAU = "Mon espace professionnel";
    private static final String VERS_LE_PARENT = "Mon espace parent";

    private final Pile pile;

    DeuxProfilsIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void lEntreeDecideEtUnBoutonPasseDeLUnALAutreSansMotDePasse() {
        Pile.Compte compte = parentEtAgent();
        ClientHttp personne = new ClientHttp(pile).connecter(compte);
        assertThat(personne.lire("/compte/enfants").body()).contains("Dylan", VERS_LE_BUREAU);
        exigerLeBureauFerme(personne);

        changer(personne, "/etablissement");
        assertThat(personne.lire("/etablissement").statusCode()).isEqualTo(200);
        assertThat(personne.lire("/etablissement").body()).contains(VERS_LE_PARENT);
        exigerLEspaceParentFerme(personne);

        changer(personne, "/accueil");
        assertThat(personne.lire("/compte/enfants").body()).contains("Dylan");
        exigerLeBureauFerme(personne);

        ClientHttp autreNavigateur = new ClientHttp(pile);
        assertThat(autreNavigateur
                        .entrer("/etablissement", compte.identifiant(), compte.motDePasse())
                        .statusCode())
                .isEqualTo(302);
        assertThat(autreNavigateur.lire("/etablissement").statusCode()).isEqualTo(200);
        exigerLEspaceParentFerme(autreNavigateur);
    }

    @Test
    void laSessionDAvantNOuvrePlusRienEtChaqueSessionPorteSonProfil() {
        Pile.Compte compte = parentEtAgent();
        ClientHttp personne = new ClientHttp(pile).connecter(compte);
        String parent = personne.temoin(ClientHttp.SESSION);
        changer(personne, "/etablissement");
        ClientHttp rejoue = new ClientHttp(pile);
        rejoue.poser(ClientHttp.SESSION, parent);
        assertThat(rejoue.lire("/compte/enfants").statusCode()).isEqualTo(302);
        assertThat(pile.base()
                        .lire("SELECT CONCAT(profil, IF(finie_le IS NULL, ' ouverte', ' finie')) FROM session_ouverte"
                                + " WHERE identifiant = '" + compte.identifiant() + "' ORDER BY id"))
                .containsExactly("RESPONSABLE finie", "ETABLISSEMENT ouverte");
    }

    @Test
    void leCasNeVoitQuUneLigneEtLeMotDePasseDUnCourrierNOuvreJamaisLeBureau() {
        Pile.Compte compte = parentEtAgent();
        String sienne = "' ORDER BY profil";
        String vue = "SELECT profil FROM compte_cas WHERE identifiant = '" + compte.identifiant() + sienne;
        assertThat(pile.base().lire(vue)).containsExactly("RESPONSABLE,ETABLISSEMENT");

        pile.base().executer("UPDATE agent SET mot_de_passe = NULL WHERE identifiant = '" + compte.identifiant() + "'");
        assertThat(pile.base().lire(vue)).containsExactly("RESPONSABLE");
        ClientHttp personne = new ClientHttp(pile);
        personne.entrer("/etablissement", compte.identifiant(), compte.motDePasse());
        HttpResponse<String> bureau = personne.lire("/etablissement");
        assertThat(bureau.statusCode()).isEqualTo(403);
        assertThat(bureau.body()).doesNotContain(VERS_LE_BUREAU);
        assertThat(personne.lire("/compte/enfants").body()).contains("Dylan");
    }

    @Test
    void unCompteParentFermeNeFermePasLeBureau() {
        Pile.Compte compte = parentEtAgent();
        pile.base()
                .executer(
                        "UPDATE rattachement SET etat = 'RETIRE' WHERE responsable_id = " + compte.id(),
                        "UPDATE responsable SET etat = 'FERME', motif_fermeture = 'ETABLISSEMENT', mot_de_passe = NULL,"
                                + " ferme_le = UTC_TIMESTAMP(3) WHERE id = " + compte.id());
        assertThat(pile.base().lire("SELECT profil FROM compte_cas WHERE identifiant = '" + compte.identifiant() + "'"))
                .containsExactly("ETABLISSEMENT");
        ClientHttp personne = new ClientHttp(pile);
        personne.entrer("/etablissement", compte.identifiant(), compte.motDePasse());
        assertThat(personne.lire("/etablissement").body()).doesNotContain(VERS_LE_PARENT);
        assertThat(personne.lire("/etablissement").statusCode()).isEqualTo(200);
    }

    @Test
    void quiNAQuUnProfilNePasseNullePartEtUnLienNeChangeDeProfilPersonne() {
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        assertThat(parent.lire("/accueil").body()).doesNotContain(VERS_LE_BUREAU);
        assertThat(ClientHttp.versOu(parent.envoyer("/changer-de-profil", Map.of())))
                .endsWith("/teleservices/accueil");
        assertThat(ClientHttp.versOu(new ClientHttp(pile).envoyer("/changer-de-profil", Map.of())))
                .endsWith("/teleservices/accueil");

        ClientHttp deux = new ClientHttp(pile).connecter(parentEtAgent());
        assertThat(ClientHttp.versOu(deux.lire("/changer-de-profil"))).endsWith("/teleservices/");
        assertThat(deux.envoyer("/changer-de-profil", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(deux.lire("/compte/enfants").statusCode()).isEqualTo(200);
    }

    private void changer(ClientHttp personne, String destination) {
        String cas = ClientHttp.versOu(personne.envoyer("/changer-de-profil", Map.of()));
        String retour = ClientHttp.versOu(personne.lire(cas));
        assertThat(retour).as("le CAS la connaît encore").contains("ticket=");
        assertThat(ClientHttp.versOu(personne.lire(retour))).endsWith("/teleservices" + destination);
    }

    private static void exigerLeBureauFerme(ClientHttp personne) {
        HttpResponse<String> refus = personne.lire("/etablissement");
        assertThat(refus.statusCode()).isEqualTo(403);
        assertThat(refus.body()).contains("passez à votre espace professionnel");
        assertThat(personne.envoyer("/etablissement/nouveau", Map.of()).statusCode())
                .isEqualTo(403);
    }

    private static void exigerLEspaceParentFerme(ClientHttp personne) {
        for (String page : new String[] {"/accueil", "/compte/enfants", "/compte/regrouper"}) {
            HttpResponse<String> refus = personne.lire(page);
            assertThat(refus.statusCode()).as(page).isEqualTo(403);
            assertThat(refus.body())
                    .as(page)
                    .contains("passez à votre espace parent")
                    .doesNotContain("Dylan");
        }
        assertThat(personne.envoyer("/compte/contester", Map.of()).statusCode()).isEqualTo(403);
    }

    /** Un responsable de Dylan qui est aussi secrétaire, sous le même identifiant et le même mot de passe. */
    private Pile.Compte parentEtAgent() {
        Pile.Compte compte = pile.actif("Dylan");
        pile.familles().agent(compte.identifiant(), false);
        assertThat(compte.motDePasse()).isEqualTo(Familles.MOT_DE_PASSE);
        return compte;
    }
}
