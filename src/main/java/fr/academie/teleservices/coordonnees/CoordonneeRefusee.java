package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.acces.Attente;
import org.jspecify.annotations.Nullable;

/** L'adresse mail, ou le portable, n'est pas changé ; le code dit pourquoi. */
public final class CoordonneeRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusDeCoordonnee code;
    private final int nombre;
    private final transient @Nullable Attente attente;

    CoordonneeRefusee(RefusDeCoordonnee code) {
        this(code, 0, null);
    }

    CoordonneeRefusee(RefusDeCoordonnee code, int nombre) {
        this(code, nombre, null);
    }

    /** Il faut attendre : le code du refus, et jusqu'à quand. */
    static CoordonneeRefusee attendre(RefusDeCoordonnee code, Attente attente) {
        return new CoordonneeRefusee(code, 0, attente);
    }

    private CoordonneeRefusee(RefusDeCoordonnee code, int nombre, @Nullable Attente attente) {
        super(code.name());
        this.code = code;
        this.nombre = nombre;
        this.attente = attente;
    }

    public RefusDeCoordonnee code() {
        return code;
    }

    /** Secondes à attendre (TROP_TOT), essais qui restent (CODE_FAUX) ; sinon 0. */
    public int nombre() {
        return nombre;
    }

    /** L'attente demandée (TROP_D_ENVOIS, TROP_D_ESSAIS) ; nulle si le refus n'en est pas une. */
    public @Nullable Attente attente() {
        return attente;
    }
}
