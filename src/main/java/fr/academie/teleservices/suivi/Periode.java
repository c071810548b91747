package fr.academie.teleservices.suivi;

import java.time.LocalDate;

/**
 * Une semaine ou un mois, bornés à l'intervalle choisi.
 *
 * @param du premier jour
 * @param au dernier jour, compris
 */
public record Periode(LocalDate du, LocalDate au) {}
