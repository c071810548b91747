package fr.academie.teleservices.etablissement;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** La liste du bureau, toujours bornée aux établissements de l'agent. */
interface RechercheMapper {

    List<LigneTrouvee> chercher(
            @Param("uais") Collection<String> uais,
            @Param("f") Filtre filtre,
            @Param("motifs") List<String> motifs,
            @Param("identifiants") List<String> identifiants,
            @Param("debut") int debut,
            @Param("limite") int limite);

    int compter(
            @Param("uais") Collection<String> uais,
            @Param("f") Filtre filtre,
            @Param("motifs") List<String> motifs,
            @Param("identifiants") List<String> identifiants);

    /** Le nombre de toutes les lignes, celles de cette page, les classes. */
    List<List<Object>> page(
            @Param("uais") Collection<String> uais,
            @Param("f") Filtre filtre,
            @Param("motifs") List<String> motifs,
            @Param("identifiants") List<String> identifiants,
            @Param("debut") int debut,
            @Param("limite") int limite);

    /** Les comptes CREE à qui l'établissement peut écrire, par classe et nom de l'élève ; classe vide : les élèves sans classe. */
    List<CompteAEcrire> aEcrire(@Param("uai") String uai, @Param("classe") @Nullable String classe);

    /** Par classe, les courriers déjà faits de comptes jamais activés. */
    List<ClasseARefaire> aRefaire(@Param("uai") String uai);

    /** Une ligne par classe, par établissement puis par nom. */
    List<LigneDeClasse> classes(@Param("uais") Collection<String> uais);

    /** Ce que {@link #classes} lit. */
    record LigneDeClasse(String uai, String nom, String classe) {}
}
