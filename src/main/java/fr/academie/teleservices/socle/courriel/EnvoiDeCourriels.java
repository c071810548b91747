package fr.academie.teleservices.socle.courriel;

import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dépose un courriel dans la boîte de sortie, dans la transaction de ce qu'il annonce. */
@Singleton
public final class EnvoiDeCourriels {

    private static final Logger LOG = LoggerFactory.getLogger(EnvoiDeCourriels.class);

    private final ModelesDeCourriel modeles;
    private final Transactions transactions;
    private final CourrielMapper courriels;
    private final Clock horloge;

    @Inject
    public EnvoiDeCourriels(ModelesDeCourriel modeles, Transactions transactions, Clock horloge) {
        this.modeles = modeles;
        this.transactions = transactions;
        this.courriels = transactions.mapper(CourrielMapper.class);
        this.horloge = horloge;
    }

    /** Comme {@link #deposerEn}, dans la première langue du service : pour une école. */
    public void deposer(String modele, String destinataire, Object... valeurs) {
        deposerEn(null, modele, destinataire, valeurs);
    }

    /**
     * Rédige selon le modèle (voir {@link ModelesDeCourriel}) et dépose ; sans effet, sinon une trace, si l'adresse n'en est pas une.
     *
     * @param langue celle que garde le compte à qui l'on écrit ; nulle s'il n'en a pas choisi
     */
    public void deposerEn(@Nullable String langue, String modele, String destinataire, Object... valeurs) {
        if (!Courriel.peutAllerA(destinataire)) {
            LOG.warn("Un courriel « {} » n'est pas déposé : l'adresse connue n'en est pas une.", modele);
            return;
        }
        Courriel courriel = modeles.redigerEn(langue, modele, destinataire, valeurs);
        transactions.executer(() -> {
            courriels.deposer(List.of(new CourrielADeposer(courriel, horloge.instant())));
        });
    }
}
