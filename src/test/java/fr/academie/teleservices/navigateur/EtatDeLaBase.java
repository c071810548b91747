package fr.academie.teleservices.navigateur;

import fr.academie.teleservices.essais.Requetes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Toutes les tables du service, réduites à une ligne chacune : dit ce qu'un acte y a changé. */
final class EtatDeLaBase {

    /** Ce qu'une lecture ou une connexion écrit à bon droit, et ce qu'un fil d'arrière-plan change. */
    private static final Set<String> VIVANTES = Set.of(
            "journal_bureau",
            "session_ouverte",
            "essai",
            "courriel",
            "sms",
            "sonde",
            "tache",
            "tache_passage",
            "teleservices_schema");

    private static @Nullable String requete;

    private EtatDeLaBase() {}

    /** Les tables que l'acte a changées, avec leur empreinte nouvelle ; vide s'il n'a rien changé. */
    static List<String> changements(Requetes base, Runnable acte) {
        List<String> avant = empreintes(base);
        acte.run();
        List<String> apres = empreintes(base);
        apres.removeAll(avant);
        return apres;
    }

    /**
     * Une ligne par table : ses lignes, réduites par la base ; pour ce que le serveur change de lui-même, ce qu'une demande y ajoute.
     *
     * <p>CHECKSUM TABLE ne convient pas : il lit aussi ce qui traîne dans la mémoire d'une colonne calculée nulle.
     */
    static List<String> empreintes(Requetes base) {
        return base.lire(requete(base));
    }

    /** Écrite une fois : lire le schéma est plus long que lire les tables. */
    private static synchronized String requete(Requetes base) {
        if (requete == null) {
            // Une colonne nulle y est le mot NULL sans apostrophes ; quinze chiffres de MD5 tiennent dans un entier
            // signé.
            Stream<String> mortes = base
                    .lire("SELECT table_name, CONCAT('MD5(CONCAT_WS('','',', GROUP_CONCAT('QUOTE(`', column_name, '`)'"
                            + " ORDER BY ordinal_position), '))') FROM information_schema.columns"
                            + " JOIN information_schema.tables USING (table_schema, table_name)"
                            + " WHERE table_schema = 'teleservices' AND table_type = 'BASE TABLE' GROUP BY table_name")
                    .stream()
                    .map(ligne -> ligne.split(Pattern.quote("|"), 2))
                    .filter(table -> !VIVANTES.contains(table[0]))
                    .map(table -> "SELECT '" + table[0] + "', COUNT(*), COALESCE(BIT_XOR(CONV(LEFT(" + table[1]
                            + ", 15), 16, 10)), 0) FROM " + table[0]);
            requete = Stream.concat(
                            mortes,
                            Stream.of(
                                    "SELECT 'courriel', COALESCE(MAX(id), 0), 0 FROM courriel",
                                    "SELECT 'sms', COALESCE(MAX(id), 0), 0 FROM sms",
                                    "SELECT 'tache', COUNT(*), 0 FROM tache WHERE task_instance <> 'recurring'"))
                    .collect(Collectors.joining(" UNION ALL "));
        }
        return requete;
    }
}
