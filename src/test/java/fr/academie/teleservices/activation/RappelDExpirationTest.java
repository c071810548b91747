package fr.academie.teleservices.activation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Quinze jours avant l'échéance d'un mot de passe provisoire, un courriel, un seul, quel que soit le nombre de serveurs. */
@Tag("fuseau")
class RappelDExpirationTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final RappelDExpiration rappels = new RappelDExpiration(
            atelier.transactions, atelier.scolarite, atelier.courriels, atelier.heure, atelier.horloge);

    @BeforeEach
    void installer() {
        base.vider();
    }

    @Test
    void leRappelPartUneFoisQuinzeJoursAvant() {
        avecEnfant("c.durand2");
        atelier.horloge.avancer(Duration.ofDays(74));
        assertThat(rappels.envoyer()).isZero();
        atelier.horloge.avancer(Duration.ofDays(2));
        assertThat(rappels.envoyer()).isEqualTo(1);
        assertThat(rappels.envoyer()).isZero();
        atelier.horloge.avancer(Duration.ofDays(5));
        assertThat(rappels.envoyer()).isZero();

        assertThat(base.lire("SELECT destinataire FROM courriel")).containsExactly("c.durand2@exemple.fr");
        assertThat(base.lire("SELECT CONCAT(objet, texte) FROM courriel"))
                .singleElement()
                .asString()
                .contains("ne servira plus après le ", "\n- Collège du Moulin\n")
                .doesNotContainIgnoringCase("durand")
                .doesNotContain("Cristelle", "Florian", Familles.MOT_DE_PASSE);
    }

    @Test
    void unNouveauMotDePasseProvisoireASonPropreRappel() {
        avecEnfant("c.durand2");
        atelier.horloge.avancer(Duration.ofDays(76));
        assertThat(rappels.envoyer()).isEqualTo(1);
        base.executer("UPDATE responsable SET provisoire_expire_le = provisoire_expire_le + INTERVAL 90 DAY");
        assertThat(rappels.envoyer()).isZero();
        atelier.horloge.avancer(Duration.ofDays(90));
        assertThat(rappels.envoyer()).isEqualTo(1);
    }

    @Test
    void rienPourUnCompteSansAdresseActiveFermeSansEnfantOuDejaExpire() {
        avecEnfant("sans.adresse");
        avecEnfant("actif");
        avecEnfant("expire");
        avecEnfant("adresse.fausse");
        familles.cree("sans.enfant");
        base.executer(
                "UPDATE responsable SET mail = NULL WHERE identifiant = 'sans.adresse'",
                "UPDATE responsable SET mail = 'x\\r\\nBcc: y' WHERE identifiant = 'adresse.fausse'",
                "UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3), provisoire_expire_le = NULL"
                        + " WHERE identifiant = 'actif'",
                "UPDATE responsable SET provisoire_expire_le = UTC_TIMESTAMP(3) WHERE identifiant = 'expire'");
        atelier.horloge.avancer(Duration.ofDays(76));
        rappels.envoyer();
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isZero();
    }

    @Test
    void plusieursServeursNEnEnvoientQuUn() throws Exception {
        for (int i = 0; i < 20; i++) {
            avecEnfant("compte" + i);
        }
        atelier.horloge.avancer(Duration.ofDays(76));
        ExecutorService serveurs = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> taches = Collections.nCopies(4, rappels::envoyer);
            int total = 0;
            for (Future<Integer> tache : serveurs.invokeAll(taches)) {
                total += tache.get();
            }
            assertThat(total).isEqualTo(20);
        } finally {
            serveurs.shutdown();
        }
        assertThat(base.compter("SELECT COUNT(DISTINCT destinataire) FROM courriel"))
                .isEqualTo(20);
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isEqualTo(20);
    }

    private void avecEnfant(String identifiant) {
        familles.lier(familles.cree(identifiant), familles.eleve("Florian"));
    }
}
