package fr.academie.teleservices.compte;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Ce qu'un mot de passe choisi par le responsable doit tenir. Source : CNIL, délibération 2022-100, et ANSSI : 12 caractères de
 * 4 genres, ou 14 de 3 genres, ou une phrase de 7 mots ; ni le nom, ni l'identifiant ; pas une suite d'un même motif.
 */
@Singleton
public final class PolitiqueMotDePasse {

    /** Assez pour toute phrase ; borne le travail de l'empreinte. */
    public static final int LONGUEUR_MAXIMALE = 256;

    private static final int MOTIF_MINIMAL = 4;
    private static final int MOTS_D_UNE_PHRASE = 7;

    /** Les règles que {@code motDePasse} ne tient pas ; vide s'il convient. */
    public List<RegleMotDePasse> defauts(String motDePasse, Compte compte) {
        List<RegleMotDePasse> defauts = new ArrayList<>();
        if (motDePasse.length() > LONGUEUR_MAXIMALE) {
            defauts.add(RegleMotDePasse.TROP_LONG);
            return defauts;
        }
        if (!estAssezFort(motDePasse)) {
            defauts.add(RegleMotDePasse.TROP_FAIBLE);
        } else if (estRepetitif(motDePasse)) {
            defauts.add(RegleMotDePasse.TROP_COURANT);
        }
        String forme = Identite.normaliser(motDePasse);
        Identite identite = compte.identite();
        if (contient(forme, identite.nomFamille())
                || contient(forme, identite.prenom())
                || (identite.nomUsage() != null && contient(forme, identite.nomUsage()))) {
            defauts.add(RegleMotDePasse.CONTIENT_LE_NOM);
        }
        if (motDePasse.toLowerCase(Locale.ROOT).contains(compte.identifiant().valeur())) {
            defauts.add(RegleMotDePasse.CONTIENT_L_IDENTIFIANT);
        }
        return defauts;
    }

    private static boolean estAssezFort(String motDePasse) {
        int longueur = motDePasse.codePointCount(0, motDePasse.length());
        int genres = genres(motDePasse);
        long mots = Arrays.stream(motDePasse.strip().split("[\\s\\p{Z}-]+"))
                .filter(mot -> mot.length() > 1)
                .count();
        return (longueur >= 12 && genres == 4) || (longueur >= 14 && genres >= 3) || mots >= MOTS_D_UNE_PHRASE;
    }

    private static int genres(String motDePasse) {
        boolean minuscule = motDePasse.codePoints().anyMatch(Character::isLowerCase);
        boolean majuscule = motDePasse.codePoints().anyMatch(Character::isUpperCase);
        boolean chiffre = motDePasse.codePoints().anyMatch(Character::isDigit);
        boolean autre = motDePasse.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c));
        return (minuscule ? 1 : 0) + (majuscule ? 1 : 0) + (chiffre ? 1 : 0) + (autre ? 1 : 0);
    }

    private static boolean estRepetitif(String motDePasse) {
        return motDePasse.codePoints().distinct().count() < MOTIF_MINIMAL;
    }

    private static boolean contient(String forme, String nom) {
        String recherche = Identite.normaliser(nom);
        return recherche.length() >= MOTIF_MINIMAL && forme.contains(recherche);
    }
}
