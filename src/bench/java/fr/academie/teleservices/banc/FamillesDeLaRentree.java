package fr.academie.teleservices.banc;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.socle.config.Reglages.Couts;

/**
 * Ceux qui viennent : un compte actif {@code rentree.N} et un compte jamais activé {@code rentree.N.autre}, un enfant chacun, cent familles par
 * collège ; dans un collège à part, des secrétaires et ceux à qui elles écrivent.
 */
final class FamillesDeLaRentree {

    private static final int PAR_COLLEGE = 100;
    private static final int PAPIERS = 500;
    private static final String COLLEGE = "CONCAT(LPAD(7000000 + seq DIV " + PAR_COLLEGE + ", 7, '0'), 'Z')";
    private static final String COLLEGE_DES_PAPIERS = "'7999999Z'";
    /** Trois lettres de plus : une famille porte le nom d'une dizaine d'autres, non de toutes. */
    private static final String NOM = "CONCAT('DUR', CHAR(65 + seq % 26), CHAR(65 + seq DIV 26 % 23), 'N')";

    /** Au coût livré, calculée une fois : à un autre, le serveur la referait à la première connexion. */
    private static final String EMPREINTE = Familles.argon2(Couts.OWASP);

    private FamillesDeLaRentree() {}

    static String principal(int rang) {
        return "rentree." + rang;
    }

    static String autre(int rang) {
        return principal(rang) + ".autre";
    }

    static String secretaire(int rang) {
        return "rentree.secretaire" + rang;
    }

    /** Crée {@code familles} familles, et {@code secretaires} agents. */
    static void creer(Requetes base, int familles, int secretaires) {
        String rangs = " FROM seq_1_to_" + familles;
        base.executer(
                "INSERT INTO etablissement (uai, nature, nom) SELECT CONCAT(7000000 + seq, 'Z'), 'COLLEGE', CONCAT('Collège ', seq)"
                        + " FROM seq_0_to_" + familles / PAR_COLLEGE,
                "INSERT INTO etablissement (uai, nature, nom) VALUES (" + COLLEGE_DES_PAPIERS
                        + ", 'COLLEGE', 'Collège des Papiers')",
                "INSERT INTO responsable (identifiant, nom_famille, prenom, mail, mail_confirme_le, mot_de_passe, etat, active_le)"
                        + " SELECT CONCAT('rentree.', seq), " + NOM
                        + ", 'Cristelle', CONCAT('rentree.', seq, '@exemple.fr'),"
                        + " UTC_TIMESTAMP(3), '" + EMPREINTE + "', 'ACTIF', UTC_TIMESTAMP(3)" + rangs,
                "INSERT INTO responsable (identifiant, nom_famille, prenom, mail, mot_de_passe, etat,"
                        + " provisoire_expire_le) SELECT CONCAT('rentree.', seq, '.autre'), " + NOM
                        + ", 'Cristelle', NULL, '"
                        + EMPREINTE + "', 'CREE', UTC_TIMESTAMP(3) + INTERVAL 90 DAY" + rangs,
                eleves("ra", "Dylan", COLLEGE, rangs),
                eleves("rb", "Florian", COLLEGE, rangs),
                liens("ra", "CONCAT('rentree.', SUBSTRING(e.identifiant, 3))"),
                liens("rb", "CONCAT('rentree.', SUBSTRING(e.identifiant, 3), '.autre')"),
                "INSERT INTO responsable (identifiant, nom_famille, prenom, etat) SELECT CONCAT('papier.', seq), " + NOM
                        + ", 'Marie', 'CREE' FROM seq_1_to_" + PAPIERS,
                eleves("rp", "Noé", COLLEGE_DES_PAPIERS, " FROM seq_1_to_" + PAPIERS),
                liens("rp", "CONCAT('papier.', SUBSTRING(e.identifiant, 3))"),
                "INSERT INTO agent (identifiant, mot_de_passe, profil, nom, prenom) SELECT CONCAT('rentree.secretaire', seq), '"
                        + EMPREINTE + "', 'ETABLISSEMENT', 'RENTREE', CONCAT('Lise ', seq) FROM seq_1_to_"
                        + secretaires,
                "INSERT INTO habilitation (agent_id, uai, chef) SELECT id, " + COLLEGE_DES_PAPIERS
                        + ", 0 FROM agent WHERE identifiant LIKE 'rentree.secretaire%'",
                "ANALYZE TABLE responsable, eleve, rattachement, inscription");
    }

    private static String eleves(String prefixe, String prenom, String college, String rangs) {
        return "INSERT INTO eleve (identifiant, nom, prenom, date_naissance, uai, classe) SELECT CONCAT('" + prefixe
                + "', seq), " + NOM + ", '" + prenom + "', '2012-04-11', " + college + ", '5B'" + rangs;
    }

    private static String liens(String prefixe, String identifiant) {
        return "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat) SELECT r.id, e.id, 1, 10, 'ACTIF'"
                + " FROM eleve AS e JOIN responsable AS r ON r.identifiant = " + identifiant
                + " WHERE e.identifiant LIKE '" + prefixe + "%'";
    }
}
