package fr.academie.teleservices.tuile;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.ProfilAcademie.Entree;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.texte.Gabarit;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Les descripteurs de la tuile pour un profil d'académie et une adresse : extrait HTML, uPortal, Edifice, CAS, fiche de valeurs.
 *
 * <p>Aucun ne porte de secret. Toutes les adresses viennent des réglages ; un essai vérifie qu'elles répondent.
 */
public final class Descripteurs {

    /** Numéro du service dans le registre du CAS ; le nom du fichier doit le répéter. */
    private static final int NUMERO_CAS = 1000;

    /** Le thème de conf/cas/theme. */
    private static final String THEME_CAS = "scolarite-services";

    private static final String ICONE = "/ts/teleservices.svg";

    private static final Gabarit EXTRAIT = Gabarit.balise(Descripteurs.class, "teleservices.html");
    private static final Gabarit PORTLET = Gabarit.balise(Descripteurs.class, "portlet-definition.xml");
    private static final Gabarit FICHE = Gabarit.brut(Descripteurs.class, "fiche.txt");

    private static final Pattern SIGNE_DE_REGEX = Pattern.compile("[\\\\.^$|?*+()\\[\\]{}]");

    private final ProfilAcademie profil;
    private final List<String> applications;
    private final Map<String, String> valeurs;

    private Descripteurs(ProfilAcademie profil, List<URI> serveurs, String contexte) {
        this.profil = profil;
        this.applications = serveurs.stream().map(s -> sansBarre(s) + contexte).toList();
        this.valeurs = valeurs();
    }

    /**
     * Les cinq descripteurs.
     *
     * @param serveurs adresses publiques, au moins une ; la première est celle que les portails ouvrent
     * @param contexte chemin de l'application : {@code /teleservices}
     */
    public static List<Descripteur> pour(ProfilAcademie profil, List<URI> serveurs, String contexte) {
        Descripteurs descripteurs = new Descripteurs(profil, serveurs, contexte);
        return List.of(
                new Descripteur("teleservices.html", "text/plain", "html", EXTRAIT.rendre(descripteurs.valeurs)),
                new Descripteur(
                        "teleservices.portlet-definition.xml",
                        "application/xml",
                        "uportal",
                        PORTLET.rendre(descripteurs.valeurs)),
                new Descripteur("teleservices.edifice.json", "application/json", "edifice", descripteurs.edifice()),
                new Descripteur("Teleservices-" + NUMERO_CAS + ".json", "application/json", "cas", descripteurs.cas()),
                new Descripteur("teleservices.fiche.txt", "text/plain", "fiche", FICHE.rendre(descripteurs.valeurs)));
    }

    private Map<String, String> valeurs() {
        Map<String, String> lues = new LinkedHashMap<>();
        lues.put("academie", profil.academie());
        lues.put("service", profil.service());
        lues.put("titre", titre(profil.entree()));
        lues.put("entree", chemin(profil.entree()));
        lues.put("entreeLycee", chemin(profil.entreeLycee()));
        lues.put("portail", profil.portailNom());
        lues.put("adressePortail", profil.portailAdresse().toString());
        lues.put("accueil", adresse("/accueil"));
        lues.put("tuile", adresse("/tuile"));
        lues.put("icone", adresse(ICONE));
        lues.put("connexion", adresse("/connexion"));
        lues.put("deconnecte", adresse("/deconnecte"));
        lues.put("sante", adresse("/sante"));
        lues.put("serviceCas", serviceCas());
        lues.put("portails", portails());
        return lues;
    }

    private String adresse(String chemin) {
        return applications.get(0) + chemin;
    }

    private String portails() {
        return profil.tuilePortails().isEmpty()
                ? "aucun (tuile.portails)"
                : profil.tuilePortails().stream().map(URI::toString).collect(Collectors.joining(", "));
    }

    /** Sous quel nom le guide fait chercher l'entrée. */
    private String titre(Entree entree) {
        return switch (entree) {
            case ICONE, MES_APPLIS -> profil.service();
            case ONGLET, TUILE, CONNEXION -> "Téléservices";
        };
    }

    private String chemin(Entree entree) {
        String nom = "« " + titre(entree) + " »";
        return switch (entree) {
            case ONGLET -> "onglet " + nom;
            case ICONE -> "icône " + nom;
            case MES_APPLIS -> "« Mes applis. », puis icône " + nom;
            case TUILE -> "tuile " + nom;
            case CONNEXION -> "page de connexion";
        };
    }

    /** Le service que le CAS autorise : retour de connexion (avec son nombre) et page d'au revoir, à nos adresses seulement. */
    private String serviceCas() {
        String adresses = applications.stream()
                .map(a -> SIGNE_DE_REGEX.matcher(a).replaceAll("\\\\$0"))
                .collect(Collectors.joining("|"));
        String base = applications.size() == 1 ? adresses : "(" + adresses + ")";
        return "^" + base + "/(connexion\\?etat=[A-Za-z0-9_-]{22}|deconnecte)$";
    }

    /** Corps de {@code POST /appregistry/application/external} : mêmes champs que le schéma createApplication.json d'entcore. */
    private String edifice() {
        return FabriqueJson.lisible(FabriqueJson.objet()
                .add("name", "Teleservices")
                .add("displayName", titre(profil.entree()))
                .add("address", adresse("/accueil"))
                .add("icon", adresse(ICONE))
                .add("target", "_blank")
                .add("inherits", true)
                .build());
    }

    /** Un service du registre JSON d'Apereo CAS (6.6 et suivants). */
    private String cas() {
        JsonArrayBuilder attributs = FabriqueJson.tableau();
        String attribut = profil.attributsCas().profil();
        if (attribut != null) {
            // Un attribut emboîté (userAttributes/profiles) est délivré par celui qui le contient.
            attributs.add(attribut.split("/", 2)[0]);
        }
        JsonObjectBuilder service = FabriqueJson.objet()
                .add("@class", "org.apereo.cas.services.CasRegisteredService")
                .add("serviceId", serviceCas())
                .add("name", "Teleservices")
                .add("id", NUMERO_CAS)
                .add("description", "Téléservices : regroupement des comptes responsables")
                .add("evaluationOrder", NUMERO_CAS);
        if (profil.entree() == Entree.CONNEXION) {
            // L'entrée directe : la page de connexion que le guide imprime.
            service.add("theme", THEME_CAS);
        }
        return FabriqueJson.lisible(service.add("logoutType", "BACK_CHANNEL")
                .add("logoutUrl", adresse("/connexion"))
                .add(
                        "attributeReleasePolicy",
                        FabriqueJson.objet()
                                .add("@class", "org.apereo.cas.services.ReturnAllowedAttributeReleasePolicy")
                                .add(
                                        "allowedAttributes",
                                        FabriqueJson.tableau()
                                                .add("java.util.ArrayList")
                                                .add(attributs)))
                .build());
    }

    private static String sansBarre(URI adresse) {
        String texte = adresse.toString();
        return texte.endsWith("/") ? texte.substring(0, texte.length() - 1) : texte;
    }
}
