package fr.academie.teleservices.alimentation;

import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.TelephonePortable;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ce qu'un champ veut dire, une fois débarrassé de ses blancs ; un champ absent, vide ou blanc est nul. */
public final class Champs {

    private static final Pattern FIXE = Pattern.compile("(?:0|\\+33|0033)[1-589][0-9]{8}");
    private static final Pattern ORNEMENTS = Pattern.compile("[\\s\\p{Z}().\\-]");
    private static final Pattern INE = Pattern.compile("[0-9A-Z]{11}");
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
    private static final String CLES = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final int PREMIERE_ANNEE = 1900;
    private static final int DERNIERE_ANNEE = 2100;

    private Champs() {}

    /**
     * Le texte d'un champ, sans blancs autour ni deux de suite dedans.
     *
     * @throws LigneRefusee TROP_LONG, SIGNE_INTERDIT
     */
    public static @Nullable String texte(Champ champ, @Nullable String brut) throws LigneRefusee {
        if (brut == null) {
            return null;
        }
        String net = estSimple(brut) ? brut : nettoyer(champ, brut);
        if (net.length() > champ.longueurMaximale()) {
            throw new LigneRefusee(
                    CodeRemarque.TROP_LONG,
                    champ.name(),
                    String.valueOf(net.length()),
                    String.valueOf(champ.longueurMaximale()));
        }
        return net.isEmpty() ? null : net;
    }

    /**
     * Le même, qui ne peut pas manquer.
     *
     * @throws LigneRefusee CHAMP_VIDE, TROP_LONG, SIGNE_INTERDIT
     */
    public static String exige(Champ champ, @Nullable String brut) throws LigneRefusee {
        String texte = texte(champ, brut);
        if (texte == null) {
            throw new LigneRefusee(
                    champ == Champ.NUMERO ? CodeRemarque.NUMERO_ABSENT : CodeRemarque.CHAMP_VIDE, champ.name());
        }
        return texte;
    }

    /**
     * Un jour, {@code jj/mm/aaaa}.
     *
     * @throws LigneRefusee DATE_IMPOSSIBLE : le 31 février, l'an 13
     */
    public static @Nullable LocalDate jour(Champ champ, @Nullable String brut) throws LigneRefusee {
        String texte = texte(champ, brut);
        if (texte == null) {
            return null;
        }
        try {
            if (texte.length() == 10 && texte.charAt(2) == '/' && texte.charAt(5) == '/') {
                int annee = nombre(texte, 6, 10);
                if (annee >= PREMIERE_ANNEE && annee <= DERNIERE_ANNEE) {
                    return LocalDate.of(annee, nombre(texte, 3, 5), nombre(texte, 0, 2));
                }
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new LigneRefusee(CodeRemarque.DATE_IMPOSSIBLE, champ.name(), texte);
        }
        throw new LigneRefusee(CodeRemarque.DATE_IMPOSSIBLE, champ.name(), texte);
    }

    /**
     * Une adresse à laquelle on peut écrire.
     *
     * @throws LigneRefusee MAIL_ILLISIBLE
     */
    public static @Nullable String mail(@Nullable String brut) throws LigneRefusee {
        String texte = texte(Champ.MAIL, brut);
        if (texte == null) {
            return null;
        }
        return AdresseMail.lire(texte)
                .map(AdresseMail::valeur)
                .orElseThrow(() -> new LigneRefusee(CodeRemarque.MAIL_ILLISIBLE, texte));
    }

    /**
     * Un portable, en E.164.
     *
     * @return nul si le champ est vide, ou porte un fixe
     * @throws LigneRefusee TELEPHONE_ILLISIBLE : ce n'est le numéro de rien
     */
    public static @Nullable String portable(@Nullable String brut) throws LigneRefusee {
        String texte = texte(Champ.PORTABLE, brut);
        if (texte == null || estFixe(texte)) {
            return null;
        }
        return TelephonePortable.lire(texte)
                .map(TelephonePortable::valeur)
                .orElseThrow(() -> new LigneRefusee(CodeRemarque.TELEPHONE_ILLISIBLE, texte));
    }

    /** Vrai si c'est le numéro d'un téléphone fixe français : on ne peut pas y envoyer de message. */
    public static boolean estFixe(String texte) {
        return FIXE.matcher(ORNEMENTS.matcher(texte).replaceAll("")).matches();
    }

    /** L'INE, en capitales ; vide si ce n'en est pas un. */
    public static Optional<String> ine(String texte) {
        String capitales = capitales(texte);
        return INE.matcher(capitales).matches() ? Optional.of(capitales) : Optional.empty();
    }

    /**
     * Un code d'établissement ; sa clé n'est pas vérifiée : de vrais fichiers en portent de fausses.
     *
     * @throws LigneRefusee UAI_ILLISIBLE
     */
    public static String uai(@Nullable String brut) throws LigneRefusee {
        String capitales = capitales(exige(Champ.UAI, brut));
        if (!UAI.matcher(capitales).matches()) {
            throw new LigneRefusee(CodeRemarque.UAI_ILLISIBLE, capitales);
        }
        return capitales;
    }

    /** Vrai si la clé d'un code d'établissement est bien celle de son numéro. Source : DOMAIN §2. */
    public static boolean cleJuste(String uai) {
        return UAI.matcher(uai).matches() && CLES.charAt(nombre(uai, 0, 7) % CLES.length()) == uai.charAt(7);
    }

    /** « M. » ou « MME », seules formes gardées ; nulle si la source n'en dit rien qui se comprenne. */
    public static @Nullable String civilite(@Nullable String brut) throws LigneRefusee {
        String texte = texte(Champ.CIVILITE, brut);
        if (texte == null) {
            return null;
        }
        return switch (capitales(texte)) {
            case "M", "M.", "MR", "MONSIEUR" -> "M.";
            case "MME", "MLLE", "MME.", "MADAME", "MADEMOISELLE" -> "MME";
            default -> null;
        };
    }

    /** Lettres ASCII seulement : un code n'en a pas d'autres. */
    private static String capitales(String texte) {
        StringBuilder capitales = new StringBuilder(texte.length());
        texte.chars().forEach(c -> capitales.append((char) (c >= 'a' && c <= 'z' ? c - 32 : c)));
        return capitales.toString();
    }

    private static int nombre(String texte, int debut, int fin) {
        int nombre = 0;
        for (int i = debut; i < fin; i++) {
            int chiffre = texte.charAt(i) - '0';
            if (chiffre < 0 || chiffre > 9) {
                throw new NumberFormatException(texte);
            }
            nombre = nombre * 10 + chiffre;
        }
        return nombre;
    }

    /** Le cas de loin le plus fréquent, reconnu sans rien allouer : rien à nettoyer, rien d'interdit. */
    private static boolean estSimple(String brut) {
        char avant = ' ';
        for (int i = 0; i < brut.length(); i++) {
            char c = brut.charAt(i);
            if (c < ' ' || (c > '~' && (c < 0xC0 || c > 0x17F)) || (c == ' ' && avant == ' ')) {
                return false;
            }
            avant = c;
        }
        return brut.isEmpty() || avant != ' ';
    }

    private static String nettoyer(Champ champ, String brut) throws LigneRefusee {
        StringBuilder net = new StringBuilder(brut.length());
        boolean blanc = false;
        String compose = Normalizer.normalize(brut, Normalizer.Form.NFC);
        for (int i = 0; i < compose.length(); ) {
            int c = compose.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blanc = !net.isEmpty();
            } else if (nEstPasUnSigne(c)) {
                throw new LigneRefusee(CodeRemarque.SIGNE_INTERDIT, champ.name());
            } else if (Character.getType(c) != Character.FORMAT) {
                if (blanc) {
                    net.append(' ');
                    blanc = false;
                }
                net.appendCodePoint(c);
            }
        }
        return net.toString();
    }

    /** Un contrôle, une moitié de caractère, ou ce qu'une conversion ratée laisse à la place d'une lettre. */
    private static boolean nEstPasUnSigne(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> c == 0xFFFD;
        };
    }
}
