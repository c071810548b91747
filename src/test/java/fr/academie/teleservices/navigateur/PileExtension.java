package fr.academie.teleservices.navigateur;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Donne aux essais la {@link Pile}, démarrée au premier qui la demande et arrêtée après le dernier. */
final class PileExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace ESPACE = ExtensionContext.Namespace.create(PileExtension.class);

    static Pile pile(ExtensionContext contexte) {
        return contexte.getRoot().getStore(ESPACE).getOrComputeIfAbsent(Pile.class, cle -> new Pile(), Pile.class);
    }

    @Override
    public void beforeEach(ExtensionContext contexte) {
        pile(contexte).preparer();
    }

    @Override
    public void afterEach(ExtensionContext contexte) {
        pile(contexte).verifierLesEvenements();
    }

    @Override
    public boolean supportsParameter(ParameterContext parametre, ExtensionContext contexte) {
        return parametre.getParameter().getType() == Pile.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parametre, ExtensionContext contexte) {
        return pile(contexte);
    }
}
