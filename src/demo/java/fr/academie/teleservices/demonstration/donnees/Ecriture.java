package fr.academie.teleservices.demonstration.donnees;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Écrit les lignes par lots, dans l'ordre que veulent les clés étrangères ; les numéros sont donnés d'avance. */
final class Ecriture implements AutoCloseable {

    private final PreparedStatement etablissements;
    private final PreparedStatement responsables;
    private final PreparedStatement eleves;
    private final PreparedStatement rattachements;
    private final PreparedStatement agents;
    private final PreparedStatement habilitations;
    private final PreparedStatement adresses;
    private final PreparedStatement attendus;
    private final PreparedStatement elevesAttendus;
    private long dernierResponsable;
    private long dernierEleve;
    private long dernierAgent;
    private long dernierAttendu;

    Ecriture(Connection connexion) throws SQLException {
        etablissements = connexion.prepareStatement(
                "INSERT INTO etablissement (uai, nature, nom, commune, telephone, courriel, site)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        responsables = connexion.prepareStatement(
                "INSERT INTO responsable (id, identifiant, civilite, nom_famille, nom_usage, prenom, mail,"
                        + " mail_confirme_le, telephone_portable, mot_de_passe, provisoire_expire_le, etat,"
                        + " motif_fermeture, cree_le, active_le, ferme_le)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        eleves = connexion.prepareStatement(
                "INSERT INTO eleve (id, identifiant, mot_de_passe, nom, prenom, date_naissance, uai, classe)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        rattachements = connexion.prepareStatement(
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat, depuis)"
                        + " VALUES (?, ?, ?, ?, ?, ?)");
        agents = connexion.prepareStatement(
                "INSERT INTO agent (id, identifiant, mot_de_passe, profil, nom, prenom, mail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        habilitations = connexion.prepareStatement("INSERT INTO habilitation (agent_id, uai, chef) VALUES (?, ?, ?)");
        adresses = connexion.prepareStatement(
                "INSERT INTO adresse_postale (responsable_id, adresse, code_postal, commune) VALUES (?, ?, ?, ?)");
        attendus = connexion.prepareStatement(
                "INSERT INTO responsable_attendu (id, uai, personne_id, civilite, nom_famille, nom_usage, prenom,"
                        + " adresse, code_postal, commune, responsable_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        elevesAttendus = connexion.prepareStatement(
                "INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien) VALUES (?, ?, ?, ?)");
    }

    void etablissement(Ecole ecole) throws SQLException {
        ajouter(
                etablissements,
                ecole.uai(),
                ecole.nature(),
                ecole.nom(),
                ecole.commune(),
                ecole.telephone(),
                ecole.courriel(),
                ecole.site());
    }

    long responsable(Responsable r) throws SQLException {
        long id = ++dernierResponsable;
        Responsable.Personne qui = r.personne();
        ajouter(
                responsables,
                id,
                r.identifiant(),
                qui.civilite(),
                qui.nomFamille(),
                qui.nomUsage(),
                qui.prenom(),
                r.mail(),
                r.mail() == null ? null : utc(r.activeLe()),
                r.telephone(),
                r.empreinte(),
                utc(r.provisoireExpireLe()),
                r.etat(),
                "FERME".equals(r.etat()) ? "ETABLISSEMENT" : null,
                utc(r.creeLe()),
                utc(r.activeLe()),
                utc(r.fermeLe()));
        return id;
    }

    long eleve(String nom, String prenom, LocalDate naissance, Ecole ecole, String classe) throws SQLException {
        return eleve(null, null, nom, prenom, naissance, ecole, classe);
    }

    long eleve(
            @Nullable String identifiant,
            @Nullable String empreinte,
            String nom,
            String prenom,
            LocalDate naissance,
            Ecole ecole,
            String classe)
            throws SQLException {
        long id = ++dernierEleve;
        ajouter(eleves, id, identifiant, empreinte, nom, prenom, Date.valueOf(naissance), ecole.uai(), classe);
        return id;
    }

    void rattachement(long responsable, long eleve, int niveau, int lien, String etat, Instant depuis)
            throws SQLException {
        ajouter(rattachements, responsable, eleve, niveau, lien, etat, utc(depuis));
    }

    void agent(
            String identifiant,
            String empreinte,
            String profil,
            String nom,
            String prenom,
            @Nullable Ecole ecole,
            boolean chef)
            throws SQLException {
        long id = ++dernierAgent;
        ajouter(agents, id, identifiant, empreinte, profil, nom, prenom, identifiant + "@example.org");
        if (ecole != null) {
            ajouter(habilitations, id, ecole.uai(), chef);
        }
    }

    void adresse(long responsable, Attendus.Adresse adresse) throws SQLException {
        ajouter(adresses, responsable, adresse.voie(), adresse.codePostal(), adresse.commune());
    }

    /** Une personne de la base élèves ; {@code compte} est nul tant qu'elle n'en a pas. */
    long attendu(
            Ecole ecole,
            String personneId,
            Responsable.Personne qui,
            Attendus.@Nullable Adresse adresse,
            @Nullable Long compte)
            throws SQLException {
        long id = ++dernierAttendu;
        ajouter(
                attendus,
                id,
                ecole.uai(),
                personneId,
                qui.civilite(),
                qui.nomFamille(),
                qui.nomUsage(),
                qui.prenom(),
                adresse == null ? null : adresse.voie(),
                adresse == null ? null : adresse.codePostal(),
                adresse == null ? null : adresse.commune(),
                compte);
        return id;
    }

    void eleveAttendu(long attendu, long eleve, int niveau, int lien) throws SQLException {
        ajouter(elevesAttendus, attendu, eleve, niveau, lien);
    }

    /** Envoie tout. */
    void finir() throws SQLException {
        for (PreparedStatement lot : lots()) {
            lot.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement lot : lots()) {
            lot.close();
        }
    }

    private PreparedStatement[] lots() {
        return new PreparedStatement[] {
            etablissements,
            responsables,
            eleves,
            rattachements,
            agents,
            habilitations,
            adresses,
            attendus,
            elevesAttendus
        };
    }

    private static void ajouter(PreparedStatement lot, @Nullable Object... valeurs) throws SQLException {
        for (int i = 0; i < valeurs.length; i++) {
            lot.setObject(i + 1, valeurs[i]);
        }
        lot.addBatch();
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
