package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.lignee.Parente;
import fr.academie.teleservices.rapprochement.Paire.Couple;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Ce que l'on sait de comptes ouverts, et qui peut s'opposer à ce qu'on les rapproche.
 *
 * @param eleves ceux de chacun, par un lien qui vit ou par ce que des sources en disent
 * @param contestes les comptes dont un lien est contesté
 * @param dementis les élèves de qui le titulaire a dit n'être pas le représentant, et l'établissement lui a donné raison
 * @param ecartees les paires que leur titulaire a écartées, à travers toute la chaîne des regroupements
 */
record Faits(
        Map<Long, CompteEnCause> comptes,
        Map<Long, Set<Long>> eleves,
        Set<Long> contestes,
        Map<Long, Set<Long>> dementis,
        Map<Long, Parente> parentes,
        Set<Couple> ecartees) {

    boolean estRompue(long un, long autre) {
        return parentes.getOrDefault(un, Parente.AUCUNE).separes().contains(autre);
    }

    boolean estEcartee(long un, long autre) {
        return ecartees.contains(Couple.de(un, autre));
    }

    boolean estContestee(long un, long autre) {
        return contestes.contains(un) || contestes.contains(autre);
    }

    /** Vrai si l'un a un élève que l'autre a fait démentir. */
    boolean estDementie(long un, long autre) {
        return !Collections.disjoint(elevesDe(un), dementis.getOrDefault(autre, Set.of()))
                || !Collections.disjoint(elevesDe(autre), dementis.getOrDefault(un, Set.of()));
    }

    boolean ontUnMemeEleve(long un, long autre) {
        return !Collections.disjoint(elevesDe(un), elevesDe(autre));
    }

    private Set<Long> elevesDe(long compte) {
        return eleves.getOrDefault(compte, Set.of());
    }
}
