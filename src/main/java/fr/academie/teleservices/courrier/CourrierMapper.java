package fr.academie.teleservices.courrier;

import fr.academie.teleservices.opposition.NouvelleOpposition;
import fr.academie.teleservices.scolarite.Eleve;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code courrier} et {@code adresse_postale}, et sur ce qu'une lettre nomme. */
interface CourrierMapper {

    /** L'adresse du compte ouvert, s'il a un mot de passe, et le dernier courrier de cet établissement ; nul si le compte n'existe pas. */
    @Nullable
    LigneAdresse adresse(@Param("responsableId") long responsableId, @Param("uai") String uai);

    /** Les élèves de l'établissement activement rattachés au compte. */
    List<Eleve> eleves(@Param("responsableId") long responsableId, @Param("uai") String uai);

    void ajouter(
            @Param("responsableId") long responsableId,
            @Param("uai") String uai,
            @Param("motif") MotifCourrier motif,
            @Param("raison") @Nullable RaisonDuPapier raison,
            @Param("le") Instant le,
            @Param("par") String par);

    /** Garde le mot de passe d'avant le courrier, que le titulaire peut faire remettre. */
    void ouvrirLOpposition(@Param("o") NouvelleOpposition opposition);

    void poserAdresse(
            @Param("responsableId") long responsableId,
            @Param("voie") String voie,
            @Param("codePostal") @Nullable String codePostal,
            @Param("commune") String commune);

    /** L'adresse d'un compte, et ce qui décide du motif de son courrier. */
    record LigneAdresse(
            Adresse adresse,
            boolean aUnMotDePasse,
            @Nullable Instant dernierLe) {}
}
