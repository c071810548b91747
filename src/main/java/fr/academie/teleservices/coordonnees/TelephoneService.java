package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Attente;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.PlafondDeSms;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.CodeAUsageUnique;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.compte.TelephoneConfirme;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.compte.Telephones;
import fr.academie.teleservices.coordonnees.TelephoneMapper.EnAttente;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.sms.EnvoiDeSms;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Le téléphone portable du compte, donné par son titulaire : en attente jusqu'au code reçu par SMS, quand l'académie en envoie ; enregistré
 * aussitôt, sans prouver quoi que ce soit, sinon. D'ici là le numéro du compte reste l'ancien.
 */
@Singleton
public final class TelephoneService {

    private static final Duration VIE = Duration.ofMinutes(15);
    private static final Duration REPOS = Duration.ofMinutes(1);
    private static final int ESSAIS = 5;
    private static final int CHIFFRES = 6;

    private final CompteService comptes;
    private final Telephones telephones;
    private final HachageService hachage;
    private final LimiteurDEssais limiteur;
    private final PlafondDeSms plafond;
    private final EnvoiDeSms sms;
    private final TracesDuTelephone traces;
    private final Transactions transactions;
    private final TelephoneMapper attentes;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public TelephoneService(
            CompteService comptes,
            Telephones telephones,
            HachageService hachage,
            LimiteurDEssais limiteur,
            PlafondDeSms plafond,
            EnvoiDeSms sms,
            TracesDuTelephone traces,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.telephones = telephones;
        this.hachage = hachage;
        this.limiteur = limiteur;
        this.plafond = plafond;
        this.sms = sms;
        this.traces = traces;
        this.transactions = transactions;
        this.attentes = transactions.mapper(TelephoneMapper.class);
        this.horloge = horloge;
    }

    /** Vrai si un numéro se confirme par un code : l'académie envoie des SMS. */
    public boolean seConfirme() {
        return sms.disponible();
    }

    /** Le numéro qui attend son code, comme on le lit ; vide si aucun. */
    public Optional<String> enAttente(Demandeur demandeur) {
        return Optional.ofNullable(attentes.enAttente(demandeur.responsableId(), horloge.instant()))
                .map(EnAttente::telephone)
                .map(TelephonePortable::lisible);
    }

    public boolean estConfirme(Demandeur demandeur) {
        return telephones.confirme(demandeur.responsableId()).isPresent();
    }

    /** Ce qu'il advient du numéro donné. */
    public enum Suite {
        /** Enregistré, ou effacé. */
        ENREGISTRE,
        /** Un code est parti ; le numéro attend. */
        A_CONFIRMER
    }

    /**
     * Met le numéro en attente et y envoie un code ; l'enregistre aussitôt si l'académie n'envoie pas de SMS, l'efface si la saisie est
     * vide.
     *
     * @throws CoordonneeRefusee MAL_FORMEE, DEJA_CONFIRMEE, TROP_TOT ou TROP_D_ENVOIS ; rien n'est modifié
     * @throws ServiceSature si la file des calculs est pleine
     */
    public Suite donner(Demandeur demandeur, String saisie) throws CoordonneeRefusee {
        Acte.CHANGER_DE_TELEPHONE.exiger(demandeur);
        if (Identifiant.sansBlancs(saisie).isEmpty()) {
            enregistrer(demandeur, null, null);
            return Suite.ENREGISTRE;
        }
        TelephonePortable nouveau =
                TelephonePortable.lire(saisie).orElseThrow(() -> new CoordonneeRefusee(RefusDeCoordonnee.MAL_FORMEE));
        if (!seConfirme()) {
            enregistrer(demandeur, nouveau, null);
            return Suite.ENREGISTRE;
        }
        if (telephones
                .confirme(demandeur.responsableId())
                .map(TelephoneConfirme::numero)
                .filter(nouveau.valeur()::equals)
                .isPresent()) {
            throw new CoordonneeRefusee(RefusDeCoordonnee.DEJA_CONFIRMEE);
        }
        envoyer(demandeur, nouveau);
        return Suite.A_CONFIRMER;
    }

    /**
     * Envoie un nouveau code au numéro en attente ; le précédent ne vaut plus rien.
     *
     * @throws CoordonneeRefusee RIEN_EN_ATTENTE, TROP_TOT ou TROP_D_ENVOIS
     */
    public void renvoyer(Demandeur demandeur) throws CoordonneeRefusee {
        Acte.CHANGER_DE_TELEPHONE.exiger(demandeur);
        EnAttente attente = attentes.enAttente(demandeur.responsableId(), horloge.instant());
        if (attente == null) {
            throw new CoordonneeRefusee(RefusDeCoordonnee.RIEN_EN_ATTENTE);
        }
        envoyer(demandeur, new TelephonePortable(attente.telephone()));
    }

    /** Oublie le numéro en attente ; celui du compte reste. */
    public void renoncer(Demandeur demandeur) {
        Acte.CHANGER_DE_TELEPHONE.exiger(demandeur);
        transactions.executer(() -> attentes.oublier(demandeur.responsableId()));
    }

    /**
     * Confirme par le code reçu ; le numéro est désormais celui du compte.
     *
     * @throws CoordonneeRefusee RIEN_EN_ATTENTE, CODE_FAUX (avec les essais qui restent), CODE_PERIME ou TROP_D_ESSAIS
     * @throws ServiceSature si la file des calculs est pleine ; l'essai ne compte pas
     */
    public void confirmer(Demandeur demandeur, String saisie) throws CoordonneeRefusee {
        Acte.CHANGER_DE_TELEPHONE.exiger(demandeur);
        EnAttente attente = attentes.enAttente(demandeur.responsableId(), horloge.instant());
        if (attente == null) {
            throw new CoordonneeRefusee(RefusDeCoordonnee.RIEN_EN_ATTENTE);
        }
        LimiteurDEssais.Essai essai =
                inscrire(Operation.SMS_CODE, demandeur, attente.telephone(), RefusDeCoordonnee.TROP_D_ESSAIS);
        hachage.dansLeTempsDUnRefus(() -> {
            exigerLeCode(demandeur, saisie, attente, essai);
            return essai;
        });
        limiteur.compterJuste(essai);
        if (!enregistrer(demandeur, new TelephonePortable(attente.telephone()), attente)) {
            throw new CoordonneeRefusee(RefusDeCoordonnee.CODE_PERIME);
        }
    }

    /** Efface les codes expirés avant {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> attentes.purger(avant));
    }

    private void envoyer(Demandeur demandeur, TelephonePortable nouveau) throws CoordonneeRefusee {
        LimiteurDEssais.Essai envoi =
                inscrire(Operation.SMS_ENVOI, demandeur, nouveau.valeur(), RefusDeCoordonnee.TROP_D_ENVOIS);
        CodeAUsageUnique code = CodeAUsageUnique.tirer(hasard, CHIFFRES);
        boolean parti = false;
        try {
            String empreinte = hachage.empreinte(code.chiffres());
            transactions.executer(() -> {
                Compte compte = comptes.verrouiller(demandeur.responsableId());
                if (compte.etat() != EtatCompte.ACTIF) {
                    throw new IllegalStateException("Un numéro ne se confirme que pour un compte actif.");
                }
                Instant le = horloge.instant();
                exigerLeRepos(attentes.enAttente(compte.id(), le), nouveau, le);
                exigerLePlafond(nouveau.valeur());
                attentes.deposer(new EnAttente(compte.id(), nouveau.valeur(), empreinte, 0, le, le.plus(VIE)));
                plafond.noter(PlafondDeSms.Demande.CONNUE, nouveau.valeur());
                sms.deposerEn(
                        compte.langue(), "telephone.code", nouveau.valeur(), VIE, code.lisible(), VIE.toMinutes());
            });
            parti = true;
        } finally {
            if (!parti) {
                limiteur.oublier(envoi);
            }
        }
    }

    private static void exigerLeRepos(@Nullable EnAttente precedente, TelephonePortable nouveau, Instant le)
            throws CoordonneeRefusee {
        if (precedente == null || !precedente.telephone().equals(nouveau.valeur())) {
            return;
        }
        Instant libre = precedente.envoyeLe().plus(REPOS);
        if (le.isBefore(libre)) {
            throw new CoordonneeRefusee(
                    RefusDeCoordonnee.TROP_TOT,
                    (int) Duration.between(le, libre).toSeconds() + 1);
        }
    }

    private void exigerLePlafond(String numero) throws CoordonneeRefusee {
        Optional<Attente> pleine = plafond.duNumero(numero).or(() -> plafond.duService(PlafondDeSms.Demande.CONNUE));
        if (pleine.isPresent()) {
            throw CoordonneeRefusee.attendre(RefusDeCoordonnee.TROP_D_ENVOIS, pleine.get());
        }
    }

    private void exigerLeCode(Demandeur demandeur, String saisie, EnAttente attente, LimiteurDEssais.Essai essai)
            throws CoordonneeRefusee {
        int admis = transactions.executer(() -> attentes.essayer(demandeur.responsableId(), horloge.instant(), ESSAIS));
        if (admis == 0) {
            limiteur.oublier(essai);
            throw new CoordonneeRefusee(RefusDeCoordonnee.CODE_PERIME);
        }
        boolean bon;
        try {
            bon = hachage.correspond(CodeAUsageUnique.saisi(saisie), attente.code());
        } catch (ServiceSature e) {
            transactions.executer(() -> attentes.rendreLEssai(demandeur.responsableId()));
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

    private LimiteurDEssais.Essai inscrire(
            Operation operation, Demandeur demandeur, String numero, RefusDeCoordonnee refus) throws CoordonneeRefusee {
        try {
            return limiteur.inscrire(operation, demandeur, numero);
        } catch (TropDEssais e) {
            throw CoordonneeRefusee.attendre(refus, e.attente());
        }
    }

    /**
     * Le numéro du compte est désormais celui-là, aucun s'il est nul.
     *
     * @param attente ce que le code a confirmé ; nul si le numéro ne l'est pas
     * @return faux si ce qui attendait a changé entre-temps : rien n'est écrit
     */
    private boolean enregistrer(Demandeur demandeur, @Nullable TelephonePortable nouveau, @Nullable EnAttente attente) {
        return transactions.executer(() -> {
            Compte compte = comptes.verrouiller(demandeur.responsableId());
            Instant le = horloge.instant();
            if (attente != null) {
                EnAttente relue = attentes.enAttente(compte.id(), le);
                if (relue == null || !relue.code().equals(attente.code())) {
                    return false;
                }
            }
            attentes.oublier(compte.id());
            traces.changer(compte, demandeur.auteur(), nouveau, attente == null ? null : le);
            return true;
        });
    }
}
