package fr.academie.teleservices.demonstration.cas;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Une personne connectée au CAS dans un navigateur, et les services où un ticket l'a menée.
 *
 * <p>N'est touchée que sous le verrou de {@link RegistreCas}.
 */
final class SessionSso {

    private final String jeton;
    private final String saisi;
    private final String identifiant;
    private final Instant ouverteLe;
    private final Map<String, String> services = new LinkedHashMap<>();

    /**
     * @param saisi l'identifiant tel qu'il a été tapé : un vrai CAS le rend ainsi aux services
     * @param identifiant le même, sans casse ni blancs autour
     */
    SessionSso(String jeton, String saisi, String identifiant, Instant ouverteLe) {
        this.jeton = jeton;
        this.saisi = saisi;
        this.identifiant = identifiant;
        this.ouverteLe = ouverteLe;
    }

    String jeton() {
        return jeton;
    }

    String saisi() {
        return saisi;
    }

    String identifiant() {
        return identifiant;
    }

    Instant ouverteLe() {
        return ouverteLe;
    }

    /** Ticket → service. */
    Map<String, String> services() {
        return services;
    }
}
