package fr.academie.teleservices.socle.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** Objets et tableaux JSON ; la bibliothèque rechercherait sinon son fournisseur dans le classpath à chaque appel. */
public final class FabriqueJson {

    private static final JsonProvider FOURNISSEUR = JsonProvider.provider();
    private static final JsonWriterFactory LISIBLE =
            FOURNISSEUR.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private FabriqueJson() {}

    public static JsonObjectBuilder objet() {
        return FOURNISSEUR.createObjectBuilder();
    }

    public static JsonArrayBuilder tableau() {
        return FOURNISSEUR.createArrayBuilder();
    }

    /** Ce texte tel qu'il s'écrit entre les guillemets d'une chaîne. */
    public static String echapper(String texte) {
        String chaine = FOURNISSEUR.createValue(texte).toString();
        return chaine.substring(1, chaine.length() - 1);
    }

    /** L'objet sur plusieurs lignes, pour qui le lit ou le recopie. */
    public static String lisible(JsonObject objet) {
        StringWriter texte = new StringWriter();
        try (JsonWriter ecriture = LISIBLE.createWriter(texte)) {
            ecriture.writeObject(objet);
        }
        return texte.toString().strip() + "\n";
    }

    /** Lit un objet ; lève {@link JsonException} si le texte n'en est pas un. */
    public static JsonObject lireObjet(String texte) {
        try (JsonReader lecteur = FOURNISSEUR.createReader(new StringReader(texte))) {
            return lecteur.readObject();
        }
    }

    /** Lit un tableau ; lève {@link JsonException} si le texte n'en est pas un. */
    public static JsonArray lireTableau(String texte) {
        try (JsonReader lecteur = FOURNISSEUR.createReader(new StringReader(texte))) {
            return lecteur.readArray();
        }
    }
}
