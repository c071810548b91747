package fr.academie.teleservices.socle.csv;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Écrit un tableau CSV au fil de l'eau, pour les tableurs : marque d'UTF-8 en tête, point-virgule, guillemets doublés (RFC 4180).
 *
 * <p>Une cellule qu'un tableur prendrait pour une formule est précédée d'une apostrophe : un nom ou une adresse saisis par quelqu'un
 * d'autre n'y exécutent rien. Source : OWASP, <i>CSV Injection</i>.
 */
public final class EcritureCsv {

    /** Le type MIME à annoncer. */
    public static final String TYPE = "text/csv; charset=UTF-8";

    private static final String SEPARATEUR = ";";
    private static final Pattern FORMULE =
            Pattern.compile("^[\\s\\p{Z}\\p{Cntrl}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final Pattern A_CITER = Pattern.compile("[;\"\\p{Cntrl}]");

    private final Appendable sortie;

    /** Commence le tableau. */
    public EcritureCsv(Appendable sortie) throws IOException {
        this.sortie = sortie;
        sortie.append('\uFEFF');
    }

    /** Ajoute une ligne ; une cellule nulle reste vide. */
    public void ligne(@Nullable Object... cellules) throws IOException {
        String avant = "";
        for (Object cellule : cellules) {
            sortie.append(avant).append(cellule == null ? "" : cellule(cellule.toString()));
            avant = SEPARATEUR;
        }
        sortie.append("\r\n");
    }

    private static String cellule(String texte) {
        String sure = FORMULE.matcher(texte).matches() ? "'" + texte : texte;
        return A_CITER.matcher(sure).find() ? "\"" + sure.replace("\"", "\"\"") + "\"" : sure;
    }
}
