package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.CodeAUsageUnique;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.Portee;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.motdepasse.CanauxDePreuve.Canal;
import fr.academie.teleservices.motdepasse.CanauxDePreuve.Destination;
import fr.academie.teleservices.motdepasse.PreuveMapper.CodeEnvoye;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Le titulaire d'un compte qu'un courrier a ouvert se prouve autrement : la session voit alors tout le compte. Par un code envoyé à une
 * adresse mail ou à un portable confirmés avant le courrier, ou par le courrier d'un autre établissement ; le temps fait le reste ({@link Portee#echeance}).
 * Source : DOMAIN §4.
 *
 * <p>Tant que le mot de passe est celui du courrier, seule cette session est libérée : d'autres peuvent le connaître.
 */
@Singleton
public final class PreuveDuTitulaire {

    /** Vie d'un code. */
    public static final Duration VIE = Duration.ofMinutes(15);

    private static final Duration REPOS = Duration.ofMinutes(1);
    private static final int ESSAIS = 5;
    /** Huit chiffres : celui qui tient le courrier peut demander code après code pendant des jours. */
    private static final int CHIFFRES = 8;

    private final CompteService comptes;
    private final PorteeService portees;
    private final HachageService hachage;
    private final LimiteurDEssais limiteur;
    private final SessionService sessions;
    private final JournalService journal;
    private final CanauxDePreuve canaux;
    private final Transactions transactions;
    private final PreuveMapper preuves;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public PreuveDuTitulaire(
            CompteService comptes,
            PorteeService portees,
            HachageService hachage,
            LimiteurDEssais limiteur,
            SessionService sessions,
            JournalService journal,
            CanauxDePreuve canaux,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.portees = portees;
        this.hachage = hachage;
        this.limiteur = limiteur;
        this.sessions = sessions;
        this.journal = journal;
        this.canaux = canaux;
        this.transactions = transactions;
        this.preuves = transactions.mapper(PreuveMapper.class);
        this.horloge = horloge;
    }

    /** Par où le titulaire s'est prouvé ; le journal le dit. */
    private enum Moyen {
        CODE,
        CODE_PAR_SMS,
        COURRIER
    }

    /** Où un code peut aller : l'adresse mail et le portable confirmés avant le courrier ; vide s'il n'y en a pas. */
    public List<Destination> destinations(Demandeur demandeur) {
        return canaux.destinations(demandeur);
    }

    /** Par où est parti le code qui attend dans cette session ; vide s'il n'en attend pas. */
    public Optional<Canal> codeAttendu(Demandeur demandeur) {
        return Optional.ofNullable(attendu(demandeur)).map(CodeEnvoye::canal);
    }

    /** Quand l'accès s'ouvrira de lui-même, si personne ne s'oppose ; vide si ce n'est pas promis. */
    public Optional<Instant> echeance(Demandeur demandeur) {
        return portees.courante(demandeur.responsableId())
                .filter(Portee::avisee)
                .flatMap(Portee::echeance);
    }

    /**
     * Envoie un code à l'adresse mail, ou au portable, confirmé avant le courrier ; le précédent ne vaut plus rien.
     *
     * @throws PreuveRefusee SANS_ADRESSE, TROP_TOT, TROP_D_ESSAIS ou SERVICE_SATURE
     */
    public void envoyer(Demandeur demandeur, Canal canal) throws PreuveRefusee {
        Acte.SE_PROUVER.exiger(demandeur);
        String adresse =
                canaux.adresse(demandeur, canal).orElseThrow(() -> new PreuveRefusee(RefusPreuve.SANS_ADRESSE));
        CodeEnvoye precedent = attendu(demandeur);
        Instant le = horloge.instant();
        if (precedent != null && le.isBefore(precedent.envoyeLe().plus(REPOS))) {
            throw new PreuveRefusee(
                    RefusPreuve.TROP_TOT,
                    (int) Duration.between(le, precedent.envoyeLe().plus(REPOS)).toSeconds() + 1);
        }
        canaux.exigerLePlafond(canal, adresse);
        inscrire(Operation.PREUVE_ENVOI, demandeur);
        CodeAUsageUnique code = CodeAUsageUnique.tirer(hasard, CHIFFRES);
        String empreinte = empreinte(code.chiffres());
        Compte compte = comptes.parId(demandeur.responsableId()).orElseThrow();
        transactions.executer(() -> {
            preuves.deposer(compte.id(), demandeur.sessionId(), empreinte, canal, le, le.plus(VIE));
            canaux.deposer(canal, adresse, compte, code.lisible(), VIE);
        });
    }

    /**
     * Prouve par le code reçu. La durée d'un refus ne dit pas si un code est parti, ni ce qu'il est devenu.
     *
     * @throws PreuveRefusee CODE_FAUX, CODE_PERIME, SANS_ADRESSE ou SERVICE_SATURE
     */
    public void confirmer(Demandeur demandeur, String saisie) throws PreuveRefusee {
        Acte.SE_PROUVER.exiger(demandeur);
        try {
            Canal canal = hachage.dansLeTempsDUnRefus(() -> exigerLeCode(demandeur, saisie));
            liberer(demandeur, canal == Canal.MAIL ? Moyen.CODE : Moyen.CODE_PAR_SMS);
        } catch (ServiceSature e) {
            throw new PreuveRefusee(RefusPreuve.SERVICE_SATURE);
        }
    }

    private Canal exigerLeCode(Demandeur demandeur, String saisie) throws PreuveRefusee {
        CodeEnvoye attendu = attendu(demandeur);
        // L'adresse a pu cesser d'être celle d'avant le courrier : une opposition, un autre courrier.
        boolean joignable = attendu == null
                ? !canaux.destinations(demandeur).isEmpty()
                : canaux.adresse(demandeur, attendu.canal()).isPresent();
        if (!joignable) {
            throw new PreuveRefusee(RefusPreuve.SANS_ADRESSE);
        }
        if (attendu == null || transactions.executer(() -> preuves.essayer(demandeur.responsableId(), ESSAIS)) == 0) {
            throw new PreuveRefusee(RefusPreuve.CODE_PERIME);
        }
        String code = CodeAUsageUnique.saisi(saisie);
        if (!hachage.correspond(code, attendu.code())) {
            int restent = ESSAIS - attendu.essais() - 1;
            throw restent > 0
                    ? new PreuveRefusee(RefusPreuve.CODE_FAUX, restent)
                    : new PreuveRefusee(RefusPreuve.CODE_PERIME);
        }
        return attendu.canal();
    }

    /**
     * Prouve par le mot de passe du courrier d'un autre établissement, encore valable.
     *
     * @throws PreuveRefusee COURRIER_REFUSE, TROP_D_ESSAIS ou SERVICE_SATURE
     */
    public void prouverParCourrier(Demandeur demandeur, String motDePasse) throws PreuveRefusee {
        Acte.SE_PROUVER.exiger(demandeur);
        LimiteurDEssais.Essai essai = inscrire(Operation.PREUVE_LETTRE, demandeur);
        boolean prouve;
        try {
            prouve = portees.prouveParUnAutre(demandeur.responsableId(), motDePasse);
        } catch (ServiceSature e) {
            limiteur.oublier(essai);
            throw new PreuveRefusee(RefusPreuve.SERVICE_SATURE);
        }
        if (!prouve) {
            throw new PreuveRefusee(RefusPreuve.COURRIER_REFUSE);
        }
        limiteur.compterJuste(essai);
        liberer(demandeur, Moyen.COURRIER);
    }

    /** Efface les codes périmés avant {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> preuves.purger(avant));
    }

    private void liberer(Demandeur demandeur, Moyen moyen) {
        transactions.executer(() -> {
            Compte compte = comptes.verrouiller(demandeur.responsableId());
            boolean choisi = !compte.doitChoisirSonMotDePasse();
            preuves.oublier(compte.id());
            sessions.liberer(demandeur, choisi);
            if (choisi) {
                portees.lever(compte.id());
                sessions.finirLesAutres(compte.identifiant(), demandeur.sessionId());
            }
            journal.ajouter(new LigneJournal(
                    horloge.instant(),
                    ActionJournal.TITULAIRE_PROUVE,
                    compte.id(),
                    demandeur.auteur(),
                    FabriqueJson.objet().add("moyen", moyen.name()).build().toString()));
        });
    }

    private @Nullable CodeEnvoye attendu(Demandeur demandeur) {
        return preuves.attendu(demandeur.responsableId(), demandeur.sessionId(), horloge.instant());
    }

    private LimiteurDEssais.Essai inscrire(Operation operation, Demandeur demandeur) throws PreuveRefusee {
        try {
            return limiteur.inscrire(
                    operation, demandeur, demandeur.identifiant().valeur());
        } catch (TropDEssais e) {
            throw PreuveRefusee.attendre(e.attente());
        }
    }

    private String empreinte(String code) throws PreuveRefusee {
        try {
            return hachage.empreinte(code);
        } catch (ServiceSature e) {
            throw new PreuveRefusee(RefusPreuve.SERVICE_SATURE);
        }
    }
}
