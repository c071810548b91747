package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.LienLu;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'une modification change à une fiche déjà connue.
 *
 * @param champs les champs dits, vérifiés et mis en forme (mail, portable en E.164, jour en {@code aaaa-mm-jj}) ; une valeur nulle efface
 * @param liens tous ceux de l'élève, s'ils sont dits ; nuls s'ils ne changent pas
 * @param classes toutes celles de l'élève, si elles sont dites, aucune si elles s'effacent ; nulles si elles ne changent pas
 */
public record ChangementAaf(
        Categorie categorie,
        String numero,
        Map<Champ, @Nullable String> champs,
        @Nullable List<LienLu> liens,
        @Nullable List<ClasseLue> classes) {

    public ChangementAaf {
        Map<Champ, @Nullable String> copie = new EnumMap<>(Champ.class);
        copie.putAll(champs);
        champs = Collections.unmodifiableMap(copie);
        liens = liens == null ? null : List.copyOf(liens);
        classes = classes == null ? null : List.copyOf(classes);
    }
}
