package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * La portée des mots de passe venus d'un courrier. Un mot de passe choisi dans une session limitée en hérite ; choisi librement, il n'en a
 * pas, et les courriers d'avant ne prouvent plus rien.
 */
@Singleton
public final class PorteeService {

    private final PorteeMapper portees;
    private final HachageService hachage;
    private final Transactions transactions;
    private final Clock horloge;

    @Inject
    public PorteeService(Transactions transactions, HachageService hachage, Clock horloge) {
        this.portees = transactions.mapper(PorteeMapper.class);
        this.hachage = hachage;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /**
     * Un courrier qui vient d'être fait.
     *
     * @param par l'agent qui l'a fait
     * @param avisee vrai si chaque adresse confirmée du compte en est prévenue
     */
    public record Courrier(String uai, String par, Instant le, Instant expireLe, boolean avisee) {}

    /** La portée du mot de passe d'à présent ; vide s'il a été choisi librement. */
    public Optional<Portee> courante(long responsableId) {
        return Optional.ofNullable(portees.courante(responsableId)).map(PorteeDUnCompte::portee);
    }

    /** Le mot de passe du compte est désormais celui de ce courrier ; dans la transaction de l'appelant, compte verrouillé. */
    public void poser(Compte compte, Courrier courrier, String empreinte) {
        portees.quitter(compte.id());
        portees.poser(compte.id(), courrier, compte.etat() == EtatCompte.ACTIF, empreinte);
    }

    /** Le titulaire s'est prouvé, ou a choisi librement son mot de passe ; dans la transaction de l'appelant. */
    public void lever(long responsableId) {
        portees.lever(responsableId);
    }

    /** Le titulaire s'oppose au dernier courrier : sa portée ne tombera plus d'elle-même ; sans effet s'il n'y en a pas. */
    public void opposer(long responsableId) {
        portees.opposer(responsableId, horloge.instant());
    }

    /**
     * Vrai si c'est le mot de passe du courrier, encore valable, d'un autre établissement que celui de la portée d'à présent. Deux
     * courriers faits par le même agent ne font pas deux preuves.
     *
     * @throws ServiceSature si la file des calculs est pleine
     */
    public boolean prouveParUnAutre(long responsableId, String motDePasseSaisi) {
        String motDePasse = MotDePasseProvisoire.lire(motDePasseSaisi)
                .map(MotDePasseProvisoire::valeur)
                .orElseGet(() -> Identifiant.sansBlancs(motDePasseSaisi));
        return hachage.verifierParmi(motDePasse, portees.empreintesDesAutres(responsableId, horloge.instant()));
    }

    /** Lève les portées faites avant {@code avant}, auxquelles personne ne s'est opposé ; rend leur nombre. */
    public int tomber(Instant avant) {
        return transactions.executer(() -> portees.tomber(avant));
    }

    /** Efface les courriers périmés avant {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> portees.purger(avant));
    }
}
