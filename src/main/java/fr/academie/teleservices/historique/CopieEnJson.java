package fr.academie.teleservices.historique;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.FicheCompte;
import fr.academie.teleservices.regroupement.RegroupementEnregistre;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/** La copie structurée, pour un autre service ; les instants en UTC (ISO 8601), une valeur inconnue est absente. */
final class CopieEnJson {

    private CopieEnJson() {}

    /** {@code titre} et {@code service} nomment le document et qui l'a fait. */
    static JsonObject ecrire(DonneesDuTitulaire donnees, String titre, String service) {
        Compte compte = donnees.compte();
        FicheCompte fiche = donnees.fiche();
        JsonObjectBuilder identite = FabriqueJson.objet();
        ajouter(identite, "civilite", fiche.civilite());
        ajouter(identite, "prenom", compte.identite().prenom());
        ajouter(identite, "nomDeFamille", compte.identite().nomFamille());
        ajouter(identite, "nomDUsage", compte.identite().nomUsage());
        ajouter(identite, "mail", compte.mail());
        ajouter(identite, "mailConfirmeLe", fiche.mailConfirmeLe());
        ajouter(identite, "telephonePortable", compte.telephonePortable());
        JsonObjectBuilder leCompte = FabriqueJson.objet();
        ajouter(leCompte, "identifiant", compte.identifiant().valeur());
        ajouter(leCompte, "etat", compte.etat().name());
        ajouter(leCompte, "langue", compte.langue());
        ajouter(leCompte, "creeLe", fiche.creeLe());
        ajouter(leCompte, "activeLe", fiche.activeLe());
        JsonArrayBuilder enfants = FabriqueJson.tableau();
        donnees.enfants().forEach(e -> enfants.add(enfant(e)));
        JsonArrayBuilder faits = FabriqueJson.tableau();
        donnees.faits().forEach(f -> faits.add(fait(f)));
        JsonArrayBuilder absorbes = FabriqueJson.tableau();
        donnees.regroupements().forEach(r -> absorbes.add(regroupement(r)));
        JsonObjectBuilder traitement = FabriqueJson.objet();
        donnees.traitement()
                .forEach((question, reponse) -> traitement.add(question.replace("lesquelles.", ""), reponse));
        return FabriqueJson.objet()
                .add("titre", titre)
                .add("service", service)
                .add("etabliLe", donnees.etabliLe().toString())
                .add("identite", identite)
                .add("compte", leCompte)
                .add("enfants", enfants)
                .add("regroupements", absorbes)
                .add("historique", faits)
                .add("traitement", traitement)
                .build();
    }

    private static JsonObjectBuilder enfant(Enfant enfant) {
        JsonObjectBuilder objet = FabriqueJson.objet();
        ajouter(objet, "prenom", enfant.eleve().prenom());
        ajouter(objet, "nom", enfant.eleve().nom());
        ajouter(objet, "dateDeNaissance", enfant.eleve().dateNaissance());
        ajouter(objet, "uai", enfant.eleve().etablissement().uai());
        ajouter(objet, "etablissement", enfant.eleve().etablissement().nom());
        ajouter(objet, "classe", enfant.eleve().classe());
        objet.add("inscriptions", inscriptions(enfant));
        ajouter(objet, "lien", enfant.lien().name());
        ajouter(objet, "niveau", enfant.niveau().name());
        ajouter(objet, "etat", enfant.etat().name());
        return objet;
    }

    private static JsonArrayBuilder inscriptions(Enfant enfant) {
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        enfant.eleve().inscriptions().forEach(inscription -> {
            JsonObjectBuilder objet = FabriqueJson.objet();
            ajouter(objet, "uai", inscription.etablissement().uai());
            ajouter(objet, "etablissement", inscription.etablissement().nom());
            ajouter(objet, "classe", inscription.classe());
            tableau.add(objet);
        });
        return tableau;
    }

    private static JsonObjectBuilder regroupement(RegroupementEnregistre regroupement) {
        return FabriqueJson.objet()
                .add("numero", regroupement.numero())
                .add("le", regroupement.faitLe().toString())
                .add("compteFerme", regroupement.secondaire().valeur())
                .add("rompu", regroupement.rompu());
    }

    private static JsonObjectBuilder fait(Fait fait) {
        JsonObjectBuilder objet = FabriqueJson.objet();
        ajouter(objet, "le", fait.le());
        ajouter(objet, "action", fait.action().name());
        ajouter(objet, "quoi", fait.quoi());
        ajouter(objet, "par", fait.par());
        ajouter(objet, "adresseDuReseau", fait.adresse());
        ajouter(objet, "compteRegroupe", fait.compteAbsorbe());
        return objet;
    }

    private static void ajouter(JsonObjectBuilder objet, String cle, @Nullable Object valeur) {
        if (valeur != null) {
            objet.add(cle, valeur.toString());
        }
    }
}
