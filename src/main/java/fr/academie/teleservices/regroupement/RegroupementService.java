package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.persistance.PlusieursLectures;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.texte.OrdreFrancais;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Les étapes 2 et 3 : montrer ce qui sera fait, le faire en une transaction, dire ce qui a été fait.
 *
 * <p>Un lot est une ou plusieurs preuves du même titulaire, confirmées ensemble : toutes, ou aucune. Le jeton de chacune est la clé unique de
 * son regroupement : une seconde confirmation (double clic, retour en arrière, requête rejouée) trouve le résultat de la première, et une
 * réponse perdue au moment de la validation se retrouve par lui.
 */
@Singleton
public final class RegroupementService {

    /** Comptes qui se ferment ensemble, au plus. */
    public static final int AU_PLUS = 6;

    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final JugementDuLot jugement;
    private final EchangeDuCompteQuiReste echanges;
    private final ChoixDesCoordonnees coordonnees;
    private final EcritureDuRegroupement ecriture;
    private final Transactions transactions;
    private final RegroupementMapper regroupements;
    private final Clock horloge;

    @Inject
    public RegroupementService(
            CompteService comptes,
            ScolariteService scolarite,
            ReglesDeRegroupement regles,
            EchangeDuCompteQuiReste echanges,
            ChoixDesCoordonnees coordonnees,
            EcritureDuRegroupement ecriture,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.jugement = new JugementDuLot(regles);
        this.echanges = echanges;
        this.coordonnees = coordonnees;
        this.ecriture = ecriture;
        this.transactions = transactions;
        this.regroupements = transactions.mapper(RegroupementMapper.class);
        this.horloge = horloge;
    }

    /**
     * Ce que le lot fera, avec les faits d'aujourd'hui. La page rend {@link Apercu#vue} en confirmant : ce qu'une autre page a montré
     * entre-temps n'y change rien. D'un lot de plusieurs, les comptes qui ne peuvent plus être regroupés sont nommés, et les autres montrés.
     *
     * @throws RegroupementRefuse DEMANDE_PERIMEE, DEJA_REGROUPE, IDENTITE_DIFFERENTE, PRINCIPAL_FERME ou PRINCIPAL_NON_ACTIF
     */
    public Apercu apercu(Demandeur demandeur, UUID lot) throws RegroupementRefuse {
        Acte.REGROUPER.exiger(demandeur);
        return apercu(demandeur, lot, demandes(demandeur, lot));
    }

    /**
     * Comme {@link #apercu(Demandeur, UUID)} ; vide si le lot a produit un regroupement : il n'y a plus rien à confirmer.
     *
     * @throws RegroupementRefuse de même
     */
    public Optional<Apercu> aConfirmer(Demandeur demandeur, UUID lot) throws RegroupementRefuse {
        Acte.REGROUPER.exiger(demandeur);
        List<DemandeDeRegroupement> demandes = demandes(demandeur, lot);
        return demandes.stream().anyMatch(d -> d.faitLe() != null)
                ? Optional.empty()
                : Optional.of(apercu(demandeur, lot, demandes));
    }

    private Apercu apercu(Demandeur demandeur, UUID lot, List<DemandeDeRegroupement> demandes)
            throws RegroupementRefuse {
        Instant maintenant = horloge.instant();
        List<Long> ids = jugement.aTenir(demandeur, demandes, maintenant);
        ComptesDuLot lus = ComptesDuLot.de(new PlusieursLectures(regroupements.comptesDuLot(ids, maintenant)));
        return apercu(demandeur, lot, jugement.juger(demandeur, demandes, lus.comptes(), lus.liens(), maintenant), lus);
    }

    /** Comme {@link #confirmer(Demandeur, UUID, String, CoordonneesGardees)}, le compte qui reste gardant les siennes. */
    public boolean confirmer(Demandeur demandeur, UUID lot, String vue) throws RegroupementRefuse {
        Acte.REGROUPER.exiger(demandeur);
        return confirmer(demandeur, lot, vue, CoordonneesGardees.SIENNES);
    }

    /**
     * Regroupe, une fois et une seule par jeton : au retour sans exception, {@link #fait} rend le résultat.
     *
     * @return vrai si le compte connecté s'est fermé, et ses sessions avec lui : {@link #faitAvantDeFermer} rend alors le résultat
     * @param vue {@link Apercu#vue} de la page confirmée ; toute autre valeur est refusée comme si les comptes avaient changé
     * @param gardees l'adresse mail et le portable que le compte qui reste gardera
     * @throws RegroupementRefuse DEMANDE_PERIMEE, COMPTES_CHANGES (qui nomme ceux d'un lot de plusieurs), COORDONNEE_IMPOSSIBLE, DEJA_REGROUPE,
     *     IDENTITE_DIFFERENTE, PRINCIPAL_FERME ou PRINCIPAL_NON_ACTIF : rien n'est modifié ; ISSUE_INCONNUE si la base reste muette : rien
     *     n'est supposé, la même demande peut être confirmée à nouveau
     */
    public boolean confirmer(Demandeur demandeur, UUID lot, String vue, CoordonneesGardees gardees)
            throws RegroupementRefuse {
        Acte.REGROUPER.exiger(demandeur);
        return transactions.executerOuRetrouver(
                "regroupement " + lot,
                () -> regrouper(demandeur, lot, vue, gardees),
                () -> new RegroupementRefuse(RefusRegroupement.ISSUE_INCONNUE));
    }

    /** Retire un compte du lot ; sans effet s'il n'en est pas, ou plus, ou s'il est déjà regroupé. Vrai s'il en reste. */
    public boolean retirer(Demandeur demandeur, UUID lot, UUID jeton) {
        Acte.REGROUPER.exiger(demandeur);
        return transactions.executer(() -> {
            List<DemandeDeRegroupement> demandes = demandes(demandeur, lot);
            if (demandes.stream().anyMatch(d -> d.jeton().equals(jeton) && d.faitLe() == null)) {
                regroupements.retirer(jeton, demandeur.responsableId(), demandeur.sessionId(), horloge.instant());
            }
            return demandes.stream().anyMatch(d -> !d.jeton().equals(jeton));
        });
    }

    /** Le résultat de ce lot du responsable connecté ; vide s'il n'a rien produit ou n'est pas le sien. */
    public Optional<RegroupementFait> fait(Demandeur demandeur, UUID lot) {
        Acte.REGROUPER.exiger(demandeur);
        return fait(
                demandeur.responsableId(),
                demandeur.identifiant(),
                demandes(demandeur, lot).stream()
                        .filter(d -> d.faitLe() != null)
                        .toList());
    }

    /**
     * Le résultat de ce lot, pour qui l'a confirmé dans cette session : elle a fini avec son compte, un autre reste. Vide si cette session n'en
     * a rien fait, ou si son compte n'est pas fermé.
     */
    public Optional<RegroupementFait> faitAvantDeFermer(SessionUtilisateur session, UUID lot) {
        return comptes.parIdentifiant(session.identifiant())
                .filter(compte -> compte.etat() == EtatCompte.FERME)
                .flatMap(compte ->
                        fait(compte.id(), compte.identifiant(), echanges.faites(compte.id(), session.sessionId(), lot)))
                .filter(fait -> fait.aFerme(session.identifiant()));
    }

    private Optional<RegroupementFait> fait(
            long demandeurId, Identifiant demandeur, List<DemandeDeRegroupement> faites) {
        return faites.stream().findFirst().map(une -> {
            long resteId = Objects.requireNonNull(une.resteId());
            return new RegroupementFait(
                    une.jeton(),
                    Objects.requireNonNull(une.faitLe()),
                    Objects.requireNonNull(une.quiReste()),
                    faites.stream().map(d -> d.ferme(demandeur)).toList(),
                    resteId == demandeurId ? scolarite.enfants(resteId) : List.of());
        });
    }

    /** Les comptes que ce lot tient prouvés dans cette session, et que rien n'a encore regroupés ; vide s'il n'y en a pas, ou plus. */
    public List<Identifiant> prouves(Demandeur demandeur, UUID lot) {
        Acte.REGROUPER.exiger(demandeur);
        Instant maintenant = horloge.instant();
        return demandes(demandeur, lot).stream()
                .filter(d -> d.faitLe() == null && d.vaut(demandeur.sessionId(), maintenant))
                .map(DemandeDeRegroupement::prouve)
                .toList();
    }

    /** Les regroupements que ce compte a faits, du plus ancien au plus récent ; vide si aucun. */
    public List<RegroupementEnregistre> enregistres(long principalId) {
        return regroupements.enregistres(principalId);
    }

    /** Vrai si le compte connecté s'est fermé. */
    private boolean regrouper(Demandeur demandeur, UUID lot, String vue, CoordonneesGardees gardees)
            throws RegroupementRefuse {
        List<DemandeDeRegroupement> demandes = demandes(demandeur, lot);
        if (demandes.stream().anyMatch(d -> d.faitLe() != null)) {
            return aFermeLeConnecte(demandes);
        }
        Instant maintenant = horloge.instant();
        List<Long> ids = jugement.aTenir(demandeur, demandes, maintenant);
        Map<Long, Compte> tenus = comptes.verrouiller(ids);
        List<Rattachement> liens = scolarite.verrouiller(ids);
        if (tenus.values().stream().anyMatch(c -> c.etat() == EtatCompte.FERME)
                && regroupements.faits(lot, demandeur.responsableId())) {
            return aFermeLeConnecte(demandes(demandeur, lot));
        }
        EtatDuLot etat = jugement.juger(demandeur, demandes, tenus, liens, maintenant);
        jugement.exigerMontre(VueMontree.lire(vue), etat, demandes);
        ChoixDesCoordonnees.Reprises reprises = coordonnees.reprises(demandeur, etat, gardees);
        if (etat.echange()) {
            Acte.CHANGER_LE_COMPTE_QUI_RESTE.exiger(demandeur);
        }
        ecriture.ecrire(actes(demandeur, etat, reprises), etat.echange() ? demandeur.identifiant() : null);
        coordonnees.reprendre(demandeur, etat, reprises);
        return etat.echange();
    }

    private static boolean aFermeLeConnecte(List<DemandeDeRegroupement> demandes) {
        return demandes.stream().anyMatch(d -> d.faitLe() != null && d.fermeId() == d.principalId());
    }

    private List<ActeDeRegroupement> actes(Demandeur demandeur, EtatDuLot etat, ChoixDesCoordonnees.Reprises reprises) {
        // Le jeton de la première preuve qui se fait : la clé de la page a pu être retirée.
        UUID lot = etat.membres().size() > 1 ? etat.membres().get(0).demande().jeton() : null;
        return etat.etapes().stream()
                .map(etape -> new ActeDeRegroupement(
                        etape.membre().demande().jeton(),
                        lot,
                        OrigineDuRegroupement.TITULAIRE,
                        demandeur.auteur(),
                        etat.principal(),
                        etape.membre().compte(),
                        etape.liens(),
                        etape.membre().correspondance(),
                        etat.mailsDuPrincipal(etape.membre()),
                        etat.mailsDe(etape.membre()),
                        reprises.de(etape.membre().demande().jeton())))
                .toList();
    }

    private List<DemandeDeRegroupement> demandes(Demandeur demandeur, UUID lot) {
        return regroupements.demandes(lot, demandeur.responsableId(), horloge.instant());
    }

    /** Celui de {@link ScolariteService#enfants(long)}. */
    private static final Comparator<EnfantApres> DANS_L_ORDRE = Comparator.comparing(
                    (EnfantApres apres) -> apres.enfant().eleve().prenom(), OrdreFrancais.comparateur())
            .thenComparing(apres -> apres.enfant().eleve().nom(), OrdreFrancais.comparateur())
            .thenComparing(apres -> apres.enfant().eleve().id());

    private Apercu apercu(Demandeur demandeur, UUID lot, EtatDuLot etat, ComptesDuLot lus) {
        Map<Long, List<Enfant>> enfants = lus.enfants();
        List<Enfant> duPrincipal = enfants.getOrDefault(etat.principal().id(), List.of());
        List<Apercu.Autre> autres = etat.membres().stream()
                .map(m -> new Apercu.Autre(
                        m.demande().jeton(),
                        m.compte(),
                        enfants.getOrDefault(m.compte().id(), List.of()),
                        etat.connecte(m),
                        etat.connecte(m) || echanges.possible(demandeur, m.demande(), lus.portees())))
                .toList();
        Map<Long, Eleve> eleves = Stream.concat(
                        duPrincipal.stream(), autres.stream().flatMap(a -> a.enfants().stream()))
                .collect(Collectors.toMap(e -> e.eleve().id(), Enfant::eleve, (un, autre) -> un));
        List<EtatDuLot.Etape> etapes = etat.etapes();
        List<EnfantApres> apres = etapes
                .get(etapes.size() - 1)
                .plan()
                .apres(etat.principal().id())
                .stream()
                .filter(l -> l.vit() && eleves.containsKey(l.eleveId()))
                .map(l -> new EnfantApres(
                        new Enfant(Objects.requireNonNull(eleves.get(l.eleveId())), l.qualite()),
                        vit(etat, etat.principal(), l.eleveId()),
                        autres.stream()
                                .map(Apercu.Autre::compte)
                                .filter(compte -> vit(etat, compte, l.eleveId()))
                                .map(Compte::identifiant)
                                .toList()))
                .sorted(DANS_L_ORDRE)
                .toList();
        return new Apercu(
                lot,
                etat.vue().valeur(),
                etat.principal(),
                duPrincipal,
                autres,
                apres,
                etat.ecartes(),
                coordonnees.offertes(etat, lus.coordonnees()));
    }

    private static boolean vit(EtatDuLot etat, Compte compte, long eleveId) {
        return etat.de(compte.id()).stream().anyMatch(l -> l.eleveId() == eleveId && l.vit());
    }
}
