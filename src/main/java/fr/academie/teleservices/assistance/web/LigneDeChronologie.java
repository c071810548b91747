package fr.academie.teleservices.assistance.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Une ligne du journal d'un compte, dite en mots.
 *
 * @param quoi ce qui s'est passé
 * @param pourquoi la raison d'un refus et ce qu'on peut en dire au téléphone ; vide si ce n'en est pas un
 * @param code l'action du journal, et la raison d'un refus
 * @param par qui a agi : son identifiant et son profil
 */
public record LigneDeChronologie(
        Instant instant,
        String quoi,
        String pourquoi,
        String code,
        String par,
        @Nullable String adresse) {}
