package fr.academie.teleservices.diffusion;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Les adresses que tout Internet peut joindre. Une adresse IPv6 qui en cache une IPv4 (traduite, tunnel) vaut ce que vaut celle-ci.
 * Source : registres IANA des adresses à usage particulier (RFC 6890).
 */
final class AdressesPubliques {

    private static final List<Plage> RESERVEES = plages(
            "00000000/8", // ce réseau-ci
            "0a000000/8", // privées
            "64400000/10", // partagées par un opérateur
            "7f000000/8", // cette machine
            "a9fe0000/16", // du lien, dont les métadonnées d'un hébergeur
            "ac100000/12", // privées
            "c0000000/24", // protocoles
            "c0000200/24", // documentation
            "c0586300/24", // relais 6to4
            "c0a80000/16", // privées
            "c6120000/15", // bancs
            "c6336400/24", // documentation
            "cb007100/24", // documentation
            "e0000000/4", // multidiffusion
            "f0000000/4", // réservées, diffusion
            "00000000000000000000000000000000/127", // non dite, cette machine
            "0064ff9b000100000000000000000000/48", // traduction locale
            "01000000000000000000000000000000/64", // rejet
            "20010000000000000000000000000000/23", // protocoles, dont Teredo
            "20010db8000000000000000000000000/32", // documentation
            "3fff0000000000000000000000000000/20", // documentation
            "5f000000000000000000000000000000/16", // segments
            "fc000000000000000000000000000000/7", // privées
            "fe800000000000000000000000000000/10", // du lien
            "fec00000000000000000000000000000/10", // du site
            "ff000000000000000000000000000000/8"); // multidiffusion

    /** Où une adresse IPv6 de cette plage cache celle en IPv4. */
    private static final List<Plage> TRADUITES = plages(
            "00000000000000000000000000000000/96", // compatible
            "00000000000000000000ffff00000000/96", // en IPv4
            "0064ff9b000000000000000000000000/96"); // traduite

    private static final Plage SIX_A_QUATRE = Plage.ecrite("20020000000000000000000000000000/16");
    private static final int OCTETS_IPV4 = 4;

    private AdressesPubliques() {}

    /**
     * Des adresses qui commencent de même.
     *
     * @param octets longueur d'une adresse
     * @param debut les premiers bits, en 0 et 1
     */
    private record Plage(int octets, String debut) {

        static Plage ecrite(String ecrite) {
            String[] parts = ecrite.split("/", 2);
            byte[] premiere = HexFormat.of().parseHex(parts[0]);
            return new Plage(premiere.length, bits(premiere).substring(0, Integer.parseInt(parts[1])));
        }

        boolean contient(byte[] adresse) {
            return adresse.length == octets && bits(adresse).startsWith(debut);
        }

        private static String bits(byte[] octets) {
            StringBuilder bits = new StringBuilder(octets.length * Byte.SIZE);
            for (byte octet : octets) {
                for (int rang = Byte.SIZE - 1; rang >= 0; rang--) {
                    bits.append(octet >> rang & 1);
                }
            }
            return bits.toString();
        }
    }

    /** Vrai si tout Internet la joint. */
    static boolean contient(InetAddress adresse) {
        byte[] octets = adresse.getAddress();
        if (adresse instanceof Inet4Address) {
            return libre(octets);
        }
        if (SIX_A_QUATRE.contient(octets)) {
            return libre(Arrays.copyOfRange(octets, 2, 2 + OCTETS_IPV4));
        }
        if (TRADUITES.stream().anyMatch(plage -> plage.contient(octets))) {
            return libre(Arrays.copyOfRange(octets, octets.length - OCTETS_IPV4, octets.length));
        }
        return libre(octets);
    }

    private static boolean libre(byte[] octets) {
        return RESERVEES.stream().noneMatch(plage -> plage.contient(octets));
    }

    private static List<Plage> plages(String... ecrites) {
        return Arrays.stream(ecrites).map(Plage::ecrite).toList();
    }
}
