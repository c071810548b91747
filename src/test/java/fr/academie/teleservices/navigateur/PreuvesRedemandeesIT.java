package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Une session que le CAS garde d'avant ne rouvre rien d'elle-même, et redonner son mot de passe suffit : aucune boucle. */
@ExtendWith(PileExtension.class)
@Timeout(60)
class PreuvesRedemandeesIT {

    private static final String CHOISI = "Marée-Haute-7-Grèves";
    private static final String AILLEURS = "0330002B";
    /** Un CAS qui ne dit rien de la connexion. */
    private static final Map<String, List<String>> MUET =
            Map.of("authenticationDate", List.of(), "isFromNewLogin", List.of());

    private final Pile pile;

    PreuvesRedemandeesIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void laSessionDuCasQuUnCourrierAOuverteNeRevientPasSansPortee() throws Exception {
        Pile.Compte parent = pile.actif("Dylan");
        pile.familles().lier(parent.id(), pile.familles().eleve("Zéphyrine", AILLEURS));
        ClientHttp intrus = new ClientHttp(pile);
        String papier = courrier(parent);
        assertThat(intrus.entrer("/accueil", parent.identifiant(), papier).statusCode())
                .isEqualTo(302);
        oublier(parent);

        HttpResponse<String> retour = parLaSessionDuCas(intrus);

        assertThat(retour.statusCode()).isEqualTo(302);
        assertThat(ClientHttp.versOu(retour)).contains("/cas/login").endsWith("&renew=true");
        HttpResponse<String> page = intrus.lire(ClientHttp.versOu(retour));
        assertThat(page.statusCode()).as("le CAS redemande le mot de passe").isEqualTo(200);
        assertThatThrownBy(() -> intrus.sIdentifier(ClientHttp.versOu(retour), parent.identifiant(), papier))
                .hasMessageContaining("401");
        assertThat(ClientHttp.versOu(intrus.lire("/accueil"))).contains("/cas/login");
        assertThat(ouvertes(parent)).isZero();
    }

    @Test
    void leTitulaireRedonneSonMotDePasseUneFoisEtArriveOuIlAllait() {
        Pile.Compte parent = pile.actif("Dylan");
        ClientHttp client = new ClientHttp(pile).connecter(parent);
        oublier(parent);
        String demande = ClientHttp.versOu(client.lire("/compte/enfants?enfant=1"));
        HttpResponse<String> retour = client.lire(ClientHttp.versOu(client.lire(demande)));

        HttpResponse<String> entree =
                client.lire(client.sIdentifier(ClientHttp.versOu(retour), parent.identifiant(), CHOISI));

        assertThat(ClientHttp.versOu(entree)).endsWith("/compte/enfants?enfant=1");
        assertThat(client.lire("/accueil").body()).contains("Dylan");
        pile.finirLesSessions(parent);
        assertThat(ClientHttp.versOu(parLaSessionDuCas(client)))
                .as("prouvée depuis, la session du CAS sert de nouveau")
                .endsWith("/accueil");
    }

    @Test
    void unCasQuiNeDitRienRedemandeAussiSansTourner() {
        Pile.Compte parent = pile.actif("Dylan");
        ClientHttp client = new ClientHttp(pile).connecter(parent);
        oublier(parent);
        pile.cas().imposer(MUET);

        String demande = ClientHttp.versOu(parLaSessionDuCas(client));
        assertThat(demande).endsWith("&renew=true");
        HttpResponse<String> entree = client.lire(client.sIdentifier(demande, parent.identifiant(), CHOISI));
        assertThat(ClientHttp.versOu(entree)).endsWith("/accueil");
        assertThat(client.lire("/accueil").body()).contains("Dylan");
    }

    @Test
    void unCasQuiNeDitRienNeRedemandeRienAQuiNAPasChange() {
        Pile.Compte parent = pile.actif("Dylan");
        pile.cas().imposer(MUET);
        ClientHttp client = new ClientHttp(pile).connecter(parent);
        pile.finirLesSessions(parent);
        assertThat(ClientHttp.versOu(parLaSessionDuCas(client))).endsWith("/accueil");
    }

    @Test
    void fermerSesAutresConnexionsVautAussiPourCellesDuCas() {
        Pile.Compte parent = pile.actif("Dylan");
        ClientHttp perdu = new ClientHttp(pile).connecter(parent);
        ClientHttp ici = new ClientHttp(pile).connecter(parent);
        Map<String, String> champs = ClientHttp.champs(ici.lire("/sessions").body());
        champs.keySet().removeIf(nom -> nom.contains("fermer") && !nom.contains("autres"));
        ici.envoyer("/sessions", champs);

        assertThat(ici.lire("/accueil").statusCode()).isEqualTo(200);
        assertThat(ClientHttp.versOu(parLaSessionDuCas(perdu))).endsWith("&renew=true");
    }

    @Test
    void unAgentFermeVraimentSesAutresConnexions() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zrouvre");
        ClientHttp perdu = new ClientHttp(pile);
        perdu.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        ClientHttp ici = new ClientHttp(pile);
        ici.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        Map<String, String> champs = ClientHttp.champs(ici.lire("/sessions").body());
        champs.keySet().removeIf(nom -> nom.contains("fermer") && !nom.contains("autres"));
        ici.envoyer("/sessions", champs);

        assertThat(ici.lire("/etablissement").statusCode()).isEqualTo(200);
        String versLeCas = ClientHttp.versOu(perdu.lire("/etablissement"));
        assertThat(versLeCas).contains("/cas/login");
        String redemande = ClientHttp.versOu(perdu.lire(ClientHttp.versOu(perdu.lire(versLeCas))));
        assertThat(redemande).endsWith("&renew=true");
        HttpResponse<String> entree =
                perdu.lire(perdu.sIdentifier(redemande, ecole.agent("chef"), Familles.MOT_DE_PASSE));
        assertThat(ClientHttp.versOu(entree)).endsWith("/etablissement");
    }

    /** La réponse de l'application au ticket que donne la session du CAS, sans mot de passe. */
    private static HttpResponse<String> parLaSessionDuCas(ClientHttp client) {
        HttpResponse<String> auCas = client.lire(ClientHttp.versOu(client.lire("/accueil")));
        assertThat(ClientHttp.versOu(auCas)).as("le CAS ne demande rien").contains("ticket=");
        return client.lire(ClientHttp.versOu(auCas));
    }

    /** Le titulaire choisit un autre mot de passe par le lien reçu : ce que fait OubliService. */
    private void oublier(Pile.Compte parent) {
        Atelier atelier = pile.atelier();
        Compte lu = atelier.comptes.parId(parent.id()).orElseThrow();
        atelier.transactions.executer(() -> {
            assertThat(atelier.comptes.changerMotDePasse(lu, atelier.motsDePasse.empreinte(CHOISI)))
                    .isTrue();
            atelier.portees.lever(parent.id());
            atelier.sessions.finirLesAutres(new Identifiant(parent.identifiant()), 0);
        });
    }

    private String courrier(Pile.Compte parent) throws Exception {
        return pile.atelier()
                .courriers
                .faire(
                        Atelier.agent("secretariat.moulin", Familles.UAI),
                        parent.id(),
                        Familles.UAI,
                        EnumSet.allOf(MotifCourrier.class),
                        null,
                        RaisonDuPapier.DEMANDE_PAPIER)
                .motDePasse();
    }

    private long ouvertes(Pile.Compte parent) {
        return pile.base()
                .compter("SELECT COUNT(*) FROM session_ouverte WHERE finie_le IS NULL AND identifiant = '"
                        + parent.identifiant() + "'");
    }
}
