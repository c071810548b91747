package fr.academie.teleservices.diffusion;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code remise} et sur les abonnés. */
interface RemiseMapper {

    List<String> inscrits();

    List<String> typesDe(@Param("abonne") String abonne);

    /** Rend 0 si un autre serveur, qui démarre aussi, vient de le faire. */
    int inscrire(@Param("abonne") String abonne, @Param("le") Instant le);

    void abonner(@Param("abonne") String abonne, @Param("types") Collection<String> types);

    void desabonner(@Param("abonne") String abonne);

    void retirer(@Param("abonne") String abonne);

    /** Efface ce qui attendait cet abonné et ce qui a été mis de côté pour lui ; rend combien. */
    int abandonner(@Param("abonne") String abonne, @Param("lot") int lot);

    /** Jusqu'à quand il se repose ; nul s'il ne se repose pas. */
    @Nullable
    Instant reposJusquA(@Param("abonne") String abonne);

    /** Combien de fois d'affilée rien n'est passé chez lui. */
    int echecs(@Param("abonne") String abonne);

    void reposer(
            @Param("abonne") String abonne,
            @Param("echecs") int echecs,
            @Param("jusquA") Instant jusquA,
            @Param("faute") FauteDeRemise faute);

    void reveiller(@Param("abonne") String abonne);

    /** Le premier événement de chaque file, s'il est dû ; sans verrou. */
    List<Long> tetes(
            @Param("abonne") String abonne, @Param("maintenant") Instant maintenant, @Param("nombre") int nombre);

    /** Cette remise, verrouillée ; nulle si un autre la tient, ou si elle n'est plus due. */
    @Nullable
    Remise prendre(
            @Param("abonne") String abonne,
            @Param("evenementId") long evenementId,
            @Param("maintenant") Instant maintenant);

    /** Vrai si un événement plus ancien de cette file n'est pas remis. */
    boolean precedee(@Param("abonne") String abonne, @Param("file") long file, @Param("evenementId") long evenementId);

    void marquerRemise(@Param("abonne") String abonne, @Param("evenementId") long evenementId, @Param("le") Instant le);

    void reporter(
            @Param("abonne") String abonne,
            @Param("evenementId") long evenementId,
            @Param("essais") int essais,
            @Param("prochain") Instant prochain,
            @Param("reponse") Reponse reponse);

    void parquer(
            @Param("abonne") String abonne,
            @Param("evenementId") long evenementId,
            @Param("essais") int essais,
            @Param("reponse") Reponse reponse);

    List<EtatDUnAbonne> etats();

    /** Les plus anciennes mises de côté. */
    List<RemiseParquee> listerLesParquees(@Param("nombre") int nombre);

    /** Remet en file ce qui a été mis de côté pour cet abonné ; rend combien. */
    int remettreEnFile(@Param("abonne") String abonne, @Param("le") Instant le);

    int enAttente();

    int parquees();

    /** L'instant du plus ancien événement qui attend ; nul si rien n'attend. */
    @Nullable
    Instant plusAncienne();

    int purgerLesRemises(@Param("avant") Instant avant, @Param("lot") int lot);

    /** Les abonnés à qui un événement antérieur n'est pas remis. */
    List<String> enSouffrance(@Param("avant") Instant avant);

    int purgerLesAutres(@Param("avant") Instant avant, @Param("lot") int lot);
}
