package fr.academie.teleservices.demonstration.donnees;

import fr.academie.teleservices.demonstration.DemarrageImpossible;
import fr.academie.teleservices.demonstration.donnees.Responsable.Personne;
import fr.academie.teleservices.socle.config.Reglages.Couts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Remplit le schéma, une fois migré, avec les comptes annoncés et les familles qui les entourent. */
public final class DonneesDeDemonstration {

    /** Le mot de passe commun à toutes les familles tirées au sort. */
    public static final String MOT_DE_PASSE_DES_FAMILLES = "Famille!2026";

    private static final int NOMBRE_DE_FAMILLES = 230;
    private static final long GRAINE = 20_260_922L;
    private static final int LIEN_MERE = 10;
    private static final int LIEN_PERE = 20;

    private final Argon2PasswordEncoder argon2;
    private final Map<String, String> empreintes;
    private final Instant maintenant;

    private DonneesDeDemonstration(Instant maintenant, Couts couts) {
        this.maintenant = maintenant;
        argon2 = new Argon2PasswordEncoder(16, 32, 1, couts.memoireKio(), couts.passes());
        this.empreintes = CompteDeDemonstration.tous().parallelStream()
                .filter(c -> !"FERME".equals(c.etat()))
                .collect(Collectors.toConcurrentMap(CompteDeDemonstration::identifiant, c -> hacher(c.motDePasse())));
    }

    /** Comme {@link #remplir(DataSource, Clock, Couts)}, au coût du produit. */
    public static boolean remplir(DataSource base, Clock horloge) {
        return remplir(base, horloge, Couts.OWASP);
    }

    /**
     * Écrit tout dans une transaction ; une base qui a déjà des responsables est laissée telle quelle.
     *
     * @param couts le coût des empreintes, celui de l'application qui les lira : à un moindre coût, elle les récrirait
     * @return vrai si les données ont été écrites
     */
    public static boolean remplir(DataSource base, Clock horloge, Couts couts) {
        try (Connection connexion = base.getConnection()) {
            connexion.setAutoCommit(false);
            if (dejaRemplie(connexion)) {
                return false;
            }
            try (Ecriture ecriture = new Ecriture(connexion)) {
                new DonneesDeDemonstration(horloge.instant(), couts).ecrire(ecriture);
                ecriture.finir();
            }
            connexion.commit();
            return true;
        } catch (SQLException e) {
            throw new DemarrageImpossible(
                    "Les données de démonstration n'ont pas pu être écrites (" + e.getMessage()
                            + ") : le schéma de sql/ est-il en place ?",
                    e);
        }
    }

    private static boolean dejaRemplie(Connection connexion) throws SQLException {
        try (Statement ordre = connexion.createStatement();
                ResultSet compte = ordre.executeQuery("SELECT EXISTS (SELECT 1 FROM responsable)")) {
            return compte.next() && compte.getBoolean(1);
        }
    }

    private void ecrire(Ecriture ecriture) throws SQLException {
        for (Ecole ecole : Ecole.toutes()) {
            ecriture.etablissement(ecole);
        }
        durand(ecriture);
        benali(ecriture);
        ecriture.agent(
                "secretariat.moulin",
                empreinte("secretariat.moulin"),
                "ETABLISSEMENT",
                "Castéra",
                "Hélène",
                Ecole.DU_MOULIN,
                false);
        ecriture.agent(
                "direction.moulin",
                empreinte("direction.moulin"),
                "ETABLISSEMENT",
                "Darrigade",
                "Nicole",
                Ecole.DU_MOULIN,
                true);
        ecriture.agent("assistance", empreinte("assistance"), "ASSISTANCE", "Labat", "Étienne", null, false);
        String commune = hacher(MOT_DE_PASSE_DES_FAMILLES);
        new Familles(ecriture, commune, maintenant, GRAINE).ecrire(NOMBRE_DE_FAMILLES);
        new Attendus(ecriture, commune, maintenant).ecrire();
        marchand(ecriture, commune);
    }

    /** Les comptes de Cristelle Durand ; son deuxième est écrit comme un secrétariat pressé l'écrirait (DOMAIN §5). */
    private void durand(Ecriture ecriture) throws SQLException {
        Personne cristelle = new Personne("MME", "DURAND", null, "Cristelle");
        Personne autrementEcrite = new Personne("MME", "Durand", null, "CRISTELLE");
        long principal = actif(ecriture, "cristelle.durand", cristelle, 700);
        long provisoire = ecriture.responsable(Responsable.cree(
                "cristelle.durand1",
                autrementEcrite,
                "cristelle.durand1@example.org",
                "06 39 98 20 26",
                empreinte("cristelle.durand1"),
                maintenant.minus(Duration.ofDays(12))));
        long secondaire = actif(ecriture, "cristelle.durand2", cristelle, 400);
        ecriture.responsable(Responsable.ferme(
                "cristelle.durand3",
                cristelle,
                "cristelle.durand3@example.org",
                maintenant.minus(Duration.ofDays(500)),
                maintenant.minus(Duration.ofDays(60))));
        long expire = ecriture.responsable(Responsable.cree(
                "cristelle.durand4",
                cristelle,
                "cristelle.durand4@example.org",
                "06 39 98 20 26",
                empreinte("cristelle.durand4"),
                maintenant.minus(Responsable.VALIDITE).minus(Duration.ofDays(30))));
        long pere = ecriture.responsable(Responsable.actif(
                "marc.durand",
                new Personne("M.", "DURAND", null, "Marc"),
                "marc.durand@example.org",
                "06 39 98 20 27",
                hacher(MOT_DE_PASSE_DES_FAMILLES),
                maintenant.minus(Duration.ofDays(650))));

        long dylan = ecriture.eleve(
                "dylan.durand",
                empreinte("dylan.durand"),
                "DURAND",
                "Dylan",
                naissance(12, 3, 14),
                Ecole.LES_TILLEULS,
                "5B");
        long florian = ecriture.eleve("DURAND", "Florian", naissance(14, 6, 2), Ecole.DU_MOULIN, "3C");
        long ines = ecriture.eleve("DURAND", "Inès", naissance(16, 11, 27), Ecole.DEUX_RIVES, "1G2");
        long noe = ecriture.eleve("DURAND", "Noé", naissance(8, 1, 9), Ecole.LES_PLATANES, "CE2 A");
        mere(ecriture, principal, dylan);
        mere(ecriture, provisoire, florian);
        mere(ecriture, secondaire, ines);
        mere(ecriture, secondaire, dylan);
        mere(ecriture, expire, noe);
        for (long enfant : new long[] {dylan, florian, ines, noe}) {
            ecriture.rattachement(pere, enfant, 1, LIEN_PERE, "ACTIF", maintenant.minus(Duration.ofDays(80)));
        }
    }

    private void benali(Ecriture ecriture) throws SQLException {
        long nadia = actif(ecriture, "nadia.benali", new Personne("MME", "BENALI", null, "Nadia"), 300);
        long yanis = ecriture.eleve("BENALI", "Yanis", naissance(9, 9, 18), Ecole.LOUISE_MICHEL, "CM1 B");
        mere(ecriture, nadia, yanis);
    }

    /** La famille à qui {@link VieDuMoulin} fait vivre un regroupement et deux contestations. */
    private void marchand(Ecriture ecriture, String commune) throws SQLException {
        Personne helene = new Personne("MME", "MARCHAND", null, "Hélène");
        long garde = famille(ecriture, VieDuMoulin.GARDE, helene, commune, 420);
        long regroupe = famille(ecriture, VieDuMoulin.REGROUPE, helene, commune, 90);
        long pere = famille(ecriture, VieDuMoulin.PERE, new Personne("M.", "MARCHAND", null, "Bruno"), commune, 90);
        long seule =
                famille(ecriture, VieDuMoulin.SEULE, new Personne("MME", "LACOSTE", null, "Mireille"), commune, 90);
        long robin = ecriture.eleve("MARCHAND", "Robin", naissance(15, 2, 8), Ecole.LES_TILLEULS, "3A");
        long zoe = ecriture.eleve("MARCHAND", "Zoé", naissance(12, 7, 19), Ecole.DU_MOULIN, "5A");
        long theo = ecriture.eleve("LACOSTE", "Théo", naissance(13, 5, 30), Ecole.DU_MOULIN, "4A");
        mere(ecriture, garde, robin);
        mere(ecriture, regroupe, zoe);
        mere(ecriture, seule, theo);
        ecriture.rattachement(pere, zoe, 1, LIEN_PERE, "ACTIF", maintenant.minus(Duration.ofDays(80)));
    }

    private long famille(Ecriture ecriture, String identifiant, Personne personne, String empreinte, int jours)
            throws SQLException {
        return ecriture.responsable(Responsable.actif(
                identifiant,
                personne,
                identifiant + "@example.org",
                "06 39 98 20 31",
                empreinte,
                maintenant.minus(Duration.ofDays(jours))));
    }

    private long actif(Ecriture ecriture, String identifiant, Personne personne, int jours) throws SQLException {
        return ecriture.responsable(Responsable.actif(
                identifiant,
                personne,
                identifiant + "@example.org",
                "nadia.benali".equals(identifiant) ? "06 39 98 20 28" : "06 39 98 20 26",
                empreinte(identifiant),
                maintenant.minus(Duration.ofDays(jours))));
    }

    private void mere(Ecriture ecriture, long responsable, long eleve) throws SQLException {
        ecriture.rattachement(responsable, eleve, 1, LIEN_MERE, "ACTIF", maintenant.minus(Duration.ofDays(80)));
    }

    private LocalDate naissance(int age, int mois, int jour) {
        return LocalDate.of(Familles.rentree(maintenant) - age, mois, jour);
    }

    private String empreinte(String identifiant) {
        return Objects.requireNonNull(empreintes.get(identifiant), identifiant);
    }

    private String hacher(String motDePasse) {
        return "{argon2}" + argon2.encode(motDePasse);
    }
}
