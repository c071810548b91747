package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.scolarite.EleveDeSource.Place;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Les places d'un élève, telles qu'un écart les garde. */
final class Places {

    private Places() {}

    static String ecrire(List<Place> places) {
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        for (Place place : places) {
            JsonObjectBuilder objet = FabriqueJson.objet().add("uai", place.uai());
            if (place.classe() != null) {
                objet.add("classe", place.classe());
            }
            tableau.add(objet);
        }
        return tableau.build().toString();
    }

    static List<Place> lire(String json) {
        return FabriqueJson.lireTableau(json).getValuesAs(JsonObject.class).stream()
                .map(objet -> new Place(objet.getString("uai"), objet.getString("classe", null)))
                .toList();
    }
}
