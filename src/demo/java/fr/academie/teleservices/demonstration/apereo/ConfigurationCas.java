package fr.academie.teleservices.demonstration.apereo;

import fr.academie.teleservices.demonstration.apereo.CasApereo.Reglages;
import fr.academie.teleservices.demonstration.apereo.CasApereo.Service;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Proprietes;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.tuile.Descripteurs;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** La configuration du CAS de démonstration : celle de {@code conf/cas/}, et les services que le produit génère pour ces adresses. */
final class ConfigurationCas {

    static final Path DOSSIER = Path.of("conf", "cas");
    static final Path THEME = DOSSIER.resolve("theme");

    private static final Path ACADEMIES = Path.of("conf", "academies");
    private static final List<String> PROPRIETES = List.of("cas.properties", "freinage.properties");
    private static final int PREMIER_SERVICE = 1000;

    private ConfigurationCas() {}

    static void ecrire(Reglages reglages, Path dossier) throws IOException {
        Path services = Files.createDirectories(dossier.resolve("services"));
        int id = PREMIER_SERVICE;
        for (Service service : reglages.services()) {
            Files.writeString(
                    services.resolve("Teleservices-" + id + ".json"),
                    // Un registre ne garde qu'un service par numéro.
                    genere(service).replace("\"id\": " + PREMIER_SERVICE, "\"id\": " + id));
            id++;
        }
        // Le CAS lit ce fichier en ISO 8859-1 : un flux d'octets y échappe ce qui n'en est pas.
        try (OutputStream sortie = Files.newOutputStream(dossier.resolve("cas.properties"))) {
            proprietes(reglages, dossier, services).store(sortie, null);
        }
    }

    /** Ce que {@code /tuile/descripteurs} et {@code mvn -Pdescripteurs} donnent à l'administrateur du CAS. */
    private static String genere(Service service) {
        ProfilAcademie profil = ProfilAcademie.lire(
                Proprietes.duFichier(ACADEMIES.resolve(service.academie() + ".properties"), variable -> null));
        return Descripteurs.pour(
                        profil,
                        new Textes(new Langues(profil)),
                        List.of(URI.create(service.origine())),
                        service.contexte())
                .stream()
                .filter(descripteur -> "cas".equals(descripteur.cle()))
                .findFirst()
                .orElseThrow()
                .contenu();
    }

    private static Properties proprietes(Reglages reglages, Path dossier, Path services) throws IOException {
        Properties p = new Properties();
        for (String fichier : PROPRIETES) {
            try (var lecteur = Files.newBufferedReader(DOSSIER.resolve(fichier), StandardCharsets.UTF_8)) {
                p.load(lecteur);
            }
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
        p.setProperty("teleservices.adresse", reglages.services().get(0).adresse());
        p.setProperty("comptes.url", reglages.baseUrl());
        p.setProperty("comptes.utilisateur", reglages.baseUtilisateur());
        p.setProperty("comptes.mot-de-passe", reglages.baseMotDePasse());
        return p;
    }
}
