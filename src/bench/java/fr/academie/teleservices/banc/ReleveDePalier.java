package fr.academie.teleservices.banc;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ce qu'un palier a vu : chaque geste, le temps de sa réponse, et ce qu'elle était. */
final class ReleveDePalier {

    /** Un assistant d'essai qui ne trouve pas ce qu'il attendait dit le statut reçu. */
    private static final Pattern STATUT = Pattern.compile(" : (\\d{3}) ");

    private static final List<Integer> REFUS = List.of(429, 503);

    /** {@code regroupement.refus.SERVICE_SATURE} : la file des calculs est pleine, dit dans la page même. */
    private static final String SATURE = "Beaucoup de personnes utilisent le service en ce moment.";

    final LongAdder gestes = new LongAdder();
    final LongAdder refus = new LongAdder();
    final LongAdder visites = new LongAdder();
    final LongAdder visitesFinies = new LongAdder();
    private final List<Double> temps = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, LongAdder> erreurs = new ConcurrentHashMap<>();
    private volatile boolean clos;

    /** Une visite s'arrête là : refusée poliment, ou en erreur. */
    static final class Arretee extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Arretee() {
            super(null, null, false, false);
        }
    }

    /**
     * Fait un geste et le compte ; un 429 ou un 503 est un refus poli s'il porte {@code Retry-After}, tout autre statut que ceux attendus une
     * erreur.
     *
     * @throws Arretee s'il n'a pas donné ce qu'on en attendait
     */
    HttpResponse<String> geste(String nom, int attendu, Supplier<HttpResponse<String>> geste) {
        long debut = System.nanoTime();
        int statut;
        try {
            HttpResponse<String> reponse = geste.get();
            statut = reponse.statusCode();
            if (REFUS.contains(statut)
                    && reponse.headers().firstValue("Retry-After").isEmpty()) {
                statut = -statut;
            }
            if (statut == attendu) {
                return reponse;
            }
            statut = reponse.body().contains(SATURE) ? 503 : statut;
        } catch (AssertionError inattendue) {
            statut = lire(String.valueOf(inattendue.getMessage()));
        } catch (RuntimeException coupee) {
            if (clos) {
                throw new Arretee();
            }
            statut = 0;
        } finally {
            if (!clos) {
                gestes.increment();
                temps.add((System.nanoTime() - debut) / 1e9);
            }
        }
        if (REFUS.contains(statut)) {
            refus.increment();
        } else {
            erreurs.computeIfAbsent(nom + " : " + statut, cle -> new LongAdder())
                    .increment();
        }
        throw new Arretee();
    }

    /** Le palier est fini : un geste que le banc coupe lui-même n'est la faute de personne. */
    void clore() {
        clos = true;
    }

    private static int lire(String message) {
        Matcher statut = STATUT.matcher(message);
        return statut.find() ? Integer.parseInt(statut.group(1)) : 0;
    }

    double centile(double part) {
        synchronized (temps) {
            return temps.isEmpty() ? 0 : Statistiques.quantile(temps, part);
        }
    }

    long erreurs() {
        return erreurs.values().stream().mapToLong(LongAdder::sum).sum();
    }

    Map<String, LongAdder> lesErreurs() {
        return erreurs;
    }
}
