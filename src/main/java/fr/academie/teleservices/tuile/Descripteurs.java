package fr.academie.teleservices.tuile;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.ProfilAcademie.Entree;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.texte.Gabarit;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Les descripteurs de la tuile pour un profil d'académie et une adresse : extrait HTML, uPortal, Edifice, CAS, fiche de valeurs.
 *
 * <p>Aucun ne porte de secret ; leurs mots sont ceux des messages, dans la langue de qui les demande. Toutes les adresses viennent des réglages ; un essai vérifie qu'elles répondent.
 */
public final class Descripteurs {

    /** Le nom technique : celui du registre du CAS, du portail et des fichiers. */
    private static final String NOM = "Teleservices";

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
    private final Textes textes;
    private final List<String> applications;

    private Descripteurs(ProfilAcademie profil, Textes textes, List<URI> serveurs, String contexte) {
        this.profil = profil;
        this.textes = textes;
        this.applications = serveurs.stream().map(s -> sansBarre(s) + contexte).toList();
    }

    /**
     * Les cinq descripteurs.
     *
     * @param serveurs adresses publiques, au moins une ; la première est celle que les portails ouvrent
     * @param contexte chemin de l'application : {@code /teleservices}
     */
    public static List<Descripteur> pour(ProfilAcademie profil, Textes textes, List<URI> serveurs, String contexte) {
        Descripteurs descripteurs = new Descripteurs(profil, textes, serveurs, contexte);
        Map<String, String> valeurs = descripteurs.valeurs();
        return List.of(
                new Descripteur("teleservices.html", "text/plain", "html", EXTRAIT.rendre(valeurs)),
                new Descripteur(
                        "teleservices.portlet-definition.xml", "application/xml", "uportal", PORTLET.rendre(valeurs)),
                new Descripteur("teleservices.edifice.json", "application/json", "edifice", descripteurs.edifice()),
                new Descripteur(NOM + "-" + NUMERO_CAS + ".json", "application/json", "cas", descripteurs.cas()),
                new Descripteur("teleservices.fiche.txt", "text/plain", "fiche", FICHE.rendre(descripteurs.fiche())));
    }

    private Map<String, String> valeurs() {
        return Map.of(
                "titre", titre(profil.entree()),
                "description", description(),
                "accueil", adresse("/accueil"),
                "tuile", adresse("/tuile"),
                "icone", adresse(ICONE),
                "lien", textes.de("descripteurs.extrait.lien"),
                "cadre", textes.de("descripteurs.extrait.cadre"),
                "groupe", textes.de("descripteurs.portlet.groupe"));
    }

    private String description() {
        return textes.avec("descripteurs.description", profil.service());
    }

    private Fiche fiche() {
        return new Fiche(
                textes.de("descripteurs.fiche.titre"),
                profil.academie(),
                textes.de("descripteurs.fiche.usage"),
                List.of(
                        new Section(
                                null,
                                List.of(
                                        ligne("nom", NOM),
                                        ligne("intitule", titre(profil.entree())),
                                        ligne("description", description()),
                                        ligne("public", textes.de("descripteurs.fiche.responsables")),
                                        ligne("adresse", adresse("/accueil")),
                                        ligne("ouverture", textes.de("descripteurs.fiche.fenetre")),
                                        ligne("icone", adresse(ICONE)),
                                        ligne("tuile", adresse("/tuile")),
                                        ligne("portails", portails()))),
                        new Section(
                                null,
                                List.of(
                                        ligne("entree", chemin(profil.entree())),
                                        ligne("lycee", chemin(profil.entreeLycee())),
                                        ligne("portail", profil.portailNom() + " – " + profil.portailAdresse()))),
                        new Section(
                                textes.de("descripteurs.fiche.cas"),
                                List.of(
                                        ligne("service", serviceCas()),
                                        ligne("connexion", adresse("/connexion")),
                                        ligne(
                                                "deconnexion",
                                                textes.avec("descripteurs.fiche.retour", adresse("/connexion"))),
                                        ligne("deconnecte", adresse("/deconnecte")))),
                        new Section(
                                textes.de("descripteurs.fiche.surveillance"),
                                List.of(ligne("sante", adresse("/sante"))))));
    }

    /** Le nom est complété d'espaces : les valeurs se lisent en colonne. */
    private Ligne ligne(String cle, String valeur) {
        return new Ligne(String.format(Locale.ROOT, "%-25s", textes.de("descripteurs.fiche." + cle)), valeur);
    }

    private String adresse(String chemin) {
        return applications.get(0) + chemin;
    }

    private String portails() {
        return profil.tuilePortails().isEmpty()
                ? textes.de("descripteurs.fiche.aucunPortail")
                : profil.tuilePortails().stream().map(URI::toString).collect(Collectors.joining(", "));
    }

    /** Sous quel nom le guide fait chercher l'entrée. */
    private String titre(Entree entree) {
        return switch (entree) {
            case ICONE, MES_APPLIS -> profil.service();
            case ONGLET, TUILE, CONNEXION -> textes.de("tuile.titre");
        };
    }

    private String chemin(Entree entree) {
        return textes.avec("descripteurs.entree." + entree, titre(entree));
    }

    /** Le service que le CAS autorise : retour de connexion (avec son nombre, et la langue choisie au CAS) et page d'au revoir, à nos adresses seulement. */
    private String serviceCas() {
        String adresses = applications.stream()
                .map(a -> SIGNE_DE_REGEX.matcher(a).replaceAll("\\\\$0"))
                .collect(Collectors.joining("|"));
        String base = applications.size() == 1 ? adresses : "(" + adresses + ")";
        return "^" + base + "/(connexion\\?etat=[A-Za-z0-9_-]{22}(&langue=[A-Za-z-]{2,12})?|deconnecte)$";
    }

    /** Corps de {@code POST /appregistry/application/external} : mêmes champs que le schéma createApplication.json d'entcore. */
    private String edifice() {
        return FabriqueJson.lisible(FabriqueJson.objet()
                .add("name", NOM)
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
                .add("name", NOM)
                .add("id", NUMERO_CAS)
                .add("description", textes.de("descripteurs.cas.description"))
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

    /** La fiche de valeurs, comme son gabarit la lit. */
    record Fiche(String titre, String academie, String usage, List<Section> sections) {}

    /** @param titre nul pour une suite de lignes sans titre */
    record Section(@Nullable String titre, List<Ligne> lignes) {}

    record Ligne(String nom, String valeur) {}

    private static String sansBarre(URI adresse) {
        String texte = adresse.toString();
        return texte.endsWith("/") ? texte.substring(0, texte.length() - 1) : texte;
    }
}
