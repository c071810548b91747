package fr.academie.teleservices.demonstration.donnees;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Preuve;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.courrier.CourrierRefuse;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.demonstration.DemarrageImpossible;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.manque.DemandeRefusee;
import fr.academie.teleservices.manque.EnfantManquant;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Ce que le collège du Moulin a vécu avant la démonstration, fait par les services mêmes de l'application à une heure passée : des
 * courriers, un regroupement qu'on peut casser, deux contestations qui attendent, dont une depuis plus de sept jours.
 */
public final class VieDuMoulin {

    static final String GARDE = "helene.marchand";
    static final String REGROUPE = "helene.marchand1";
    static final String PERE = "bruno.marchand";
    static final String SEULE = "mireille.lacoste";

    private static final int COURRIERS = 8;

    private final DataSource base;
    private final Atelier atelier;

    private VieDuMoulin(DataSource base) {
        this.base = base;
        this.atelier = new Atelier(base);
    }

    /** Rejoue cette vie sur la base remplie ; une base qui l'a déjà vécue est laissée telle quelle. */
    public static void raconter(DataSource base) {
        try {
            new VieDuMoulin(base).raconter();
        } catch (SQLException | RegroupementRefuse | TropDEssais | CourrierRefuse e) {
            throw new DemarrageImpossible(
                    "La vie du collège du Moulin n'a pas pu être racontée (" + e.getMessage() + ").", e);
        }
    }

    private void raconter() throws SQLException, RegroupementRefuse, TropDEssais, CourrierRefuse {
        if (numeros("SELECT id FROM responsable WHERE identifiant = ? AND etat = 'ACTIF'", REGROUPE)
                .isEmpty()) {
            return;
        }
        atelier.horloge.avancer(Duration.ofDays(-48));
        courriers();
        atelier.horloge.avancer(Duration.ofDays(18));
        regrouper();
        atelier.horloge.avancer(Duration.ofDays(21));
        contester(PERE, "Zoé");
        atelier.horloge.avancer(Duration.ofDays(7));
        contester(SEULE, "Théo");
        demander(GARDE);
    }

    /** Un courrier demandé pour un enfant que personne ne connaît sous ce nom : l'établissement vérifie avant de répondre. */
    private void demander(String identifiant) {
        try {
            atelier.demandes.demander(
                    demandeur(identifiant),
                    Ecole.DU_MOULIN.uai(),
                    new EnfantManquant("Marchand", "Lilou", LocalDate.of(2013, 9, 17)));
        } catch (DemandeRefusee e) {
            throw new IllegalStateException(e);
        }
    }

    private void courriers() throws SQLException, CourrierRefuse {
        String uai = Ecole.DU_MOULIN.uai();
        Agent secretariat = Atelier.agent("secretariat.moulin", uai);
        Set<MotifCourrier> motifs = EnumSet.of(MotifCourrier.PREMIER, MotifCourrier.REIMPRESSION);
        List<Long> aEcrire = numeros(
                "SELECT DISTINCT r.id FROM responsable AS r JOIN rattachement AS l ON l.responsable_id = r.id"
                        + " JOIN eleve AS e ON e.id = l.eleve_id WHERE e.uai = ? AND r.etat = 'CREE'"
                        + " AND r.identifiant NOT LIKE 'cristelle.durand%' ORDER BY r.id LIMIT " + COURRIERS,
                uai);
        for (long compte : aEcrire) {
            atelier.courriers.faire(secretariat, compte, uai, motifs, null);
            atelier.horloge.avancer(Duration.ofHours(7));
        }
        atelier.horloge.avancer(Duration.ofHours(-7L * aEcrire.size()));
    }

    private void regrouper() throws SQLException, RegroupementRefuse, TropDEssais {
        Demandeur helene = demandeur(GARDE);
        atelier.regrouper(
                helene, atelier.preuves.prouver(helene, REGROUPE, DonneesDeDemonstration.MOT_DE_PASSE_DES_FAMILLES));
    }

    private void contester(String identifiant, String prenom) throws SQLException {
        long eleve = numeros(
                        "SELECT e.id FROM eleve AS e JOIN rattachement AS l ON l.eleve_id = e.id"
                                + " JOIN responsable AS r ON r.id = l.responsable_id"
                                + " WHERE r.identifiant = ? AND e.prenom = '" + prenom + "'",
                        identifiant)
                .get(0);
        atelier.contestations.contester(demandeur(identifiant), eleve);
    }

    private Demandeur demandeur(String identifiant) {
        Compte compte =
                atelier.comptes.parIdentifiant(new Identifiant(identifiant)).orElseThrow();
        long session = atelier.sessions
                .ouvrir(
                        new Preuve("ST-" + identifiant + "-" + atelier.horloge.instant(), "127.0.0.1", null, false),
                        compte)
                .orElseThrow()
                .sessionId();
        return Atelier.demandeur(compte.id(), identifiant, session);
    }

    private List<Long> numeros(String sql, String valeur) throws SQLException {
        List<Long> lus = new ArrayList<>();
        try (Connection connexion = base.getConnection();
                PreparedStatement question = connexion.prepareStatement(sql)) {
            question.setString(1, valeur);
            try (ResultSet lignes = question.executeQuery()) {
                while (lignes.next()) {
                    lus.add(lignes.getLong(1));
                }
            }
        }
        return lus;
    }
}
