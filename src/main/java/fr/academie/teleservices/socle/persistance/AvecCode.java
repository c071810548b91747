package fr.academie.teleservices.socle.persistance;

/** Une constante que la base et les nomenclatures nationales désignent par un nombre. */
public interface AvecCode {

    int code();
}
