package fr.academie.teleservices.acces;

import fr.academie.teleservices.acces.EssaiMapper.Envois;
import fr.academie.teleservices.acces.EssaiMapper.EssaiAAjouter;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.ReglagesSms;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Empreinte;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Les SMS d'un jour : chacun se paie, et un téléphone qui sonne sans cesse est une gêne.
 *
 * <p>Un numéro n'en reçoit que {@value #PAR_NUMERO} ; le service n'en envoie que {@code sms.par_jour}, dont la moitié au plus à la demande de
 * gens que rien n'identifie : ils ne peuvent pas priver de leurs codes ceux qui sont connectés.
 */
@Singleton
public final class PlafondDeSms {

    /** SMS qu'un numéro reçoit en un jour. */
    public static final int PAR_NUMERO = 5;

    private static final Duration JOUR = Duration.ofDays(1);

    private final EssaiMapper essais;
    private final Transactions transactions;
    private final int parJour;
    private final Clock horloge;

    @Inject
    public PlafondDeSms(Transactions transactions, Reglages reglages, Clock horloge) {
        this.essais = transactions.mapper(EssaiMapper.class);
        this.transactions = transactions;
        ReglagesSms sms = reglages.sms();
        this.parJour = sms == null ? 0 : sms.parJour();
        this.horloge = horloge;
    }

    /** Qui fait partir un SMS. */
    public enum Demande {
        /** Quelqu'un de connecté, ou le service pour le titulaire d'un compte. */
        CONNUE("SMS"),
        /** Quelqu'un que rien n'identifie. */
        INCONNUE("SMS_INCONNU");

        private final String operation;

        Demande(String operation) {
            this.operation = operation;
        }
    }

    /** L'attente à dire si le service a assez envoyé pour de telles demandes ; vide sinon. Ne tient pas au numéro. */
    public Optional<Attente> duService(Demande demande) {
        Instant depuis = horloge.instant().minus(JOUR);
        List<String> toutes = Stream.of(Demande.values()).map(d -> d.operation).toList();
        boolean plein = essais.depuis(toutes, depuis) >= parJour
                || (demande == Demande.INCONNUE
                        && essais.depuis(List.of(Demande.INCONNUE.operation), depuis) >= (parJour + 1) / 2);
        return plein ? Optional.of(attente(essais.premier(toutes, depuis))) : Optional.empty();
    }

    /** L'attente à dire si ce numéro a assez reçu ; vide sinon. */
    public Optional<Attente> duNumero(String numero) {
        Instant depuis = horloge.instant().minus(JOUR);
        List<Envois> envois = Stream.of(Demande.values())
                .map(d -> essais.envois(d.operation, Empreinte.sha256(numero), "", depuis))
                .toList();
        if (envois.stream().mapToInt(Envois::nombre).sum() < PAR_NUMERO) {
            return Optional.empty();
        }
        return Optional.of(attente(envois.stream()
                .map(Envois::premier)
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(null)));
    }

    /** Note un envoi, dans la transaction de l'appelant. */
    public void noter(Demande demande, String numero) {
        transactions.executer(() -> {
            essais.ajouter(new EssaiAAjouter(demande.operation, "", Empreinte.sha256(numero), "", horloge.instant()));
        });
    }

    private Attente attente(@Nullable Instant premier) {
        Instant maintenant = horloge.instant();
        return Attente.jusqua(Attente.Motif.DEMANDES, premier == null ? maintenant : premier.plus(JOUR), maintenant);
    }
}
