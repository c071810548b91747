package fr.academie.teleservices.socle.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;

/** Objets et tableaux JSON ; la bibliothèque rechercherait sinon son fournisseur dans le classpath à chaque appel. */
public final class FabriqueJson {

    private static final JsonProvider FOURNISSEUR = JsonProvider.provider();

    private FabriqueJson() {}

    public static JsonObjectBuilder objet() {
        return FOURNISSEUR.createObjectBuilder();
    }

    public static JsonArrayBuilder tableau() {
        return FOURNISSEUR.createArrayBuilder();
    }
}
