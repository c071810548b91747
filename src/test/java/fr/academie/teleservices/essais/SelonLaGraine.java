package fr.academie.teleservices.essais;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Une suite d'opérations au hasard, refaite pour chaque graine : trois dans {@code mvn verify}, dix dans {@code mvn verify -Plongs}. La
 * graine est dans le nom de l'essai : ce qui échoue se rejoue.
 */
@Documented
@ParameterizedTest
@ArgumentsSource(SelonLaGraine.Graines.class)
@Tag("courses")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SelonLaGraine {

    /** Dix manches d'une course valent une graine, et jamais moins de trois. */
    final class Graines implements ArgumentsProvider {

        private static final int COMBIEN = Math.max(3, Integer.getInteger("courses.manches", 100) / 10);

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parametres, ExtensionContext contexte) {
            return LongStream.of(1, 2, 3, 5, 8, 13, 21, 34, 55, 89)
                    .limit(COMBIEN)
                    .mapToObj(Arguments::of);
        }
    }
}
