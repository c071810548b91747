package fr.academie.teleservices.etablissement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Un compte CREE à qui l'établissement peut écrire.
 *
 * @param version celle du compte quand on l'a lu
 * @param dejaImprime vrai si un courrier a déjà fait naître son mot de passe
 * @param derniereLettre quand sa dernière lettre a été faite, par n'importe quel établissement ; vide s'il n'en est gardé aucune
 */
public record CompteAEcrire(
        long id, int version, boolean dejaImprime, @Nullable Instant derniereLettre) {}
