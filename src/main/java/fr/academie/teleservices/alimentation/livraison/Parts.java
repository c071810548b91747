package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.compte.CreationDeComptes;
import fr.academie.teleservices.compte.Identite;

/**
 * Les rangs des personnes d'une livraison, en parts : celles dont les comptes auront le même identifiant, au numéro près, sont de la même. Menées
 * chacune par un fil, les parts ne s'attendent pas l'une l'autre. Celles qui partent sont au rang d'après.
 */
final class Parts {

    /** Plus que de fils : une part moins dense que les autres n'en laisse pas un seul finir. */
    static final int COMBIEN = 8;

    private static final int BITS = 40;

    private Parts() {}

    /** La part d'une personne ; d'un foyer ou d'un service, qui n'aura pas de compte, la première. */
    static int de(PersonneLue lue) {
        return lue.prenom() == null
                ? 0
                : CreationDeComptes.part(new Identite(lue.nomFamille(), lue.nomUsage(), lue.prenom()), COMBIEN);
    }

    /** @param suite moins de 2<sup>40</sup> */
    static long rang(int part, long suite) {
        return ((long) part << BITS) | suite;
    }

    /** Le dernier rang qui précède une part. */
    static long avant(int part) {
        return rang(part, 0) - 1;
    }

    /** Vrai si des rangs jusqu'à celui-ci sont en parts. */
    static boolean enSont(long rang) {
        return rang > avant(1);
    }
}
