package fr.academie.teleservices.deploiement;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Le compte de ce que les navigateurs ont envoyé et reçu. */
final class Releve {

    private static final int MEMOIRE = 5;

    private final Map<Integer, LongAdder> statuts = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> operations = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> suites = new ConcurrentSkipListMap<>();
    private final Map<Scene, String> raisons = new ConcurrentSkipListMap<>();
    private final LongAdder sansReponse = new LongAdder();
    private final List<Double> temps = Collections.synchronizedList(new ArrayList<>());
    private final List<String> fautes = Collections.synchronizedList(new ArrayList<>());

    /** Compte cette réponse, et relève une page d'erreur qui ne dit pas ce qu'elle doit. */
    HttpResponse<String> compter(HttpResponse<String> reponse) {
        int statut = reponse.statusCode();
        statuts.computeIfAbsent(statut, cle -> new LongAdder()).increment();
        if (statut >= 500 && !estPolie(reponse) && fautes.size() < MEMOIRE) {
            fautes.add(reponse.request().method() + " " + reponse.uri().getPath() + " : " + statut + " "
                    + reponse.headers().map() + " " + extrait(reponse.body()));
        }
        return reponse;
    }

    /** Un 503 dit quand revenir ; un incident, sa référence. Le CAS n'est pas du produit. */
    private static boolean estPolie(HttpResponse<String> reponse) {
        return !reponse.uri().getPath().startsWith(Installation.CONTEXTE)
                || (reponse.statusCode() == 503
                        ? reponse.headers().firstValue("Retry-After").isPresent()
                        : reponse.body().contains("Référence à donner"));
    }

    private static String extrait(String page) {
        return page.substring(0, Math.min(300, page.length())).replaceAll("\\s+", " ");
    }

    /** Un envoi qui engage quelque chose, et sa réponse ; une réponse coupée est encore une opération. */
    HttpResponse<String> operation(String nom, Supplier<HttpResponse<String>> envoi) {
        operations.computeIfAbsent(nom, cle -> new LongAdder()).increment();
        long debut = System.nanoTime();
        try {
            HttpResponse<String> reponse = compter(envoi.get());
            if (nom.equals("VALIDER")) {
                temps.add((System.nanoTime() - debut) / 1e6);
            }
            return reponse;
        } catch (IllegalStateException coupee) {
            sansReponse.increment();
            throw coupee;
        }
    }

    /** Ce qu'il advint : une fin de parcours, ou ce qui l'a fait recommencer. */
    void suite(String nom) {
        suites.computeIfAbsent(nom, cle -> new LongAdder()).increment();
    }

    /** Une scène qui n'a pas fini, et pourquoi ; la première de chaque sorte se dit. */
    void interrompue(Scene scene, Throwable pourquoi) {
        suite(scene + " interrompue");
        raisons.putIfAbsent(scene, extrait(String.valueOf(pourquoi.getMessage())));
    }

    /** Pourquoi la première de chaque scène n'a pas fini. */
    Map<Scene, String> raisons() {
        return new TreeMap<>(raisons);
    }

    long operations() {
        return operations.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Les pages d'erreur qui n'ont ni référence ni « réessayez » ; les premières seulement. */
    List<String> fautes() {
        return List.copyOf(fautes);
    }

    @Override
    public String toString() {
        List<Double> tries;
        synchronized (temps) {
            tries = temps.stream().sorted().toList();
        }
        return String.format(
                Locale.FRENCH,
                "%d opérations %s, dont %s sans réponse ; %s ; statuts HTTP %s ; VALIDER : médiane %.0f ms, 99e centile"
                        + " %.0f ms, au plus %.0f ms",
                operations(),
                new TreeMap<>(operations),
                sansReponse,
                suites,
                statuts,
                centile(tries, 0.5),
                centile(tries, 0.99),
                centile(tries, 1));
    }

    private static double centile(List<Double> tries, double part) {
        return tries.isEmpty() ? 0 : tries.get((int) (part * (tries.size() - 1)));
    }
}
