package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonObjectBuilder;

/** Les liens tels que le journal les écrit, pour être rejoués ; ce que les événements en disent est l'affaire de leur pièce. */
public final class RattachementsJson {

    private RattachementsJson() {}

    /** {@code {"niveau":1,"lien":10,"etat":"ACTIF"}}. */
    public static JsonObjectBuilder qualite(Qualite qualite) {
        return FabriqueJson.objet()
                .add("niveau", qualite.niveau().code())
                .add("lien", qualite.lien().code())
                .add("etat", qualite.etat().name());
    }
}
