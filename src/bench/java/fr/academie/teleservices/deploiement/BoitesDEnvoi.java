package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.essais.Requetes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ce qui devait partir est parti, ou attend : rien n'est perdu, et ce qu'un abonné a appris est l'état. */
final class BoitesDEnvoi {

    private static final long PATIENCE = 120_000;

    private final PileDeTenue pile;
    private final Requetes base;

    BoitesDEnvoi(PileDeTenue pile) {
        this.pile = pile;
        this.base = pile.base;
    }

    /** Ce qui manque ; vide si tout y est. Attend que l'abonné ait tout reçu : rien ne l'empêche plus. */
    List<String> manques() throws InterruptedException {
        List<String> manques = new ArrayList<>(pile.abonne.desordres());
        long limite = System.nanoTime() + PATIENCE * 1_000_000;
        while (aRemettre() > 0 && System.nanoTime() < limite) {
            // Un service éteint repose jusqu'à une demi-heure : qui le sait revenu le réveille.
            base.executer(
                    "UPDATE abonne SET echecs = 0, repos_jusqu_a = NULL, faute = NULL",
                    "UPDATE remise SET a_remettre_le = le WHERE etat = 'ATTENTE' AND essais > 0");
            Thread.sleep(5_000);
        }
        if (aRemettre() > 0) {
            manques.add(aRemettre() + " remises n'arrivent pas à l'abonné");
        }
        confronter(manques);
        chercherLesAvis(manques);
        base.lire("SELECT CONCAT('courriel ', id, ' ni parti ni à partir') FROM courriel WHERE envoye_le IS NULL AND"
                        + " a_envoyer_le IS NULL LIMIT 5")
                .forEach(manques::add);
        base.lire(
                        "SELECT CONCAT('SMS ', id, ' ni parti ni à partir') FROM sms WHERE envoye_le IS NULL AND a_envoyer_le IS NULL"
                                + " AND expire_le > UTC_TIMESTAMP(3) LIMIT 5")
                .forEach(manques::add);
        long partis = base.compter("SELECT COUNT(*) FROM courriel WHERE envoye_le IS NOT NULL");
        int recus = pile.courrier.recus().size();
        if (recus < partis) {
            manques.add(partis + " courriels marqués partis, " + recus + " reçus");
        }
        return manques;
    }

    /** De chaque regroupement, le compte qui reste est averti, ou le sera : le texte d'un courriel parti n'est plus qu'à qui l'a reçu. */
    private void chercherLesAvis(List<String> manques) {
        Map<String, String> ecrits = new HashMap<>();
        base.lire("SELECT destinataire, texte FROM courriel WHERE envoye_le IS NULL")
                .forEach(ligne -> ecrits.merge(
                        ligne.substring(0, ligne.indexOf('|')),
                        ligne.substring(ligne.indexOf('|') + 1),
                        String::concat));
        // Ensuite seulement : ce qui part entre les deux lectures est des deux, et non d'aucune.
        pile.courrier.recus().forEach(recu -> ecrits.merge(recu.destinataires(), recu.texte(), String::concat));
        base
                .lire(
                        "SELECT p.mail, s.identifiant FROM regroupement AS g JOIN responsable AS p ON p.id = g.principal_id"
                                + " JOIN responsable AS s ON s.id = g.secondaire_id")
                .stream()
                .filter(ligne -> !ecrits.getOrDefault(ligne.substring(0, ligne.indexOf('|')), "")
                        .contains(ligne.substring(ligne.indexOf('|') + 1)))
                .limit(5)
                .forEach(ligne -> manques.add("nul courriel n'avertit " + ligne));
    }

    private long aRemettre() {
        return base.compter("SELECT COUNT(*) FROM remise WHERE etat = 'ATTENTE'");
    }

    /** De chaque compte dont l'abonné a entendu parler, il sait l'état et les liens. */
    private void confronter(List<String> manques) {
        Map<String, String> su = pile.abonne.comptes();
        Map<String, String> reels = new TreeMap<>();
        base.lire(
                        "SELECT r.identifiant, IF(r.etat = 'FERME', 'FERME', COALESCE(GROUP_CONCAT(CONCAT(e.identifiant, '/', l.niveau,"
                                + " '/', l.etat) ORDER BY CONCAT(e.identifiant, '/', l.niveau, '/', l.etat) SEPARATOR ' '), ''))"
                                + " FROM responsable AS r LEFT JOIN rattachement AS l ON l.responsable_id = r.id LEFT JOIN eleve AS e ON"
                                + " e.id = l.eleve_id GROUP BY r.id")
                .forEach(ligne ->
                        reels.put(ligne.substring(0, ligne.indexOf('|')), ligne.substring(ligne.indexOf('|') + 1)));
        su.forEach((compte, dit) -> {
            if (!dit.equals(reels.get(compte)) && manques.size() < 10) {
                manques.add("l'abonné croit " + compte + " : « " + dit + " », et il est « " + reels.get(compte) + " »");
            }
        });
        base
                .lire(
                        "SELECT DISTINCT s.identifiant FROM regroupement AS g JOIN responsable AS s ON s.id = g.secondaire_id")
                .stream()
                .filter(ferme -> !su.containsKey(ferme))
                .limit(5)
                .forEach(ferme -> manques.add("l'abonné ignore que " + ferme + " est fermé"));
    }
}
