package fr.academie.teleservices.demonstration.donnees;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.demonstration.DemarrageImpossible;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.rapprochement.RapprochementService;
import fr.academie.teleservices.rupture.RuptureRefusee;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Des personnes que deux établissements connaissent chacun sous un compte : une paire pour chaque chose que le rapprochement en fait, et un
 * aperçu à regarder. Leurs établissements ne sont pas ceux des fichiers à importer, qui sinon les diraient partis.
 */
public final class PairesARapprocher {

    /** Les deux comptes de la paire à regrouper : celui qui reste, celui qui se fermera. */
    public static final List<String> A_REGROUPER = List.of("sonia.faure", "sonia.faure1");

    private static final String UN = Ecole.DE_LA_DUNE.uai();
    private static final String AUTRE = Ecole.LE_PORT.uai();
    private static final String FOYER = "accueil.foyer@example.org";
    private static final int TROP_DE_PERSONNES = 6;

    private final DataSource base;
    private final Atelier atelier;
    private int numero = 900_000;

    private PairesARapprocher(DataSource base) {
        this.base = base;
        this.atelier = new Atelier(base);
    }

    /** Les écrit et demande l'aperçu ; une base qui les a déjà est laissée telle quelle. */
    public static void ecrire(DataSource base) {
        try {
            PairesARapprocher paires = new PairesARapprocher(base);
            if (paires.nombre("SELECT COUNT(*) FROM responsable WHERE identifiant = ?", A_REGROUPER.get(0)) == 0) {
                paires.ecrire();
            }
        } catch (SQLException | RuptureRefusee e) {
            throw new DemarrageImpossible(
                    "Les comptes à rapprocher n'ont pas pu être écrits (" + e.getMessage() + ").", e);
        }
    }

    private void ecrire() throws SQLException, RuptureRefusee {
        deux("FAURE", "Sonia", "CREE");
        long activee = deux("GARNIER", "Laure", "ACTIF").un();
        eleve(activee, "GARNIER", "Maël");
        Comptes ecartes = deux("ROCHE", "Anne", "CREE");
        executer(
                "INSERT INTO suggestion_ecartee (responsable_id, autre_id, le) VALUES (?, ?, UTC_TIMESTAMP(3))",
                ecartes.un(),
                ecartes.autre());
        Comptes contestes = deux("MOREL", "Julie", "CREE");
        long nolan = eleve(contestes.un(), "MOREL", "Nolan");
        executer(
                "UPDATE rattachement SET etat = 'CONTESTE', conteste_le = UTC_TIMESTAMP(3) WHERE responsable_id = ?"
                        + " AND eleve_id = ?",
                contestes.un(),
                nolan);
        Comptes memeEleve =
                new Comptes(compte("BLANC", "Camille", "", "ACTIF"), compte("BLANC", "Camille", "1", "CREE"));
        long lou = eleve(memeEleve.un(), "BLANC", "Lou");
        rattacher(memeEleve.autre(), lou);
        dire(memeEleve.un(), UN, "M.", "BLANC", "Camille", mail("BLANC", "Camille"));
        dire(memeEleve.autre(), AUTRE, "MME", "BLANC", "Camille", mail("BLANC", "Camille"));
        dire(compte("PICARD", "Emma", "", "ACTIF"), UN, "MME", "PICARD", "Emma", mail("PICARD", "Emma"));
        dire(null, AUTRE, "MME", "PICARD", "Emma", mail("PICARD", "Emma"));
        dire(compte("FABRE", "Léa", "", "ACTIF"), UN, "MME", "FABRE", "Léa", mail("FABRE", "Léa"));
        dire(compte("FABRE", "Léa", "1", "CREE"), AUTRE, "MME", "FABRE", "Léa", null);
        adressePartagee();
        rompus();
        new RapprochementService(atelier.planificateur, atelier.transactions, atelier.horloge)
                .demander(new Auteur(new Identifiant("exploitation"), Profil.EXPLOITATION, null));
    }

    /** L'adresse d'un foyer : deux de ceux qui l'ont portent le même nom. */
    private void adressePartagee() throws SQLException {
        dire(compte("PETIT", "Marie", "", "ACTIF"), UN, "MME", "PETIT", "Marie", FOYER);
        dire(compte("PETIT", "Marie", "1", "CREE"), AUTRE, "MME", "PETIT", "Marie", FOYER);
        for (int i = 2; i < TROP_DE_PERSONNES; i++) {
            dire(null, UN, "MME", "FOYER", "Accueil " + i, FOYER);
        }
    }

    /** Deux enfants sur un compte ; le collège de l'un en a fait un compte à part, qui porte les mêmes données. */
    private void rompus() throws SQLException, RuptureRefusee {
        long claire = compte("VIDAL", "Claire", "", "ACTIF");
        long jade = eleve(claire, "VIDAL", "Jade");
        long hugo = eleve(claire, "VIDAL", "Hugo");
        constater(dire(claire, UN, "MME", "VIDAL", "Claire", mail("VIDAL", "Claire")), jade);
        constater(dire(claire, AUTRE, "MME", "VIDAL", "Claire", mail("VIDAL", "Claire")), hugo);
        Agent college = Atelier.agent("direction.dune", UN);
        atelier.casser(college, atelier.ruptures.demander(college, claire, List.of(jade)));
    }

    private record Comptes(long un, long autre) {}

    /** Deux comptes dont tout ce que deux établissements disent est identique. */
    private Comptes deux(String nom, String prenom, String etatDuSecond) throws SQLException {
        Comptes comptes = new Comptes(compte(nom, prenom, "", "ACTIF"), compte(nom, prenom, "1", etatDuSecond));
        dire(comptes.un(), UN, "MME", nom, prenom, mail(nom, prenom));
        dire(comptes.autre(), AUTRE, "MME", nom, prenom, mail(nom, prenom));
        return comptes;
    }

    /** Son mot de passe est celui de toutes les familles. */
    private long compte(String nom, String prenom, String suite, String etat) throws SQLException {
        String identifiant = identifiant(nom, prenom) + suite;
        return inserer(
                "INSERT INTO responsable (identifiant, civilite, nom_famille, prenom, mail, telephone_portable,"
                        + " mot_de_passe, provisoire_expire_le, etat, cree_le, active_le) SELECT ?, 'MME', ?, ?, ?, '06 39"
                        + " 98 20 40', mot_de_passe, IF(? = 'CREE', UTC_TIMESTAMP(3) + INTERVAL 60 DAY, NULL), ?,"
                        + " UTC_TIMESTAMP(3) - INTERVAL 30 DAY, IF(? = 'ACTIF', UTC_TIMESTAMP(3) - INTERVAL 20 DAY, NULL)"
                        + " FROM responsable WHERE identifiant = 'marc.durand'",
                identifiant,
                nom,
                prenom,
                identifiant + "@example.org",
                etat,
                etat,
                etat);
    }

    private long eleve(long compte, String nom, String prenom) throws SQLException {
        long eleve = inserer(
                "INSERT INTO eleve (nom, prenom, date_naissance, uai, classe) VALUES (?, ?, UTC_DATE() - INTERVAL 13"
                        + " YEAR, ?, '4B')",
                nom,
                prenom,
                UN);
        rattacher(compte, eleve);
        return eleve;
    }

    private void rattacher(long compte, long eleve) throws SQLException {
        executer(
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat, depuis)"
                        + " VALUES (?, ?, 1, 10, 'ACTIF', UTC_TIMESTAMP(3))",
                compte,
                eleve);
    }

    private long dire(
            @Nullable Long compte, String uai, String civilite, String nom, String prenom, @Nullable String mail)
            throws SQLException {
        return inserer(
                "INSERT INTO identite_responsable (source, perimetre, numero, civilite, nom_famille, prenom, mail,"
                        + " telephone_portable, origine_id, responsable_id) VALUES ('SIECLE', ?, ?, ?, ?, ?, ?, '06 39 98"
                        + " 20 40', ?, ?)",
                uai,
                String.valueOf(++numero),
                civilite,
                nom,
                prenom,
                mail,
                compte,
                compte);
    }

    private void constater(long personne, long eleve) throws SQLException {
        executer(
                "INSERT INTO constat (identite_id, eleve_id, niveau, lien, responsable_id) SELECT id, ?, 1, 10,"
                        + " responsable_id FROM identite_responsable WHERE id = ?",
                eleve,
                personne);
    }

    private static String mail(String nom, String prenom) {
        return identifiant(nom, prenom) + "@example.org";
    }

    private static String identifiant(String nom, String prenom) {
        return Identite.normaliser(prenom) + "." + Identite.normaliser(nom);
    }

    private long inserer(String sql, @Nullable Object... valeurs) throws SQLException {
        try (Connection connexion = base.getConnection();
                PreparedStatement ordre = connexion.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            connexion.setAutoCommit(true);
            remplir(ordre, valeurs);
            ordre.executeUpdate();
            try (ResultSet cle = ordre.getGeneratedKeys()) {
                cle.next();
                return cle.getLong(1);
            }
        }
    }

    private void executer(String sql, @Nullable Object... valeurs) throws SQLException {
        try (Connection connexion = base.getConnection();
                PreparedStatement ordre = connexion.prepareStatement(sql)) {
            connexion.setAutoCommit(true);
            remplir(ordre, valeurs);
            ordre.executeUpdate();
        }
    }

    private long nombre(String sql, String valeur) throws SQLException {
        try (Connection connexion = base.getConnection();
                PreparedStatement question = connexion.prepareStatement(sql)) {
            question.setString(1, valeur);
            try (ResultSet lu = question.executeQuery()) {
                return lu.next() ? lu.getLong(1) : 0;
            }
        }
    }

    private static void remplir(PreparedStatement ordre, @Nullable Object... valeurs) throws SQLException {
        for (int i = 0; i < valeurs.length; i++) {
            ordre.setObject(i + 1, valeurs[i]);
        }
    }
}
