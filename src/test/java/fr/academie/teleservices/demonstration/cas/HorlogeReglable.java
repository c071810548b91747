package fr.academie.teleservices.demonstration.cas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Une horloge qu'un essai avance à la main. */
final class HorlogeReglable extends Clock {

    private volatile Instant instant;

    HorlogeReglable(Instant depart) {
        this.instant = depart;
    }

    void avancer(Duration duree) {
        instant = instant.plus(duree);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return instant;
    }
}
