package fr.academie.teleservices.alimentation;

import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Les phrases d'une remarque : pourquoi, et quoi faire. */
@Singleton
public final class MotsDesRemarques {

    private static final Set<String> CHAMPS =
            Arrays.stream(Champ.values()).map(Champ::name).collect(Collectors.toUnmodifiableSet());

    private final Textes textes;

    @Inject
    public MotsDesRemarques(Textes textes) {
        this.textes = textes;
    }

    /** « Le prénom compte 5 000 caractères ; la place est de 100. » */
    public String raison(Remarque remarque) {
        Object[] valeurs = remarque.valeurs().stream().map(this::lisible).toArray();
        return textes.avec("alimentation.remarque." + remarque.code().name(), valeurs);
    }

    /** « Corrigez la fiche dans SIECLE, puis refaites l'export. » */
    public String quoiFaire(Remarque remarque) {
        return textes.de("alimentation.remede." + remarque.code().remede().name());
    }

    /** « Ligne refusée », « Fichier refusé »… */
    public String portee(Remarque remarque) {
        return textes.de("alimentation.portee." + remarque.code().portee().name());
    }

    private String lisible(String valeur) {
        return CHAMPS.contains(valeur) ? textes.de("alimentation.champ." + valeur) : valeur;
    }
}
