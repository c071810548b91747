package fr.academie.teleservices.essais;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Les schémas JSON publiés avec l'application, un par type d'événement. */
public final class SchemasDesEvenements {

    private static final String DOSSIER = "fr/academie/teleservices/evenement/";

    private final SchemaRegistry registre =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, lecture -> {});
    private final Map<String, Schema> parType = new ConcurrentHashMap<>();

    /** Ce que le schéma de ce type reproche à cette charge ; vide si elle lui est conforme. */
    public List<String> fautes(String type, String charge) {
        String fichier = DOSSIER + type + ".schema.json";
        if (getClass().getClassLoader().getResource(fichier) == null) {
            return List.of("aucun schéma ne décrit le type " + type);
        }
        return parType
                .computeIfAbsent(type, nouveau -> registre.getSchema(SchemaLocation.of("classpath:" + fichier)))
                .validate(charge, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
