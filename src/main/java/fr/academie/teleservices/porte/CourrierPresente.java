package fr.academie.teleservices.porte;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Un courrier dont ce navigateur a donné le code ou le mot de passe, et qui attend.
 *
 * @param responsableId le compte que nomme le courrier
 * @param uai l'établissement qui l'a fait : seuls ses élèves se montrent ; nul si on ne le sait plus
 */
public record CourrierPresente(long responsableId, @Nullable String uai, Instant presenteLe) {}
