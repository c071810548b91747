package fr.academie.teleservices.deploiement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Un fichier livré, où l'on remplace les valeurs d'exemple comme le ferait l'administrateur. */
final class Modele {

    private final Path fichier;
    private final Map<String, String> remplacements = new LinkedHashMap<>();

    Modele(Path fichier) {
        this.fichier = fichier;
    }

    /** Remplace ce texte partout où il figure ; il doit y figurer, sans quoi l'essai ne porterait plus sur le fichier livré. */
    Modele remplacer(String texte, Object par) {
        remplacements.put(texte, par.toString());
        return this;
    }

    String texte() {
        try {
            String texte = Files.readString(fichier, StandardCharsets.UTF_8);
            for (Map.Entry<String, String> remplacement : remplacements.entrySet()) {
                if (!texte.contains(remplacement.getKey())) {
                    throw new AssertionError("« " + remplacement.getKey() + " » n'est plus dans " + fichier);
                }
                texte = texte.replace(remplacement.getKey(), remplacement.getValue());
            }
            return texte;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void ecrire(Path cible) {
        try {
            Files.createDirectories(cible.toAbsolutePath().getParent());
            Files.writeString(cible, texte(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
