package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.acces.Attente;
import org.jspecify.annotations.Nullable;

/** L'adresse mail n'est pas changée ; le code dit pourquoi. */
public final class MailRefuse extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusMail code;
    private final int nombre;
    private final transient @Nullable Attente attente;

    MailRefuse(RefusMail code) {
        this(code, 0, null);
    }

    MailRefuse(RefusMail code, int nombre) {
        this(code, nombre, null);
    }

    /** Il faut attendre : le code du refus, et jusqu'à quand. */
    static MailRefuse attendre(RefusMail code, Attente attente) {
        return new MailRefuse(code, 0, attente);
    }

    private MailRefuse(RefusMail code, int nombre, @Nullable Attente attente) {
        super(code.name());
        this.code = code;
        this.nombre = nombre;
        this.attente = attente;
    }

    public RefusMail code() {
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
