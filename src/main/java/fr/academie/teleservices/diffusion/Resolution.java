package fr.academie.teleservices.diffusion;

import fr.academie.teleservices.socle.config.ReglagesDeDiffusion.Abonne;
import fr.academie.teleservices.socle.tache.Delais;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Les adresses d'un abonné, cherchées une fois et vérifiées : la liaison se fait à celles-là mêmes, un nom ne peut pas désigner autre
 * chose entre la vérification et elle. Une seule qui n'est pas admise les refuse toutes.
 */
final class Resolution implements DnsResolver {

    /** Cherche un nom ; le système le fait sans que l'on puisse l'interrompre. */
    @FunctionalInterface
    interface Annuaire {
        InetAddress[] chercher(String hote) throws UnknownHostException;
    }

    /** L'hôte existe, et n'est pas là où on peut aller. */
    static final class AdresseRefusee extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        AdresseRefusee(String hote) {
            super(hote);
        }
    }

    private final Abonne abonne;
    private final Annuaire annuaire;
    private final Delais delais;
    private final Duration delai;

    Resolution(Abonne abonne, Annuaire annuaire, Delais delais, Duration delai) {
        this.abonne = abonne;
        this.annuaire = annuaire;
        this.delais = delais;
        this.delai = delai;
    }

    @Override
    public InetAddress[] resolve(String hote) throws UnknownHostException {
        InetAddress[] adresses = chercher(hote);
        for (InetAddress adresse : adresses) {
            if (!admise(adresse)) {
                throw new AdresseRefusee(hote);
            }
        }
        return adresses;
    }

    @Override
    public String resolveCanonicalHostname(String hote) {
        return hote;
    }

    /** En clair, cette machine seulement ; sinon tout Internet, et ce que les réglages déclarent du réseau interne. */
    private boolean admise(InetAddress adresse) {
        boolean declaree = abonne.adressesPrivees().contains(adresse);
        return "https".equals(abonne.adresse().getScheme())
                ? declaree || AdressesPubliques.contient(adresse)
                : declaree && adresse.isLoopbackAddress();
    }

    private InetAddress[] chercher(String hote) throws UnknownHostException {
        try {
            return delais.auPlus(delai, () -> annuaire.chercher(hote));
        } catch (ExecutionException | TimeoutException e) {
            UnknownHostException inconnu = new UnknownHostException(hote);
            inconnu.initCause(e);
            throw inconnu;
        }
    }
}
