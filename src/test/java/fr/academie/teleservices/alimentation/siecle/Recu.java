package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.essais.ReceveurDEssai;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Garde tout ce qu'un lecteur remet, l'en-tête vérifié s'il y a de quoi. */
public final class Recu extends ReceveurDEssai implements ReceveurSiecle {

    final List<EnteteSiecle> entetes = new ArrayList<>();
    private final @Nullable ReglesDEnTete regles;

    Recu() {
        this(null);
    }

    public Recu(@Nullable ReglesDEnTete regles) {
        this.regles = regles;
    }

    @Override
    public void entete(EnteteSiecle entete) throws FichierRefuse {
        entetes.add(entete);
        if (regles != null) {
            regles.verifier(entete);
        }
    }

    /** « 14 DATE_IMPOSSIBLE ». */
    public List<String> lignesEtCodes() {
        return remarques.stream().map(r -> r.ligne() + " " + r.code()).toList();
    }

    Set<CodeRemarque> codes() {
        return Set.copyOf(remarques.stream().map(Remarque::code).toList());
    }
}
