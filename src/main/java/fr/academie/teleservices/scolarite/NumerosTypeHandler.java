package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.ListeEnJson;
import jakarta.json.JsonObject;
import java.util.List;

/** Lit des {@link NumeroDeSource} là où une requête les a réunis ; aucun quand elle n'en a pas trouvé. */
public final class NumerosTypeHandler extends ListeEnJson<NumeroDeSource> {

    @Override
    protected List<NumeroDeSource> lire(List<JsonObject> objets) {
        return objets.stream()
                .map(n -> new NumeroDeSource(n.getString("source"), n.getString("perimetre"), n.getString("numero")))
                .toList();
    }
}
