package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.socle.mesure.Mesurable;
import fr.academie.teleservices.socle.mesure.Mesure;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Où en sont les imports, tous périmètres ensemble. */
@Singleton
public final class MesuresDesImports implements Mesurable {

    private final LivraisonMapper livraisons;

    @Inject
    public MesuresDesImports(Transactions transactions) {
        this.livraisons = transactions.mapper(LivraisonMapper.class);
    }

    /**
     * {@code importsEnLecture} et {@code importsEnCours} : ceux qui se lisent, ceux qui s'appliquent ; {@code importsAValider} : lus, ils
     * attendent quelqu'un ; {@code importsAppliques} et {@code importsRefuses} : parmi ceux que la conservation garde.
     */
    @Override
    public List<Mesure> mesures() {
        return List.of(
                mesure("importsEnLecture", EtatLivraison.RECUE),
                mesure("importsAValider", EtatLivraison.LUE),
                mesure("importsEnCours", EtatLivraison.CONFIRMEE),
                mesure("importsAppliques", EtatLivraison.APPLIQUEE),
                mesure("importsRefuses", EtatLivraison.REFUSEE));
    }

    private Mesure mesure(String nom, EtatLivraison etat) {
        return new Mesure(nom, () -> livraisons.enEtat(etat));
    }
}
