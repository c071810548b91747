package fr.academie.teleservices.agent;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Les lignes du journal du bureau que l'on veut lire.
 *
 * @param uais établissements dont on a le droit de lire les lignes ; nul pour l'assistance, qui lit tout
 * @param acteur début de l'identifiant de l'agent, {@code %} et {@code _} déjà pris à la lettre ; nul pour tous
 * @param action nulle pour toutes
 * @param responsable identifiant exact du responsable regardé ou touché ; nul pour tous
 * @param du premier instant ; nul pour remonter au début
 * @param au premier instant exclu ; nul pour aller jusqu'à la fin
 */
public record FiltreDuJournal(
        @Nullable Set<String> uais,
        @Nullable String acteur,
        @Nullable ActionBureau action,
        @Nullable String responsable,
        @Nullable Instant du,
        @Nullable Instant au) {}
