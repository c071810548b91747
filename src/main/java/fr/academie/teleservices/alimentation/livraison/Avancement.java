package fr.academie.teleservices.alimentation.livraison;

/**
 * Jusqu'où une livraison validée s'est appliquée. Se relit à tout moment : ni une page rechargée, ni un serveur redémarré ne le perd.
 *
 * @param faits combien d'écarts sont appliqués
 * @param total combien il y en a
 */
public record Avancement(EtatLivraison etat, long faits, long total) {

    /** De 0 à 100 ; 100 quand elle est appliquée. */
    public int pourcent() {
        return etat == EtatLivraison.APPLIQUEE || total == 0 ? 100 : (int) Math.min(99, faits * 100 / total);
    }
}
