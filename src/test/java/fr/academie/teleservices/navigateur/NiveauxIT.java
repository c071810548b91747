package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.navigateur.GestesDuBureau.Geste;
import fr.academie.teleservices.navigateur.GestesDuBureau.Lecture;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rôle × niveau × portée × adresse, lus dans {@link Acte} et dans l'arborescence : rien ne s'ouvre sans la preuve que son acte demande. */
@ExtendWith(PileExtension.class)
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NiveauxIT {

    private static final String AILLEURS = "0330002B";

    /** Ce qui, dans une réponse, viendrait d'un autre établissement ou du seul titulaire. */
    private static final List<String> SECRETS = List.of(
            "Zéphyrine", "Zephyrine", "Collège " + AILLEURS, AILLEURS, "0611223344", "06 11 22 33 44", "+33611223344");

    private final Pile pile;
    private final EcoleDEssai ecole;

    NiveauxIT(Pile pile) {
        this.pile = pile;
        ecole = EcoleDEssai.creer(pile, "zniveau");
        ecole.commencer(chef());
    }

    @Test
    void leCourrierRefaitDUnParentActifNOuvreNullePartLesEnfantsDUnAutreEtablissement() throws Exception {
        Pile.Compte parent = parentDeDeuxEcoles();
        String cache = pile.base()
                .lire("SELECT e.id FROM eleve AS e JOIN rattachement AS l ON l.eleve_id = e.id WHERE e.uai = '"
                        + AILLEURS + "' AND l.responsable_id = " + parent.id())
                .get(0);
        ClientHttp intrus = new ClientHttp(pile);
        assertThat(intrus.entrer("/accueil", parent.identifiant(), refaireLeCourrier(parent))
                        .statusCode())
                .isEqualTo(302);

        List<String> fuites = new ArrayList<>();
        explorer(intrus, parent, cache, "provisoire", fuites);
        choisirLeMotDePasse(parent);
        explorer(intrus, parent, cache, "choisi", fuites);
        assertThat(fuites).isEmpty();

        HttpResponse<String> accueil = intrus.lire("/accueil");
        assertThat(accueil.statusCode()).isEqualTo(200);
        assertThat(accueil.body()).contains("Dylan", "Montrer que ce compte est à vous");
    }

    private void explorer(ClientHttp intrus, Pile.Compte parent, String cache, String etape, List<String> fuites) {
        List<String> secrets = Stream.concat(SECRETS.stream(), Stream.of(parent.identifiant() + "@exemple.fr"))
                .toList();
        duResponsable()
                .forEach(adresse -> Stream.of("", "?enfant=" + cache, "?eleve=" + cache, "?fait=preuve")
                        .forEach(question -> {
                            HttpResponse<String> lue = intrus.lire(adresse + question);
                            String quoi = etape + " " + adresse + question + " (" + lue.statusCode() + ")";
                            secrets.stream()
                                    .filter(lue.body()::contains)
                                    .forEach(secret -> fuites.add(quoi + " : " + secret));
                            boolean suffit = Acte.de(adresse).orElseThrow().admet(Niveau.PAPIER);
                            if (!suffit
                                    && (lue.statusCode() != 302
                                            || ClientHttp.versOu(lue).contains("/cas/"))) {
                                fuites.add(quoi + " s'ouvre");
                            }
                        }));
        assertThat(intrus.lire("/tuile").body()).doesNotContain("2 enfants");
    }

    @Test
    void unFormulaireRejoueNeContesteNiNeDemandeRienDeCache() throws Exception {
        Pile.Compte parent = parentDeDeuxEcoles();
        ClientHttp intrus = new ClientHttp(pile);
        intrus.entrer("/accueil", parent.identifiant(), refaireLeCourrier(parent));
        choisirLeMotDePasse(parent);
        List<String> eleves = pile.base()
                .lire("SELECT eleve_id FROM rattachement WHERE responsable_id = " + parent.id() + " ORDER BY id");
        HttpResponse<String> page = intrus.lire("/compte/contester?eleve=" + eleves.get(0));
        Map<String, String> champs =
                GestesDuBureau.avec(ClientHttp.champs(page.body()), Map.of("eleve", eleves.get(1)));

        intrus.envoyer("/compte/contester?eleve=" + eleves.get(1), champs);

        assertThat(pile.base()
                        .lire("SELECT etat FROM rattachement WHERE responsable_id = " + parent.id() + " AND eleve_id = "
                                + eleves.get(1)))
                .containsExactly("ACTIF");
        for (String adresse : List.of("/compte/mail", "/compte/portable", "/compte/regrouper")) {
            HttpResponse<String> refusee = intrus.envoyer(adresse, Map.of("mail-saisie", "x@exemple.fr"));
            assertThat(ClientHttp.versOu(refusee)).as(adresse).contains("/compte/preuve");
        }
        assertThat(pile.base().compter("SELECT COUNT(*) FROM mail_en_attente WHERE responsable_id = " + parent.id()))
                .isZero();
    }

    @Test
    void lesActesFraisDUnResponsableRedemandentLeMotDePasse() {
        Pile.Compte parent = pile.actif("Dylan");
        ClientHttp client = new ClientHttp(pile).connecter(parent);
        duResponsable()
                .forEach(adresse -> assertThat(demandeUnePreuve(client.lire(adresse)))
                        .as("frais " + adresse)
                        .isFalse());
        vieillir(parent.identifiant());
        duResponsable()
                .forEach(adresse -> assertThat(demandeUnePreuve(client.lire(adresse)))
                        .as(adresse)
                        .isEqualTo(!Acte.de(adresse).orElseThrow().admet(Niveau.MOT_DE_PASSE)));
    }

    @Test
    void unMailTapeQuandLeMotDePasseEstARedonnerNeSePerdPas() {
        Pile.Compte parent = pile.actif("Dylan");
        ClientHttp client = new ClientHttp(pile).connecter(parent);
        vieillir(parent.identifiant());
        HttpResponse<String> page = client.lire("/compte/mail");
        assertThat(page.body()).contains("Votre mot de passe vous sera redemandé");
        Map<String, String> champs =
                GestesDuBureau.avec(ClientHttp.champs(page.body()), Map.of("mail-saisie", "neuve@exemple.fr"));
        champs.remove("plus-tard");

        HttpResponse<String> interrompu = client.envoyer("/compte/mail", champs);
        assertThat(demandeUnePreuve(interrompu)).isTrue();
        assertThat(pile.base().compter("SELECT COUNT(*) FROM mail_en_attente WHERE responsable_id = " + parent.id()))
                .isZero();
        HttpResponse<String> retour = client.lire(client.sIdentifier(ClientHttp.versOu(interrompu), parent));
        assertThat(ClientHttp.versOu(retour)).endsWith("/reprendre");
        HttpResponse<String> reprise = client.lire("/reprendre");
        assertThat(reprise.body()).contains("neuve@exemple.fr");
        client.envoyer("/compte/mail", ClientHttp.champs(reprise.body()));

        assertThat(pile.base().lire("SELECT mail FROM mail_en_attente WHERE responsable_id = " + parent.id()))
                .containsExactly("neuve@exemple.fr");
        assertThat(client.lire("/reprendre").statusCode())
                .as("il ne se renvoie qu'une fois")
                .isEqualTo(302);
    }

    @Test
    void leBureauRedonneSonMotDePasseUneFoisPuisTravailleUnQuartDHeure() {
        ClientHttp chef = chef();
        vieillir(ecole.agent("chef"));
        for (Lecture lecture : GestesDuBureau.LECTURES.stream()
                .filter(l -> !l.estDeLAssistance())
                .toList()) {
            assertThat(demandeUnePreuve(chef.lire(lecture.adresse(ecole))))
                    .as(lecture.chemin())
                    .isEqualTo(!Acte.de(lecture.chemin()).orElseThrow().admet(Niveau.MOT_DE_PASSE));
        }
        Geste courrier = GestesDuBureau.geste("/etablissement/courrier#post");
        String page = courrier.page() + "?id=" + ecole.numero("aEcrire") + "&uai=" + ecole.uai();
        HttpResponse<String> demande = chef.lire(page);
        HttpResponse<String> retour =
                chef.lire(chef.sIdentifier(ClientHttp.versOu(demande), ecole.agent("chef"), Familles.MOT_DE_PASSE));
        assertThat(ClientHttp.versOu(retour)).endsWith(page);
        List<String> prouvee = prouvee(ecole.agent("chef"));
        Map<String, String> champs = GestesDuBureau.ouvrir(chef, courrier, ecole);
        assertThat(prouvee(ecole.agent("chef"))).as("lire ne prolonge pas").isEqualTo(prouvee);

        vieillir(ecole.agent("chef"));
        long faits = pile.base().compter("SELECT COUNT(*) FROM courrier");
        HttpResponse<String> interrompu = chef.envoyer(courrier.envoi(), champs);
        assertThat(demandeUnePreuve(interrompu)).isTrue();
        assertThat(pile.base().compter("SELECT COUNT(*) FROM courrier")).isEqualTo(faits);
        chef.lire(chef.sIdentifier(ClientHttp.versOu(interrompu), ecole.agent("chef"), Familles.MOT_DE_PASSE));
        HttpResponse<String> reprise = chef.lire("/reprendre");
        HttpResponse<String> lettre = chef.envoyer(courrier.envoi(), ClientHttp.champs(reprise.body()));
        assertThat(lettre.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pile.base().compter("SELECT COUNT(*) FROM courrier")).isEqualTo(faits + 1);
    }

    @Test
    void chaqueBoutonFraisDuBureauEstInterrompuSansRienFaire() {
        ClientHttp chef = chef();
        for (Geste geste : GestesDuBureau.GESTES.stream()
                .filter(g -> Acte.de(g.envoi())
                        .orElseThrow()
                        .requis()
                        .filter(Niveau.FRAIS::equals)
                        .isPresent())
                .filter(g -> !g.nom().equals("/etablissement/rupture-confirmation#confirmer"))
                .toList()) {
            rajeunir(ecole.agent("chef"));
            Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
            vieillir(ecole.agent("chef"));
            assertThat(demandeUnePreuve(chef.envoyer(geste.envoi(), champs)))
                    .as(geste.nom())
                    .isTrue();
        }
    }

    @Test
    void unTicketSansMotDePasseNeProuveRienQuandOnLeDemande() {
        Pile.Compte parent = pile.actif("Dylan");
        ClientHttp client = new ClientHttp(pile).connecter(parent);
        vieillir(parent.identifiant());
        String demande = ClientHttp.versOu(client.lire("/compte/portable"));
        assertThat(demande).endsWith("&renew=true");

        HttpResponse<String> parLaSessionDuCas = client.lire(demande.replace("&renew=true", ""));
        assertThat(client.lire(ClientHttp.versOu(parLaSessionDuCas)).statusCode())
                .isEqualTo(400);
        assertThat(demandeUnePreuve(client.lire("/compte/portable"))).isTrue();
    }

    @Test
    void uneAutrePersonneQuiSeProuveNePrendPasLaSession() {
        Pile.Compte parent = pile.actif("Dylan");
        Pile.Compte autre = pile.actif("Noé");
        ClientHttp client = new ClientHttp(pile).connecter(parent);
        vieillir(parent.identifiant());
        String demande = ClientHttp.versOu(client.lire("/compte/portable"));
        client.lire(client.sIdentifier(demande, autre));
        assertThat(client.lire("/accueil").body()).contains("Noé").doesNotContain("Dylan");
    }

    @Test
    void uneSessionAUneFinQuoiQuOnYFasse() {
        Pile.Compte parent = pile.actif("Dylan");
        ClientHttp client = new ClientHttp(pile).connecter(parent);
        ouverteDepuis(parent.identifiant(), 11);
        assertThat(client.lire("/accueil").statusCode()).isEqualTo(200);
        ouverteDepuis(parent.identifiant(), 13);
        assertThat(ClientHttp.versOu(client.lire("/accueil"))).contains("/cas/login");
        ClientHttp chef = chef();
        ouverteDepuis(ecole.agent("chef"), 9);
        assertThat(chef.lire("/etablissement").statusCode()).isEqualTo(200);
        ouverteDepuis(ecole.agent("chef"), 11);
        assertThat(ClientHttp.versOu(chef.lire("/etablissement"))).contains("/cas/login");
    }

    @Test
    void chacunVoitSesSessionsEtFermeLesAutres() {
        Pile.Compte parent = pile.actif("Dylan");
        ClientHttp ici = new ClientHttp(pile).connecter(parent);
        ClientHttp ailleurs = new ClientHttp(pile).connecter(parent);
        ClientHttp encore = new ClientHttp(pile).connecter(parent);
        HttpResponse<String> page = ici.lire("/sessions");
        assertThat(page.body().split("Ouverte le", -1)).hasSize(4);
        assertThat(page.body())
                .contains("127.0.0.…", "C’est cette connexion-ci")
                .doesNotContain("127.0.0.1");

        Map<String, String> champs = ClientHttp.champs(page.body());
        List<String> boutons =
                champs.keySet().stream().filter(nom -> nom.contains("fermer")).toList();
        String premiere = boutons.stream()
                .filter(nom -> !nom.contains("autres"))
                .findFirst()
                .orElseThrow();
        boutons.stream().filter(nom -> !nom.equals(premiere)).forEach(champs::remove);
        assertThat(ClientHttp.versOu(ici.envoyer("/sessions", champs))).contains("fait=une");
        assertThat(List.of(ouverte(ailleurs), ouverte(encore))).containsExactlyInAnyOrder(true, false);

        Map<String, String> tout = ClientHttp.champs(ici.lire("/sessions").body());
        tout.keySet().removeIf(nom -> nom.contains("fermer") && !nom.contains("autres"));
        ici.envoyer("/sessions", tout);
        assertThat(List.of(ouverte(ailleurs), ouverte(encore))).containsExactly(false, false);
        assertThat(ouverte(ici)).isTrue();
        assertThat(chef().lire("/sessions").body()).contains("Vos connexions ouvertes");
    }

    private static boolean ouverte(ClientHttp client) {
        return client.lire("/accueil").statusCode() == 200;
    }

    private static boolean demandeUnePreuve(HttpResponse<String> reponse) {
        return reponse.statusCode() == 302 && ClientHttp.versOu(reponse).contains("renew=true");
    }

    /** Chaque adresse d'un acte de responsable, et les pages publiques qui montrent quelque chose du compte. */
    private static Stream<String> duResponsable() {
        return Stream.concat(
                Arrays.stream(Acte.values())
                        .filter(acte ->
                                acte.profil().filter(Profil.RESPONSABLE::equals).isPresent())
                        .flatMap(acte -> acte.adresses().stream()),
                Stream.of("/sessions", "/contact", "/tuile", "/donnees-personnelles"));
    }

    /** Un parent ACTIF, à l'adresse confirmée et au mobile connu, d'un enfant ici et d'un autre ailleurs, qui a absorbé un compte. */
    private Pile.Compte parentDeDeuxEcoles() {
        Pile.Compte parent = pile.actif("Dylan");
        pile.familles().lier(parent.id(), pile.familles().eleve("Zéphyrine", AILLEURS));
        pile.base()
                .executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY,"
                        + " telephone_portable = '+33611223344' WHERE id = " + parent.id());
        return parent;
    }

    private String refaireLeCourrier(Pile.Compte parent) throws Exception {
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

    /** Le mot de passe du courrier devient un mot de passe choisi, de même portée. */
    private void choisirLeMotDePasse(Pile.Compte parent) {
        pile.base().executer("UPDATE responsable SET provisoire_expire_le = NULL WHERE id = " + parent.id());
    }

    private void vieillir(String identifiant) {
        prouver(identifiant, 16);
    }

    private void rajeunir(String identifiant) {
        prouver(identifiant, 1);
    }

    private void prouver(String identifiant, int minutes) {
        pile.base()
                .executer("UPDATE session_ouverte SET prouvee_le = UTC_TIMESTAMP(3) - INTERVAL " + minutes
                        + " MINUTE WHERE identifiant = '" + identifiant + "'");
    }

    private void ouverteDepuis(String identifiant, int heures) {
        pile.base()
                .executer("UPDATE session_ouverte SET ouverte_le = UTC_TIMESTAMP(3) - INTERVAL " + heures
                        + " HOUR WHERE identifiant = '" + identifiant + "'");
    }

    private List<String> prouvee(String identifiant) {
        return pile.base()
                .lire("SELECT MAX(prouvee_le) FROM session_ouverte WHERE identifiant = '" + identifiant + "'");
    }

    private ClientHttp chef() {
        ClientHttp chef = new ClientHttp(pile);
        assertThat(chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE)
                        .statusCode())
                .isEqualTo(302);
        return chef;
    }
}
