package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.scolarite.Identites.Connu;
import fr.academie.teleservices.scolarite.Identites.Constat;
import fr.academie.teleservices.scolarite.PerimetreConnu;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lit en base ce qu'une livraison comparera. Une complète parle de tout le périmètre ; des différences, de quelques numéros : lire le reste
 * leur coûterait plus que de s'appliquer.
 */
final class LectureDuSavoir {

    private static final int LOT = 1000;
    /** Au-delà, tout lire d'un trait coûte moins que de chercher chaque numéro. */
    private static final int BEAUCOUP = 100_000;

    private final PerimetreConnu perimetre;
    private final Savoir savoir = new Savoir(new Connus(), new Connus(), new LiensConnus());

    LectureDuSavoir(PerimetreConnu perimetre) {
        this.perimetre = perimetre;
    }

    /** Ce qu'elle a lu ; rien encore, peut-être. */
    Savoir savoir() {
        return savoir;
    }

    void lireTout() {
        perimetre.chaqueEleve(connu -> retenir(savoir.eleves(), connu));
        perimetre.chaquePersonne(connue -> retenir(savoir.personnes(), connue));
        perimetre.chaqueConstat(savoir.liens()::ajouter);
    }

    /** Ce qu'on sait de ceux-là : leurs fiches, et tous leurs liens dans le périmètre. */
    void lire(Nommes nommes) {
        if (nommes.combien() > BEAUCOUP) {
            lireTout();
            return;
        }
        List<Long> eleves = new ArrayList<>();
        parLots(
                nommes.eleves(),
                lot -> perimetre.elevesDeNumero(lot).forEach(connu -> {
                    retenir(savoir.eleves(), connu);
                    if (connu.lieId() != null) {
                        eleves.add(connu.lieId());
                    }
                }));
        List<Long> personnes = new ArrayList<>();
        parLots(
                nommes.personnes(),
                lot -> perimetre.personnesDeNumero(lot).forEach(connue -> {
                    retenir(savoir.personnes(), connue);
                    personnes.add(connue.id());
                }));
        parLots(eleves, lot -> perimetre.constatsDesEleves(lot).forEach(this::retenir));
        parLots(personnes, lot -> perimetre.constatsDesPersonnes(lot).forEach(this::retenir));
        savoir.liens().enTout(perimetre.nombreDeConstats());
    }

    private static void retenir(Connus connus, Connu connu) {
        connus.ajouter(connu.numero(), connu.id(), connu.lieId(), connu.empreinte(), connu.disparu());
    }

    /** Celui d'un élève et d'une personne nommés se lit deux fois. */
    private void retenir(Constat constat) {
        if (savoir.liens().place(constat.identiteId(), constat.eleveId()) == LiensConnus.INCONNU) {
            savoir.liens().ajouter(constat);
        }
    }

    private static <T> void parLots(Collection<T> tous, Consumer<List<T>> geste) {
        List<T> liste = List.copyOf(tous);
        for (int debut = 0; debut < liste.size(); debut += LOT) {
            geste.accept(liste.subList(debut, Math.min(debut + LOT, liste.size())));
        }
    }
}
