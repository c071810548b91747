package fr.academie.teleservices.demonstration;

import fr.academie.teleservices.demonstration.CourrierDeDemonstration.Courriel;
import fr.academie.teleservices.socle.texte.Gabarit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Les pages {@code /courrier/} : la liste des courriels de la démonstration, et chacun d'eux. */
public final class PagesDuCourrier extends ServletDeDemonstration {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm:ss", Locale.FRENCH);

    private final CourrierDeDemonstration courrier;
    private final ZoneId zone;
    private final Gabarit cadre = Gabarit.balise(PagesDuCourrier.class, "courrier-cadre.html");
    private final Gabarit ligne = Gabarit.balise(PagesDuCourrier.class, "courrier-ligne.html");
    private final Gabarit message = Gabarit.balise(PagesDuCourrier.class, "courrier-message.html");

    /** Les pages de cette boîte, aux heures de ce fuseau. */
    public PagesDuCourrier(CourrierDeDemonstration courrier, ZoneId zone) {
        this.courrier = courrier;
        this.zone = zone;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        String chemin = chemin(requete);
        List<Courriel> recus = courrier.recus();
        if ("/".equals(chemin)) {
            page(reponse, 200, liste(recus));
        } else if (chemin.matches("/[1-9]\\d{0,5}") && Integer.parseInt(chemin.substring(1)) <= recus.size()) {
            page(reponse, 200, un(recus.get(Integer.parseInt(chemin.substring(1)) - 1)));
        } else if (!fichier(reponse, chemin.substring(1))) {
            page(
                    reponse,
                    404,
                    cadre(
                            "Courriel introuvable",
                            "<p>Ce courriel n’existe pas, ou plus&nbsp;: ils s’effacent à l’arrêt.</p>"));
        }
    }

    private String liste(List<Courriel> recus) {
        if (recus.isEmpty()) {
            return cadre(
                    "Aucun courriel",
                    "<p>La démonstration n’a encore rien envoyé. Regroupez deux comptes, puis actualisez cette page.</p>");
        }
        String lignes = IntStream.range(0, recus.size())
                .mapToObj(rang -> recus.size() - 1 - rang)
                .map(i -> ligne.rendre(Map.of(
                        "numero", Integer.toString(i + 1),
                        "objet", recus.get(i).objet(),
                        "destinataires", recus.get(i).destinataires(),
                        "date", date(recus.get(i)))))
                .collect(Collectors.joining());
        String titre = recus.size() == 1 ? "1 courriel envoyé" : recus.size() + " courriels envoyés";
        return cadre(titre, "<ul class=\"courriels\">\n" + lignes + "</ul>");
    }

    private String un(Courriel courriel) {
        return cadre(
                courriel.objet(),
                message.rendre(Map.of(
                        "expediteur", courriel.expediteur(),
                        "destinataires", courriel.destinataires(),
                        "date", date(courriel),
                        "texte", courriel.texte())));
    }

    private String date(Courriel courriel) {
        return DATE.format(courriel.recuLe().atZone(zone));
    }

    private String cadre(String titre, String contenu) {
        return cadre.rendre(Map.of("titre", titre, "contenu", contenu));
    }
}
