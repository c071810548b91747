package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.CoordonneesDuCompte;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.evenement.Evenement.Champ;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.opposition.AdresseConnue;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.socle.persistance.PlusieursLectures;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/**
 * L'adresse mail ou le portable confirmés d'un compte qui se ferme, repris par celui qui reste : les mêmes avis, et les mêmes délais, que si le
 * titulaire les avait donnés lui-même. Dans la transaction de l'appelant, qui tient les deux comptes.
 */
@Singleton
public final class CoordonneesReprises {

    private final CompteService comptes;
    private final AvisAuTitulaire avis;
    private final OppositionAuMail oppositions;
    private final TracesDuProfil traces;
    private final TracesDuTelephone tracesDuTelephone;
    private final MailMapper mails;
    private final Clock horloge;

    @Inject
    CoordonneesReprises(
            CompteService comptes,
            AvisAuTitulaire avis,
            OppositionAuMail oppositions,
            TracesDuProfil traces,
            TracesDuTelephone tracesDuTelephone,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.avis = avis;
        this.oppositions = oppositions;
        this.traces = traces;
        this.tracesDuTelephone = tracesDuTelephone;
        this.mails = transactions.mapper(MailMapper.class);
        this.horloge = horloge;
    }

    /** Ce que chacun de ces comptes a de confirmé, en un aller-retour ; un compte inconnu n'y est pas. */
    public Map<Long, CoordonneesConfirmees> confirmees(Collection<Long> ids) {
        PlusieursLectures lues = new PlusieursLectures(mails.confirmees(ids, horloge.instant()));
        return CoordonneesConfirmees.parCompte(
                lues.lignes(0, CoordonneesDuCompte.class), lues.lignes(1, AdresseConnue.class));
    }

    /** Le compte qui reste a désormais cette adresse, confirmée depuis qu'elle l'était ; celle qu'il avait l'apprend, et peut s'y opposer. */
    public void reprendre(Compte reste, Compte ferme, AdresseMail mail, Auteur auteur) {
        Instant confirmeLe = comptes.mailConfirmeLe(ferme.id()).orElseThrow();
        oppositions.prevenir(reste, mail);
        mails.oublier(reste.id());
        comptes.changerMail(reste, mail.valeur(), confirmeLe);
        comptes.finirActivation(reste.id());
        traces.journaliser(reste, ActionJournal.MAIL_CONFIRME, auteur, reste.mail(), mail.valeur());
        traces.annoncer(reste, Champ.MAIL);
    }

    /** Le compte qui reste a désormais ce portable, confirmé ; il ne prouvera le titulaire qu'au bout du délai de tout numéro nouveau. */
    public void reprendre(Compte reste, TelephonePortable portable, Auteur auteur) {
        tracesDuTelephone.changer(reste, auteur, portable, horloge.instant());
    }

    /** Un regroupement défait vient de rendre au compte qui restait ce qu'il avait avant : il n'y a plus à s'opposer au changement. */
    public void rendues(Compte reste, Compte relu, Instant depuis) {
        if (!Objects.equals(reste.mail(), relu.mail())) {
            avis.clore(reste.id(), Changement.MAIL, depuis);
            traces.annoncer(relu, Champ.MAIL);
        }
        if (!Objects.equals(reste.telephonePortable(), relu.telephonePortable())) {
            traces.annoncer(relu, Champ.TELEPHONE_PORTABLE);
        }
    }
}
