package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.Sorte;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Les listes d'un import. */
public enum ContenuDImport {
    ELEVES(Sorte.ELEVE),
    PERSONNES(Sorte.PERSONNE),
    LIENS(Sorte.LIEN),
    /** Ce qui a été refusé ou signalé, de quelque sorte que ce soit. */
    REMARQUES(null);

    private final @Nullable Sorte sorte;

    ContenuDImport(@Nullable Sorte sorte) {
        this.sorte = sorte;
    }

    /** La sorte de ses lignes ; vide si elles sont de toutes. */
    public Optional<Sorte> sorte() {
        return Optional.ofNullable(sorte);
    }
}
