package fr.academie.teleservices.navigateur;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Donne aux essais la {@link Pile}, démarrée au premier qui la demande et arrêtée avec la machine.
 *
 * <p>Gardée par la machine et non par la racine de JUnit : Maven donne à ses processus une classe à la fois, chacune sous une racine
 * neuve, et la pile démarrerait autant de fois.
 */
final class PileExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static @Nullable Pile pile;

    static synchronized Pile pile() {
        if (pile == null) {
            pile = new Pile();
            Runtime.getRuntime().addShutdownHook(new Thread(pile::close));
        }
        return pile;
    }

    @Override
    public void beforeEach(ExtensionContext contexte) {
        pile().preparer();
    }

    @Override
    public void afterEach(ExtensionContext contexte) {
        pile().apaiserLeCas();
        pile().verifierLesTraces();
    }

    @Override
    public boolean supportsParameter(ParameterContext parametre, ExtensionContext contexte) {
        return parametre.getParameter().getType() == Pile.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parametre, ExtensionContext contexte) {
        return pile();
    }
}
