package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.ClesDIdentite;
import fr.academie.teleservices.compte.Correspondance;
import fr.academie.teleservices.compte.Identite;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Une personne telle qu'un établissement l'a dite, et le compte qu'elle nomme aujourd'hui.
 *
 * @param id celui de son identité
 * @param compteId nul si elle n'a pas de compte
 */
record PersonneDite(
        long id,
        Identite identite,
        @Nullable String civilite,
        @Nullable String mail,
        @Nullable String portable,
        @Nullable Long compteId,
        long clePrenom,
        @Nullable Long cleMail,
        @Nullable Long clePortable) {

    /** La même, telle que sa ligne se lit. */
    PersonneDite(
            long id,
            String nomFamille,
            @Nullable String nomUsage,
            String prenom,
            @Nullable String civilite,
            @Nullable String mail,
            @Nullable String portable,
            @Nullable Long compteId,
            long clePrenom,
            @Nullable Long cleMail,
            @Nullable Long clePortable) {
        this(
                id,
                new Identite(nomFamille, nomUsage, prenom),
                civilite,
                mail,
                portable,
                compteId,
                clePrenom,
                cleMail,
                clePortable);
    }

    /** Vrai si les quatre données sont là. */
    boolean estComplete() {
        return clePrenom != ClesDIdentite.INCOMPARABLE && cleMail != null && clePortable != null;
    }

    /** Ce qui concorde dans les noms de deux personnes aux quatre données identiques ; vide si une seule diffère ou manque. */
    Optional<Correspondance> memesDonnees(PersonneDite autre) {
        return ClesDIdentite.memeMail(mail, autre.mail) && ClesDIdentite.memePortable(portable, autre.portable)
                ? identite.comparer(autre.identite)
                : Optional.empty();
    }

    /** Vrai si rien de ce qui est dit des deux ne diffère, qu'une adresse ou un portable le confirme, et qu'il en manque. */
    boolean memesDonneesMoinsUne(PersonneDite autre) {
        boolean mails = ClesDIdentite.memeMail(mail, autre.mail);
        boolean portables = ClesDIdentite.memePortable(portable, autre.portable);
        boolean portableAbsent = clePortable == null || autre.clePortable == null;
        boolean mailAbsent = cleMail == null || autre.cleMail == null;
        return ((mails && portableAbsent) || (portables && mailAbsent))
                && identite.comparer(autre.identite).isPresent();
    }

    /** Vrai si l'une et l'autre ont un compte, et pas le même. */
    boolean surUnAutreCompte(PersonneDite autre) {
        return compteId != null && autre.compteId != null && !Objects.equals(compteId, autre.compteId);
    }
}
