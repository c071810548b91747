package fr.academie.teleservices.banc;

import com.sun.management.ThreadMXBean;
import fr.academie.teleservices.demonstration.PileDeDemonstration;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Ce que coûte une page, rapporté à une page Faces vide du même WAR, dans la même course : débit de six connexions, et temps de processeur
 * des fils du serveur, que le bruit de la machine ne change guère. Puis l'état des vues, le tas de mille sessions, le démarrage.
 *
 * <p>Lit le WAR éclaté : {@code mvn -DskipTests package}, puis {@code mvn -Pbench -Dbancs=pages}. {@code -Dmanches=5} en fait moins.
 */
public final class BancDesPages {

    static final String APPLICATION = "/teleservices";

    private static final int CONNEXIONS = 6;
    private static final int SESSIONS = 1_000;
    private static final int LIGNES = 60;
    private static final long DUREE = 400_000_000L;
    private static final int RODAGE = 8;
    private static final String UAI = "0339001B";
    private static final String AGENT = "secretariat.banc";

    private static final Map<String, String> DU_PARENT = Map.of(
            "ACCUEIL", "/accueil",
            "PROFIL", "/compte/profil",
            "ENFANTS", "/compte/enfants",
            "REGROUPER", "/compte/regrouper");

    private final ThreadMXBean fils = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PileDeDemonstration pile;
    private final Map<String, List<byte[]>> demandes = new HashMap<>();

    private BancDesPages(PileDeDemonstration pile) {
        this.pile = pile;
    }

    public static void main(String[] arguments) throws Exception {
        Demarrage demarrage = new Demarrage();
        try (WarDuBanc war = new WarDuBanc(Path.of(System.getProperty("war.eclate", "target/teleservices")));
                PileDeDemonstration pile = PileDeDemonstration.demarrer(options(war), demarrage::noter)) {
            BancDesPages banc = new BancDesPages(pile);
            demarrage.dire(() -> banc.lire("/mentions-legales"), () -> {
                pile.ajouterAcademie("dijon");
                banc.lire("-dijon/mentions-legales");
            });
            pile.serveur().retirer(APPLICATION + "-dijon");
            banc.peupler();
            banc.mesurer(Integer.getInteger("manches", 15));
            new MemoireDesSessions(pile, SESSIONS).mesurer();
        }
    }

    private static PileDeDemonstration.Options options(WarDuBanc war) {
        // Mille personnes entrent ici d'une seule adresse : la garde les ferait attendre.
        PileDeDemonstration.Options essai = PileDeDemonstration.Options.essai(Map.of("garde.facteur", "1000"));
        return new PileDeDemonstration.Options(
                0, 0, essai.academie(), false, war.dossier(), essai.reglages(), essai.cas());
    }

    private void lire(String chemin) {
        try (ClientLeger client = new ClientLeger(pile.serveur().port())) {
            client.lire(ClientLeger.demande(pile.serveur().port(), APPLICATION + chemin, ""));
        }
    }

    /** Un parent par connexion, deux enfants chacun ; une école dont la liste emplit une page. */
    private void peupler() {
        Familles familles = new Familles(pile.base());
        familles.etablissement(UAI, "Collège du Banc");
        Requetes base = new Requetes(pile.base());
        base.executer(
                "INSERT INTO agent (identifiant, mot_de_passe, profil, nom, prenom) VALUES ('" + AGENT + "', '"
                        + Familles.ARGON2 + "', 'ETABLISSEMENT', 'BANC', 'Lise')",
                "INSERT INTO habilitation (agent_id, uai, chef) SELECT id, '" + UAI
                        + "', 0 FROM agent WHERE identifiant = '" + AGENT + "'");
        for (int rang = 0; rang < LIGNES; rang++) {
            familles.lier(familles.actif("banc.eleve" + rang), familles.eleve("Prénom" + rang, UAI));
        }
        for (int rang = 0; rang < CONNEXIONS; rang++) {
            String identifiant = "banc.parent" + rang;
            long parent = familles.actif(identifiant);
            familles.lier(parent, familles.eleve("Dylan", UAI));
            familles.lier(parent, familles.eleve("Florian", UAI));
            String session = Visites.entrer(pile, "/accueil", identifiant).temoin("JSESSIONID");
            DU_PARENT.forEach((nom, chemin) -> ajouter(nom, chemin, session));
            ajouter("mentions légales", "/mentions-legales", "");
            ajouter(VIDE, WarDuBanc.VIDE, "");
            ajouter(TEMOIN, WarDuBanc.VIDE, "");
            ajouter(
                    "liste du bureau, 50 lignes",
                    "/etablissement?uai=" + UAI,
                    Visites.entrer(pile, "/etablissement", AGENT).temoin("JSESSIONID"));
        }
    }

    private static final String VIDE = "page vide";
    private static final String TEMOIN = "page vide (témoin A/A)";

    private void ajouter(String nom, String chemin, String session) {
        demandes.computeIfAbsent(nom, n -> new ArrayList<>())
                .add(ClientLeger.demande(pile.serveur().port(), APPLICATION + chemin, session));
    }

    private void mesurer(int manches) throws Exception {
        List<String> noms = new ArrayList<>(demandes.keySet());
        Collections.sort(noms);
        Mesures rapports = new Mesures();
        Mesures mesures = new Mesures();
        Random ordre = new Random(20_261_128);
        ExecutorService clients = Executors.newFixedThreadPool(CONNEXIONS);
        try {
            for (int manche = -RODAGE; manche < manches; manche++) {
                Collections.shuffle(noms, ordre);
                Map<String, Course> courses = new HashMap<>();
                for (String nom : noms) {
                    courses.put(nom, courir(clients, Objects.requireNonNull(demandes.get(nom))));
                }
                if (manche >= 0) {
                    noter(courses, rapports, mesures);
                }
            }
        } finally {
            clients.shutdown();
        }
        System.out.printf(
                Locale.FRENCH,
                "%nPages : %d connexions, %d manches mêlées de %d ms, charge %.1f ; médiane [quartiles].%n",
                CONNEXIONS,
                manches,
                DUREE / 1_000_000,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        rapports.dire();
        mesures.dire();
    }

    private static void noter(Map<String, Course> courses, Mesures rapports, Mesures mesures) {
        Course vide = Objects.requireNonNull(courses.get(VIDE));
        courses.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(une -> {
            String nom = une.getKey();
            Course course = une.getValue();
            if (!nom.equals(VIDE)) {
                rapports.noter(nom + " : débit, de celui de la page vide", course.debit() / vide.debit());
                rapports.noter(
                        nom + " : processeur, celui de la page vide au sien", vide.processeur() / course.processeur());
            }
            mesures.noter(nom + " : pages/s", course.debit());
            mesures.noter(nom + " : processeur du serveur, ms", course.processeur() * 1e3);
            mesures.noter(nom + " : mémoire prise, ko", course.octets() / 1024);
            mesures.noter(nom + " : taille, ko", course.taille() / 1024);
        });
    }

    /**
     * @param debit pages par seconde
     * @param processeur des fils du serveur, par page, en secondes
     * @param octets pris au tas par ces fils, par page
     * @param taille d'une page
     */
    private record Course(double debit, double processeur, double octets, double taille) {}

    private Course courir(ExecutorService clients, List<byte[]> sessions) throws Exception {
        Compteur avant = Compteur.present(fils);
        long debut = System.nanoTime();
        List<Future<long[]>> lectures = new ArrayList<>();
        for (byte[] demande : sessions) {
            lectures.add(clients.submit(() -> lireJusqua(debut + DUREE, demande)));
        }
        long pages = 0;
        long taille = 0;
        for (Future<long[]> lecture : lectures) {
            pages += lecture.get()[0];
            taille += lecture.get()[1];
        }
        double secondes = (System.nanoTime() - debut) / 1e9;
        Compteur apres = Compteur.present(fils);
        return new Course(
                pages / secondes,
                (apres.processeur() - avant.processeur()) / 1e9 / pages,
                (double) (apres.octets() - avant.octets()) / pages,
                (double) taille / pages);
    }

    private long[] lireJusqua(long fin, byte[] demande) {
        long pages = 0;
        long taille = 0;
        try (ClientLeger client = new ClientLeger(pile.serveur().port())) {
            while (System.nanoTime() < fin) {
                taille += client.lire(demande);
                pages++;
            }
        }
        return new long[] {pages, taille};
    }

    /** Ce que les fils du serveur ont pris jusqu'ici : nanosecondes, octets. */
    private record Compteur(long processeur, long octets) {

        static Compteur present(ThreadMXBean fils) {
            long processeur = 0;
            long octets = 0;
            for (Thread fil : Thread.getAllStackTraces().keySet()) {
                if (fil.getName().startsWith("http-nio-") && fil.getName().contains("-exec-")) {
                    processeur += Math.max(0, fils.getThreadCpuTime(fil.getId()));
                    octets += Math.max(0, fils.getThreadAllocatedBytes(fil.getId()));
                }
            }
            return new Compteur(processeur, octets);
        }
    }
}
