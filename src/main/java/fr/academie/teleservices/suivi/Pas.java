package fr.academie.teleservices.suivi;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Le pas d'un suivi dans le temps. */
public enum Pas {
    SEMAINE {
        @Override
        public LocalDate debut(LocalDate jour) {
            return jour.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        public LocalDate suivant(LocalDate debut) {
            return debut.plusWeeks(1);
        }
    },
    MOIS {
        @Override
        public LocalDate debut(LocalDate jour) {
            return jour.withDayOfMonth(1);
        }

        @Override
        public LocalDate suivant(LocalDate debut) {
            return debut.plusMonths(1);
        }
    };

    /** Le premier jour de la période qui contient ce jour. */
    public abstract LocalDate debut(LocalDate jour);

    /** Le premier jour de la période qui suit. */
    public abstract LocalDate suivant(LocalDate debut);
}
