package fr.academie.teleservices.socle.tache;

import fr.academie.teleservices.socle.persistance.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fait passer les tâches régulières et garde leur dernier passage. Un passage qui n'a rien trouvé à faire ne s'écrit que toutes les
 * {@link #FRAICHEUR} : une tâche qui revient toutes les deux secondes n'use pas la base à dire qu'elle vit.
 */
final class Passages {

    static final Duration FRAICHEUR = Duration.ofMinutes(5);

    private final TacheMapper taches;
    private final Transactions transactions;
    private final Clock horloge;
    private final Map<String, Passage> ecrits = new ConcurrentHashMap<>();

    Passages(TacheMapper taches, Transactions transactions, Clock horloge) {
        this.taches = taches;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /** Fait le travail et note son issue ; son exception, notée elle aussi, remonte. */
    void noter(TacheReguliere tache) {
        Instant debut = horloge.instant();
        long chrono = System.nanoTime();
        try {
            int resultat = tache.travail().getAsInt();
            Passage passage = Passage.reussi(tache.nom(), debut, depuis(chrono), resultat);
            if (resultat > 0 || aRafraichir(passage)) {
                ecrire(passage);
            }
        } catch (RuntimeException e) {
            noterLEchec(Passage.rate(tache.nom(), debut, depuis(chrono), e), e);
            throw e;
        }
    }

    /** La base est peut-être ce qui manque : ne pas pouvoir le noter ne cache pas ce qui a échoué. */
    private void noterLEchec(Passage passage, RuntimeException cause) {
        try {
            ecrire(passage);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private boolean aRafraichir(Passage passage) {
        Passage dernier = ecrits.get(passage.nom());
        return dernier == null
                || !dernier.abouti()
                || !passage.commenceLe().isBefore(dernier.commenceLe().plus(FRAICHEUR));
    }

    private void ecrire(Passage passage) {
        transactions.executer(() -> taches.noter(passage));
        ecrits.put(passage.nom(), passage);
    }

    private static Duration depuis(long chrono) {
        return Duration.ofNanos(System.nanoTime() - chrono);
    }
}
