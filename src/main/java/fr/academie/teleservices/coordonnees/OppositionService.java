package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.coordonnees.MailMapper.Annonce;
import fr.academie.teleservices.evenement.Evenement.Champ;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.motdepasse.MotDePasseService;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Jeton;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * L'ancienne adresse mail d'un compte, prévenue d'un changement : pendant 72 heures, avant comme après la confirmation de la nouvelle,
 * elle peut tout remettre en place. C'est elle, connue de plus longtemps, qui fait foi.
 */
@Singleton
public final class OppositionService {

    private static final Duration VIE = Duration.ofDays(3);

    private final CompteService comptes;
    private final SessionService sessions;
    private final CourrielsDuProfil courriels;
    private final TracesDuProfil traces;
    private final Transactions transactions;
    private final MailMapper mails;
    private final MotDePasseService motsDePasse;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    OppositionService(
            CompteService comptes,
            MotDePasseService motsDePasse,
            SessionService sessions,
            CourrielsDuProfil courriels,
            TracesDuProfil traces,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.sessions = sessions;
        this.courriels = courriels;
        this.traces = traces;
        this.transactions = transactions;
        this.mails = transactions.mapper(MailMapper.class);
        this.motsDePasse = motsDePasse;
        this.horloge = horloge;
    }

    /**
     * Écrit à l'ancienne adresse, s'il y en a une autre que la nouvelle, avec le lien qui s'oppose ; dans la transaction de l'appelant.
     *
     * @param confirmeLe quand l'ancienne a été confirmée ; nul si elle ne l'est pas
     * @param application adresse publique de l'application, pour le lien
     */
    void prevenir(Compte compte, @Nullable Instant confirmeLe, AdresseMail nouveau, String application) {
        String ancien = compte.mail();
        if (ancien == null || nouveau.estLaMemeQue(ancien)) {
            return;
        }
        Jeton jeton = Jeton.tirer(hasard);
        Instant le = horloge.instant();
        mails.annoncer(
                new Annonce(compte.id(), jeton.empreinte(), ancien, confirmeLe, nouveau.valeur(), le, le.plus(VIE)));
        courriels.ecrire(
                "mail.annonce",
                ancien,
                compte,
                nouveau.lisible(),
                application + "/mail/opposition?jeton=" + jeton.valeur(),
                VIE.toHours());
    }

    /** Ce que ce lien annulerait ; vide s'il ne vaut plus rien. */
    public Optional<ChangementDeMail> aAnnuler(String jeton) {
        return Optional.ofNullable(mails.annonce(new Jeton(jeton).empreinte(), horloge.instant()))
                .flatMap(annonce -> comptes.parId(annonce.responsableId())
                        .filter(compte -> compte.etat() == EtatCompte.ACTIF)
                        .map(compte -> new ChangementDeMail(
                                compte.identifiant().valeur(),
                                AdresseMail.lisible(annonce.ancienMail()),
                                AdresseMail.lisible(annonce.nouveauMail()))));
    }

    /**
     * Remet en place l'ancienne adresse, telle qu'elle était (confirmée ou non) : plus rien n'attend, aucun lien envoyé depuis ne vaut,
     * toutes les sessions du compte finissent, les deux adresses sont prévenues.
     *
     * @throws MailRefuse CODE_PERIME si le lien ne vaut plus rien
     */
    public void annuler(String jeton, String adresse) throws MailRefuse {
        Annonce annonce = mails.annonce(new Jeton(jeton).empreinte(), horloge.instant());
        if (annonce == null) {
            throw new MailRefuse(RefusMail.CODE_PERIME);
        }
        transactions.executer(() -> {
            Compte compte = comptes.verrouiller(annonce.responsableId());
            boolean valable =
                    compte.etat() == EtatCompte.ACTIF && mails.annonce(annonce.empreinte(), horloge.instant()) != null;
            if (!valable) {
                throw new MailRefuse(RefusMail.CODE_PERIME);
            }
            mails.servir(compte.id(), annonce.creeLe(), horloge.instant());
            mails.oublier(compte.id());
            motsDePasse.annulerLesLiens(compte.id());
            comptes.changerMail(compte, annonce.ancienMail(), annonce.ancienConfirmeLe());
            sessions.finirLesAutres(compte.identifiant(), 0);
            traces.journaliser(
                    compte, ActionJournal.MAIL_OPPOSITION, adresse, annonce.nouveauMail(), annonce.ancienMail());
            traces.annoncer(compte, Champ.MAIL);
            courriels.ecrire("mail.retabli", annonce.ancienMail(), compte, annonce.ancienMail());
            courriels.ecrire("mail.refuse", annonce.nouveauMail(), compte, annonce.ancienMail());
        });
    }

    /** Efface les annonces dont le délai est passé avant {@code avant} ; rend leur nombre. */
    int purger(Instant avant) {
        return transactions.executer(() -> mails.purgerLesAnnonces(avant));
    }
}
