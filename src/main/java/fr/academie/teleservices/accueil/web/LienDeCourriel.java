package fr.academie.teleservices.accueil.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Le lien qui ouvre un message à une adresse, et à elle seule. */
final class LienDeCourriel {

    private LienDeCourriel() {}

    /**
     * {@code mailto:} et l'adresse encodée : une adresse importée ne peut y ajouter ni destinataire, ni objet, ni texte. Source :
     * RFC 6068, §2.
     */
    static String vers(String adresse) {
        String encodee = URLEncoder.encode(adresse, StandardCharsets.UTF_8).replace("+", "%20");
        int arobase = encodee.lastIndexOf("%40");
        return "mailto:"
                + (arobase < 0 ? encodee : encodee.substring(0, arobase) + "@" + encodee.substring(arobase + 3));
    }
}
