package fr.academie.teleservices.agent;

import fr.academie.teleservices.journal.Profil;
import org.jspecify.annotations.Nullable;

/**
 * Un agent et l'un de ses établissements.
 *
 * @param uai nul s'il n'en a aucun
 * @param prouve faux si, sous cet identifiant, seul un responsable a un mot de passe : le CAS n'a pu prouver que lui
 */
public record LigneAgent(
        Profil profil,
        String nom,
        String prenom,
        @Nullable String mail,
        @Nullable String uai,
        boolean chef,
        boolean prouve) {}
