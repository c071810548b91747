package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.Numeros;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.util.EnumMap;
import java.util.Map;

/** Les liens déjà remis, par niveau : le même couple ne repasse que s'il est plus fort. */
final class CouplesVus {

    private final Map<NiveauResponsabilite, Numeros> parNiveau = new EnumMap<>(NiveauResponsabilite.class);

    /** Vrai si ce couple a déjà été dit, à quelque niveau que ce soit. */
    boolean connait(LienLu lien) {
        String couple = lien.eleve() + '/' + lien.personne();
        return parNiveau.values().stream().anyMatch(vus -> vus.contient(couple));
    }

    /** Retient ce lien ; faux s'il a déjà été dit, aussi fort ou plus. */
    boolean plusFort(LienLu lien) {
        String couple = lien.eleve() + '/' + lien.personne();
        boolean deja = parNiveau.entrySet().stream()
                .anyMatch(vus -> !lien.niveau().plusFortQue(vus.getKey())
                        && vus.getValue().contient(couple));
        return !deja
                && parNiveau
                        .computeIfAbsent(lien.niveau(), niveau -> new Numeros())
                        .ajouter(couple);
    }
}
