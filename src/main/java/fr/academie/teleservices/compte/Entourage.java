package fr.academie.teleservices.compte;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Les mots que l'on peut savoir du titulaire d'un compte sans connaître son secret : ses noms, son identifiant, ses enfants, leurs
 * établissements, le service. Un mot de passe n'en tire aucune force. Source : DOMAIN §4.
 *
 * @param mots normalisés par {@link Identite#normaliser(String)}, de trois signes au moins, chacun une fois
 */
public record Entourage(List<String> mots) {

    private static final int LONGUEUR_MINIMALE = 3;

    public Entourage {
        mots = List.copyOf(mots);
    }

    /** Les textes entiers et chacun de leurs mots ; un texte nul est ignoré. */
    public static Entourage de(Collection<@Nullable String> textes) {
        Set<String> mots = new LinkedHashSet<>();
        textes.stream()
                .filter(Objects::nonNull)
                .flatMap(texte -> Stream.concat(Stream.of(texte), Stream.of(texte.split("[^\\p{L}\\p{M}\\p{N}]+"))))
                .map(Identite::normaliser)
                .filter(mot -> mot.length() >= LONGUEUR_MINIMALE)
                .forEach(mots::add);
        return new Entourage(List.copyOf(mots));
    }

    /** Le même, avec ce que l'on sait du compte : nom, nom d'usage, prénom et identifiant. */
    Entourage avec(Compte compte) {
        Identite identite = compte.identite();
        Entourage siens = de(Arrays.asList(
                identite.nomFamille(),
                identite.nomUsage(),
                identite.prenom(),
                compte.identifiant().valeur()));
        return new Entourage(
                Stream.concat(mots.stream(), siens.mots.stream()).distinct().toList());
    }
}
