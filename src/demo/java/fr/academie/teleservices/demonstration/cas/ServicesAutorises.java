package fr.academie.teleservices.demonstration.cas;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Les services auxquels ce CAS remet des tickets : même schéma, même hôte, même port, chemin sous un préfixe. */
final class ServicesAutorises {

    private final List<URI> prefixes;

    /** @param prefixes adresses complètes ; chacune est prise comme un dossier */
    ServicesAutorises(List<String> prefixes) {
        this.prefixes = prefixes.stream()
                .map(p -> URI.create(p.endsWith("/") ? p : p + "/"))
                .toList();
    }

    /** Vrai si l'adresse est complète, sans utilisateur ni fragment, et sous un préfixe une fois les détours défaits. */
    boolean admet(@Nullable String service) {
        if (service == null) {
            return false;
        }
        try {
            URI adresse = new URI(service);
            String chemin = adresse.getPath();
            return adresse.getHost() != null
                    && adresse.getUserInfo() == null
                    && adresse.getFragment() == null
                    && chemin != null
                    && !chemin.contains("/..")
                    && !chemin.contains("\\")
                    && prefixes.stream().anyMatch(p -> memeOrigine(p, adresse) && chemin.startsWith(p.getPath()));
        } catch (URISyntaxException illisible) {
            return false;
        }
    }

    private static boolean memeOrigine(URI prefixe, URI adresse) {
        return Objects.equals(prefixe.getScheme(), adresse.getScheme())
                && prefixe.getHost().equalsIgnoreCase(adresse.getHost())
                && prefixe.getPort() == adresse.getPort();
    }

    /** Les origines des préfixes, séparées par des espaces. */
    String origines() {
        return prefixes.stream()
                .map(p -> p.getScheme() + "://" + p.getRawAuthority())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
