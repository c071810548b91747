package fr.academie.teleservices.socle.config;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Les réglages d'une installation (fichier {@code teleservices.properties}), vérifiés une fois au démarrage.
 *
 * @param academie nom du profil d'académie
 * @param adresses adresses publiques de l'application (schéma, hôte, port), la première sert aux liens des courriels
 * @param sms la passerelle des SMS ; nulle si l'académie n'en envoie pas
 * @param apresUnImport ce que devient l'aperçu du rapprochement qui suit un import
 * @param facteurDeLaGarde par quoi se multiplie ce qu'une adresse, et toutes ensemble, peuvent demander en peu de temps
 * @param exploitation adresses IP d'où l'exploitation ouvre ses pages ; celles de la machine à défaut
 * @param contactDeSecurite à qui signaler une faille (RFC 9116) ; nul : non dit
 * @param diffusion à qui les changements de compte se disent
 * @param traces leur forme
 * @param surcharges clés {@code profil.*} qui remplacent une valeur du profil d'académie
 */
public record Reglages(
        String academie,
        Base base,
        List<URI> adresses,
        Cas cas,
        Smtp smtp,
        @Nullable ReglagesSms sms,
        Hachage hachage,
        Preuve preuve,
        Sessions sessions,
        Alimentation alimentation,
        ApresUnImport apresUnImport,
        int facteurDeLaGarde,
        Set<InetAddress> exploitation,
        @Nullable URI contactDeSecurite,
        ReglagesDeDiffusion diffusion,
        FormeDesTraces traces,
        Map<String, String> surcharges) {

    /**
     * La base MariaDB : par JNDI, ou par adresse JDBC.
     *
     * @param migration vrai si l'application applique elle-même les scripts de {@code sql/}
     * @param utilisateurPurge le compte qui efface les lignes de journal au terme de leur conservation ; nul : celui de l'application
     * @param enClair vrai si la base, sur une autre machine, se joint sans TLS vérifié
     * @param departMigration version du schéma que l'académie possède déjà (0 : aucune, 1 : le schéma partagé)
     */
    public record Base(
            @Nullable String jndi,
            @Nullable String url,
            @Nullable String utilisateur,
            @Nullable String motDePasse,
            int connexions,
            boolean migration,
            int departMigration,
            @Nullable String utilisateurMigration,
            @Nullable String motDePasseMigration,
            @Nullable String utilisateurPurge,
            @Nullable String motDePassePurge,
            boolean enClair) {

        /** La même base, par le compte qui purge les journaux. */
        public Base pourLaPurge(int connexionsAuPlus) {
            return new Base(
                    null,
                    url,
                    utilisateurPurge,
                    motDePassePurge,
                    connexionsAuPlus,
                    false,
                    0,
                    null,
                    null,
                    null,
                    null,
                    enClair);
        }

        @Override
        public String toString() {
            return "Base[" + (jndi == null ? url : jndi) + "]";
        }
    }

    /**
     * Le CAS de l'académie.
     *
     * @param adresse préfixe public, que le navigateur suit
     * @param adresseInterne préfixe joint par le serveur pour valider les tickets
     * @param vieDesSessions combien de temps il garde une session ouverte, au plus
     */
    public record Cas(
            URI adresse, URI adresseInterne, Duration delaiConnexion, Duration delaiReponse, Duration vieDesSessions) {}

    /** Le serveur de courriels. */
    public record Smtp(
            String hote,
            int port,
            Chiffrement chiffrement,
            @Nullable String utilisateur,
            @Nullable String motDePasse,
            String expediteur) {
        @Override
        public String toString() {
            return "Smtp[" + hote + ":" + port + "]";
        }
    }

    /** Protection de la liaison SMTP. */
    public enum Chiffrement {
        AUCUN,
        STARTTLS,
        TLS
    }

    /**
     * Les empreintes de mots de passe.
     *
     * @param simultanes calculs menés de front ; un calcul Argon2id tient sa mémoire et un cœur
     * @param file demandes qui attendent leur tour ; au-delà, refus poli
     * @param attente attente la plus longue ; au-delà, refus poli
     * @param refus temps au bout duquel un mot de passe faux est refusé, compté du début du calcul
     */
    public record Hachage(
            int simultanes, int file, Duration attente, Duration refus, Algorithme algorithme, Couts couts) {}

    /** Ce qui écrit une empreinte ; toutes les formes connues restent lues. */
    public enum Algorithme {
        BCRYPT,
        ARGON2
    }

    /**
     * Le coût d'une empreinte.
     *
     * @param memoireKio mémoire d'un calcul Argon2id, en Kio
     * @param passes passes d'un calcul Argon2id
     * @param bcrypt logarithme en base 2 des tours de bcrypt
     */
    public record Couts(int memoireKio, int passes, int bcrypt) {

        /** Argon2id : 19 Mio, 2 passes ; bcrypt : 12. Source : OWASP, Password Storage Cheat Sheet. */
        public static final Couts OWASP = new Couts(19 * 1024, 2, 12);
    }

    /**
     * La preuve demandée à l'étape 1 d'un regroupement.
     *
     * @param duree vie de la preuve, 10 minutes au plus
     * @param fenetre durée sur laquelle les essais manqués comptent
     */
    public record Preuve(
            Duration duree, Duration fenetre, int essaisParCompte, int essaisParCible, int essaisParAdresse) {}

    /** La vie d'une session, du moment où elle s'ouvre, quoi qu'on y fasse. */
    public record Sessions(Duration responsables, Duration agents) {}

    /**
     * Les fichiers que les établissements remettent, et ceux que l'académie dépose.
     *
     * @param dossier où les premiers attendent d'être lus ; nul : le dossier temporaire que le serveur donne à l'application
     * @param mo ce qu'un fichier remis peut peser, en mégaoctets
     * @param annuaire où l'académie dépose ses livraisons d'annuaire ; nul si elle les fait lire par la commande seule
     * @param fils combien de liaisons appliquent à la fois une grande livraison
     */
    public record Alimentation(
            @Nullable Path dossier, int mo, @Nullable Path annuaire, int fils) {

        /** Ce qu'un fichier peut peser, en octets. */
        public long octets() {
            return mo * 1_000_000L;
        }
    }

    /** Les traces : celles de Tomcat, ou une ligne de JSON chacune sur la sortie d'erreur du serveur. */
    public enum FormeDesTraces {
        TEXTE,
        JSON
    }

    /** L'aperçu du rapprochement après un import : calculé, il attend quelqu'un, ou se fait de lui-même ; ou rien ne se calcule. */
    public enum ApresUnImport {
        ATTENDRE,
        APPLIQUER,
        JAMAIS
    }

    /** Vrai quand toutes les adresses publiques sont en https : les cookies sont alors {@code Secure} et HSTS annoncé. */
    public boolean entierementChiffre() {
        return adresses.stream().allMatch(a -> "https".equals(a.getScheme()));
    }

    private static @Nullable URI contactDeSecurite(Proprietes p) {
        String contact = p.facultatif("securite.contact");
        if (contact == null) {
            return null;
        }
        if (!contact.matches("mailto:[^@\\s]+@[^@\\s]+|https://\\S+")) {
            throw new ErreurDeConfiguration("Le réglage « securite.contact » vaut « " + contact
                    + " » : « mailto:… » ou « https://… » est attendu.");
        }
        return URI.create(contact);
    }

    /** Lit et vérifie ; lève {@link ErreurDeConfiguration} au premier réglage fautif. */
    public static Reglages lire(Proprietes p) {
        String jndi = p.facultatif("base.jndi");
        Base base = new Base(
                jndi,
                jndi == null ? p.texte("base.url") : p.facultatif("base.url"),
                jndi == null ? p.texte("base.utilisateur") : p.facultatif("base.utilisateur"),
                p.facultatif("base.mot_de_passe"),
                p.entier("base.connexions", 10, 2, 200),
                p.ouiNon("base.migration", true),
                p.entier("base.migration.depart", 0, 0, 1),
                p.facultatif("base.migration.utilisateur"),
                p.facultatif("base.migration.mot_de_passe"),
                p.facultatif("base.purge.utilisateur"),
                p.facultatif("base.purge.mot_de_passe"),
                p.ouiNon("base.en_clair", false));
        List<URI> adresses = p.adresses("serveur.adresses");
        if (adresses.isEmpty()) {
            p.texte("serveur.adresses");
        }
        URI cas = p.adresse("cas.adresse");
        URI casInterne = p.adresseFacultative("cas.adresse_interne");
        Reglages lus = new Reglages(
                p.texte("academie"),
                base,
                adresses,
                new Cas(
                        cas,
                        casInterne == null ? cas : casInterne,
                        p.duree("cas.delai_connexion", Duration.ofSeconds(3)),
                        p.duree("cas.delai_reponse", Duration.ofSeconds(5)),
                        p.duree("cas.vie_des_sessions", Duration.ofDays(14))),
                new Smtp(
                        p.texte("smtp.hote"),
                        p.entier("smtp.port", 25, 1, 65535),
                        p.choix("smtp.chiffrement", Chiffrement.class, Chiffrement.STARTTLS),
                        p.facultatif("smtp.utilisateur"),
                        p.facultatif("smtp.mot_de_passe"),
                        p.texte(
                                "smtp.expediteur",
                                "ne-pas-repondre@" + adresses.get(0).getHost())),
                ReglagesSms.lire(p),
                new Hachage(
                        p.entier("hachage.simultanes", Runtime.getRuntime().availableProcessors(), 1, 64),
                        p.entier("hachage.file", 100, 1, 10_000),
                        p.duree("hachage.attente", Duration.ofSeconds(10)),
                        p.duree("hachage.refus", Duration.ofMillis(500)),
                        p.choix("hachage.algorithme", Algorithme.class, Algorithme.ARGON2),
                        new Couts(
                                p.entier("hachage.argon2.memoire", Couts.OWASP.memoireKio(), 7 * 1024, 1024 * 1024),
                                p.entier("hachage.argon2.passes", Couts.OWASP.passes(), 1, 20),
                                p.entier("hachage.bcrypt.cout", Couts.OWASP.bcrypt(), 10, 16))),
                new Preuve(
                        p.duree("preuve.duree", Duration.ofMinutes(10)),
                        p.duree("preuve.fenetre", Duration.ofMinutes(15)),
                        p.entier("preuve.essais_par_compte", 5, 1, 1000),
                        p.entier("preuve.essais_par_cible", 10, 1, 1000),
                        p.entier("preuve.essais_par_adresse", 30, 1, 100_000)),
                new Sessions(
                        p.duree("session.responsables", Duration.ofHours(12)),
                        p.duree("session.agents", Duration.ofHours(10))),
                new Alimentation(
                        p.dossierFacultatif("alimentation.dossier"),
                        p.entier("alimentation.taille", 200, 1, 2000),
                        p.dossierFacultatif("alimentation.annuaire.dossier"),
                        p.entier("alimentation.fils", 2, 1, 8)),
                p.choix("rapprochement.apres_import", ApresUnImport.class, ApresUnImport.ATTENDRE),
                p.entier("garde.facteur", 1, 1, 1000),
                p.adressesIp("exploitation.adresses", Set.of("127.0.0.1", "::1")),
                contactDeSecurite(p),
                ReglagesDeDiffusion.lire(p),
                p.choix("traces.forme", FormeDesTraces.class, FormeDesTraces.TEXTE),
                p.sousEnsemble("profil."));
        if (lus.preuve().duree().compareTo(Duration.ofMinutes(10)) > 0) {
            throw new ErreurDeConfiguration("Le réglage « preuve.duree » dépasse 10 min : 10 min au plus est attendu.");
        }
        refuserUneVieTropLongue("session.responsables", lus.sessions().responsables());
        refuserUneVieTropLongue("session.agents", lus.sessions().agents());
        p.refuserLesInconnues();
        return lus;
    }

    private static void refuserUneVieTropLongue(String cle, Duration vie) {
        if (vie.isZero() || vie.compareTo(Duration.ofDays(1)) > 0) {
            throw new ErreurDeConfiguration(
                    "Le réglage « " + cle + " » vaut " + vie + " : une durée de 24 h au plus est attendue.");
        }
    }
}
