package fr.academie.teleservices.navigateur;

import fr.academie.teleservices.essais.PseudoLangue;
import fr.academie.teleservices.essais.Requetes;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Cherche ce qui, dans un texte montré en pseudo-langue, ne vient ni d'elle ni des données : noms, identifiants et adresses de la
 * base, noms propres du profil d'académie, mois.
 */
final class Releve {

    /** Deux lettres de suite hors d'un mot de la langue. */
    private static final Pattern RESTE = Pattern.compile("\\p{L}{2,}");

    /** Un mot de la langue coupé en fin de ligne, à son trait d'union ou à son apostrophe. */
    private static final Pattern COUPE = Pattern.compile("(\\[[^\\[\\]\\s]*)\\s*\\R([^\\[\\]\\s]*])");

    /** Un mot de passe de courrier : tiré au sort, il est parfois sans aucun chiffre. */
    private static final Pattern MOT_DE_PASSE = Pattern.compile("(?<!\\S)[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2}(?!\\S)");

    private static final Pattern FICHIER = Pattern.compile("[\\w.-]+\\.(?:html|xml|json|txt|svg)");

    /** Tout texte de la page et tout attribut qu'une personne lit ou entend, un par ligne ; ce qu'une machine lira (code, descripteurs) excepté. */
    private static final String LIRE = "() => { const lus = [document.title]; const textes ="
            + " document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); while (textes.nextNode()) { const e ="
            + " textes.currentNode.parentElement;   if (!e.closest('script, style, code, pre, .ts-logo, body [lang=fr],"
            + " body [lang=ar], [data-ts-langues]')) lus.push(textes.currentNode.data); } for (const e of"
            + " document.querySelectorAll('*')) {   for (const a of ['title', 'aria-label', 'aria-description', 'alt',"
            + " 'placeholder', 'label', 'data-ts-envoi', 'data-ts-long'])     if (e.hasAttribute(a))"
            + " lus.push(e.getAttribute(a));   if (e.matches('input[type=submit], input[type=button]')) lus.push(e.value);"
            + " } return lus.map(t => t.replace(/\\s+/g, ' ').trim()).filter(t => t !== ''); }";

    private final List<Pattern> donnees;
    private final List<String> defauts = new ArrayList<>();

    Releve(Requetes base) {
        Set<String> valeurs = new TreeSet<>();
        for (String colonnes : List.of(
                "nom_famille, nom_usage, prenom, identifiant, mail FROM responsable",
                "nom_famille, prenom FROM responsable_attendu",
                "nom, prenom, classe FROM eleve",
                "nom, uai, commune, courriel, site FROM etablissement",
                "identifiant, nom, prenom, mail FROM agent",
                "identifiant, nom, prenom, mail FROM habilitation_attendue")) {
            base.lire("SELECT DISTINCT " + colonnes).forEach(ligne -> valeurs.addAll(List.of(ligne.split("\\|"))));
        }
        // La page rend toute espace comme une espace ordinaire.
        profil().forEach(valeur -> valeurs.add(valeur.replace('\u00a0', ' ')));
        valeurs.add("agent.nouveau");
        for (Month mois : Month.values()) {
            valeurs.add(mois.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        donnees = valeurs.stream()
                .filter(valeur -> valeur.length() > 1 && !"∅".equals(valeur))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(valeur -> Pattern.compile(
                        "(?<!\\p{L})" + Pattern.quote(valeur) + "(?!\\p{L})",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    /** Les noms propres et les adresses que le profil d'académie donne à montrer. */
    private static Set<String> profil() {
        Properties lu = new Properties();
        try (Reader lecteur = Files.newBufferedReader(Path.of("conf/academies/bordeaux.properties"))) {
            lu.load(lecteur);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return lu.stringPropertyNames().stream()
                .filter(cle -> cle.matches("(academie|service|portail)\\.nom|liens\\.utiles\\..*|contact\\..*"))
                .map(lu::getProperty)
                .collect(Collectors.toSet());
    }

    /** Relève la page affichée : ses mots, sa langue, sa largeur. */
    void page(Visiteur visiteur, String nom) {
        ((List<?>) visiteur.page().evaluate(LIRE)).forEach(texte -> texte(nom, String.valueOf(texte)));
        String langue = (String)
                visiteur.page().evaluate("() => document.documentElement.lang + ' ' + document.documentElement.dir");
        if (!langue.equals(PseudoLangue.CODE + " ltr")) {
            defauts.add(nom + " se dit en « " + langue + " »");
        }
        int depassement = ((Number) visiteur.page().evaluate(Controle.DEPASSEMENT)).intValue();
        if (depassement > 0) {
            defauts.add(nom + " dépasse de " + depassement + " points en largeur");
        }
    }

    /** Relève un texte seul. */
    void texte(String nom, String texte) {
        String reste = FICHIER.matcher(PseudoLangue.sansMarques(texte)).replaceAll(" ");
        for (Pattern donnee : donnees) {
            if (!RESTE.matcher(reste).find()) {
                return;
            }
            reste = donnee.matcher(reste).replaceAll(" ");
        }
        if (RESTE.matcher(reste).find()) {
            defauts.add(nom + " : « " + reste.strip() + " » dans « " + texte + " »");
        }
    }

    /** Relève un document, moins ses adresses, coupées ou non en fin de ligne, ses mots de passe tirés au sort et ce qui porte un chiffre. */
    void pdf(String nom, byte[] document) {
        try (PDDocument lu = Loader.loadPDF(document)) {
            String langue = lu.getDocumentCatalog().getLanguage();
            if (!PseudoLangue.CODE.equals(langue)) {
                defauts.add(nom + " se dit en « " + langue + " »");
            }
            String texte = new PDFTextStripper().getText(lu) + "\n"
                    + lu.getDocumentInformation().getTitle();
            String entiers = COUPE.matcher(texte).replaceAll("$1$2");
            MOT_DE_PASSE
                    .matcher(entiers)
                    .replaceAll(" ")
                    .replaceAll("https?://\\S+|(?<!\\S)/\\S+|\\S*\\d\\S*", " ")
                    .lines()
                    .forEach(ligne -> texte(nom, ligne));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> defauts() {
        return defauts.stream().distinct().toList();
    }
}
