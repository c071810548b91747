package fr.academie.teleservices.navigateur;

import fr.academie.teleservices.demonstration.CourrierDeDemonstration.Courriel;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** La boîte de réception d'un parent, sur le serveur de courriels de la pile. */
record Boite(Pile pile, String adresse) {

    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})\\s*$");
    private static final Pattern LIEN =
            Pattern.compile("https?://\\S+?(/(?:mail|oubli)/[a-z]+(?:\\?jeton=|#)[A-Za-z0-9_-]{43})");

    /** Les messages reçus, du plus ancien au plus récent. */
    List<Courriel> messages() {
        return pile.courrier().recus().stream()
                .filter(recu -> recu.destinataires().contains(adresse))
                .toList();
    }

    /** Attend qu'il y ait ce nombre de messages et rend le texte du dernier. */
    String attendre(Visiteur parent, int nombre) {
        parent.page().waitForCondition(() -> messages().size() >= nombre);
        List<Courriel> recus = messages();
        return recus.get(recus.size() - 1).texte();
    }

    static String code(String texte) {
        return premier(CODE, texte);
    }

    /** Le chemin, dans l'application, du lien que porte ce message. */
    static String lien(String texte) {
        return premier(LIEN, texte);
    }

    private static String premier(Pattern motif, String texte) {
        Matcher trouve = motif.matcher(texte);
        if (!trouve.find()) {
            throw new AssertionError("Rien de tel dans : " + texte);
        }
        return trouve.group(1);
    }
}
