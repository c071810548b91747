package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELException;
import jakarta.el.ExpressionFactory;
import jakarta.el.StandardELContext;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Un appel d'une page : la même méthode et les mêmes valeurs que si la norme l'avait cherchée. */
class AppelsDesPagesTest {

    private final AppelsDesPages appels = new AppelsDesPages();
    private final StandardELContext contexte = new StandardELContext(ExpressionFactory.newInstance());

    /** Ce qu'une page appelle. */
    public static final class Mots {

        public String seul() {
            return "seul";
        }

        public String avec(String cle, @Nullable Object... valeurs) {
            return cle + List.of(valeurs);
        }

        public int double2(int nombre) {
            return 2 * nombre;
        }

        public String taille(@Nullable String mot) {
            return mot == null ? "nul" : "de " + mot.length();
        }

        public String parmi(String un) {
            return un;
        }

        public String parmi(Integer un) {
            return String.valueOf(un);
        }

        public int nombre(String mot) {
            return Integer.parseInt(mot);
        }
    }

    private @Nullable Object appeler(String nom, @Nullable Object... arguments) {
        contexte.setPropertyResolved(false);
        // Tomcat donne les types des valeurs, comme s'ils étaient ceux de la méthode.
        Class<?>[] types = Arrays.stream(arguments)
                .map(argument -> argument == null ? null : argument.getClass())
                .toArray(Class<?>[]::new);
        return appels.invoke(contexte, new Mots(), nom, types, arguments);
    }

    @Test
    void appelleSansArgument() {
        assertThat(appeler("seul")).isEqualTo("seul");
        assertThat(contexte.isPropertyResolved()).isTrue();
    }

    @Test
    void donneLesValeursQueLeMotAttend() {
        assertThat(appeler("avec", "cle")).isEqualTo("cle[]");
        assertThat(appeler("avec", "cle", 3L, "deux")).isEqualTo("cle[3, deux]");
    }

    @Test
    void convertitCommeLaNorme() {
        assertThat(appeler("double2", 21L)).isEqualTo(42);
        assertThat(appeler("taille", (Object) null)).isEqualTo("de 0");
    }

    @Test
    void laisseALaNormeCeQuiSeDiscute() {
        assertThat(appeler("parmi", "un")).isNull();
        assertThat(contexte.isPropertyResolved()).isFalse();
        assertThat(appeler("double2")).isNull();
        assertThat(appeler("double2", 1L, 2L)).isNull();
        assertThat(appeler("avec", "cle", new Object[] {"deux"})).isNull();
        assertThat(appels.invoke(contexte, "mot", "concat", null, new Object[] {"s"}))
                .isNull();
        assertThat(contexte.isPropertyResolved()).isFalse();
    }

    @Test
    void rendLErreurDeLaMethode() {
        assertThatThrownBy(() -> appeler("nombre", "deux"))
                .isInstanceOf(ELException.class)
                .hasCauseInstanceOf(NumberFormatException.class);
    }
}
