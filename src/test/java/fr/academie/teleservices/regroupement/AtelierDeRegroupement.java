package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.coordonnees.CoordonneesReprises;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.opposition.ActeOpposable;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.scolarite.Rattachements;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.courriel.ModelesDeCourriel;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.time.Clock;

/** Assemble les services de la pièce, dont certains lui sont propres. */
public record AtelierDeRegroupement(
        PreuveService preuves, RegroupementService regroupements, EchangeDuCompteQuiReste echanges) {

    public AtelierDeRegroupement(
            CompteService comptes,
            PorteeService portees,
            ScolariteService scolarite,
            LimiteurDEssais limiteur,
            CoordonneesReprises coordonnees,
            AvisAuTitulaire avis,
            JournalService journal,
            Transactions transactions,
            ProfilAcademie profil,
            Reglages reglages,
            Clock horloge) {
        this(
                comptes,
                portees,
                scolarite,
                limiteur,
                new EchangeDuCompteQuiReste(portees, transactions, horloge),
                new ChoixDesCoordonnees(coordonnees),
                avis,
                journal,
                transactions,
                new ReglesDeRegroupement(profil),
                new ModelesDeCourriel(Atelier.textes(profil)),
                reglages,
                horloge);
    }

    private AtelierDeRegroupement(
            CompteService comptes,
            PorteeService portees,
            ScolariteService scolarite,
            LimiteurDEssais limiteur,
            EchangeDuCompteQuiReste echanges,
            ChoixDesCoordonnees coordonnees,
            AvisAuTitulaire avis,
            JournalService journal,
            Transactions transactions,
            ReglesDeRegroupement regles,
            ModelesDeCourriel modeles,
            Reglages reglages,
            Clock horloge) {
        this(
                new PreuveService(
                        comptes,
                        portees,
                        new LigneeService(transactions),
                        limiteur,
                        journal,
                        transactions,
                        regles,
                        reglages,
                        horloge),
                new RegroupementService(
                        comptes,
                        scolarite,
                        regles,
                        echanges,
                        coordonnees,
                        new EcritureDuRegroupement(
                                new TracesDuRegroupement(modeles, avis), avis, transactions, horloge),
                        transactions,
                        horloge),
                echanges);
    }

    /** Le regroupement que décide le rapprochement. */
    public static RegroupementSansTitulaire sansTitulaire(
            ScolariteService scolarite,
            AvisAuTitulaire avis,
            ProfilAcademie profil,
            Transactions transactions,
            Clock horloge) {
        return new RegroupementSansTitulaire(
                scolarite,
                avis,
                new EcritureDuRegroupement(
                        new TracesDuRegroupement(new ModelesDeCourriel(Atelier.textes(profil)), avis),
                        avis,
                        transactions,
                        horloge));
    }

    public static ActeOpposable opposition(
            CompteService comptes,
            ScolariteService scolarite,
            SessionService sessions,
            AvisAuTitulaire avis,
            JournalService journal,
            EvenementService evenements,
            EnvoiDeCourriels courriels,
            CoordonneesReprises coordonnees,
            Transactions transactions,
            Clock horloge) {
        return new OppositionAuRegroupement(
                comptes,
                scolarite,
                new Rattachements(comptes, transactions),
                sessions,
                avis,
                journal,
                evenements,
                courriels,
                coordonnees,
                transactions,
                horloge);
    }
}
