package fr.academie.teleservices.navigateur;

import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.demonstration.CourrierDeDemonstration;
import fr.academie.teleservices.demonstration.Dossiers;
import fr.academie.teleservices.demonstration.PileDeDemonstration;
import fr.academie.teleservices.demonstration.Ports;
import fr.academie.teleservices.demonstration.SmsDeDemonstration;
import fr.academie.teleservices.demonstration.cas.CasDeDemonstration;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.EvenementsProduits;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.PrecisionsDuBureau;
import fr.academie.teleservices.essais.PseudoLangue;
import fr.academie.teleservices.essais.Requetes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * La pile de démonstration, démarrée une fois pour tous les essais, et de quoi y faire vivre une famille neuve par essai.
 *
 * <p>Aucun essai ne partage un compte avec un autre : rien n'est à remettre en place, sauf le compte des essais manqués.
 */
final class Pile implements AutoCloseable {

    /** Chemin de l'application. */
    static final String APPLICATION = "/teleservices";

    /** Ce que l'application attend du CAS avant de renoncer : moins qu'en production, assez pour une machine chargée. */
    static final Duration DELAI_DU_CAS = Duration.ofSeconds(3);

    /** Port du portail qui a le droit d'encadrer la tuile, sous ses deux noms. */
    private final int portail = Ports.choisir();

    /** Ce que pèse au plus un fichier remis, en mégaoctets : de quoi le dépasser vite. */
    static final int MO = 1;

    /** Où attendent les fichiers remis. */
    private final Path remises = dossierTemporaire();

    private final PileDeDemonstration demonstration =
            PileDeDemonstration.demarrer(PileDeDemonstration.Options.essai(Map.of(
                    "alimentation.dossier",
                    remises.toString(),
                    "alimentation.taille",
                    String.valueOf(MO),
                    "cas.delai_reponse",
                    DELAI_DU_CAS.toSeconds() + " s",
                    // Calculé dans la minute qui suit un import, il changerait la base sous l'essai d'après.
                    "rapprochement.apres_import",
                    "jamais",
                    "profil.tuile.portails",
                    "http://127.0.0.1:" + portail + ", http://localhost:" + portail)));
    private @Nullable String monCompte;
    private @Nullable String pseudo;
    private @Nullable String deuxFacteurs;
    private final Familles familles = new Familles(demonstration.base());
    private final Requetes base = new Requetes(demonstration.base());
    private final EvenementsProduits evenements = new EvenementsProduits(base);
    private final PrecisionsDuBureau precisions = new PrecisionsDuBureau(base);
    private final AtomicInteger suite = new AtomicInteger();

    /**
     * Un compte de l'essai en cours.
     *
     * @param id clé en base
     */
    record Compte(long id, String identifiant, String motDePasse) {}

    /**
     * Remet à zéro ce que tous les essais partagent : les essais manqués, les pannes du CAS, les courriels. Attend d'abord que le travail
     * déposé par l'essai d'avant soit fait : il changerait la base sous celui d'après.
     */
    void preparer() {
        auRepos();
        base.executer("DELETE FROM essai");
        apaiserLeCas();
    }

    /** Le CAS répond de nouveau sans panne ni consigne : la classe d'après entre parfois dès son constructeur, avant {@link #preparer}. */
    void apaiserLeCas() {
        demonstration.cas().repondreEnPanne(false);
        demonstration.cas().ralentir(Duration.ZERO);
        demonstration.cas().imposer(Map.of());
    }

    /** Attend que le travail déposé soit fait : il changerait la base sous qui la regarde. */
    void auRepos() {
        for (int essai = 0; essai < 400 && travaille(); essai++) {
            LockSupport.parkNanos(25_000_000);
        }
        reprendreLesTachesPerdues();
    }

    /**
     * Une tâche prise quand la base a manqué n'est rendue qu'au bout de plusieurs battements : l'essai d'après attendrait ses courriels une
     * minute. Prise depuis longtemps, elle se rend ici, comme à l'arrêt du serveur qui l'avait.
     */
    private void reprendreLesTachesPerdues() {
        base.executer(
                "UPDATE tache SET picked = 0, picked_by = NULL, last_heartbeat = NULL, version = version + 1 WHERE"
                        + " picked AND task_instance = 'recurring' AND execution_time < UTC_TIMESTAMP(3) - INTERVAL 3 SECOND");
    }

    private boolean travaille() {
        return base.compter("SELECT COUNT(*) FROM tache WHERE task_instance <> 'recurring'"
                        + " AND (picked OR execution_time <= UTC_TIMESTAMP(3))")
                > 0;
    }

    /** Juge les événements et les lignes du journal du bureau que les essais ont laissés depuis la dernière fois. */
    void verifierLesTraces() {
        evenements.verifier();
        precisions.verifier();
    }

    String adresse() {
        return demonstration.adresse();
    }

    int portail() {
        return portail;
    }

    /** Chemin de l'application à l'habillage « Mon compte », sur les mêmes comptes ; démarrée au premier qui la demande. */
    synchronized String monCompte() {
        if (monCompte == null) {
            monCompte = demonstration
                    .ajouterAcademie("rattachement")
                    .substring(adresse().length());
        }
        return monCompte;
    }

    /** Chemin de l'application dans la pseudo-langue, et en arabe, sur les mêmes comptes : un fichier de plus, une ligne de réglage. */
    synchronized String pseudo() {
        if (pseudo == null) {
            try {
                Path classes = Path.of("target", "pseudo-langue");
                PseudoLangue.ecrire(classes);
                pseudo = demonstration
                        .ajouterAcademie(
                                "bordeaux",
                                Map.of("profil.langues", PseudoLangue.CODE + ", " + DeDroiteAGauche.LANGUE),
                                classes)
                        .substring(adresse().length());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return pseudo;
    }

    /** Chemin de l'application d'une académie qui demande à ses agents un second facteur, sur les mêmes comptes. */
    synchronized String deuxFacteurs() {
        if (deuxFacteurs == null) {
            deuxFacteurs = demonstration
                    .ajouterAcademie(
                            "poitiers",
                            Map.of(
                                    "profil.agents.second_facteur", SecondFacteurIT.ATTRIBUT,
                                    "profil.agents.second_facteur.valeur", SecondFacteurIT.VALEUR))
                    .substring(adresse().length());
        }
        return deuxFacteurs;
    }

    /** Les services mêmes, sur la base de la pile : un courrier se fait sans lire son PDF. */
    Atelier atelier() {
        return Atelier.commeLeServeur(demonstration.base().source());
    }

    /** Le mot de passe du courrier que cet agent fait pour ce compte, dans cet établissement. */
    String papier(Compte compte, String uai, String agent) throws Exception {
        return lettre(compte, uai, agent).motDePasse();
    }

    /** Le courrier que cet agent fait pour ce compte, dans cet établissement. */
    Lettre lettre(Compte compte, String uai, String agent) throws Exception {
        return atelier()
                .courriers
                .faire(
                        Atelier.agent(agent, uai),
                        compte.id(),
                        uai,
                        EnumSet.allOf(MotifCourrier.class),
                        null,
                        RaisonDuPapier.DEMANDE_PAPIER);
    }

    /** Chemin d'une application dont la base sera à ce port, que personne n'écoute encore ; à retirer. */
    String tardive(int portDeLaBase) {
        return demonstration
                .ajouterAcademie(
                        "dijon", Map.of("base.url", "jdbc:mariadb://127.0.0.1:" + portDeLaBase + "/teleservices"))
                .substring(adresse().length());
    }

    void retirer(String application) {
        demonstration.serveur().retirer(application);
    }

    int portDeLaBase() {
        return demonstration.base().port();
    }

    /** Une connexion d'administration à la base de la pile, pour tenir un verrou sous elle. */
    Connection administration() throws SQLException {
        return demonstration.base().administration().getConnection();
    }

    Requetes base() {
        return base;
    }

    Familles familles() {
        return familles;
    }

    CasDeDemonstration cas() {
        return demonstration.cas();
    }

    CourrierDeDemonstration courrier() {
        return demonstration.courrier();
    }

    SmsDeDemonstration sms() {
        return demonstration.sms();
    }

    /** Un compte ACTIF de Cristelle DURAND et un enfant par prénom. */
    Compte actif(String... enfants) {
        String identifiant = identifiant("cristelle.durand");
        return avecEnfants(new Compte(familles.actif(identifiant), identifiant, Familles.MOT_DE_PASSE), enfants);
    }

    /** Un compte CREE de Cristelle DURAND, au mot de passe provisoire encore valable. */
    Compte cree(String... enfants) {
        String identifiant = identifiant("cristelle.durand");
        return avecEnfants(new Compte(familles.cree(identifiant), identifiant, Familles.MOT_DE_PASSE), enfants);
    }

    /** Un compte CREE dont le mot de passe provisoire n'est plus valable. */
    Compte expire(String... enfants) {
        String identifiant = identifiant("cristelle.durand");
        long id = familles.compte(
                identifiant, "DURAND", null, "Cristelle", "CREE", Familles.ARGON2, "UTC_TIMESTAMP(3) - INTERVAL 1 DAY");
        return avecEnfants(new Compte(id, identifiant, Familles.MOT_DE_PASSE), enfants);
    }

    /** Un compte fermé, sans enfant ni mot de passe. */
    Compte ferme() {
        String identifiant = identifiant("cristelle.durand");
        long id = familles.compte(identifiant, "DURAND", null, "Cristelle", "FERME", null, "NULL");
        return new Compte(id, identifiant, Familles.MOT_DE_PASSE);
    }

    /** Un compte ACTIF d'une autre personne. */
    Compte autrePersonne(String... enfants) {
        String identifiant = identifiant("nadia.benali");
        long id = familles.compte(identifiant, "BENALI", null, "Nadia", "ACTIF", Familles.ARGON2, "NULL");
        return avecEnfants(new Compte(id, identifiant, Familles.MOT_DE_PASSE), enfants);
    }

    /** L'état d'un compte et ses enfants visibles : « ACTIF : Dylan, Florian ». */
    String situation(Compte compte) {
        return base.lire("SELECT CONCAT(r.etat, ' : ', COALESCE(GROUP_CONCAT(e.prenom ORDER BY e.prenom SEPARATOR ',"
                        + " '), '')) FROM responsable AS r LEFT JOIN rattachement AS l ON l.responsable_id = r.id"
                        + " AND l.etat <> 'RETIRE' LEFT JOIN eleve AS e ON e.id = l.eleve_id WHERE"
                        + " r.id = " + compte.id()
                        + " GROUP BY r.id, r.etat")
                .get(0);
    }

    /** Met fin aux sessions de ce compte chez nous, comme le ferait une déconnexion décidée ailleurs. */
    void finirLesSessions(Compte compte) {
        base.executer(
                "UPDATE session_ouverte SET finie_le = UTC_TIMESTAMP(3) WHERE finie_le IS NULL AND identifiant = '"
                        + compte.identifiant() + "'");
    }

    private String identifiant(String radical) {
        return radical + "." + suite.incrementAndGet();
    }

    private Compte avecEnfants(Compte compte, String... enfants) {
        for (String prenom : enfants) {
            familles.lier(compte.id(), familles.eleve(prenom));
        }
        return compte;
    }

    @Override
    public void close() {
        demonstration.close();
        Dossiers.effacerAuMieux(remises);
    }

    /** Les fichiers remis qui attendent encore d'être lus ; un fichier lu est effacé. */
    List<Path> fichiersEnAttente() {
        try (Stream<Path> tous = Files.walk(remises)) {
            return tous.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path dossierTemporaire() {
        try {
            return Files.createTempDirectory("teleservices-remises-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
