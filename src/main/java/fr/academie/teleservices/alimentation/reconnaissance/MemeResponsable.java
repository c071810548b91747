package fr.academie.teleservices.alimentation.reconnaissance;

import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Connu;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.NomIncomplet;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Nouveau;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Le même responsable : numéro connu ; à défaut, un élève connu qui n'a qu'un responsable de cette identité (DOMAIN §5), sans civilité
 * contraire, et que ce fichier ne nomme plus par son ancien numéro. Sinon c'est une identité nouvelle.
 *
 * <p>Deux numéros d'un même fichier sont deux personnes, jusqu'à ce que le rapprochement en dise autrement : qui applique une décision ajoute
 * le numéro au responsable reconnu, et un second numéro du fichier ne le retrouve pas. Sans prénom (foyer, service), on ne se reconnaît qu'au
 * numéro.
 */
public final class MemeResponsable {

    private MemeResponsable() {}

    /**
     * Une personne telle qu'un fichier la dit.
     *
     * @param civilite nulle si le fichier n'en dit rien
     * @param prenom nul pour une institution
     * @param eleves les élèves, déjà reconnus, dont il la dit responsable
     */
    public record Lu(
            Numero numero,
            @Nullable String civilite,
            String nomFamille,
            @Nullable String nomUsage,
            @Nullable String prenom,
            Set<Long> eleves) {}

    /**
     * Un responsable connu.
     *
     * @param numeros tous ceux que des sources lui donnent
     */
    public record ResponsableConnu(
            long id,
            Set<Numero> numeros,
            @Nullable String civilite,
            String nomFamille,
            @Nullable String nomUsage,
            String prenom,
            Set<Long> eleves) {}

    /**
     * Décide parmi ces responsables connus, qui peuvent en compter de trop.
     *
     * @param dansLeFichier vrai pour un numéro que ce fichier nomme
     */
    public static Reconnaissance reconnaitre(
            Lu lu, Collection<ResponsableConnu> connus, Predicate<Numero> dansLeFichier) {
        for (ResponsableConnu connu : connus) {
            if (connu.numeros().contains(lu.numero())) {
                return new Connu(connu.id(), Regle.NUMERO);
            }
        }
        List<ResponsableConnu> memes =
                connus.stream().filter(connu -> memeIdentite(lu, connu)).toList();
        Set<Long> seuls = lu.eleves().stream()
                .map(eleve ->
                        memes.stream().filter(c -> c.eleves().contains(eleve)).toList())
                .filter(trouves -> trouves.size() == 1)
                .map(trouves -> trouves.get(0).id())
                .collect(Collectors.toSet());
        if (seuls.size() == 1) {
            long id = seuls.iterator().next();
            boolean encoreNomme = memes.stream()
                    .filter(c -> c.id() == id)
                    .flatMap(c -> c.numeros().stream())
                    .anyMatch(n -> n.duMemePerimetre(lu.numero()) && dansLeFichier.test(n));
            if (!encoreNomme) {
                return new Connu(id, Regle.MEME_ELEVE);
            }
        }
        return Noms.incomplets(lu.nomFamille(), lu.prenom())
                ? new NomIncomplet()
                : new Nouveau(memes.stream()
                        .filter(c -> c.eleves().stream().anyMatch(lu.eleves()::contains))
                        .map(ResponsableConnu::id)
                        .collect(Collectors.toSet()));
    }

    private static boolean memeIdentite(Lu lu, ResponsableConnu connu) {
        String prenom = lu.prenom();
        return prenom != null
                && Noms.memes(prenom, connu.prenom())
                && Noms.communs(lu.nomFamille(), lu.nomUsage(), connu.nomFamille(), connu.nomUsage())
                && (lu.civilite() == null
                        || connu.civilite() == null
                        || lu.civilite().equals(connu.civilite()));
    }
}
