package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.texte.SignesInvisibles;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import org.jspecify.annotations.Nullable;

/** Ce qu'un champ de texte reçoit : des blancs et des signes invisibles n'y sont rien, et un champ obligatoire le dit. Le reste est tel quel. */
@FacesConverter(SaisieOuRien.ID)
public class SaisieOuRien implements Converter<String> {

    static final String ID = "saisieOuRien";

    @Override
    public String getAsObject(FacesContext faces, UIComponent champ, @Nullable String saisi) {
        return saisi == null || SignesInvisibles.seulsDans(saisi) ? "" : saisi;
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent champ, @Nullable String valeur) {
        return valeur == null ? "" : valeur;
    }
}
