package fr.academie.teleservices.demonstration.cas;

import static fr.academie.teleservices.demonstration.cas.NavigateurDEssai.encode;
import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.demonstration.Migration;
import fr.academie.teleservices.demonstration.ServeurTomcat;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Un CAS de démonstration sur une vraie base, un service qui l'emploie et un navigateur neuf à chaque essai. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EssaiDuCas {

    static final String MOT_DE_PASSE = "Essai!2026xyz";

    final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2026-11-22T10:00:00Z"));
    final ServiceDEssai application = new ServiceDEssai();
    BaseEmbarquee base;
    ServeurTomcat serveur;
    CasDeDemonstration cas;
    NavigateurDEssai navigateur;
    String service;
    String demande;

    @BeforeAll
    void demarrer() throws SQLException {
        base = BaseEmbarquee.demarrer(0, false);
        Migration.appliquer(base);
        serveur = ServeurTomcat.demarrer(0);
        service = serveur.adresse() + "/appli/connexion?etat=a%26b";
        demande = "?service=" + encode(service);
        cas = new CasDeDemonstration(
                CasDeDemonstration.Reglages.pour("Académie d'essai", serveur.adresse() + "/appli"),
                base.source(),
                horloge);
        serveur.ajouterServlet("/cas", cas);
        serveur.ajouterServlet("/appli", application);
        String argon2 = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(MOT_DE_PASSE);
        String bcrypt = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(MOT_DE_PASSE);
        responsable("marie.essai", "'ACTIF'", argon2, "NULL");
        responsable("ancien.essai", "'ACTIF'", bcrypt, "NULL");
        responsable("perime.essai", "'CREE'", bcrypt, "'2026-11-22 09:59:59'");
        responsable("provisoire.essai", "'CREE'", bcrypt, "'2026-12-31 00:00:00'");
        responsable(
                "groupe.essai",
                "'CREE'",
                "{bcrypt}" + new BCryptPasswordEncoder(4).encode("KTRM-7HPC-X4DN"),
                "'2026-12-31 00:00:00'");
        responsable("bientot.ferme", "'ACTIF'", bcrypt, "NULL");
    }

    @BeforeEach
    void nouveauNavigateur() {
        navigateur = new NavigateurDEssai(serveur.adresse() + "/cas");
        application.demandes().clear();
        cas.repondreEnPanne(false);
        cas.ralentir(Duration.ZERO);
    }

    @AfterAll
    void arreter() {
        serveur.close();
        base.close();
    }

    String refus(String identifiant, String motDePasse) {
        HttpResponse<String> reponse = navigateur.seConnecter(demande, identifiant, motDePasse);
        assertThat(reponse.statusCode()).isEqualTo(401);
        return reponse.body().replaceAll("LT-[\\w-]+", "LT");
    }

    String valider(String chemin, String ticket, String aQui) {
        return navigateur
                .lire(chemin + "?ticket=" + ticket + "&service=" + encode(aQui))
                .body();
    }

    void responsable(String identifiant, String etat, String empreinte, String expire) throws SQLException {
        executer("INSERT INTO responsable (identifiant, nom_famille, prenom, mail, mot_de_passe, etat,"
                + " provisoire_expire_le, active_le) VALUES ('" + identifiant + "', 'D''ESSAI & FILS', 'Marie', '"
                + identifiant + "@example.org', '" + empreinte + "', " + etat + ", " + expire + ", UTC_TIMESTAMP(3))");
    }

    void executer(String sql) throws SQLException {
        try (Connection connexion = base.source().getConnection();
                Statement ordre = connexion.createStatement()) {
            ordre.execute(sql);
        }
    }
}
