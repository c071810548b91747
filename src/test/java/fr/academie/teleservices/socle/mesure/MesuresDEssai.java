package fr.academie.teleservices.socle.mesure;

import java.util.List;

/** Les mesures de services qu'un essai assemble lui-même. */
public final class MesuresDEssai {

    private MesuresDEssai() {}

    public static Mesures de(List<Mesurable> sources) {
        return new Mesures(sources);
    }
}
