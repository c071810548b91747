package fr.academie.teleservices.banc;

/**
 * Ce qu'un palier a donné.
 *
 * @param offertes visites par seconde, qu'elles soient servies ou non
 * @param servies visites menées à leur terme, par seconde
 * @param p50 temps d'un geste, s
 * @param p99 de même
 * @param refus part des gestes refusés poliment
 * @param erreurs gestes qui n'ont donné ni ce qu'ils devaient ni un refus poli
 * @param processeur cœurs occupés par le serveur, le CAS et le client ; puis par la base
 * @param calculs mots de passe qui attendent leur calcul, au plus fort
 * @param connexions demandes qui attendent une connexion à la base, au plus fort
 */
record Palier(
        double offertes,
        double servies,
        double p50,
        double p99,
        double refus,
        long erreurs,
        Processeur processeur,
        double calculs,
        double connexions) {

    private static final double LENT = 5;
    private static final double REFUSE = 0.01;

    /** Vrai si la machine ne suit plus : des refus, ou des réponses que personne n'attendrait. */
    boolean sature() {
        return refus > REFUSE || p99 > LENT || servies < 0.7 * offertes;
    }
}
