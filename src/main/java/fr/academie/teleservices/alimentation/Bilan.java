package fr.academie.teleservices.alimentation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ce qu'un lecteur a lu, par sorte. Toujours : lu = gardé + refusé. */
public final class Bilan {

    private final Map<Sorte, Compteurs> parSorte = Arrays.stream(Sorte.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    sorte -> new Compteurs(),
                    (un, autre) -> un,
                    () -> new EnumMap<>(Sorte.class)));

    private static final class Compteurs {
        private long lus;
        private long gardes;
        private long refuses;
    }

    /** Des lignes lues, et refusées avant même que l'on sache de quelle fiche elles parlent. */
    public void refusees(Sorte sorte, long combien) {
        compteurs(sorte).lus += combien;
        compteurs(sorte).refuses += combien;
    }

    void lu(Sorte sorte) {
        compteurs(sorte).lus++;
    }

    void garde(Sorte sorte) {
        compteurs(sorte).gardes++;
    }

    void refuse(Sorte sorte) {
        compteurs(sorte).refuses++;
    }

    /** Une ligne gardée laisse sa place à une autre. */
    void remplace(Sorte sorte) {
        compteurs(sorte).gardes--;
        compteurs(sorte).refuses++;
    }

    /** Ajoute ce qu'un autre lecteur a compté. */
    public void ajouter(Bilan autre) {
        autre.parSorte.forEach((sorte, siens) -> {
            Compteurs miens = compteurs(sorte);
            miens.lus += siens.lus;
            miens.gardes += siens.gardes;
            miens.refuses += siens.refuses;
        });
    }

    public long lus(Sorte sorte) {
        return compteurs(sorte).lus;
    }

    public long gardes(Sorte sorte) {
        return compteurs(sorte).gardes;
    }

    public long refuses(Sorte sorte) {
        return compteurs(sorte).refuses;
    }

    /** Vrai si aucune ligne ne s'est perdue en route. */
    public boolean juste() {
        return parSorte.values().stream().allMatch(c -> c.lus == c.gardes + c.refuses);
    }

    private Compteurs compteurs(Sorte sorte) {
        Compteurs compteurs = parSorte.get(sorte);
        if (compteurs == null) {
            throw new IllegalStateException(sorte.name());
        }
        return compteurs;
    }
}
