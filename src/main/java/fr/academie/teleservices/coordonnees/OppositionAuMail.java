package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.coordonnees.MailMapper.Avant;
import fr.academie.teleservices.evenement.Evenement.Champ;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.motdepasse.MotDePasseService;
import fr.academie.teleservices.opposition.ActeOpposable;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.opposition.NouvelleOpposition;
import fr.academie.teleservices.opposition.Opposition;
import fr.academie.teleservices.opposition.OppositionRefusee;
import fr.academie.teleservices.opposition.Prevision;
import fr.academie.teleservices.opposition.RefusOpposition;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * L'ancienne adresse mail d'un compte, prévenue d'un changement : pendant 72 heures, avant comme après la confirmation de la nouvelle,
 * elle peut tout remettre en place. C'est elle, connue de plus longtemps, qui fait foi.
 */
@Singleton
final class OppositionAuMail implements ActeOpposable {

    private final CompteService comptes;
    private final MotDePasseService motsDePasse;
    private final SessionService sessions;
    private final AvisAuTitulaire avis;
    private final CourrielsDuProfil courriels;
    private final TracesDuProfil traces;
    private final MailMapper mails;

    @Inject
    OppositionAuMail(
            CompteService comptes,
            MotDePasseService motsDePasse,
            SessionService sessions,
            AvisAuTitulaire avis,
            CourrielsDuProfil courriels,
            TracesDuProfil traces,
            Transactions transactions) {
        this.comptes = comptes;
        this.motsDePasse = motsDePasse;
        this.sessions = sessions;
        this.avis = avis;
        this.courriels = courriels;
        this.traces = traces;
        this.mails = transactions.mapper(MailMapper.class);
    }

    @Override
    public Changement acte() {
        return Changement.MAIL;
    }

    /** Écrit à l'ancienne adresse, s'il y en a une autre que la nouvelle, avec le lien qui s'oppose ; dans la transaction de l'appelant. */
    void prevenir(Compte compte, AdresseMail nouveau) {
        String ancien = compte.mail();
        if (ancien == null || nouveau.estLaMemeQue(ancien)) {
            return;
        }
        avis.prevenirParSms(compte.id(), "mail");
        NouvelleOpposition annonce = avis.preparer(Changement.MAIL, compte.id(), null, List.of(ancien));
        mails.annoncer(annonce, nouveau.valeur());
        courriels.ecrire(
                "mail.annonce",
                ancien,
                compte,
                nouveau.lisible(),
                avis.adresse(annonce.liens().get(0)),
                AvisAuTitulaire.DELAI.toHours());
    }

    @Override
    public Prevision prevoir(Opposition opposition) {
        Compte compte = comptes.parId(opposition.responsableId()).orElseThrow();
        Avant avant = mails.avant(opposition.avant());
        String identifiant = compte.identifiant().valeur();
        String nouveau = AdresseMail.lisible(avant.nouveau());
        String ancien = AdresseMail.lisible(avant.mail());
        return compte.etat() == EtatCompte.ACTIF
                ? Prevision.entiere(identifiant, nouveau, ancien)
                : Prevision.refusee(RefusOpposition.COMPTE_FERME, identifiant, nouveau, ancien);
    }

    /**
     * Remet en place l'ancienne adresse, telle qu'elle était (confirmée ou non) : plus rien n'attend, aucun lien envoyé depuis ne vaut,
     * toutes les sessions du compte finissent, les deux adresses sont prévenues.
     */
    @Override
    public void defaire(Opposition opposition, String adresse) throws OppositionRefusee {
        Compte compte = comptes.verrouiller(opposition.responsableId());
        if (compte.etat() != EtatCompte.ACTIF) {
            throw new OppositionRefusee(RefusOpposition.COMPTE_FERME);
        }
        Avant avant = mails.avant(opposition.avant());
        avis.clore(compte.id(), Changement.MAIL, opposition.creeLe());
        mails.oublier(compte.id());
        motsDePasse.annulerLesLiens(compte.id());
        comptes.changerMail(compte, avant.mail(), avant.confirmeLe());
        sessions.finirLesAutres(compte.identifiant(), 0);
        traces.journaliser(
                compte,
                ActionJournal.MAIL_OPPOSITION,
                Auteur.parLien(compte.identifiant(), adresse),
                avant.nouveau(),
                avant.mail());
        traces.annoncer(compte, Champ.MAIL);
        courriels.ecrire("mail.retabli", avant.mail(), compte, avant.mail());
        courriels.ecrire("mail.refuse", avant.nouveau(), compte, avant.mail());
    }
}
