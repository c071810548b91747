package fr.academie.teleservices.compte;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Une adresse mail à laquelle on peut écrire, sans blanc autour, domaine en minuscules.
 *
 * <p>Plus stricte que la norme (RFC 5321) : ni commentaire, ni guillemets, ni caractère de contrôle, si bien qu'elle tient dans un
 * en-tête. Un domaine accentué est écrit en ASCII.
 */
public record AdresseMail(String valeur) {

    private static final int LONGUEUR_MAXIMALE = 254;
    private static final int LOCAL_MAXIMAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAINE =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** L'adresse que désigne une saisie ; vide si l'on ne peut pas y écrire. */
    public static Optional<AdresseMail> lire(String saisie) {
        String texte = Identifiant.sansBlancs(saisie);
        int arobase = texte.lastIndexOf('@');
        if (arobase < 1 || arobase > LOCAL_MAXIMAL || texte.length() > LONGUEUR_MAXIMALE) {
            return Optional.empty();
        }
        String local = texte.substring(0, arobase);
        return enAscii(texte.substring(arobase + 1))
                .filter(domaine -> LOCAL.matcher(local).matches()
                        && DOMAINE.matcher(domaine).matches())
                .map(domaine -> new AdresseMail(local + "@" + domaine))
                .filter(lue -> lue.valeur().length() <= LONGUEUR_MAXIMALE);
    }

    private static Optional<String> enAscii(String domaine) {
        try {
            return Optional.of(IDN.toASCII(domaine).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Vrai si les deux adresses ne diffèrent que par la casse. */
    public boolean estLaMemeQue(String autre) {
        return valeur.equalsIgnoreCase(autre);
    }

    @Override
    public String toString() {
        return valeur;
    }
}
