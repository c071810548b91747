package fr.academie.teleservices.diffusion;

import fr.academie.teleservices.socle.config.ReglagesDeDiffusion.Abonne;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Un événement en CloudEvents, mode binaire : ses attributs sont des en-têtes {@code ce-…}, sa charge est le corps. Source : CloudEvents
 * 1.0.2 et sa liaison HTTP.
 */
final class EnveloppeCloudEvents {

    private static final String DEBUT_DU_TYPE = "fr.academie.teleservices.";
    /** Se compare comme un texte, ainsi que le veut l'extension {@code sequence}. */
    private static final String SEQUENCE = "%020d";

    private final URI source;

    /** @param source l'adresse publique du service */
    EnveloppeCloudEvents(URI source) {
        this.source = source;
    }

    /** Les en-têtes, signature comprise, et le corps. */
    record Envoi(Map<String, String> entetes, String corps) {}

    Envoi envoi(Remise remise, Abonne abonne, Instant maintenant) {
        String numero = String.valueOf(remise.evenementId());
        byte[] corps = remise.charge().getBytes(StandardCharsets.UTF_8);
        CloudEvent evenement = CloudEventBuilder.v1()
                .withId(numero)
                .withSource(source)
                .withType(DEBUT_DU_TYPE + remise.type())
                .withTime(remise.le().atOffset(ZoneOffset.UTC))
                .withExtension("sequence", SEQUENCE.formatted(remise.evenementId()))
                .withDataContentType("application/json")
                .withData(corps)
                .build();
        Map<String, String> entetes = new LinkedHashMap<>();
        HttpMessageFactory.createWriter(entetes::put, octets -> {}).writeBinary(evenement);
        entetes.putAll(Signature.entetes(abonne.cle(), numero, maintenant, corps));
        return new Envoi(entetes, remise.charge());
    }
}
