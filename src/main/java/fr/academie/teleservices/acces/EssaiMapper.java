package fr.academie.teleservices.acces;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code essai}. */
interface EssaiMapper {

    void ajouter(EssaiAAjouter essai);

    Releve relever(
            @Param("e") EssaiAAjouter essai,
            @Param("depuis") Instant depuis,
            @Param("budget") Budget budget,
            @Param("justes") String justes);

    /** Range l'essai sous une autre opération. */
    int reclasser(@Param("id") long id, @Param("operation") String operation);

    int retirer(@Param("id") long id);

    int purger(@Param("avant") Instant avant);

    /** Combien d'essais de ces opérations. */
    int depuis(@Param("operations") List<String> operations, @Param("depuis") Instant depuis);

    /** Le plus ancien d'entre eux ; nul s'il n'y en a pas. */
    @Nullable
    Instant premier(@Param("operations") List<String> operations, @Param("depuis") Instant depuis);

    /** Les courriels notés pour ce destinataire, et le plus ancien d'entre eux. */
    Envois envois(
            @Param("operation") String operation,
            @Param("cible") byte[] cible,
            @Param("demandeur") String demandeur,
            @Param("depuis") Instant depuis);

    /**
     * Les courriels d'une journée à un destinataire.
     *
     * @param premier quand le plus ancien est parti ; nul s'il n'y en a pas
     * @param dernier quand le plus récent est parti ; nul s'il n'y en a pas
     * @param dejaVu vrai si l'un d'eux a été demandé par ce demandeur
     */
    record Envois(
            int nombre, @Nullable Instant premier, @Nullable Instant dernier, boolean dejaVu) {}

    /**
     * Ce qu'une preuve peut manquer.
     *
     * @param reduit le budget d'un acteur dont la cible ou l'adresse est épuisée
     * @param justes preuves justes d'un acteur
     */
    record Budget(Duration fenetre, int parActeur, int reduit, int parCible, int parAdresse, int justes) {}

    /**
     * Pour chaque budget, l'instant de l'essai qui, en sortant de la fenêtre, rouvrira la porte ; nul s'il n'est pas dépassé.
     *
     * @param reduit celui du budget réduit de l'acteur
     * @param manques essais de l'acteur, celui-ci compris
     */
    record Releve(
            @Nullable Instant acteur,
            @Nullable Instant reduit,
            @Nullable Instant cible,
            @Nullable Instant adresse,
            @Nullable Instant justes,
            int manques) {

        /** L'instant où la porte rouvrira, quand le dernier de ces essais sortira de la fenêtre ; nul si elle n'est pas fermée. */
        @Nullable
        Instant reouverture(Duration fenetre) {
            return Stream.of(Optional.ofNullable(acteur), parPression(), Optional.ofNullable(justes))
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo)
                    .map(dernier -> dernier.plus(fenetre))
                    .orElse(null);
        }

        /** Le budget réduit ne vaut que sous pression : il tombe avec elle, ou quand l'acteur y est revenu. */
        private Optional<Instant> parPression() {
            return pression()
                    .flatMap(presse ->
                            Optional.ofNullable(reduit).map(essai -> essai.isBefore(presse) ? essai : presse));
        }

        private Optional<Instant> pression() {
            return Stream.of(Optional.ofNullable(cible), Optional.ofNullable(adresse))
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo);
        }

        /** Essais que l'acteur pourra encore manquer si celui-ci l'est. */
        int restants(Budget budget) {
            return Math.max(0, (pression().isPresent() ? budget.reduit() : budget.parActeur()) - manques);
        }
    }

    /** La ligne à insérer ; {@code id} est rempli par la base. */
    final class EssaiAAjouter {
        long id;
        final String operation;
        final String compte;
        final byte[] cible;
        final String adresse;
        final Instant le;

        EssaiAAjouter(String operation, String compte, byte[] cible, String adresse, Instant le) {
            this.operation = operation;
            this.compte = compte;
            this.cible = cible;
            this.adresse = adresse;
            this.le = le;
        }
    }
}
