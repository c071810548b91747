package fr.academie.teleservices.demonstration.donnees;

import fr.academie.teleservices.alimentation.siecle.ReglesDEnTete;
import fr.academie.teleservices.demonstration.DemarrageImpossible;
import fr.academie.teleservices.demonstration.Dossiers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Des fichiers inventés, à importer : ce que SIECLE et l'annuaire diraient, le jour où la démonstration démarre, des familles qu'elle
 * connaît et de quelques autres.
 *
 * <p>Au collège du Moulin : des élèves connus dont un change de classe, une qui sort, un frère et une sœur nouveaux, des personnes déjà
 * attendues sous le même numéro, un nom que SIECLE écrit avec des « ? », un foyer sans prénom, un mail qui n'en est pas un, une date de
 * naissance absente, un fixe à la place d'un portable. L'annuaire donne deux autres établissements, entiers, puis les différences du
 * lendemain.
 *
 * @param siecle dossier des deux exports de SIECLE
 * @param annuaireComplet dossier d'une livraison complète, de la veille
 * @param annuaireDelta dossier des différences du jour
 */
public record FichiersAImporter(Path siecle, Path annuaireComplet, Path annuaireDelta) {

    private static final ZoneId HEURE_DES_FICHIERS = ZoneId.of("Europe/Paris");

    /** Les fichiers ont chacun leur encodage : seuls leurs repères, en ASCII, se lisent. */
    private static final Charset OCTETS = StandardCharsets.ISO_8859_1;

    private static final Pattern REPERE =
            Pattern.compile("\\{(annee|rentree|jour|horodatage|moulin|tilleuls|deux-rives)(?:-([0-9]+))?}");

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter HORODATAGE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

    /** Les écrit sous ce dossier, à la place de ceux d'un jour passé. */
    public static FichiersAImporter poser(Path dossier, Clock horloge) {
        ZonedDateTime maintenant = horloge.instant().atZone(HEURE_DES_FICHIERS);
        LocalDate veille = maintenant.toLocalDate().minusDays(1);
        FichiersAImporter poses = new FichiersAImporter(
                dossier.resolve("siecle-moulin"),
                dossier.resolve("annuaire-complet"),
                dossier.resolve("annuaire-delta"));
        try {
            for (Path sien : new Path[] {poses.siecle, poses.annuaireComplet, poses.annuaireDelta}) {
                Dossiers.effacer(sien);
                Files.createDirectories(sien);
            }
            for (String export : new String[] {"ElevesSansAdresses.xml", "ResponsablesAvecAdresses.xml"}) {
                poser("siecle/" + export, poses.siecle.resolve(export), maintenant);
            }
            for (String categorie : new String[] {"EtabEducNat", "PersRelEleve", "Eleve"}) {
                poser(
                        "annuaire/complet-" + categorie + ".xml",
                        poses.annuaireComplet.resolve(nom("Complet", veille, categorie)),
                        maintenant);
            }
            for (String categorie : new String[] {"PersRelEleve", "Eleve"}) {
                poser(
                        "annuaire/delta-" + categorie + ".xml",
                        poses.annuaireDelta.resolve(nom("Delta", maintenant.toLocalDate(), categorie)),
                        maintenant);
            }
        } catch (IOException e) {
            throw new DemarrageImpossible(
                    "Les fichiers à importer n'ont pas pu être écrits sous « " + dossier + " ».", e);
        }
        return poses;
    }

    private static String nom(String nature, LocalDate jour, String categorie) {
        return "ENT2D-DEMO_" + nature + "_" + jour.format(DateTimeFormatter.BASIC_ISO_DATE) + "_" + categorie
                + "_0000.xml";
    }

    private static void poser(String modele, Path fichier, ZonedDateTime maintenant) throws IOException {
        try (InputStream ouvert = FichiersAImporter.class.getResourceAsStream(modele)) {
            if (ouvert == null) {
                throw new IOException(modele);
            }
            String texte = new String(ouvert.readAllBytes(), OCTETS);
            Files.writeString(
                    fichier,
                    REPERE.matcher(texte).replaceAll(lu -> Matcher.quoteReplacement(valeur(lu, maintenant))),
                    OCTETS);
        }
    }

    /** « {rentree-11} » : l'année de naissance qui donne onze ans aux familles ; « {jour-9} » : il y a neuf jours. */
    private static String valeur(MatchResult repere, ZonedDateTime maintenant) {
        int moins = repere.group(2) == null ? 0 : Integer.parseInt(repere.group(2));
        return switch (repere.group(1)) {
            case "annee" -> String.valueOf(ReglesDEnTete.anneeScolaire(maintenant.toLocalDate()));
            case "rentree" -> String.valueOf(Familles.rentree(maintenant.toInstant()) - moins);
            case "jour" -> JOUR.format(maintenant.minusDays(moins));
            case "horodatage" -> HORODATAGE.format(maintenant);
            case "moulin" -> Ecole.DU_MOULIN.uai();
            case "tilleuls" -> Ecole.LES_TILLEULS.uai();
            case "deux-rives" -> Ecole.DEUX_RIVES.uai();
            default -> throw new IllegalStateException(repere.group());
        };
    }
}
