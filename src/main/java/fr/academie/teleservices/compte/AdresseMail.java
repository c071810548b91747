package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.texte.NomDeDomaine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Une adresse mail à laquelle on peut écrire, domaine en minuscules et en ASCII : c'est ainsi qu'elle se garde, se compare et part.
 *
 * <p>Plus stricte que la norme (RFC 5321) : ni commentaire, ni guillemets, ni caractère de contrôle, si bien qu'elle tient dans un
 * en-tête. Se tape ou se colle sous toute forme : domaine accentué ou {@code xn--}, blancs autour d'un point ou de l'arobase, libellé.
 */
public record AdresseMail(String valeur) {

    private static final int LONGUEUR_MAXIMALE = 254;
    private static final int LONGUEUR_LUE = 400;
    private static final int LOCAL_MAXIMAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAINE =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** Une adresse comme presque toutes : sans tiret ni signe rare, il n'y a rien à y corriger. Un import en lit un million. */
    private static final Pattern SIMPLE = Pattern.compile(
            "[A-Za-z0-9_]++(?:\\.[A-Za-z0-9_]++)*+@(?=[a-z0-9.]{1,180}$)(?:[a-z0-9]{1,63}\\.)++[a-z]{2,63}");

    private static final Pattern LIBELLE = Pattern.compile(
            "^(?:(?:votre |mon |l')?(?:adresse )?(?:e-?mail|mail|courriel|m[ée]l)(?: est)? ?[:=] ?|mailto: ?)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BLANC_DE_CLAVIER = Pattern.compile(" ?([@.]) ?");
    private static final Pattern AVANT = Pattern.compile("^[\"'(\\[*\u2022:;, ]+");
    private static final Pattern APRES = Pattern.compile("[\"')\\]*:;,.!? ]+$");

    /** L'adresse que désigne une saisie ; vide si l'on ne peut pas y écrire. */
    public static Optional<AdresseMail> lire(String saisie) {
        if (saisie.length() > LONGUEUR_LUE) {
            return Optional.empty();
        }
        if (SIMPLE.matcher(saisie).matches() && saisie.indexOf('@') <= LOCAL_MAXIMAL) {
            return Optional.of(new AdresseMail(saisie));
        }
        String texte = nue(saisie);
        int arobase = texte.lastIndexOf('@');
        if (arobase < 1 || arobase > LOCAL_MAXIMAL || texte.length() > LONGUEUR_MAXIMALE) {
            return Optional.empty();
        }
        String local = texte.substring(0, arobase);
        return NomDeDomaine.enAscii(texte.substring(arobase + 1))
                .filter(domaine -> LOCAL.matcher(local).matches()
                        && DOMAINE.matcher(domaine).matches())
                .map(domaine -> new AdresseMail(local + "@" + domaine))
                .filter(lue -> lue.valeur().length() <= LONGUEUR_MAXIMALE);
    }

    private static String nue(String saisie) {
        String lisible = SaisieDIdentifiant.lisible(saisie);
        String sansLibelle =
                LIBELLE.matcher(AVANT.matcher(lisible).replaceFirst("")).replaceFirst("");
        return BLANC_DE_CLAVIER
                .matcher(APRES.matcher(sansLibelle).replaceFirst("").strip())
                .replaceAll("$1");
    }

    /** Les formes sous lesquelles une base partagée peut porter cette adresse : saisie sans blancs autour, ASCII, lisible. */
    public static Set<String> formes(String adresse) {
        String telle = Identifiant.sansBlancs(adresse);
        return lire(adresse)
                .map(lue -> Set.copyOf(List.of(lue.valeur(), lue.lisible(), telle)))
                .orElse(Set.of(telle));
    }

    /** Vrai si ces deux textes désignent la même boîte : casse et écriture du domaine n'y comptent pas, les accents si. */
    public static boolean memeBoite(String une, @Nullable String autre) {
        return autre != null && boite(une).equals(boite(autre));
    }

    private static String boite(String adresse) {
        return lire(adresse)
                .map(AdresseMail::valeur)
                .orElse(Identifiant.sansBlancs(adresse))
                .toLowerCase(Locale.ROOT);
    }

    /** Vrai si les deux adresses ne diffèrent que par la casse ou l'écriture du domaine. */
    public boolean estLaMemeQue(String autre) {
        return memeBoite(valeur, autre);
    }

    /** Comme on l'écrit : le domaine accentué, sauf s'il en imite un autre. */
    public String lisible() {
        int arobase = valeur.lastIndexOf('@');
        return valeur.substring(0, arobase + 1) + NomDeDomaine.lisible(valeur.substring(arobase + 1));
    }

    /** De quoi la reconnaître sans rien apprendre à qui ne la connaît pas : {@code c…@exemple.fr}. */
    public static String masquee(String enregistree) {
        int arobase = enregistree.lastIndexOf('@');
        return arobase < 1 ? "…" : enregistree.charAt(0) + "…" + enregistree.substring(arobase);
    }

    /** La même chose pour ce que la base contient, tel quel si ce n'est pas une adresse. */
    public static String lisible(String enregistree) {
        return lire(enregistree).map(AdresseMail::lisible).orElse(enregistree);
    }

    @Override
    public String toString() {
        return valeur;
    }
}
