package fr.academie.teleservices.demonstration.cas;

import fr.academie.teleservices.demonstration.ServletDeDemonstration;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Proprietes;
import fr.academie.teleservices.socle.texte.Langues;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Un CAS de démonstration, protocole 3.0, à ajouter au serveur sous {@code /cas}.
 *
 * <p>Il authentifie contre la vue {@code compte_cas}. Comme les vrais, il rend l'identifiant tel qu'il a été tapé (casse et
 * blancs compris) : c'est à l'application de le ramener à sa forme canonique.
 */
public final class CasDeDemonstration extends ServletDeDemonstration {

    /**
     * Ce qui distingue un CAS d'un autre.
     *
     * @param academie nom affiché de l'académie
     * @param langues celles de ses pages
     * @param services préfixes d'adresses qui reçoivent des tickets
     * @param vieDuTicket temps laissé au service pour valider son ticket
     */
    public record Reglages(String academie, Langues langues, List<String> services, Duration vieDuTicket) {

        private static final Path PROFIL = Path.of("conf", "academies", "bordeaux.properties");

        /** Ceux d'une application servie à cette adresse : toutes les langues livrées, tickets de 10 secondes. */
        public static Reglages pour(String academie, String... services) {
            Langues livrees = new Langues(ProfilAcademie.lire(Proprietes.duFichier(PROFIL, variable -> null)));
            return new Reglages(academie, livrees, List.of(services), Duration.ofSeconds(10));
        }
    }

    private final RegistreCas registre;
    private final ConnexionCas connexion;
    private final ValidationCas validation;
    private final PagesCas pages;
    private final String origines;
    private volatile boolean enPanne;
    private volatile Duration lenteur = Duration.ZERO;

    /**
     * Un CAS neuf, sans session.
     *
     * @param comptes connexions qui peuvent lire la vue {@code compte_cas}
     */
    public CasDeDemonstration(Reglages reglages, DataSource comptes, Clock horloge) {
        ComptesCas annuaire = new ComptesCas(comptes, horloge);
        ServicesAutorises services = new ServicesAutorises(reglages.services());
        registre = new RegistreCas(horloge, reglages.vieDuTicket());
        pages = new PagesCas(reglages.academie(), reglages.langues());
        connexion = new ConnexionCas(registre, annuaire, services, new DeconnexionUnique(horloge), pages);
        validation = new ValidationCas(registre, annuaire);
        origines = services.origines();
    }

    /**
     * Fait comme si la personne s'était déconnectée ailleurs : ses sessions sont fermées et leurs services prévenus.
     *
     * @return le nombre de services qui ont accusé réception
     */
    public int deconnecter(String identifiant) {
        return ComptesCas.canonique(identifiant).map(registre::sessionsDe).orElse(List.of()).stream()
                .mapToInt(connexion::fermer)
                .sum();
    }

    /** Le nombre de sessions ouvertes pour cet identifiant. */
    public long sessions(String identifiant) {
        return ComptesCas.canonique(identifiant).map(registre::nombreDeSessions).orElse(0L);
    }

    /** Vrai : la validation des tickets répond 503 ; la page de connexion marche encore, comme derrière un pare-feu fermé. */
    public void repondreEnPanne(boolean enPanne) {
        this.enPanne = enPanne;
    }

    /** Fait attendre chaque validation de ticket ; zéro : plus d'attente. */
    public void ralentir(Duration attente) {
        this.lenteur = attente;
    }

    /** Fait dire au CAS ces attributs, quoi que disent les comptes, à chaque validation ; une liste vide : il tait l'attribut. */
    public void imposer(Map<String, List<String>> attributs) {
        validation.imposer(attributs);
    }

    @Override
    protected String originesDeFormulaire() {
        return " " + origines;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        switch (chemin(requete)) {
            case "/login" -> connexion.demander(requete, reponse);
            case "/logout" -> connexion.quitter(requete, reponse);
            case "/serviceValidate" -> valider(requete, reponse, false);
            case "/p3/serviceValidate" -> valider(requete, reponse, true);
            case "/identifiant-oublie" -> reponse.sendRedirect("/teleservices/oubli/identifiant");
            case "/sans-compte" -> reponse.sendRedirect("/teleservices/sans-compte");
            case "/mot-de-passe-oublie" -> reponse.sendRedirect("/teleservices/oubli/mot-de-passe");
            case "/" -> reponse.sendRedirect(requete.getContextPath() + "/login");
            default -> autre(requete, reponse);
        }
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if ("/login".equals(chemin(requete))) {
            connexion.recevoir(requete, reponse);
        } else {
            reponse.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void valider(HttpServletRequest requete, HttpServletResponse reponse, boolean avecAttributs)
            throws IOException {
        try {
            Thread.sleep(lenteur.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (enPanne) {
            reponse.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            validation.valider(requete, reponse, avecAttributs);
        }
    }

    private void autre(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if (!fichier(reponse, chemin(requete).substring(1))) {
            page(
                    reponse,
                    404,
                    pages.message(
                            pages.langue(requete, reponse),
                            "introuvable.titre",
                            "introuvable.quoi",
                            "cas.inconnu.suite",
                            requete.getContextPath() + "/login"));
        }
    }
}
