package fr.academie.teleservices.scolarite;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Une ligne de {@code rattachement} tout entière, telle qu'un acte l'a trouvée et qu'une opposition la remet. */
public record LienGarde(
        long id,
        long responsableId,
        long eleveId,
        NiveauResponsabilite niveau,
        LienParente lien,
        EtatRattachement etat,
        Instant depuis,
        @Nullable Instant contesteLe,
        @Nullable Instant rappeleLe,
        OrigineRattachement origine,
        @Nullable Instant retireLe,
        Retrait.@Nullable Par retirePar) {

    public Qualite qualite() {
        return new Qualite(niveau, lien, etat);
    }
}
