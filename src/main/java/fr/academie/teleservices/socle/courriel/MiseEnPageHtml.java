package fr.academie.teleservices.socle.courriel;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.texte.Gabarit;
import fr.academie.teleservices.socle.texte.Textes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final Gabarit cadre = Gabarit.balise(MiseEnPageHtml.class, "courriel.html");
    private final ProfilAcademie profil;
    private final Pattern lien;

    MiseEnPageHtml(Reglages reglages, ProfilAcademie profil) {
        this.profil = profil;
        this.lien = Pattern.compile(reglages.adresses().stream()
                .map(URI::toString)
                .map(adresse -> adresse.endsWith("/") ? adresse : adresse + "/")
                .map(adresse -> Pattern.quote(adresse) + "[^\\s<>\"]*[^\\s<>\".,;:!?)»\\u00A0]")
                .collect(Collectors.joining("|")));
    }

    /**
     * La page HTML entière de ce courriel.
     *
     * @param textes les mots de sa langue
     */
    String html(String objet, String texte, Textes textes) {
        String[] parties = texte.split(Pattern.quote(ModelesDeCourriel.AVANT_LE_PIED), 2);
        return cadre.rendre(Map.of(
                "langue",
                textes.getLangue().lang(),
                "sens",
                textes.getLangue().sens(),
                // Des messageries ne connaissent ni « start » ni les marges logiques.
                "bord",
                "rtl".equals(textes.getLangue().sens()) ? "right" : "left",
                "objet",
                objet,
                "academie",
                profil.academie(),
                "service",
                profil.service(),
                "ouvrir",
                textes.de("courriel.cadre.bouton"),
                "blocs",
                blocs(parties[0]),
                "pied",
                parties.length > 1 ? List.of(morceaux(parties[1].strip())) : List.of()));
    }

    private List<Bloc> blocs(String texte) {
        List<Bloc> blocs = new ArrayList<>();
        for (String paragraphe : texte.strip().split("\\n\\s*\\n", -1)) {
            List<String> lignes = new ArrayList<>();
            boolean liste = false;
            for (String ligne : paragraphe.split("\\n", -1)) {
                boolean element = ligne.startsWith(PUCE);
                if (element != liste) {
                    fermer(blocs, lignes, liste);
                    liste = element;
                }
                lignes.add(element ? ligne.substring(PUCE.length()) : ligne);
            }
            fermer(blocs, lignes, liste);
        }
        return blocs;
    }

    private void fermer(List<Bloc> blocs, List<String> lignes, boolean liste) {
        if (lignes.isEmpty()) {
            return;
        }
        boolean lienSeul = lignes.size() == 1 && lien.matcher(lignes.get(0)).matches();
        blocs.add(new Bloc(
                liste ? Sorte.LISTE : lienSeul ? Sorte.BOUTON : Sorte.PARAGRAPHE,
                lignes.stream().map(this::morceaux).toList()));
        lignes.clear();
    }

    private List<Morceau> morceaux(String texte) {
        List<Morceau> morceaux = new ArrayList<>();
        Matcher trouve = lien.matcher(texte);
        int fin = 0;
        while (trouve.find()) {
            morceaux.add(new Morceau(texte.substring(fin, trouve.start()), false));
            morceaux.add(new Morceau(trouve.group(), true));
            fin = trouve.end();
        }
        morceaux.add(new Morceau(texte.substring(fin), false));
        return morceaux;
    }

    enum Sorte {
        LISTE,
        PARAGRAPHE,
        /** Une adresse seule sur sa ligne : un bouton, et l'adresse en toutes lettres pour qui préfère la recopier. */
        BOUTON
    }

    /** Des lignes qui vont ensemble ; le gabarit lit ses méthodes par leur nom. */
    record Bloc(Sorte sorte, List<List<Morceau>> lignes) {

        boolean liste() {
            return sorte == Sorte.LISTE;
        }

        boolean paragraphe() {
            return sorte == Sorte.PARAGRAPHE;
        }

        boolean bouton() {
            return sorte == Sorte.BOUTON;
        }

        String adresse() {
            return lignes.get(0).stream()
                    .filter(Morceau::lien)
                    .findFirst()
                    .orElseThrow()
                    .texte();
        }
    }

    /** Du texte, ou une adresse de ce service. */
    record Morceau(String texte, boolean lien) {}
}
