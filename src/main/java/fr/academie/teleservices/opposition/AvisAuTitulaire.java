package fr.academie.teleservices.opposition;

import fr.academie.teleservices.opposition.NouvelleOpposition.Lien;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Jeton;
import fr.academie.teleservices.socle.web.AdresseDuService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * À quelles adresses un titulaire est sûrement joint, et les liens de 72 heures qu'on y envoie quand quelque chose change la main sur son
 * compte. L'acte écrit lui-même l'opposition, dans sa transaction, par le fragment {@code OppositionMapper.ouverture}.
 */
@Singleton
public final class AvisAuTitulaire {

    /** Le temps de s'opposer. Source : DOMAIN §4. */
    public static final Duration DELAI = Duration.ofDays(3);

    private final OppositionMapper oppositions;
    private final AdresseDuService service;
    private final AvisParSms parSms;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public AvisAuTitulaire(Transactions transactions, AdresseDuService service, AvisParSms parSms, Clock horloge) {
        this.oppositions = transactions.mapper(OppositionMapper.class);
        this.service = service;
        this.parSms = parSms;
        this.horloge = horloge;
    }

    /**
     * Les adresses confirmées du compte : la sienne, et celles d'avant tant qu'elles peuvent s'opposer à leur remplacement. Qui vient de
     * changer l'adresse n'est donc pas seul prévenu de ce qu'il fait ensuite. Vide si aucune.
     */
    public List<String> adressesSures(long compteId) {
        List<String> sures = new ArrayList<>();
        oppositions.adresses(compteId, horloge.instant()).stream()
                .filter(a -> a.confirmeLe() != null)
                .map(AdresseConnue::mail)
                .filter(mail -> sures.stream().noneMatch(mail::equalsIgnoreCase))
                .forEach(sures::add);
        return List.copyOf(sures);
    }

    /** Voir {@link AdresseConnue#pourUnLien}. */
    public Optional<String> adressePourUnLien(long compteId) {
        return AdresseConnue.pourUnLien(oppositions.adresses(compteId, horloge.instant()));
    }

    /**
     * Prévient aussi le titulaire à son portable confirmé, s'il en a un ; dans la transaction de l'appelant. Voir {@link AvisParSms}.
     *
     * @param quoi {@code sms.avis.<quoi>}
     */
    public void prevenirParSms(long compteId, String quoi) {
        parSms.prevenir(compteId, "avis." + quoi);
    }

    /** Un acte sur un compte, à annoncer à ces adresses. */
    public NouvelleOpposition preparer(Changement acte, long compteId, @Nullable String uai, List<String> adresses) {
        return preparer(acte, compteId, null, uai, null, liens(compteId, adresses));
    }

    /** Un acte sur deux comptes, à annoncer à ces liens : {@link #liens}. */
    public NouvelleOpposition preparer(Changement acte, long compteId, long autreId, UUID reference, List<Lien> liens) {
        return preparer(acte, compteId, autreId, null, reference, liens);
    }

    /** Un lien neuf pour chacune de ces adresses du compte. */
    public List<Lien> liens(long compteId, List<String> adresses) {
        return adresses.stream()
                .map(mail -> new Lien(compteId, mail, Jeton.tirer(hasard)))
                .toList();
    }

    /** L'adresse à mettre dans le courriel. */
    public String adresse(Lien lien) {
        return service.lien("/mail/opposition?jeton=" + lien.jeton().valeur());
    }

    /** Le titulaire vient de prouver qu'il tient encore une adresse sûre : il n'y a plus rien à défaire de cet acte. */
    public void clore(long compteId, Changement acte) {
        oppositions.clore(compteId, acte, Instant.EPOCH, horloge.instant());
    }

    /** Comme {@link #clore(long, Changement)}, de celles reçues depuis cet instant seulement. */
    public void clore(long compteId, Changement acte, Instant depuis) {
        oppositions.clore(compteId, acte, depuis, horloge.instant());
    }

    private NouvelleOpposition preparer(
            Changement acte,
            long compteId,
            @Nullable Long autreId,
            @Nullable String uai,
            @Nullable UUID reference,
            List<Lien> liens) {
        Instant le = horloge.instant();
        return new NouvelleOpposition(acte, compteId, autreId, uai, reference, le, le.plus(DELAI), liens);
    }
}
