package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lecture, verrouillage et activation des comptes responsables. */
@Singleton
public final class CompteService {

    /** Un mot de passe provisoire du courrier, tapé en minuscules : 8 ou 10 lettres et chiffres. */
    private static final Pattern PROVISOIRE_EN_MINUSCULES =
            Pattern.compile("(?=.*[a-z])(?:[A-Za-z0-9]{8}|[A-Za-z0-9]{10})");

    private final CompteMapper comptes;
    private final HachageService hachage;
    private final Clock horloge;

    @Inject
    public CompteService(Transactions transactions, HachageService hachage, Clock horloge) {
        this.comptes = transactions.mapper(CompteMapper.class);
        this.hachage = hachage;
        this.horloge = horloge;
    }

    public Optional<Compte> parId(long id) {
        return Optional.ofNullable(comptes.parId(id));
    }

    public Optional<Compte> parIdentifiant(Identifiant identifiant) {
        return Optional.ofNullable(comptes.parIdentifiant(identifiant));
    }

    /** Le compte sous verrou, dans une transaction ouverte par l'appelant. */
    public Compte verrouiller(long id) {
        return comptes.verrouiller(id, id).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Une ligne de responsable ne s'efface jamais."));
    }

    /** Change la version d'un compte verrouillé : ce qui s'appuyait sur l'ancienne sera relu. */
    public void avancer(Compte compte) {
        comptes.avancer(compte.id());
    }

    /** Les deux comptes sous verrou, dans une transaction ouverte par l'appelant. */
    public PaireVerrouillee verrouiller(long principalId, long secondaireId) {
        Compte principal = null;
        Compte secondaire = null;
        for (Compte compte : comptes.verrouiller(principalId, secondaireId)) {
            if (compte.id() == principalId) {
                principal = compte;
            } else {
                secondaire = compte;
            }
        }
        if (principal == null || secondaire == null) {
            throw new IllegalStateException("Un compte a disparu : une ligne de responsable ne s'efface jamais.");
        }
        return new PaireVerrouillee(principal, secondaire);
    }

    /** Deux comptes verrouillés jusqu'à la fin de la transaction. */
    public record PaireVerrouillee(Compte principal, Compte secondaire) {}

    /**
     * Le compte ouvert dont on prouve l'identifiant et le mot de passe. Vide, pour toute cause, et après le même nombre de calculs :
     * identifiant inconnu, mot de passe faux, compte fermé, mot de passe provisoire expiré.
     *
     * <p>Un mot de passe qui a la forme du courrier, mais en minuscules, est essayé aussi comme imprimé.
     *
     * @throws ServiceSature si la file des calculs est pleine
     */
    public Optional<Compte> prouver(String identifiantSaisi, String motDePasseSaisi) {
        Identifiant identifiant = Identifiant.lire(identifiantSaisi).orElse(null);
        CompteAvecSecret trouve = identifiant == null ? null : comptes.avecSecret(identifiant);
        String empreinte = trouve == null ? null : trouve.empreinte();
        String motDePasse = Identifiant.sansBlancs(motDePasseSaisi);
        boolean prouve = hachage.verifier(motDePasse, empreinte);
        if (!prouve && PROVISOIRE_EN_MINUSCULES.matcher(motDePasse).matches()) {
            prouve = hachage.verifier(motDePasse.toUpperCase(Locale.ROOT), provisoireSeulement(trouve));
        }
        Instant maintenant = horloge.instant();
        return Optional.ofNullable(trouve)
                .map(CompteAvecSecret::compte)
                .filter(compte -> compte.etat().estOuvert() && !compte.provisoireExpire(maintenant))
                .filter(prouve ? compte -> true : compte -> false);
    }

    private static @Nullable String provisoireSeulement(@Nullable CompteAvecSecret trouve) {
        return trouve == null || trouve.compte().etat() != EtatCompte.CREE ? null : trouve.empreinte();
    }

    /**
     * Remplace le mot de passe provisoire et passe le compte de CREE à ACTIF.
     *
     * @return faux si le compte a changé entre-temps : rien n'est écrit
     */
    public boolean activer(Compte compte, String empreinte) {
        return comptes.activer(compte.id(), compte.version(), empreinte, maintenant()) == 1;
    }

    /** Les comptes ouverts dont cette adresse est confirmée, par identifiant ; vide si aucun. */
    public List<Compte> parMailConfirme(String mail) {
        return comptes.parMailConfirme(mail);
    }

    public boolean mailEstConfirme(long id) {
        return comptes.mailEstConfirme(id);
    }

    /**
     * Remplace le mot de passe d'un compte ACTIF.
     *
     * @return faux si le compte a changé entre-temps : rien n'est écrit
     */
    public boolean changerMotDePasse(Compte compte, String empreinte) {
        return comptes.changerMotDePasse(compte.id(), compte.version(), empreinte) == 1;
    }

    private Instant maintenant() {
        return horloge.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
