package fr.academie.teleservices.motdepasse.web;

import fr.academie.teleservices.compte.MotsDePasseCourants;
import fr.academie.teleservices.compte.PolitiqueMotDePasse;
import fr.academie.teleservices.motdepasse.EntourageService;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * {@code GET /politique-mot-de-passe} : la politique du serveur et sa liste de mots courants, en JSON, les mêmes pour tous.
 *
 * <p>La page juge ainsi ce qu'on tape sans l'envoyer.
 */
@Singleton
public final class PolitiqueServlet extends HttpServlet {

    /** Chemin de la politique. */
    public static final String CHEMIN = "/politique-mot-de-passe";

    private static final long serialVersionUID = 1L;
    private static final int UN_JOUR = 86_400;

    private final String json;

    @Inject
    public PolitiqueServlet(PolitiqueMotDePasse politique, MotsDePasseCourants courants, EntourageService entourages) {
        JsonArrayBuilder voies = FabriqueJson.tableau();
        politique
                .getVoies()
                .forEach(voie -> voies.add(
                        FabriqueJson.objet().add("longueur", voie.longueur()).add("genres", voie.genres())));
        json = FabriqueJson.objet()
                .add("voies", voies)
                .add("mots", politique.getMots())
                .add("lettresDUnMot", politique.getLettresDUnMot())
                .add("reste", politique.getReste())
                .add("suite", politique.getSuiteMinimale())
                .add("dates", politique.getDates())
                .add("maximum", politique.getLongueurMaximale())
                .add("motif", politique.getMotifMinimal())
                .add("lettres", PolitiqueMotDePasse.NOM_MINIMAL)
                .add("service", tableau(entourages.duService().mots()))
                .add("suites", tableau(courants.suites()))
                .add("courants", tableau(courants.liste()))
                .build()
                .toString();
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        reponse.setContentType("application/json");
        reponse.setCharacterEncoding(StandardCharsets.UTF_8.name());
        reponse.setHeader("Cache-Control", "public, max-age=" + UN_JOUR);
        reponse.getWriter().write(json);
    }

    private static JsonArrayBuilder tableau(Collection<String> mots) {
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        mots.forEach(tableau::add);
        return tableau;
    }
}
