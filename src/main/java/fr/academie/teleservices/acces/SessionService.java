package fr.academie.teleservices.acces;

import fr.academie.teleservices.acces.SessionMapper.SessionAOuvrir;
import fr.academie.teleservices.acces.SessionMapper.SessionLue;
import fr.academie.teleservices.agent.AgentDuCas;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.LigneAgent;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Portee;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.persistance.PlusieursLectures;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Empreinte;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Les sessions ouvertes, en base : une déconnexion unique reçue par un serveur vaut pour tous, et survit à un redémarrage. Chacune dit ce
 * qu'elle a prouvé, et l'établissement auquel elle se limite ; passé sa vie, elle ne s'ouvre plus, quoi qu'on y fasse.
 *
 * <p>Le ticket CAS, qui désigne la session dans la demande de déconnexion, n'y figure que par son empreinte.
 */
@Singleton
public final class SessionService {

    /** Combien de temps une preuve est fraîche. Source : DOMAIN §2. */
    public static final Duration FRAICHEUR = Duration.ofMinutes(15);

    private final Transactions transactions;
    private final SessionMapper sessions;
    private final PorteeService portees;
    private final JournalService journal;
    private final Reglages.Sessions vies;
    private final Duration vieDuCas;
    private final boolean deuxFacteurs;
    private final Clock horloge;

    @Inject
    public SessionService(
            Transactions transactions,
            PorteeService portees,
            JournalService journal,
            Reglages reglages,
            ProfilAcademie profil,
            Clock horloge) {
        this.transactions = transactions;
        this.sessions = transactions.mapper(SessionMapper.class);
        this.portees = portees;
        this.journal = journal;
        this.vies = reglages.sessions();
        this.vieDuCas = reglages.cas().vieDesSessions();
        this.deuxFacteurs = profil.agents().secondFacteur() != null;
        this.horloge = horloge;
    }

    /**
     * Ce qu'une session vivante permet, à cet instant.
     *
     * @param portee l'établissement auquel elle se limite ; nul si elle ne se limite pas
     */
    public record Etat(Niveau niveau, @Nullable String portee) {}

    /**
     * Enregistre la session d'un responsable et sa ligne de journal. Vide, et rien n'est écrit, si la preuve date d'avant le dernier
     * changement du mot de passe, ou d'avant la dernière fois que la personne a fermé ses sessions : elle est à redonner.
     */
    public Optional<SessionUtilisateur> ouvrir(Preuve preuve, Compte compte) {
        return transactions.executer(() -> {
            if (!vaut(preuve, compte.identifiant(), Profil.RESPONSABLE)) {
                return Optional.empty();
            }
            SessionAOuvrir ligne = ligne(preuve, compte);
            sessions.ouvrir(ligne);
            journal.ajouter(new LigneJournal(
                    ligne.le,
                    ActionJournal.CONNEXION,
                    compte.id(),
                    ligne.niveau == Niveau.PAPIER
                            ? Auteur.parCourrier(compte.identifiant(), preuve.adresse(), ligne.portee)
                            : Auteur.titulaire(compte.identifiant(), preuve.adresse()),
                    "{}"));
            return Optional.of(new SessionUtilisateur(ligne.id, compte.identifiant(), Profil.RESPONSABLE, null));
        });
    }

    /** Enregistre la session d'un agent ; vide, et rien n'est écrit, si la preuve est à redonner. */
    public Optional<SessionUtilisateur> ouvrir(Preuve preuve, AgentService.AgentReconnu agent) {
        return transactions.executer(() -> {
            if (!vaut(preuve, agent.identifiant(), agent.profil())) {
                return Optional.empty();
            }
            SessionAOuvrir ligne = ligne(preuve, agent.identifiant(), agent.profil());
            sessions.ouvrir(ligne);
            return Optional.of(new SessionUtilisateur(ligne.id, agent.identifiant(), agent.profil(), agent.duCas()));
        });
    }

    /**
     * La même personne vient de se prouver à nouveau, sur demande ; faux si sa session a passé sa vie : il en faut une autre.
     */
    public boolean reprendre(SessionUtilisateur session, Preuve preuve, @Nullable Compte compte) {
        SessionAOuvrir ligne =
                compte == null ? ligne(preuve, session.identifiant(), session.profil()) : ligne(preuve, compte);
        return transactions.executer(
                () -> sessions.reprendre(session.sessionId(), ligne, naissance(session.profil())) == 1);
    }

    /** Vrai si l'académie demande aux agents un second facteur que cette preuve n'apporte pas. */
    public boolean manqueLeSecondFacteur(Preuve preuve) {
        return deuxFacteurs && !preuve.secondFacteur();
    }

    /** Le responsable de cette session, tout ce qu'en demande une page ; vide si la session est finie, ou le compte fermé. */
    public Optional<ResponsableConnecte> responsable(SessionUtilisateur session) {
        return Optional.ofNullable(
                        sessions.responsable(session.sessionId(), session.identifiant(), naissance(Profil.RESPONSABLE)))
                .filter(lu -> lu.compte().etat().estOuvert())
                .map(lu -> new ResponsableConnecte(
                        lu.compte(),
                        etat(lu.session(), lu.compte()),
                        lu.mailConfirme(),
                        lu.telephoneConfirme(),
                        lu.activationEnCours(),
                        lu.enfants()));
    }

    /** Ce que permet la session d'un responsable ; vide si elle est finie. */
    public Optional<Etat> etat(SessionUtilisateur session, Compte compte) {
        return lue(session).map(lue -> etat(lue, compte));
    }

    private Etat etat(SessionLue lue, Compte compte) {
        String portee = limite(lue, compte);
        return new Etat(portee == null ? niveau(lue, compte) : Niveau.PAPIER, portee);
    }

    /** Ce que permet la session d'un agent ; vide si elle est finie. */
    public Optional<Etat> etat(SessionUtilisateur session) {
        return lue(session).map(this::etatDUnAgent);
    }

    private Etat etatDUnAgent(SessionLue lue) {
        return new Etat(estFraiche(lue) && (!deuxFacteurs || lue.secondFacteur()) ? Niveau.FRAIS : lue.niveau(), null);
    }

    /** La session d'un agent, et ce qu'en demande chaque page de son bureau ; vide si elle est finie. */
    Optional<AgentLu> agent(SessionUtilisateur session) {
        AgentDuCas duCas = session.agentDuCas();
        PlusieursLectures lues = new PlusieursLectures(sessions.agent(
                session.sessionId(),
                session.identifiant(),
                session.profil(),
                naissance(session.profil()),
                duCas == null ? Set.of() : duCas.habilitations().uais()));
        return lues.lignes(0, SessionLue.class).stream()
                .findFirst()
                .map(lue -> new AgentLu(
                        etatDUnAgent(lue), lues.lignes(1, LigneAgent.class), lues.lignes(2, Etablissement.class)));
    }

    /** Les sessions ouvertes de la personne de celle-ci, la plus récente d'abord. */
    public List<SessionOuverte> ouvertes(Identifiant identifiant, Profil profil) {
        return sessions.ouvertes(identifiant.valeur(), profil, naissance(profil));
    }

    /** La session ne se limite plus à un établissement : le titulaire s'est prouvé. Dans la transaction de l'appelant. */
    public void liberer(Demandeur demandeur, boolean motDePasseChoisi) {
        sessions.liberer(demandeur.sessionId(), motDePasseChoisi ? Niveau.MOT_DE_PASSE : Niveau.PAPIER, null);
    }

    /** Le titulaire vient de choisir librement son mot de passe : la session en vaut une qu'il aurait ouverte. Dans la transaction de l'appelant. */
    public void choisir(Demandeur demandeur) {
        sessions.liberer(demandeur.sessionId(), Niveau.MOT_DE_PASSE, horloge.instant());
    }

    /** Met fin à la session que ce ticket a ouverte ; sans effet si elle est inconnue ou déjà finie. */
    public void finirParTicket(String ticket) {
        transactions.executer(() -> sessions.finirParTicket(Empreinte.sha256(ticket), horloge.instant()));
    }

    /** Met fin à la session. */
    public void finir(SessionUtilisateur session) {
        transactions.executer(() -> sessions.finir(session.sessionId(), horloge.instant()));
    }

    /** Met fin à cette session si elle est de cette personne, et aux preuves d'avant ; sans effet sinon. */
    public void finir(Identifiant identifiant, Profil profil, long sessionId) {
        Instant le = horloge.instant();
        transactions.executer(() -> {
            if (sessions.finirUne(sessionId, identifiant.valeur(), profil, le) == 1) {
                sessions.redemander(identifiant.valeur(), profil, le);
            }
        });
    }

    /** Comme {@link #finirLesAutres(Identifiant, Profil, long)}, pour un responsable : les sessions de l'agent de même identifiant restent. */
    public void finirLesAutres(Identifiant identifiant, long gardee) {
        finirLesAutres(identifiant, Profil.RESPONSABLE, gardee);
    }

    /**
     * Met fin à toutes les sessions de la personne, sauf une, et aux preuves d'avant : la session que le CAS garde ouverte ailleurs ne les
     * rouvre pas.
     *
     * @param gardee 0 pour n'en garder aucune
     */
    public void finirLesAutres(Identifiant identifiant, Profil profil, long gardee) {
        Instant le = horloge.instant();
        transactions.executer(() -> {
            sessions.finirLesAutres(identifiant.valeur(), profil, gardee, le);
            sessions.redemander(identifiant.valeur(), profil, le);
        });
    }

    /** Une session du CAS plus vieille n'existe plus : ce qui ne vaut que contre elle s'oublie alors. */
    public Duration vieDuCas() {
        return vieDuCas;
    }

    /** Efface les preuves redemandées avant {@code avant} ; rend leur nombre. */
    public int oublierLesRedemandees(Instant avant) {
        return transactions.executer(() -> sessions.oublierLesRedemandees(avant));
    }

    /** Efface les sessions ouvertes avant {@code avant}, que leur serveur a forcément oubliées ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> sessions.purger(avant));
    }

    private boolean vaut(Preuve preuve, Identifiant identifiant, Profil profil) {
        if (profil == Profil.RESPONSABLE) {
            sessions.attendreUnChangement(identifiant.valeur());
        }
        Instant depuis = sessions.redemandeeDepuis(identifiant.valeur(), profil);
        return depuis == null || preuve.estDonneeDepuis(depuis, vieDuCas, horloge.instant());
    }

    private Optional<SessionLue> lue(SessionUtilisateur session) {
        return Optional.ofNullable(sessions.ouverte(session.sessionId(), naissance(session.profil())));
    }

    /** Une session née avant cet instant a passé sa vie. */
    private Instant naissance(Profil profil) {
        return horloge.instant().minus(profil == Profil.RESPONSABLE ? vies.responsables() : vies.agents());
    }

    /** La portée d'un courrier qu'un autre a remplacé reste ; celle que le compte n'a plus est tombée avec lui. */
    private @Nullable String limite(SessionLue lue, Compte compte) {
        String uai = lue.portee();
        if (uai == null) {
            return null;
        }
        Portee portee = portees.courante(compte.id()).orElse(null);
        return portee != null && (!portee.uai().equals(uai) || portee.limite(horloge.instant())) ? uai : null;
    }

    private Niveau niveau(SessionLue lue, Compte compte) {
        if (compte.doitChoisirSonMotDePasse()) {
            return Niveau.PAPIER;
        }
        return estFraiche(lue) ? Niveau.FRAIS : lue.niveau() == Niveau.PAPIER ? Niveau.MOT_DE_PASSE : lue.niveau();
    }

    private boolean estFraiche(SessionLue lue) {
        Instant le = lue.prouveeLe();
        return le != null && horloge.instant().isBefore(le.plus(FRAICHEUR));
    }

    private SessionAOuvrir ligne(Preuve preuve, Compte compte) {
        String portee = portees.courante(compte.id()).map(Portee::uai).orElse(null);
        Niveau niveau = portee != null || compte.doitChoisirSonMotDePasse() ? Niveau.PAPIER : Niveau.MOT_DE_PASSE;
        return ligne(preuve, compte.identifiant(), Profil.RESPONSABLE, niveau, portee);
    }

    private SessionAOuvrir ligne(Preuve preuve, Identifiant identifiant, Profil profil) {
        return ligne(preuve, identifiant, profil, Niveau.MOT_DE_PASSE, null);
    }

    private SessionAOuvrir ligne(
            Preuve preuve, Identifiant identifiant, Profil profil, Niveau niveau, @Nullable String portee) {
        return new SessionAOuvrir(
                Empreinte.sha256(preuve.ticket()), identifiant, profil, horloge.instant(), preuve, niveau, portee);
    }
}
