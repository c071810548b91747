package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Sorte;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Le décompte d'une livraison, par sorte ; une sorte qu'elle ne dit pas est à zéro.
 *
 * @param liensConnus ceux que l'on connaissait dans le périmètre avant elle : de quoi juger de la part qui part
 * @param reconnues combien de nouveaux numéros désignent quelqu'un que l'on connaissait déjà, par sorte
 * @param liensEnAttente ceux d'une fiche qui vient de disparaître de l'annuaire : ils seront retirés si elle n'y revient pas
 */
public record Compteurs(
        Map<Sorte, Decompte> parSorte, Map<Sorte, Long> reconnues, long liensConnus, long liensEnAttente) {

    public Compteurs {
        Map<Sorte, Decompte> copie = new EnumMap<>(Sorte.class);
        copie.putAll(parSorte);
        parSorte = Collections.unmodifiableMap(copie);
        reconnues = Map.copyOf(reconnues);
    }

    /** Rien de lu encore. */
    public static final Compteurs AUCUN = new Compteurs(Map.of(), Map.of(), 0, 0);

    /** Combien de nouveaux numéros de cette sorte sont ceux de quelqu'un de connu. */
    public long reconnues(Sorte sorte) {
        return reconnues.getOrDefault(sorte, 0L);
    }

    public Decompte de(Sorte sorte) {
        return parSorte.getOrDefault(sorte, Decompte.ZERO);
    }

    /** La part des liens connus qui seraient retirés, maintenant ou au bout du délai, de 0 à 1 ; 0 si l'on n'en connaissait pas. */
    public double partDesRetraits() {
        return liensConnus == 0 ? 0 : (double) (de(Sorte.LIEN).partis() + liensEnAttente) / liensConnus;
    }

    /** Vrai si chaque sorte tombe juste. */
    public boolean juste() {
        return parSorte.values().stream().allMatch(Decompte::juste);
    }
}
