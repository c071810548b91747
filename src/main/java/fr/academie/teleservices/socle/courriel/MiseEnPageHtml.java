package fr.academie.teleservices.socle.courriel;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.texte.Html;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * La version HTML d'un courriel, tirée de son texte : les mots ne sont écrits qu'une fois.
 *
 * <p>Une ligne vide sépare deux paragraphes, « - » ouvre un élément de liste, « -- » précède le pied. Tout est échappé ; seule une
 * adresse de ce service devient un lien, pour qu'aucune valeur insérée n'en glisse un autre. Ni image, ni police, ni script.
 */
final class MiseEnPageHtml {

    private static final String PUCE = "- ";
    private static final String BALISE_PARAGRAPHE = "<p style=\"margin: 0 0 16px;\">";

    private final Html.Gabarit cadre = Html.gabarit(MiseEnPageHtml.class, "courriel.html");
    private final ProfilAcademie profil;
    private final Pattern lien;
    private final String bouton;

    MiseEnPageHtml(Reglages reglages, ProfilAcademie profil) {
        this.profil = profil;
        this.lien = Pattern.compile(reglages.adresses().stream()
                .map(URI::toString)
                .map(adresse -> adresse.endsWith("/") ? adresse : adresse + "/")
                .map(adresse -> Pattern.quote(adresse) + "[^\\s<>\"]*[^\\s<>\".,;:!?)»\\u00A0]")
                .collect(Collectors.joining("|")));
        this.bouton = ResourceBundle.getBundle("fr.academie.teleservices.messages", Locale.FRENCH)
                .getString("courriel.cadre.bouton");
    }

    /** La page HTML entière de ce courriel. */
    String html(String objet, String texte) {
        String[] parties = texte.split(Pattern.quote(ModelesDeCourriel.AVANT_LE_PIED), 2);
        return cadre.rendre(Map.of(
                "objet", Html.echapper(objet),
                "academie", Html.echapper(profil.academie()),
                "service", Html.echapper(profil.service()),
                "corps", paragraphes(parties[0]),
                "pied", parties.length > 1 ? enLigne(parties[1].strip()) : ""));
    }

    private String paragraphes(String texte) {
        StringBuilder html = new StringBuilder();
        for (String paragraphe : texte.strip().split("\\n\\s*\\n", -1)) {
            List<String> lignes = new ArrayList<>();
            boolean liste = false;
            for (String ligne : paragraphe.split("\\n", -1)) {
                boolean element = ligne.startsWith(PUCE);
                if (element != liste) {
                    fermer(html, lignes, liste);
                    liste = element;
                }
                lignes.add(element ? ligne.substring(PUCE.length()) : ligne);
            }
            fermer(html, lignes, liste);
        }
        return html.toString();
    }

    private void fermer(StringBuilder html, List<String> lignes, boolean liste) {
        if (lignes.isEmpty()) {
            return;
        }
        if (liste) {
            html.append("<ul style=\"margin: 0 0 16px; padding-left: 24px;\">\n");
            lignes.forEach(l -> html.append("<li style=\"margin: 0 0 8px;\">")
                    .append(enLigne(l))
                    .append("</li>\n"));
            html.append("</ul>\n");
        } else if (lignes.size() == 1 && lien.matcher(lignes.get(0)).matches()) {
            html.append(bouton(lignes.get(0)));
        } else {
            html.append(BALISE_PARAGRAPHE)
                    .append(lignes.stream().map(this::enLigne).collect(Collectors.joining("<br>\n")))
                    .append("</p>\n");
        }
        lignes.clear();
    }

    /** Une adresse seule sur sa ligne : un bouton, et l'adresse en toutes lettres pour qui préfère la recopier. */
    private String bouton(String adresse) {
        return "<p style=\"margin: 0 0 8px;\"><a class=\"bouton\" href=\"" + Html.echapper(adresse)
                + "\" style=\"display: inline-block; padding: 12px 20px; background: #000091; color: #ffffff;"
                + " text-decoration: none;\">"
                + Html.echapper(bouton) + "</a></p>\n"
                + "<p style=\"margin: 0 0 16px; font-size: 14px; word-break: break-all;\">" + enLigne(adresse)
                + "</p>\n";
    }

    private String enLigne(String texte) {
        StringBuilder html = new StringBuilder();
        Matcher trouve = lien.matcher(texte);
        int fin = 0;
        while (trouve.find()) {
            String adresse = Html.echapper(trouve.group());
            html.append(Html.echapper(texte.substring(fin, trouve.start())))
                    .append("<a class=\"lien\" href=\"")
                    .append(adresse)
                    .append("\" style=\"color: #000091;\">")
                    .append(adresse)
                    .append("</a>");
            fin = trouve.end();
        }
        return html.append(Html.echapper(texte.substring(fin))).toString();
    }
}
