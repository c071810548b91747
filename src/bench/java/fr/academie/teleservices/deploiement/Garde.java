package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.essais.MandataireMariaDb.Coupure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Ce qui garde le regroupement, retiré ; et si le vérificateur doit alors voir quelque chose. */
enum Garde {
    AUCUNE_RETIREE("le témoin", false),
    SANS_VERROU("FOR UPDATE ôté de chaque ordre", true),
    SANS_RELECTURE_DE_LA_CLE(
            "le jeton d'une demande ne retrouve plus son regroupement, et des validations se perdent", true),
    SANS_UNICITE("regroupement sans clé unique : les verrous la doublent", false),
    SANS_UNICITE_NI_VERROU("de plus, sans FOR UPDATE", true),
    VALIDATIONS_NON_DURABLES("innodb_flush_log_at_trx_commit = 0, et la base tuée", true),
    SANS_RELECTURE_SOUS_VERROU("un WAR qui juge sur ce qu'il a lu avant de verrouiller", true),
    SANS_CLE_ETRANGERE("fk_rattachement_compte_ouvert ôtée : les verrous la doublent", false),
    SANS_CLE_ETRANGERE_NI_VERROU("de plus, sans FOR UPDATE", true);

    private static final Pattern VERROU = Pattern.compile("FOR UPDATE(?! SKIP)");
    private static final List<Scene> CROISEES = List.of(
            Scene.DEUX_NAVIGATEURS,
            Scene.EN_CHAINE,
            Scene.DEUX_PRINCIPAUX,
            Scene.DOUBLE_VALIDER,
            Scene.L_UN_L_AUTRE,
            Scene.BUREAU);
    /** De quoi laisser un autre finir entre ce qui fut lu et ce qui s'écrit. */
    private static final int ECART = 60;

    private final String quoi;
    private final boolean doitSeVoir;

    Garde(String quoi, boolean doitSeVoir) {
        this.quoi = quoi;
        this.doitSeVoir = doitSeVoir;
    }

    String quoi() {
        return quoi;
    }

    boolean doitSeVoir() {
        return doitSeVoir;
    }

    List<Scene> scenes() {
        return this == VALIDATIONS_NON_DURABLES || this == SANS_RELECTURE_DE_LA_CLE ? List.of(Scene.SEUL) : CROISEES;
    }

    /** Le WAR à éprouver. */
    Path war(Path livre, Path dossier) throws IOException {
        return this == SANS_RELECTURE_SOUS_VERROU ? WarSansRelecture.faire(livre, dossier) : livre;
    }

    void retirer(PileDeTenue pile) {
        espacer(pile);
        switch (this) {
            case AUCUNE_RETIREE, SANS_RELECTURE_SOUS_VERROU -> {
                // Rien que les écarts : le WAR, lui, est changé.
            }
            case SANS_VERROU -> sansVerrou(pile);
            case SANS_RELECTURE_DE_LA_CLE -> sansCle(pile);
            case SANS_UNICITE -> sansUnicite(pile);
            case SANS_UNICITE_NI_VERROU -> {
                sansUnicite(pile);
                sansVerrou(pile);
            }
            case VALIDATIONS_NON_DURABLES -> sansDurabilite(pile);
            case SANS_CLE_ETRANGERE -> sansCleEtrangere(pile);
            case SANS_CLE_ETRANGERE_NI_VERROU -> {
                sansCleEtrangere(pile);
                sansVerrou(pile);
            }
        }
    }

    /** En mémoire, MariaDB écrit son journal par projection : rien ne s'en perd à sa mort, durable ou non. */
    boolean veutUnDisque() {
        return this == VALIDATIONS_NON_DURABLES;
    }

    /** La panne que cette garde-là attend, à la fin d'une manche. */
    void frapper(PileDeTenue pile) throws InterruptedException {
        if (this == VALIDATIONS_NON_DURABLES) {
            pile.mariadb.tuer();
            Thread.sleep(1_000);
            pile.mariadb.revenir();
            sansDurabilite(pile);
        }
    }

    private static void espacer(PileDeTenue pile) {
        pile.liaison.retarder(commande -> commande.contains("INSERT INTO regroupement")
                ? ThreadLocalRandom.current().nextInt(ECART)
                : 0);
    }

    private static void sansVerrou(PileDeTenue pile) {
        pile.liaison.traduire(ordre -> VERROU.matcher(ordre).replaceAll(""));
    }

    private static void sansCle(PileDeTenue pile) {
        pile.liaison.traduire(ordre -> ordre.replace(
                "JOIN regroupement AS g ON g.jeton = d.jeton",
                "JOIN regroupement AS g ON g.jeton = d.jeton AND FALSE"));
        pile.liaison.retarder(commande -> {
            if (commande.contains("INSERT INTO regroupement")) {
                pile.liaison.couper(Coupure.APRES_VALIDATION);
            }
            return 0;
        });
    }

    private static void sansUnicite(PileDeTenue pile) {
        pile.base.executer(
                "ALTER TABLE regroupement ADD KEY ix_sans_unicite (secondaire_id), DROP KEY uk_regroupement_secondaire,"
                        + " DROP KEY uk_regroupement_jeton");
    }

    private static void sansDurabilite(PileDeTenue pile) {
        pile.base.executer(
                "SET GLOBAL innodb_flush_log_at_timeout = 2700", "SET GLOBAL innodb_flush_log_at_trx_commit = 0");
    }

    private static void sansCleEtrangere(PileDeTenue pile) {
        pile.base.executer("ALTER TABLE rattachement DROP FOREIGN KEY fk_rattachement_compte_ouvert");
    }
}
