package fr.academie.teleservices.compte;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur la table {@code responsable}. */
interface CompteMapper {

    List<ComptesSansEntree.LigneDouteuse> entreesDouteuses(@Param("auPlus") int auPlus);

    @Nullable
    Compte parId(@Param("id") long id);

    /** Ces comptes, au moins un. */
    List<Compte> parIds(@Param("ids") Collection<Long> ids);

    @Nullable
    FicheCompte fiche(@Param("id") long id);

    @Nullable
    Compte parIdentifiant(@Param("identifiant") Identifiant identifiant);

    @Nullable
    CompteAvecSecret avecSecret(@Param("identifiant") Identifiant identifiant);

    /** Verrouille dans l'ordre croissant des id, toujours le même : deux opérations qui se croisent attendent, sans s'interbloquer. */
    List<Compte> verrouiller(@Param("un") long un, @Param("autre") long autre);

    /** De même, pour autant de comptes qu'on veut, au moins un. */
    List<Compte> verrouillerTous(@Param("ids") Collection<Long> ids);

    void avancerTous(@Param("ids") Collection<Long> ids);

    /** Lesquelles des coordonnées de ces comptes ouverts leur titulaire n'a ni confirmées ni données. */
    List<CoordonneesDeSource.Libres> coordonneesLibres(@Param("ids") Collection<Long> ids);

    void suivreLaSource(@Param("c") CoordonneesDeSource coordonnees);

    List<Compte> parMailConfirme(@Param("mails") Set<String> mails);

    List<Compte> parMail(@Param("mails") Set<String> mails, @Param("auPlus") int auPlus);

    int changerMotDePasse(@Param("id") long id, @Param("version") int version, @Param("empreinte") String empreinte);

    /** Remplace cette empreinte-là du même mot de passe ; 0 si elle a changé entre-temps. */
    int rehausser(@Param("id") long id, @Param("ancienne") String ancienne, @Param("nouvelle") String nouvelle);

    /** Verrouille ce radical jusqu'à la fin de la transaction. */
    void reserverRadical(@Param("radical") String radical);

    /** Les identifiants qui commencent par {@code radical}, de responsables, d'agents et d'élèves : un seul CAS les connaît tous. */
    List<String> identifiantsPris(@Param("radical") String radical);

    /** Ajoute un compte CREE sans mot de passe et en pose la clé. */
    void creer(CompteACreer compte);

    /** Une ligne à écrire ; MyBatis y pose sa clé. */
    final class CompteACreer {
        final Identifiant identifiant;
        final NouveauCompte nouveau;
        long id;

        CompteACreer(Identifiant identifiant, NouveauCompte nouveau) {
            this.identifiant = identifiant;
            this.nouveau = nouveau;
        }
    }

    /**
     * Verrouille ces radicaux, dans leur ordre, jusqu'à la fin de la transaction.
     *
     * @param radicaux un tableau JSON, trié
     */
    void reserverDesRadicaux(@Param("radicaux") String radicaux);

    /**
     * Ceux de ces identifiants qui sont pris, par un responsable, un agent ou un élève.
     *
     * @param candidats un tableau JSON
     */
    List<String> identifiantsPrisParmi(@Param("candidats") String candidats);

    /**
     * Ajoute des comptes CREE sans mot de passe ; rend leurs clés, dans l'ordre des lignes.
     *
     * @param lignes en JSON : {@code [[identifiant, civilité, nom de famille, nom d'usage, prénom, mail, portable]]}
     */
    List<Long> creerEnNombre(@Param("lignes") String lignes);

    void poserUneAdresse(AdresseAPoser adresse);

    /** Une adresse à écrire. */
    record AdresseAPoser(
            long responsableId, String voie, @Nullable String codePostal, String commune) {}

    int poserProvisoire(
            @Param("id") long id,
            @Param("version") int version,
            @Param("empreinte") String empreinte,
            @Param("expireLe") Instant expireLe);

    /** Rend l'état, le mot de passe et les portées que le fragment {@code garderLEntree} a gardés. */
    void rendreLEntree(@Param("id") long id, @Param("entree") String entree);

    /** Rend les coordonnées que le fragment {@code garderLesCoordonnees} a gardées, là où elles sont encore celles de la reprise. */
    void rendreLesCoordonnees(@Param("id") long id, @Param("avant") String avant);

    void fermerParOpposition(@Param("id") long id, @Param("le") Instant le);

    @Nullable
    String civilite(@Param("id") long id);

    /** Le téléphone repris d'un autre compte garde la marque qu'il y portait. */
    void copierLaMarqueDuTelephone(@Param("de") long de, @Param("vers") long vers);

    /** Donne à un compte l'adresse postale d'un autre, s'il en a une. */
    void copierAdresse(@Param("de") long de, @Param("vers") long vers);

    void avancer(@Param("id") long id);

    void changerMail(
            @Param("id") long id, @Param("mail") String mail, @Param("confirmeLe") @Nullable Instant confirmeLe);

    void changerTelephone(
            @Param("id") long id,
            @Param("telephone") @Nullable String telephone,
            @Param("le") Instant le,
            @Param("confirmeLe") @Nullable Instant confirmeLe);

    @Nullable
    TelephoneConfirme telephoneConfirme(@Param("id") long id);

    /** Les comptes CREE dont le portable a l'une de ces écritures, par id. */
    List<Compte> creesParTelephone(@Param("ecritures") List<String> ecritures);

    /** Les comptes ACTIF dont ce portable est confirmé, par id. */
    List<Compte> actifsParTelephoneConfirme(@Param("telephone") String telephone);

    void marquerTelephone(@Param("id") long id, @Param("le") Instant le);

    void choisirLangue(@Param("id") long id, @Param("langue") String langue);

    @Nullable
    Instant mailConfirmeLe(@Param("id") long id);

    void commencerActivation(@Param("id") long id, @Param("le") Instant le);

    int finirActivation(@Param("id") long id);

    int activer(
            @Param("id") long id,
            @Param("version") int version,
            @Param("empreinte") String empreinte,
            @Param("le") Instant le);

    /** Efface l'adresse mail et le portable des comptes fermés avant {@code avant} ; rend leur nombre. */
    int oublierLesCoordonnees(@Param("avant") Instant avant);

    /** Efface l'adresse postale des comptes fermés avant {@code avant} ; rend leur nombre. */
    int oublierLesAdresses(@Param("avant") Instant avant);
}
