package fr.academie.teleservices.essais;

import static org.assertj.core.api.Assertions.assertThat;

/** Un regroupement est entier ou absent : ses détails, son journal et ses annonces disent la même chose. */
public final class RegroupementsEntiers {

    private RegroupementsEntiers() {}

    /** Échoue avec ce qui manque à l'un d'eux. */
    public static void exiger(Requetes base) {
        assertThat(
                        base.lire(
                                "SELECT g.id FROM regroupement AS g WHERE (SELECT COUNT(*) FROM regroupement_rattachement AS d"
                                        + " WHERE d.regroupement_id = g.id) <> (SELECT JSON_LENGTH(j.details, '$.rattachements') FROM journal AS j"
                                        + " WHERE j.responsable_id = g.secondaire_id AND j.action = 'FERMETURE' ORDER BY j.id DESC LIMIT 1)"))
                .as("un regroupement a le détail de chaque lien que le journal en dit")
                .isEmpty();
        assertThat(base.lire(
                        "SELECT v.responsable_id FROM evenement AS v JOIN responsable AS r ON r.id = v.responsable_id"
                                + " WHERE v.type IN ('COMPTE_FERME', 'COMPTE_ROUVERT') GROUP BY v.responsable_id"
                                + " HAVING SUM(IF(v.type = 'COMPTE_FERME', 1, -1)) <> MAX(r.etat = 'FERME')"))
                .as("un compte fermé l'est annoncé une fois de plus que rouvert")
                .isEmpty();
    }
}
