package fr.academie.teleservices.socle.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Les adresses de réseau qu'un texte écrit : celles d'une machine, celles d'un site. Aucun nom n'est résolu. */
public final class AdresseLue {

    /** Une adresse IPv4, ou ce qui ne peut être qu'une adresse IPv6 : Java résoudrait comme un nom ce qui n'en a pas la forme. */
    private static final Pattern IP =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private AdresseLue() {}

    /** L'adresse IP que ce texte écrit en chiffres ; vide s'il n'en écrit pas une. */
    public static Optional<InetAddress> ip(String texte) {
        if (!IP.matcher(texte).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(texte));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** L'adresse http ou https, avec un hôte et sans identité ; {@link IllegalArgumentException} si le texte n'en est pas une. */
    static URI web(String valeur) {
        try {
            URI adresse = new URI(valeur);
            boolean web = "http".equals(adresse.getScheme()) || "https".equals(adresse.getScheme());
            if (!web || adresse.getHost() == null || adresse.getUserInfo() != null) {
                throw new IllegalArgumentException(valeur);
            }
            return adresse;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(valeur, e);
        }
    }
}
