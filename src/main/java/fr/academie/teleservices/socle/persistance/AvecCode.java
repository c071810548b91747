package fr.academie.teleservices.socle.persistance;

/** Une constante que la base et les nomenclatures nationales désignent par un nombre. */
public interface AvecCode {

    int code();

    /** Celle de ces constantes qui a ce code ; un code inconnu est une erreur, jamais un nul. */
    static <E extends Enum<E> & AvecCode> E lue(E[] constantes, int code) {
        for (E constante : constantes) {
            if (constante.code() == code) {
                return constante;
            }
        }
        throw new IllegalStateException("Code inconnu en base : " + code + ".");
    }
}
