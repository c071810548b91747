package fr.academie.teleservices.tuile;

import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.MotsDesGuides;
import fr.academie.teleservices.socle.texte.Textes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Les mots de la page de connexion directe (conf/cas/theme), dans chaque langue du profil d'académie : un fichier par langue, que le CAS choisit
 * d'après le navigateur, ou le paramètre {@code locale}.
 *
 * <p>Source des noms de fichiers et de clés : Apereo CAS 6.6, {@code custom_messages} et {@code authenticationFailure.*}.
 */
public final class ThemeDuCas {

    /** Ce que le CAS lit à défaut d'autre langue : la première du profil. */
    private static final String FICHIER = "custom_messages";

    private static final String ENTETE =
            "# Les mots du thème et les refus du CAS. Écrit par mvn -Pdescripteurs depuis ceux de l'application. UTF-8.\n";

    /** Chaque mot, et les clés sous lesquelles le CAS le demande ; sans clé, la sienne. */
    private static final Map<String, List<String>> MOTS = cles();

    private ThemeDuCas() {}

    private static Map<String, List<String>> cles() {
        Map<String, List<String>> mots = new LinkedHashMap<>();
        for (String cle : List.of(
                "cas.evitement",
                "langue.choisir",
                "cas.connexion.titre",
                "cas.connexion.titre.refus",
                "cas.connexion.accueil",
                "cas.connexion.regrouper",
                "cas.connexion.principal",
                "cas.connexion.identifiant",
                "cas.connexion.motDePasse",
                "cas.connexion.valider",
                "cas.connexion.regroupe",
                "cas.connexion.identifiantOublie",
                "cas.connexion.motDePasseOublie",
                "cas.connexion.sansCompte",
                "cas.frein.titre",
                "cas.frein.texte",
                "cas.frein.ouvert",
                "cas.inconnu.titre",
                "cas.inconnu.texte",
                "cas.inconnu.suite",
                "cas.expire.titre",
                "cas.expire.texte",
                "cas.expire.suite",
                "cas.sortie.titre",
                "cas.sortie.texte",
                "cas.sortie.suite",
                "cas.entree.titre",
                "cas.entree.texte",
                "cas.entree.suite")) {
            mots.put(cle, List.of(cle));
        }
        // Un compte inconnu, fermé, ou un mauvais mot de passe : la même phrase.
        mots.put(
                "cas.refus.inconnu",
                List.of(
                        "authenticationFailure.FailedLoginException",
                        "authenticationFailure.AccountNotFoundException",
                        "authenticationFailure.AccountDisabledException"));
        mots.put(
                "cas.refus.indisponible",
                List.of("authenticationFailure.PreventedException", "authenticationFailure.UNKNOWN"));
        mots.put("cas.refus.identifiant", List.of("username.required"));
        mots.put("cas.refus.motDePasse", List.of("password.required"));
        return mots;
    }

    /** Les fichiers à poser à la racine du thème, par nom. */
    public static Map<String, String> fichiers(Langues langues, Textes textes) {
        Map<String, String> fichiers = new LinkedHashMap<>();
        for (Langue langue : langues.offertes()) {
            Map<String, String> mots = mots(textes.en(langue));
            if (langue.equals(langues.premiere())) {
                mots.put(
                        "langues", langues.offertes().stream().map(Langue::code).collect(Collectors.joining(" ")));
                for (Langue offerte : langues.offertes()) {
                    mots.put("langue.lang." + offerte.code(), offerte.lang());
                    mots.put("langue.nom." + offerte.code(), textes.en(offerte).de("langue.nom"));
                }
            }
            fichiers.put(fichier(langue, langues), ecrire(mots));
        }
        return fichiers;
    }

    /** Les mots d'une langue, par clé du thème ; {@code <clé>.guide} est celui qu'un guide imprime, à montrer à côté, ou rien. */
    public static Map<String, String> mots(Textes textes) {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("langue.code", textes.getLangue().code());
        mots.put("langue.lang", textes.getLangue().lang());
        mots.put("langue.sens", textes.getLangue().sens());
        mots.put("langue.nom", textes.de("langue.nom"));
        MOTS.forEach((mot, cles) -> cles.forEach(cle -> mots.put(cle, textes.de(mot))));
        for (String guide : MotsDesGuides.duPrefixe("cas.")) {
            mots.put(guide + ".guide", MotsDesGuides.aCote(textes, guide));
        }
        return mots;
    }

    private static String fichier(Langue langue, Langues langues) {
        return FICHIER + (langue.equals(langues.premiere()) ? "" : "_" + langue.locale()) + ".properties";
    }

    private static String ecrire(Map<String, String> mots) {
        return mots.entrySet().stream()
                .map(mot -> mot.getKey() + "=" + mot.getValue() + "\n")
                .collect(Collectors.joining("", ENTETE, ""));
    }
}
