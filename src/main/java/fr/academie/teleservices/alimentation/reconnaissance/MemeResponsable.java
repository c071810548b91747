package fr.academie.teleservices.alimentation.reconnaissance;

import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Connu;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.NomIncomplet;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Nouveau;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 *
 * <p>Qui attend encore son compte se reconnaît de même : sinon l'annuaire lui en ferait un, et son établissement un second. Une fiche peut
 * réunir plusieurs de ces personnes, et un compte au plus : celles que des établissements différents nomment, chacun auprès d'un de ses
 * élèves. Une personne saisie à la main n'a ni numéro ni source : aucun fichier ne la reconnaît, l'agent la rapproche lui-même du compte
 * que son bureau lui montre.
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
     * Un responsable connu, sous un des noms qu'on lui connaît.
     *
     * @param numeros tous ceux que des sources lui donnent
     */
    public record ResponsableConnu(
            Reference qui,
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
    public static Reconnaissance<Reference> reconnaitre(
            Lu lu, Collection<ResponsableConnu> connus, Predicate<Numero> dansLeFichier) {
        for (ResponsableConnu connu : connus) {
            if (connu.numeros().contains(lu.numero())) {
                return Connu.seul(connu.qui(), Regle.NUMERO);
            }
        }
        List<ResponsableConnu> memes =
                connus.stream().filter(connu -> memeIdentite(lu, connu)).toList();
        Set<Reference> seuls = lu.eleves().stream()
                .map(eleve -> memes.stream()
                        .filter(c -> c.eleves().contains(eleve))
                        .map(ResponsableConnu::qui)
                        .collect(Collectors.toSet()))
                .filter(trouves -> trouves.size() == 1)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Map<Reference, Set<Numero>> numeros = new HashMap<>();
        memes.stream()
                .filter(c -> seuls.contains(c.qui()))
                .forEach(c ->
                        numeros.computeIfAbsent(c.qui(), qui -> new HashSet<>()).addAll(c.numeros()));
        if (uneSeulePersonne(numeros)
                && numeros.values().stream()
                        .flatMap(Set::stream)
                        .noneMatch(n -> n.duMemePerimetre(lu.numero()) && dansLeFichier.test(n))) {
            return new Connu<>(seuls, Regle.MEME_ELEVE);
        }
        return Noms.incomplets(lu.nomFamille(), lu.prenom())
                ? new NomIncomplet<>()
                : new Nouveau<>(memes.stream()
                        .filter(c -> c.eleves().stream().anyMatch(lu.eleves()::contains))
                        .map(ResponsableConnu::qui)
                        .collect(Collectors.toSet()));
    }

    /** De deux comptes on ne choisit pas ; et deux numéros qu'une même source donne dans un même périmètre y sont deux personnes. */
    private static boolean uneSeulePersonne(Map<Reference, Set<Numero>> trouves) {
        if (trouves.size() < 2) {
            return !trouves.isEmpty();
        }
        List<Numero> premiers = trouves.values().stream()
                .flatMap(siens -> siens.stream()
                        .map(n -> new Numero(n.source(), n.perimetre(), ""))
                        .distinct())
                .toList();
        return trouves.keySet().stream()
                                .filter(Reference.Compte.class::isInstance)
                                .count()
                        < 2
                && new HashSet<>(premiers).size() == premiers.size();
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
