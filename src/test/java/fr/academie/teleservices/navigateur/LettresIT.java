package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Le courrier tel que le protocole le rend, sans script : une lettre, une fois, à qui en a le droit. */
@EssaiDeNavigateur
class LettresIT {

    private static final String LETTRE = "/etablissement/courrier.pdf";

    private final Pile pile;

    LettresIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void uneDemandeDeLettreLaRendAussitotEtUneSeuleFois() {
        Pile.Compte compte = pile.cree("Florian");
        ClientHttp agent = agent("secretariat.lettres");
        String page = "/etablissement/courrier?id=" + compte.id() + "&uai=" + Familles.UAI;
        Map<String, String> demande = ClientHttp.champs(agent.lire(page).body());

        HttpResponse<String> lettre = agent.envoyer(LETTRE, demande);

        assertThat(lettre.statusCode()).isEqualTo(200);
        assertThat(lettre.body()).startsWith("%PDF-");
        assertThat(lettre.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(lettre.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(lettre.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"courrier-" + compte.identifiant() + ".pdf\"");
        String empreinte = empreinte(compte);
        String retour = ClientHttp.versOu(agent.envoyer(LETTRE, demande));
        assertThat(retour).endsWith(page + "&refus=COMPTE_CHANGE");
        assertThat(empreinte(compte)).isEqualTo(empreinte);
        Map<String, String> nouvelle = ClientHttp.champs(agent.lire(retour).body());
        assertThat(agent.lire(retour).body()).contains("dans vos téléchargements", "Dernier courrier");
        assertThat(agent.envoyer(LETTRE, nouvelle).statusCode()).isEqualTo(200);
        assertThat(empreinte(compte)).isNotEqualTo(empreinte);
    }

    @Test
    void personneDAutreNeLObtient() {
        Pile.Compte compte = pile.cree("Florian");
        ClientHttp agent = agent("secretariat.gardes");
        Map<String, String> demande =
                ClientHttp.champs(agent.lire("/etablissement/courrier?id=" + compte.id() + "&uai=" + Familles.UAI)
                        .body());
        long ailleurs = pile.familles().eleve("Ysaline", "0330009Z");
        Pile.Compte autre = pile.cree();
        pile.familles().lier(autre.id(), ailleurs);
        String empreinte = empreinte(compte);

        assertThat(agent.envoyer(LETTRE, demande, "Origin", "https://ailleurs.example.org")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new ClientHttp(pile)
                        .connecter(pile.actif())
                        .envoyer(LETTRE, demande)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new ClientHttp(pile).envoyer(LETTRE, demande).statusCode()).isEqualTo(302);
        demande.put("id", String.valueOf(autre.id()));
        assertThat(agent.envoyer(LETTRE, demande).statusCode()).isEqualTo(404);
        demande.put("uai", "0330009Z");
        assertThat(agent.envoyer(LETTRE, demande).statusCode()).isEqualTo(404);
        assertThat(agent.lire(LETTRE).statusCode()).isEqualTo(405);
        assertThat(empreinte(compte)).isEqualTo(empreinte);
        assertThat(pile.base().compter("SELECT COUNT(*) FROM courrier WHERE responsable_id = " + compte.id()))
                .isZero();
    }

    @Test
    void lesCourriersDUneClasseSeFontSansScriptEtNeSEmportentQuUneFois() throws Exception {
        for (int i = 0; i < 20; i++) {
            Pile.Compte compte = pile.cree("Florian");
            pile.base()
                    .executer(
                            "UPDATE eleve AS e JOIN rattachement AS l ON l.eleve_id = e.id SET e.classe = '6LET' WHERE"
                                    + " l.responsable_id = " + compte.id());
        }
        ClientHttp agent = agent("secretariat.classe");
        String classe = "/etablissement/refaire?classe=6LET";
        Map<String, String> champs = ClientHttp.champs(agent.lire(classe).body());
        String travail = ClientHttp.versOu(agent.envoyer("/etablissement/refaire", champs));
        String enCours = agent.lire(travail).body();
        assertThat(enCours).contains("http-equiv=\"refresh\"", "<progress", " sur 20");
        ClientHttp collegue = agent("secretariat.collegue");
        assertThat(collegue.lire(travail).statusCode()).isEqualTo(404);
        assertThat(collegue.lire(travail).body()).contains("Ce qu’il avait fait reste fait");
        String fini = enCours;
        for (int i = 0; i < 100 && !fini.contains("telecharger"); i++) {
            Thread.sleep(100);
            fini = agent.lire(travail).body();
        }
        assertThat(fini).contains("20 lettres prêtes").doesNotContain("http-equiv=\"refresh\"");

        Map<String, String> demande = Map.of("jeton", ClientHttp.parametre(travail, "jeton"));
        assertThat(collegue.envoyer("/etablissement/travail.pdf", demande).statusCode())
                .isEqualTo(404);
        HttpResponse<String> lettres = agent.envoyer("/etablissement/travail.pdf", demande);
        assertThat(lettres.statusCode()).isEqualTo(200);
        assertThat(lettres.body()).startsWith("%PDF-");
        HttpResponse<String> encore = agent.envoyer("/etablissement/travail.pdf", demande);
        assertThat(ClientHttp.versOu(encore)).endsWith(demande.get("jeton"));
        assertThat(agent.lire(travail).body()).contains("Ces lettres ont été téléchargées");
    }

    @Test
    void uneSessionFinieRameneALaMemePageEtRienNEstFait() {
        Pile.Compte compte = pile.cree("Florian");
        ClientHttp agent = agent("secretariat.fini");
        String lettre = "/etablissement/courrier?id=" + compte.id() + "&uai=" + Familles.UAI;
        String rupture = "/etablissement/rupture?compte=" + compte.id();
        String comptes = "/etablissement/comptes?classe=5B";
        String empreinte = empreinte(compte);
        for (String[] cas : new String[][] {
            {lettre, LETTRE}, {rupture, "/etablissement/rupture"}, {comptes, "/etablissement/comptes"}
        }) {
            Map<String, String> champs = ClientHttp.champs(agent.lire(cas[0]).body());
            pile.base()
                    .executer("UPDATE session_ouverte SET finie_le = UTC_TIMESTAMP(3) WHERE finie_le IS NULL AND"
                            + " identifiant = 'secretariat.fini'");

            String auCas = ClientHttp.versOu(agent.envoyer(cas[1], champs));
            String entree = agent.sIdentifier(auCas, "secretariat.fini", Familles.MOT_DE_PASSE);
            HttpResponse<String> page = agent.lire(ClientHttp.versOu(agent.lire(entree)));

            assertThat(page.statusCode()).as(cas[0]).isEqualTo(200);
            assertThat(page.body())
                    .as(cas[0])
                    .contains("Votre session s’était terminée", "secretariat.fini")
                    .contains(cas[0].equals(comptes) ? "5B" : compte.identifiant());
        }
        assertThat(empreinte(compte)).isEqualTo(empreinte);
    }

    @Test
    void unFormulaireDontLeServeurAOublieLEtatRameneALaMemePage() {
        Pile.Compte compte = pile.cree("Florian");
        ClientHttp agent = agent("secretariat.oubli");
        String page = "/etablissement/rupture?compte=" + compte.id();
        Map<String, String> champs = ClientHttp.champs(agent.lire(page).body());
        champs.put("jakarta.faces.ViewState", "-1:-1");

        String retour = ClientHttp.versOu(agent.envoyer("/etablissement/rupture", champs));

        assertThat(retour).contains("/etablissement/rupture?motif=SESSION_EXPIREE&compte=" + compte.id());
        assertThat(agent.lire(retour).body()).contains("Votre session s’était terminée", compte.identifiant());
    }

    @Test
    void uneRechercheAccentueeSurvitALaConnexion() {
        pile.familles().agent("secretariat.accents", false);
        ClientHttp agent = new ClientHttp(pile);
        String cas = ClientHttp.versOu(agent.lire("/etablissement?q=D%C3%BBrand+%C3%89lo%C3%AFse"));
        String retour =
                ClientHttp.versOu(agent.lire(agent.sIdentifier(cas, "secretariat.accents", Familles.MOT_DE_PASSE)));
        assertThat(retour).endsWith("/etablissement?q=D%C3%BBrand+%C3%89lo%C3%AFse");
    }

    private String empreinte(Pile.Compte compte) {
        return pile.base()
                .lire("SELECT mot_de_passe FROM responsable WHERE id = " + compte.id())
                .get(0);
    }

    private ClientHttp agent(String identifiant) {
        pile.familles().agent(identifiant, false);
        ClientHttp agent = new ClientHttp(pile);
        agent.entrer("/etablissement", identifiant, Familles.MOT_DE_PASSE);
        return agent;
    }
}
