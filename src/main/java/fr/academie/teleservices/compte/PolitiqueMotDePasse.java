package fr.academie.teleservices.compte;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ce qu'un mot de passe choisi par le responsable doit tenir. Source : CNIL, délibération 2022-100, et ANSSI : 12 caractères de
 * 4 genres, ou 14 de 3 genres, ou une phrase de 7 mots différents de 3 lettres au moins ; ni le nom, ni l'identifiant ; ni courant,
 * ni un motif répété, ni ce que l'on devine du titulaire, de ses enfants ou du service.
 *
 * <p>La page et sa jauge reçoivent d'ici les mêmes nombres et la même liste, mais ni les enfants ni le dictionnaire de zxcvbn : elle ne
 * promet donc rien, et le serveur décide.
 */
@Named("politique")
@Singleton
public final class PolitiqueMotDePasse {

    /** Assez pour toute phrase ; borne le travail de l'empreinte. */
    public static final int LONGUEUR_MAXIMALE = 256;

    /** Un nom, un motif ou un mot plus court ne dit rien. */
    public static final int NOM_MINIMAL = 4;

    private static final int MOTIF_MINIMAL = 8;
    private static final int GENRES = 4;
    private static final int MOTS_D_UNE_PHRASE = 7;
    private static final int LETTRES_D_UN_MOT = 3;

    /** Une longueur qui suffit dès que le mot de passe mêle ce nombre de genres : minuscules, majuscules, chiffres, autres signes. */
    public record Voie(int longueur, int genres) {}

    private static final List<Voie> VOIES = List.of(new Voie(12, GENRES), new Voie(14, GENRES - 1));

    private final MotsDePasseCourants courants;
    private final EstimationZxcvbn estimation = new EstimationZxcvbn();

    @Inject
    public PolitiqueMotDePasse(MotsDePasseCourants courants) {
        this.courants = courants;
    }

    /**
     * Les règles que {@code motDePasse} ne tient pas ; vide s'il convient.
     *
     * @param entourage ce que l'on sait de plus que le compte : enfants, établissements, service
     */
    public List<RegleMotDePasse> defauts(String motDePasse, Compte compte, Entourage entourage) {
        List<RegleMotDePasse> defauts = new ArrayList<>();
        if (motDePasse.length() > LONGUEUR_MAXIMALE) {
            defauts.add(RegleMotDePasse.TROP_LONG);
            return defauts;
        }
        MotDePasseChoisi.defaut(motDePasse).ifPresent(defauts::add);
        List<String> mots = mots(motDePasse);
        if (!estAssezFort(motDePasse, mots)) {
            defauts.add(mots.size() < MOTS_D_UNE_PHRASE ? RegleMotDePasse.TROP_FAIBLE : RegleMotDePasse.PHRASE_PAUVRE);
        } else if (MotDePasseProvisoire.aLaFormeGroupee(motDePasse)) {
            defauts.add(RegleMotDePasse.COMME_UN_COURRIER);
        } else {
            devine(motDePasse, entourage.avec(compte)).ifPresent(defauts::add);
        }
        String forme = Identite.normaliser(motDePasse);
        if (nomsInterdits(compte).stream().anyMatch(forme::contains)) {
            defauts.add(RegleMotDePasse.CONTIENT_LE_NOM);
        }
        if (motDePasse.toLowerCase(Locale.ROOT).contains(compte.identifiant().valeur())) {
            defauts.add(RegleMotDePasse.CONTIENT_L_IDENTIFIANT);
        }
        return defauts;
    }

    /** Les noms et prénom du compte, normalisés, assez longs pour être cherchés dans le mot de passe. */
    public List<String> nomsInterdits(Compte compte) {
        Identite identite = compte.identite();
        return Stream.of(identite.nomFamille(), identite.nomUsage(), identite.prenom())
                .filter(Objects::nonNull)
                .map(Identite::normaliser)
                .filter(nom -> nom.length() >= NOM_MINIMAL)
                .distinct()
                .toList();
    }

    /** Les mêmes, séparés par des espaces, pour un attribut de la page. */
    public String nomsEnUneLigne(Compte compte) {
        return String.join(" ", nomsInterdits(compte));
    }

    public List<Voie> getVoies() {
        return VOIES;
    }

    public int getMots() {
        return MOTS_D_UNE_PHRASE;
    }

    public int getLongueurMaximale() {
        return LONGUEUR_MAXIMALE;
    }

    public int getMotifMinimal() {
        return MOTIF_MINIMAL;
    }

    public int getLettresDUnMot() {
        return LETTRES_D_UN_MOT;
    }

    /** Signes que doit garder un mot de passe hors de ce qui se devine. */
    public int getReste() {
        return ResteDuMotDePasse.SIGNES_MINIMAUX;
    }

    public int getSuiteMinimale() {
        return ResteDuMotDePasse.SUITE_MINIMALE;
    }

    /** Dates et années, en expression rationnelle commune à Java et aux navigateurs. */
    public String getDates() {
        return ResteDuMotDePasse.DATE;
    }

    /** Ce qui le ferait deviner, du moins cher à chercher au plus cher. */
    private Optional<RegleMotDePasse> devine(String motDePasse, Entourage entourage) {
        if (estRepetitif(motDePasse) || courants.contient(motDePasse)) {
            return Optional.of(RegleMotDePasse.TROP_COURANT);
        }
        return new ResteDuMotDePasse(entourage, courants.suites())
                .defaut(motDePasse)
                .or(() -> estimation.defaut(motDePasse, entourage));
    }

    private static List<String> mots(String motDePasse) {
        return List.of(motDePasse.strip().split("[\\s\\p{Z}-]+"));
    }

    private static boolean estAssezFort(String motDePasse, List<String> mots) {
        int longueur = motDePasse.codePointCount(0, motDePasse.length());
        int genres = genres(motDePasse);
        long differents = mots.stream()
                .filter(mot -> mot.codePoints().filter(Character::isLetter).count() >= LETTRES_D_UN_MOT)
                .map(Identite::normaliser)
                .distinct()
                .count();
        return differents >= MOTS_D_UNE_PHRASE
                || VOIES.stream().anyMatch(voie -> longueur >= voie.longueur() && genres >= voie.genres());
    }

    private static int genres(String motDePasse) {
        boolean minuscule = motDePasse.codePoints().anyMatch(Character::isLowerCase);
        boolean majuscule = motDePasse.codePoints().anyMatch(Character::isUpperCase);
        boolean chiffre = motDePasse.codePoints().anyMatch(Character::isDigit);
        boolean autre = motDePasse.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c));
        return (minuscule ? 1 : 0) + (majuscule ? 1 : 0) + (chiffre ? 1 : 0) + (autre ? 1 : 0);
    }

    private static boolean estRepetitif(String motDePasse) {
        return MotsDePasseCourants.motif(motDePasse).length() < MOTIF_MINIMAL
                || motDePasse.codePoints().distinct().count() < NOM_MINIMAL;
    }
}
