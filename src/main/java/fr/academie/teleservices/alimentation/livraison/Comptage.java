package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.Sorte;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ce que deviennent les lignes d'une livraison pendant sa lecture. Ce qui est lu vient du lecteur, ce qui diffère se compte en base, ce qui ne
 * change pas ou se refuse ici : si l'un des trois se trompe, le décompte ne tombe plus juste.
 */
final class Comptage {

    private final Map<Sorte, long[]> inchanges = new EnumMap<>(Sorte.class);
    private final Map<Sorte, long[]> refuses = new EnumMap<>(Sorte.class);
    private final Map<Sorte, long[]> retires = new EnumMap<>(Sorte.class);
    private final Map<Ecart, long[]> classes = new EnumMap<>(Ecart.class);
    private long enAttente;

    void inchange(Sorte sorte) {
        inchanges(sorte, 1);
    }

    void inchanges(Sorte sorte, int combien) {
        ajouter(inchanges, sorte, combien);
    }

    /** Une ligne comptée inchangée a été remplacée par une autre. */
    void plusInchange(Sorte sorte) {
        inchanges(sorte, -1);
    }

    /** Une ligne que le lecteur avait gardée est refusée. */
    void refuse(Sorte sorte) {
        ajouter(refuses, sorte, 1);
    }

    /** Une ligne efface une fiche. */
    void retire(Sorte sorte) {
        ajouter(retires, sorte, 1);
    }

    /** Un lien dont la fiche vient de disparaître attend d'être retiré. */
    void attend() {
        enAttente++;
    }

    /** Les classes suivent le sort de leur élève. */
    void classes(Ecart ecart, int combien) {
        ajouter(classes, ecart, combien);
    }

    Compteurs compteurs(Bilan bilan, List<EcartMapper.Compte> ecarts, long liensConnus) {
        Map<Sorte, Decompte> parSorte = new EnumMap<>(Sorte.class);
        for (Sorte sorte : Sorte.values()) {
            long lues = bilan.lus(sorte);
            parSorte.put(
                    sorte,
                    new Decompte(
                            lues,
                            ecarts(ecarts, sorte, Ecart.NOUVEAU),
                            ecarts(ecarts, sorte, Ecart.CHANGE),
                            lire(inchanges, sorte),
                            bilan.refuses(sorte) + lire(refuses, sorte),
                            lire(retires, sorte),
                            ecarts(ecarts, sorte, Ecart.PARTI)));
        }
        Map<Sorte, Long> reconnues = ecarts.stream()
                .filter(c -> c.reconnus() > 0)
                .collect(Collectors.toMap(EcartMapper.Compte::sorte, EcartMapper.Compte::reconnus, Long::sum));
        return new Compteurs(parSorte, reconnues, liensConnus, enAttente);
    }

    private long ecarts(List<EcartMapper.Compte> ecarts, Sorte sorte, Ecart ecart) {
        return sorte == Sorte.CLASSE
                ? lire(classes, ecart)
                : ecarts.stream()
                        .filter(c -> c.sorte() == sorte && c.ecart() == ecart)
                        .mapToLong(EcartMapper.Compte::combien)
                        .sum();
    }

    private static <K> void ajouter(Map<K, long[]> comptes, K cle, int combien) {
        comptes.computeIfAbsent(cle, k -> new long[1])[0] += combien;
    }

    private static <K> long lire(Map<K, long[]> comptes, K cle) {
        long[] compte = comptes.get(cle);
        return compte == null ? 0 : compte[0];
    }
}
