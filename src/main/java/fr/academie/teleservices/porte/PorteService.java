package fr.academie.teleservices.porte;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Garde;
import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.Preuve;
import fr.academie.teleservices.acces.Reseau;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Portee;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.courrier.CodesDeCourrier;
import fr.academie.teleservices.courrier.CodesDeCourrier.CodeReconnu;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Empreinte;
import fr.academie.teleservices.socle.securite.Jeton;
import fr.academie.teleservices.socle.securite.TempsDUnRefus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ce que vaut un courrier pour qui n'est pas encore connecté : présenté par son code ou par son mot de passe, il attend une demi-heure dans ce
 * navigateur, et n'a encore rien ouvert ni rien changé. Il ouvre alors ce qu'ouvrirait son mot de passe au CAS (une session « courrier », de
 * sa portée), ou prouve le compte qu'un autre va absorber.
 */
@Singleton
public final class PorteService {

    /** Combien de temps un courrier présenté attend. Source : DOMAIN §4. */
    public static final Duration ATTENTE = Duration.ofMinutes(30);

    private static final Duration REPRISE = Duration.ofMinutes(1);

    private final CompteService comptes;
    private final PorteeService portees;
    private final CodesDeCourrier codes;
    private final ScolariteService scolarite;
    private final SessionService sessions;
    private final LimiteurDEssais limiteur;
    private final Garde garde;
    private final JournalService journal;
    private final Transactions transactions;
    private final PorteMapper presentes;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public PorteService(
            CompteService comptes,
            PorteeService portees,
            CodesDeCourrier codes,
            ScolariteService scolarite,
            SessionService sessions,
            LimiteurDEssais limiteur,
            Garde garde,
            JournalService journal,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.portees = portees;
        this.codes = codes;
        this.scolarite = scolarite;
        this.sessions = sessions;
        this.limiteur = limiteur;
        this.garde = garde;
        this.journal = journal;
        this.transactions = transactions;
        this.presentes = transactions.mapper(PorteMapper.class);
        this.horloge = horloge;
    }

    /** Par quoi un courrier a été présenté ; au journal. */
    private enum Moyen {
        CODE,
        MOT_DE_PASSE,
        SESSION
    }

    /**
     * Présente le code d'une lettre, et l'use ; le même navigateur peut le présenter encore tant qu'il attend.
     *
     * @param navigateur le jeton qu'il garde déjà, remplacé par celui qui est rendu ; nul s'il n'en a pas
     * @return le jeton que ce navigateur doit garder
     * @throws CourrierNonReconnu si ce code n'ouvre rien, dans le même temps quelle que soit la cause
     * @throws TropDEssais si trop de demandes arrivent de cette adresse, ou de partout
     */
    public Jeton presenterLeCode(String texte, @Nullable String navigateur, String adresse)
            throws CourrierNonReconnu, TropDEssais {
        garde.admettre(Operation.PORTE, adresse);
        return TempsDUnRefus.D_UN_LIEN.<Jeton, CourrierNonReconnu>exiger(() -> transactions.executer(() -> {
            CodeReconnu code = codes.reconnaitre(texte).orElseThrow(CourrierNonReconnu::new);
            boolean permis = code.serviLe() == null ? codes.servir(code) : estDeCeNavigateur(code, navigateur);
            if (!permis) {
                throw new CourrierNonReconnu();
            }
            Compte compte = comptes.parId(code.responsableId()).orElseThrow();
            return deposer(compte, code.uai(), code.empreinte(), navigateur, adresse, Moyen.CODE);
        }));
    }

    /**
     * Présente l'identifiant et le mot de passe imprimés sur une lettre ; un mot de passe choisi n'en est pas un, il se donne au CAS.
     *
     * @param navigateur comme pour {@link #presenterLeCode}
     * @throws CourrierNonReconnu dans le même temps quelle que soit la cause
     * @throws TropDEssais si cette adresse a trop essayé cet identifiant, ou s'il arrive trop de demandes
     */
    public Jeton presenterLeMotDePasse(
            String identifiantSaisi, String motDePasse, @Nullable String navigateur, String adresse)
            throws CourrierNonReconnu, TropDEssais {
        Identifiant cible = Identifiant.lire(identifiantSaisi).orElse(null);
        LimiteurDEssais.Essai essai = limiteur.inscrire(
                Operation.PORTE, acteur(adresse, cible), adresse, cible == null ? "" : cible.valeur());
        try {
            Compte compte = prouve(cible, motDePasse);
            if (compte == null) {
                throw new CourrierNonReconnu(essai.restants());
            }
            limiteur.compterJuste(essai);
            return deposer(compte, uai(compte), null, navigateur, adresse, Moyen.MOT_DE_PASSE);
        } catch (ServiceSature e) {
            limiteur.oublier(essai);
            throw garde.affluence(REPRISE);
        }
    }

    /**
     * Présente le courrier par lequel ce demandeur vient d'entrer.
     *
     * @throws CourrierNonReconnu s'il a déjà choisi son mot de passe
     */
    public Jeton presenterLaSession(Demandeur demandeur, @Nullable String navigateur) throws CourrierNonReconnu {
        Acte.ACTIVER.exiger(demandeur);
        Compte compte = comptes.parId(demandeur.responsableId()).orElseThrow();
        if (!compte.doitChoisirSonMotDePasse()) {
            throw new CourrierNonReconnu();
        }
        return deposer(compte, uai(compte), null, navigateur, demandeur.adresse(), Moyen.SESSION);
    }

    /** Le courrier qui attend dans ce navigateur, s'il vaut encore ; vide sinon, ou sans jeton. */
    public Optional<CourrierPresente> presente(@Nullable String navigateur) {
        return Optional.ofNullable(navigateur)
                .map(jeton -> presentes.presente(new Jeton(jeton).empreinte(), horloge.instant()));
    }

    /** Le courrier par lequel ce demandeur est entré, tant qu'il n'a pas choisi de mot de passe ; vide sinon. */
    public Optional<CourrierPresente> deLaSession(Demandeur demandeur) {
        Acte.ACTIVER.exiger(demandeur);
        return comptes.parId(demandeur.responsableId())
                .filter(Compte::doitChoisirSonMotDePasse)
                .map(compte -> new CourrierPresente(compte.id(), uai(compte), horloge.instant()));
    }

    /** Le compte que nomme ce courrier. */
    public Compte compte(CourrierPresente courrier) {
        return comptes.parId(courrier.responsableId()).orElseThrow();
    }

    /** Ses enfants que connaît l'établissement qui l'a fait ; par prénom, vide si aucun. */
    public List<Enfant> enfants(CourrierPresente courrier) {
        String uai = courrier.uai();
        return uai == null
                ? scolarite.enfants(courrier.responsableId())
                : scolarite.enfants(courrier.responsableId(), List.of(uai));
    }

    /**
     * Ouvre la session qu'ouvrirait au CAS le mot de passe de ce courrier : niveau « courrier », même portée. Le jeton a alors servi. Vide, et
     * rien n'est ouvert, si le courrier ne vaut plus, ou si ce qui a fini les sessions du compte est plus récent que lui.
     */
    public Optional<SessionUtilisateur> ouvrir(String navigateur, String adresse) {
        String empreinte = new Jeton(navigateur).empreinte();
        return transactions.executer(() -> {
            CourrierPresente courrier = presentes.presente(empreinte, horloge.instant());
            if (courrier == null || presentes.oublier(empreinte) == 0) {
                return Optional.empty();
            }
            return sessions.ouvrir(new Preuve(navigateur, adresse, courrier.presenteLe(), false), compte(courrier));
        });
    }

    /** Efface les courriers présentés dont l'attente a fini avant {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> presentes.purger(avant));
    }

    /** Une saisie qui ne désigne personne prend le temps d'un mot de passe faux. */
    private @Nullable Compte prouve(@Nullable Identifiant cible, String motDePasse) {
        if (cible == null) {
            comptes.refuser();
            return null;
        }
        return comptes.prouver(cible, motDePasse, Compte::doitChoisirSonMotDePasse)
                .orElse(null);
    }

    private boolean estDeCeNavigateur(CodeReconnu code, @Nullable String navigateur) {
        return navigateur != null
                && presentes.aPresente(new Jeton(navigateur).empreinte(), code.empreinte(), horloge.instant());
    }

    private Jeton deposer(
            Compte compte,
            @Nullable String uai,
            @Nullable String code,
            @Nullable String navigateur,
            String adresse,
            Moyen moyen) {
        Jeton jeton = Jeton.tirer(hasard);
        Instant le = horloge.instant();
        transactions.executer(() -> {
            if (navigateur != null) {
                presentes.oublier(new Jeton(navigateur).empreinte());
            }
            presentes.deposer(jeton.empreinte(), new CourrierPresente(compte.id(), uai, le), code, le.plus(ATTENTE));
            journal.ajouter(new LigneJournal(
                    le,
                    ActionJournal.COURRIER_PRESENTE,
                    compte.id(),
                    Auteur.parCourrier(compte.identifiant(), adresse, uai),
                    FabriqueJson.objet().add("par", moyen.name()).build().toString()));
        });
        return jeton;
    }

    private @Nullable String uai(Compte compte) {
        return portees.courante(compte.id()).map(Portee::uai).orElse(null);
    }

    /** Qui n'est pas connecté n'a que son adresse : chaque identifiant qu'elle essaie a son compte, pour que tout un foyer n'attende pas. */
    private static String acteur(String adresse, @Nullable Identifiant cible) {
        return HexFormat.of()
                .formatHex(Empreinte.sha256(Reseau.de(adresse) + " " + (cible == null ? "" : cible.valeur())));
    }
}
