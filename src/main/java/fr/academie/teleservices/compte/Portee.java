package fr.academie.teleservices.compte;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'ouvre un courrier : les élèves de l'établissement qui l'a fait, et rien d'autre du compte. Source : DOMAIN §4.
 *
 * @param uai l'établissement qui a fait le courrier
 * @param depuis quand il l'a fait
 * @param titulaire vrai si le compte servait déjà : il a un titulaire, que le courrier ne prouve pas
 * @param avisee vrai si chaque adresse confirmée du compte a été prévenue
 * @param opposeeLe quand le titulaire s'y est opposé ; nul s'il ne l'a pas fait
 * @param ailleurs vrai si le compte a, ou a eu, un élève d'un autre établissement
 * @param absorbe vrai si un autre compte lui a été regroupé
 */
public record Portee(
        String uai,
        Instant depuis,
        boolean titulaire,
        boolean avisee,
        @Nullable Instant opposeeLe,
        boolean ailleurs,
        boolean absorbe) {

    /** Le temps laissé au titulaire pour s'opposer. */
    public static final Duration DELAI = Duration.ofDays(3);

    /**
     * Quand elle tombe d'elle-même, si personne ne s'y oppose : {@link #DELAI} après l'avis aux adresses confirmées. Vide si personne n'a
     * pu être prévenu et que d'autres établissements y perdraient, ou si le titulaire s'est opposé.
     */
    public Optional<Instant> echeance() {
        return opposeeLe == null && (avisee || !ailleurs) ? Optional.of(depuis.plus(DELAI)) : Optional.empty();
    }

    /** Vrai si la session que ce courrier ouvre est limitée : le compte tient plus que ce que l'établissement en sait. */
    public boolean limite(Instant maintenant) {
        return (titulaire || ailleurs || absorbe) && !tombee(maintenant);
    }

    /** Vrai si ce courrier, pris pour preuve d'un compte à regrouper, en livrerait des élèves que son établissement ne connaît pas. */
    public boolean deborde(Instant maintenant) {
        return (ailleurs || absorbe) && !tombee(maintenant);
    }

    private boolean tombee(Instant maintenant) {
        return echeance().filter(fin -> !maintenant.isBefore(fin)).isPresent();
    }
}
