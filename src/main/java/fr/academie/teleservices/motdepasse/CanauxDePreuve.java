package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.PlafondDeSms;
import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.Portee;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.compte.TelephoneConfirme;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.compte.Telephones;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.sms.EnvoiDeSms;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Par où joindre sûrement le titulaire d'un compte qu'un courrier a ouvert : ce qu'il avait confirmé avant ce courrier.
 *
 * <p>Un portable ne s'ajoute sans opposition possible qu'à lui-même : il ne prouve qu'au bout des 72 heures pendant lesquelles les adresses
 * prévenues de son ajout ont pu réagir.
 */
@Singleton
public final class CanauxDePreuve {

    private final CompteService comptes;
    private final PorteeService portees;
    private final Telephones telephones;
    private final EnvoiDeCourriels courriels;
    private final EnvoiDeSms sms;
    private final PlafondDeSms plafond;
    private final Clock horloge;

    @Inject
    public CanauxDePreuve(
            CompteService comptes,
            PorteeService portees,
            Telephones telephones,
            EnvoiDeCourriels courriels,
            EnvoiDeSms sms,
            PlafondDeSms plafond,
            Clock horloge) {
        this.comptes = comptes;
        this.portees = portees;
        this.telephones = telephones;
        this.courriels = courriels;
        this.sms = sms;
        this.plafond = plafond;
        this.horloge = horloge;
    }

    /** Par où un code part. */
    public enum Canal {
        MAIL,
        TELEPHONE
    }

    /** Où un code peut aller, assez masqué pour ne rien apprendre à qui ne le connaît pas. */
    public record Destination(Canal canal, String masquee) {}

    /** Où un code peut aller, l'adresse mail d'abord ; vide si rien n'était confirmé avant le courrier. */
    List<Destination> destinations(Demandeur demandeur) {
        return Stream.of(Canal.values())
                .flatMap(canal -> adresse(demandeur, canal)
                        .map(adresse -> new Destination(
                                canal,
                                canal == Canal.MAIL ? AdresseMail.masquee(adresse) : TelephonePortable.masque(adresse)))
                        .stream())
                .toList();
    }

    /** L'adresse mail, ou le portable, que le titulaire avait confirmé avant le courrier ; vide si aucun. */
    Optional<String> adresse(Demandeur demandeur, Canal canal) {
        Portee portee = portees.courante(demandeur.responsableId()).orElse(null);
        if (portee == null) {
            return Optional.empty();
        }
        return switch (canal) {
            case MAIL ->
                comptes.mailConfirmeLe(demandeur.responsableId())
                        .filter(le -> le.isBefore(portee.depuis()))
                        .flatMap(le -> comptes.parId(demandeur.responsableId()))
                        .map(Compte::mail);
            case TELEPHONE ->
                telephones
                        .confirme(demandeur.responsableId())
                        .filter(confirme -> sms.disponible() && prouve(confirme, portee))
                        .map(TelephoneConfirme::numero);
        };
    }

    private boolean prouve(TelephoneConfirme confirme, Portee portee) {
        Instant sur = confirme.le().plus(AvisAuTitulaire.DELAI);
        return confirme.le().isBefore(portee.depuis()) && !sur.isAfter(horloge.instant());
    }

    /** Lève TROP_D_ESSAIS si un SMS de plus n'est pas permis ce jour ; sans effet pour un courriel. */
    void exigerLePlafond(Canal canal, String adresse) throws PreuveRefusee {
        if (canal == Canal.TELEPHONE) {
            var pleine = plafond.duNumero(adresse).or(() -> plafond.duService(PlafondDeSms.Demande.CONNUE));
            if (pleine.isPresent()) {
                throw PreuveRefusee.attendre(pleine.get());
            }
        }
    }

    /** Dépose le message qui porte ce code, dans la transaction de l'appelant. */
    void deposer(Canal canal, String adresse, Compte compte, String code, Duration vie) {
        switch (canal) {
            case MAIL ->
                courriels.deposerEn(
                        compte.langue(),
                        "preuve.code",
                        adresse,
                        compte.identite().nomCourant(),
                        compte.identifiant().valeur(),
                        code,
                        vie.toMinutes());
            case TELEPHONE -> {
                plafond.noter(PlafondDeSms.Demande.CONNUE, adresse);
                sms.deposerEn(compte.langue(), "preuve.code", adresse, vie, code, vie.toMinutes());
            }
        }
    }
}
