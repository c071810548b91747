package fr.academie.teleservices.courrier;

import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.opposition.ActeOpposable;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.opposition.Opposition;
import fr.academie.teleservices.opposition.OppositionRefusee;
import fr.academie.teleservices.opposition.Prevision;
import fr.academie.teleservices.opposition.RefusOpposition;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Le mot de passe d'avant un courrier, que le titulaire fait remettre : celui du courrier ne vaut plus, pas plus que celui qu'on a pu
 * choisir avec lui, et toutes les sessions finissent.
 */
@Singleton
final class OppositionAuCourrier implements ActeOpposable {

    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final SessionService sessions;
    private final AvisAuTitulaire avis;
    private final JournalService journal;
    private final EnvoiDeCourriels courriels;
    private final Clock horloge;

    @Inject
    OppositionAuCourrier(
            CompteService comptes,
            ScolariteService scolarite,
            SessionService sessions,
            AvisAuTitulaire avis,
            JournalService journal,
            EnvoiDeCourriels courriels,
            Clock horloge) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.sessions = sessions;
        this.avis = avis;
        this.journal = journal;
        this.courriels = courriels;
        this.horloge = horloge;
    }

    @Override
    public Changement acte() {
        return Changement.COURRIER;
    }

    @Override
    public Prevision prevoir(Opposition opposition) {
        Compte compte = comptes.parId(opposition.responsableId()).orElseThrow();
        String identifiant = compte.identifiant().valeur();
        String etablissement = etablissement(opposition);
        if (compte.etat() != EtatCompte.ACTIF) {
            return Prevision.refusee(RefusOpposition.COMPTE_FERME, identifiant, etablissement);
        }
        return compte.provisoireExpireLe() == null
                ? Prevision.enPartie(identifiant, etablissement)
                : Prevision.entiere(identifiant, etablissement);
    }

    @Override
    public void defaire(Opposition opposition, String adresse) throws OppositionRefusee {
        Compte compte = comptes.verrouiller(opposition.responsableId());
        if (compte.etat() != EtatCompte.ACTIF) {
            throw new OppositionRefusee(RefusOpposition.COMPTE_FERME);
        }
        avis.clore(compte.id(), Changement.COURRIER, opposition.creeLe());
        comptes.rendreLEntree(compte, opposition.avant());
        sessions.finirLesAutres(compte.identifiant(), 0);
        journal.ajouter(new LigneJournal(
                horloge.instant(),
                ActionJournal.COURRIER_OPPOSITION,
                compte.id(),
                Auteur.parLien(compte.identifiant(), adresse),
                FabriqueJson.objet()
                        .add("uai", String.valueOf(opposition.uai()))
                        .build()
                        .toString()));
        String etablissement = etablissement(opposition);
        avis.adressesSures(compte.id())
                .forEach(mail -> courriels.deposerEn(
                        compte.langue(),
                        "courrier.oppose",
                        mail,
                        compte.identite().nomCourant(),
                        compte.identifiant().valeur(),
                        etablissement));
    }

    private String etablissement(Opposition opposition) {
        return scolarite.etablissements(List.of(String.valueOf(opposition.uai()))).stream()
                .map(Etablissement::nom)
                .collect(Collectors.joining());
    }
}
