package fr.academie.teleservices.deploiement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.academie.teleservices.demonstration.CourrierDeDemonstration;
import fr.academie.teleservices.demonstration.Ports;
import fr.academie.teleservices.deploiement.Installation.Etape2;
import fr.academie.teleservices.deploiement.Installation.Parent;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.navigateur.ClientHttp;
import fr.academie.teleservices.navigateur.Envois;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Deux Tomcat sur une base, derrière nginx et derrière Apache httpd, aux fichiers livrés : qui entre reste où il est entré, ce qu'un serveur
 * apprend vaut sur l'autre, et un serveur tué en plein geste ne fait rien retaper ni rien perdre.
 */
@EssaiLong("deux Tomcat installés derrière nginx puis httpd ; ConfigurationLivreeTest garde leurs fichiers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class DeuxServeursIT {

    private static final String SESSION = "__Host-teleservices-session";
    private static final String MAUVAIS = "Mauvais!2026";
    private static final String PREUVE = "ne permet pas de regrouper ce compte";
    private static final String TROP = "Il y a eu trop d’essais";
    private static final int LETTRES = 60;

    private final List<Mandataire> mandataires = new ArrayList<>();
    private Installation installation;
    private CourrierDeDemonstration courrier;
    private TomcatInstalle t1;
    private TomcatInstalle t2;

    /** Ce qui est devant les deux serveurs. */
    record Mandataire(String nom, String adresse, SSLContext confiance) {
        @Override
        public String toString() {
            return nom;
        }
    }

    @BeforeAll
    void deployer() throws IOException {
        assumeTrue(TomcatInstalle.installe(), "Pas de Tomcat (Debian : apt install tomcat10) : rien n'est essayé.");
        assumeTrue(
                Nginx.installe() && Httpd.installe(),
                "nginx ou httpd manque (apt install nginx-light apache2-bin) : rien n'est essayé.");
        installation = new Installation("deux");
        courrier = installation.ajouter(CourrierDeDemonstration.demarrer());
        int port1 = Ports.choisir();
        int port2 = Ports.choisir();
        int nginx = Ports.choisir();
        int httpd = Ports.choisir();
        String[] adresses = {"https://localhost:" + nginx, "https://localhost:" + httpd};
        t1 = installation.ajouter(new TomcatInstalle(installation.racine().resolve("t1"), port1, "t1"));
        t2 = installation.ajouter(new TomcatInstalle(installation.racine().resolve("t2"), port2, "t2"));
        for (TomcatInstalle tomcat : List.of(t1, t2)) {
            installation.regler(tomcat, courrier.port(), adresses);
            tomcat.deposer(Installation.war(), "teleservices##20261201.war");
            tomcat.demarrer();
            tomcat.attendreLaSante(Installation.CONTEXTE);
        }
        mandataires.add(new Mandataire(
                "nginx",
                adresses[0],
                installation
                        .ajouter(Nginx.devantDeux(
                                installation.racine().resolve("nginx"), port1, port2, Ports.choisir(), nginx))
                        .confiance()));
        mandataires.add(new Mandataire(
                "httpd",
                adresses[1],
                installation
                        .ajouter(Httpd.devantDeux(
                                installation.racine().resolve("httpd"), port1, port2, Ports.choisir(), httpd))
                        .confiance()));
        installation.ouvrirLeCas(adresses);
    }

    @AfterAll
    void arreter() {
        if (installation != null) {
            installation.close();
        }
    }

    List<Mandataire> mandataires() {
        return mandataires;
    }

    @ParameterizedTest
    @MethodSource("mandataires")
    void enTls12SeulesLesSuitesAuthentifieesSOuvrent(Mandataire devant) throws IOException {
        assertThat(negocier(devant, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        assertThatThrownBy(() -> negocier(devant, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    /** La suite que le mandataire retient, quand on n'offre que celle-ci. */
    private static String negocier(Mandataire devant, String suite) throws IOException {
        URI adresse = URI.create(devant.adresse());
        try (SSLSocket prise =
                (SSLSocket) devant.confiance().getSocketFactory().createSocket(adresse.getHost(), adresse.getPort())) {
            prise.setEnabledProtocols(new String[] {"TLSv1.2"});
            prise.setEnabledCipherSuites(new String[] {suite});
            prise.startHandshake();
            return prise.getSession().getCipherSuite();
        }
    }

    @ParameterizedTest
    @MethodSource("mandataires")
    void quiArriveEntreParLUnOuLAutreEtResteOuIlEstEntre(Mandataire devant) {
        Set<String> serveurs = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            ClientHttp navigateur = navigateur(devant);
            // À tour de rôle : sans cette page, tous les retours du CAS iraient au même.
            for (int page = 0; page < i % 2; page++) {
                navigateur.lire("/liens-utiles");
            }
            Parent parent = installation.connecter(navigateur, "Dylan");
            String serveur = serveur(parent);
            serveurs.add(serveur);
            for (int lecture = 0; lecture < 3; lecture++) {
                assertThat(parent.navigateur().lire("/compte/enfants").body()).contains("Dylan");
            }
            assertThat(serveur(parent)).isEqualTo(serveur);
            installation.exigerLeRegroupement(parent, installation.allerALEtape2(parent, "Florian"));
        }
        assertThat(serveurs).containsExactlyInAnyOrder("t1", "t2");
    }

    /** La connexion commencée sur un serveur s'achève sur l'autre : le retour du CAS ne tient à aucun. */
    @ParameterizedTest
    @MethodSource("mandataires")
    void uneConnexionCommenceeSurUnServeurSAcheveSurLAutre(Mandataire devant) {
        String identifiant = installation.nouvelIdentifiant();
        long id = installation.familles().actif(identifiant);
        installation.familles().lier(id, installation.familles().eleve("Dylan"));
        ClientHttp parent = sur(devant, "t1");
        String retour =
                parent.sIdentifier(ClientHttp.versOu(parent.lire("/accueil")), identifiant, Familles.MOT_DE_PASSE);
        parent.poser(SESSION, "0.t2");
        assertThat(parent.lire(retour).statusCode()).isEqualTo(302);
        assertThat(parent.temoin(SESSION)).endsWith(".t2");
        assertThat(parent.lire("/compte/enfants").body()).contains("Dylan");
    }

    @Test
    void uneDeconnexionUniqueAnnonceeALAutreServeurVautAussitot() throws IOException {
        Mandataire devant = mandataires.get(0);
        Parent parent = installation.connecter(sur(devant, "t1"), "Dylan");
        assertThat(parent.navigateur().lire("/compte/enfants").statusCode()).isEqualTo(200);
        String annonce = "logoutRequest="
                + URLEncoder.encode(
                        "<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"x\""
                                + " Version=\"2.0\"><samlp:SessionIndex>" + parent.ticket()
                                + "</samlp:SessionIndex></samlp:LogoutRequest>",
                        StandardCharsets.UTF_8);
        URI publique = URI.create(devant.adresse());
        assertThat(t2.demander("POST /teleservices/connexion HTTP/1.1\r\nHost: " + publique.getAuthority()
                        + "\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Port: " + publique.getPort()
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + annonce.length()
                        + "\r\nConnection: close\r\n\r\n" + annonce))
                .startsWith("HTTP/1.1 204");
        assertThat(parent.navigateur().lire("/compte/enfants").statusCode()).isEqualTo(302);
    }

    @Test
    void lesEssaisManquesSurLUnSeComptentSurLAutre() {
        Mandataire devant = mandataires.get(0);
        Parent ici = installation.connecter(sur(devant, "t1"), "Dylan");
        Parent la = installation.entrer(sur(devant, "t2"), ici.identifiant(), ici.id());
        Parent encore = installation.entrer(sur(devant, "t1"), ici.identifiant(), ici.id());
        Parent enfin = installation.entrer(sur(devant, "t2"), ici.identifiant(), ici.id());
        String vise = installation.nouvelIdentifiant();
        installation.familles().cree(vise);
        // Deux par session, au plus : au-delà, l'étape 1 demande une chose à la fois.
        for (Parent parent : List.of(ici, la, ici, la, encore)) {
            assertThat(refus(parent, vise)).contains(PREUVE).doesNotContain(TROP);
        }
        assertThat(refus(enfin, vise)).contains(TROP);
        assertThat(refus(encore, vise)).contains(TROP);
    }

    @Test
    void deuxRegroupementsCroisesSurDeuxServeursNEnFontQuUn() {
        Mandataire devant = mandataires.get(0);
        Parent ici = installation.connecter(sur(devant, "t1"), "Dylan");
        Parent la = installation.connecter(sur(devant, "t2"), "Florian");
        Etape2 dIci = installation.prouver(ici, la.identifiant(), la.id());
        Etape2 deLa = installation.prouver(la, ici.identifiant(), ici.id());
        CompletableFuture<HttpResponse<String>> envoi =
                CompletableFuture.supplyAsync(() -> Envois.valider(ici.navigateur(), dIci.champs()));
        HttpResponse<String> autre = Envois.valider(la.navigateur(), deLa.champs());
        assertThat(List.of(envoi.join().statusCode(), autre.statusCode())).containsAnyOf(302);
        assertThat(installation.lire(
                        "SELECT COUNT(*) FROM regroupement WHERE principal_id IN (" + ici.id() + ", " + la.id() + ")"))
                .containsExactly("1");
        boolean iciGagne = etat(ici.id()).equals("ACTIF");
        Parent gagnant = iciGagne ? ici : la;
        Parent perdant = iciGagne ? la : ici;
        assertThat(etat(perdant.id())).isEqualTo("FERME");
        assertThat(perdant.navigateur().lire("/compte/enfants").body()).contains("Compte fermé");
        assertThat(gagnant.navigateur().lire("/compte/enfants").body()).contains("Dylan", "Florian");
    }

    /**
     * Le serveur meurt pendant qu'un parent relit l'étape 2 et qu'un autre attend la base à VALIDER, derrière chaque mandataire. L'autre serveur
     * les reconnaît par le CAS et leur rend leur saisie ; la boîte d'envoi ne perd ni ne double rien.
     */
    @Test
    void unServeurTueEnPleinGesteNeFaitRienRetaperNiRienPerdre() throws Exception {
        List<Arret> arrets = new ArrayList<>();
        for (Mandataire devant : mandataires) {
            Parent relit = installation.connecter(sur(devant, "t1"), "Dylan");
            Parent valide = installation.connecter(sur(devant, "t1"), "Dylan");
            arrets.add(new Arret(
                    devant,
                    relit,
                    installation.allerALEtape2(relit, "Florian"),
                    valide,
                    installation.allerALEtape2(valide, "Florian")));
        }
        List<HttpResponse<String>> coupees = tuerPendantLaValidation(arrets);
        try {
            assertThat(coupees).allSatisfy(page -> {
                assertThat(page.statusCode()).isIn(502, 503);
                assertThat(page.body()).contains("Service momentanément indisponible");
                assertThat(page.headers().firstValue("Retry-After")).contains("60");
            });
            for (Arret arret : arrets) {
                assertThat(etat(arret.validee().secondaire())).isEqualTo("CREE");
                reprendreEtRegrouper(arret.relit(), arret.relue());
                reprendreEtRegrouper(arret.valide(), arret.validee());
            }
            for (Mandataire devant : mandataires) {
                assertThat(serveur(installation.connecter(navigateur(devant), "Dylan")))
                        .isEqualTo("t2");
            }
            exigerUneFoisChacun("tue");
        } finally {
            t1.demarrer();
            t1.attendreLaSante(Installation.CONTEXTE);
        }
        for (Arret arret : arrets) {
            assertThat(arret.relit().navigateur().lire("/compte/enfants").body())
                    .contains("Florian");
        }
        for (Mandataire devant : mandataires) {
            ClientHttp ancien = sur(devant, "t1");
            installation.connecter(ancien, "Dylan");
            assertThat(ancien.temoin(SESSION)).endsWith(".t1");
        }
    }

    /** Deux parents du serveur tué, et où chacun en est. */
    private record Arret(Mandataire devant, Parent relit, Etape2 relue, Parent valide, Etape2 validee) {}

    private List<HttpResponse<String>> tuerPendantLaValidation(List<Arret> arrets) throws SQLException {
        try (Connection verrou = installation.base().source().getConnection();
                Statement ordre = verrou.createStatement()) {
            verrou.setAutoCommit(false);
            for (Arret arret : arrets) {
                ordre.executeQuery("SELECT id FROM responsable WHERE id = "
                        + arret.validee().secondaire() + " FOR UPDATE");
            }
            List<CompletableFuture<HttpResponse<String>>> envois = arrets.stream()
                    .map(arret -> CompletableFuture.supplyAsync(() -> Envois.valider(
                            surUneLiaisonNeuve(arret.valide(), arret.devant()),
                            arret.validee().champs())))
                    .toList();
            t2.attendre("les validations, qui attendent", () -> verrous() >= arrets.size());
            deposer("tue");
            t1.tuer();
            List<HttpResponse<String>> rendues =
                    envois.stream().map(CompletableFuture::join).toList();
            verrou.rollback();
            return rendues;
        }
    }

    /** Sur une liaison qui a déjà servi, httpd raccroche sans rien dire : au navigateur d'essayer ailleurs. */
    private static ClientHttp surUneLiaisonNeuve(Parent parent, Mandataire devant) {
        ClientHttp navigateur = navigateur(devant);
        navigateur.poser(SESSION, parent.navigateur().temoin(SESSION));
        return navigateur;
    }

    private int verrous() {
        return new Requetes(installation.base())
                .lire("SELECT requesting_trx_id FROM information_schema.innodb_lock_waits")
                .size();
    }

    /** Tué puis relancé, il refuse les demandes jusqu'à ce que l'application soit là : le mandataire les mène à l'autre. */
    @Test
    void unServeurQuiDemarreNeRetientPersonne() {
        t1.tuer();
        t1.demarrer();
        List<Duration> attentes = new ArrayList<>();
        Instant fin = Instant.now().plusSeconds(90);
        boolean repond = false;
        while (!repond && Instant.now().isBefore(fin)) {
            long debut = System.nanoTime();
            try {
                repond = t1.demander("GET " + Installation.CONTEXTE + "/sante/vivante HTTP/1.0\r\n\r\n")
                        .startsWith("HTTP/1.1 200");
            } catch (IOException refusee) {
                assertThat(refusee).isInstanceOf(SocketException.class);
            }
            attentes.add(Duration.ofNanos(System.nanoTime() - debut));
        }
        t1.attendreLaSante(Installation.CONTEXTE);
        assertThat(repond).isTrue();
        assertThat(attentes).allSatisfy(attente -> assertThat(attente).isLessThan(Duration.ofSeconds(3)));
    }

    /** Deux serveurs puisent à la même boîte d'envoi : chaque courriel part, et ne part qu'une fois. */
    @Test
    void chaqueCourrielPartUneSeuleFois() {
        deposer("ensemble");
        exigerUneFoisChacun("ensemble");
        assertThat(installation.lire("SELECT nom FROM tache_passage WHERE erreur IS NOT NULL"))
                .isEmpty();
    }

    private void deposer(String lot) {
        new Requetes(installation.base())
                .executer("INSERT INTO courriel (destinataire, objet, texte, langue, cree_le, a_envoyer_le)"
                        + " SELECT CONCAT('" + lot
                        + "-', seq, '@exemple.fr'), 'Essai', 'Essai', 'fr', UTC_TIMESTAMP(3),"
                        + " UTC_TIMESTAMP(3) FROM seq_1_to_" + LETTRES);
    }

    private void exigerUneFoisChacun(String lot) {
        t2.attendre(
                "les courriels",
                () -> installation
                        .lire("SELECT 1 FROM courriel WHERE envoye_le IS NULL")
                        .isEmpty());
        courrier.attendre(LETTRES, Duration.ofSeconds(10));
        assertThat(courrier.recus().stream()
                        .map(CourrierDeDemonstration.Courriel::destinataires)
                        .filter(a -> a.startsWith(lot)))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, LETTRES)
                        .mapToObj(i -> lot + "-" + i + "@exemple.fr")
                        .toList());
    }

    /**
     * Suit le chemin que rend l'autre serveur : le CAS, sans mot de passe, puis l'étape 1, identifiant rempli : une preuve ne vaut que dans la
     * session qui l'a reçue, seul son mot de passe est à redonner.
     */
    private void reprendreEtRegrouper(Parent parent, Etape2 etape2) {
        HttpResponse<String> refusee = Envois.valider(parent.navigateur(), etape2.champs());
        assertThat(refusee.statusCode()).as(refusee.body()).isEqualTo(302);
        ClientHttp navigateur = parent.navigateur();
        HttpResponse<String> sansPage = navigateur.lire(ClientHttp.versOu(refusee));
        assertThat(sansPage.statusCode()).as("le CAS ne redemande rien").isIn(302, 303);
        HttpResponse<String> entree = navigateur.lire(ClientHttp.versOu(sansPage));
        assertThat(ClientHttp.versOu(entree)).contains("/compte/confirmation", etape2.jeton());
        HttpResponse<String> aPreparer = navigateur.lire(ClientHttp.versOu(entree));
        assertThat(navigateur.lire(ClientHttp.versOu(aPreparer)).body())
                .contains("Le temps pour confirmer est passé, ou votre session s’est terminée.")
                .contains("value=\"" + etape2.identifiant() + "\"");
        installation.exigerLeRegroupement(
                parent, installation.prouver(parent, etape2.identifiant(), etape2.secondaire()));
        assertThat(installation.lire("SELECT etat FROM regroupement WHERE secondaire_id = " + etape2.secondaire()))
                .containsExactly("ACTIF");
    }

    private String etat(long compte) {
        return installation
                .lire("SELECT etat FROM responsable WHERE id = " + compte)
                .get(0);
    }

    private static String refus(Parent parent, String vise) {
        return parent.navigateur()
                .lire(ClientHttp.versOu(Envois.saisir(parent.navigateur(), vise, MAUVAIS)))
                .body();
    }

    private static ClientHttp navigateur(Mandataire devant) {
        return new ClientHttp(devant.adresse(), devant.confiance());
    }

    /** Un navigateur qu'un cookie d'avant mène à ce serveur. */
    private static ClientHttp sur(Mandataire devant, String serveur) {
        ClientHttp navigateur = navigateur(devant);
        navigateur.poser(SESSION, "0." + serveur);
        return navigateur;
    }

    private static String serveur(Parent parent) {
        String session = parent.navigateur().temoin(SESSION);
        return session.substring(session.indexOf('.') + 1);
    }
}
