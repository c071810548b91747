package fr.academie.teleservices.socle.sms;

import java.time.Instant;

/** Un SMS, l'instant de son dépôt dans la boîte de sortie, et celui après lequel il ne sert plus à rien de le remettre. */
public record SmsADeposer(Sms sms, Instant le, Instant expireLe) {}
