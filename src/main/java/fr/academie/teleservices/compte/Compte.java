package fr.academie.teleservices.compte;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Un compte responsable, sans son mot de passe.
 *
 * @param mail nul tant qu'aucune adresse n'est connue
 * @param version croît à chaque changement du compte ou de ses liens : ce qui a été montré se vérifie avec elle
 * @param provisoireExpireLe fin de validité du mot de passe provisoire ; nul s'il n'est pas provisoire
 * @param langue code de la langue que son titulaire a choisie ; nul s'il n'en a choisi aucune
 */
public record Compte(
        long id,
        Identifiant identifiant,
        Identite identite,
        @Nullable String mail,
        @Nullable String telephonePortable,
        EtatCompte etat,
        int version,
        @Nullable Instant provisoireExpireLe,
        @Nullable String langue) {

    /** Vide vaut absent : une base partagée écrit l'un pour l'autre. */
    public Compte {
        mail = mail == null || mail.isBlank() ? null : mail;
        telephonePortable = telephonePortable == null || telephonePortable.isBlank() ? null : telephonePortable;
    }

    /** Un compte tel que sa ligne se lit. */
    Compte(
            long id,
            Identifiant identifiant,
            String nomFamille,
            @Nullable String nomUsage,
            String prenom,
            @Nullable String mail,
            @Nullable String telephonePortable,
            EtatCompte etat,
            int version,
            @Nullable Instant provisoireExpireLe,
            @Nullable String langue) {
        this(
                id,
                identifiant,
                new Identite(nomFamille, nomUsage, prenom),
                mail,
                telephonePortable,
                etat,
                version,
                provisoireExpireLe,
                langue);
    }

    /** Un compte dont le titulaire n'a pas choisi de langue. */
    public Compte(
            long id,
            Identifiant identifiant,
            Identite identite,
            @Nullable String mail,
            @Nullable String telephonePortable,
            EtatCompte etat,
            int version,
            @Nullable Instant provisoireExpireLe) {
        this(id, identifiant, identite, mail, telephonePortable, etat, version, provisoireExpireLe, null);
    }

    /**
     * Vrai si rien d'autre ne lui est ouvert que le choix d'un mot de passe : jamais activé, ou son mot de passe vient d'un courrier
     * que l'établissement a refait à sa demande.
     */
    public boolean doitChoisirSonMotDePasse() {
        return etat == EtatCompte.CREE || provisoireExpireLe != null;
    }

    /** L'adresse mail comme on l'écrit ; nulle si le compte n'en a pas. */
    public @Nullable String mailLisible() {
        return mail == null ? null : AdresseMail.lisible(mail);
    }

    public boolean provisoireExpire(Instant maintenant) {
        return provisoireExpireLe != null && !maintenant.isBefore(provisoireExpireLe);
    }
}
