package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.Identifiant;
import org.jspecify.annotations.Nullable;

/**
 * Une paire, telle que l'aperçu et le rapport la montrent.
 *
 * @param motif nul si elle est à regrouper
 * @param identifiant celui du compte qui reste ; nul si la personne n'en a pas
 * @param numero la source, le périmètre et le numéro de la personne
 * @param autreIdentifiant celui du compte qui se ferme
 * @param issue nulle tant que rien n'en a été fait, et pour ce qu'on laisse
 */
public record PaireMontree(
        int rang,
        @Nullable MotifLaisse motif,
        @Nullable Identifiant identifiant,
        String numero,
        @Nullable Identifiant autreIdentifiant,
        String autreNumero,
        @Nullable IssueDUnePaire issue) {}
