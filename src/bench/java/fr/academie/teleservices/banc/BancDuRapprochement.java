package fr.academie.teleservices.banc;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.rapprochement.AtelierDuRapprochement;
import fr.academie.teleservices.rapprochement.Bilan;
import fr.academie.teleservices.rapprochement.IssueDUnePaire;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * L'aperçu d'un rapprochement, du calcul des paires à leur écriture, puis sa validation. Le temps est rapporté, dans la même course, à un
 * plancher : une requête qui ne fait que parcourir les clés des identités, triées par leur index. {@code -Dpersonnes=900000} mène une
 * académie entière.
 */
public final class BancDuRapprochement {

    private static final int MANCHES = 7;

    private final BaseDEssai base = BaseDEssai.partagee();

    public static void main(String[] arguments) {
        try {
            new BancDuRapprochement().mesurer(Integer.getInteger("personnes", 60_000));
        } finally {
            BaseDEssai.partagee().fermer();
        }
    }

    private void mesurer(int demandees) {
        base.vider();
        new Familles(base).etablissement();
        int personnes = new AcademieDEssai(base.base()).peupler(demandees);
        AtelierDuRapprochement atelier = new AtelierDuRapprochement(base, new Atelier(base.source()));
        List<Double> apercus = new ArrayList<>();
        List<Double> planchers = new ArrayList<>();
        List<Double> rapports = new ArrayList<>();
        List<Double> temoins = new ArrayList<>();
        Bilan bilan = atelier.rapprochements.bilan(0);
        for (int manche = -2; manche < MANCHES; manche++) {
            double plancher = secondes(this::parcourir);
            double temoin = secondes(this::parcourir);
            long debut = System.nanoTime();
            long id = atelier.apercu();
            double apercu = (System.nanoTime() - debut) / 1e9;
            bilan = atelier.rapprochements.bilan(id);
            atelier.rapprochements.abandonner(id);
            if (manche >= 0) {
                apercus.add(apercu);
                planchers.add(plancher);
                rapports.add(apercu / plancher);
                temoins.add(temoin / plancher);
            }
        }
        System.out.printf(
                Locale.FRENCH,
                "%nRapprochement : %d personnes, %d comptes à fermer, laissées %s ; %d manches, charge %.1f.%n"
                        + "aperçu : médiane %.2f s [%.2f–%.2f]%n"
                        + "plancher (parcourir les clés par leur index) : médiane %.3f s%n"
                        + "rapport au plancher : %.1f [%.1f–%.1f] ; bruit (témoin A/A) : %.2f [%.2f–%.2f]%n",
                personnes,
                bilan.aRegrouper(),
                bilan.laissees(),
                MANCHES,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Statistiques.quantile(apercus, 0.5),
                Statistiques.quantile(apercus, 0.25),
                Statistiques.quantile(apercus, 0.75),
                Statistiques.quantile(planchers, 0.5),
                Statistiques.quantile(rapports, 0.5),
                Statistiques.quantile(rapports, 0.25),
                Statistiques.quantile(rapports, 0.75),
                Statistiques.quantile(temoins, 0.5),
                Statistiques.quantile(temoins, 0.25),
                Statistiques.quantile(temoins, 0.75));
        valider(atelier);
    }

    private void valider(AtelierDuRapprochement atelier) {
        long id = atelier.apercu();
        long debut = System.nanoTime();
        atelier.valider(id);
        double duree = (System.nanoTime() - debut) / 1e9;
        int faites = atelier.rapprochements.bilan(id).issues().getOrDefault(IssueDUnePaire.FAITE, 0);
        double encore = secondes(atelier::apercu);
        System.out.printf(
                Locale.FRENCH,
                "validation : %d comptes fermés en %.1f s (%.1f ms chacun) ; l'aperçu suivant : %.2f s%n",
                faites,
                duree,
                1000 * duree / Math.max(1, faites),
                encore);
    }

    private static double secondes(Runnable geste) {
        long debut = System.nanoTime();
        geste.run();
        return (System.nanoTime() - debut) / 1e9;
    }

    private void parcourir() {
        DataSource source = base.source();
        try (Connection connexion = source.getConnection();
                Statement ordre = connexion.createStatement();
                ResultSet lignes = ordre.executeQuery(
                        "SELECT COUNT(*), SUM(n) FROM (SELECT COUNT(*) AS n FROM identite_responsable"
                                + " GROUP BY cle_mail, cle_prenom, cle_portable) AS g")) {
            lignes.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
