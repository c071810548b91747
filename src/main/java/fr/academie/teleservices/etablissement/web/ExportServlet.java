package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.etablissement.LigneTrouvee;
import fr.academie.teleservices.etablissement.RechercheService;
import fr.academie.teleservices.socle.web.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /etablissement/liste.csv} : la liste filtrée, pour un tableur français (UTF-8 avec marque, points-virgules). */
@Singleton
public final class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final char MARQUE = '\uFEFF';

    private final transient RechercheService recherches;
    private final transient UtilisateurCourant utilisateur;
    private final transient Textes textes;

    @Inject
    public ExportServlet(RechercheService recherches, UtilisateurCourant utilisateur, Textes textes) {
        this.recherches = recherches;
        this.utilisateur = utilisateur;
        this.textes = textes;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        reponse.setContentType("text/csv");
        reponse.setCharacterEncoding(StandardCharsets.UTF_8.name());
        reponse.setHeader("Content-Disposition", "attachment; filename=\"responsables.csv\"");
        reponse.setHeader("Cache-Control", "no-store");
        PrintWriter sortie = reponse.getWriter();
        sortie.print(MARQUE);
        sortie.print(ligne(textes.de("bureau.export.colonnes").split("\\|")));
        recherches.exporter(
                utilisateur.agent(), LectureDuFiltre.lire(requete), trouvee -> sortie.print(ligne(valeurs(trouvee))));
    }

    private @Nullable String[] valeurs(LigneTrouvee l) {
        return new @Nullable String[] {
            l.eleveNom(),
            l.elevePrenom(),
            l.classe(),
            l.uai(),
            l.nom(),
            l.prenom(),
            l.lien() == null ? null : textes.de("lien." + l.lien().name()),
            l.identifiant(),
            l.etat() == null ? null : textes.de("bureau.etat." + l.etat().name()),
            l.avecCompte() ? textes.de(l.mailConnu() ? "bureau.oui" : "bureau.non") : null,
            l.avecCompte() ? textes.de(l.aUnMotDePasse() ? "bureau.oui" : "bureau.non") : null,
            l.courrierJour()
        };
    }

    /** Une ligne, chaque valeur entre guillemets. */
    private static String ligne(@Nullable String... valeurs) {
        return Arrays.stream(valeurs).map(ExportServlet::cellule).collect(Collectors.joining(";")) + "\r\n";
    }

    /**
     * Une valeur qu'aucun tableur n'exécute : celle qui commencerait une formule (= + - @, tabulation, retour) est précédée d'une
     * apostrophe. Source : OWASP, CSV Injection.
     */
    static String cellule(@Nullable String valeur) {
        String texte = valeur == null ? "" : valeur;
        boolean formule = !texte.isEmpty()
                && "=+-@\t\r\n|%"
                                .indexOf(
                                        texte.strip().isEmpty()
                                                ? texte.charAt(0)
                                                : texte.strip().charAt(0))
                        >= 0;
        return "\"" + (formule ? "'" : "") + texte.replace("\"", "\"\"") + "\"";
    }
}
