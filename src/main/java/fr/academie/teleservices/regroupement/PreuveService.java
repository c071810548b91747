package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.lignee.Survivant;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * L'étape 1 : prouver qu'un autre compte est le sien, par son identifiant et son mot de passe.
 *
 * <p>La preuve reste au serveur (table {@code demande_regroupement}), liée au compte et à la session de qui l'a faite, quelques
 * minutes ; l'étape suivante n'en connaît que le jeton.
 */
@Singleton
public final class PreuveService {

    private final CompteService comptes;
    private final PorteeService portees;
    private final LigneeService lignee;
    private final LimiteurDEssais limiteur;
    private final JournalService journal;
    private final Transactions transactions;
    private final RegroupementMapper regroupements;
    private final ReglesDeRegroupement regles;
    private final Duration duree;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public PreuveService(
            CompteService comptes,
            PorteeService portees,
            LigneeService lignee,
            LimiteurDEssais limiteur,
            JournalService journal,
            Transactions transactions,
            ReglesDeRegroupement regles,
            Reglages reglages,
            Clock horloge) {
        this.comptes = comptes;
        this.portees = portees;
        this.lignee = lignee;
        this.limiteur = limiteur;
        this.journal = journal;
        this.transactions = transactions;
        this.regroupements = transactions.mapper(RegroupementMapper.class);
        this.regles = regles;
        this.duree = reglages.preuve().duree();
        this.horloge = horloge;
    }

    /** Comme {@link #prouver(Demandeur, String, String, UUID)}, pour un premier compte. */
    public UUID prouver(Demandeur demandeur, String identifiantSaisi, String motDePasseSaisi)
            throws RegroupementRefuse {
        Acte.REGROUPER.exiger(demandeur);
        return prouver(demandeur, identifiantSaisi, motDePasseSaisi, null);
    }

    /**
     * Vérifie la preuve et ouvre une demande de regroupement.
     *
     * @param lot les comptes déjà prouvés, avec lesquels celui-ci se confirmera ; nul pour un premier compte, et comme nul si ce lot n'est pas
     *     de cette session ou a déjà servi
     * @return le jeton du lot
     * @throws RegroupementRefuse TROP_DE_COMPTES, PREUVE_REFUSEE, TROP_D_ESSAIS, MEME_COMPTE, DEJA_ABSORBE, IDENTITE_DIFFERENTE, PRINCIPAL_FERME, PRINCIPAL_NON_ACTIF ou
     *     SERVICE_SATURE ; rien n'est modifié
     */
    public UUID prouver(Demandeur demandeur, String identifiantSaisi, String motDePasseSaisi, @Nullable UUID lot)
            throws RegroupementRefuse {
        Acte.REGROUPER.exiger(demandeur);
        Identifiant cible = designe(demandeur, identifiantSaisi);
        if (cible.equals(demandeur.identifiant())) {
            throw new RegroupementRefuse(RefusRegroupement.MEME_COMPTE);
        }
        Compte principal = comptes.parId(demandeur.responsableId()).orElseThrow();
        ReglesDeRegroupement.exigerActif(principal);
        if (lot != null) {
            // Avant la preuve : un essai ne se dépense pas pour un compte de trop.
            exigerDeLaPlace(demandes(demandeur, lot), cible);
        }
        // Cherché pour chacun, dit au seul absorbant : le mot de passe d'un compte fermé est vide, lui le redemanderait
        // sans fin.
        Survivant survivant = lignee.survivant(cible).orElse(null);
        if (survivant != null && survivant.compteId() == principal.id()) {
            throw RegroupementRefuse.dejaAbsorbe(survivant.le());
        }
        Compte secondaire = compteProuve(demandeur, cible, motDePasseSaisi);
        try {
            regles.exiger(principal, secondaire);
        } catch (RegroupementRefuse e) {
            journaliser(demandeur, e.code());
            throw e;
        }
        return deposer(demandeur, principal, secondaire, lot, !secondaire.doitChoisirSonMotDePasse());
    }

    /**
     * Ouvre une demande de regroupement, quand l'autre compte est déjà prouvé par son courrier : mêmes règles, même portée. Il rejoint les
     * comptes que cette session a déjà prouvés, et pas encore regroupés.
     *
     * @param secondaireId le compte que nomme le courrier, dont l'appelant a reconnu le code ou le mot de passe
     * @return le jeton du lot
     * @throws RegroupementRefuse TROP_DE_COMPTES, PREUVE_REFUSEE, MEME_COMPTE, IDENTITE_DIFFERENTE, DEJA_REGROUPE, PRINCIPAL_FERME ou PRINCIPAL_NON_ACTIF ; rien
     *     n'est modifié
     */
    public UUID prouverParCourrier(Demandeur demandeur, long secondaireId) throws RegroupementRefuse {
        Acte.REGROUPER.exiger(demandeur);
        return prouverAilleurs(demandeur, secondaireId);
    }

    /**
     * De même, quand l'autre compte est prouvé par un code envoyé là où son établissement joint le titulaire.
     *
     * @param secondaireId le compte dont l'appelant a reconnu le code
     * @throws RegroupementRefuse comme pour un courrier
     */
    public UUID prouverParCode(Demandeur demandeur, long secondaireId) throws RegroupementRefuse {
        Acte.REGROUPER.exiger(demandeur);
        return prouverAilleurs(demandeur, secondaireId);
    }

    private UUID prouverAilleurs(Demandeur demandeur, long secondaireId) throws RegroupementRefuse {
        Compte principal = comptes.parId(demandeur.responsableId()).orElseThrow();
        Compte secondaire = comptes.parId(secondaireId).orElseThrow();
        try {
            if (secondaire.id() != principal.id() && !livre(secondaire)) {
                throw new RegroupementRefuse(RefusRegroupement.PREUVE_REFUSEE);
            }
            regles.exiger(principal, secondaire);
        } catch (RegroupementRefuse e) {
            journaliser(demandeur, e.code());
            throw e;
        }
        UUID lot = regroupements.lotOuvert(demandeur.responsableId(), demandeur.sessionId(), horloge.instant());
        return deposer(demandeur, principal, secondaire, lot, false);
    }

    /** Efface les demandes périmées avant {@code avant} ; le regroupement qu'elles ont pu produire reste. */
    public int purger(Instant avant) {
        return transactions.executer(() -> regroupements.purgerDemandes(avant));
    }

    /** Efface ce qui reste des regroupements défaits avant {@code avant} ; rend leur nombre. */
    public int purgerLesAnnules(Instant avant) {
        return transactions.executer(() -> regroupements.purgerAnnules(avant));
    }

    /** Une saisie qui ne désigne personne n'est un essai contre personne : refusée du même mot et dans le même temps, sans rien compter. */
    private Identifiant designe(Demandeur demandeur, String saisie) throws RegroupementRefuse {
        Optional<Identifiant> lu = Identifiant.lire(saisie);
        if (lu.isEmpty()) {
            LimiteurDEssais.Essai essai = inscrire(demandeur, "");
            limiteur.oublier(essai);
            comptes.refuser();
            throw RegroupementRefuse.preuveRefusee(essai.restants() + 1);
        }
        return lu.get();
    }

    private LimiteurDEssais.Essai inscrire(Demandeur demandeur, String cible) throws RegroupementRefuse {
        try {
            return limiteur.inscrire(Operation.REGROUPEMENT, demandeur, cible);
        } catch (TropDEssais e) {
            if (e.estLePremier()) {
                journaliser(demandeur, RefusRegroupement.TROP_D_ESSAIS);
            }
            throw RegroupementRefuse.attendre(e.attente());
        }
    }

    private Compte compteProuve(Demandeur demandeur, Identifiant cible, String motDePasse) throws RegroupementRefuse {
        LimiteurDEssais.Essai essai = inscrire(demandeur, cible.valeur());
        try {
            var prouve = comptes.prouver(cible, motDePasse, this::livre);
            if (prouve.isEmpty()) {
                journaliser(demandeur, RefusRegroupement.PREUVE_REFUSEE);
                throw RegroupementRefuse.preuveRefusee(essai.restants());
            }
            limiteur.compterJuste(essai);
            return prouve.get();
        } catch (ServiceSature e) {
            limiteur.oublier(essai);
            throw new RegroupementRefuse(RefusRegroupement.SERVICE_SATURE);
        }
    }

    /** Le courrier d'un établissement ne livre pas les élèves d'un autre : refusé comme un mot de passe faux, sans le dire. */
    private boolean livre(Compte secondaire) {
        return portees.courante(secondaire.id())
                .filter(portee -> portee.deborde(horloge.instant()))
                .isEmpty();
    }

    /** @param choisi vrai si c'est par son mot de passe choisi que l'autre compte est prouvé : lui seul peut rester à la place de celui-ci */
    private UUID deposer(Demandeur demandeur, Compte principal, Compte secondaire, @Nullable UUID lot, boolean choisi)
            throws RegroupementRefuse {
        UUID jeton = jeton();
        return transactions.executer(() -> {
            Instant maintenant = horloge.instant();
            // Une portée tombée avec le temps ne doit pas revenir avec les élèves que le regroupement apporte.
            portees.lever(principal.id());
            UUID sien = lot != null && rejoint(demandeur, secondaire, lot, maintenant) ? lot : null;
            regroupements.deposerDemande(
                    DemandeDeRegroupement.neuve(
                            jeton, sien, principal.id(), secondaire, demandeur.sessionId(), maintenant.plus(duree)),
                    maintenant,
                    choisi ? secondaire.version() : null);
            return sien == null ? jeton : sien;
        });
    }

    /** Vrai si ce lot est de cette session et n'a pas servi : la preuve le rejoint, et remplace celle du même compte. */
    private boolean rejoint(Demandeur demandeur, Compte secondaire, UUID lot, Instant maintenant)
            throws RegroupementRefuse {
        Long session = regroupements.tenirLeLot(lot, demandeur.responsableId());
        if (session == null
                || session != demandeur.sessionId()
                || regroupements.faits(lot, demandeur.responsableId())) {
            return false;
        }
        List<DemandeDeRegroupement> demandes = demandes(demandeur, lot);
        exigerDeLaPlace(demandes, secondaire.identifiant());
        demandes.stream()
                .filter(d -> d.secondaireId() == secondaire.id())
                .forEach(d ->
                        regroupements.retirer(d.jeton(), demandeur.responsableId(), demandeur.sessionId(), maintenant));
        return true;
    }

    private List<DemandeDeRegroupement> demandes(Demandeur demandeur, UUID lot) {
        Instant maintenant = horloge.instant();
        return regroupements.demandes(lot, demandeur.responsableId(), maintenant).stream()
                .filter(d -> d.faitLe() == null)
                .toList();
    }

    /** Le même compte, prouvé de nouveau, ne prend pas une autre place. */
    private void exigerDeLaPlace(List<DemandeDeRegroupement> demandes, Identifiant cible) throws RegroupementRefuse {
        if (demandes.size() >= RegroupementService.AU_PLUS
                && demandes.stream().map(DemandeDeRegroupement::prouve).noneMatch(cible::equals)) {
            throw new RegroupementRefuse(RefusRegroupement.TROP_DE_COMPTES);
        }
    }

    private void journaliser(Demandeur demandeur, RefusRegroupement code) {
        journal.ajouter(new LigneJournal(
                horloge.instant(),
                ActionJournal.REGROUPEMENT_REFUSE,
                demandeur.responsableId(),
                demandeur.auteur(),
                FabriqueJson.objet().add("refus", code.name()).build().toString()));
    }

    private UUID jeton() {
        byte[] octets = new byte[16];
        hasard.nextBytes(octets);
        ByteBuffer tampon = ByteBuffer.wrap(octets);
        return new UUID(tampon.getLong(), tampon.getLong());
    }
}
