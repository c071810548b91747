package fr.academie.teleservices.socle.texte;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Optional;

/**
 * Un nom de domaine accentué, sous la forme ASCII que le réseau comprend et sous celle qui se lit. Source : UTS 46 non transitionnel, soit
 * IDNA 2008 ({@code straße.example} n'est pas {@code strasse.example}).
 */
public final class NomDeDomaine {

    private static final IDNA REGLES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.USE_STD3_RULES);

    private static final SpoofChecker TROMPEUR = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private NomDeDomaine() {}

    /** Le domaine en ASCII et en minuscules ; vide si ce n'en est pas un. */
    public static Optional<String> enAscii(String domaine) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        REGLES.nameToASCII(domaine, ascii, info);
        return info.hasErrors()
                ? Optional.empty()
                : Optional.of(ascii.toString().toLowerCase(Locale.ROOT));
    }

    /**
     * Le domaine comme on l'écrit ({@code école-exemple.fr}) ; tel quel s'il mêle des écritures, car il en imiterait un autre, ou s'il ne se lit
     * pas.
     */
    public static String lisible(String domaine) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder lu = new StringBuilder();
        REGLES.nameToUnicode(domaine, lu, info);
        String lisible = lu.toString();
        return info.hasErrors() || TROMPEUR.failsChecks(lisible) ? domaine : lisible;
    }

    /** L'adresse mail avec son domaine en ASCII, telle quelle si ce n'en est pas une. */
    public static String adresseEnAscii(String adresse) {
        int arobase = adresse.lastIndexOf('@');
        return arobase < 0
                ? adresse
                : enAscii(adresse.substring(arobase + 1))
                        .map(domaine -> adresse.substring(0, arobase + 1) + domaine)
                        .orElse(adresse);
    }
}
