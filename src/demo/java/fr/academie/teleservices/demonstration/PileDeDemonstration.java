package fr.academie.teleservices.demonstration;

import fr.academie.teleservices.demonstration.apereo.CasApereo;
import fr.academie.teleservices.demonstration.cas.CasDeDemonstration;
import fr.academie.teleservices.demonstration.donnees.DonneesDeDemonstration;
import fr.academie.teleservices.socle.config.Reglages.Couts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Toute la démonstration, démarrée d'un appel : la base, le serveur web, le WAR, le CAS, le portail et le courrier.
 *
 * <p>{@link #close()} arrête tout ; la fin de la machine virtuelle aussi.
 */
public final class PileDeDemonstration implements AutoCloseable {

    private static final String CONTEXTE = "/teleservices";
    private static final String VUE_DES_COMPTES = "compte_cas";
    private static final String LECTEUR_DES_COMPTES = "cas";
    private static final Duration DELAI_DE_SANTE = Duration.ofSeconds(30);

    /**
     * Ce qui se choisit.
     *
     * @param port port du serveur web ; 0 : un port libre
     * @param portBase port de la base ; 0 : un port libre et des données temporaires
     * @param academie nom du profil d'académie
     * @param conserver reprend les données de la dernière fois
     * @param war dossier du WAR éclaté
     * @param reglages réglages de l'application ajoutés à ceux que la pile écrit, ou qui les remplacent
     * @param cas lequel des deux CAS
     */
    public record Options(
            int port,
            int portBase,
            String academie,
            boolean conserver,
            Path war,
            Map<String, String> reglages,
            SorteDeCas cas) {

        /** Pour un essai : ports libres, données neuves, WAR désigné par la propriété système {@code war.eclate}. */
        public static Options essai() {
            return essai(Map.of());
        }

        /** Comme {@link #essai()}, avec des réglages de l'application. */
        public static Options essai(Map<String, String> reglages) {
            return essai(reglages, SorteDeCas.DEMONSTRATION);
        }

        /** Comme {@link #essai(Map)}, avec le CAS choisi ; un mot de passe s'y juge au moindre coût, un faux sans attendre. */
        public static Options essai(Map<String, String> reglages, SorteDeCas cas) {
            Map<String, String> sansAttente = new TreeMap<>(reglages);
            sansAttente.putIfAbsent("hachage.refus", "0 ms");
            sansAttente.putIfAbsent("hachage.argon2.memoire", "7168");
            sansAttente.putIfAbsent("hachage.argon2.passes", "1");
            return new Options(
                    0,
                    0,
                    "bordeaux",
                    false,
                    Path.of(System.getProperty("war.eclate", "target/teleservices")),
                    sansAttente,
                    cas);
        }
    }

    /** Le CAS de poche, prêt aussitôt, ou un vrai CAS Apereo. */
    public enum SorteDeCas {
        DEMONSTRATION,
        APEREO
    }

    private final Arrets arrets = new Arrets();
    private final Options options;
    private final Consumer<String> progression;
    private final BaseEmbarquee base;
    private final ServeurTomcat serveur;
    private final CourrierDeDemonstration courrier;
    private final SmsDeDemonstration sms = new SmsDeDemonstration(Clock.tickMillis(ZoneOffset.UTC));
    private final int portApereo;
    private final @Nullable CasApereo apereo;
    private final @Nullable CasDeDemonstration cas;
    private @Nullable Path reglages;
    private volatile boolean manquee;

    private PileDeDemonstration(Options options, Consumer<String> progression) {
        this.options = options;
        this.progression = progression;
        boolean vraiCas = options.cas() == SorteDeCas.APEREO;
        portApereo = vraiCas ? Ports.choisir() : 0;
        arrets.ajouter(() -> {
            if (!manquee) {
                progression.accept("Tout est arrêté.");
            }
        });
        try {
            Ports.exigerLibre(options.port(), "le serveur web", "port");
            ProfilDuWar profil = ProfilDuWar.lire(options.war(), options.academie());
            progression.accept("Base MariaDB…");
            base = arrets.ajouter(new BaseEmbarquee(options.portBase(), options.conserver()));
            base.lancer();
            progression.accept("Serveur de courriels…");
            courrier = arrets.ajouter(CourrierDeDemonstration.demarrer());
            progression.accept("Serveur web…");
            serveur = arrets.ajouter(ServeurTomcat.demarrer(options.port()));
            serveur.ajouterServlet("/courrier", new PagesDuCourrier(courrier, ZoneId.systemDefault()));
            serveur.ajouterServlet("/sms", new PagesDesSms(sms, ZoneId.systemDefault()));
            serveur.ajouterServlet("", new PortailDeDemonstration(profil.academie(), profil.ent()));
            apereo = vraiCas ? lancerApereo(profil) : null;
            progression.accept("Application Téléservices (elle met le schéma à jour)…");
            Path ecrits = ecrireLesReglages(options.academie());
            reglages = ecrits;
            serveur.ajouterWar(CONTEXTE, options.war(), ecrits);
            remplir();
            DataSource comptes = base.lecteurDe(VUE_DES_COMPTES, LECTEUR_DES_COMPTES);
            cas = vraiCas ? null : ajouterCas(profil, comptes);
            attendreLaSante();
            if (apereo != null) {
                progression.accept("CAS Apereo (une vingtaine de secondes)…");
                apereo.attendre();
            }
            arrets.ajouter(() -> progression.accept("Arrêt…"));
        } catch (RuntimeException e) {
            manquee = true;
            arrets.close();
            throw e;
        }
    }

    /**
     * Démarre tout, en silence.
     *
     * @throws DemarrageImpossible à la première pièce qui manque ; ce qui avait démarré est arrêté
     */
    public static PileDeDemonstration demarrer(Options options) {
        return demarrer(options, etape -> {});
    }

    /** Démarre tout et dit chaque étape. */
    public static PileDeDemonstration demarrer(Options options, Consumer<String> progression) {
        return new PileDeDemonstration(options, progression);
    }

    /** Adresse du portail, sans barre finale. */
    public String adresse() {
        return serveur.adresse();
    }

    public BaseEmbarquee base() {
        return base;
    }

    public ServeurTomcat serveur() {
        return serveur;
    }

    /** Le CAS de poche ; lève une exception si la pile a été démarrée avec l'autre. */
    public CasDeDemonstration cas() {
        return Objects.requireNonNull(cas, "Cette pile tourne avec un CAS Apereo.");
    }

    /** Préfixe du CAS que l'application emploie. */
    public String adresseDuCas() {
        return options.cas() == SorteDeCas.APEREO ? CasApereo.adresse(portApereo) : adresse() + "/cas";
    }

    public CourrierDeDemonstration courrier() {
        return courrier;
    }

    public SmsDeDemonstration sms() {
        return sms;
    }

    @Override
    public void close() {
        arrets.close();
    }

    private CasDeDemonstration ajouterCas(ProfilDuWar profil, DataSource comptes) {
        CasDeDemonstration ajoute = new CasDeDemonstration(
                CasDeDemonstration.Reglages.pour(
                        profil.academie(),
                        services().stream().map(CasApereo.Service::adresse).toArray(String[]::new)),
                comptes,
                Clock.tickMillis(ZoneOffset.UTC));
        serveur.ajouterServlet("/cas", ajoute);
        return ajoute;
    }

    /** L'application, et celles des autres académies, présentes ou à venir ({@link #ajouterAcademie}). */
    private List<CasApereo.Service> services() {
        return Stream.concat(
                        Stream.of(new CasApereo.Service(adresse(), CONTEXTE, options.academie())),
                        ProfilDuWar.noms(options.war()).stream()
                                .map(nom -> new CasApereo.Service(adresse(), CONTEXTE + "-" + nom, nom)))
                .toList();
    }

    /** Lance le CAS Apereo pendant que l'application démarre : il ne lit la base qu'à la première connexion. */
    private CasApereo lancerApereo(ProfilDuWar profil) {
        progression.accept("CAS Apereo, lancé…");
        return arrets.ajouter(CasApereo.lancer(new CasApereo.Reglages(
                CasApereo.warParDefaut(),
                portApereo,
                services(),
                profil.academie(),
                base.url(),
                LECTEUR_DES_COMPTES,
                base.motDePasseDesLecteurs())));
    }

    private void remplir() {
        if (base.donneesConservees()) {
            progression.accept("Données de la dernière fois…");
        } else {
            progression.accept("Données de démonstration…");
        }
        DonneesDeDemonstration.remplir(base.source(), Clock.tickMillis(ZoneOffset.UTC), couts());
    }

    /** Le coût d'une empreinte de l'application. */
    private Couts couts() {
        return new Couts(
                entier("hachage.argon2.memoire", Couts.OWASP.memoireKio()),
                entier("hachage.argon2.passes", Couts.OWASP.passes()),
                Couts.OWASP.bcrypt());
    }

    private int entier(String reglage, int defaut) {
        String regle = options.reglages().get(reglage);
        return regle == null ? defaut : Integer.parseInt(regle);
    }

    /**
     * Ajoute l'application d'une autre académie, sur les mêmes comptes et derrière le même CAS.
     *
     * @return son adresse, sans barre finale
     */
    public String ajouterAcademie(String nom) {
        serveur.ajouterWar(CONTEXTE + "-" + nom, options.war(), ecrireLesReglages(nom));
        return adresse() + CONTEXTE + "-" + nom;
    }

    /** Comme {@link #ajouterAcademie(String)}, avec ces réglages de plus. */
    public String ajouterAcademie(String nom, Map<String, String> autres) {
        serveur.ajouterWar(CONTEXTE + "-" + nom, options.war(), ecrireLesReglages(nom, autres));
        return adresse() + CONTEXTE + "-" + nom;
    }

    /**
     * Comme {@link #ajouterAcademie(String)}, avec ces réglages de plus et les fichiers de ce dossier ajoutés aux classes du WAR.
     *
     * @return son adresse, sans barre finale
     */
    public String ajouterAcademie(String nom, Map<String, String> autres, Path classes) {
        serveur.ajouterWar(CONTEXTE + "-" + nom, options.war(), ecrireLesReglages(nom, autres), classes);
        return adresse() + CONTEXTE + "-" + nom;
    }

    /** La commande qui importe une livraison de l'annuaire, aux réglages de la démonstration : à copier dans un terminal. */
    String commandeDImport(Path livraison) {
        Path classes = options.war().toAbsolutePath().resolve("WEB-INF");
        return "java -Dteleservices.conf=" + reglages + " -cp '" + classes.resolve("classes") + ":"
                + classes.resolve("lib") + "/*' fr.academie.teleservices.exploitation.Commande alimenter " + livraison;
    }

    private Path ecrireLesReglages(String academie) {
        return ecrireLesReglages(academie, Map.of());
    }

    private Path ecrireLesReglages(String academie, Map<String, String> autres) {
        Map<String, String> reglages = new TreeMap<>(Map.of(
                "academie", academie,
                "base.url", base.url(),
                "base.utilisateur", base.utilisateur(),
                "base.mot_de_passe", base.motDePasse(),
                "serveur.adresses", adresse(),
                "cas.adresse", adresseDuCas(),
                "smtp.hote", "127.0.0.1",
                "smtp.port", Integer.toString(courrier.port()),
                "smtp.chiffrement", "aucun",
                "profil.portail.adresse", adresse() + "/"));
        reglages.putAll(SmsDeDemonstration.reglages(adresse() + "/sms/envoi"));
        reglages.putAll(options.reglages());
        reglages.putAll(autres);
        try {
            Path conf = Files.createTempDirectory("teleservices-conf-");
            arrets.ajouter(() -> Dossiers.effacerAuMieux(conf));
            Files.writeString(
                    conf.resolve("teleservices.properties"),
                    reglages.entrySet().stream()
                            .map(r -> r.getKey() + " = " + r.getValue() + "\n")
                            .collect(Collectors.joining()),
                    StandardCharsets.UTF_8);
            return conf;
        } catch (IOException e) {
            throw new DemarrageImpossible("Les réglages de l'application n'ont pas pu être écrits.", e);
        }
    }

    /** Attend que {@code /teleservices/sante} réponde 200 ; sinon dit ce qu'elle répond. */
    private void attendreLaSante() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        HttpRequest question = HttpRequest.newBuilder(URI.create(adresse() + CONTEXTE + "/sante"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long limite = System.nanoTime() + DELAI_DE_SANTE.toNanos();
        String derniere = "aucune réponse";
        try {
            while (System.nanoTime() < limite) {
                HttpResponse<String> reponse = client.send(question, HttpResponse.BodyHandlers.ofString());
                if (reponse.statusCode() == 200) {
                    return;
                }
                derniere = reponse.statusCode() + " "
                        + reponse.body().lines().findFirst().orElse("");
                Thread.sleep(200);
            }
        } catch (IOException e) {
            derniere = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DemarrageImpossible(
                "L'application a démarré mais " + CONTEXTE + "/sante ne répond pas 200 : " + derniere);
    }
}
