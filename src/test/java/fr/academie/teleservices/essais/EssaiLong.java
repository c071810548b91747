package fr.academie.teleservices.essais;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Laissé par {@code mvn verify}, mené par {@code mvn verify -Plongs} ; l'intégration mène les deux ({@code .ci/run}). Décision :
 * {@code src/site/decisions/025-deux-suites.md}.
 */
@Documented
@Tag("long")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface EssaiLong {

    /** Ce qu'il éprouve de plus, et ce qui en garde l'essentiel dans la suite de chaque jour. */
    String value();
}
