package fr.academie.teleservices.alimentation.reconnaissance;

import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Connu;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.NomIncomplet;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Nouveau;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Le même élève : numéro connu ; à défaut, le numéro que SIECLE lui donne, dit par l'annuaire ; à défaut INE et date de naissance ; à défaut
 * nom, prénom et date de naissance dans un même établissement.
 *
 * <p>Un INE n'est jamais unique : il en est de redonnés, de doubles, d'absents. Les deux dernières règles veulent un seul candidat, et qui
 * n'ait pas déjà un autre numéro dans le périmètre du fichier : deux numéros y sont deux élèves, des jumeaux au même INE par exemple.
 */
public final class MemeEleve {

    private MemeEleve() {}

    /**
     * Un élève tel qu'un fichier le dit.
     *
     * @param chezSiecle pour l'annuaire, son numéro dans SIECLE ; nul s'il n'est pas dit
     * @param ine nul s'il n'est pas dit
     * @param uai où le fichier l'inscrit ; nulle s'il n'en dit rien
     */
    public record Lu(
            Numero numero,
            @Nullable Numero chezSiecle,
            @Nullable String ine,
            String nom,
            @Nullable String nomUsage,
            String prenom,
            LocalDate naissance,
            @Nullable String uai) {}

    /**
     * Un élève connu.
     *
     * @param numeros tous ceux que des sources lui donnent
     * @param ines tous ceux que des sources lui donnent
     * @param uais où il est ou a été inscrit
     */
    public record EleveConnu(
            long id,
            Set<Numero> numeros,
            Set<String> ines,
            String nom,
            String prenom,
            LocalDate naissance,
            Set<String> uais) {}

    /** Décide parmi ces élèves connus, qui peuvent en compter de trop. */
    public static Reconnaissance<Long> reconnaitre(Lu lu, Collection<EleveConnu> connus) {
        List<EleveConnu> numerotes =
                connus.stream().filter(c -> c.numeros().contains(lu.numero())).toList();
        if (!numerotes.isEmpty()) {
            return Connu.seul(numerotes.get(0).id(), Regle.NUMERO);
        }
        List<EleveConnu> possibles = connus.stream()
                .filter(c -> c.numeros().stream().noneMatch(n -> n.duMemePerimetre(lu.numero())))
                .toList();
        Set<Long> ressemblants = new LinkedHashSet<>();
        for (Regle regle : List.of(Regle.NUMERO_SIECLE, Regle.INE_ET_NAISSANCE, Regle.NOM_ET_NAISSANCE)) {
            List<Long> trouves = possibles.stream()
                    .filter(selon(regle, lu))
                    .map(EleveConnu::id)
                    .distinct()
                    .toList();
            if (trouves.size() == 1) {
                return Connu.seul(trouves.get(0), regle);
            }
            ressemblants.addAll(trouves);
        }
        connus.stream().filter(selon(Regle.NOM_ET_NAISSANCE, lu)).forEach(c -> ressemblants.add(c.id()));
        return Noms.incomplets(lu.nom(), lu.prenom()) ? new NomIncomplet<>() : new Nouveau<>(ressemblants);
    }

    private static Predicate<EleveConnu> selon(Regle regle, Lu lu) {
        return switch (regle) {
            case NUMERO, MEME_ELEVE -> connu -> false;
            case NUMERO_SIECLE -> connu -> connu.numeros().stream().anyMatch(n -> Objects.equals(n, lu.chezSiecle()));
            case INE_ET_NAISSANCE ->
                connu -> connu.naissance().equals(lu.naissance())
                        && connu.ines().stream().anyMatch(ine -> ine.equalsIgnoreCase(lu.ine()));
            case NOM_ET_NAISSANCE ->
                connu -> connu.naissance().equals(lu.naissance())
                        && connu.uais().stream().anyMatch(uai -> uai.equals(lu.uai()))
                        && Noms.memes(lu.prenom(), connu.prenom())
                        && Noms.communs(lu.nom(), lu.nomUsage(), connu.nom(), null);
        };
    }
}
