package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.Reglages.Algorithme;
import fr.academie.teleservices.socle.mesure.Mesurable;
import fr.academie.teleservices.socle.mesure.Mesure;
import fr.academie.teleservices.socle.securite.TempsDUnRefus;
import fr.academie.teleservices.socle.securite.TempsDUnRefus.Chronometre;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Empreintes de mots de passe au format {@code {id}} de Spring Security, que CAS lit aussi.
 *
 * <p>Écrit {@code {argon2}} (Argon2id) ou {@code {bcrypt}}, au coût des réglages ; lit aussi bcrypt sans {@code {id}} et
 * {@code {SSHA}}. Quelques calculs à la fois seulement, les autres attendent dans une file bornée, puis {@link ServiceSature} : une
 * vague de connexions n'épuise pas le serveur.
 */
@Singleton
public final class HachageService implements Mesurable {

    private final AtomicLong satures = new AtomicLong();

    private static final String ARGON2 = "argon2";
    private static final String BCRYPT = "bcrypt";
    private static final int SEL_OCTETS = 16;
    private static final int EMPREINTE_OCTETS = 32;
    private static final int VOIES = 1;
    /** bcrypt ignore la suite ; une phrase plus longue s'écrit en Argon2id, que le même champ porte. */
    private static final int OCTETS_BCRYPT = 72;

    private static final Pattern FORME_ARGON2 =
            Pattern.compile("\\{argon2}\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=\\d+\\$.+");
    private static final Pattern FORME_BCRYPT = Pattern.compile("(?:\\{bcrypt})?(\\$2[aby]?\\$\\d\\d\\$.{53})");

    private final Reglages.Couts couts;
    private final Algorithme algorithme;
    private final BCryptPasswordEncoder bcrypt;
    private final PasswordEncoder ecritArgon2;
    private final PasswordEncoder ecrit;
    private final Semaphore places;
    private final int file;
    private final Duration attente;
    private final TempsDUnRefus refus;
    private final String leurre;

    @Inject
    public HachageService(Reglages reglages) {
        this(reglages.hachage());
    }

    public HachageService(Reglages.Hachage reglages) {
        this(reglages, new Chronometre() {});
    }

    /** Le temps d'un refus, sur un chronomètre qu'un essai conduit. */
    HachageService(Reglages.Hachage reglages, Chronometre chronometre) {
        refus = new TempsDUnRefus(reglages.refus(), chronometre);
        couts = reglages.couts();
        algorithme = reglages.algorithme();
        bcrypt = new BCryptPasswordEncoder(couts.bcrypt());
        ecritArgon2 = codeur(ARGON2);
        ecrit = algorithme == Algorithme.ARGON2 ? ecritArgon2 : codeur(BCRYPT);
        places = new Semaphore(reglages.simultanes(), true);
        file = reglages.file();
        attente = reglages.attente();
        leurre = ecrit.encode(UUID.randomUUID().toString());
    }

    /** {@code calculsEnAttente} : les mots de passe qui attendent leur tour d'être calculés. */
    @Override
    public List<Mesure> mesures() {
        return List.of(
                new Mesure("calculsEnAttente", places::getQueueLength), new Mesure("calculsRefuses", satures::get));
    }

    private ServiceSature sature() {
        satures.incrementAndGet();
        return new ServiceSature();
    }

    private PasswordEncoder codeur(String id) {
        DelegatingPasswordEncoder codeur = new DelegatingPasswordEncoder(
                id,
                Map.of(
                        ARGON2,
                        new Argon2PasswordEncoder(
                                SEL_OCTETS, EMPREINTE_OCTETS, VOIES, couts.memoireKio(), couts.passes()),
                        BCRYPT,
                        bcrypt,
                        Ssha.ID,
                        new Ssha()));
        codeur.setDefaultPasswordEncoderForMatches(bcrypt);
        return codeur;
    }

    /** L'empreinte à enregistrer. */
    public String empreinte(String motDePasse) {
        boolean tropLong = motDePasse.getBytes(StandardCharsets.UTF_8).length > OCTETS_BCRYPT;
        PasswordEncoder codeur = tropLong ? ecritArgon2 : ecrit;
        return aSonTour(() -> codeur.encode(motDePasse));
    }

    /**
     * Vrai si {@code motDePasse} est celui de l'empreinte. Sans empreinte (compte inconnu ou fermé), ou avec une empreinte d'un ancien
     * temps qui se vérifie sans effort, calcule sur un leurre ; et un refus n'est rendu qu'au bout d'un temps fixe, plus long que tout
     * calcul : la durée ne dit ni si le compte existe, ni de quand date son empreinte.
     */
    public boolean verifier(String motDePasse, @Nullable String empreinte) {
        return premierProuve(List.of(new Essai(motDePasse, empreinte))).isPresent();
    }

    /** Une lecture de ce qui a été tapé, et l'empreinte qu'elle doit prouver ; nulle : aucune, le calcul se fait sur un leurre. */
    public record Essai(String motDePasse, @Nullable String empreinte) {

        @Override
        public String toString() {
            return "Essai";
        }
    }

    /**
     * La première de ces lectures qui prouve son empreinte ; vide si aucune, au bout du même temps que {@link #verifier} pour une seule :
     * leur nombre ne tient qu'à ce qui a été tapé.
     */
    public Optional<String> premierProuve(List<Essai> lectures) {
        return premierProuve(lectures, () -> true);
    }

    /** Vrai si c'est celui d'une de ces empreintes : le temps du refus ne dit pas combien il y en a. */
    public boolean verifierParmi(String motDePasse, List<String> empreintes) {
        return empreintes.isEmpty()
                ? verifier(motDePasse, null)
                : premierProuve(empreintes.stream()
                                .map(empreinte -> new Essai(motDePasse, empreinte))
                                .toList())
                        .isPresent();
    }

    /**
     * Comme {@link #premierProuve(List)}, et seulement si {@code encore} le dit aussi : ce qui peut refuser un mot de passe prouvé se juge
     * dans le temps d'un refus, jamais après.
     */
    public Optional<String> premierProuve(List<Essai> lectures, BooleanSupplier encore) {
        Verdict verdict = aSonTour(() -> {
            long debut = refus.depart();
            return new Verdict(
                    lectures.stream()
                            .filter(lecture -> prouve(lecture.motDePasse(), lecture.empreinte()))
                            .map(Essai::motDePasse)
                            .findFirst()
                            .filter(prouvee -> encore.getAsBoolean()),
                    debut);
        });
        if (verdict.prouve().isEmpty()) {
            refus.attendre(verdict.debut());
        }
        return verdict.prouve();
    }

    /** La lecture qui a prouvé l'empreinte, et l'instant ({@link TempsDUnRefus#depart()}) où son calcul a commencé. */
    private record Verdict(Optional<String> prouve, long debut) {}

    private boolean prouve(String motDePasse, @Nullable String empreinte) {
        try {
            boolean bon = empreinte != null && ecrit.matches(motDePasse, empreinte);
            if (empreinte == null || empreinte.startsWith(Ssha.PREFIXE)) {
                bon &= !ecrit.matches(motDePasse, leurre);
            }
            return bon;
        } catch (IllegalArgumentException e) {
            // Empreinte d'une forme inconnue, ou trop longue pour bcrypt : le mot de passe n'est pas prouvé.
            return false;
        }
    }

    /** Le temps d'un refus, sans calcul : ce qui a été saisi ne désigne aucun compte. */
    public void refuser() {
        refus.attendre(refus.depart());
    }

    /**
     * Ce que rend {@code geste}, qui juge un code par {@link #correspond(String, String)} ; tout refus, fût-ce d'un code que plus rien
     * n'attend, est rendu au bout du temps d'un refus. Hors de la file : les calculs des autres n'attendent pas celui-ci.
     */
    public <T, E extends Exception> T dansLeTempsDUnRefus(TempsDUnRefus.Geste<T, E> geste) throws E {
        return refus.exiger(geste);
    }

    /** Vrai si {@code code} est celui de l'empreinte, dit aussitôt : l'appelant tient le temps d'un refus. */
    public boolean correspond(String code, String empreinte) {
        return aSonTour(() -> prouve(code, empreinte));
    }

    /**
     * Vrai si cette empreinte, prouvée, est plus faible que celle qu'on écrirait aujourd'hui : SSHA, puis bcrypt, puis Argon2id, et à
     * forme égale le moindre coût. Une empreinte plus forte en quoi que ce soit reste.
     */
    public boolean estARehausser(String empreinte) {
        Matcher argon2 = FORME_ARGON2.matcher(empreinte);
        if (argon2.matches()) {
            int memoire = Integer.parseInt(argon2.group(1));
            int passes = Integer.parseInt(argon2.group(2));
            return algorithme == Algorithme.ARGON2
                    && memoire <= couts.memoireKio()
                    && passes <= couts.passes()
                    && (memoire < couts.memoireKio() || passes < couts.passes());
        }
        Matcher lueEnBcrypt = FORME_BCRYPT.matcher(empreinte);
        if (lueEnBcrypt.matches()) {
            return algorithme == Algorithme.ARGON2
                    || bcrypt.upgradeEncoding(lueEnBcrypt.group(1))
                    || !empreinte.startsWith("{");
        }
        return true;
    }

    /** Vrai si cette empreinte est d'une forme que l'on sait vérifier. */
    static boolean estConnue(String empreinte) {
        return FORME_ARGON2.matcher(empreinte).matches()
                || FORME_BCRYPT.matcher(empreinte).matches()
                || empreinte.startsWith(Ssha.PREFIXE);
    }

    private <T> T aSonTour(Supplier<T> calcul) {
        if (places.getQueueLength() >= file) {
            throw sature();
        }
        try {
            if (!places.tryAcquire(attente.toMillis(), TimeUnit.MILLISECONDS)) {
                throw sature();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw sature();
        }
        try {
            return calcul.get();
        } finally {
            places.release();
        }
    }
}
