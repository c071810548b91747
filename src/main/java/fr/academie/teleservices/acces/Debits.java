package fr.academie.teleservices.acces;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Les flots de ce serveur, chacun tenu par un seul instant : celui où il aura rendu tout ce qu'il a dépensé (GCRA, « generic cell rate
 * algorithm », UIT-T I.371). La mémoire est bornée : au-delà, le flot resté le plus longtemps tranquille est oublié.
 */
final class Debits {

    private final Map<String, Instant> rendus;

    Debits(int maximum) {
        rendus = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> ancien) {
                return size() > maximum;
            }
        };
    }

    /** Dépense une demande de ce flot ; sinon, sans rien dépenser, l'instant où il en aura de nouveau une. */
    synchronized @Nullable Instant prendre(String flot, Debit debit, Instant maintenant) {
        Instant rendu = rendus.get(flot);
        Instant depart = rendu == null || rendu.isBefore(maintenant) ? maintenant : rendu;
        Duration avance = Duration.between(maintenant, depart);
        if (avance.compareTo(debit.avance()) > 0) {
            return depart.minus(debit.avance());
        }
        rendus.put(flot, depart.plus(debit.intervalle()));
        return null;
    }

    /** Ferme un flot jusqu'à cet instant. */
    synchronized void fermer(String flot, Instant jusqua) {
        rendus.put(flot, jusqua);
    }

    /** L'instant jusqu'auquel ce flot est fermé ; nul s'il ne l'est pas, ou plus. */
    synchronized @Nullable Instant ferme(String flot, Instant maintenant) {
        Instant jusqua = rendus.get(flot);
        return jusqua == null || !jusqua.isAfter(maintenant) ? null : jusqua;
    }

    synchronized int taille() {
        return rendus.size();
    }
}
