package fr.academie.teleservices.essais;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Après chaque essai de la suite, sans qu'il ait à le demander : les événements laissés dans la base d'essai sont conformes à leur
 * schéma.
 */
public final class EvenementsConformes implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext contexte) {
        BaseDEssai.verifierLesEvenements();
    }
}
