package fr.academie.teleservices.acces;

import fr.academie.teleservices.acces.Attente.Motif;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ce que la garde compte à part, et ses budgets.
 *
 * <p>Trois débits en mémoire, propres à chaque serveur, arrêtent un flot avant la file, le calcul et la base : celui d'un acteur, celui
 * d'une adresse (assez large pour une salle d'école ou le partage d'adresse d'un opérateur), celui de tous. Une preuve a de plus un
 * compte en base, partagé par les serveurs : {@link LimiteurDEssais}.
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // Des records de durées et d'entiers : immuables, sans que l'annotation soit de nos
// bibliothèques.
public enum Operation {
    /** L'étape 1 d'un regroupement. */
    REGROUPEMENT(Motif.ESSAIS, Preuve.REGLEE, DebitsParQui.DE_PREUVE),
    /** Le mot de passe actuel, dans PROFIL. */
    MOT_DE_PASSE(Motif.ESSAIS, Preuve.REGLEE, DebitsParQui.DE_PREUVE),
    /** Le code envoyé à qui est entré par un courrier : chaque envoi compte. */
    PREUVE_ENVOI(Motif.DEMANDES, Preuve.REGLEE, DebitsParQui.DE_PREUVE),
    /** Le mot de passe du courrier d'un autre établissement. */
    PREUVE_LETTRE(Motif.ESSAIS, Preuve.REGLEE, DebitsParQui.DE_PREUVE),
    /** Le code ou le mot de passe d'un courrier, donné sans session : l'acteur est une adresse qui essaie un identifiant. */
    PORTE(Motif.ESSAIS, Preuve.REGLEE, DebitsParQui.DE_PREUVE),
    /** L'envoi d'un code à une adresse mail : chaque envoi compte. */
    MAIL_ENVOI(Motif.DEMANDES, Preuve.REGLEE, DebitsParQui.DE_PREUVE),
    /** Le code reçu à une adresse mail : d'un code à l'autre, ce qu'on peut deviner en un jour reste une chance sur 66 000. */
    MAIL_CODE(Motif.ESSAIS, new Preuve(Duration.ofDays(1), 15), DebitsParQui.DE_PREUVE),
    /** L'envoi d'un code par SMS : chaque envoi compte, et se paie. */
    SMS_ENVOI(Motif.DEMANDES, Preuve.REGLEE, DebitsParQui.DE_PREUVE),
    /** Le code reçu par SMS, comme {@link #MAIL_CODE}. */
    SMS_CODE(Motif.ESSAIS, new Preuve(Duration.ofDays(1), 15), DebitsParQui.DE_PREUVE),
    /** Le code envoyé où un établissement joint le titulaire d'un autre compte : chaque demande compte, qu'il parte ou non. */
    ENFANT_ENVOI(Motif.DEMANDES, Preuve.REGLEE, DebitsParQui.DE_PREUVE),
    /** Ce code, comme {@link #MAIL_CODE}. */
    ENFANT_CODE(Motif.ESSAIS, new Preuve(Duration.ofDays(1), 15), DebitsParQui.DE_PREUVE),
    /** « identifiant oublié ? », « mot de passe oublié ? » : l'acteur est une adresse qui redemande la même chose. */
    OUBLI(
            Motif.DEMANDES,
            null,
            new DebitsParQui(
                    new Debit(5, Duration.ofMinutes(10)), Debit.parSeconde(60, 1), Debit.parSeconde(5000, 50))),
    /** « Je n'ai pas de compte » : l'acteur est une adresse qui redemande le même numéro. */
    SANS_COMPTE(
            Motif.DEMANDES,
            null,
            new DebitsParQui(
                    new Debit(3, Duration.ofMinutes(10)), Debit.parSeconde(60, 1), Debit.parSeconde(1000, 10))),
    /** Le code, puis les réponses, de qui n'a pas de compte : chacun coûte un calcul ; l'acteur est la demande. */
    REPONDRE(Motif.DEMANDES, null, DebitsParQui.DE_PREUVE),
    /** L'entrée : le retour du CAS, dont chaque ticket lui est demandé, et ce qu'envoie qui n'a pas de session. */
    ENTREE(Motif.AFFLUENCE, null, DebitsParQui.PUBLICS),
    /** Les pages qu'un lien reçu ouvre : chacune interroge la base. */
    LIEN(Motif.AFFLUENCE, null, DebitsParQui.PUBLICS),
    /** Le courrier qu'un agent fait : un calcul, une lettre, un mot de passe perdu. */
    COURRIER(Motif.DEMANDES, null, DebitsParQui.DU_BUREAU);

    /** Une preuve juste est comptée sous ce nom-là. */
    private static final String JUSTE = "_JUSTE";

    private final Motif motif;
    private final @Nullable Preuve preuve;
    private final DebitsParQui debits;

    Operation(Motif motif, @Nullable Preuve preuve, DebitsParQui debits) {
        this.motif = motif;
        this.preuve = preuve;
        this.debits = debits;
    }

    /**
     * Ce qu'un acteur peut manquer.
     *
     * @param fenetre sur quelle durée ; nulle, avec {@code parActeur} 0 : les réglages {@code preuve.*}
     */
    record Preuve(@Nullable Duration fenetre, int parActeur) {
        static final Preuve REGLEE = new Preuve(null, 0);
    }

    /** Les débits d'un acteur, d'une adresse et de tous. */
    record DebitsParQui(Debit acteur, Debit adresse, Debit tous) {
        static final DebitsParQui DE_PREUVE =
                new DebitsParQui(Debit.parSeconde(20, 1), Debit.parSeconde(300, 5), Debit.parSeconde(1000, 50));
        static final DebitsParQui PUBLICS =
                new DebitsParQui(Debit.parSeconde(300, 10), Debit.parSeconde(300, 10), Debit.parSeconde(6000, 200));
        static final DebitsParQui DU_BUREAU =
                new DebitsParQui(Debit.parSeconde(60, 1), Debit.parSeconde(300, 5), Debit.parSeconde(1000, 50));
    }

    Motif motif() {
        return motif;
    }

    @Nullable
    Preuve preuve() {
        return preuve;
    }

    DebitsParQui debits() {
        return debits;
    }

    String nomDesJustes() {
        return name() + JUSTE;
    }
}
