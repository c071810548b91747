package fr.academie.teleservices.acces;

import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.config.ProfilAcademie.AttributsCas;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lit les profils que le CAS prête à la personne, selon le profil d'académie. Source : DOMAIN §6.
 *
 * <p>Une valeur que l'académie n'a pas nommée, ou d'une autre forme que celle qu'elle annonce, vaut {@link Profil#INCONNU} : elle
 * n'ouvre rien. Sans valeur du tout, rien n'est dit.
 */
record LectureDuProfil(AttributsCas attributs) {

    Set<Profil> lire(Map<String, Object> recus) {
        String nom = attributs.profil();
        Object brut = nom == null ? null : recus.get(nom);
        Collection<?> valeurs = brut == null ? List.of() : brut instanceof Collection<?> c ? c : List.of(brut);
        return valeurs.stream()
                .map(String::valueOf)
                .flatMap(this::contenu)
                .map(valeur -> profil(attributs.valeurs().get(valeur)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> contenu(String valeur) {
        return switch (attributs.forme()) {
            case TEXTE -> texte(valeur.strip());
            case VECTEUR -> Stream.of(valeur.split("\\|", 2)[0].strip());
            case JSON -> tableau(valeur);
        };
    }

    /** Une valeur que l'académie nomme, ou plusieurs que des virgules séparent : la vue {@code compte_cas} rend ainsi deux profils. */
    private Stream<String> texte(String valeur) {
        return attributs.valeurs().containsKey(valeur)
                ? Stream.of(valeur)
                : Stream.of(valeur.split(",", -1)).map(String::strip);
    }

    private static Stream<String> tableau(String valeur) {
        try {
            return FabriqueJson.lireTableau(valeur).stream().map(LectureDuProfil::texte);
        } catch (JsonException pasUnTableau) {
            return Stream.of(valeur);
        }
    }

    private static String texte(JsonValue valeur) {
        return valeur instanceof JsonString chaine ? chaine.getString() : valeur.toString();
    }

    private static Profil profil(@Nullable String nom) {
        return nom == null ? Profil.INCONNU : Profil.valueOf(nom.toUpperCase(Locale.ROOT));
    }
}
