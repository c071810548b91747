package fr.academie.teleservices.alimentation.reconnaissance;

import fr.academie.teleservices.alimentation.NomTronque;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Comparer les noms d'un fichier à des noms connus : ceux de DOMAIN §5, et lettre pour lettre ceux où SIECLE a écrit « ? ». */
final class Noms {

    private Noms() {}

    /** Vrai si le nom lu est ce nom connu. */
    static boolean memes(String lu, String connu) {
        return NomTronque.correspond(lu, connu);
    }

    /** Vrai si un des noms lus, de famille ou d'usage, est un des noms connus. */
    static boolean communs(String lu, @Nullable String usageLu, String connu, @Nullable String usageConnu) {
        return Stream.of(lu, usageLu)
                .filter(Objects::nonNull)
                .anyMatch(l ->
                        Stream.of(connu, usageConnu).filter(Objects::nonNull).anyMatch(c -> memes(l, c)));
    }

    /** Vrai si l'un de ces noms a perdu des lettres. */
    static boolean incomplets(@Nullable String... noms) {
        return Stream.of(noms).filter(Objects::nonNull).anyMatch(NomTronque::estTronque);
    }
}
