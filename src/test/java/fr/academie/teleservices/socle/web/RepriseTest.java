package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ce qui suit une personne jusqu'à la page qu'elle retrouve, et ce qui ne la suit pas. */
class RepriseTest {

    private static final String JETON = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";

    @Test
    void laPageSeRetrouveParSesNumerosSesJetonsEtSonEtablissement() {
        assertThat(adresse(Map.of("compte", "12"))).isEqualTo("/p?motif=SESSION_EXPIREE&compte=12");
        assertThat(adresse(Map.of("id", "7", "uai", "0330001A", "version", "3", "motif", "PREMIER")))
                .isEqualTo("/p?motif=SESSION_EXPIREE&id=7&uai=0330001A");
        assertThat(adresse(Map.of("demande", JETON, "jeton", JETON)))
                .isEqualTo("/p?motif=SESSION_EXPIREE&demande=" + JETON + "&jeton=" + JETON);
        assertThat(adresse(Map.of("uai", "0330001A", "classe", "CE2 À")))
                .isEqualTo("/p?motif=SESSION_EXPIREE&uai=0330001A&classe=CE2+%C3%80");
    }

    @Test
    void niUneSaisieNiUnParametreMalFormeNeSuit() {
        assertThat(adresse(Map.of(
                        "id", "1 OR 1",
                        "compte", "-1",
                        "uai", "0330001a",
                        "jeton", "abc",
                        "classe", "a&b=c",
                        "lien", "MERE",
                        "identifiant", "a b",
                        "motDePasse", "secret",
                        "nom", "Durand")))
                .isEqualTo("/p?motif=SESSION_EXPIREE");
    }

    private static String adresse(Map<String, String> champs) {
        HttpServletRequest requete = mock(HttpServletRequest.class);
        champs.forEach((nom, valeur) -> when(requete.getParameter(nom)).thenReturn(valeur));
        return Reprise.adresse("/p", requete);
    }
}
