package fr.academie.teleservices.courrier;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.NatureEtablissement;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Une lettre en JSON, pour attendre chiffrée d'être imprimée. Du compte, seul ce que la lettre montre : ni mail, ni téléphone, ni version.
 */
public final class LettreEnJson {

    private LettreEnJson() {}

    public static String ecrire(Lettre lettre) {
        Destinataire destinataire = lettre.destinataire();
        Compte compte = destinataire.compte();
        Adresse adresse = destinataire.adresse();
        JsonArrayBuilder eleves = FabriqueJson.tableau();
        destinataire.eleves().forEach(eleve -> eleves.add(eleve(eleve)));
        JsonObjectBuilder json = FabriqueJson.objet()
                .add("id", compte.id())
                .add("identifiant", compte.identifiant().valeur())
                .add("nom", compte.identite().nomFamille())
                .add("prenom", compte.identite().prenom())
                .add("etat", compte.etat().name())
                .add("etablissement", etablissement(destinataire.etablissement()))
                .add("eleves", eleves)
                .add("motif", destinataire.motif().name())
                .add("motDePasse", lettre.motDePasse())
                .add("faiteLe", lettre.faiteLe().toEpochMilli())
                .add("expireLe", lettre.expireLe().toEpochMilli());
        ajouter(json, "langue", compte.langue());
        ajouter(json, "code", lettre.code());
        ajouter(json, "nomUsage", compte.identite().nomUsage());
        ajouter(json, "civilite", adresse.civilite());
        ajouter(json, "voie", adresse.voie());
        ajouter(json, "codePostal", adresse.codePostal());
        ajouter(json, "commune", adresse.commune());
        return json.build().toString();
    }

    public static Lettre lire(String texte) {
        JsonObject json = FabriqueJson.lireObjet(texte);
        Compte compte = new Compte(
                json.getJsonNumber("id").longValueExact(),
                new Identifiant(json.getString("identifiant")),
                new Identite(json.getString("nom"), lu(json, "nomUsage"), json.getString("prenom")),
                null,
                null,
                EtatCompte.valueOf(json.getString("etat")),
                0,
                null,
                lu(json, "langue"));
        Etablissement etablissement = etablissement(json.getJsonObject("etablissement"));
        List<Eleve> eleves = json.getJsonArray("eleves").getValuesAs(JsonObject.class).stream()
                .map(eleve -> eleve(eleve, etablissement))
                .toList();
        return new Lettre(
                new Destinataire(
                        compte,
                        new Adresse(
                                lu(json, "civilite"), lu(json, "voie"), lu(json, "codePostal"), lu(json, "commune")),
                        etablissement,
                        eleves,
                        MotifCourrier.valueOf(json.getString("motif")),
                        false,
                        null),
                json.getString("motDePasse"),
                lu(json, "code"),
                instant(json, "faiteLe"),
                instant(json, "expireLe"));
    }

    private static JsonObjectBuilder eleve(Eleve eleve) {
        JsonObjectBuilder json = FabriqueJson.objet()
                .add("id", eleve.id())
                .add("nom", eleve.nom())
                .add("prenom", eleve.prenom())
                .add("naissance", eleve.dateNaissance().toString());
        ajouter(json, "classe", eleve.classe());
        return json;
    }

    private static Eleve eleve(JsonObject json, Etablissement etablissement) {
        return new Eleve(
                json.getJsonNumber("id").longValueExact(),
                json.getString("nom"),
                json.getString("prenom"),
                LocalDate.parse(json.getString("naissance")),
                etablissement,
                lu(json, "classe"));
    }

    private static JsonObjectBuilder etablissement(Etablissement etablissement) {
        JsonObjectBuilder json = FabriqueJson.objet()
                .add("uai", etablissement.uai())
                .add("nature", etablissement.nature().name())
                .add("nom", etablissement.nom());
        ajouter(json, "commune", etablissement.commune());
        ajouter(json, "telephone", etablissement.telephone());
        ajouter(json, "courriel", etablissement.courriel());
        ajouter(json, "site", etablissement.site());
        return json;
    }

    private static Etablissement etablissement(JsonObject json) {
        return new Etablissement(
                json.getString("uai"),
                NatureEtablissement.valueOf(json.getString("nature")),
                json.getString("nom"),
                lu(json, "commune"),
                lu(json, "telephone"),
                lu(json, "courriel"),
                lu(json, "site"));
    }

    private static void ajouter(JsonObjectBuilder json, String cle, @Nullable String valeur) {
        if (valeur != null) {
            json.add(cle, valeur);
        }
    }

    private static @Nullable String lu(JsonObject json, String cle) {
        return json.getString(cle, null);
    }

    private static Instant instant(JsonObject json, String cle) {
        return Instant.ofEpochMilli(json.getJsonNumber(cle).longValueExact());
    }
}
