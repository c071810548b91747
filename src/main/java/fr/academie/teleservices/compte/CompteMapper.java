package fr.academie.teleservices.compte;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur la table {@code responsable}. */
interface CompteMapper {

    @Nullable
    Compte parId(@Param("id") long id);

    @Nullable
    FicheCompte fiche(@Param("id") long id);

    @Nullable
    Compte parIdentifiant(@Param("identifiant") Identifiant identifiant);

    @Nullable
    CompteAvecSecret avecSecret(@Param("identifiant") Identifiant identifiant);

    /** Verrouille dans l'ordre croissant des id, toujours le même : deux opérations qui se croisent attendent, sans s'interbloquer. */
    List<Compte> verrouiller(@Param("un") long un, @Param("autre") long autre);

    List<Compte> parMailConfirme(@Param("mail") String mail);

    List<Compte> parMail(@Param("mail") String mail, @Param("auPlus") int auPlus);

    boolean mailEstConfirme(@Param("id") long id);

    int changerMotDePasse(@Param("id") long id, @Param("version") int version, @Param("empreinte") String empreinte);

    /** Remplace cette empreinte-là du même mot de passe ; 0 si elle a changé entre-temps. */
    int rehausser(@Param("id") long id, @Param("ancienne") String ancienne, @Param("nouvelle") String nouvelle);

    void avancer(@Param("id") long id);

    int activer(
            @Param("id") long id,
            @Param("version") int version,
            @Param("empreinte") String empreinte,
            @Param("le") Instant le);
}
