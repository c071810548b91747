package fr.academie.teleservices.navigateur;

import fr.academie.teleservices.essais.Requetes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Toutes les tables du service, réduites à une ligne chacune : dit ce qu'un acte y a changé. */
final class EtatDeLaBase {

    /** Ce qu'une lecture ou une connexion écrit à bon droit, et ce qu'un fil d'arrière-plan change. */
    private static final Set<String> VIVANTES = Set.of(
            "journal_bureau", "session_ouverte", "essai", "courriel", "tache", "tache_passage", "teleservices_schema");

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
     * Une ligne par table : ses lignes, réduites ; pour ce que le serveur change de lui-même, ce qu'une demande y ajoute.
     *
     * <p>CHECKSUM TABLE ne convient pas : il lit aussi ce qui traîne dans la mémoire d'une colonne calculée nulle.
     */
    static List<String> empreintes(Requetes base) {
        List<String> lues = new ArrayList<>();
        for (String table : base.lire("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = 'teleservices' AND table_type = 'BASE TABLE' ORDER BY table_name")) {
            if (!VIVANTES.contains(table)) {
                List<String> lignes = base.lire("SELECT * FROM " + table);
                lignes.sort(null);
                lues.add(table + "|" + lignes.size() + "|" + lignes.hashCode());
            }
        }
        lues.add("courriel|" + base.compter("SELECT COALESCE(MAX(id), 0) FROM courriel"));
        lues.add("tache|" + base.compter("SELECT COUNT(*) FROM tache WHERE task_instance <> 'recurring'"));
        return lues;
    }
}
