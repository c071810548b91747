package fr.academie.teleservices.historique;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.FicheCompte;
import fr.academie.teleservices.regroupement.RegroupementEnregistre;
import fr.academie.teleservices.scolarite.Enfant;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Ce que le service garde sur le titulaire d'un compte, lu d'un coup pour être copié.
 *
 * @param enfants ceux qui sont encore rattachés au compte
 * @param faits les plus récents de son histoire ; {@code faitsEnTout} compte aussi ceux qui n'y sont pas
 * @param traitement à chaque question du droit d'accès, sa réponse, dans l'ordre où les dire
 */
record DonneesDuTitulaire(
        Instant etabliLe,
        Compte compte,
        FicheCompte fiche,
        List<Enfant> enfants,
        List<RegroupementEnregistre> regroupements,
        List<Fait> faits,
        long faitsEnTout,
        Map<String, String> traitement) {}
