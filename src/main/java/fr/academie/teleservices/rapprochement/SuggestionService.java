package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.rapprochement.SuggestionMapper.Indice;
import fr.academie.teleservices.rapprochement.SuggestionMapper.Nature;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Dit à un responsable qu'un autre compte est peut-être à lui : même identité (DOMAIN §5) et même adresse mail, que lui a confirmée ; ou les
 * mêmes quatre données, dites par des établissements, sur deux comptes activés que le rapprochement laisse à leur titulaire.
 *
 * <p>L'autre compte n'a souvent jamais servi : son adresse vient de l'établissement, et n'est pas confirmée. Rien de lui n'est montré,
 * ni identifiant, ni enfant, ni établissement ; le regrouper demande son mot de passe, comme toujours.
 */
@Singleton
public final class SuggestionService {

    /** Une adresse de secrétariat, écrite pour des centaines de comptes, ne se lit pas en entier à chaque page. */
    private static final int CANDIDATS_AU_PLUS = 50;

    private final Transactions transactions;
    private final SuggestionMapper suggestions;
    private final CalculDuRapprochement calcul;
    private final Clock horloge;

    @Inject
    public SuggestionService(CalculDuRapprochement calcul, Transactions transactions, Clock horloge) {
        this.transactions = transactions;
        this.suggestions = transactions.mapper(SuggestionMapper.class);
        this.calcul = calcul;
        this.horloge = horloge;
    }

    /** Vrai s'il y a au moins un compte à suggérer au demandeur, et que sa session y peut répondre. */
    public boolean existe(Demandeur demandeur) {
        return Acte.REPONDRE_A_UNE_SUGGESTION.admet(demandeur.niveau())
                && !autres(demandeur.responsableId()).isEmpty();
    }

    /** Ne suggère plus au demandeur les comptes d'aujourd'hui ; sans effet s'il n'y en a pas. */
    public void ecarter(Demandeur demandeur) {
        Acte.REPONDRE_A_UNE_SUGGESTION.exiger(demandeur);
        Instant le = horloge.instant();
        transactions.executer(() -> {
            List<Long> autres = autres(demandeur.responsableId());
            if (!autres.isEmpty()) {
                suggestions.ecarter(demandeur.responsableId(), autres, le);
            }
        });
    }

    private List<Long> autres(long compteId) {
        List<Indice> indices = suggestions.indices(compteId, CANDIDATS_AU_PLUS);
        Stream<Long> deMemeMail = parmi(indices, Nature.SIEN)
                .flatMap(sien -> parmi(indices, Nature.MEME_MAIL)
                        .filter(autre ->
                                sien.identite().comparer(autre.identite()).isPresent()))
                .map(Indice::id);
        // Presque toujours, personne d'autre n'a les mêmes données : il n'y a alors rien à juger.
        Stream<Long> laisses =
                parmi(indices, Nature.MEMES_DONNEES).flatMap(indice -> calcul.laissesAuTitulaire(compteId).stream());
        return Stream.concat(deMemeMail, laisses).distinct().toList();
    }

    private static Stream<Indice> parmi(List<Indice> indices, Nature nature) {
        return indices.stream().filter(indice -> indice.nature() == nature);
    }
}
