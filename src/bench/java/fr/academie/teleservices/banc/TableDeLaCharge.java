package fr.academie.teleservices.banc;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** La table d'une course, en Markdown. */
final class TableDeLaCharge {

    private TableDeLaCharge() {}

    static String de(List<Palier> paliers, int personnes, int secondes) {
        return String.format(
                        Locale.FRENCH,
                        "%,d comptes, paliers de %d s, %d cœurs pour tous ; le dernier palier est la reprise.%n%n",
                        personnes,
                        secondes,
                        Runtime.getRuntime().availableProcessors())
                + """
                | visites/s offertes | servies | p50 | p99 | refus polis | erreurs | cœurs Java | cœurs base | calculs en attente | connexions attendues |
                |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """
                + paliers.stream().map(TableDeLaCharge::ligne).collect(Collectors.joining("\n"))
                + "\n";
    }

    static String ligne(Palier p) {
        return String.format(
                Locale.FRENCH,
                "| %.1f | %.1f | %.0f ms | %.2f s | %.1f %% | %d | %.2f | %.2f | %.0f | %.0f |",
                p.offertes(),
                p.servies(),
                1000 * p.p50(),
                p.p99(),
                100 * p.refus(),
                p.erreurs(),
                p.processeur().java(),
                p.processeur().base(),
                p.calculs(),
                p.connexions());
    }
}
