package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.Correspondance;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.texte.OrdreFrancais;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Les étapes 2 et 3 : montrer ce qui sera fait, le faire en une transaction, dire ce qui a été fait.
 *
 * <p>Le jeton de la demande est la clé unique du regroupement : une seconde confirmation (double clic, retour en arrière, requête
 * rejouée) trouve le résultat de la première, et une réponse perdue au moment de la validation se retrouve par lui.
 */
@Singleton
public final class RegroupementService {

    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final ReglesDeRegroupement regles;
    private final EcritureDuRegroupement ecriture;
    private final Transactions transactions;
    private final RegroupementMapper regroupements;
    private final Clock horloge;

    @Inject
    public RegroupementService(
            CompteService comptes,
            ScolariteService scolarite,
            ReglesDeRegroupement regles,
            EcritureDuRegroupement ecriture,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.regles = regles;
        this.ecriture = ecriture;
        this.transactions = transactions;
        this.regroupements = transactions.mapper(RegroupementMapper.class);
        this.horloge = horloge;
    }

    /**
     * Ce que la demande fera, avec les faits d'aujourd'hui. La page rend {@link Apercu#vue} en confirmant : ce qu'une autre page a montré
     * entre-temps n'y change rien.
     *
     * @throws RegroupementRefuse DEMANDE_PERIMEE, DEJA_REGROUPE, IDENTITE_DIFFERENTE, PRINCIPAL_FERME ou PRINCIPAL_NON_ACTIF
     */
    public Apercu apercu(Demandeur demandeur, UUID jeton) throws RegroupementRefuse {
        Acte.REGROUPER.exiger(demandeur);
        return transactions.executer(() -> {
            DemandeDeRegroupement demande = demandeValable(demandeur, jeton);
            EtatMontre etat = new EtatMontre(
                    comptes.parId(demande.principalId()).orElseThrow(),
                    comptes.parId(demande.secondaireId()).orElseThrow(),
                    scolarite.rattachements(demande.principalId(), demande.secondaireId()));
            regles.exiger(etat.principal(), etat.secondaire());
            return apercu(jeton, etat);
        });
    }

    /**
     * Regroupe, une fois et une seule par jeton : au retour sans exception, {@link #fait} rend le résultat.
     *
     * @param vue {@link Apercu#vue} de la page confirmée ; toute autre valeur est refusée comme si les comptes avaient changé
     * @throws RegroupementRefuse DEMANDE_PERIMEE, COMPTES_CHANGES, DEJA_REGROUPE, IDENTITE_DIFFERENTE, PRINCIPAL_FERME ou
     *     PRINCIPAL_NON_ACTIF :
     *     rien n'est modifié ; ISSUE_INCONNUE si la base reste muette : rien n'est supposé, la même demande peut être confirmée
     *     à nouveau
     */
    public void confirmer(Demandeur demandeur, UUID jeton, String vue) throws RegroupementRefuse {
        Acte.REGROUPER.exiger(demandeur);
        transactions.executerOuRetrouver(
                "regroupement " + jeton,
                () -> regrouper(demandeur, jeton, vue),
                () -> new RegroupementRefuse(RefusRegroupement.ISSUE_INCONNUE));
    }

    /** Le résultat de cette demande du responsable connecté ; vide si elle n'a rien produit ou n'est pas la sienne. */
    public Optional<RegroupementFait> fait(Demandeur demandeur, UUID jeton) {
        Acte.REGROUPER.exiger(demandeur);
        DemandeDeRegroupement demande = regroupements.demande(jeton, demandeur.responsableId(), horloge.instant());
        if (demande == null || demande.faitLe() == null) {
            return Optional.empty();
        }
        Compte secondaire = comptes.parId(demande.secondaireId()).orElseThrow();
        return Optional.of(new RegroupementFait(
                jeton, demande.faitLe(), secondaire.identifiant(), scolarite.enfants(demandeur.responsableId())));
    }

    /** Les regroupements que ce compte a faits, du plus ancien au plus récent ; vide si aucun. */
    public List<RegroupementEnregistre> enregistres(long principalId) {
        return regroupements.enregistres(principalId);
    }

    private void regrouper(Demandeur demandeur, UUID jeton, String vue) throws RegroupementRefuse {
        DemandeDeRegroupement demande = regroupements.demande(jeton, demandeur.responsableId(), horloge.instant());
        if (demande != null && demande.faitLe() != null) {
            return;
        }
        demande = exigerValable(demandeur, demande);
        CompteService.PaireVerrouillee paire = comptes.verrouiller(demande.principalId(), demande.secondaireId());
        EtatMontre etat = new EtatMontre(
                paire.principal(),
                paire.secondaire(),
                scolarite.verrouiller(demande.principalId(), demande.secondaireId()));
        if (etat.secondaire().etat() == EtatCompte.FERME
                && regroupements.faitLe(jeton, demandeur.responsableId()) != null) {
            return;
        }
        Correspondance correspondance = regles.exiger(etat.principal(), etat.secondaire());
        if (!etat.empreinte().equals(vue)) {
            throw new RegroupementRefuse(RefusRegroupement.COMPTES_CHANGES);
        }
        ecrire(demandeur, demande, etat, correspondance);
    }

    private void ecrire(
            Demandeur demandeur, DemandeDeRegroupement demande, EtatMontre etat, Correspondance correspondance) {
        ecriture.ecrire(new ActeDeRegroupement(
                demande.jeton(),
                OrigineDuRegroupement.TITULAIRE,
                demandeur.auteur(),
                etat.principal(),
                etat.secondaire(),
                etat.rattachements(),
                correspondance,
                DemandeDeRegroupement.adresses(demande.mailsDuPrincipal()),
                DemandeDeRegroupement.adresses(demande.mailsDuSecondaire())));
    }

    private DemandeDeRegroupement demandeValable(Demandeur demandeur, UUID jeton) throws RegroupementRefuse {
        return exigerValable(demandeur, regroupements.demande(jeton, demandeur.responsableId(), horloge.instant()));
    }

    private DemandeDeRegroupement exigerValable(Demandeur demandeur, @Nullable DemandeDeRegroupement demande)
            throws RegroupementRefuse {
        if (demande == null) {
            throw new RegroupementRefuse(RefusRegroupement.DEMANDE_PERIMEE);
        }
        if (demande.sessionId() != demandeur.sessionId() || !horloge.instant().isBefore(demande.expireLe())) {
            throw RegroupementRefuse.perimee(comptes.parId(demande.secondaireId())
                    .orElseThrow()
                    .identifiant()
                    .valeur());
        }
        return demande;
    }

    /** Celui de {@link ScolariteService#enfants(long)}. */
    private static final Comparator<EnfantApres> DANS_L_ORDRE = Comparator.comparing(
                    (EnfantApres apres) -> apres.enfant().eleve().prenom(), OrdreFrancais.comparateur())
            .thenComparing(apres -> apres.enfant().eleve().nom(), OrdreFrancais.comparateur())
            .thenComparing(apres -> apres.enfant().eleve().id());

    private Apercu apercu(UUID jeton, EtatMontre etat) {
        long principalId = etat.principal().id();
        long secondaireId = etat.secondaire().id();
        List<Enfant> duPrincipal = scolarite.enfants(principalId);
        List<Enfant> duSecondaire = scolarite.enfants(secondaireId);
        Map<Long, Eleve> eleves = Stream.concat(duPrincipal.stream(), duSecondaire.stream())
                .collect(Collectors.toMap(e -> e.eleve().id(), Enfant::eleve, (un, autre) -> un));
        List<EnfantApres> apres =
                PlanDeRegroupement.calculer(principalId, secondaireId, etat.rattachements()).liens().stream()
                        .filter(l -> l.apres().etat() != EtatRattachement.RETIRE && eleves.containsKey(l.eleveId()))
                        .map(l -> new EnfantApres(
                                new Enfant(Objects.requireNonNull(eleves.get(l.eleveId())), l.apres()),
                                estVivant(l.avantPrincipal()),
                                estVivant(l.avantSecondaire())))
                        .sorted(DANS_L_ORDRE)
                        .toList();
        return new Apercu(
                jeton, etat.empreinte(), etat.principal(), etat.secondaire(), duPrincipal, duSecondaire, apres);
    }

    private static boolean estVivant(@Nullable Qualite qualite) {
        return qualite != null && qualite.etat() != EtatRattachement.RETIRE;
    }
}
