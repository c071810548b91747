package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.securite.Empreinte;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ce qui se compare d'une personne telle qu'un établissement la dit, réduit à des nombres que la base sait ranger : les colonnes
 * {@code cle_*} de {@code identite_responsable}. Qui écrit ces données écrit les clés avec ; à défaut, elles sont calculées avant le
 * prochain rapprochement.
 *
 * <p>Deux clés égales font un candidat, jamais une certitude : {@link #memeMail}, {@link #memePortable} et {@link Identite#comparer} décident sur les données.
 *
 * @param prenom zéro si ni le nom ni le prénom ne se comparent : foyer sans prénom, nom vide ou dont SIECLE a perdu des lettres
 * @param mail nulle sans adresse à laquelle écrire
 * @param portable nulle sans numéro de portable
 */
public record ClesDIdentite(
        long prenom, @Nullable Long mail, @Nullable Long portable) {

    /** « Ne se compare pas » : aucune empreinte ne vaut zéro. */
    public static final long INCOMPARABLE = 0;

    private static final char LETTRE_PERDUE = '?';

    /** Les clés de ce qu'une source a dit. */
    public static ClesDIdentite de(
            String nomFamille,
            @Nullable String nomUsage,
            @Nullable String prenom,
            @Nullable String mail,
            @Nullable String portable) {
        boolean entier = entier(nomFamille) && (nomUsage == null || entier(nomUsage));
        String forme = prenom == null || !entier(prenom) ? "" : Identite.normaliser(prenom);
        boolean comparable =
                entier && !forme.isEmpty() && !Identite.normaliser(nomFamille).isEmpty();
        return new ClesDIdentite(
                comparable ? nombre(forme) : INCOMPARABLE,
                boite(mail).map(ClesDIdentite::nombre).orElse(null),
                numero(portable).map(ClesDIdentite::nombre).orElse(null));
    }

    /** Vrai si ces deux adresses désignent la même boîte, où l'on peut écrire ; faux si l'une manque. */
    public static boolean memeMail(@Nullable String un, @Nullable String autre) {
        Optional<String> boite = boite(un);
        return boite.isPresent() && boite.equals(boite(autre));
    }

    /** Vrai si ces deux textes sont le même numéro de portable ; faux si l'un n'en est pas un. */
    public static boolean memePortable(@Nullable String un, @Nullable String autre) {
        Optional<String> numero = numero(un);
        return numero.isPresent() && numero.equals(numero(autre));
    }

    private static boolean entier(String nom) {
        return nom.indexOf(LETTRE_PERDUE) < 0;
    }

    private static Optional<String> boite(@Nullable String mail) {
        return Optional.ofNullable(mail)
                .flatMap(AdresseMail::lire)
                .map(adresse -> adresse.valeur().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> numero(@Nullable String portable) {
        return Optional.ofNullable(portable).flatMap(TelephonePortable::lire).map(TelephonePortable::valeur);
    }

    private static long nombre(String forme) {
        long nombre = ByteBuffer.wrap(Empreinte.sha256(forme)).getLong();
        return nombre == INCOMPARABLE ? 1 : nombre;
    }
}
