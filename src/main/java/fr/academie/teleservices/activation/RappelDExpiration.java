package fr.academie.teleservices.activation;

import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Prévient 15 jours avant qu'un mot de passe provisoire n'expire, une fois par mot de passe, si une adresse est connue.
 *
 * <p>L'adresse vient de l'établissement et n'est pas confirmée : le courriel dit de quel établissement vient le courrier, et jusqu'à
 * quand il sert ; ni nom, ni identifiant. Le rappel s'inscrit et le courriel se dépose dans une même transaction : plusieurs serveurs
 * n'en envoient qu'un.
 */
@Singleton
public final class RappelDExpiration {

    private static final Duration AVANCE = Duration.ofDays(15);
    private static final int LOT = 200;

    private final Transactions transactions;
    private final RappelMapper rappels;
    private final ScolariteService scolarite;
    private final EnvoiDeCourriels courriels;
    private final HeureDeLAcademie heure;
    private final Clock horloge;

    @Inject
    public RappelDExpiration(
            Transactions transactions,
            ScolariteService scolarite,
            EnvoiDeCourriels courriels,
            HeureDeLAcademie heure,
            Clock horloge) {
        this.transactions = transactions;
        this.rappels = transactions.mapper(RappelMapper.class);
        this.scolarite = scolarite;
        this.courriels = courriels;
        this.heure = heure;
        this.horloge = horloge;
    }

    /** Dépose les rappels dus ; rend leur nombre. */
    public int envoyer() {
        Instant maintenant = horloge.instant();
        int total = 0;
        List<RappelMapper.Provisoire> lot;
        do {
            lot = rappels.aRappeler(maintenant, maintenant.plus(AVANCE), LOT);
            for (RappelMapper.Provisoire provisoire : lot) {
                total += transactions.executer(() -> rappeler(provisoire, maintenant));
            }
        } while (lot.size() == LOT);
        return total;
    }

    /** Sans établissement, il n'y a personne à qui s'adresser ni enfant à suivre : le rappel s'inscrit, rien ne part. */
    private int rappeler(RappelMapper.Provisoire provisoire, Instant maintenant) {
        if (rappels.inscrire(provisoire, maintenant) == 0) {
            return 0;
        }
        List<String> etablissements = scolarite.etablissementsDe(provisoire.responsableId()).stream()
                .map(Etablissement::nomEtTelephone)
                .toList();
        if (etablissements.isEmpty()) {
            return 0;
        }
        courriels.deposerEn(
                provisoire.langue(),
                "provisoire.rappel",
                provisoire.mail(),
                heure.date(provisoire.expireLe()),
                etablissements);
        return 1;
    }
}
