package fr.academie.teleservices.courrier;

import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Empreinte;
import fr.academie.teleservices.socle.securite.Jeton;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Le secret de 256 bits du code à scanner d'un courrier : il ouvre ce qu'ouvre son mot de passe, et meurt avec lui (choisi, refait, expiré,
 * compte fermé). La base n'en a que l'empreinte. Il sert une fois.
 */
@Singleton
public final class CodesDeCourrier {

    private final CodeMapper codes;
    private final Transactions transactions;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public CodesDeCourrier(Transactions transactions, Clock horloge) {
        this.codes = transactions.mapper(CodeMapper.class);
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /**
     * Un code reconnu.
     *
     * @param uai l'établissement qui a fait le courrier
     * @param serviLe quand un navigateur l'a présenté ; nul s'il peut encore servir
     */
    public record CodeReconnu(
            String empreinte,
            long responsableId,
            String uai,
            @Nullable Instant serviLe) {}

    /** Tire le code d'un courrier, dans la transaction qui pose son mot de passe {@code empreinte}. */
    String tirer(long responsableId, String uai, String empreinte, Instant le, Instant expireLe) {
        Jeton code = Jeton.tirer(hasard);
        codes.ajouter(
                code.empreinte(),
                responsableId,
                uai,
                HexFormat.of().formatHex(Empreinte.sha256(empreinte)),
                le,
                expireLe);
        return code.valeur();
    }

    /** Le code que désigne ce texte, servi ou non, s'il est encore celui du mot de passe du compte ; vide sinon. */
    public Optional<CodeReconnu> reconnaitre(String texte) {
        return Optional.ofNullable(codes.reconnaitre(new Jeton(texte).empreinte(), horloge.instant()));
    }

    /** Use ce code, dans la transaction de ce qu'il ouvre ; faux si un autre navigateur l'a pris avant. */
    public boolean servir(CodeReconnu code) {
        return codes.servir(code.empreinte(), horloge.instant()) == 1;
    }

    /** Efface les codes expirés avant {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> codes.purger(avant));
    }
}
