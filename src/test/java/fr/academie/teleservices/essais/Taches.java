package fr.academie.teleservices.essais;

import fr.academie.teleservices.socle.tache.TacheDeposee;

/** Fait les tâches déposées sans attendre de planificateur. */
public final class Taches {

    private Taches() {}

    /** Fait toutes celles de ce nom, jusqu'au bout, puis les retire, comme un serveur. */
    public static void faire(BaseDEssai base, TacheDeposee tache) {
        String deCeNom = "FROM tache WHERE task_name = '" + tache.nom() + "'";
        for (String id : base.lire("SELECT task_instance " + deCeNom + " ORDER BY execution_time, task_instance")) {
            boolean reste = true;
            while (reste) {
                reste = tache.travail().faire(id, () -> false) != null;
            }
            base.executer("DELETE " + deCeNom + " AND task_instance = '" + id + "'");
        }
    }
}
