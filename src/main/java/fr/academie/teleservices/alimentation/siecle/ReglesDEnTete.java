package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Si un export est à prendre, d'après son en-tête.
 *
 * @param uais les établissements de l'agent
 * @param dernier l'horodatage du dernier export appliqué pour cet établissement ; nul s'il n'y en a pas
 */
public record ReglesDEnTete(Set<String> uais, @Nullable Instant dernier, Instant maintenant) {

    static final ZoneId HEURE_DE_SIECLE = ZoneId.of("Europe/Paris");
    static final DateTimeFormatter HORODATAGE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

    /** Une année scolaire commence, pour SIECLE, quand la précédente est close : en août. */
    private static final Month RENTREE = Month.AUGUST;

    /** Une horloge peut avancer ; pas d'un jour. */
    private static final Duration AVANCE = Duration.ofDays(1);

    public ReglesDEnTete {
        uais = Set.copyOf(uais);
    }

    /** L'année scolaire d'un jour : celle où elle a commencé. */
    public static int anneeScolaire(LocalDate jour) {
        return jour.getMonth().compareTo(RENTREE) >= 0 ? jour.getYear() : jour.getYear() - 1;
    }

    /**
     * Vérifie un en-tête.
     *
     * @throws FichierRefuse AUTRE_ETABLISSEMENT, AUTRE_ANNEE, PLUS_ANCIEN, DU_FUTUR
     */
    public void verifier(EnteteSiecle entete) throws FichierRefuse {
        if (!uais.contains(entete.uaj())) {
            throw refus(entete, CodeRemarque.AUTRE_ETABLISSEMENT, entete.uaj());
        }
        int annee = anneeScolaire(LocalDate.ofInstant(maintenant, HEURE_DE_SIECLE));
        if (entete.annee() != annee && entete.annee() != annee + 1) {
            throw refus(
                    entete,
                    CodeRemarque.AUTRE_ANNEE,
                    String.valueOf(entete.annee()),
                    String.valueOf(annee),
                    String.valueOf(annee + 1));
        }
        if (entete.horodatage().isAfter(maintenant.plus(AVANCE))) {
            throw refus(entete, CodeRemarque.DU_FUTUR, lisible(entete.horodatage()));
        }
        if (dernier != null && entete.horodatage().isBefore(dernier)) {
            throw refus(entete, CodeRemarque.PLUS_ANCIEN, lisible(entete.horodatage()), lisible(dernier));
        }
    }

    private static FichierRefuse refus(EnteteSiecle entete, CodeRemarque code, String... valeurs) {
        return new FichierRefuse(code, entete.fichier(), 0, valeurs);
    }

    /** À l'heure de Paris, comme le fichier l'écrit : on le reconnaît. */
    private static String lisible(Instant le) {
        return HORODATAGE.format(le.atZone(HEURE_DE_SIECLE));
    }
}
