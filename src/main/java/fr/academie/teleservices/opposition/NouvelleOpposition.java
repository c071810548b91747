package fr.academie.teleservices.opposition;

import fr.academie.teleservices.socle.securite.Jeton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un acte à annoncer : ce que le fragment {@code ouverture} écrit, et les liens à mettre dans les courriels.
 *
 * @param liens un par adresse à prévenir ; vide si aucune n'est sûre, et rien ne s'écrit alors
 */
public record NouvelleOpposition(
        Changement acte,
        long responsableId,
        @Nullable Long autreId,
        @Nullable String uai,
        @Nullable UUID reference,
        Instant creeLe,
        Instant expireLe,
        List<Lien> liens) {

    public NouvelleOpposition {
        liens = List.copyOf(liens);
    }

    /** Le lien envoyé à une adresse d'un compte. */
    public record Lien(long compteId, String mail, Jeton jeton) {

        /** Ce que la base en garde. */
        public String empreinte() {
            return jeton.empreinte();
        }
    }
}
