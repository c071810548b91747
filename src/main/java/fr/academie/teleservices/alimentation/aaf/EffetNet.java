package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.aaf.FicheAaf.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Ce qu'une suite de demandes fait en tout à chaque fiche. Retirer puis ajouter est un changement ; ajouter puis modifier, un ajout ; modifier
 * deux fois, une modification. L'ordre est celui des fichiers.
 */
public final class EffetNet {

    private record Cle(Categorie categorie, String id) {}

    private final Map<Cle, FicheAaf> parFiche = new LinkedHashMap<>();
    private final Consumer<Remarque> remarques;

    public EffetNet(Consumer<Remarque> remarques) {
        this.remarques = remarques;
    }

    /** La demande suivante. */
    public void ajouter(FicheAaf fiche) {
        Cle cle = new Cle(fiche.categorie(), fiche.id());
        FicheAaf avant = parFiche.get(cle);
        if (avant == null || fiche.operation() != Operation.MODIFICATION) {
            parFiche.put(cle, fiche);
        } else if (avant.operation() == Operation.RETRAIT) {
            remarques.accept(new Remarque(
                    CodeRemarque.FICHE_INCONNUE,
                    fiche.fichier(),
                    fiche.ligne(),
                    fiche.categorie().sorte(),
                    fiche.id(),
                    List.of()));
        } else {
            parFiche.put(cle, modifiee(avant, fiche));
        }
    }

    /** Une demande par fiche, dans l'ordre où chacune est apparue. */
    public Collection<FicheAaf> demandes() {
        return List.copyOf(parFiche.values());
    }

    /** Un ajout modifié reste entier : une valeur vide y efface, sauf un nom ou un prénom, qu'une fiche ne peut pas perdre. */
    private static FicheAaf modifiee(FicheAaf avant, FicheAaf modification) {
        Map<Attribut, List<String>> valeurs = new EnumMap<>(Attribut.class);
        valeurs.putAll(avant.valeurs());
        modification.valeurs().forEach((attribut, nouvelles) -> {
            if (!nouvelles.isEmpty() || !NE_S_EFFACENT_PAS.contains(attribut)) {
                valeurs.put(attribut, new ArrayList<>(nouvelles));
            }
        });
        return avant.avec(avant.operation(), valeurs, modification);
    }

    /** Un nom ou un prénom vide ne dit rien. */
    static final List<Attribut> NE_S_EFFACENT_PAS = List.of(Attribut.NOM_PATRONYMIQUE, Attribut.NOM, Attribut.PRENOM);
}
