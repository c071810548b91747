package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.coordonnees.CoordonneesConfirmees;
import fr.academie.teleservices.coordonnees.CoordonneesReprises;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * L'adresse mail et le portable que gardera le compte qui reste : les siens, ou ceux, confirmés, d'un des comptes qui se ferment. D'un compte que
 * le titulaire n'a pas prouvé par son mot de passe choisi, la page n'en dit que ce qu'il faut pour les reconnaître.
 */
@Singleton
public final class ChoixDesCoordonnees {

    private final CoordonneesReprises coordonnees;

    @Inject
    public ChoixDesCoordonnees(CoordonneesReprises coordonnees) {
        this.coordonnees = coordonnees;
    }

    /**
     * Ce que la page offre de garder ; le premier de chaque liste est ce que le compte qui reste a déjà.
     *
     * @param confirmees de chaque compte du lot
     */
    Apercu.Coordonnees offertes(EtatDuLot etat, Map<Long, CoordonneesConfirmees> confirmees) {
        Compte reste = etat.principal();
        List<Apercu.Coordonnee> mails = new ArrayList<>();
        List<Apercu.Coordonnee> portables = new ArrayList<>();
        mails.add(new Apercu.Coordonnee(null, reste.mailLisible(), reste.identifiant()));
        portables.add(new Apercu.Coordonnee(null, lisible(reste.telephonePortable()), reste.identifiant()));
        for (EtatDuLot.Membre membre : etat.membres()) {
            boolean sien = etat.connecte(membre) || membre.demande().choisi();
            mail(etat, membre, confirmees)
                    .map(mail -> sien ? mail.lisible() : AdresseMail.masquee(mail.valeur()))
                    .ifPresent(texte -> mails.add(offerte(membre, texte)));
            portable(etat, membre, confirmees)
                    .map(portable -> sien ? portable.lisible() : TelephonePortable.masque(portable.valeur()))
                    .ifPresent(texte -> portables.add(offerte(membre, texte)));
        }
        return new Apercu.Coordonnees(mails, portables);
    }

    /**
     * Ce que chaque compte qui se ferme laisse à celui qui reste.
     *
     * @throws RegroupementRefuse COORDONNEE_IMPOSSIBLE si ce qui est à garder n'est pas de ce qui s'offre
     */
    Reprises reprises(Demandeur demandeur, EtatDuLot etat, CoordonneesGardees gardees) throws RegroupementRefuse {
        if (gardees.mail() != null) {
            Acte.CHANGER_D_ADRESSE_MAIL.exiger(demandeur);
        }
        if (gardees.portable() != null) {
            Acte.CHANGER_DE_TELEPHONE.exiger(demandeur);
        }
        Map<Long, CoordonneesConfirmees> confirmees =
                gardees.equals(CoordonneesGardees.SIENNES) ? Map.of() : coordonnees.confirmees(etat.comptes());
        return new Reprises(
                gardees,
                choisie(etat, gardees.mail(), membre -> mail(etat, membre, confirmees)),
                choisie(etat, gardees.portable(), membre -> portable(etat, membre, confirmees)));
    }

    /** Les écrit, une fois les comptes regroupés. */
    void reprendre(Demandeur demandeur, EtatDuLot etat, Reprises reprises) {
        AdresseMail mail = reprises.mail();
        if (mail != null) {
            Compte ferme = etat.membres().stream()
                    .filter(m -> m.demande().jeton().equals(reprises.gardees().mail()))
                    .findFirst()
                    .orElseThrow()
                    .compte();
            coordonnees.reprendre(etat.principal(), ferme, mail, demandeur.auteur());
        }
        if (reprises.portable() != null) {
            coordonnees.reprendre(etat.principal(), reprises.portable(), demandeur.auteur());
        }
    }

    /**
     * Ce qui change de compte.
     *
     * @param mail nulle si le compte qui reste garde la sienne
     * @param portable nul s'il garde le sien
     */
    record Reprises(
            CoordonneesGardees gardees,
            @Nullable AdresseMail mail,
            @Nullable TelephonePortable portable) {

        /** Celle du regroupement de cette demande. */
        Reprise de(UUID jeton) {
            return new Reprise(
                    mail != null && jeton.equals(gardees.mail()) ? mail.valeur() : null,
                    portable != null && jeton.equals(gardees.portable()) ? portable.valeur() : null);
        }
    }

    private static <T> @Nullable T choisie(
            EtatDuLot etat, @Nullable UUID jeton, Function<EtatDuLot.Membre, Optional<T>> offerte)
            throws RegroupementRefuse {
        if (jeton == null) {
            return null;
        }
        return etat.membres().stream()
                .filter(membre -> membre.demande().jeton().equals(jeton))
                .findFirst()
                .flatMap(offerte)
                .orElseThrow(() -> new RegroupementRefuse(RefusRegroupement.COORDONNEE_IMPOSSIBLE));
    }

    private static Optional<AdresseMail> mail(
            EtatDuLot etat, EtatDuLot.Membre membre, Map<Long, CoordonneesConfirmees> confirmees) {
        Compte reste = etat.principal();
        return de(membre.compte(), confirmees)
                .mail()
                .filter(mail -> reste.mail() == null
                        || !mail.estLaMemeQue(reste.mail())
                        || de(reste, confirmees).mail().isEmpty());
    }

    private static Optional<TelephonePortable> portable(
            EtatDuLot etat, EtatDuLot.Membre membre, Map<Long, CoordonneesConfirmees> confirmees) {
        Optional<TelephonePortable> sien = de(etat.principal(), confirmees).portable();
        return de(membre.compte(), confirmees)
                .portable()
                .filter(portable -> sien.filter(portable::equals).isEmpty());
    }

    private static CoordonneesConfirmees de(Compte compte, Map<Long, CoordonneesConfirmees> confirmees) {
        return Objects.requireNonNull(confirmees.get(compte.id()));
    }

    private static Apercu.Coordonnee offerte(EtatDuLot.Membre membre, String texte) {
        return new Apercu.Coordonnee(
                membre.demande().jeton(), texte, membre.compte().identifiant());
    }

    private static @Nullable String lisible(@Nullable String portable) {
        return portable == null ? null : TelephonePortable.lisible(portable);
    }
}
