package fr.academie.teleservices.acces;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.scolarite.Enfant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code session_ouverte}. */
interface SessionMapper {

    void ouvrir(SessionAOuvrir session);

    /** La session qui vit, ouverte depuis {@code depuis} ; nulle si elle est finie ou plus ancienne. */
    @Nullable
    SessionLue ouverte(@Param("id") long id, @Param("depuis") Instant depuis);

    /** La session d'un responsable, et son compte, quel qu'en soit l'état ; nulle si elle ne vit plus, ou n'est pas celle de cet identifiant. */
    @Nullable
    ResponsableLu responsable(
            @Param("id") long id, @Param("identifiant") Identifiant identifiant, @Param("depuis") Instant depuis);

    /**
     * La session d'un agent, si elle vit et qu'elle est bien la sienne ; ce que la table en dit ; ses établissements, par nom.
     *
     * @param uais ses établissements selon le CAS ; vide quand la table fait foi
     */
    List<List<Object>> agent(
            @Param("id") long id,
            @Param("identifiant") Identifiant identifiant,
            @Param("profil") Profil profil,
            @Param("depuis") Instant depuis,
            @Param("uais") Collection<String> uais);

    /** Celles de cette personne qui vivent encore, la plus récente d'abord. */
    List<SessionOuverte> ouvertes(
            @Param("identifiant") String identifiant, @Param("profil") Profil profil, @Param("depuis") Instant depuis);

    /** La même personne vient de se prouver : la session reprend, sous un nouveau ticket ; 0 si elle a passé sa vie. */
    int reprendre(@Param("id") long id, @Param("preuve") SessionAOuvrir preuve, @Param("depuis") Instant depuis);

    void liberer(@Param("id") long id, @Param("niveau") Niveau niveau, @Param("prouveeLe") @Nullable Instant prouveeLe);

    int finirParTicket(@Param("ticket") byte[] ticket, @Param("le") Instant le);

    int finir(@Param("id") long id, @Param("le") Instant le);

    int finirUne(
            @Param("id") long id,
            @Param("identifiant") String identifiant,
            @Param("profil") Profil profil,
            @Param("le") Instant le);

    int finirLesAutres(
            @Param("identifiant") String identifiant,
            @Param("profil") Profil profil,
            @Param("gardee") long gardee,
            @Param("le") Instant le);

    /** Une preuve donnée avant cet instant ne vaut plus. */
    void redemander(
            @Param("identifiant") String identifiant, @Param("profil") Profil profil, @Param("depuis") Instant depuis);

    /** Attend la fin d'un changement en cours du compte, et retient ceux qui suivent jusqu'à la fin de la transaction. */
    @Nullable
    Long attendreUnChangement(@Param("identifiant") String identifiant);

    /** Depuis quand une preuve compte ; nul si elles comptent toutes. */
    @Nullable
    Instant redemandeeDepuis(@Param("identifiant") String identifiant, @Param("profil") Profil profil);

    int oublierLesRedemandees(@Param("avant") Instant avant);

    int purger(@Param("avant") Instant avant);

    /** Ce qu'une session vivante a prouvé à son ouverture, ou depuis. */
    record SessionLue(
            Niveau niveau,
            @Nullable String portee,
            @Nullable Instant prouveeLe,
            boolean secondFacteur) {}

    /** Ce qu'une page demande de la session et du compte du responsable connecté. */
    record ResponsableLu(
            SessionLue session,
            Compte compte,
            boolean mailConfirme,
            boolean telephoneConfirme,
            boolean activationEnCours,
            List<Enfant> enfants) {}

    /** La ligne à insérer ; {@code id} est rempli par la base. */
    final class SessionAOuvrir {
        long id;
        final byte[] ticket;
        final Identifiant identifiant;
        final Profil profil;
        final Instant le;
        final String adresse;
        final Niveau niveau;
        final @Nullable String portee;
        final @Nullable Instant prouveeLe;
        final boolean secondFacteur;

        SessionAOuvrir(
                byte[] ticket,
                Identifiant identifiant,
                Profil profil,
                Instant le,
                Preuve preuve,
                Niveau niveau,
                @Nullable String portee) {
            this.ticket = ticket;
            this.identifiant = identifiant;
            this.profil = profil;
            this.le = le;
            this.adresse = preuve.adresse();
            this.niveau = niveau;
            this.portee = portee;
            this.prouveeLe = preuve.le();
            this.secondFacteur = preuve.secondFacteur();
        }
    }
}
