package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Une empreinte ancienne est refaite dès qu'on prouve le mot de passe, et seulement alors. */
@Tag("fuseau")
class RehaussementTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier =
            new Atelier(base.source(), Atelier.reglages(Atelier.COUT_DU_PRODUIT), Atelier.profil(Map.of()));

    @BeforeEach
    void installer() {
        base.vider();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIF", "CREE"})
    void uneEmpreinteAncienneEstRefaiteALaPreuve(String etat) {
        compte(etat, Familles.BCRYPT.substring("{bcrypt}".length()), "NULL");

        assertThat(atelier.comptes.prouver(new Identifiant("parent"), "faux")).isEmpty();
        assertThat(empreinte()).startsWith("$2a$");
        assertThat(atelier.comptes.prouver(new Identifiant("parent"), Familles.MOT_DE_PASSE))
                .isPresent();
        assertThat(empreinte()).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(atelier.comptes.prouver(new Identifiant("parent"), Familles.MOT_DE_PASSE))
                .isPresent();
        assertThat(base.compter("SELECT version FROM responsable")).isZero();
    }

    @Test
    void unProvisoireTapeEnMinusculesResteCeluiDuCourrier() {
        compte("CREE", Familles.BCRYPT, "NULL");
        assertThat(atelier.comptes.prouver(new Identifiant("parent"), "2buyj9c8"))
                .isPresent();
        assertThat(empreinte()).startsWith("{argon2}");
        assertThat(atelier.comptes.prouver(new Identifiant("parent"), Familles.MOT_DE_PASSE))
                .isPresent();
    }

    @Test
    void unProvisoireExpireNEstPasRefait() {
        compte("CREE", Familles.BCRYPT, "UTC_TIMESTAMP(3) - INTERVAL 1 DAY");
        assertThat(atelier.comptes.prouver(new Identifiant("parent"), Familles.MOT_DE_PASSE))
                .isEmpty();
        assertThat(empreinte()).isEqualTo(Familles.BCRYPT);
    }

    @Test
    void unMotDePasseChangeEntreTempsNEstPasEcrase() {
        long id = compte("ACTIF", Familles.ARGON2, "NULL");
        CompteMapper comptes = atelier.transactions.mapper(CompteMapper.class);
        assertThat(atelier.transactions.<Integer, RuntimeException>executer(
                        () -> comptes.rehausser(id, Familles.BCRYPT, "{argon2}autre")))
                .isZero();
        assertThat(empreinte()).isEqualTo(Familles.ARGON2);
    }

    private long compte(String etat, String empreinte, String expire) {
        return familles.compte("parent", "DURAND", null, "Cristelle", etat, empreinte, expire);
    }

    private String empreinte() {
        return base.lire("SELECT mot_de_passe FROM responsable").get(0);
    }
}
