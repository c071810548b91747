package fr.academie.teleservices.scolarite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ce par quoi un autre service connaît un élève ; jamais sa clé en base, qui ne dit rien qu'à nous.
 *
 * @param identifiant celui de son compte ; nul s'il n'en a pas
 * @param uai établissement de son inscription principale
 * @param numeros ceux que des sources lui donnent ; vide si aucune ne le connaît
 */
public record ReferenceEleve(@Nullable String identifiant, String uai, List<NumeroDeSource> numeros) {

    public ReferenceEleve {
        numeros = List.copyOf(numeros);
    }
}
