package fr.academie.teleservices.banc;

import fr.academie.teleservices.compte.ClesDIdentite;
import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.essais.Familles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Les familles d'une académie dans une base : chaque personne a son identité et son compte, un sur trois activé. */
final class AcademieDEssai {

    private static final long GRAINE = 20_261_127;
    private static final int LOT = 2000;
    private static final String EMPREINTE = "{argon2}x";

    private final BaseEmbarquee base;
    private final List<String> comptes = new ArrayList<>();
    private final List<String> identites = new ArrayList<>();
    private final List<String> eleves = new ArrayList<>();
    private final List<String> liens = new ArrayList<>();
    private final List<String> constats = new ArrayList<>();

    AcademieDEssai(BaseEmbarquee base) {
        this.base = base;
    }

    /** Au moins ce nombre de personnes, dans une base dont l'établissement des essais existe ; rend leur nombre. */
    int peupler(int personnes) {
        int faites = 0;
        try (Connection connexion = base.administration().getConnection();
                Statement ordre = connexion.createStatement()) {
            ordre.execute("SET SESSION foreign_key_checks = 0, unique_checks = 0");
            connexion.setAutoCommit(false);
            GenerateurDeFamilles generateur = new GenerateurDeFamilles(GRAINE);
            while (faites < personnes) {
                GenerateurDeFamilles.Famille famille = generateur.famille();
                famille.personnes().forEach(this::personne);
                famille.eleves()
                        .forEach(e -> eleves.add("(" + e.numero() + ", " + texte(e.nom()) + ", " + texte(e.prenom())
                                + ", '2012-04-11', '" + Familles.UAI + "')"));
                famille.liens().forEach(this::lien);
                faites += famille.personnes().size();
                if (identites.size() >= LOT || faites >= personnes) {
                    verser(ordre);
                    connexion.commit();
                }
            }
            ordre.execute(
                    "ANALYZE TABLE responsable, eleve, rattachement, identite_responsable, constat PERSISTENT FOR ALL");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return faites;
    }

    private void personne(GenerateurDeFamilles.Personne p) {
        String mail = p.mail().isEmpty() ? null : p.mail();
        String portable = p.portable().isEmpty() ? null : p.portable();
        ClesDIdentite cles = ClesDIdentite.de(p.nom(), null, p.prenom(), mail, portable);
        boolean active = p.numero() % 3 == 0;
        comptes.add("(" + p.numero() + ", 'p." + p.numero() + "', " + texte(p.nom()) + ", " + texte(p.prenom()) + ", "
                + texte(mail) + ", '" + EMPREINTE + "', "
                + (active ? "'ACTIF', UTC_TIMESTAMP(3), NULL)" : "'CREE', NULL, UTC_TIMESTAMP(3) + INTERVAL 90 DAY)"));
        identites.add("(" + p.numero() + ", 'AAF', 'essai-2D', '" + p.numero() + "', "
                + texte(p.civilite().isEmpty() ? null : p.civilite()) + ", " + texte(p.nom()) + ", "
                + texte(p.prenom()) + ", " + texte(mail) + ", " + texte(portable) + ", " + p.numero() + ", "
                + p.numero() + ", " + cles.prenom() + ", " + cles.mail() + ", " + cles.portable() + ")");
    }

    private void lien(GenerateurDeFamilles.Lien l) {
        liens.add("(" + l.personne() + ", " + l.eleve() + ", " + l.niveau() + ", " + l.parente() + ", 'ACTIF')");
        constats.add("(" + l.personne() + ", " + l.eleve() + ", " + l.niveau() + ", " + l.parente() + ", "
                + l.personne() + ")");
    }

    private void verser(Statement ordre) throws SQLException {
        verser(
                ordre,
                "responsable (id, identifiant, nom_famille, prenom, mail, mot_de_passe, etat, active_le,"
                        + " provisoire_expire_le)",
                comptes);
        verser(
                ordre,
                "identite_responsable (id, source, perimetre, numero, civilite, nom_famille, prenom, mail,"
                        + " telephone_portable, origine_id, responsable_id, cle_prenom, cle_mail, cle_portable)",
                identites);
        verser(ordre, "eleve (id, nom, prenom, date_naissance, uai)", eleves);
        verser(ordre, "rattachement (responsable_id, eleve_id, niveau, lien, etat)", liens);
        verser(ordre, "constat (identite_id, eleve_id, niveau, lien, responsable_id)", constats);
    }

    private static void verser(Statement ordre, String table, List<String> lignes) throws SQLException {
        if (!lignes.isEmpty()) {
            ordre.execute("INSERT INTO " + table + " VALUES " + String.join(", ", lignes));
            lignes.clear();
        }
    }

    private static String texte(@Nullable String valeur) {
        return valeur == null ? "NULL" : "'" + valeur.replace("'", "''") + "'";
    }
}
