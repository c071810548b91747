package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;

/**
 * Des familles en nombre : quatre comptes de la même personne, deux actifs ({@code tenue.N} et {@code tenue.N.q}) et deux jamais activés
 * ({@code tenue.N.autre} et {@code tenue.N.b}), qui ont chacun un enfant, et un enfant de plus que trois d'entre eux ont à un niveau
 * différent. Une secrétaire de leur collège.
 */
final class FamillesDeTenue {

    static final String SECRETAIRE = "tenue.secretaire";

    private FamillesDeTenue() {}

    /** Un compte d'une famille. */
    enum Membre {
        P("", "Dylan", "a"),
        Q(".q", "Quentin", "q"),
        A(".autre", "Florian", "b"),
        B(".b", "Basile", "s");

        private final String suffixe;
        private final String enfant;
        private final String eleve;

        Membre(String suffixe, String enfant, String eleve) {
            this.suffixe = suffixe;
            this.enfant = enfant;
            this.eleve = eleve;
        }

        String identifiant(int rang) {
            return "tenue." + rang + suffixe;
        }

        /** Le prénom de son enfant, que les autres n'ont pas. */
        String enfant() {
            return enfant;
        }

        /** L'identifiant de cet enfant. */
        String eleve(int rang) {
            return eleve + rang;
        }
    }

    /** Crée ces familles, numérotées depuis un. */
    static void creer(Requetes base, int nombre) {
        String rangs = " FROM seq_1_to_" + nombre;
        base.executer("INSERT IGNORE INTO etablissement (uai, nature, nom) VALUES ('" + Familles.UAI
                + "', 'COLLEGE', 'Collège du Moulin')");
        for (Membre membre : Membre.values()) {
            String identifiant = "CONCAT('tenue.', seq, '" + membre.suffixe + "')";
            base.executer(
                    membre == Membre.P || membre == Membre.Q ? actif(identifiant, rangs) : cree(identifiant, rangs));
            enfant(base, membre.eleve, membre.enfant, rangs);
            lier(base, membre, membre.eleve, 1);
        }
        enfant(base, "c", "Chloé", rangs);
        lier(base, Membre.P, "c", 3);
        lier(base, Membre.A, "c", 2);
        lier(base, Membre.B, "c", 1);
        base.executer(
                "INSERT INTO agent (identifiant, mot_de_passe, profil, nom, prenom) VALUES ('" + SECRETAIRE + "', '"
                        + Familles.ARGON2 + "', 'ETABLISSEMENT', 'CASTÉRA', 'Hélène')",
                "INSERT INTO habilitation (agent_id, uai, chef) SELECT id, '" + Familles.UAI
                        + "', FALSE FROM agent WHERE identifiant = '" + SECRETAIRE + "'",
                "ANALYZE TABLE responsable, eleve, rattachement, inscription");
    }

    private static String actif(String identifiant, String rangs) {
        return "INSERT INTO responsable (identifiant, nom_famille, prenom, mail, telephone_portable, telephone_confirme_le,"
                + " mot_de_passe, etat, active_le) SELECT " + identifiant + ", 'DURAND', 'Cristelle', CONCAT("
                + identifiant
                + ", '@exemple.fr'), CONCAT('+336', LPAD(seq, 8, '0')), UTC_TIMESTAMP(3), '" + Familles.ARGON2
                + "', 'ACTIF', UTC_TIMESTAMP(3)" + rangs;
    }

    private static String cree(String identifiant, String rangs) {
        return "INSERT INTO responsable (identifiant, nom_famille, prenom, mail, mot_de_passe, etat, provisoire_expire_le)"
                + " SELECT " + identifiant + ", 'DURAND', 'Cristelle', NULL, '" + Familles.ARGON2
                + "', 'CREE', UTC_TIMESTAMP(3) + INTERVAL 90 DAY" + rangs;
    }

    private static void enfant(Requetes base, String prefixe, String prenom, String rangs) {
        base.executer("INSERT INTO eleve (identifiant, nom, prenom, date_naissance, uai, classe) SELECT CONCAT('"
                + prefixe + "', seq), 'DURAND', '" + prenom + "', '2012-04-11', '" + Familles.UAI + "', '5B'" + rangs);
    }

    private static void lier(Requetes base, Membre membre, String prefixe, int niveau) {
        base.executer(
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat) SELECT r.id, e.id, " + niveau
                        + ", 10, 'ACTIF' FROM eleve AS e JOIN responsable AS r ON r.identifiant = CONCAT('tenue.',"
                        + " SUBSTRING(e.identifiant, 2), '" + membre.suffixe + "') WHERE e.identifiant LIKE '" + prefixe
                        + "%'");
    }
}
