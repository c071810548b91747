package fr.academie.teleservices.diffusion.aaf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Une fiche de l'annuaire, telle qu'on la dira.
 *
 * @param cle la place de ce qu'elle décrit, dans l'ordre où on le relit ; jamais écrite dans un fichier
 * @param numero ENTPersonJointure ou ENTStructureJointure ; nul si aucune source n'en donne et qu'on ne peut pas en faire : elle ne se dit
 *     pas
 * @param attributs par nom, dans l'ordre où ils s'écrivent ; une liste vide n'a pas de valeur
 */
record FicheDite(long cle, @Nullable String numero, Map<String, List<String>> attributs) {

    private static final int OCTETS = 16;
    private static final char ENTRE_ATTRIBUTS = '\u0000';
    private static final char ENTRE_VALEURS = '\u0001';

    FicheDite {
        attributs = Collections.unmodifiableMap(new LinkedHashMap<>(attributs));
    }

    /** Ce qu'elle dit, en 32 signes : deux fiches qui ont la même disent la même chose. */
    String empreinte() {
        StringBuilder tout = new StringBuilder().append(numero);
        attributs.forEach((nom, valeurs) -> {
            tout.append(ENTRE_ATTRIBUTS).append(nom);
            valeurs.forEach(valeur -> tout.append(ENTRE_VALEURS).append(valeur));
        });
        try {
            byte[] sha =
                    MessageDigest.getInstance("SHA-256").digest(tout.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Toute machine Java porte SHA-256.", e);
        }
    }
}
