package fr.academie.teleservices.socle.sms;

import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.ReglagesSms;
import fr.academie.teleservices.socle.mesure.Mesurable;
import fr.academie.teleservices.socle.mesure.Mesure;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.sms.PasserelleSms.Issue;
import fr.academie.teleservices.socle.sms.SmsMapper.SmsDu;
import fr.academie.teleservices.socle.tache.TacheReguliere;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remet à la passerelle les SMS de la boîte de sortie, en tâche de fond, comme les courriels : réservé pour {@code BAIL} en base, porté,
 * puis marqué. Un refus le reporte de 1 minute, puis 2, 4… ; une passerelle muette n'use aucune tentative. Un SMS dont le code ne sert plus
 * n'est pas remis en retard : on y renonce. Remis ou abandonné, il perd son texte.
 */
@Singleton
public final class RemiseDesSms implements Mesurable {

    private static final Logger LOG = LoggerFactory.getLogger(RemiseDesSms.class);
    private static final Duration CADENCE = Duration.ofSeconds(2);
    private static final Duration BAIL = Duration.ofMinutes(5);
    private static final Duration PASSERELLE_MUETTE = Duration.ofSeconds(30);
    private static final Duration REPORT_MAXIMAL = Duration.ofHours(6);
    private static final int TENTATIVES_MAX = 30;
    private static final int LOT = 20;

    private final Transactions transactions;
    private final SmsMapper sms;
    private final @Nullable PasserelleSms passerelle;
    private final Clock horloge;

    @Inject
    public RemiseDesSms(Transactions transactions, Reglages reglages, Clock horloge) {
        this.transactions = transactions;
        this.sms = transactions.mapper(SmsMapper.class);
        ReglagesSms decrite = reglages.sms();
        this.passerelle = decrite == null ? null : new PasserelleSms(decrite);
        this.horloge = horloge;
    }

    /** La remise, qu'un seul serveur fait à la fois ; vide si l'académie n'envoie pas de SMS. */
    public List<TacheReguliere> taches() {
        return passerelle == null ? List.of() : List.of(new TacheReguliere("sms", CADENCE, this::remettreTout));
    }

    /** {@code smsEnAttente} : ceux qui restent à remettre ; rien si l'académie n'en envoie pas. */
    @Override
    public List<Mesure> mesures() {
        return passerelle == null
                ? List.of()
                : List.of(
                        new Mesure("smsEnAttente", sms::enAttente),
                        new Mesure("smsMisDeCote", sms::misDeCote),
                        new Mesure("retardDesSms", () -> Mesure.secondesDepuis(sms.plusAncien(), horloge)));
    }

    /** Ferme ce qui mène à la passerelle. */
    public void arreter() {
        try {
            if (passerelle != null) {
                passerelle.close();
            }
        } catch (IOException e) {
            LOG.debug("La liaison à la passerelle s'est mal fermée.", e);
        }
    }

    /** Efface les SMS écrits avant {@code avant} et que l'on a renoncé à remettre ; rend leur nombre. */
    public int purgerLesAbandonnes(Instant avant) {
        return transactions.executer(() -> sms.purgerLesAbandonnes(avant));
    }

    /** Efface les SMS remis avant {@code avant} ; ce qui n'est pas remis reste. */
    public int purger(Instant avant) {
        return transactions.executer(() -> sms.purger(avant));
    }

    private int remettreTout() {
        int total = 0;
        int remis;
        do {
            remis = remettre();
            total += remis;
        } while (remis == LOT);
        return total;
    }

    /** Remet un lot de ce qui est dû ; rend combien l'ont été. */
    int remettre() {
        PasserelleSms vers = passerelle;
        if (vers == null) {
            return 0;
        }
        Instant depart = horloge.instant();
        int perimes = transactions.executer(() -> sms.abandonnerLesPerimes(depart));
        if (perimes > 0) {
            LOG.warn("{} SMS abandonnés : leur code ne servait plus.", perimes);
        }
        List<SmsDu> dus = reserver(depart);
        int remis = 0;
        for (int i = 0; i < dus.size(); i++) {
            Issue issue = horloge.instant().isAfter(depart.plus(BAIL.dividedBy(2)))
                    ? Issue.MUETTE
                    : vers.porter(
                            dus.get(i).destinataire(),
                            dus.get(i).texte(),
                            dus.get(i).id());
            if (issue == Issue.MUETTE) {
                rendre(dus.subList(i, dus.size()));
                return remis;
            }
            remis += issue == Issue.REMIS ? marquer(dus.get(i)) : reporter(dus.get(i));
        }
        return remis;
    }

    private List<SmsDu> reserver(Instant maintenant) {
        return transactions.executer(() -> {
            List<SmsDu> dus = sms.prendre(maintenant, LOT);
            dus.forEach(du -> sms.reporter(du.id(), du.tentatives() + 1, maintenant.plus(BAIL)));
            return dus;
        });
    }

    private int marquer(SmsDu du) {
        Instant le = horloge.instant();
        transactions.executer(() -> {
            sms.marquerEnvoye(du.id(), le);
        });
        return 1;
    }

    private void rendre(List<SmsDu> dus) {
        Instant prochain = horloge.instant().plus(PASSERELLE_MUETTE);
        transactions.executer(() -> {
            dus.forEach(du -> sms.reporter(du.id(), du.tentatives(), prochain));
        });
        LOG.warn(
                "La passerelle des SMS ne répond pas : {} attendent, nouvel essai dans {} s.",
                dus.size(),
                PASSERELLE_MUETTE.toSeconds());
    }

    private int reporter(SmsDu du) {
        int tentatives = du.tentatives() + 1;
        boolean abandon = tentatives >= TENTATIVES_MAX;
        Duration report = Duration.ofMinutes(Math.min(1L << Math.min(tentatives - 1, 9), REPORT_MAXIMAL.toMinutes()));
        Instant prochain = abandon ? null : horloge.instant().plus(report);
        transactions.executer(() -> {
            sms.reporter(du.id(), tentatives, prochain);
        });
        LOG.warn(
                "SMS {} refusé, ou laissé sans réponse, par la passerelle (tentative {}). {}",
                du.id(),
                tentatives,
                abandon ? "Abandonné, il reste en base." : "Nouvel essai dans " + report.toMinutes() + " min.");
        return 0;
    }
}
