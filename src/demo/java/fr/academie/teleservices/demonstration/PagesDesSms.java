package fr.academie.teleservices.demonstration;

import fr.academie.teleservices.demonstration.SmsDeDemonstration.Sms;
import fr.academie.teleservices.socle.texte.Gabarit;
import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** La page {@code /sms/}, qui montre les SMS de la démonstration, et l'adresse {@code /sms/envoi} où l'application les porte. */
public final class PagesDesSms extends ServletDeDemonstration {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm:ss", Locale.FRENCH);

    private final transient SmsDeDemonstration sms;
    private final ZoneId zone;
    private final transient Gabarit cadre = Gabarit.balise(PagesDesSms.class, "sms-cadre.html");
    private final transient Gabarit ligne = Gabarit.balise(PagesDesSms.class, "sms-ligne.html");

    /** La page de cette passerelle, aux heures de ce fuseau. */
    public PagesDesSms(SmsDeDemonstration sms, ZoneId zone) {
        this.sms = sms;
        this.zone = zone;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        String chemin = chemin(requete);
        if ("/".equals(chemin)) {
            page(reponse, 200, liste(sms.recus()));
        } else if (!fichier(reponse, chemin.substring(1))) {
            page(reponse, 404, cadre("Page introuvable", "<p>Cette page n’existe pas.</p>"));
        }
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if (!"/envoi".equals(chemin(requete)) || !SmsDeDemonstration.autorise(requete.getHeader("Authorization"))) {
            reponse.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            sms.recevoir(new String(requete.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (JsonException e) {
            reponse.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        reponse.setContentType("application/json;charset=UTF-8");
        reponse.getWriter().write("{\"etat\":\"accepte\"}");
    }

    private String liste(List<Sms> recus) {
        if (recus.isEmpty()) {
            return cadre(
                    "Aucun SMS",
                    "<p>La démonstration n’a encore rien envoyé. Confirmez un numéro de portable dans Mon compte,"
                            + " Profil, puis actualisez cette page.</p>");
        }
        String lignes = IntStream.range(0, recus.size())
                .mapToObj(rang -> recus.get(recus.size() - 1 - rang))
                .map(recu -> ligne.rendre(Map.of(
                        "texte", recu.texte(),
                        "numero", recu.numero(),
                        "expediteur", recu.expediteur(),
                        "date", DATE.format(recu.recuLe().atZone(zone)))))
                .collect(Collectors.joining());
        return cadre(
                recus.size() == 1 ? "1 SMS envoyé" : recus.size() + " SMS envoyés",
                "<ul class=\"courriels\">\n" + lignes + "</ul>");
    }

    private String cadre(String titre, String contenu) {
        return cadre.rendre(Map.of("titre", titre, "contenu", contenu));
    }
}
