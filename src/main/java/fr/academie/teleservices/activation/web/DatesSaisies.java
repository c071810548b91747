package fr.academie.teleservices.activation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Des dates écrites à la suite, jour, mois, année : {@code 12/03/2012 et 4.9.2014}. */
final class DatesSaisies {

    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s*[/.\\- ]\\s*(\\d{1,2})\\s*[/.\\- ]\\s*(\\d{4})(?!\\d)");
    private static final Pattern RESTE = Pattern.compile("[\\d]");
    private static final int AU_PLUS = 12;

    private DatesSaisies() {}

    /** Vide si le texte n'en contient aucune, en contient trop, ou contient des chiffres qui ne sont pas d'une date. */
    static Optional<Set<LocalDate>> lire(String texte) {
        Set<LocalDate> dates = new HashSet<>();
        Matcher trouvee = DATE.matcher(texte.replaceAll("\\p{Z}", " "));
        StringBuilder reste = new StringBuilder();
        try {
            while (trouvee.find()) {
                dates.add(LocalDate.of(
                        Integer.parseInt(trouvee.group(3)),
                        Integer.parseInt(trouvee.group(2)),
                        Integer.parseInt(trouvee.group(1))));
                trouvee.appendReplacement(reste, "");
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        trouvee.appendTail(reste);
        return dates.isEmpty() || dates.size() > AU_PLUS || RESTE.matcher(reste).find()
                ? Optional.empty()
                : Optional.of(dates);
    }
}
