package fr.academie.teleservices.coordonnees;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code mail_en_attente} et {@code opposition_mail}. */
interface MailMapper {

    @Nullable
    EnAttente enAttente(@Param("responsableId") long responsableId);

    /** L'adresse en attente que ce lien confirme, si le délai n'est pas passé. */
    @Nullable
    EnAttente parLien(@Param("lien") String lien, @Param("maintenant") Instant maintenant);

    /** Remplace l'adresse en attente du compte, s'il en a une. */
    void deposer(@Param("e") EnAttente enAttente);

    /** Compte un essai du code ; 0 s'il n'en reste pas, ou si le délai est passé. */
    int essayer(
            @Param("responsableId") long responsableId,
            @Param("maintenant") Instant maintenant,
            @Param("essais") int essais);

    int rendreLEssai(@Param("responsableId") long responsableId);

    int oublier(@Param("responsableId") long responsableId);

    void annoncer(@Param("o") Annonce annonce);

    /** L'opposition que ce lien permet encore. */
    @Nullable
    Annonce annonce(@Param("empreinte") String empreinte, @Param("maintenant") Instant maintenant);

    /** Use le lien et ceux des changements faits depuis ; 0 si le lien était déjà usé. */
    int servir(
            @Param("responsableId") long responsableId,
            @Param("depuis") Instant depuis,
            @Param("maintenant") Instant maintenant);

    int purgerLesAttentes(@Param("avant") Instant avant);

    int purgerLesAnnonces(@Param("avant") Instant avant);

    /**
     * Une adresse donnée, pas encore confirmée.
     *
     * @param code empreinte {@code {id}} du code à six chiffres
     * @param lien empreinte du jeton du lien
     */
    record EnAttente(
            long responsableId,
            String mail,
            String code,
            String lien,
            int essais,
            Instant envoyeLe,
            Instant expireLe) {}

    /**
     * Un changement annoncé à l'ancienne adresse.
     *
     * @param ancienConfirmeLe nul si l'ancienne adresse n'avait pas été confirmée
     */
    record Annonce(
            long responsableId,
            String empreinte,
            String ancienMail,
            @Nullable Instant ancienConfirmeLe,
            String nouveauMail,
            Instant creeLe,
            Instant expireLe) {}
}
