package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.Identifiant;
import org.jspecify.annotations.Nullable;

/**
 * Une paire, telle que l'aperçu et le rapport la montrent.
 *
 * @param motif nul si elle est à regrouper
 * @param compteId le compte qui reste ; nul si la personne n'en a pas
 * @param identifiant celui du compte qui reste ; nul si la personne n'en a pas
 * @param numero la source, le périmètre et le numéro de la personne
 * @param personne prénom et nom, tels que la première source les dit
 * @param autreId le compte qui se ferme
 * @param autreIdentifiant celui du compte qui se ferme
 * @param issue nulle tant que rien n'en a été fait, et pour ce qu'on laisse
 */
public record PaireMontree(
        int rang,
        @Nullable MotifLaisse motif,
        @Nullable Long compteId,
        @Nullable Identifiant identifiant,
        String numero,
        String personne,
        @Nullable Long autreId,
        @Nullable Identifiant autreIdentifiant,
        String autreNumero,
        @Nullable IssueDUnePaire issue) {

    /** Le code de ce qui en est fait : {@code A_REGROUPER}, ce que la validation en a fait, ou pourquoi on n'y touche pas. */
    public String code() {
        if (motif != null) {
            return motif.name();
        }
        return issue == null ? RechercheDePaires.A_REGROUPER : issue.name();
    }

    /** La clé de la phrase qui le dit. */
    public String cle() {
        return RechercheDePaires.cle(code());
    }
}
