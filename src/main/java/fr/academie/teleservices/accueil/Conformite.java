package fr.academie.teleservices.accueil;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Où en est le service au regard du RGAA 4.1 : le relevé de {@code src/site/rgaa.md}, que le WAR n'emporte pas ; un essai tient les deux égaux.
 *
 * @param etablie le jour du relevé
 * @param conformes combien de critères sont respectés, preuve à l'appui
 * @param nonConformes les numéros des critères qui ne le sont pas
 * @param nonVerifies les numéros de ceux que personne n'a vérifiés
 */
public record Conformite(LocalDate etablie, int conformes, List<String> nonConformes, List<String> nonVerifies) {

    /** L'état de conformité que la loi fait afficher. */
    public enum Etat {
        TOTALE,
        PARTIELLE,
        NON
    }

    private static final String RELEVE = "rgaa.properties";
    private static final int CENT = 100;
    private static final int PARTIELLE_DES = 50;

    public Conformite {
        nonConformes = List.copyOf(nonConformes);
        nonVerifies = List.copyOf(nonVerifies);
    }

    /** Le relevé que porte le WAR. */
    public static Conformite lire() {
        Properties lu = new Properties();
        try (InputStream flux =
                Objects.requireNonNull(Conformite.class.getResourceAsStream(RELEVE), "Le WAR est incomplet.")) {
            lu.load(flux);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Conformite(
                LocalDate.parse(lu.getProperty("etablie")),
                Integer.parseInt(lu.getProperty("conformes")),
                numeros(lu.getProperty("non.conformes")),
                numeros(lu.getProperty("non.verifies")));
    }

    private static List<String> numeros(String ligne) {
        return Stream.of(ligne.split(" ", -1))
                .filter(numero -> !numero.isEmpty())
                .toList();
    }

    /** Combien de critères s'appliquent au service. */
    public int applicables() {
        return conformes + nonConformes.size() + nonVerifies.size();
    }

    /** La part des critères respectés, en pour cent, arrondie au-dessous : on ne dit pas 100 tant qu'il en manque un. */
    public int taux() {
        return CENT * conformes / applicables();
    }

    /** Ce que la loi fait dire de cette part ; ce que personne n'a vérifié n'est pas respecté. */
    public Etat etat() {
        if (conformes == applicables()) {
            return Etat.TOTALE;
        }
        return taux() >= PARTIELLE_DES ? Etat.PARTIELLE : Etat.NON;
    }
}
