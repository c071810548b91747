package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.scolarite.Identites.Constat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ce que des différences retirent, tout de suite : les fiches qu'elles effacent, les liens de ces fiches, et ceux qu'un élève n'a plus quand
 * elles disent tous les siens.
 */
public final class Differences {

    private final Savoir savoir;
    private final Comptage comptage;
    /** Places, dans ce qu'on sait, des fiches effacées. */
    private final Set<Integer> elevesRetires = new HashSet<>();

    private final Set<Integer> personnesRetirees = new HashSet<>();
    /** Élèves, par leur clé, dont tous les liens sont dits. */
    private final Set<Long> elevesDits = new HashSet<>();

    Differences(Savoir savoir, Comptage comptage) {
        this.savoir = savoir;
        this.comptage = comptage;
    }

    /** Un élève est effacé ; faux s'il n'est pas connu. */
    public boolean retirerUnEleve(String numero) {
        return retirer(Sorte.ELEVE, savoir.eleves().place(numero), elevesRetires);
    }

    /** Une personne est effacée ; faux si elle n'est pas connue. */
    public boolean retirerUnePersonne(String numero) {
        return retirer(Sorte.PERSONNE, savoir.personnes().place(numero), personnesRetirees);
    }

    private boolean retirer(Sorte sorte, int place, Set<Integer> retires) {
        boolean connue = place != Connus.INCONNU && retires.add(place);
        if (connue) {
            comptage.retire(sorte);
        }
        return connue;
    }

    /** Les liens qui suivent pour cet élève sont tous les siens : ceux qui ne sont pas redits partent. */
    public void seulsLiens(String numero) {
        int place = savoir.eleves().place(numero);
        if (place != Connus.INCONNU) {
            elevesDits.add(savoir.eleves().lie(place));
        }
    }

    boolean eleveRetire(String numero) {
        return elevesRetires.contains(savoir.eleves().place(numero));
    }

    boolean personneRetiree(String numero) {
        return personnesRetirees.contains(savoir.personnes().place(numero));
    }

    /** Les identités des élèves effacés. */
    List<Long> elevesRetires() {
        return elevesRetires.stream().sorted().map(savoir.eleves()::id).toList();
    }

    List<Long> personnesRetirees() {
        return personnesRetirees.stream().sorted().map(savoir.personnes()::id).toList();
    }

    /** Les constats que ces différences font disparaître. */
    List<Constat> liensRetires() {
        Set<Long> personnes = new HashSet<>(personnesRetirees());
        Set<Long> eleves = new HashSet<>();
        elevesRetires.forEach(place -> eleves.add(savoir.eleves().lie(place)));
        if (personnes.isEmpty() && eleves.isEmpty() && elevesDits.isEmpty()) {
            return List.of();
        }
        List<Constat> retires = new ArrayList<>();
        LiensConnus liens = savoir.liens();
        for (int place = 0; place < liens.places(); place++) {
            if (liens.existe(place)) {
                Constat constat = liens.constat(place);
                boolean avecSaFiche = personnes.contains(constat.identiteId()) || eleves.contains(constat.eleveId());
                if (avecSaFiche || (elevesDits.contains(constat.eleveId()) && liens.parti(place))) {
                    retires.add(constat);
                }
            }
        }
        return retires;
    }
}
