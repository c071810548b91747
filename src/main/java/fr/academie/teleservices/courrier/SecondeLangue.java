package fr.academie.teleservices.courrier;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Langues;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * La langue qu'une lettre parle après le français : celle que l'agent choisit pour la famille ; à défaut celle que garde le compte ; à défaut
 * celle du réglage {@code courrier.langue}. Une famille qui lit le français n'en a pas d'autre.
 */
@Singleton
public final class SecondeLangue {

    /** Le choix de l'agent qui ne veut que le français. */
    public static final String AUCUNE = "aucune";

    private final Langues langues;
    private final @Nullable Langue reglee;

    /** Lève {@link ErreurDeConfiguration} si la langue réglée n'est pas du service. */
    @Inject
    public SecondeLangue(Langues langues, ProfilAcademie profil) {
        this.langues = langues;
        Locale voulue = profil.langueDuCourrier();
        this.reglee = voulue == null
                ? null
                : langues.deCode(voulue.toLanguageTag())
                        .filter(langue -> !langue.estDuFrancais())
                        .orElseThrow(() -> new ErreurDeConfiguration("Le réglage « courrier.langue » vaut « "
                                + voulue.toLanguageTag()
                                + " », qui n'est pas une autre langue que le français parmi « langues »."));
    }

    /** Celles que l'agent peut choisir. */
    public List<Langue> proposees() {
        return langues.offertes().stream()
                .filter(langue -> !langue.estDuFrancais())
                .toList();
    }

    /** Celle du réglage ; vide si les lettres sont en français seul, sauf choix. */
    public Optional<Langue> reglee() {
        return Optional.ofNullable(reglee);
    }

    /**
     * Celle de la lettre de ce compte ; vide si elle est en français seul.
     *
     * @param choix code d'une langue, ou {@link #AUCUNE} ; absent, vide ou inconnu : aucun choix
     */
    public Optional<Langue> pour(Compte compte, @Nullable String choix) {
        if (AUCUNE.equals(choix)) {
            return Optional.empty();
        }
        Optional<Langue> choisie = langues.deCode(choix);
        if (choisie.isPresent()) {
            return choisie.filter(langue -> !langue.estDuFrancais());
        }
        return compte.langue() == null
                ? reglee()
                : langues.deCode(compte.langue()).filter(langue -> !langue.estDuFrancais());
    }
}
