package fr.academie.teleservices.acces;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** D'où vient une demande, pour compter ensemble celles d'un même abonné. */
public final class Reseau {

    private static final int OCTETS_DU_PREFIXE = 8;

    private Reseau() {}

    /** L'adresse sans ce qui désigne la machine : {@code 192.0.2.…}, ou le réseau /64 en IPv6. */
    static String abrege(String adresse) {
        String reseau = de(adresse);
        int point = reseau.lastIndexOf('.');
        return point < 0 ? reseau : reseau.substring(0, point + 1) + "…";
    }

    /**
     * L'adresse IPv4 même ; le réseau /64 d'une adresse IPv6, quelle que soit son écriture : un abonné en change à volonté dans le
     * sien. Ce qui n'est pas une adresse reste tel quel.
     */
    public static String de(String adresse) {
        if (!adresse.contains(":")) {
            return adresse;
        }
        try {
            // Deux-points : jamais un nom, donc jamais une question à un serveur de noms.
            InetAddress lue = InetAddress.getByName(adresse);
            return lue instanceof Inet6Address
                    ? HexFormat.of().formatHex(lue.getAddress(), 0, OCTETS_DU_PREFIXE) + "::/64"
                    : lue.getHostAddress();
        } catch (UnknownHostException e) {
            return adresse;
        }
    }
}
