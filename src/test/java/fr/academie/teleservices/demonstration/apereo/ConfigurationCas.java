package fr.academie.teleservices.demonstration.apereo;

import fr.academie.teleservices.demonstration.apereo.CasApereo.Reglages;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** La configuration du CAS de démonstration : celle de {@code conf/cas/}, où l'adresse d'exemple devient celle d'ici. */
final class ConfigurationCas {

    static final Path DOSSIER = Path.of("conf", "cas");
    static final Path THEME = DOSSIER.resolve("theme");

    private static final String ADRESSE_D_EXEMPLE = "https://teleservices.ac-exemple.fr/teleservices";
    private static final String MOTIF_D_EXEMPLE = "https://teleservices\\\\.ac-exemple\\\\.fr/teleservices";
    private static final int PREMIER_SERVICE = 1001;

    private ConfigurationCas() {}

    static void ecrire(Reglages reglages, Path dossier) throws IOException {
        Path services = Files.createDirectories(dossier.resolve("services"));
        String modele = Files.readString(DOSSIER.resolve("services/Teleservices-" + PREMIER_SERVICE + ".json"));
        int id = PREMIER_SERVICE;
        for (String adresse : reglages.services()) {
            Files.writeString(
                    services.resolve("Teleservices-" + id + ".json"),
                    modele.replace(MOTIF_D_EXEMPLE, adresse)
                            .replace(ADRESSE_D_EXEMPLE, adresse)
                            .replace("\"id\": " + PREMIER_SERVICE, "\"id\": " + id));
            id++;
        }
        try (Writer sortie = Files.newBufferedWriter(dossier.resolve("cas.properties"), StandardCharsets.UTF_8)) {
            proprietes(reglages, dossier, services).store(sortie, null);
        }
    }

    private static Properties proprietes(Reglages reglages, Path dossier, Path services) throws IOException {
        Properties p = new Properties();
        try (var lecteur = Files.newBufferedReader(DOSSIER.resolve("cas.properties"), StandardCharsets.UTF_8)) {
            p.load(lecteur);
        }
        String adresse = reglages.adresse();
        p.setProperty("cas.server.name", adresse.substring(0, adresse.length() - "/cas".length()));
        p.setProperty("cas.server.prefix", adresse);
        p.setProperty("server.address", "127.0.0.1");
        p.setProperty("server.port", Integer.toString(reglages.port()));
        p.setProperty("server.ssl.enabled", "false");
        p.setProperty("server.tomcat.basedir", dossier.resolve("tomcat").toString());
        p.setProperty("server.tomcat.accesslog.enabled", "false");
        p.setProperty("server.shutdown", "immediate");
        p.setProperty("cas.tgc.secure", "false");
        p.setProperty("cas.tgc.same-site-policy", "Lax");
        p.setProperty("cas.http-client.allow-local-urls", "true");
        p.setProperty("cas.service-registry.json.location", services.toUri().toString());
        p.setProperty("cas.service-registry.json.watcher-enabled", "false");
        p.setProperty("cas.theme.default-theme-name", "scolarite-services");
        p.setProperty("teleservices.academie", reglages.academie());
        p.setProperty("teleservices.adresse", reglages.services().get(0));
        p.setProperty("comptes.url", reglages.baseUrl());
        p.setProperty("comptes.utilisateur", reglages.baseUtilisateur());
        p.setProperty("comptes.mot-de-passe", reglages.baseMotDePasse());
        return p;
    }
}
