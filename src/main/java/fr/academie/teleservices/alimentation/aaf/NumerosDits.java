package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.Champs;
import fr.academie.teleservices.alimentation.LigneRefusee;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.Nommes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Les numéros que des différences disent : de leurs fiches, des personnes de leurs liens, lisibles ou non, et de ce qui s'y refuse. */
final class NumerosDits {

    private final Set<String> eleves = new HashSet<>();
    private final Set<String> personnes = new HashSet<>();

    private NumerosDits() {}

    static Nommes de(List<FicheAaf> demandes, List<Remarque> remarques) {
        NumerosDits dits = new NumerosDits();
        demandes.forEach(dits::ajouter);
        remarques.forEach(dits::ajouter);
        return new Nommes(dits.eleves, dits.personnes);
    }

    private void ajouter(FicheAaf fiche) {
        switch (fiche.categorie()) {
            case ETABLISSEMENT -> {
                // Les établissements se lisent tous : ils sont peu.
            }
            case PERSONNE -> personnes.add(fiche.id());
            case ELEVE -> {
                eleves.add(fiche.id());
                fiche.toutes(Attribut.RESPONSABLES).forEach(this::ajouterUnLien);
                fiche.toutes(Attribut.AUTORITE_PARENTALE).forEach(this::ajouterUnLien);
            }
        }
    }

    private void ajouterUnLien(String lien) {
        String brut = LienAaf.numeroDePersonne(lien);
        personnes.add(brut);
        try {
            personnes.add(Champs.exige(Champ.NUMERO, brut));
        } catch (LigneRefusee sansNumero) {
            // Le lien sera refusé en le traduisant, sous ce qui en a été lu.
            personnes.add(lien);
        }
    }

    private void ajouter(Remarque remarque) {
        String numero = remarque.numero();
        if (numero != null && remarque.sorte() == Sorte.ELEVE) {
            eleves.add(numero);
        } else if (numero != null && remarque.sorte() == Sorte.PERSONNE) {
            personnes.add(numero);
        }
    }
}
