package fr.academie.teleservices.scolarite;

import org.jspecify.annotations.Nullable;

/**
 * Ce par quoi un autre service connaît un élève ; jamais sa clé en base, qui ne dit rien qu'à nous.
 *
 * @param identifiant celui de son compte ; nul s'il n'en a pas
 * @param uai établissement de son inscription principale
 */
public record ReferenceEleve(@Nullable String identifiant, String uai) {}
