package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Un jeu de fichiers reçu une fois, et où il en est. Qui en tient une l'a obtenue de {@link LivraisonService} pour les périmètres qui sont
 * les siens : c'est elle, et jamais un numéro venu d'une page, que l'on valide ou abandonne.
 *
 * @param perimetre une UAI pour SIECLE, une académie et un degré pour l'annuaire
 * @param annee celle où l'année scolaire commence ; nulle si la source n'en dit rien
 * @param produiteLe l'horodatage que les fichiers portent
 * @param empreinte celle de son contenu, en 64 chiffres hexadécimaux : deux remises qui ont la même n'en font qu'une
 * @param fichiers leurs noms, comme on les a remis
 * @param recueDe l'identifiant de l'agent, ou le nom de la commande
 * @param confirmeeLe nulle tant que personne ne l'a validée
 * @param finieLe nulle tant qu'elle retient son périmètre
 */
public record Livraison(
        long id,
        Source source,
        String perimetre,
        NatureLivraison nature,
        @Nullable Integer annee,
        Instant produiteLe,
        String empreinte,
        List<String> fichiers,
        EtatLivraison etat,
        Instant recueLe,
        String recueDe,
        @Nullable Instant confirmeeLe,
        @Nullable String confirmeeDe,
        @Nullable Instant finieLe,
        Compteurs compteurs) {

    public Livraison {
        fichiers = List.copyOf(fichiers);
    }
}
