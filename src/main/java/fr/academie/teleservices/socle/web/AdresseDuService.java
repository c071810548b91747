package fr.academie.teleservices.socle.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** L'adresse publique de l'application, pour les liens des courriels : la même qu'une page les envoie ou une tâche de fond. */
@Singleton
public final class AdresseDuService {

    private final Supplier<String> application;

    @Inject
    public AdresseDuService(Adresses adresses, CheminDeLApplication chemin) {
        this.application = () -> adresses.adressePublique(chemin.chemin());
    }

    /** Une adresse donnée, sans barre finale. */
    public AdresseDuService(String application) {
        this.application = () -> application;
    }

    /** L'adresse entière de ce chemin, qui commence par une barre. */
    public String lien(String chemin) {
        return application.get() + chemin;
    }
}
