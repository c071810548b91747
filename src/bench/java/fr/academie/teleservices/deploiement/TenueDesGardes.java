package fr.academie.teleservices.deploiement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code mvn -Ptenue -Dtenue.gardes} : les gardes du regroupement retirées une à une, sur le vrai WAR, parmi des familles qui se croisent. Ce
 * qui casse doit être vu du vérificateur, ou il ne vaut rien et l'essai échoue ; d'abord, rien n'étant retiré, il ne voit rien.
 * {@code -Dtenue.gardes=SANS_VERROU,…} n'en retire que quelques-unes.
 */
public final class TenueDesGardes {

    private static final String EN_MEMOIRE = "base.en.memoire";
    private static final int PARENTS = 6;
    private static final int MANCHES = 5;
    private static final long MANCHE = 15_000;

    private TenueDesGardes() {}

    public static void main(String[] arguments) throws Exception {
        String voulues = System.getProperty("tenue.gardes", "").toUpperCase(Locale.ROOT);
        List<Garde> gardes = voulues.isEmpty() || voulues.equals("TRUE")
                ? List.of(Garde.values())
                : Arrays.stream(voulues.split(",", -1)).map(Garde::valueOf).toList();
        List<String> aveugles = new ArrayList<>();
        String enMemoire = System.getProperty(EN_MEMOIRE, "false");
        for (Garde garde : gardes) {
            System.setProperty(EN_MEMOIRE, garde.veutUnDisque() ? "false" : enMemoire);
            eprouver(garde, aveugles);
        }
        if (!aveugles.isEmpty()) {
            throw new AssertionError("le vérificateur ne vaut rien : " + aveugles);
        }
        System.out.println("Le vérificateur a vu chaque garde qui manquait.");
    }

    private static void eprouver(Garde garde, List<String> aveugles) throws Exception {
        Path war = garde.war(Installation.war(), Path.of("target/deploiement").toAbsolutePath());
        try (PileDeTenue pile = PileDeTenue.demarrer("garde-" + garde, war, 1, garde.scenes())) {
            garde.retirer(pile);
            List<String> vues = List.of();
            int manches = 0;
            while (manches < (garde.doitSeVoir() ? MANCHES : 1) && vues.isEmpty()) {
                manches++;
                pile.pendantQueLesFamillesViennent(PARENTS, () -> {
                    dormir();
                    garde.frapper(pile);
                });
                pile.attendreLaSante();
                vues = pile.violations();
            }
            boolean bon = vues.isEmpty() != garde.doitSeVoir();
            System.out.printf(
                    "%s (%s) : %s, en %d manches de %d s ; %s%n",
                    garde,
                    garde.quoi(),
                    vues.isEmpty()
                            ? "aucune violation"
                            : vues.size() + " violations, dont « " + abreger(vues.get(0)) + " » et « "
                                    + abreger(vues.get(vues.size() - 1)) + " »",
                    manches,
                    MANCHE / 1_000,
                    pile.foule);
            if (!bon) {
                aveugles.add(garde + " : " + vues);
            }
        }
    }

    private static void dormir() throws InterruptedException {
        Thread.sleep(MANCHE);
    }

    private static String abreger(String violation) {
        String ligne = violation.replaceAll("\\s+", " ");
        return ligne.substring(0, Math.min(180, ligne.length()));
    }
}
