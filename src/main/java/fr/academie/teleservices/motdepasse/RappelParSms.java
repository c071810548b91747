package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.acces.Attente;
import fr.academie.teleservices.acces.PlafondDeSms;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.compte.Telephones;
import fr.academie.teleservices.socle.sms.EnvoiDeSms;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Ce qui part au portable de qui ne sait pas s'il a un compte : les identifiants des comptes qui le portent confirmé ; s'il est seulement connu d'un
 * établissement, qu'aucun compte activé ne l'a ; rien s'il est inconnu. Comme {@link ReponsesDOubli} pour une adresse mail.
 */
@Singleton
public final class RappelParSms {

    /** Un message par compte : une personne en a rarement plus, et un numéro ne reçoit pas sans fin. */
    private static final int COMPTES_AU_PLUS = 3;

    private final Telephones telephones;
    private final EnvoiDeSms sms;
    private final PlafondDeSms plafond;

    @Inject
    public RappelParSms(Telephones telephones, EnvoiDeSms sms, PlafondDeSms plafond) {
        this.telephones = telephones;
        this.sms = sms;
        this.plafond = plafond;
    }

    /** Vrai si l'académie envoie des SMS. */
    public boolean disponible() {
        return sms.disponible();
    }

    /** L'attente, si les SMS du jour sont épuisés pour tous ; ce numéro n'y est pour rien. */
    Optional<Attente> pleine() {
        return plafond.duService(PlafondDeSms.Demande.INCONNUE);
    }

    /** Répond à ce numéro, dans la transaction de l'appelant. */
    void rappeler(TelephonePortable numero) {
        List<Compte> comptes = telephones.confirmes(numero);
        if (comptes.isEmpty()) {
            telephones.jamaisActives(numero).stream().limit(1).forEach(connu -> deposer(connu, "compte.aucun", numero));
        } else {
            comptes.stream()
                    .limit(COMPTES_AU_PLUS)
                    .forEach(compte -> deposer(
                            compte,
                            "compte.rappel",
                            numero,
                            compte.identifiant().valeur()));
        }
    }

    private void deposer(Compte compte, String modele, TelephonePortable numero, Object... valeurs) {
        if (plafond.duNumero(numero.valeur()).isEmpty() && pleine().isEmpty()) {
            plafond.noter(PlafondDeSms.Demande.INCONNUE, numero.valeur());
            sms.deposerEn(compte.langue(), modele, numero.valeur(), ReponsesDOubli.VIE_DU_JETON, valeurs);
        }
    }
}
