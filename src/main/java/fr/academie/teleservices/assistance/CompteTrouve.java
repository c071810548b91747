package fr.academie.teleservices.assistance;

import fr.academie.teleservices.compte.Compte;
import org.jspecify.annotations.Nullable;

/**
 * Un compte qu'une recherche a trouvé.
 *
 * @param id clé du compte : sans elle, MyBatis confondrait deux comptes aux mêmes enfants
 * @param enfants prénoms et établissements de ses élèves, liens retirés exceptés ; nul s'il n'en a pas
 */
public record CompteTrouve(long id, Compte compte, @Nullable String enfants) {}
