package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.PlafondDeSms;
import fr.academie.teleservices.essais.EssaiLong;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Des demandes anonymes de code à la file, la moitié pour des numéros que l'établissement connaît : la réponse et sa durée ne disent pas
 * lesquels, aucun téléphone ne sonne plus que son plafond, et aucun ne sonne qui n'a pas de compte.
 */
@EssaiLong("mille demandes sans compte à la file ; SansCompteServiceTest garde les seuils")
@ExtendWith(PileExtension.class)
@Timeout(180)
class FlotSansCompteIT {

    private static final int FILS = 8;
    private static final int CONNUS = 8;
    private static final String SUITE = "/sans-compte/code";
    private static final Duration ATTENTE = Duration.ofSeconds(90);

    private final Pile pile;

    FlotSansCompteIT(Pile pile) {
        this.pile = pile;
    }

    private record Essai(boolean connu, EnvoiAnonyme.Recue recue) {
        boolean pris() {
            return recue.statut() == 302 && recue.vers().endsWith(SUITE);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 150, 61", "120, 120, 62"})
    void neDitPasQuelNumeroEstConnuEtNeFaitPasSonnerSansFin(int adresses, int envois, int bloc) {
        for (int i = 0; i < CONNUS; i++) {
            pile.base()
                    .executer("UPDATE responsable SET telephone_portable = '" + international(connu(bloc, i))
                            + "' WHERE id = " + pile.cree("Florian").id());
        }
        Map<String, String> modele =
                ClientHttp.champs(new ClientHttp(pile).lire("/sans-compte").body());
        ExecutorService flot = Executors.newFixedThreadPool(FILS);
        List<Essai> essais;
        try {
            List<CompletableFuture<Essai>> lances = IntStream.range(0, envois)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> essayer(modele, bloc, i, EnvoiAnonyme.adresse(bloc + 40, i % adresses)), flot))
                    .toList();
            essais = lances.stream().map(CompletableFuture::join).toList();
        } finally {
            flot.shutdown();
        }
        long pris = essais.stream().filter(Essai::pris).count();
        attendreLesDemandes(bloc, pris);
        List<String> sonnes = pile.base()
                .lire("SELECT CONCAT(destinataire, ' ', COUNT(*)) FROM sms WHERE destinataire LIKE '+336399" + bloc
                        + "%' GROUP BY destinataire");
        long connus = mediane(essais, true);
        long inconnus = mediane(essais, false);
        System.out.printf(
                "Flot de %d demandes de code depuis %d adresse(s) : %d prises ; médiane %d µs connus, %d µs inconnus ; SMS %s.%n",
                envois, adresses, pris, connus, inconnus, sonnes);

        assertThat(demandes(bloc))
                .as("une ligne par demande prise, connue ou non")
                .isEqualTo(pris);
        assertThat(sonnes)
                .as("qui a un compte reçoit, jusqu'au plafond ; nul autre ne sonne")
                .isNotEmpty()
                .allSatisfy(sonne -> {
                    assertThat(Integer.parseInt(sonne.substring(sonne.indexOf(' ') + 1)))
                            .isLessThanOrEqualTo(PlafondDeSms.PAR_NUMERO);
                    assertThat(sonne).startsWith("+336399" + bloc + "0");
                });
        assertThat(essais).filteredOn(essai -> !essai.pris()).allSatisfy(essai -> {
            assertThat(essai.recue().statut()).isIn(200, 429);
            assertThat(essai.recue().corps()).contains("Réessayez à ");
        });
        if (adresses == 1) {
            assertThat(pris).as("une adresse seule est freinée").isLessThan(envois);
        } else {
            assertThat(pris).as("chacun de chez soi est servi").isEqualTo(envois);
            assertThat((double) Math.max(connus, inconnus) / Math.min(connus, inconnus))
                    .as("la durée ne dit pas quel numéro est connu")
                    .isLessThan(2);
        }
    }

    private Essai essayer(Map<String, String> modele, int bloc, int i, String depuis) {
        boolean estConnu = i % 2 == 0;
        Map<String, String> champs = new LinkedHashMap<>(modele);
        champs.put("numero-saisie", estConnu ? connu(bloc, i / 2 % CONNUS) : inconnu(bloc, i));
        return new Essai(estConnu, EnvoiAnonyme.poster(pile, "/sans-compte", champs, depuis));
    }

    private static String connu(int bloc, int rang) {
        return "06399" + String.format(Locale.ROOT, "%d0%02d", bloc, rang);
    }

    private static String inconnu(int bloc, int rang) {
        return "06399" + String.format(Locale.ROOT, "%d%03d", bloc, 100 + rang);
    }

    private static String international(String numero) {
        return "+33" + numero.substring(1);
    }

    private static long mediane(List<Essai> essais, boolean connu) {
        long[] durees = essais.stream()
                .filter(essai -> essai.connu() == connu && essai.pris())
                .mapToLong(essai -> essai.recue().duree().toNanos() / 1_000)
                .sorted()
                .toArray();
        return durees[durees.length / 2];
    }

    private long demandes(int bloc) {
        return Long.parseLong(pile.base()
                .lire("SELECT COUNT(*) FROM demande_sans_compte WHERE telephone LIKE '+336399" + bloc + "%'")
                .get(0));
    }

    private void attendreLesDemandes(int bloc, long combien) {
        for (long fin = System.nanoTime() + ATTENTE.toNanos(); demandes(bloc) < combien && System.nanoTime() < fin; ) {
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }
}
