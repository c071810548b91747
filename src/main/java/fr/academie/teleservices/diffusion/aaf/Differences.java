package fr.academie.teleservices.diffusion.aaf;

import fr.academie.teleservices.diffusion.aaf.AnnuaireMapper.Diffusee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ce qui sépare ce qui est de ce qui a été dit. Un numéro qui change est un retrait et un ajout.
 *
 * @param toutes celles qui ont un numéro, changées ou non
 * @param retirees les numéros de celles qui ne sont plus
 * @param aOter leurs clés, sauf si une fiche neuve les reprend
 * @param sansNumero combien ne peuvent pas se dire
 */
record Differences(
        List<FicheDite> toutes,
        List<FicheDite> neuves,
        List<FicheDite> changees,
        List<String> retirees,
        List<Long> aOter,
        int sansNumero) {

    /** Entre les fiches et celles déjà dites, jusqu'à cette clé comprise. */
    static Differences entre(List<FicheDite> dites, List<Diffusee> connues, long borne) {
        Map<Long, Diffusee> restantes = new LinkedHashMap<>();
        connues.stream().filter(connue -> connue.cle() <= borne).forEach(c -> restantes.put(c.cle(), c));
        List<FicheDite> toutes = new ArrayList<>();
        List<FicheDite> neuves = new ArrayList<>();
        List<FicheDite> changees = new ArrayList<>();
        List<String> retirees = new ArrayList<>();
        int sansNumero = 0;
        for (FicheDite fiche : dites) {
            if (fiche.cle() > borne) {
                break;
            }
            String numero = fiche.numero();
            if (numero == null) {
                sansNumero++;
                continue;
            }
            toutes.add(fiche);
            Diffusee connue = restantes.remove(fiche.cle());
            if (connue == null) {
                neuves.add(fiche);
            } else if (!connue.numero().equals(numero)) {
                retirees.add(connue.numero());
                neuves.add(fiche);
            } else if (!connue.empreinte().equals(fiche.empreinte())) {
                changees.add(fiche);
            }
        }
        restantes.values().forEach(perdue -> retirees.add(perdue.numero()));
        return new Differences(toutes, neuves, changees, retirees, List.copyOf(restantes.keySet()), sansNumero);
    }
}
