package fr.academie.teleservices.lignee;

import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;

/** Dix mille comptes chaînés par trois : le 3n absorbé par le 3n+1, lui-même par le 3n+2 ; un élève et une personne attendue pour chacun ; mille ruptures. */
final class ChainesEnNombre {

    private static final int COMPTES = 10_000;

    private ChainesEnNombre() {}

    /** Dans une base vide, dont les statistiques restent celles d'avant. */
    static void remplir(BaseDEssai base) {
        new Familles(base).etablissement();
        base.executer(
                // Refaites à mi-remplissage par le fil du moteur, les statistiques diraient vides des tables qui ne le
                // sont plus.
                "SET GLOBAL innodb_stats_auto_recalc = OFF",
                "INSERT INTO responsable (id, identifiant, nom_famille, prenom, etat, motif_fermeture, ferme_le)"
                        + " SELECT 1000000 + seq, CONCAT('n', seq), 'NOMBRE', 'X', IF(seq % 3 = 2, 'CREE', 'FERME'),"
                        + " IF(seq % 3 = 2, NULL, 'REGROUPEMENT'), IF(seq % 3 = 2, NULL, UTC_TIMESTAMP(3))"
                        + " FROM seq_1_to_" + COMPTES,
                "INSERT INTO eleve (id, nom, prenom, date_naissance, uai, classe)"
                        + " SELECT 1000000 + seq, 'NOMBRE', 'X', '2012-04-11', '" + Familles.UAI + "', '6A'"
                        + " FROM seq_1_to_" + COMPTES,
                "INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, correspondance, etat)"
                        + " SELECT UNHEX(REPLACE(UUID(), '-', '')), 1000001 + seq, 1000000 + seq, UTC_TIMESTAMP(3), 'x',"
                        + " 'NOM_DE_FAMILLE', 'ACTIF' FROM seq_1_to_" + (COMPTES - 2) + " WHERE seq % 3 <> 2",
                "INSERT INTO regroupement_rattachement (regroupement_id, eleve_id, secondaire_niveau, secondaire_lien,"
                        + " secondaire_etat, apres_niveau, apres_lien, apres_etat)"
                        + " SELECT id, secondaire_id, 1, 10, 'ACTIF', 1, 10, 'ACTIF' FROM regroupement",
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat)"
                        + " SELECT 1000002 + 3 * (seq DIV 3), 1000000 + seq, 1, 10, 'ACTIF' FROM seq_1_to_"
                        + (COMPTES - 3),
                "INSERT INTO responsable_attendu (id, uai, personne_id, nom_famille, prenom, responsable_id)"
                        + " SELECT seq, '" + Familles.UAI + "', seq, 'NOMBRE', 'X', 1000002 + 3 * (seq DIV 3)"
                        + " FROM seq_1_to_" + (COMPTES - 3),
                "INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien)"
                        + " SELECT id, 1000000 + id, 1, 10 FROM responsable_attendu",
                "INSERT INTO responsable (id, identifiant, nom_famille, prenom, etat)"
                        + " SELECT 2000000 + seq, CONCAT('r', seq), 'NOMBRE', 'X', 'CREE' FROM seq_1001_to_2000",
                "INSERT INTO rupture (id, jeton, source_id, nouveau_id, fait_le, fait_par, adresse)"
                        + " SELECT seq, UNHEX(REPLACE(UUID(), '-', '')), 1000002 + 3 * seq, 2000000 + seq,"
                        + " UTC_TIMESTAMP(3), 'x', '::1' FROM seq_1001_to_2000",
                "INSERT INTO rupture_rattachement (rupture_id, eleve_id, uai, avant_niveau, avant_lien, avant_etat,"
                        + " source_niveau, source_lien, source_etat, nouveau_niveau, nouveau_lien, nouveau_etat)"
                        + " SELECT id, 1000000 + 3 * id, '" + Familles.UAI
                        + "', 1, 10, 'ACTIF', 1, 10, 'RETIRE', 1, 10,"
                        + " 'ACTIF' FROM rupture",
                "UPDATE rattachement AS l JOIN rupture_rattachement AS d ON d.eleve_id = l.eleve_id SET l.etat = 'RETIRE'",
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat)"
                        + " SELECT 2000000 + rupture_id, eleve_id, 1, 10, 'ACTIF' FROM rupture_rattachement");
    }

    /** Met les statistiques de toutes les tables d'accord avec ce qu'elles contiennent. */
    static void relever(BaseDEssai base) {
        base.executer("ANALYZE TABLE "
                + base.lire("SELECT GROUP_CONCAT(table_name) FROM information_schema.tables"
                                + " WHERE table_schema = 'teleservices' AND table_type = 'BASE TABLE'")
                        .get(0));
    }

    static void vider(BaseDEssai base) {
        base.executer("SET GLOBAL innodb_stats_auto_recalc = ON");
        base.vider();
    }
}
