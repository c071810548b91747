package fr.academie.teleservices.assistance.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Une ligne du journal d'un compte, dite en mots.
 *
 * @param quoi ce qui s'est passé
 * @param nomme le compte ou l'élève que {@code quoi} cite ; nul si la phrase ne nomme personne
 * @param pourquoi la raison d'un refus et ce qu'on peut en dire au téléphone ; vide si ce n'en est pas un
 * @param code l'action du journal, et la raison d'un refus
 * @param par qui a agi : son identifiant et son profil
 * @param identifiant l'identifiant que {@code par} cite
 */
public record LigneDeChronologie(
        Instant instant,
        String quoi,
        @Nullable String nomme,
        String pourquoi,
        String code,
        String par,
        String identifiant,
        @Nullable String adresse) {}
