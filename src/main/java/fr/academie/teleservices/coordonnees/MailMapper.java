package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.opposition.NouvelleOpposition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code mail_en_attente}, et ce qu'un changement d'adresse garde pour se défaire. */
interface MailMapper {

    @Nullable
    EnAttente enAttente(@Param("responsableId") long responsableId);

    /** L'adresse en attente que ce lien confirme, si le délai n'est pas passé. */
    @Nullable
    EnAttente parLien(@Param("lien") String lien, @Param("maintenant") Instant maintenant);

    /** Ce que ces comptes ont de confirmé, puis leurs adresses, de la plus ancienne à la plus récente. */
    List<List<Object>> confirmees(@Param("ids") Collection<Long> ids, @Param("maintenant") Instant maintenant);

    /** Remplace l'adresse en attente du compte, s'il en a une. */
    void deposer(@Param("e") EnAttente enAttente);

    /** Compte un essai du code ; 0 s'il n'en reste pas, ou si le délai est passé. */
    int essayer(
            @Param("responsableId") long responsableId,
            @Param("maintenant") Instant maintenant,
            @Param("essais") int essais);

    int rendreLEssai(@Param("responsableId") long responsableId);

    int oublier(@Param("responsableId") long responsableId);

    /** Ouvre l'opposition à ce changement d'adresse. */
    void annoncer(@Param("o") NouvelleOpposition annonce, @Param("nouveau") String nouveau);

    /** Ce que {@link #annoncer} a gardé. */
    Avant avant(@Param("avant") String avant);

    int purgerLesAttentes(@Param("avant") Instant avant);

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
     * L'adresse qu'un changement annoncé remplace.
     *
     * @param confirmeLe nul si elle n'avait pas été confirmée
     * @param nouveau l'adresse qui la remplace, ou va la remplacer
     */
    record Avant(String mail, @Nullable Instant confirmeLe, String nouveau) {}
}
