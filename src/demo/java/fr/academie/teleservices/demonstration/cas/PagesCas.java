package fr.academie.teleservices.demonstration.cas;

import fr.academie.teleservices.socle.texte.Gabarit;
import java.util.Map;

/** Les pages que ce CAS montre, dans l'habillage du guide. */
final class PagesCas {

    private final String academie;
    private final Gabarit cadre = Gabarit.balise(PagesCas.class, "cadre.html");
    private final Gabarit connexion = Gabarit.balise(PagesCas.class, "connexion.html");
    private final Gabarit erreur = Gabarit.balise(PagesCas.class, "erreur.html");
    private final Gabarit message = Gabarit.balise(PagesCas.class, "message.html");

    PagesCas(String academie) {
        this.academie = academie;
    }

    /**
     * Le formulaire de connexion.
     *
     * @param service service demandé ; vide : aucun
     * @param refus phrase à montrer au-dessus du formulaire ; vide : première visite
     */
    String connexion(String lt, String service, boolean renew, String saisi, String refus) {
        boolean refuse = !refus.isEmpty();
        String formulaire = connexion.rendre(Map.of(
                "lt",
                lt,
                "service",
                service,
                "renew",
                renew ? "true" : "",
                "saisi",
                saisi,
                "etat",
                refuse ? " aria-invalid=\"true\" aria-describedby=\"refus\"" : "",
                "erreur",
                refuse ? erreur.rendre(Map.of("phrase", refus)) : ""));
        return cadre((refuse ? "Erreur : " : "") + "Connexion", formulaire);
    }

    String message(String titre, String texte, String lien, String adresse) {
        return cadre(titre, message.rendre(Map.of("titre", titre, "texte", texte, "lien", lien, "adresse", adresse)));
    }

    private String cadre(String titre, String contenu) {
        return cadre.rendre(Map.of("titre", titre, "academie", academie, "contenu", contenu));
    }
}
