package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Les liens tels que le journal et les événements les écrivent. */
public final class RattachementsJson {

    private RattachementsJson() {}

    /** {@code {"niveau":1,"lien":10,"etat":"ACTIF"}}. */
    public static JsonObjectBuilder qualite(Qualite qualite) {
        return FabriqueJson.objet()
                .add("niveau", qualite.niveau().code())
                .add("lien", qualite.lien().code())
                .add("etat", qualite.etat().name());
    }

    /** Un objet par lien : sa qualité et son élève. */
    public static JsonArrayBuilder liens(List<Rattachement> liens) {
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        liens.forEach(l -> tableau.add(qualite(l.qualite()).add("eleve", l.eleveId())));
        return tableau;
    }

    /**
     * Ce qu'un événement RATTACHEMENTS_MODIFIES porte : le compte et tous ses liens d'à présent.
     *
     * @param debut ce qui précède, un jeton par exemple
     */
    public static String charge(JsonObjectBuilder debut, String compte, JsonArrayBuilder liens) {
        return debut.add("compte", compte).add("rattachements", liens).build().toString();
    }
}
