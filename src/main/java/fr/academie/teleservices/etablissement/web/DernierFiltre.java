package fr.academie.teleservices.etablissement.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;

/** La dernière liste vue : on y revient avec son filtre, son tri et sa page. */
@Named("dernierFiltre")
@SessionScoped
public class DernierFiltre implements Serializable {

    private static final long serialVersionUID = 1L;

    private String question = "";

    /** La question de l'adresse de la liste, {@code ?} compris ; vide pour la liste entière. */
    public String getQuestion() {
        return question;
    }

    void retenir(String vue) {
        question = vue;
    }
}
