package fr.academie.teleservices.acces;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lit dans la réponse du CAS quand et comment la personne s'est prouvée. Source : CAS 3.0, §2.5.7 ({@code isFromNewLogin},
 * {@code authenticationDate}).
 *
 * <p>Une session du CAS vit des heures : un ticket qu'elle donne sans mot de passe ne prouve que l'instant où elle s'est ouverte, et rien
 * du tout si le CAS ne le dit pas.
 */
record LectureDeLaPreuve(ProfilAcademie.Agents attributs, Clock horloge) {

    private static final String NOUVELLE = "isFromNewLogin";
    private static final String DATE = "authenticationDate";
    /** Apereo ajoute le nom de la zone entre crochets. */
    private static final String ZONE = "\\[[^\\]]*\\]";

    /** @param exigee vrai si le CAS avait à redemander le mot de passe, et l'a donc fait */
    @Nullable
    Instant le(Map<String, Object> recus, boolean exigee) {
        Instant maintenant = horloge.instant();
        if (exigee || valeurs(recus, NOUVELLE).contains("true")) {
            return maintenant;
        }
        return valeurs(recus, DATE).stream()
                .findFirst()
                .map(LectureDeLaPreuve::instant)
                .filter(lu -> !lu.isAfter(maintenant))
                .orElse(null);
    }

    boolean secondFacteur(Map<String, Object> recus) {
        String attendu = attributs.secondFacteur();
        String valeur = attributs.valeurDuSecondFacteur();
        List<String> lues = attendu == null ? List.of() : valeurs(recus, attendu);
        return valeur == null ? !lues.isEmpty() : lues.contains(valeur);
    }

    private static @Nullable Instant instant(String texte) {
        try {
            return ZonedDateTime.parse(texte.replaceFirst(ZONE, ""), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            // Une date que le CAS écrit autrement ne prouve rien.
            return null;
        }
    }

    private static List<String> valeurs(Map<String, Object> recus, String attribut) {
        Object brut = recus.get(attribut);
        Collection<?> valeurs = brut == null ? List.of() : brut instanceof Collection<?> c ? c : List.of(brut);
        return valeurs.stream()
                .map(valeur -> String.valueOf(valeur).strip())
                .filter(valeur -> !valeur.isEmpty())
                .toList();
    }
}
