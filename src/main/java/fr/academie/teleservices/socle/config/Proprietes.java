package fr.academie.teleservices.socle.config;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Un fichier de réglages clé = valeur (UTF-8), lu par types.
 *
 * <p>Chaque lecture retient sa clé : {@link #refuserLesInconnues()} signale ensuite les fautes de frappe. Une valeur peut être
 * remplacée par une variable d'environnement ({@code base.mot_de_passe} → {@code TELESERVICES_BASE_MOT_DE_PASSE}).
 * Toute lecture impossible lève {@link ErreurDeConfiguration}, qui nomme la clé, le fichier et ce qui était attendu ; la valeur
 * d'un mot de passe n'y figure jamais.
 */
public final class Proprietes {

    private static final String UNE_ADRESSE = "une adresse http ou https complète";
    private static final String UN_DOSSIER = "le chemin complet d'un dossier où l'on peut écrire";
    private static final Pattern DUREE = Pattern.compile("(\\d{1,6})\\s*(ms|s|min|h|j)");

    private final String origine;
    private final Map<String, String> valeurs;
    private final UnaryOperator<@Nullable String> environnement;
    private final Map<String, Attente> lues = new TreeMap<>();

    /**
     * Ce qu'une clé attend.
     *
     * @param defaut ce qu'elle vaut quand rien n'est écrit ; nul si elle est obligatoire, vide s'il n'y a alors rien
     */
    record Attente(String quoi, @Nullable String defaut) {}

    private Proprietes(String origine, Map<String, String> valeurs, UnaryOperator<@Nullable String> environnement) {
        this.origine = origine;
        this.valeurs = valeurs;
        this.environnement = environnement;
    }

    /** Lit un fichier ; absent ou illisible, lève {@link ErreurDeConfiguration}. */
    public static Proprietes duFichier(Path fichier, UnaryOperator<@Nullable String> environnement) {
        try (Reader lecteur = Files.newBufferedReader(fichier, StandardCharsets.UTF_8)) {
            return duTexte(fichier.toString(), lecteur, environnement);
        } catch (IOException e) {
            throw new ErreurDeConfiguration(
                    "Le fichier de réglages « " + fichier
                            + " » est absent ou illisible. Copiez conf/teleservices.properties à cet endroit, en UTF-8.",
                    e);
        }
    }

    /** Lit un texte au format {@link Properties} ; {@code origine} sert aux messages. */
    public static Proprietes duTexte(String origine, Reader lecteur, UnaryOperator<@Nullable String> environnement)
            throws IOException {
        Properties lu = new Properties();
        try {
            lu.load(lecteur);
        } catch (IllegalArgumentException e) {
            throw new ErreurDeConfiguration("Le fichier « " + origine + " » contient une séquence \\u incorrecte.", e);
        }
        Map<String, String> valeurs = new TreeMap<>();
        lu.stringPropertyNames().forEach(cle -> valeurs.put(cle, lu.getProperty(cle)));
        return new Proprietes(origine, valeurs, environnement);
    }

    /** Les mêmes réglages, où chaque clé de {@code prioritaires} l'emporte (préfixe déjà retiré). */
    public Proprietes avec(Map<String, String> prioritaires) {
        Map<String, String> ensemble = new TreeMap<>(valeurs);
        ensemble.putAll(prioritaires);
        return new Proprietes(origine, ensemble, environnement);
    }

    /** Les clés qui commencent par {@code prefixe}, préfixe retiré ; elles comptent comme lues. */
    public Map<String, String> sousEnsemble(String prefixe) {
        Map<String, String> trouvees = new LinkedHashMap<>();
        valeurs.forEach((cle, valeur) -> {
            if (cle.startsWith(prefixe)) {
                noter(cle, "un texte", "");
                trouvees.put(cle.substring(prefixe.length()), valeur);
            }
        });
        return trouvees;
    }

    public @Nullable String facultatif(String cle) {
        noter(cle, "un texte", "");
        String brut = environnement.apply(
                "TELESERVICES_" + cle.toUpperCase(Locale.ROOT).replace('.', '_'));
        if (brut == null) {
            brut = valeurs.get(cle);
        }
        return brut == null || brut.isBlank() ? null : brut.strip();
    }

    public String texte(String cle) {
        noter(cle, "un texte", null);
        String valeur = facultatif(cle);
        if (valeur == null) {
            throw new ErreurDeConfiguration(
                    "Le réglage « " + cle + " » manque dans " + origine + " : une valeur est attendue.");
        }
        return valeur;
    }

    public String texte(String cle, String defaut) {
        noter(cle, "un texte", defaut);
        String valeur = facultatif(cle);
        return valeur == null ? defaut : valeur;
    }

    public int entier(String cle, int defaut, int minimum, int maximum) {
        return lire(cle, defaut, "un nombre entier de " + minimum + " à " + maximum, valeur -> {
            int nombre = Integer.parseInt(valeur);
            if (nombre < minimum || nombre > maximum) {
                throw new IllegalArgumentException(valeur);
            }
            return nombre;
        });
    }

    public boolean ouiNon(String cle, boolean defaut) {
        return lire(cle, defaut, "« oui » ou « non »", valeur -> switch (valeur.toLowerCase(Locale.ROOT)) {
            case "oui" -> true;
            case "non" -> false;
            default -> throw new IllegalArgumentException(valeur);
        });
    }

    public Duration duree(String cle, Duration defaut) {
        return lire(cle, defaut, "une durée comme « 500 ms », « 5 s », « 10 min », « 2 h » ou « 90 j »", valeur -> {
            var lue = DUREE.matcher(valeur);
            if (!lue.matches()) {
                throw new IllegalArgumentException(valeur);
            }
            long nombre = Long.parseLong(lue.group(1));
            return switch (lue.group(2)) {
                case "ms" -> Duration.ofMillis(nombre);
                case "s" -> Duration.ofSeconds(nombre);
                case "min" -> Duration.ofMinutes(nombre);
                case "h" -> Duration.ofHours(nombre);
                default -> Duration.ofDays(nombre);
            };
        });
    }

    /** Une durée d'au moins {@code minimum} jours : « 365 s » écrit pour « 365 j » effacerait tout. */
    public Duration dureeEnJours(String cle, int defaut, int minimum) {
        String attendu = "une durée d'au moins " + minimum + " jours, comme « " + defaut + " j »,";
        Duration lue = duree(cle, Duration.ofDays(defaut));
        if (lue.compareTo(Duration.ofDays(minimum)) < 0) {
            throw fautive(cle, String.valueOf(facultatif(cle)), attendu, null);
        }
        return lue;
    }

    /** Un fuseau nommé par la base IANA ; ni décalage ni abréviation, que rien ne suivrait à l'heure d'été. */
    public ZoneId fuseau(String cle, ZoneId defaut) {
        return lire(cle, defaut, "un fuseau comme « Europe/Paris » ou « Indian/Reunion »", valeur -> {
            if (valeur.indexOf('/') < 0 || !ZoneId.getAvailableZoneIds().contains(valeur)) {
                throw new IllegalArgumentException(valeur);
            }
            return ZoneId.of(valeur);
        });
    }

    public <E extends Enum<E>> E choix(String cle, Class<E> type, @Nullable E defaut) {
        String attendu = Arrays.stream(type.getEnumConstants())
                .map(e -> "« " + e.name().toLowerCase(Locale.ROOT) + " »")
                .collect(Collectors.joining(", "));
        return lire(cle, defaut, "l'un de " + attendu, v -> Enum.valueOf(type, v.toUpperCase(Locale.ROOT)));
    }

    public URI adresse(String cle) {
        return lire(cle, null, UNE_ADRESSE, AdresseLue::web);
    }

    public @Nullable URI adresseFacultative(String cle) {
        noter(cle, UNE_ADRESSE, "");
        return facultatif(cle) == null ? null : adresse(cle);
    }

    /** Un dossier qui existe, et où l'on peut écrire ; nul si la clé manque. */
    public @Nullable Path dossierFacultatif(String cle) {
        noter(cle, UN_DOSSIER, "");
        if (facultatif(cle) == null) {
            return null;
        }
        return lire(cle, null, UN_DOSSIER, valeur -> {
            Path dossier = Path.of(valeur);
            if (!dossier.isAbsolute() || !Files.isDirectory(dossier) || !Files.isWritable(dossier)) {
                throw new IllegalArgumentException(valeur);
            }
            return dossier;
        });
    }

    /** Une liste d'adresses séparées par des virgules ; vide si la clé manque. */
    public List<URI> adresses(String cle) {
        return lire(
                cle,
                List.of(),
                "des adresses http ou https séparées par des virgules",
                valeur -> Arrays.stream(valeur.split(","))
                        .map(String::strip)
                        .filter(a -> !a.isEmpty())
                        .map(AdresseLue::web)
                        .toList());
    }

    /** Des adresses IP écrites en chiffres, séparées par des virgules ; aucun nom n'est résolu. */
    public Set<InetAddress> adressesIp(String cle, Set<String> defaut) {
        String valeurs = texte(cle, String.join(",", defaut));
        return Arrays.stream(valeurs.split(","))
                .map(String::strip)
                .map(valeur -> AdresseLue.ip(valeur)
                        .orElseThrow(() -> fautive(
                                cle,
                                valeurs,
                                "des adresses IP comme « 127.0.0.1 » ou « 2001:db8::7 », séparées par des virgules,",
                                null)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Des origines (schéma, hôte, port) séparées par des virgules, telles qu'un en-tête de sécurité les nomme ; vide si la clé manque. */
    public List<URI> origines(String cle) {
        String attendu = "des origines comme « https://ent.exemple.fr », sans chemin, séparées par des virgules,";
        for (URI adresse : adresses(cle)) {
            if (!adresse.getRawPath().isEmpty() || adresse.getRawQuery() != null || adresse.getRawFragment() != null) {
                throw fautive(cle, adresse.toString(), attendu, null);
            }
        }
        return adresses(cle);
    }

    /** Une liste de langues (BCP 47 : {@code fr}, {@code pt-BR}) séparées par des virgules ; vide si la clé manque. */
    public List<Locale> langues(String cle) {
        return lire(
                cle,
                List.of(),
                "des codes de langue comme « fr » ou « ar », séparés par des virgules,",
                valeur -> Arrays.stream(valeur.split(","))
                        .map(String::strip)
                        .map(code -> new Locale.Builder().setLanguageTag(code).build())
                        .distinct()
                        .toList());
    }

    /** Arrête le démarrage si le fichier porte une clé que personne n'a lue. */
    public void refuserLesInconnues() {
        Set<String> inconnues = new TreeSet<>(valeurs.keySet());
        inconnues.removeAll(lues.keySet());
        if (!inconnues.isEmpty()) {
            throw new ErreurDeConfiguration("Réglage inconnu dans " + origine + " : « "
                    + String.join(" », « ", inconnues) + " ». Les réglages attendus sont : "
                    + String.join(", ", lues.keySet()) + ".");
        }
    }

    private <T> T lire(String cle, @Nullable T defaut, String attendu, Function<String, T> lecture) {
        noter(cle, attendu, defaut == null ? null : dit(defaut));
        String valeur = facultatif(cle);
        if (valeur == null) {
            if (defaut == null) {
                throw new ErreurDeConfiguration(
                        "Le réglage « " + cle + " » manque dans " + origine + " : " + attendu + " est attendu.");
            }
            return defaut;
        }
        try {
            return lecture.apply(valeur);
        } catch (IllegalArgumentException e) {
            throw fautive(cle, valeur, attendu, e);
        }
    }

    /** Chaque clé que le code a demandée, qu'elle soit écrite ou non, et ce qu'il en attend ; la première demande en dit le plus. */
    Map<String, Attente> attentes() {
        return Map.copyOf(lues);
    }

    private void noter(String cle, String quoi, @Nullable String defaut) {
        lues.putIfAbsent(cle, new Attente(quoi, defaut));
    }

    private static String dit(Object defaut) {
        if (defaut instanceof Boolean vrai) {
            return vrai ? "oui" : "non";
        }
        if (defaut instanceof Duration duree) {
            return enMots(duree);
        }
        return defaut instanceof Enum<?> choix
                ? choix.name().toLowerCase(Locale.ROOT)
                : String.valueOf(defaut).replaceAll("^\\[\\]$", "");
    }

    private static String enMots(Duration duree) {
        if (duree.toMillis() % 1000 != 0) {
            return duree.toMillis() + " ms";
        }
        if (duree.toSeconds() % 60 != 0) {
            return duree.toSeconds() + " s";
        }
        if (duree.toMinutes() % 60 != 0) {
            return duree.toMinutes() + " min";
        }
        return duree.toHours() % 24 == 0 && duree.toHours() > 24 ? duree.toDays() + " j" : duree.toHours() + " h";
    }

    private ErreurDeConfiguration fautive(String cle, String valeur, String attendu, @Nullable Exception cause) {
        return new ErreurDeConfiguration(
                "Le réglage « " + cle + " » de " + origine + " vaut « " + valeur + " » : " + attendu + " est attendu.",
                cause);
    }
}
