package fr.academie.teleservices.socle.persistance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Une base d'une autre machine se joint chiffrée et reconnue, ou l'administrateur dit que non. */
class LiaisonDeLaBaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mariadb://127.0.0.1:3306/teleservices",
                "jdbc:mariadb://127.0.0.53/teleservices",
                "jdbc:mariadb://localhost/teleservices?useCompression=true",
                "jdbc:mariadb:///teleservices",
                "jdbc:mariadb://base.ac-exemple.fr/teleservices?sslMode=verify-full&serverSslCert=/etc/ssl/base.pem",
                "jdbc:mariadb://10.0.0.7:3306/teleservices?sslMode=VERIFY_FULL"
            })
    void passe(String adresse) {
        assertThatCode(() -> LiaisonDeLaBase.exiger(adresse, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mariadb://base.ac-exemple.fr/teleservices",
                "jdbc:mariadb://10.0.0.7:3306/teleservices?sslMode=trust",
                "jdbc:mariadb://base.ac-exemple.fr/teleservices?sslMode=verify-ca",
                "jdbc:mariadb://base.ac-exemple.fr/teleservices?sslMode=disable",
                "jdbc:mariadb://127.0.0.1:3306,base.ac-exemple.fr:3306/teleservices",
                "jdbc:mariadb://localhost.ac-exemple.fr/teleservices",
                "jdbc:mariadb://127.0.0.1.ac-exemple.fr/teleservices"
            })
    void arreteLeDemarrageEtDitQuoiEcrire(String adresse) {
        assertThatThrownBy(() -> LiaisonDeLaBase.exiger(adresse, false))
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContaining("sslMode=verify-full")
                .hasMessageContaining("base.en_clair");
        assertThatCode(() -> LiaisonDeLaBase.exiger(adresse, true)).doesNotThrowAnyException();
    }

    @Test
    void neLaissePasPasserUneAdresseQueLePiloteNeLitPas() {
        assertThatThrownBy(() -> LiaisonDeLaBase.exiger("jdbc:mysql://127.0.0.1/teleservices", false))
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContaining("base.url");
    }
}
