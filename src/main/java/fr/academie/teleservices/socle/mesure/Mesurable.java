package fr.academie.teleservices.socle.mesure;

import java.util.List;

/** Un service qui a des chiffres à montrer ; CDI les trouve tous. */
public interface Mesurable {

    /** Ses chiffres ; les demander ne lit encore rien. */
    List<Mesure> mesures();
}
