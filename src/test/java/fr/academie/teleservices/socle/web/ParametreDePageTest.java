package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.el.ELContext;
import jakarta.el.ValueExpression;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Ce que f:viewParam donne au bean, et ce qu'il ne lui donne pas. */
class ParametreDePageTest {

    private enum Suite {
        OUI,
        NON
    }

    private final ELContext el = mock(ELContext.class);
    private final ValueExpression propriete = mock(ValueExpression.class);

    @Test
    void leTypeDeLaProprieteDitCommentLire() {
        UUID jeton = UUID.fromString("da0e5f4e-6977-6bb5-a0f2-b11f971d80d8");
        assertThat(ParametreDePage.lire(long.class, valeurs("12"))).isEqualTo(12L);
        assertThat(ParametreDePage.lire(int.class, valeurs("3"))).isEqualTo(3);
        assertThat(ParametreDePage.lire(UUID.class, valeurs(jeton.toString()))).isEqualTo(jeton);
        assertThat(ParametreDePage.lire(Suite.class, valeurs("NON"))).isEqualTo(Suite.NON);
        assertThat(ParametreDePage.lire(String.class, valeurs(" a "))).isEqualTo(" a ");
        assertThat(ParametreDePage.lire(Object.class, valeurs(""))).isEqualTo("");
    }

    @Test
    void deuxValeursDuMemeNomSontLaPremiereOuToutes() {
        assertThat(ParametreDePage.lire(String.class, valeurs("1", "2"))).isEqualTo("1");
        assertThat(ParametreDePage.lire(String[].class, valeurs("1", "2"))).isEqualTo(valeurs("1", "2"));
    }

    @Test
    void malFormeOuAbsentLaProprieteGardeSaValeur() {
        decoder(long.class, Map.of("id", valeurs("1 OR 1")));
        decoder(UUID.class, Map.of("id", valeurs("")));
        decoder(Suite.class, Map.of("id", valeurs("oui")));
        decoder(String.class, Map.of("autre", valeurs("12")));
        verify(propriete, never()).setValue(any(), any());
    }

    @Test
    void laProprieteALaValeurDesLeDecodageEtLaRequeteSuivanteNeLaRedonnePas() {
        ParametreDePage parametre = decoder(long.class, Map.of("id", valeurs("12")));
        verify(propriete).setValue(el, 12L);
        Mockito.clearInvocations(propriete);
        FacesContext suivante = faces(Map.of());
        parametre.processDecodes(suivante);
        parametre.processValidators(suivante);
        parametre.processUpdates(suivante);
        verify(propriete, never()).setValue(any(), any());
    }

    @Test
    void laProprieteNEstJamaisRelueCarElleNaParfoisQuUnSetter() {
        ParametreDePage parametre = decoder(long.class, Map.of("id", valeurs("12")));
        parametre.encodeAll(faces(Map.of()));
        verify(propriete, never()).getValue(any());
    }

    private ParametreDePage decoder(Class<?> type, Map<String, String[]> requete) {
        Mockito.<Class<?>>when(propriete.getType(el)).thenReturn(type);
        ParametreDePage parametre = new ParametreDePage();
        parametre.setName("id");
        parametre.setValueExpression("value", propriete);
        parametre.processDecodes(faces(requete));
        return parametre;
    }

    private FacesContext faces(Map<String, String[]> requete) {
        ExternalContext externe = mock(ExternalContext.class);
        when(externe.getRequestParameterValuesMap()).thenReturn(requete);
        FacesContext faces = mock(FacesContext.class);
        when(faces.getExternalContext()).thenReturn(externe);
        when(faces.getELContext()).thenReturn(el);
        return faces;
    }

    private static String[] valeurs(String... valeurs) {
        return valeurs;
    }
}
