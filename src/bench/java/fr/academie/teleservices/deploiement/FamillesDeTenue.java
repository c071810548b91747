package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;

/** Des familles en nombre : un compte actif {@code tenue.N} et un compte jamais activé {@code tenue.N.autre}, un enfant chacun. */
final class FamillesDeTenue {

    private FamillesDeTenue() {}

    static String principal(int rang) {
        return "tenue." + rang;
    }

    static String autre(int rang) {
        return principal(rang) + ".autre";
    }

    static void creer(Requetes base, int nombre) {
        String rangs = " FROM seq_1_to_" + nombre;
        base.executer(
                "INSERT IGNORE INTO etablissement (uai, nature, nom) VALUES ('" + Familles.UAI
                        + "', 'COLLEGE', 'Collège du Moulin')",
                "INSERT INTO responsable (identifiant, nom_famille, prenom, mail, mot_de_passe, etat, active_le)"
                        + " SELECT CONCAT('tenue.', seq), 'DURAND', 'Cristelle', CONCAT('tenue.', seq, '@exemple.fr'), '"
                        + Familles.ARGON2 + "', 'ACTIF', UTC_TIMESTAMP(3)" + rangs,
                "INSERT INTO responsable (identifiant, nom_famille, prenom, mail, mot_de_passe, etat,"
                        + " provisoire_expire_le) SELECT CONCAT('tenue.', seq, '.autre'), 'DURAND', 'Cristelle', NULL, '"
                        + Familles.ARGON2 + "', 'CREE', UTC_TIMESTAMP(3) + INTERVAL 90 DAY" + rangs,
                "INSERT INTO eleve (identifiant, nom, prenom, date_naissance, uai, classe) SELECT CONCAT('a', seq), 'DURAND',"
                        + " 'Dylan', '2012-04-11', '" + Familles.UAI + "', '5B'" + rangs,
                "INSERT INTO eleve (identifiant, nom, prenom, date_naissance, uai, classe) SELECT CONCAT('b', seq), 'DURAND',"
                        + " 'Florian', '2014-04-11', '" + Familles.UAI + "', '6B'" + rangs,
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat) SELECT r.id, e.id, 1, 10, 'ACTIF'"
                        + " FROM eleve AS e JOIN responsable AS r ON r.identifiant = CONCAT('tenue.',"
                        + " SUBSTRING(e.identifiant, 2), IF(e.identifiant LIKE 'a%', '', '.autre'))");
    }
}
