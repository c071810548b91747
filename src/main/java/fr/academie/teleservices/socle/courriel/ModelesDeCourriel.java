package fr.academie.teleservices.socle.courriel;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Les courriels écrits dans {@code messages_fr.properties} : clés {@code courriel.<modele>.objet} et {@code .texte}. */
@Singleton
public final class ModelesDeCourriel {

    private final ResourceBundle messages =
            ResourceBundle.getBundle("fr.academie.teleservices.messages", Locale.FRENCH);

    /** Le courriel du modèle, ses {@code {0}}, {@code {1}}… remplacés par {@code valeurs}. */
    public Courriel rediger(String modele, String destinataire, Object... valeurs) {
        return new Courriel(
                destinataire,
                texte("courriel." + modele + ".objet", valeurs),
                texte("courriel." + modele + ".texte", valeurs));
    }

    private String texte(String cle, Object... valeurs) {
        return new MessageFormat(messages.getString(cle), Locale.FRENCH).format(valeurs);
    }
}
