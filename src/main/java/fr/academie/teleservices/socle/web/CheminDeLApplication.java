package fr.academie.teleservices.socle.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;

/** Sous quel chemin Tomcat a posé l'application, appris au démarrage : une tâche de fond n'a pas de requête qui le dise. */
@Singleton
public final class CheminDeLApplication {

    private volatile String chemin = "";

    void apprendre(@Observes @Initialized(ApplicationScoped.class) ServletContext contexte) {
        chemin = contexte.getContextPath();
    }

    /** Vide à la racine ; sinon commence par une barre. */
    public String chemin() {
        return chemin;
    }
}
