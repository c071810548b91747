package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.ListeEnJson;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;

/**
 * La colonne que fait {@code JSON_ARRAYAGG} du fragment {@code eleveEnJson} → les élèves, chacun une fois avec toutes ses inscriptions
 * lues. Une liste déjà assemblée en texte ne saurait plus nommer distinctement ses élèves ({@link NomsDistincts}).
 */
public final class ElevesTypeHandler extends ListeEnJson<Eleve> {

    @Override
    protected List<Eleve> lire(List<JsonObject> objets) {
        return Eleve.reunir(objets.stream().map(ElevesTypeHandler::eleve).toList());
    }

    /** Un objet du fragment {@code eleveEnJson}. */
    static Eleve eleve(JsonObject lu) {
        return new Eleve(
                lu.getJsonNumber("id").longValueExact(),
                lu.getString("nom"),
                lu.getString("prenom"),
                LocalDate.parse(lu.getString("date_naissance")),
                new Etablissement(
                        lu.getString("uai"),
                        NatureEtablissement.valueOf(lu.getString("nature")),
                        lu.getString("etablissement_nom"),
                        lu.getString("commune", null),
                        lu.getString("telephone", null),
                        lu.getString("courriel", null),
                        lu.getString("site", null)),
                lu.getString("classe", null));
    }
}
