package fr.academie.teleservices.compte;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Le portable du compte, que son titulaire a confirmé par un code à cet instant ; au format E.164.
 *
 * @param langue celle que garde le compte ; nulle s'il n'en a pas choisi
 */
public record TelephoneConfirme(
        String numero, Instant le, @Nullable String langue) {}
