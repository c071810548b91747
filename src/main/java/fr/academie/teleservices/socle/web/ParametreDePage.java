package fr.academie.teleservices.socle.web;

import jakarta.el.ELContext;
import jakarta.el.ValueExpression;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ce que fait {@code f:viewParam} dans cette application : donner au bean ce que la requête demande, à l'arrivée comme à l'envoi d'un
 * formulaire, avant que les champs de la page ne se décodent.
 *
 * <p>Celui de Faces ne donne sa valeur qu'une fois tous les champs validés : un bouton montré selon le bean ne serait pas entendu, et une
 * saisie refusée se remontrerait sans savoir de qui. Il redonne aussi, quand la requête n'en dit rien, la valeur d'un envoi précédent :
 * une case décochée resterait cochée. Ici la requête seule parle.
 *
 * <p>Le type de la propriété dit comment lire ({@link Parametres}) : {@code long}, un numéro ; {@code int}, la page d'une liste ;
 * {@code UUID}, un jeton ; une énumération, une de ses constantes ; {@code String[]}, toutes les valeurs de ce nom ; sinon le texte tel
 * quel. Absent ou mal formé, la propriété garde sa valeur. Ni {@code converter}, ni {@code required} : rien n'est cru, rien n'est refusé.
 */
public class ParametreDePage extends UIViewParameter {

    @Override
    public void processDecodes(FacesContext faces) {
        String[] lues =
                faces.getExternalContext().getRequestParameterValuesMap().get(getName());
        if (lues == null || lues.length == 0) {
            return;
        }
        ELContext el = faces.getELContext();
        ValueExpression propriete = getValueExpression("value");
        Object valeur = lire(propriete.getType(el), lues);
        if (valeur != null) {
            propriete.setValue(el, valeur);
        }
    }

    @Override
    public void processValidators(FacesContext faces) {
        // Tout est lu dès le décodage.
    }

    @Override
    public void processUpdates(FacesContext faces) {
        // Tout est lu dès le décodage.
    }

    @Override
    public void encodeAll(FacesContext faces) {
        // Rien ne s'affiche ni ne se garde : la propriété peut n'avoir qu'un setter.
    }

    /** Nul si la valeur n'a pas la forme que ce type demande. */
    static @Nullable Object lire(Class<?> type, String[] lues) {
        String premiere = lues[0];
        if (type == String[].class) {
            return lues;
        }
        if (type == long.class) {
            OptionalLong numero = Parametres.numero(premiere);
            return numero.isPresent() ? (Object) numero.getAsLong() : null;
        }
        if (type == int.class) {
            return Parametres.page(premiere);
        }
        if (type == UUID.class) {
            return Parametres.jeton(premiere).orElse(null);
        }
        return type.isEnum() ? constante(type, premiere) : premiere;
    }

    private static @Nullable Object constante(Class<?> type, String nom) {
        for (Object constante : type.getEnumConstants()) {
            if (((Enum<?>) constante).name().equals(nom)) {
                return constante;
            }
        }
        return null;
    }
}
