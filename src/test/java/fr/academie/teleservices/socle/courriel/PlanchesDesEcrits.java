package fr.academie.teleservices.socle.courriel;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fr.academie.teleservices.courrier.LettresDEssai;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.Chromium;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.sms.ModelesDeSms;
import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Tout ce que le service écrit à une famille, en images : par langue, une planche des courriels et des SMS, et les lettres avec leur bloc
 * traduit. À regarder avant de livrer un mot ; {@code mvn -Pecrits} les fait dans {@code target/ecrits}.
 */
public final class PlanchesDesEcrits {

    private static final int LARGEUR = 1900;
    private static final int FINESSE = 100;

    /** Chaque courriel prend la hauteur de ce qu'il dit. */
    private static final String DEROULER = "() => document.querySelectorAll('iframe').forEach(cadre => {"
            + " cadre.style.height = cadre.contentDocument.documentElement.scrollHeight + 'px'; })";

    /** Ceux qu'un écran étroit couperait. */
    private static final String DEBORDENT = "() => [...document.querySelectorAll('iframe')]"
            + ".filter(cadre => cadre.contentDocument.documentElement.scrollWidth > cadre.clientWidth)"
            + ".map(cadre => cadre.parentElement.firstChild.innerText)";

    private final Path dossier;
    private final ProfilAcademie profil = Atelier.profil(Map.of());
    private final Langues langues = new Langues(profil);
    private final Textes textes = new Textes(langues);
    private final ModelesDeCourriel courriels = new ModelesDeCourriel(textes);
    private final ModelesDeSms sms = new ModelesDeSms(textes, profil);
    private final MiseEnPageHtml miseEnPage =
            new MiseEnPageHtml(Atelier.reglages(Map.of("serveur.adresses", EcritsDEssai.HOTE)), profil);

    private PlanchesDesEcrits(Path dossier) {
        this.dossier = dossier;
    }

    public static void main(String[] arguments) throws IOException {
        Path dossier = Files.createDirectories(Path.of("target", "ecrits"));
        new PlanchesDesEcrits(dossier).faire();
    }

    private void faire() throws IOException {
        List<String> debordent = new ArrayList<>();
        try (Playwright conducteur = Chromium.conducteur();
                Browser navigateur =
                        Chromium.lancer(conducteur, Chromium.executable().orElseThrow())) {
            for (Langue langue : langues.offertes()) {
                Page page = navigateur.newPage(new Browser.NewPageOptions().setViewportSize(LARGEUR, LARGEUR));
                page.setContent(planche(langue));
                page.evaluate(DEROULER);
                debordent.addAll(textes(page.evaluate(DEBORDENT), langue));
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(dossier.resolve(langue.code() + ".png"))
                        .setFullPage(true));
                page.close();
                lettre(langue);
            }
        }
        if (!debordent.isEmpty()) {
            throw new IllegalStateException("Plus larges que l'écran : " + debordent);
        }
    }

    private static List<String> textes(Object lus, Langue langue) {
        return ((List<?>) lus).stream().map(lu -> langue.code() + " " + lu).toList();
    }

    private String planche(Langue langue) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><meta charset='utf-8'><style>body{column-count:5;"
                + "column-gap:12px;font:12px sans-serif}figure{margin:0 0 12px;break-inside:avoid}"
                + "iframe{width:100%;border:1px solid #999}p{background:#dfe;padding:8px;border-radius:8px;"
                + "font-size:15px;margin:0}</style>");
        Textes siens = textes.en(langue);
        EcritsDEssai.COURRIELS.forEach((modele, valeurs) -> {
            Courriel courriel = courriels.redigerEn(langue.code(), modele, "a@exemple.fr", valeurs);
            String page = miseEnPage.html(courriel.objet(), courriel.texte(), siens);
            html.append("<figure><figcaption>")
                    .append(modele)
                    .append(" — <b dir='auto'>")
                    .append(courriel.objet())
                    .append("</b></figcaption><iframe srcdoc=\"")
                    .append(page.replace("&", "&amp;").replace("\"", "&quot;"))
                    .append("\"></iframe></figure>");
        });
        EcritsDEssai.SMS.forEach((modele, valeurs) -> html.append("<figure><figcaption>SMS ")
                .append(modele)
                .append("</figcaption><p dir='auto'>")
                .append(sms.redigerEn(langue.code(), modele, "+33639981103", valeurs)
                        .texte())
                .append("</p></figure>"));
        return html.toString();
    }

    private void lettre(Langue langue) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        LettresDEssai.misesEnPages()
                .ecrire(
                        List.of(LettresDEssai.lettre(1, MotifCourrier.PREMIER)),
                        EcritsDEssai.ADRESSE,
                        langue.code(),
                        sortie);
        try (PDDocument pdf = Loader.loadPDF(sortie.toByteArray())) {
            ImageIO.write(
                    new PDFRenderer(pdf).renderImageWithDPI(0, FINESSE),
                    "png",
                    dossier.resolve("lettre-" + langue.code() + ".png").toFile());
        }
    }
}
