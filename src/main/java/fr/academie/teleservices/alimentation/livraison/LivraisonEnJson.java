package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ce qu'une livraison garde en JSON : ses compteurs, les valeurs d'une remarque, des noms. */
final class LivraisonEnJson {

    private LivraisonEnJson() {}

    static String ecrire(Compteurs compteurs) {
        JsonObjectBuilder objet = FabriqueJson.objet()
                .add("liensConnus", compteurs.liensConnus())
                .add("liensEnAttente", compteurs.liensEnAttente());
        compteurs
                .parSorte()
                .forEach((sorte, d) -> objet.add(
                        sorte.name(),
                        FabriqueJson.objet()
                                .add("lues", d.lues())
                                .add("nouvelles", d.nouvelles())
                                .add("reconnues", compteurs.reconnues(sorte))
                                .add("changees", d.changees())
                                .add("inchangees", d.inchangees())
                                .add("refusees", d.refusees())
                                .add("effacees", d.effacees())
                                .add("partis", d.partis())));
        return objet.build().toString();
    }

    static Compteurs compteurs(String json) {
        JsonObject objet = FabriqueJson.lireObjet(json);
        if (objet.isEmpty()) {
            return Compteurs.AUCUN;
        }
        Map<Sorte, Decompte> parSorte = new EnumMap<>(Sorte.class);
        Map<Sorte, Long> reconnues = new EnumMap<>(Sorte.class);
        for (Sorte sorte : Sorte.values()) {
            if (objet.containsKey(sorte.name())) {
                JsonObject d = objet.getJsonObject(sorte.name());
                reconnues.put(sorte, nombre(d, "reconnues"));
                parSorte.put(
                        sorte,
                        new Decompte(
                                nombre(d, "lues"),
                                nombre(d, "nouvelles"),
                                nombre(d, "changees"),
                                nombre(d, "inchangees"),
                                nombre(d, "refusees"),
                                nombre(d, "effacees"),
                                nombre(d, "partis")));
            }
        }
        return new Compteurs(parSorte, reconnues, nombre(objet, "liensConnus"), nombre(objet, "liensEnAttente"));
    }

    static String ecrire(List<String> textes) {
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        textes.forEach(tableau::add);
        return tableau.build().toString();
    }

    static List<String> textes(String json) {
        return FabriqueJson.lireTableau(json).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    /** Zéro pour ce qu'une version d'avant ne comptait pas. */
    private static long nombre(JsonObject objet, String nom) {
        return objet.containsKey(nom) ? objet.getJsonNumber(nom).longValue() : 0;
    }
}
