package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.Champs;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.LecteurXml;
import fr.academie.teleservices.alimentation.LigneRefusee;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** La racine et les {@code PARAMETRES} d'un export, qui viennent avant les données. */
final class LecteurDEnTete {

    private LecteurDEnTete() {}

    /**
     * Lit l'en-tête et s'arrête après lui.
     *
     * @throws FichierRefuse PAS_UN_EXPORT, ENTETE_ABSENT, ENTETE_ILLISIBLE
     */
    static EnteteSiecle lire(LecteurXml xml) throws FichierRefuse {
        String racine = xml.racine();
        ExportSiecle export =
                ExportSiecle.deRacine(racine).orElseThrow(() -> xml.refus(CodeRemarque.PAS_UN_EXPORT, racine));
        String enfant = xml.enfant(1);
        if (!"PARAMETRES".equals(enfant)) {
            throw xml.refus(CodeRemarque.ENTETE_ABSENT);
        }
        String uaj = null;
        String annee = null;
        String horodatage = null;
        for (String nom = xml.enfant(2); nom != null; nom = xml.enfant(2)) {
            switch (nom) {
                case "UAJ" -> uaj = xml.texte().strip();
                case "ANNEE_SCOLAIRE" -> annee = xml.texte().strip();
                case "HORODATAGE" -> horodatage = xml.texte().strip();
                default -> {
                    // Les autres ne décident de rien.
                }
            }
        }
        return new EnteteSiecle(export, xml.fichier(), uaj(xml, uaj), annee(xml, annee), horodatage(xml, horodatage));
    }

    private static String uaj(LecteurXml xml, @Nullable String texte) throws FichierRefuse {
        try {
            return Champs.uai(texte);
        } catch (LigneRefusee e) {
            throw illisible(xml, "UAJ", texte);
        }
    }

    private static int annee(LecteurXml xml, @Nullable String texte) throws FichierRefuse {
        if (texte == null || !texte.matches("20[0-9]{2}")) {
            throw illisible(xml, "ANNEE_SCOLAIRE", texte);
        }
        return Integer.parseInt(texte);
    }

    private static Instant horodatage(LecteurXml xml, @Nullable String texte) throws FichierRefuse {
        try {
            return LocalDateTime.parse(
                            texte == null ? "" : texte,
                            ReglesDEnTete.HORODATAGE.withResolverStyle(ResolverStyle.STRICT))
                    .atZone(ReglesDEnTete.HEURE_DE_SIECLE)
                    .toInstant();
        } catch (DateTimeException e) {
            throw illisible(xml, "HORODATAGE", texte);
        }
    }

    private static FichierRefuse illisible(LecteurXml xml, String balise, @Nullable String texte) {
        return texte == null || texte.isEmpty()
                ? xml.refus(CodeRemarque.ENTETE_ABSENT)
                : xml.refus(CodeRemarque.ENTETE_ILLISIBLE, balise, texte);
    }
}
