package fr.academie.teleservices.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Qui est la personne connectée, ou l'auteur d'un acte, pour ce service. */
public enum Profil {
    RESPONSABLE(null),
    ETABLISSEMENT("/etablissement"),
    ASSISTANCE("/assistance"),
    /** Une commande ou une tâche de l'académie : auteur d'une ligne, jamais d'une session. */
    EXPLOITATION(null),
    ELEVE(null),
    INCONNU(null);

    private final @Nullable String bureau;

    Profil(@Nullable String bureau) {
        this.bureau = bureau;
    }

    /** Chemin de la page d'arrivée des agents de ce profil ; vide s'il n'en a pas. */
    public Optional<String> bureau() {
        return Optional.ofNullable(bureau);
    }

    /** Vrai si ce chemin, sans la question, est une page du bureau de ce profil. */
    public boolean aPourBureau(String chemin) {
        return bureau != null && (chemin.equals(bureau) || chemin.startsWith(bureau + "/"));
    }

    /** Vrai si ce chemin est une page d'un bureau, de quelque profil que ce soit. */
    public static boolean estUnBureau(String chemin) {
        return ETABLISSEMENT.aPourBureau(chemin) || ASSISTANCE.aPourBureau(chemin);
    }
}
