package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.reconnaissance.Reference;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Où une personne a été reconnue : un compte au plus, et des identités qui attendent le leur, telles qu'un écart les garde. */
final class Attentes {

    private Attentes() {}

    static @Nullable Long compte(Collection<Reference> references) {
        return references.stream()
                .filter(Reference.Compte.class::isInstance)
                .map(Reference::id)
                .findFirst()
                .orElse(null);
    }

    static List<Long> enAttente(Collection<Reference> references) {
        return references.stream()
                .filter(Reference.EnAttente.class::isInstance)
                .map(Reference::id)
                .sorted()
                .toList();
    }

    static @Nullable String enJson(Collection<Reference> references) {
        List<Long> ids = enAttente(references);
        if (ids.isEmpty()) {
            return null;
        }
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        ids.forEach(tableau::add);
        return tableau.build().toString();
    }

    static List<Long> lire(@Nullable String json) {
        return json == null
                ? List.of()
                : FabriqueJson.lireTableau(json).getValuesAs(JsonNumber.class).stream()
                        .map(JsonNumber::longValue)
                        .toList();
    }
}
