package fr.academie.teleservices.acces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import fr.academie.teleservices.acces.CasService.IdentiteCas;
import fr.academie.teleservices.agent.AgentDuCas;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce que les CAS répondent, lu par le vrai client CAS contre un petit serveur d'ici, et compris selon le profil d'académie. */
class AttributsDuCasTest {

    private static final Path ECHANTILLONS = Path.of("../shared/samples/cas");
    private static final String EDIFICE = "cas.attribut.profil = userAttributes/profiles, cas.attribut.forme = json,"
            + " cas.profil.Relative = responsable, cas.profil.Teacher = etablissement";
    private static final String VECTEUR = "cas.attribut.profil = FrEduVecteur, cas.attribut.forme = vecteur,"
            + " cas.profil.1 = responsable, cas.profil.3 = responsable, cas.profil.4 = eleve";

    @SuppressWarnings("NullAway.Init")
    private HttpServer serveur;

    private String reponse = "";

    @BeforeEach
    void demarrer() throws IOException {
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.createContext("/cas/p3/serviceValidate", echange -> {
            byte[] octets = reponse.getBytes(StandardCharsets.UTF_8);
            echange.getResponseHeaders().set("Content-Type", "application/xml;charset=UTF-8");
            echange.sendResponseHeaders(200, octets.length);
            echange.getResponseBody().write(octets);
            echange.close();
        });
        serveur.start();
    }

    @AfterEach
    void arreter() {
        serveur.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"retour_ent.xml", "retour_ent_plusieurs_enfants.xml", "retour_ent_plusieurs_etablissements.xml"})
    void lesReponsesReellesDUnEntDonnentUnResponsable(String fichier) throws Exception {
        assumeTrue(Files.isDirectory(ECHANTILLONS), "Les échantillons partagés ne sont pas à côté du dépôt.");
        reponse = Files.readString(ECHANTILLONS.resolve(fichier));

        IdentiteCas lue = valider(EDIFICE);

        assertThat(lue.principal()).isEqualTo("henri.ford7");
        assertThat(lue.profils()).containsExactly(Profil.RESPONSABLE);
    }

    @Test
    void uneReponseQuiDeclareUneEntiteEstUnePanneEtNeLitAucunFichier() throws Exception {
        Path secret = Files.writeString(Files.createTempFile("secret", ".txt"), "National_2");
        try {
            reponse = "<!DOCTYPE r [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                    + ressource("entpersonprofils.xml")
                            .replace("National_2", "&e;")
                            .replaceFirst("<\\?xml.*?\\?>", "");
            String reglage = "cas.attribut.profil = ENTPersonProfils, cas.profil.National_2 = responsable";
            assertThatThrownBy(() -> valider(reglage)).isInstanceOf(CasService.CasIndisponible.class);
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void unCheminNeDesigneQueLAttributEmboite() throws Exception {
        reponse = ressource("edifice.xml");

        assertThat(valider(EDIFICE).profils()).containsExactly(Profil.RESPONSABLE);
        assertThat(valider(EDIFICE.replace("userAttributes/", "")).profils()).containsExactly(Profil.ETABLISSEMENT);
    }

    @Test
    void leVecteurNeVautQueParSonPremierChamp() throws Exception {
        reponse = ressource("freduvecteur.xml");
        assertThat(valider(VECTEUR).profils()).containsExactly(Profil.RESPONSABLE);

        reponse = ressource("freduvecteur_eleve.xml");
        assertThat(valider(VECTEUR).profils()).containsExactly(Profil.ELEVE);
    }

    @Test
    void plusieursProfilsSontTousLus() throws Exception {
        reponse = ressource("entpersonprofils.xml");

        assertThat(valider("cas.attribut.profil = ENTPersonProfils, cas.profil.National_2 = responsable,"
                                + " cas.profil.National_3 = etablissement")
                        .profils())
                .containsExactlyInAnyOrder(Profil.RESPONSABLE, Profil.ETABLISSEMENT);
    }

    @Test
    void lesAffiliationsEduConnectSontDesResponsables() throws Exception {
        reponse = ressource("educonnect.xml");

        assertThat(valider("cas.attribut.profil = FrEduCtPersonAffiliation, cas.profil.resp1d = responsable,"
                                + " cas.profil.resp2d = responsable, cas.profil.eleve2d = eleve")
                        .profils())
                .containsExactly(Profil.RESPONSABLE);
    }

    @Test
    void uneValeurQueLAcademieNeNommePasNOuvreRien() throws Exception {
        reponse = ressource("edifice.xml").replace("[\"Relative\"]", "[\"Guest\"]");
        assertThat(valider(EDIFICE).profils()).containsExactly(Profil.INCONNU);

        reponse = ressource("edifice.xml").replace("[\"Relative\"]", "[\"Relative\"");
        assertThat(valider(EDIFICE).profils()).containsExactly(Profil.INCONNU);
    }

    @Test
    void sansAttributSeuleLaTableDesComptesDecide() throws Exception {
        reponse = ressource("educonnect.xml");

        assertThat(valider("cas.attribut.profil = absent").profils()).isEmpty();
    }

    @Test
    void unAgentAgitLaOuLeCasLeDitEtLaOuIlDirige() throws Exception {
        reponse = ressource("edifice.xml")
                .replace(
                        "</cas:attributes>",
                        "<cas:FrEduRne>0330001a$UAJ$PU$ADM$111$T3$CLG$340</cas:FrEduRne><cas:FrEduRne>X</cas:FrEduRne>"
                                + "<cas:FrEduRneResp>0331503V$UAJ$PU</cas:FrEduRneResp>"
                                + "<cas:sn>Castéra</cas:sn></cas:attributes>");

        assertThat(valider(EDIFICE).agent())
                .isEqualTo(new AgentDuCas(
                        "Castéra", "", new Habilitations(Set.of("0330001A", "0331503V"), Set.of("0331503V"))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "<cas:mfa></cas:mfa>, false",
        "<cas:mfa>simple</cas:mfa>, false",
        "<cas:mfa>webauthn-2</cas:mfa>, false",
        "<cas:autre>webauthn</cas:autre>, false",
        "<cas:mfa> webauthn </cas:mfa>, true",
        "<cas:mfa>simple</cas:mfa><cas:mfa>webauthn</cas:mfa>, true"
    })
    void leSecondFacteurEstLaValeurQueLAcademieNomme(String attributs, boolean donne) throws Exception {
        reponse = avec(attributs);
        assertThat(valider("agents.second_facteur = mfa, agents.second_facteur.valeur = webauthn")
                        .secondFacteur())
                .isEqualTo(donne);
        assertThat(valider("agents.second_facteur = mfa").secondFacteur())
                .as("sans valeur nommée, toute valeur suffit")
                .isEqualTo(attributs.matches(".*<cas:mfa>[^<].*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<cas:authenticationDate>2026-01-05T09:12:30.123456Z[Etc/UTC]</cas:authenticationDate>; 2026-01-05T09:12:30.123456Z",
                "<cas:authenticationDate>2026-01-05T10:12:30+01:00[Europe/Paris]</cas:authenticationDate>; 2026-01-05T09:12:30Z",
                "<cas:authenticationDate>2026-01-05T09:12:30Z</cas:authenticationDate>; 2026-01-05T09:12:30Z",
                "<cas:authenticationDate>lundi</cas:authenticationDate>;",
                "<cas:authenticationDate>2126-01-05T09:12:30Z</cas:authenticationDate>;",
                "<cas:autre>2026-01-05T09:12:30Z</cas:autre>;"
            })
    void laDateDUneConnexionEstCelleQueLeCasDitEtRienNeLaRemplace(String attributs, @Nullable String le)
            throws Exception {
        reponse = avec(attributs);
        assertThat(valider("agents.habilitations = table").prouveeLe())
                .isEqualTo(le == null ? null : Instant.parse(le));
    }

    private static String avec(String attributs) throws IOException {
        return ressource("educonnect.xml").replace("</cas:attributes>", attributs + "</cas:attributes>");
    }

    @Test
    void uneFormeInconnueArreteLeDemarrage() {
        assertThatThrownBy(() -> valider("cas.attribut.forme = liste"))
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContaining("cas.attribut.forme")
                .hasMessageContaining("« vecteur »");
    }

    private IdentiteCas valider(String cles) throws Exception {
        Map<String, String> profil = Arrays.stream(cles.split(","))
                .map(cle -> cle.split("=", 2))
                .collect(Collectors.toMap(cle -> cle[0].strip(), cle -> cle[1].strip()));
        String adresse = "http://127.0.0.1:" + serveur.getAddress().getPort() + "/cas";
        return new CasService(
                        Atelier.reglages(Map.of("cas.adresse", adresse)), Atelier.profil(profil), Clock.systemUTC())
                .valider("ST-1-essai", "http://localhost:8080/teleservices/connexion?etat=x", false);
    }

    private static String ressource(String nom) throws IOException {
        try (InputStream flux = AttributsDuCasTest.class.getResourceAsStream(nom)) {
            return new String(Objects.requireNonNull(flux).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
