package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Des envois anonymes à la file, depuis une adresse ou depuis cinq cents, pendant que des parents demandent un lien chacun de chez soi et
 * que d'autres lisent leurs pages : aucun de ceux-ci n'est perdu, et qui lit « envoyé » reçoit. {@code -Dflot=5000} en envoie 5 000.
 */
@EssaiLong("mille envois anonymes à la file ; ReleveDesEssaisTest garde les seuils")
@ExtendWith(PileExtension.class)
@Timeout(180)
class FlotIT {

    private static final int ENVOIS = Integer.getInteger("flot", 1_000);
    private static final int FILS = 16;
    private static final int HONNETES = 40;
    private static final int VISES = 120;
    private static final int CONNECTES = 5;
    private static final Duration ATTENTE = Duration.ofSeconds(90);

    private final Pile pile;

    FlotIT(Pile pile) {
        this.pile = pile;
    }

    /** Ce qu'un envoi a reçu. */
    private record Recue(String identifiant, int statut, String vers, String corps) {
        boolean prise() {
            return statut == 302 && vers.endsWith("/oubli/envoye");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void neFaitPerdreAucuneDemandeHonneteEtNeDitEnvoyeDeRienDePerdu(int adresses) throws Exception {
        String lot = "f" + adresses + ".";
        pile.base().executer("DELETE FROM tache WHERE task_name = 'oubli'", "DELETE FROM courriel");
        List<String> vises = comptes(lot + "vise.", VISES);
        List<String> honnetes = comptes(lot + "honnete.", HONNETES);
        List<ClientHttp> connectes = IntStream.range(0, CONNECTES)
                .mapToObj(i -> new ClientHttp(pile).connecter(pile.actif("Dylan")))
                .toList();
        Map<String, String> modele = ClientHttp.champs(
                new ClientHttp(pile).lire("/oubli/mot-de-passe").body());
        long cpu = cpu();
        long debut = System.nanoTime();
        ExecutorService flot = Executors.newFixedThreadPool(FILS);
        ExecutorService gens = Executors.newFixedThreadPool(2);
        List<Recue> duFlot;
        List<Recue> desGens;
        List<Integer> pages = new ArrayList<>();
        try {
            List<CompletableFuture<Recue>> lances = lancer(
                    ENVOIS, flot, i -> demander(modele, vises.get(i % VISES), EnvoiAnonyme.adresse(70, i % adresses)));
            List<CompletableFuture<Recue>> demandes =
                    lancer(HONNETES, gens, i -> demander(modele, honnetes.get(i), EnvoiAnonyme.adresse(90, i)));
            while (lances.stream().anyMatch(lance -> !lance.isDone())) {
                connectes.forEach(c -> pages.add(c.lire("/compte/enfants").statusCode()));
            }
            duFlot = lances.stream().map(CompletableFuture::join).toList();
            desGens = demandes.stream().map(CompletableFuture::join).toList();
        } finally {
            flot.shutdown();
            gens.shutdown();
        }
        Duration duree = Duration.ofNanos(System.nanoTime() - debut);

        System.out.printf(
                "Flot de %d envois depuis %d adresse(s) : %d pris, %d refusés, %d ms, %d ms de calcul ; honnêtes servis %d/%d,"
                        + " pages lues %d.%n",
                ENVOIS,
                adresses,
                duFlot.stream().filter(Recue::prise).count(),
                duFlot.stream().filter(recue -> !recue.prise()).count(),
                duree.toMillis(),
                (cpu() - cpu) / 1_000_000,
                desGens.stream().filter(Recue::prise).count(),
                HONNETES,
                pages.size());
        assertThat(desGens)
                .allSatisfy(
                        recue -> assertThat(recue.prise()).as(recue.toString()).isTrue());
        assertThat(pages).isNotEmpty().containsOnly(200);
        assertThat(duFlot).filteredOn(recue -> !recue.prise()).allSatisfy(recue -> {
            assertThat(recue.statut()).isIn(200, 429);
            assertThat(recue.corps()).contains("Réessayez à ").doesNotContain("vient de");
            assertThat(recue.statut() == 200 || recue.corps().contains("\r\nRetry-After: "))
                    .isTrue();
        });
        if (adresses == 1) {
            assertThat(duFlot)
                    .filteredOn(recue -> recue.statut() == 429)
                    .as("la page toute faite a son cadre, ses en-têtes et l'heure où réessayer")
                    .isNotEmpty()
                    .allSatisfy(recue -> assertThat(recue.corps())
                            .contains("\r\nContent-Security-Policy: default-src 'none'")
                            .contains("\r\nCache-Control: no-store")
                            .contains("class=\"fr-header\"", "class=\"fr-footer\"", "<p><strong>Réessayez à ")
                            .doesNotContain("\uF8FF")
                            .endsWith("</html>"));
        }
        Pile.Compte secondaire = pile.cree("Florian");
        assertThat(ClientHttp.versOu(
                        Envois.saisir(connectes.get(0), secondaire.identifiant(), secondaire.motDePasse())))
                .as("une preuve passe encore")
                .contains(Regroupement.ETAPE_2);
        Set<String> promis = new TreeSet<>(honnetes);
        duFlot.stream().filter(Recue::prise).forEach(recue -> promis.add(recue.identifiant()));
        attendre(() -> servis(lot).containsAll(promis));
        assertThat(servis(lot)).isEqualTo(promis);
    }

    private static List<CompletableFuture<Recue>> lancer(int nombre, ExecutorService fils, IntFunction<Recue> envoi) {
        return IntStream.range(0, nombre)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> envoi.apply(i), fils))
                .toList();
    }

    private List<String> comptes(String radical, int nombre) {
        List<String> crees =
                IntStream.range(0, nombre).mapToObj(i -> radical + i).toList();
        crees.forEach(pile.familles()::actif);
        pile.base()
                .executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY"
                        + " WHERE identifiant LIKE '" + radical + "%'");
        return crees;
    }

    /** Les identifiants à qui un lien est parti. */
    private Set<String> servis(String lot) {
        return pile
                .base()
                .lire("SELECT DISTINCT destinataire FROM courriel WHERE destinataire LIKE '" + lot + "%'")
                .stream()
                .map(mail -> mail.substring(0, mail.indexOf('@')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Le travail de fond répond à son rythme : l'interroger sans cesse le ralentirait. */
    private static void attendre(BooleanSupplier servi) {
        for (long fin = System.nanoTime() + ATTENTE.toNanos(); !servi.getAsBoolean() && System.nanoTime() < fin; ) {
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    private Recue demander(Map<String, String> modele, String identifiant, String depuis) {
        Map<String, String> champs = new LinkedHashMap<>(modele);
        champs.put("identifiant-saisie", identifiant);
        EnvoiAnonyme.Recue recue = EnvoiAnonyme.poster(pile, "/oubli/mot-de-passe", champs, depuis);
        return new Recue(identifiant, recue.statut(), recue.vers(), recue.corps());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
