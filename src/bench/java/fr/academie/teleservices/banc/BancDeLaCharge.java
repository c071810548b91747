package fr.academie.teleservices.banc;

import fr.academie.teleservices.demonstration.PileDeDemonstration;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.navigateur.ClientHttp;
import fr.academie.teleservices.socle.config.Reglages.Couts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code mvn -Pbench -Dbancs=charge} : le soir de la rentrée. Des parents arrivent à un rythme fixé, qu'on les serve ou non, de plus en plus vite
 * jusqu'à ce que la machine ne suive plus, puis plus vite encore, puis de nouveau doucement ; dix secrétaires impriment pendant ce temps. Sous la
 * saturation, aucune erreur ; au-delà, des refus polis ; après, comme avant ; et tout regroupement annoncé est fait. L'image et la table
 * s'écrivent dans {@code target/charge.svg} et {@code target/charge.md}.
 *
 * <p>{@code -Dpersonnes=900000} emplit d'abord la base d'une académie ; {@code -Dpalier=20} dit les secondes de chaque palier. Client, serveur, CAS et base se
 * partagent la machine : ce qui plie s'y lit, un débit ne s'en déduit pas pour une autre.
 */
public final class BancDeLaCharge {

    private static final int FAMILLES = 6_000;
    private static final int SECRETAIRES = 10;
    private static final int CLIENTS = 400;
    private static final double DEPART = 0.5;
    private static final double FACTEUR = 1.6;
    private static final int AU_DELA = 2;
    private static final int PALIERS = 12;
    private static final long REPOS = 5_000;
    private static final long ACHEVEMENT = 10;
    private static final Pattern CHIFFRE = Pattern.compile("(?m)^teleservices_(\\w+)(?:\\{[^}]*})? ([0-9.E+-]+)$");

    private final PileDeDemonstration pile;
    private final VisitesDeRentree visites;
    private final int secondes = Integer.getInteger("palier", 20);
    private final List<Palier> paliers = new ArrayList<>();
    private final Map<String, Long> erreurs = new java.util.TreeMap<>();

    private BancDeLaCharge(PileDeDemonstration pile) {
        this.pile = pile;
        this.visites = new VisitesDeRentree(pile.adresse());
    }

    /** Échoue, en disant quoi, si une erreur a paru sous la saturation, si la reprise ne vient pas, ou si une chose annoncée n'est pas faite. */
    public static void main(String[] arguments) throws Exception {
        // Tous viennent ici d'une seule adresse : la garde, qui compte par adresse, les ferait attendre.
        PileDeDemonstration.Options essai = PileDeDemonstration.Options.essai(Map.of(
                "garde.facteur",
                "1000",
                "hachage.refus",
                "500 ms",
                "hachage.argon2.memoire",
                String.valueOf(Couts.OWASP.memoireKio()),
                "hachage.argon2.passes",
                String.valueOf(Couts.OWASP.passes())));
        try (PileDeDemonstration pile = PileDeDemonstration.demarrer(new PileDeDemonstration.Options(
                0,
                0,
                essai.academie(),
                false,
                Path.of(System.getProperty("war.eclate", "target/teleservices")),
                essai.reglages(),
                essai.cas()))) {
            new BancDeLaCharge(pile).mener(Integer.getInteger("personnes", 60_000));
        }
    }

    private void mener(int personnes) throws Exception {
        new Familles(pile.base()).etablissement();
        int peuplees = new AcademieDEssai(pile.base()).peupler(personnes);
        Requetes base = new Requetes(pile.base());
        FamillesDeLaRentree.creer(base, FAMILLES, SECRETAIRES);
        Invariants invariants = Invariants.depuis(base);
        palier(DEPART);
        paliers.clear();
        erreurs.clear();
        double rythme = DEPART;
        int auDela = 0;
        while (auDela <= AU_DELA && paliers.size() < PALIERS) {
            Palier fait = palier(rythme);
            auDela += fait.sature() || auDela > 0 ? 1 : 0;
            rythme *= FACTEUR;
        }
        Thread.sleep(REPOS);
        Palier reprise = palier(DEPART);
        dire(peuplees);
        invariants.verifier();
        exigerQueToutSoitVrai(base, reprise);
    }

    private Palier palier(double rythme) throws Exception {
        ReleveDePalier releve = new ReleveDePalier();
        ReleveDePalier bureau = new ReleveDePalier();
        ThreadPoolExecutor clients = (ThreadPoolExecutor) Executors.newFixedThreadPool(CLIENTS);
        ExecutorService secretaires = Executors.newFixedThreadPool(SECRETAIRES);
        Processeur avant = Processeur.present();
        long debut = System.nanoTime();
        long fin = debut + secondes * 1_000_000_000L;
        double calculs = 0;
        double connexions = 0;
        for (int rang = 1; rang <= SECRETAIRES; rang++) {
            SecretaireALaRentree lise = new SecretaireALaRentree(pile.adresse(), rang);
            secretaires.execute(() -> lise.imprimer(bureau, fin));
        }
        long prochaineMesure = debut;
        for (int arrivee = 0; ; arrivee++) {
            long quand = debut + (long) (arrivee / rythme * 1e9);
            if (quand >= fin) {
                break;
            }
            while (System.nanoTime() < quand) {
                Thread.sleep(5);
                if (System.nanoTime() > prochaineMesure) {
                    Map<String, Double> chiffres = chiffres();
                    calculs = Math.max(calculs, chiffres.getOrDefault("calculs_en_attente", 0.0));
                    connexions = Math.max(connexions, chiffres.getOrDefault("connexions_attendues", 0.0));
                    prochaineMesure = System.nanoTime() + 1_000_000_000L;
                }
            }
            clients.execute(() -> visites.faire(releve));
        }
        Thread.sleep(Math.max(0, (fin - System.nanoTime()) / 1_000_000));
        double duree = (System.nanoTime() - debut) / 1e9;
        Processeur coute = Processeur.present().depuis(avant);
        // Une visite commencée s'achève, si elle le peut : une longue n'est pas une visite perdue.
        clients.getQueue().clear();
        clients.shutdown();
        secretaires.shutdown();
        boolean achevees = clients.awaitTermination(ACHEVEMENT, TimeUnit.SECONDS);
        double jusquAuBout = achevees ? duree : (System.nanoTime() - debut) / 1e9;
        long finies = releve.visitesFinies.sum();
        releve.clore();
        clients.shutdownNow();
        clients.awaitTermination(1, TimeUnit.MINUTES);
        secretaires.awaitTermination(1, TimeUnit.MINUTES);
        Palier fait = new Palier(
                rythme,
                finies / jusquAuBout,
                releve.centile(0.5),
                releve.centile(0.99),
                (double) releve.refus.sum() / Math.max(1, releve.gestes.sum()),
                releve.erreurs() + bureau.erreurs(),
                new Processeur(coute.java() / duree, coute.base() / duree),
                calculs,
                connexions);
        paliers.add(fait);
        for (ReleveDePalier vu : List.of(releve, bureau)) {
            vu.lesErreurs()
                    .forEach((nom, combien) -> erreurs.merge(
                            String.format(Locale.FRENCH, "à %.1f/s, %s", rythme, nom), combien.sum(), Long::sum));
        }
        System.out.println(TableDeLaCharge.ligne(fait));
        return fait;
    }

    private Map<String, Double> chiffres() {
        Map<String, Double> lus = new java.util.HashMap<>();
        try {
            HttpResponse<String> mesures = new ClientHttp(pile.adresse(), null).lire("/mesures");
            Matcher chiffre = CHIFFRE.matcher(mesures.body());
            while (chiffre.find()) {
                lus.merge(chiffre.group(1), Double.valueOf(chiffre.group(2)), Double::sum);
            }
        } catch (RuntimeException occupe) {
            // Le serveur est trop pris pour se mesurer : le palier le dit autrement.
        }
        return lus;
    }

    private void dire(int personnes) throws IOException {
        String table = TableDeLaCharge.de(paliers, personnes, secondes);
        System.out.println(table);
        erreurs.forEach((quoi, combien) -> System.out.println("  " + quoi + " : " + combien));
        Path dossier = Files.createDirectories(Path.of(System.getProperty("basedir", "."), "target"));
        Files.writeString(dossier.resolve("charge.md"), table);
        Files.writeString(dossier.resolve("charge.svg"), DessinDeLaCharge.de(paliers));
    }

    private void exigerQueToutSoitVrai(Requetes base, Palier reprise) {
        Set<String> fermes = new HashSet<>(base.lire(
                "SELECT identifiant FROM responsable WHERE etat = 'FERME' AND identifiant LIKE 'rentree.%.autre'"));
        List<String> faux = visites.regroupes().stream()
                .filter(annonce -> !fermes.contains(annonce))
                .toList();
        exiger(faux.isEmpty(), "annoncés regroupés, et ouverts : " + faux);
        long sousLaSaturation = paliers.subList(0, paliers.size() - 1).stream()
                .takeWhile(palier -> !palier.sature())
                .mapToLong(Palier::erreurs)
                .sum();
        exiger(sousLaSaturation == 0, "des erreurs sous la saturation : " + erreurs);
        exiger(!reprise.sature() && reprise.erreurs() == 0, "la reprise ne vient pas : " + reprise);
        System.out.printf(
                Locale.FRENCH,
                "%d regroupements annoncés, tous faits ; rien de perdu ; la reprise est entière.%n",
                visites.regroupes().size());
    }

    private static void exiger(boolean vrai, String sinon) {
        if (!vrai) {
            throw new AssertionError(sinon);
        }
    }
}
