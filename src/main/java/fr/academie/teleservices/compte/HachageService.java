package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.config.Reglages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Empreintes de mots de passe au format {@code {id}} de Spring Security, que CAS lit aussi.
 *
 * <p>Argon2id, 19 Mio, 2 passes, 1 voie (OWASP) pour écrire ; {@code {bcrypt}} reste lu. Quelques calculs à la fois seulement, les
 * autres attendent dans une file bornée, puis {@link ServiceSature} : une vague de connexions n'épuise pas le serveur.
 */
@Singleton
public final class HachageService {

    private static final int SEL_OCTETS = 16;
    private static final int EMPREINTE_OCTETS = 32;
    private static final int VOIES = 1;
    private static final int MEMOIRE_KIO = 19 * 1024;
    private static final int PASSES = 2;

    private final PasswordEncoder codeur;
    private final Semaphore places;
    private final int file;
    private final Duration attente;
    private final String leurre;

    @Inject
    public HachageService(Reglages reglages) {
        this(reglages.hachage());
    }

    public HachageService(Reglages.Hachage reglages) {
        codeur = new DelegatingPasswordEncoder(
                "argon2",
                Map.of(
                        "argon2",
                        new Argon2PasswordEncoder(SEL_OCTETS, EMPREINTE_OCTETS, VOIES, MEMOIRE_KIO, PASSES),
                        "bcrypt",
                        new BCryptPasswordEncoder()));
        places = new Semaphore(reglages.simultanes(), true);
        file = reglages.file();
        attente = reglages.attente();
        leurre = codeur.encode(UUID.randomUUID().toString());
    }

    /** L'empreinte à enregistrer. */
    public String empreinte(String motDePasse) {
        return aSonTour(() -> codeur.encode(motDePasse));
    }

    /**
     * Vrai si {@code motDePasse} est celui de l'empreinte. Sans empreinte (compte inconnu ou fermé), calcule sur un leurre et répond
     * faux : la durée ne dit pas si le compte existe.
     */
    public boolean verifier(String motDePasse, @Nullable String empreinte) {
        return aSonTour(() -> {
            try {
                return codeur.matches(motDePasse, empreinte == null ? leurre : empreinte) && empreinte != null;
            } catch (IllegalArgumentException e) {
                // Empreinte d'une forme inconnue, ou trop longue pour bcrypt : le mot de passe n'est pas prouvé.
                return false;
            }
        });
    }

    private <T> T aSonTour(Supplier<T> calcul) {
        if (places.getQueueLength() >= file) {
            throw new ServiceSature();
        }
        try {
            if (!places.tryAcquire(attente.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ServiceSature();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceSature();
        }
        try {
            return calcul.get();
        } finally {
            places.release();
        }
    }
}
