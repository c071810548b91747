package fr.academie.teleservices.essais;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.persistance.SourceDeDonnees;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Une vraie MariaDB, démarrée une fois par JVM d'essai, au schéma de {@code sql/}, vidée entre deux essais. */
public final class BaseDEssai {

    private static @Nullable BaseDEssai partagee;

    private final BaseEmbarquee base;
    private final DataSource source;
    private final Requetes requetes;
    private final EvenementsProduits evenements;
    private @Nullable String pleines;

    private BaseDEssai() {
        base = BaseEmbarquee.demarrer(0, false);
        requetes = new Requetes(base);
        evenements = new EvenementsProduits(requetes);
        source = SourceDeDonnees.reserve(reglages(base.url(), 16));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:sql")
                .table("teleservices_schema")
                .load()
                .migrate();
        Runtime.getRuntime().addShutdownHook(new Thread(base::close));
    }

    public static synchronized BaseDEssai partagee() {
        if (partagee == null) {
            partagee = new BaseDEssai();
        }
        return partagee;
    }

    private static synchronized void oublier(BaseDEssai fermee) {
        if (partagee == fermee) {
            partagee = null;
        }
    }

    public BaseEmbarquee base() {
        return base;
    }

    Requetes requetes() {
        return requetes;
    }

    /** La source de données de l'application, aux réglages de production. */
    public DataSource source() {
        return source;
    }

    /** Une autre réserve, aux mêmes réglages, par une autre adresse (un mandataire). */
    public HikariDataSource source(String url, int connexions) {
        return SourceDeDonnees.reserve(reglages(url, connexions));
    }

    /** Ferme la réserve de connexions et arrête mariadbd ; la prochaine demande en aura une autre, vide. */
    public void fermer() {
        oublier(this);
        if (source instanceof HikariDataSource reserve) {
            reserve.close();
        }
        base.close();
    }

    /** Juge les événements que les essais ont laissés depuis la dernière fois ; sans effet si aucun n'a demandé la base. */
    public static synchronized void verifierLesEvenements() {
        if (partagee != null) {
            partagee.evenements.verifier();
        }
    }

    /** Efface toutes les lignes, par le compte d'administration ; les événements ont d'abord été jugés. */
    public void vider() {
        evenements.verifier();
        List<String> instructions = new ArrayList<>(List.of("SET FOREIGN_KEY_CHECKS = 0"));
        lire(pleines()).forEach(table -> instructions.add("DELETE FROM " + table));
        executer(instructions.toArray(String[]::new));
    }

    /** Des instructions, l'une après l'autre sur une même connexion, validées chacune. */
    public void executer(String... instructions) {
        requetes.executer(instructions);
    }

    /** Les lignes d'une requête, colonnes séparées par « | », nuls écrits « ∅ ». */
    public List<String> lire(String requete) {
        return requetes.lire(requete);
    }

    public long compter(String requete) {
        return requetes.compter(requete);
    }

    /** La requête des tables où il y a des lignes ; une table qu'un essai crée lui revient. */
    private synchronized String pleines() {
        if (pleines == null) {
            pleines = lire("SELECT table_name FROM information_schema.tables WHERE table_schema = 'teleservices'"
                            + " AND table_type = 'BASE TABLE' AND table_name <> 'teleservices_schema'")
                    .stream()
                    .map(table -> "SELECT '" + table + "' FROM DUAL WHERE EXISTS (SELECT 1 FROM " + table + ")")
                    .collect(Collectors.joining(" UNION ALL "));
        }
        return pleines;
    }

    private static Reglages.Base reglages(String url, int connexions) {
        return new Reglages.Base(
                null, url, "teleservices", "teleservices", connexions, true, 0, null, null, null, null, false);
    }
}
