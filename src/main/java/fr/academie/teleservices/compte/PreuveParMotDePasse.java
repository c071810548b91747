package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.persistance.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Juge un identifiant et un mot de passe, en autant de calculs quoi qu'ils soient ({@link CompteService#prouver}). */
final class PreuveParMotDePasse {

    private static final Logger LOG = LoggerFactory.getLogger(PreuveParMotDePasse.class);

    private final Transactions transactions;
    private final CompteMapper comptes;
    private final HachageService hachage;
    private final Clock horloge;

    PreuveParMotDePasse(Transactions transactions, CompteMapper comptes, HachageService hachage, Clock horloge) {
        this.transactions = transactions;
        this.comptes = comptes;
        this.hachage = hachage;
        this.horloge = horloge;
    }

    Optional<Compte> prouver(Identifiant identifiant, String motDePasseSaisi, Predicate<Compte> admis) {
        CompteAvecSecret trouve = comptes.avecSecret(identifiant);
        // Jugé avant le calcul : refusé après lui, un bon mot de passe qui ne vaut plus répondait sans attendre.
        String empreinte = trouve == null || !vaut(trouve.compte()) ? null : trouve.empreinte();
        List<HachageService.Essai> lectures = new ArrayList<>();
        for (String lecture : MotDePasseChoisi.lectures(motDePasseSaisi)) {
            lectures.add(new HachageService.Essai(lecture, empreinte));
        }
        String imprime = commeImprime(Identifiant.sansBlancs(motDePasseSaisi));
        if (lectures.stream().noneMatch(lecture -> lecture.motDePasse().equals(imprime))) {
            lectures.add(new HachageService.Essai(imprime, provisoireSeulement(trouve, empreinte)));
        }
        String motDePasse = hachage.premierProuve(lectures, () -> trouve != null && admis.test(trouve.compte()))
                .orElse(null);
        if (motDePasse == null || trouve == null || empreinte == null) {
            return Optional.empty();
        }
        Compte compte = trouve.compte();
        rehausser(compte, motDePasse, empreinte);
        return Optional.of(compte);
    }

    /**
     * Remplace une empreinte plus faible que celles d'aujourd'hui par une empreinte du même mot de passe. Sans effet si elle a changé
     * entre-temps ; si la machine est occupée, ce sera pour une autre fois.
     */
    private void rehausser(Compte compte, String motDePasse, String empreinte) {
        if (!hachage.estARehausser(empreinte)) {
            return;
        }
        try {
            String nouvelle = hachage.empreinte(motDePasse);
            transactions.executer(() -> comptes.rehausser(compte.id(), empreinte, nouvelle));
        } catch (ServiceSature e) {
            LOG.debug("Empreinte du compte {} à rehausser plus tard.", compte.id(), e);
        }
    }

    private static String commeImprime(String saisie) {
        return MotDePasseProvisoire.lire(saisie)
                .map(MotDePasseProvisoire::valeur)
                .orElse(saisie);
    }

    private boolean vaut(Compte compte) {
        return compte.etat().estOuvert() && !compte.provisoireExpire(horloge.instant());
    }

    private static @Nullable String provisoireSeulement(@Nullable CompteAvecSecret trouve, @Nullable String empreinte) {
        return trouve == null || !trouve.compte().doitChoisirSonMotDePasse() ? null : empreinte;
    }
}
