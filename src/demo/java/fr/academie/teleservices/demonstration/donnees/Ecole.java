package fr.academie.teleservices.demonstration.donnees;

import java.util.List;

/**
 * Un établissement inventé ; ses numéros de téléphone sont de ceux que l'ARCEP réserve aux œuvres de fiction.
 *
 * @param premierAge âge, dans l'année civile de la rentrée, des élèves de la première classe
 * @param niveaux noms des niveaux, du plus jeune au plus âgé
 * @param divisions suffixes des classes de chaque niveau
 */
record Ecole(
        String uai,
        String nature,
        String nom,
        String commune,
        String telephone,
        String domaine,
        int premierAge,
        List<String> niveaux,
        List<String> divisions) {

    private static final String LETTRES = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private static final List<String> ELEMENTAIRE = List.of("CP", "CE1", "CE2", "CM1", "CM2");
    private static final List<String> COLLEGE = List.of("6", "5", "4", "3");
    private static final List<String> LYCEE = List.of("2DE", "1G", "TG");
    private static final List<String> PROFESSIONNEL = List.of("2PRO", "1PRO", "TPRO");

    static final Ecole LE_PORT = ecole(1, "École élémentaire du Port", "Port-Saint-Vivien", "ecole-port");
    static final Ecole LES_PLATANES = ecole(2, "École primaire Les Platanes", "Castelnau-les-Vignes", "ecole-platanes");
    static final Ecole LOUISE_MICHEL = ecole(3, "École Louise-Michel", "Saint-Aubin-du-Moulin", "ecole-michel");
    static final Ecole DU_MOULIN = college(4, "Collège du Moulin", "Saint-Aubin-du-Moulin", "college-moulin");
    static final Ecole LES_TILLEULS = college(5, "Collège Les Tilleuls", "Castelnau-les-Vignes", "college-tilleuls");
    static final Ecole DE_LA_DUNE = college(6, "Collège de la Dune", "Port-Saint-Vivien", "college-dune");
    static final Ecole DEUX_RIVES = new Ecole(
            uai(7),
            "LYCEE",
            "Lycée des Deux-Rives",
            "Castelnau-les-Vignes",
            telephone(7),
            "lycee-deux-rives",
            15,
            LYCEE,
            List.of("1", "2", "3", "4"));
    static final Ecole DE_L_ESTEY = new Ecole(
            uai(8),
            "LYCEE",
            "Lycée professionnel de l’Estey",
            "Port-Saint-Vivien",
            telephone(8),
            "lycee-estey",
            15,
            PROFESSIONNEL,
            List.of("A", "B"));

    static List<Ecole> toutes() {
        return List.of(
                LE_PORT, LES_PLATANES, LOUISE_MICHEL, DU_MOULIN, LES_TILLEULS, DE_LA_DUNE, DEUX_RIVES, DE_L_ESTEY);
    }

    private static Ecole ecole(int rang, String nom, String commune, String domaine) {
        return new Ecole(
                uai(rang), "ECOLE", nom, commune, telephone(rang), domaine, 6, ELEMENTAIRE, List.of(" A", " B"));
    }

    private static Ecole college(int rang, String nom, String commune, String domaine) {
        return new Ecole(
                uai(rang), "COLLEGE", nom, commune, telephone(rang), domaine, 11, COLLEGE, List.of("A", "B", "C", "D"));
    }

    /** Sept chiffres et leur lettre de contrôle (DOMAIN §2). */
    private static String uai(int rang) {
        int nombre = 339_900 + rang;
        return "0" + nombre + LETTRES.charAt(nombre % 23);
    }

    private static String telephone(int rang) {
        return "05 36 49 10 0" + rang;
    }

    String courriel() {
        return "secretariat@" + domaine + ".example.org";
    }

    String site() {
        return "https://" + domaine + ".example.org/";
    }

    /** Un code postal qu'aucune commune ne porte. */
    String codePostal() {
        return "3399" + uai.charAt(6);
    }

    /** Vrai si un enfant de cet âge peut y être élève. */
    boolean accueille(int age) {
        return age >= premierAge && age < premierAge + niveaux.size();
    }

    String classe(int age, int division) {
        return niveaux.get(age - premierAge) + divisions.get(division % divisions.size());
    }
}
