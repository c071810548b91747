package fr.academie.teleservices.diffusion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Où en est un service abonné.
 *
 * @param reposJusquA rien ne lui est remis avant ; nul s'il ne se repose pas
 * @param faute ce qui le fait se reposer
 * @param enAttente ce qui lui reste à remettre
 * @param parquees mis de côté après plusieurs refus
 * @param plusAncienne l'instant du plus ancien événement qui l'attend
 */
public record EtatDUnAbonne(
        String nom,
        @Nullable Instant reposJusquA,
        @Nullable FauteDeRemise faute,
        int enAttente,
        int parquees,
        @Nullable Instant plusAncienne) {}
