package fr.academie.teleservices.essais;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Une langue que personne ne parle, tirée du français : chaque mot allongé de 40 % au moins et mis entre crochets, les trous et les
 * pluriels gardés. Un mot sans crochets, sur une page, est resté hors des messages.
 */
public final class PseudoLangue {

    /** Le code que l'usage donne à cet anglais d'essai. */
    public static final String CODE = "en-XA";

    static final Path FRANCAIS = Path.of("src/main/resources/fr/academie/teleservices/messages_fr.properties");
    private static final String FICHIER = "fr/academie/teleservices/messages_en_XA.properties";
    private static final Pattern MOT = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}’'-]*");
    private static final Pattern MARQUE = Pattern.compile("\\[[^\\[\\]\\s]*]");
    private static final double ALLONGEMENT = 0.4;

    private PseudoLangue() {}

    /** Écrit le fichier de la langue dans ce dossier de classes : rien d'autre n'est à ajouter, qu'une ligne de réglage. */
    public static void ecrire(Path classes) throws IOException {
        Properties francais = new Properties();
        try (Reader lecteur = Files.newBufferedReader(FRANCAIS)) {
            francais.load(lecteur);
        }
        Properties pseudo = new Properties();
        francais.stringPropertyNames().forEach(cle -> pseudo.put(cle, traduire(cle, francais.getProperty(cle))));
        Path fichier = classes.resolve(FICHIER);
        Files.createDirectories(fichier.getParent());
        try (Writer ecriture = Files.newBufferedWriter(fichier)) {
            pseudo.store(ecriture, null);
        }
    }

    /** Ses mots, par la même voie que le produit : son fichier est sur le chemin des classes d'essai, et le profil la nomme. */
    public static Textes textes() throws IOException, URISyntaxException {
        ecrire(Path.of(PseudoLangue.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        return new Textes(new Langues(Atelier.profil(Map.of("langues", CODE))));
    }

    /** Ce texte sans ses mots de la langue : s'il y reste des lettres, elles ne viennent pas d'elle. */
    public static String sansMarques(String texte) {
        return MARQUE.matcher(texte).replaceAll(" ");
    }

    private static String traduire(String cle, String texte) {
        return cle.startsWith("date.") ? texte : traduire(texte);
    }

    /** Le texte d'une phrase, sans toucher à la syntaxe de ses trous. */
    static String traduire(String texte) {
        StringBuilder traduit = new StringBuilder();
        Deque<Part.Type> dans = new ArrayDeque<>();
        int position = 0;
        MessagePattern phrase = new MessagePattern(texte);
        for (int i = 0; i < phrase.countParts(); i++) {
            Part part = phrase.getPart(i);
            if (part.getIndex() < position) {
                continue; // « 0 » dans « =0 », déjà copié
            }
            String avant = texte.substring(position, part.getIndex());
            traduit.append(dans.peek() == Part.Type.MSG_START ? allonger(avant) : avant);
            traduit.append(texte, part.getIndex(), part.getLimit());
            position = part.getLimit();
            switch (part.getType()) {
                case MSG_START, ARG_START -> dans.push(part.getType());
                case MSG_LIMIT, ARG_LIMIT -> dans.pop();
                default -> {}
            }
        }
        return traduit.append(texte.substring(position)).toString();
    }

    private static String allonger(String texte) {
        return MOT.matcher(texte).replaceAll(trouve -> {
            String mot = trouve.group();
            int crochets = 2;
            int ajout = Math.max(0, (int) Math.ceil(mot.length() * ALLONGEMENT) - crochets);
            return Matcher.quoteReplacement("[" + mot + "~".repeat(ajout) + "]");
        });
    }
}
