package fr.academie.teleservices.essais;

import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.socle.config.Reglages.Couts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Fabrique des comptes, des élèves et des liens dans la base d'essai. */
public final class Familles {

    public static final String MOT_DE_PASSE = "2BUYJ9C8";
    /** Le moindre coût que les réglages admettent : hors de ce qui éprouve le coût, le calcul n'est qu'une attente. */
    public static final Couts PLANCHER = new Couts(7 * 1024, 1, 10);

    /** En Kio, ce qu'aucun réglage n'admet : où rien ne tient au coût d'une empreinte, son calcul faisait jusqu'aux quatre cinquièmes d'un essai. */
    static final int MEMOIRE_DERISOIRE = 64;

    public static final String ARGON2 = argon2(PLANCHER);

    /** L'empreinte de {@link #MOT_DE_PASSE} pour un {@link Atelier}. */
    public static final String LEGERE = argon2(new Couts(MEMOIRE_DERISOIRE, PLANCHER.passes(), PLANCHER.bcrypt()));

    public static final String BCRYPT = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(MOT_DE_PASSE);
    public static final String UAI = "0330001A";

    private final Requetes requetes;
    private final String empreinte;

    /** L'empreinte de {@link #MOT_DE_PASSE} à ce coût. */
    public static String argon2(Couts couts) {
        return "{argon2}"
                + new Argon2PasswordEncoder(16, 32, 1, couts.memoireKio(), couts.passes()).encode(MOT_DE_PASSE);
    }

    /** Pour un {@link Atelier}. */
    public Familles(BaseDEssai base) {
        this(base.base(), LEGERE);
    }

    /** Pour un serveur, qui referait une empreinte au-dessous de son plancher. */
    public Familles(BaseEmbarquee base) {
        this(base, ARGON2);
    }

    private Familles(BaseEmbarquee base, String empreinte) {
        requetes = new Requetes(base);
        this.empreinte = empreinte;
    }

    public void etablissement() {
        etablissement(UAI, "Collège du Moulin");
    }

    public void etablissement(String uai, String nom) {
        requetes.executer(
                "INSERT IGNORE INTO etablissement (uai, nature, nom) VALUES ('" + uai + "', 'COLLEGE', '" + nom + "')");
    }

    public long actif(String identifiant) {
        return compte(identifiant, "DURAND", null, "Cristelle", "ACTIF", empreinte, "NULL");
    }

    public long cree(String identifiant) {
        return compte(
                identifiant, "DURAND", null, "Cristelle", "CREE", empreinte, "UTC_TIMESTAMP(3) + INTERVAL 90 DAY");
    }

    /** Un compte ; {@code expire} est une expression SQL. */
    public long compte(
            String identifiant,
            String nom,
            @Nullable String nomUsage,
            String prenom,
            String etat,
            @Nullable String empreinte,
            String expire) {
        return inserer(
                "INSERT INTO responsable (identifiant, nom_famille, nom_usage, prenom, mail, mot_de_passe, etat,"
                        + " active_le, ferme_le, motif_fermeture, provisoire_expire_le) VALUES (?, ?, ?, ?, ?, ?, ?,"
                        + " IF(? = 'ACTIF', UTC_TIMESTAMP(3), NULL), IF(? = 'FERME', UTC_TIMESTAMP(3), NULL),"
                        + " IF(? = 'FERME', 'ETABLISSEMENT', NULL), " + expire + ")",
                identifiant,
                nom,
                nomUsage,
                prenom,
                identifiant + "@exemple.fr",
                empreinte,
                etat,
                etat,
                etat,
                etat);
    }

    public long eleve(String prenom) {
        return eleve(prenom, UAI);
    }

    public long eleve(String prenom, String uai) {
        etablissement(uai, UAI.equals(uai) ? "Collège du Moulin" : "Collège " + uai);
        return inserer(
                "INSERT INTO eleve (nom, prenom, date_naissance, uai, classe) VALUES ('DURAND', ?, '2012-04-11', ?,"
                        + " '5B')",
                prenom,
                uai);
    }

    /** Une inscription de plus, ouverte. */
    public void inscrire(long eleve, String uai, String classe) {
        requetes.executer("INSERT INTO inscription (eleve_id, uai, classe) VALUES (" + eleve + ", '" + uai + "', '"
                + classe + "')");
    }

    public long lier(long responsable, long eleve, int niveau, int lien, String etat) {
        return inserer(
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat, conteste_le) VALUES (?, ?, ?,"
                        + " ?, ?, IF(? = 'CONTESTE', UTC_TIMESTAMP(3), NULL))",
                responsable,
                eleve,
                niveau,
                lien,
                etat,
                etat);
    }

    public long lier(long responsable, long eleve) {
        return lier(responsable, eleve, 1, 10, "ACTIF");
    }

    /** Une personne que la base élèves donne pour cet élève, et qui a ce compte. */
    public long attendu(long responsable, long eleve) {
        long id = inserer(
                "INSERT INTO responsable_attendu (uai, personne_id, civilite, nom_famille, prenom, responsable_id)"
                        + " SELECT uai, UUID_SHORT(), 'MME', 'DURAND', 'Cristelle', ? FROM eleve WHERE id = ?",
                responsable,
                eleve);
        eleveAttendu(id, eleve);
        return id;
    }

    /** Une personne que SIECLE nomme dans l'établissement des essais, et qui a ce compte. */
    public long identite(String numero, long responsable) {
        return inserer(
                "INSERT INTO identite_responsable (source, perimetre, numero, civilite, nom_famille, prenom,"
                        + " origine_id, responsable_id) VALUES ('SIECLE', ?, ?, 'MME', 'DURAND', 'Cristelle', ?, ?)",
                UAI,
                numero,
                responsable,
                responsable);
    }

    /** Une personne que SIECLE nomme dans cet établissement, et qui n'a pas de compte ; {@code prenom} nul pour un foyer. */
    public long personne(String uai, String numero, String nom, @Nullable String prenom) {
        return inserer(
                "INSERT INTO identite_responsable (source, perimetre, numero, civilite, nom_famille, prenom, mail,"
                        + " telephone_portable, adresse, code_postal, commune, connue_le)"
                        + " VALUES ('SIECLE', ?, ?, 'MME', ?, ?, 'elle@exemple.fr', '+33639982026', '1 rue Haute',"
                        + " '33400', 'TALENCE', '2026-11-02 08:00:00')",
                uai,
                numero,
                nom,
                prenom);
    }

    /** Ce que cette personne est pour cet élève, sur le compte qu'elle nomme : sa mère, représentante légale. */
    public void constat(long identite, long eleve) {
        constat(identite, eleve, 1, 10);
    }

    /** De même, à ce titre. */
    public void constat(long identite, long eleve, int niveau, int lien) {
        requetes.executer("INSERT INTO constat (identite_id, eleve_id, niveau, lien, responsable_id) SELECT id, "
                + eleve + ", " + niveau + ", " + lien + ", responsable_id FROM identite_responsable WHERE id = "
                + identite + " ON DUPLICATE KEY UPDATE niveau = VALUES(niveau), lien = VALUES(lien)");
    }

    /** Un autre élève de cette personne attendue. */
    public void eleveAttendu(long attendu, long eleve) {
        requetes.executer("INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien) VALUES ("
                + attendu + ", " + eleve + ", 1, 10)");
    }

    /** Une session ouverte chez nous, à laquelle lier une demande. */
    public long session(String identifiant) {
        return inserer(
                "INSERT INTO session_ouverte (ticket, identifiant, profil, ouverte_le)"
                        + " VALUES (UNHEX(SHA2(UUID(), 256)), ?, 'RESPONSABLE', UTC_TIMESTAMP(3))",
                identifiant);
    }

    /** Un agent d'établissement habilité à l'UAI des essais, dont on prouve le mot de passe comme celui d'un responsable. */
    public long agent(String identifiant, boolean chef) {
        long id = agentSansEtablissement(identifiant, "ETABLISSEMENT");
        etablissement();
        requetes.executer(
                "INSERT INTO habilitation (agent_id, uai, chef) VALUES (" + id + ", '" + UAI + "', " + chef + ")");
        return id;
    }

    /** Un agent de ce profil, sans habilitation. */
    public long agentSansEtablissement(String identifiant, String profil) {
        return inserer(
                "INSERT INTO agent (identifiant, mot_de_passe, profil, nom, prenom, mail) VALUES (?, ?, ?, 'CASTÉRA',"
                        + " 'Hélène', ?)",
                identifiant,
                empreinte,
                profil,
                identifiant + "@exemple.fr");
    }

    private long inserer(String sql, @Nullable Object... valeurs) {
        return requetes.inserer(sql, valeurs);
    }
}
