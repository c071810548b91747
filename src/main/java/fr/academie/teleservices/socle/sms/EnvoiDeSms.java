package fr.academie.teleservices.socle.sms;

import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dépose un SMS dans la boîte de sortie, dans la transaction de ce qu'il annonce. */
@Singleton
public final class EnvoiDeSms {

    private final ModelesDeSms modeles;
    private final Transactions transactions;
    private final SmsMapper sms;
    private final boolean disponible;
    private final Clock horloge;

    @Inject
    public EnvoiDeSms(ModelesDeSms modeles, Transactions transactions, Reglages reglages, Clock horloge) {
        this.modeles = modeles;
        this.transactions = transactions;
        this.sms = transactions.mapper(SmsMapper.class);
        this.disponible = reglages.sms() != null;
        this.horloge = horloge;
    }

    /** Vrai si l'académie a une passerelle : sans elle, rien ne se propose qui passerait par un SMS. */
    public boolean disponible() {
        return disponible;
    }

    /**
     * Rédige selon le modèle (voir {@link ModelesDeSms}) et dépose ; sans effet si l'académie n'envoie pas de SMS.
     *
     * @param langue celle que garde le compte à qui l'on écrit, ou celle de la page d'où il demande ; nulle s'il n'en a pas choisi
     * @param numero au format E.164
     * @param vie combien de temps il sert encore de le remettre
     */
    public void deposerEn(@Nullable String langue, String modele, String numero, Duration vie, Object... valeurs) {
        if (!disponible) {
            return;
        }
        Instant le = horloge.instant();
        SmsADeposer depot = new SmsADeposer(modeles.redigerEn(langue, modele, numero, valeurs), le, le.plus(vie));
        transactions.executer(() -> {
            sms.deposer(List.of(depot));
        });
    }
}
