package fr.academie.teleservices.assistance;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.FicheCompte;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tout ce que l'assistance lit d'un compte, sauf son journal.
 *
 * @param sessions début de chaque session non close, la plus récente d'abord ; une session inactive depuis une demi-heure ne sert plus
 * @param regroupements ceux de toute la chaîne, des deux côtés, du plus ancien au plus récent
 * @param ruptures celles dont ce compte est la source ou le compte nouveau, de la plus ancienne à la plus récente
 * @param absorbant le compte où mène la chaîne des regroupements ; nul si celui-ci n'a pas été absorbé
 */
public record FicheDeCompte(
        Etat etat,
        List<LienDuCompte> liens,
        List<Instant> sessions,
        List<RegroupementLu> regroupements,
        List<RuptureLue> ruptures,
        @Nullable CompteNomme absorbant) {

    /**
     * La ligne du compte, sans son mot de passe.
     *
     * @param fermeLe nul si le compte est ouvert
     * @param motif REGROUPEMENT, ETABLISSEMENT ou OPPOSITION ; nul si le compte est ouvert
     */
    public record Etat(
            FicheCompte fiche,
            @Nullable Instant fermeLe,
            @Nullable String motif) {}

    public Compte compte() {
        return etat.fiche().compte();
    }
}
