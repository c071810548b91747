package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Chromium;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Donne aux essais la {@link Pile} et le {@link Navigateur}.
 *
 * <p>Sans chromium, l'essai est sauté et le dit ; mais sous intégration continue ({@code CI=true}) il échoue. Un essai manqué laisse
 * une image de chaque écran dans {@code target/navigateur}.
 */
final class NavigateurExtension
        implements ExecutionCondition, ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final String ABSENT = "chromium est absent de cette machine : installez le paquet « chromium ».";

    private static @Nullable Navigateur navigateur;

    /** Comme la pile, gardé par la machine. */
    static synchronized Navigateur navigateur() {
        if (navigateur == null) {
            navigateur = new Navigateur(
                    Chromium.executable().orElseThrow(() -> new AssertionError(ABSENT)),
                    PileExtension.pile().adresse());
            Runtime.getRuntime().addShutdownHook(new Thread(navigateur::close));
        }
        return navigateur;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext contexte) {
        boolean exige = "true".equals(System.getenv("CI"));
        return Chromium.executable().isPresent() || exige
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled(ABSENT);
    }

    @Override
    public void beforeEach(ExtensionContext contexte) {
        PileExtension.pile().preparer();
    }

    @Override
    public void afterEach(ExtensionContext contexte) {
        Navigateur ouvert = navigateur();
        List<Visiteur> visiteurs = ouvert.visiteurs();
        try {
            if (contexte.getExecutionException().isPresent()) {
                for (int i = 0; i < visiteurs.size(); i++) {
                    visiteurs.get(i).photographier(Path.of("target/navigateur", nom(contexte) + "-" + i + ".png"));
                }
            } else {
                assertThat(visiteurs)
                        .allSatisfy(v -> assertThat(v.erreursDeConsole()).isEmpty());
            }
        } finally {
            ouvert.congedier();
        }
    }

    private static String nom(ExtensionContext contexte) {
        String classe = contexte.getRequiredTestClass().getSimpleName();
        return classe + "-" + contexte.getRequiredTestMethod().getName();
    }

    @Override
    public boolean supportsParameter(ParameterContext parametre, ExtensionContext contexte) {
        Class<?> type = parametre.getParameter().getType();
        return type == Pile.class || type == Navigateur.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parametre, ExtensionContext contexte) {
        return parametre.getParameter().getType() == Pile.class ? PileExtension.pile() : navigateur();
    }
}
