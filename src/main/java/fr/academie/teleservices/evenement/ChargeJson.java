package fr.academie.teleservices.evenement;

import fr.academie.teleservices.evenement.Evenement.CompteCree;
import fr.academie.teleservices.evenement.Evenement.CompteFerme;
import fr.academie.teleservices.evenement.Evenement.CompteModifie;
import fr.academie.teleservices.evenement.Evenement.Lien;
import fr.academie.teleservices.evenement.Evenement.Sujet;
import fr.academie.teleservices.scolarite.NumeroDeSource;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Le JSON d'un événement : le seul endroit qui l'écrive. */
final class ChargeJson {

    private ChargeJson() {}

    static String de(Evenement evenement) {
        JsonObjectBuilder charge = FabriqueJson.objet().add("type", evenement.type());
        Sujet compte = evenement.compte();
        if (compte != null) {
            charge.add("compte", compte.identifiant().valeur())
                    .add("numeros", FabriqueJson.tableau())
                    .add("rattachements", liens(compte.liens()));
        }
        if (evenement instanceof CompteCree cree) {
            charge.add("origine", cree.origine().name());
        } else if (evenement instanceof CompteModifie modifie) {
            JsonArrayBuilder champs = FabriqueJson.tableau();
            modifie.champs().stream().sorted().map(Enum::name).forEach(champs::add);
            charge.add("champs", champs);
        } else if (evenement instanceof CompteFerme ferme) {
            charge.add("motif", "REGROUPEMENT")
                    .add("remplacePar", ferme.remplacePar().valeur());
        }
        return charge.build().toString();
    }

    private static JsonArrayBuilder liens(List<Lien> liens) {
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        liens.forEach(lien -> tableau.add(lien(lien)));
        return tableau;
    }

    private static JsonObjectBuilder lien(Lien lien) {
        JsonObjectBuilder eleve = FabriqueJson.objet();
        if (lien.eleve().identifiant() == null) {
            eleve.addNull("identifiant");
        } else {
            eleve.add("identifiant", lien.eleve().identifiant());
        }
        return FabriqueJson.objet()
                .add(
                        "eleve",
                        eleve.add("uai", lien.eleve().uai())
                                .add("numeros", numeros(lien.eleve().numeros())))
                .add("niveau", lien.qualite().niveau().code())
                .add("lien", lien.qualite().lien().code())
                .add("etat", lien.qualite().etat().name());
    }

    private static JsonArrayBuilder numeros(List<NumeroDeSource> numeros) {
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        numeros.forEach(n -> tableau.add(FabriqueJson.objet()
                .add("source", n.source())
                .add("perimetre", n.perimetre())
                .add("numero", n.numero())));
        return tableau;
    }
}
