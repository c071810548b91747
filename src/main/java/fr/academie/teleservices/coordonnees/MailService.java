package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.PlafondDeCourriels;
import fr.academie.teleservices.acces.PlafondDeCourriels.Rang;
import fr.academie.teleservices.acces.PlafondDeCourriels.Sorte;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.CodeAUsageUnique;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.coordonnees.MailMapper.EnAttente;
import fr.academie.teleservices.evenement.Evenement.Champ;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Jeton;
import fr.academie.teleservices.socle.securite.TempsDUnRefus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * L'adresse mail du compte : donnée par son titulaire, en attente jusqu'au code ou au lien reçus. D'ici là l'adresse du compte reste
 * l'ancienne, qui peut s'y opposer : {@link OppositionAuMail}.
 */
@Singleton
public final class MailService {

    private static final Duration VIE = Duration.ofMinutes(30);
    private static final Duration REPOS = Duration.ofMinutes(1);
    private static final int ESSAIS = 5;
    private static final int CHIFFRES = 6;

    private final CompteService comptes;
    private final HachageService hachage;
    private final LimiteurDEssais limiteur;
    private final PlafondDeCourriels plafond;
    private final OppositionAuMail oppositions;
    private final CourrielsDuProfil courriels;
    private final TracesDuProfil traces;
    private final Transactions transactions;
    private final MailMapper mails;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    MailService(
            CompteService comptes,
            HachageService hachage,
            LimiteurDEssais limiteur,
            PlafondDeCourriels plafond,
            OppositionAuMail oppositions,
            CourrielsDuProfil courriels,
            TracesDuProfil traces,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.hachage = hachage;
        this.limiteur = limiteur;
        this.plafond = plafond;
        this.oppositions = oppositions;
        this.courriels = courriels;
        this.traces = traces;
        this.transactions = transactions;
        this.mails = transactions.mapper(MailMapper.class);
        this.horloge = horloge;
    }

    /** L'adresse qui attend sa confirmation, comme on l'écrit ; vide si aucune. */
    public Optional<String> enAttente(Demandeur demandeur) {
        return Optional.ofNullable(mails.enAttente(demandeur.responsableId()))
                .map(EnAttente::mail)
                .map(AdresseMail::lisible);
    }

    public boolean estConfirme(Demandeur demandeur) {
        return comptes.mailEstConfirme(demandeur.responsableId());
    }

    /**
     * Met l'adresse en attente, y envoie un code et un lien, et prévient l'ancienne.
     *
     * @param application adresse publique de l'application, pour les liens
     * @throws CoordonneeRefusee MAL_FORMEE, DEJA_CONFIRMEE, TROP_TOT ou TROP_D_ENVOIS ; rien n'est modifié
     * @throws ServiceSature si la file des calculs est pleine
     */
    public void demander(Demandeur demandeur, String saisie, String application) throws CoordonneeRefusee {
        Acte.CHANGER_D_ADRESSE_MAIL.exiger(demandeur);
        AdresseMail mail =
                AdresseMail.lire(saisie).orElseThrow(() -> new CoordonneeRefusee(RefusDeCoordonnee.MAL_FORMEE));
        LimiteurDEssais.Essai envoi =
                inscrire(Operation.MAIL_ENVOI, demandeur, mail.valeur(), RefusDeCoordonnee.TROP_D_ENVOIS);
        CodeAUsageUnique code = CodeAUsageUnique.tirer(hasard, CHIFFRES);
        boolean parti = false;
        try {
            String empreinte = hachage.empreinte(code.chiffres());
            transactions.executer(() -> {
                Compte compte = exigerActif(comptes.verrouiller(demandeur.responsableId()));
                Instant confirmeLe = comptes.mailConfirmeLe(compte.id()).orElse(null);
                if (confirmeLe != null && mail.estLaMemeQue(String.valueOf(compte.mail()))) {
                    throw new CoordonneeRefusee(RefusDeCoordonnee.DEJA_CONFIRMEE);
                }
                EnAttente precedente = mails.enAttente(compte.id());
                boolean nouvelle = precedente == null || !mail.estLaMemeQue(precedente.mail());
                exigerLeRepos(nouvelle ? null : precedente);
                exigerLePlafond(mail, demandeur);
                envoyer(compte, mail, code.lisible(), empreinte, application);
                if (nouvelle) {
                    traces.journaliser(compte, ActionJournal.MAIL_DEMANDE, demandeur.auteur(), null, mail.valeur());
                    oppositions.prevenir(compte, mail);
                }
            });
            parti = true;
        } finally {
            if (!parti) {
                limiteur.oublier(envoi);
            }
        }
    }

    /**
     * Envoie un nouveau code à l'adresse en attente ; le précédent ne vaut plus rien.
     *
     * @throws CoordonneeRefusee RIEN_EN_ATTENTE, TROP_TOT ou TROP_D_ENVOIS
     * @throws ServiceSature si la file des calculs est pleine
     */
    public void renvoyer(Demandeur demandeur, String application) throws CoordonneeRefusee {
        String mail = enAttente(demandeur).orElseThrow(() -> new CoordonneeRefusee(RefusDeCoordonnee.RIEN_EN_ATTENTE));
        demander(demandeur, mail, application);
    }

    /** Oublie l'adresse en attente ; celle du compte reste. */
    public void renoncer(Demandeur demandeur) {
        Acte.CONFIRMER_SON_ADRESSE_MAIL.exiger(demandeur);
        transactions.executer(() -> mails.oublier(demandeur.responsableId()));
    }

    /**
     * Confirme par le code reçu.
     *
     * @throws CoordonneeRefusee RIEN_EN_ATTENTE, CODE_FAUX (avec les essais qui restent), CODE_PERIME ou TROP_D_ESSAIS
     * @throws ServiceSature si la file des calculs est pleine ; l'essai ne compte pas
     */
    public void confirmer(Demandeur demandeur, String saisie) throws CoordonneeRefusee {
        Acte.CONFIRMER_SON_ADRESSE_MAIL.exiger(demandeur);
        EnAttente attente = mails.enAttente(demandeur.responsableId());
        if (attente == null) {
            throw new CoordonneeRefusee(RefusDeCoordonnee.RIEN_EN_ATTENTE);
        }
        LimiteurDEssais.Essai essai =
                inscrire(Operation.MAIL_CODE, demandeur, attente.mail(), RefusDeCoordonnee.TROP_D_ESSAIS);
        hachage.dansLeTempsDUnRefus(() -> {
            exigerLeCode(demandeur, saisie, attente, essai);
            return essai;
        });
        limiteur.compterJuste(essai);
        enregistrer(attente, demandeur.auteur());
    }

    private void exigerLeCode(Demandeur demandeur, String saisie, EnAttente attente, LimiteurDEssais.Essai essai)
            throws CoordonneeRefusee {
        int admis = transactions.executer(() -> mails.essayer(demandeur.responsableId(), horloge.instant(), ESSAIS));
        if (admis == 0) {
            limiteur.oublier(essai);
            throw new CoordonneeRefusee(RefusDeCoordonnee.CODE_PERIME);
        }
        String code = CodeAUsageUnique.saisi(saisie);
        boolean bon;
        try {
            bon = hachage.correspond(code, attente.code());
        } catch (ServiceSature e) {
            transactions.executer(() -> mails.rendreLEssai(demandeur.responsableId()));
            limiteur.oublier(essai);
            throw e;
        }
        if (!bon) {
            int restent = Math.min(ESSAIS - attente.essais() - 1, essai.restants());
            throw restent > 0
                    ? new CoordonneeRefusee(RefusDeCoordonnee.CODE_FAUX, restent)
                    : new CoordonneeRefusee(RefusDeCoordonnee.CODE_PERIME);
        }
    }

    /** Ce que ce lien confirmerait ; vide s'il ne vaut plus rien. */
    public Optional<ChangementDeMail> aConfirmer(String jeton) {
        return TempsDUnRefus.D_UN_LIEN
                .chercher(() -> Optional.ofNullable(mails.parLien(new Jeton(jeton).empreinte(), horloge.instant())))
                .flatMap(attente -> comptes.parId(attente.responsableId())
                        .map(compte -> new ChangementDeMail(
                                compte.identifiant().valeur(),
                                String.valueOf(compte.mailLisible()),
                                AdresseMail.lisible(attente.mail()))));
    }

    /**
     * Confirme par le lien reçu.
     *
     * @throws CoordonneeRefusee CODE_PERIME si le lien ne vaut plus rien
     */
    public void confirmerParLien(String jeton, String adresse) throws CoordonneeRefusee {
        EnAttente attente = TempsDUnRefus.D_UN_LIEN
                .chercher(() -> Optional.ofNullable(mails.parLien(new Jeton(jeton).empreinte(), horloge.instant())))
                .orElseThrow(() -> new CoordonneeRefusee(RefusDeCoordonnee.CODE_PERIME));
        enregistrer(
                attente,
                Auteur.parLien(
                        comptes.parId(attente.responsableId()).orElseThrow().identifiant(), adresse));
    }

    /** Efface les codes expirés avant {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> mails.purgerLesAttentes(avant));
    }

    private LimiteurDEssais.Essai inscrire(
            Operation operation, Demandeur demandeur, String mail, RefusDeCoordonnee refus) throws CoordonneeRefusee {
        try {
            return limiteur.inscrire(operation, demandeur, mail);
        } catch (TropDEssais e) {
            throw CoordonneeRefusee.attendre(refus, e.attente());
        }
    }

    /** Une adresse qu'on ne fait que saisir est peut-être celle d'un autre, dont la boîte ne doit pas se remplir. */
    private void exigerLePlafond(AdresseMail mail, Demandeur demandeur) throws CoordonneeRefusee {
        String compte = demandeur.identifiant().valeur();
        PlafondDeCourriels.Etat etat = plafond.etat(Sorte.CODE, mail.valeur(), compte);
        if (etat.rang() == Rang.REFUSE) {
            throw CoordonneeRefusee.attendre(RefusDeCoordonnee.TROP_D_ENVOIS, plafond.attente(etat));
        }
        plafond.noter(Sorte.CODE, mail.valeur(), compte);
    }

    private void exigerLeRepos(@Nullable EnAttente precedente) throws CoordonneeRefusee {
        if (precedente == null) {
            return;
        }
        Duration attente =
                Duration.between(horloge.instant(), precedente.envoyeLe().plus(REPOS));
        if (!attente.isNegative() && !attente.isZero()) {
            throw new CoordonneeRefusee(RefusDeCoordonnee.TROP_TOT, (int) attente.toSeconds() + 1);
        }
    }

    private void envoyer(Compte compte, AdresseMail mail, String code, String empreinte, String application) {
        Jeton lien = Jeton.tirer(hasard);
        Instant le = horloge.instant();
        mails.deposer(new EnAttente(compte.id(), mail.valeur(), empreinte, lien.empreinte(), 0, le, le.plus(VIE)));
        courriels.ecrire(
                "mail.code",
                mail.valeur(),
                compte,
                code,
                application + "/mail/confirmer?jeton=" + lien.valeur(),
                VIE.toMinutes());
    }

    private void enregistrer(EnAttente attente, Auteur auteur) throws CoordonneeRefusee {
        transactions.executer(() -> {
            Compte compte = comptes.verrouiller(attente.responsableId());
            EnAttente relue = mails.enAttente(compte.id());
            if (compte.etat() != EtatCompte.ACTIF
                    || relue == null
                    || !relue.lien().equals(attente.lien())) {
                throw new CoordonneeRefusee(RefusDeCoordonnee.CODE_PERIME);
            }
            mails.oublier(compte.id());
            comptes.changerMail(compte, attente.mail(), horloge.instant());
            comptes.finirActivation(compte.id());
            traces.journaliser(compte, ActionJournal.MAIL_CONFIRME, auteur, compte.mail(), attente.mail());
            traces.annoncer(compte, Champ.MAIL);
        });
    }

    private static Compte exigerActif(Compte compte) {
        if (compte.etat() != EtatCompte.ACTIF) {
            throw new IllegalStateException("Une adresse ne se confirme que pour un compte actif.");
        }
        return compte;
    }
}
