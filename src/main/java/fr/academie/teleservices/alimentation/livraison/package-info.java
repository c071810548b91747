/**
 * Le moteur des imports : ce qu'un fichier dit est comparé à ce qu'on en sait, montré, puis appliqué par lots qui se reprennent. SIECLE et
 * l'annuaire y passent tous les deux.
 */
@NullMarked
@TablesEcrites({
    "livraison",
    "livraison_remarque",
    "livraison_etablissement",
    "livraison_eleve",
    "livraison_personne",
    "livraison_lien",
    "livraison_compte",
    "livraison_tranche"
})
package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
