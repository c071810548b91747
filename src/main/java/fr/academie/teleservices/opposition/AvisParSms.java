package fr.academie.teleservices.opposition;

import fr.academie.teleservices.acces.PlafondDeSms;
import fr.academie.teleservices.compte.Telephones;
import fr.academie.teleservices.socle.sms.EnvoiDeSms;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prévient le titulaire par SMS, à son portable confirmé, de ce qui change la main sur son compte. Un SMS ne porte pas de lien, et ne défait
 * donc rien : il s'ajoute aux courriels, qui seuls ouvrent le délai d'opposition.
 */
@Singleton
public final class AvisParSms {

    private static final Logger LOG = LoggerFactory.getLogger(AvisParSms.class);
    private static final Duration VIE = Duration.ofDays(1);

    private final Telephones telephones;
    private final PlafondDeSms plafond;
    private final EnvoiDeSms sms;

    @Inject
    public AvisParSms(Telephones telephones, PlafondDeSms plafond, EnvoiDeSms sms) {
        this.telephones = telephones;
        this.plafond = plafond;
        this.sms = sms;
    }

    /**
     * Dans la transaction de l'appelant ; sans effet si le compte n'a pas de portable confirmé, ou si la journée en a assez envoyé.
     *
     * @param modele {@code sms.<modele>}
     */
    public void prevenir(long compteId, String modele) {
        if (!sms.disponible()) {
            return;
        }
        telephones.confirme(compteId).ifPresent(telephone -> {
            if (plafond.duNumero(telephone.numero()).isPresent()
                    || plafond.duService(PlafondDeSms.Demande.CONNUE).isPresent()) {
                LOG.warn(
                        "Un avis par SMS au titulaire du compte {} ne part pas : assez sont partis ce jour.", compteId);
                return;
            }
            plafond.noter(PlafondDeSms.Demande.CONNUE, telephone.numero());
            sms.deposerEn(telephone.langue(), modele, telephone.numero(), VIE);
        });
    }
}
