package fr.academie.teleservices.acces;

import java.time.Duration;

/**
 * Ce qu'un flot peut demander : tant d'un coup, puis une fois par intervalle.
 *
 * @param rafale demandes admises d'un coup, une au moins
 * @param intervalle temps qui en rend une
 */
record Debit(int rafale, Duration intervalle) {

    /** Tant d'un coup, puis tant par seconde. */
    static Debit parSeconde(int rafale, int parSeconde) {
        return new Debit(rafale, Duration.ofSeconds(1).dividedBy(parSeconde));
    }

    /** Le même, tant de fois plus large. */
    Debit elargi(int facteur) {
        return new Debit(rafale * facteur, intervalle.dividedBy(facteur));
    }

    /** Ce que dure une rafale dépensée, jusqu'à la dernière demande admise. */
    Duration avance() {
        return intervalle.multipliedBy(rafale - 1L);
    }
}
