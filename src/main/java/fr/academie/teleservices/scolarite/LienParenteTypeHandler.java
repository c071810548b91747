package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.CodeTypeHandler;

/** {@link LienParente} ↔ son code. */
public final class LienParenteTypeHandler extends CodeTypeHandler<LienParente> {

    public LienParenteTypeHandler() {
        super(LienParente.class);
    }
}
