package fr.academie.teleservices.socle.texte;

import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Les langues du service (réglage {@code langues} du profil d'académie ; la première à défaut de choix), leurs mots, et la seule
 * décision de laquelle parle à qui.
 *
 * <p>Ajouter une langue : son fichier {@code messages_xx.properties} à côté de celui du français, et {@code xx} dans le réglage. Une
 * clé suivie du nom d'un habillage ({@code enfants.titre.mon_compte}) ou d'un titre ({@code regrouper.titre.dit_regroupement}) y remplace la clé nue ; un mot que la langue n'a pas reste en
 * français.
 */
@Singleton
public final class Langues {

    private static final String DOSSIER = "/fr/academie/teleservices/";
    /** Au-delà, ce n'est pas un navigateur qui le dit. */
    private static final int ENTETE_MAXIMAL = 500;

    private final Map<Langue, Catalogue> catalogues = new LinkedHashMap<>();
    private final Langue premiere;
    private final Catalogue francais;

    /** Celle de la page que ce fil écrit, posée par le filtre des langues. Une variable de requête coûterait un détour par mot. */
    private final ThreadLocal<Langue> demandee = new ThreadLocal<>();

    /** Lit les mots de chaque langue ; lève {@link ErreurDeConfiguration} s'il en manque le fichier. */
    @Inject
    public Langues(ProfilAcademie profil) {
        this(profil.langues(), List.of(profil.habillage().nom(), profil.titre().suffixe()), profil.fuseau());
    }

    /** @param variantes les suffixes des mots qui en remplacent d'autres, le dernier l'emportant */
    Langues(List<Locale> offertes, List<String> variantes, ZoneId fuseau) {
        Map<String, String> reference = lire(Langue.REFERENCE, variantes);
        List<Langue> langues = offertes.isEmpty()
                ? List.of(Langue.REFERENCE)
                : offertes.stream().map(Langue::new).toList();
        for (Langue langue : langues) {
            Map<String, String> mots = new HashMap<>(reference);
            mots.putAll(lire(langue, variantes));
            catalogues.put(langue, new Catalogue(langue, mots, reference, fuseau));
        }
        premiere = langues.get(0);
        francais = new Catalogue(Langue.REFERENCE, reference, reference, fuseau);
    }

    /** Les langues du service, la première à défaut de choix. */
    public List<Langue> offertes() {
        return List.copyOf(catalogues.keySet());
    }

    /** Celle que le service parle à qui n'en a pas choisi. */
    public Langue premiere() {
        return premiere;
    }

    /** La langue de la personne qui lit la page demandée ; la première hors d'une page. */
    public Langue courante() {
        Langue choisie = demandee.get();
        return choisie == null ? premiere : choisie;
    }

    /** La langue de ce code ; vide si elle n'est pas, ou plus, du service. */
    public Optional<Langue> deCode(@Nullable String code) {
        return catalogues.keySet().stream()
                .filter(langue -> langue.code().equals(code))
                .findFirst();
    }

    /** La langue d'une personne à qui l'on écrit : celle que son compte garde, sinon la première. */
    public Langue duCompte(@Nullable String code) {
        return deCode(code).orElse(premiere);
    }

    /**
     * Celle des langues du service que ce navigateur préfère.
     *
     * @param entete son {@code Accept-Language} ; absent, vide ou illisible, il ne préfère rien
     */
    public Optional<Langue> preferee(@Nullable String entete) {
        if (entete == null || entete.length() > ENTETE_MAXIMAL) {
            return Optional.empty();
        }
        try {
            List<Locale> offertes =
                    catalogues.keySet().stream().map(Langue::locale).toList();
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(entete), offertes))
                    .map(Langue::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Dit la langue des pages que ce fil va écrire ; {@link #finir} quand elles le sont. */
    public void parler(Langue langue) {
        demandee.set(langue);
    }

    /** Ce fil n'écrit plus pour cette personne. */
    public void finir() {
        demandee.remove();
    }

    /** Les mots français, que le service les offre ou non : ceux du papier. */
    Catalogue francais() {
        return francais;
    }

    Catalogue catalogue(Langue langue) {
        return Objects.requireNonNull(catalogues.get(langue), "Cette langue n'est pas du service.");
    }

    private static Map<String, String> lire(Langue langue, List<String> variantes) {
        Properties lus = new Properties();
        try (InputStream flux = ouvrir(langue)) {
            if (flux == null) {
                throw new ErreurDeConfiguration("Le réglage « langues » du profil d'académie contient « "
                        + langue.code() + " », mais le WAR n'a pas le fichier de ses mots, " + langue.fichier() + ".");
            }
            lus.load(new InputStreamReader(flux, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> mots = new HashMap<>();
        lus.stringPropertyNames().forEach(cle -> mots.put(cle, lus.getProperty(cle)));
        for (String variante : variantes) {
            String suffixe = "." + variante;
            lus.stringPropertyNames().stream()
                    .filter(cle -> cle.endsWith(suffixe))
                    .forEach(cle -> mots.put(cle.substring(0, cle.length() - suffixe.length()), lus.getProperty(cle)));
        }
        return mots;
    }

    private static @Nullable InputStream ouvrir(Langue langue) {
        return Langues.class.getResourceAsStream(DOSSIER + langue.fichier());
    }
}
