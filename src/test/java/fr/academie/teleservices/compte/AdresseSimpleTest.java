package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** La voie courte d'une adresse sans rien à corriger dit toujours ce que dit la longue, où une espace devant la fait passer. */
class AdresseSimpleTest {

    @Property
    void laVoieCourteDitCommeLaLongue(@ForAll("adresses") String adresse) {
        assertThat(AdresseMail.lire(adresse)).isEqualTo(AdresseMail.lire(" " + adresse));
    }

    @Provide
    Arbitrary<String> adresses() {
        Arbitrary<String> mot = Arbitraries.strings()
                .withChars("abzAZ059_.-+'xn")
                .ofMinLength(1)
                .ofMaxLength(70);
        Arbitrary<String> court =
                Arbitraries.of("a", "Jean.Dupont", "mail", "9", "x".repeat(64), "y".repeat(65), "mel.1");
        Arbitrary<String> domaine = Arbitraries.of(
                "exemple.fr",
                "ac-bordeaux.fr",
                "1.fr",
                "a.b.c.org",
                "exemple",
                "z".repeat(63) + ".fr",
                "z".repeat(64) + ".fr",
                "0.1");
        return Combinators.combine(Arbitraries.oneOf(mot, court), Arbitraries.oneOf(domaine, mot))
                .as((local, reste) -> local + "@" + reste);
    }
}
