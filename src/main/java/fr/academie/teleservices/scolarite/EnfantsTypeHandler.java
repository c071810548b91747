package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.AvecCode;
import fr.academie.teleservices.socle.persistance.ListeEnJson;
import jakarta.json.JsonObject;
import java.util.List;

/** La colonne que fait le fragment {@code enfantsEnJson} → les enfants du compte, chacun une fois avec toutes ses inscriptions. */
public final class EnfantsTypeHandler extends ListeEnJson<Enfant> {

    @Override
    protected List<Enfant> lire(List<JsonObject> objets) {
        return Enfant.reunir(objets.stream().map(EnfantsTypeHandler::enfant).toList());
    }

    private static Enfant enfant(JsonObject lu) {
        return new Enfant(
                ElevesTypeHandler.eleve(lu.getJsonObject("eleve")),
                new Qualite(
                        AvecCode.lue(NiveauResponsabilite.values(), lu.getInt("niveau")),
                        AvecCode.lue(LienParente.values(), lu.getInt("lien")),
                        EtatRattachement.valueOf(lu.getString("etat"))));
    }
}
