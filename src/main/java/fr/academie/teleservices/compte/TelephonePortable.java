package fr.academie.teleservices.compte;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Un numéro de téléphone portable, au format international E.164 : {@code +33612345678}.
 *
 * <p>Un numéro français (06 ou 07, outre-mer compris) s'écrit avec ou sans {@code +33}, espaces, points, tirets ou parenthèses. Un
 * numéro étranger s'écrit avec son indicatif. Source : UIT-T E.164 ; plan national de numérotation (Arcep).
 */
public record TelephonePortable(String valeur) {

    private static final Pattern ORNEMENTS = Pattern.compile("[\\s\\p{Z}().\\-\u2010-\u2015/]");
    private static final Pattern NATIONAL = Pattern.compile("0[67][0-9]{8}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern FRANCAIS = Pattern.compile("\\+(?:33|590|594|596|262)0?([67][0-9]{8})");
    private static final Pattern INDICATIF_FRANCAIS = Pattern.compile("\\+(?:33|590|594|596|262).*");

    /** Les tranches d'outre-mer, dont l'indicatif n'est pas 33. */
    private static final Map<String, String> OUTRE_MER =
            Map.of("690", "590", "691", "590", "692", "262", "693", "262", "694", "594", "696", "596", "697", "596");

    /** Le numéro que désigne une saisie ; vide si ce n'est pas celui d'un portable. */
    public static Optional<TelephonePortable> lire(String saisie) {
        String chiffres = ORNEMENTS.matcher(saisie.replace("(0)", "")).replaceAll("");
        if (chiffres.startsWith("00")) {
            chiffres = "+" + chiffres.substring(2);
        }
        if (NATIONAL.matcher(chiffres).matches()) {
            return Optional.of(francais(chiffres.substring(1)));
        }
        var lu = FRANCAIS.matcher(chiffres);
        if (lu.matches()) {
            return Optional.of(francais(lu.group(1)));
        }
        boolean etranger = INTERNATIONAL.matcher(chiffres).matches()
                && !INDICATIF_FRANCAIS.matcher(chiffres).matches();
        return etranger ? Optional.of(new TelephonePortable(chiffres)) : Optional.empty();
    }

    private static TelephonePortable francais(String neufChiffres) {
        String indicatif = OUTRE_MER.getOrDefault(neufChiffres.substring(0, 3), "33");
        return new TelephonePortable("+" + indicatif + neufChiffres);
    }

    /** Comme on le lit : « 06 12 34 56 78 » pour un numéro français, sinon l'indicatif d'abord. */
    public String lisible() {
        var lu = FRANCAIS.matcher(valeur);
        return lu.matches() ? ("0" + lu.group(1)).replaceAll("(..)(?!$)", "$1\u00a0") : valeur;
    }

    /** De quoi le reconnaître sans rien apprendre à qui ne le connaît pas : {@code … 78}. */
    public static String masque(String enregistre) {
        return "…\u00a0" + enregistre.substring(Math.max(0, enregistre.length() - 2));
    }

    /** Les écritures sous lesquelles une base partagée peut le porter, celle-ci d'abord. */
    List<String> ecritures() {
        var lu = FRANCAIS.matcher(valeur);
        if (!lu.matches()) {
            return List.of(valeur);
        }
        String national = "0" + lu.group(1);
        String parDeux = national.replaceAll("(..)(?!$)", "$1 ");
        return List.of(
                valeur,
                national,
                parDeux,
                parDeux.replace(' ', '.'),
                parDeux.replace(' ', '-'),
                "0033" + lu.group(1),
                "+330" + lu.group(1));
    }

    /** La même chose pour ce que la base contient, tel quel si ce n'est pas un numéro de portable. */
    public static String lisible(String enregistre) {
        return lire(enregistre).map(TelephonePortable::lisible).orElse(enregistre);
    }
}
