package fr.academie.teleservices.accueil.web;

import fr.academie.teleservices.accueil.Conformite;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** L'état de conformité au RGAA : la mention du pied de chaque page, et la déclaration. */
@Named("conformite")
@Singleton
public final class ConformiteBean {

    private final Conformite releve = Conformite.lire();

    public Conformite getReleve() {
        return releve;
    }

    /** Le nom de l'état, dont les messages font une phrase. */
    public String getEtat() {
        return releve.etat().name();
    }
}
