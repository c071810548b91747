package fr.academie.teleservices.socle.config;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * La passerelle HTTP qui porte les SMS : les clés {@code sms.*}. Rien du service n'en dépend : la description suffit.
 *
 * @param entetes ceux de chaque envoi, secret déjà mis à sa place
 * @param forme ce qu'est le corps, et donc comment ce qui s'y insère s'échappe
 * @param corps modèle du corps, où {@code {{numero}}}, {@code {{texte}}}, {@code {{expediteur}}}, {@code {{reference}}} et
 *     {@code {{secret}}} prennent leur valeur
 * @param secret ce que {@code {{secret}}} vaut ; ni trace ni page ne le montrent
 * @param reussite ce que la réponse, de statut 2xx, doit contenir ; nul : le statut suffit
 * @param expediteur le nom que le téléphone affiche
 * @param parJour SMS que le service envoie par jour, au plus
 * @param delai tout un envoi, de la liaison à la réponse
 */
public record ReglagesSms(
        URI adresse,
        Methode methode,
        Map<String, String> entetes,
        Forme forme,
        String corps,
        String secret,
        @Nullable Pattern reussite,
        String expediteur,
        int parJour,
        Duration delai) {

    /** Au plus onze lettres et chiffres, dont une lettre : ce que les réseaux affichent. Source : 3GPP TS 23.040, 9.1.2.5. */
    private static final Pattern EXPEDITEUR = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]{1,11}");

    private static final Pattern NOM_D_EN_TETE = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final Pattern VALEUR_D_EN_TETE = Pattern.compile("[\\x20-\\x7E]{1,1000}");
    private static final Pattern SANS_ECHAPPEMENT = Pattern.compile("\\{\\{\\s*[{&>=]");
    private static final String SECRET = "{{secret}}";

    public ReglagesSms {
        entetes = Map.copyOf(entetes);
    }

    /** Les méthodes qui portent un corps : une adresse qui porterait le numéro et le code finirait dans des journaux. */
    public enum Methode {
        POST,
        PUT
    }

    /** Ce qu'est le corps. */
    public enum Forme {
        JSON("application/json"),
        FORMULAIRE("application/x-www-form-urlencoded");

        private final String type;

        Forme(String type) {
            this.type = type;
        }

        /** Son type MIME. */
        public String type() {
            return type;
        }
    }

    /** Nul si l'académie n'envoie pas de SMS : {@code sms.adresse} manque, et rien d'autre n'est alors attendu. */
    static @Nullable ReglagesSms lire(Proprietes p) {
        URI adresse = p.adresseFacultative("sms.adresse");
        Methode methode = p.choix("sms.methode", Methode.class, Methode.POST);
        Forme forme = p.choix("sms.forme", Forme.class, Forme.JSON);
        String secret = p.texte("sms.secret", "");
        Map<String, String> entetes = entetes(p, secret);
        Pattern reussite = reussite(p);
        int parJour = p.entier("sms.par_jour", 2000, 1, 1_000_000);
        Duration delai = p.duree("sms.delai", Duration.ofSeconds(10));
        String corps = p.facultatif("sms.corps");
        String expediteur = p.facultatif("sms.expediteur");
        if (adresse == null) {
            return null;
        }
        return new ReglagesSms(
                chiffree(adresse),
                methode,
                entetes,
                forme,
                exiger(
                        "sms.corps",
                        corps,
                        ReglagesSms::estUnCorps,
                        "un texte où {{numero}} et {{texte}} sont échappés"),
                secret,
                reussite,
                exiger(
                        "sms.expediteur",
                        expediteur,
                        nom -> EXPEDITEUR.matcher(nom).matches(),
                        "un nom de 11 lettres sans accent ou chiffres au plus, dont une lettre,"),
                parJour,
                delai);
    }

    private static boolean estUnCorps(String corps) {
        return corps.contains("{{numero}}")
                && corps.contains("{{texte}}")
                && !SANS_ECHAPPEMENT.matcher(corps).find();
    }

    private static String exiger(String cle, @Nullable String valeur, Predicate<String> bonne, String attendu) {
        if (valeur == null || !bonne.test(valeur)) {
            throw new ErreurDeConfiguration(
                    "Le réglage « " + cle + " » manque ou ne convient pas : " + attendu + " est attendu.");
        }
        return valeur;
    }

    /** HTTPS, sauf vers cette machine : la démonstration, ou un relais local. */
    private static URI chiffree(URI adresse) {
        String hote = adresse.getHost();
        boolean ici = "localhost".equals(hote)
                || AdresseLue.ip(hote.replaceAll("[\\[\\]]", ""))
                        .map(InetAddress::isLoopbackAddress)
                        .orElse(false);
        if (!"https".equals(adresse.getScheme()) && !ici) {
            throw new ErreurDeConfiguration(
                    "Le réglage « sms.adresse » vaut « " + adresse + " » : une adresse https est attendue.");
        }
        return adresse;
    }

    private static Map<String, String> entetes(Proprietes p, String secret) {
        Map<String, String> lus = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String noms = p.texte("sms.entetes", "");
        Arrays.stream(noms.split(","))
                .map(String::strip)
                .filter(nom -> !nom.isEmpty())
                .forEach(nom -> {
                    if (!NOM_D_EN_TETE.matcher(nom).matches()) {
                        throw new ErreurDeConfiguration("Le réglage « sms.entetes » nomme « " + nom
                                + " » : des noms d'en-têtes séparés par des virgules sont attendus.");
                    }
                    String valeur = p.texte("sms.entete." + nom).replace(SECRET, secret);
                    if (!VALEUR_D_EN_TETE.matcher(valeur).matches()) {
                        throw new ErreurDeConfiguration("Le réglage « sms.entete." + nom
                                + " » ne convient pas : une ligne de caractères ASCII est attendue.");
                    }
                    lus.put(nom, valeur);
                });
        return lus;
    }

    private static @Nullable Pattern reussite(Proprietes p) {
        String motif = p.facultatif("sms.reussite");
        try {
            return motif == null ? null : Pattern.compile(motif);
        } catch (PatternSyntaxException e) {
            throw new ErreurDeConfiguration(
                    "Le réglage « sms.reussite » vaut « " + motif + " » : une expression régulière est attendue.", e);
        }
    }

    @Override
    public String toString() {
        return "ReglagesSms[" + adresse + "]";
    }
}
