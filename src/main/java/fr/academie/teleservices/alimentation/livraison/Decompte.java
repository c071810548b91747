package fr.academie.teleservices.alimentation.livraison;

/**
 * Ce que sont devenues les lignes d'une sorte. Toujours : lues = nouvelles + changées + inchangées + refusées + effacées.
 *
 * @param effacees celles qui, dans des différences, effacent une fiche : elle est parmi les partis
 * @param partis ce qu'on connaissait et que la livraison ne dit plus ; sauf les effacées, ce ne sont pas des lignes lues
 */
public record Decompte(
        long lues, long nouvelles, long changees, long inchangees, long refusees, long effacees, long partis) {

    /** Rien. */
    public static final Decompte ZERO = new Decompte(0, 0, 0, 0, 0, 0, 0);

    /** Vrai si aucune ligne ne s'est perdue en route. */
    public boolean juste() {
        return lues == nouvelles + changees + inchangees + refusees + effacees;
    }

    /** Combien d'écarts à appliquer. */
    public long ecarts() {
        return nouvelles + changees + partis;
    }
}
