package fr.academie.teleservices.evenement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ReferenceEleve;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'un service abonné apprend, dans l'ordre pour chaque compte : un type par fait, tous ici.
 *
 * <p>Chacun, sauf l'instantané à relire, porte le compte et tous ses liens tels que le changement les laisse : le dernier événement d'un compte suffit à le
 * connaître. Rien de secret, ni mail ni téléphone, ni clé en base. La forme du JSON est dite par un schéma par type, à côté de
 * cette classe dans les ressources.
 */
public sealed interface Evenement {

    /** Le type de chacun. */
    Set<String> TYPES = Set.of(
            "COMPTE_CREE",
            "COMPTE_ACTIVE",
            "COMPTE_MODIFIE",
            "COMPTE_FERME",
            "COMPTE_ROUVERT",
            "RATTACHEMENTS_MODIFIES",
            InstantaneARelire.TYPE);

    /** L'instant du changement. */
    Instant le();

    /** Le compte, après le changement ; nul pour ce qui les concerne tous. */
    @Nullable
    Sujet compte();

    /** Le type, tel que la boîte de sortie le garde. */
    String type();

    /** Le compte dont l'événement rend compte : par lui, les événements se remettent dans l'ordre. */
    default @Nullable Long responsableId() {
        Sujet compte = compte();
        return compte == null ? null : compte.id();
    }

    /** Le seul abonné à qui le remettre ; nul : tous ceux de ce type. */
    default @Nullable String destinataire() {
        return null;
    }

    /**
     * Ce qui sera remis à l'abonné : un objet JSON, conforme au schéma de ce type. La base y met les numéros du compte quand elle
     * l'écrit.
     */
    default String charge() {
        return ChargeJson.de(this);
    }

    /**
     * Un compte et tous ses liens, retirés compris.
     *
     * @param id clé en base ; ordonne les événements, n'est jamais remise
     */
    record Sujet(long id, Identifiant identifiant, List<Lien> liens) {

        /** Ce compte et ces liens, qui sont tous les siens. */
        public static Sujet de(Compte compte, List<Rattachement> rattachements) {
            return new Sujet(
                    compte.id(),
                    compte.identifiant(),
                    rattachements.stream()
                            .map(r -> new Lien(r.reference(), r.qualite()))
                            .toList());
        }
    }

    /** Le lien du compte avec un élève. */
    record Lien(ReferenceEleve eleve, Qualite qualite) {}

    /** Un compte existe, avec les élèves qu'il a reçus. */
    record CompteCree(Instant le, Sujet compte, Origine origine) implements Evenement {

        @Override
        public String type() {
            return "COMPTE_CREE";
        }
    }

    /** Pourquoi un compte a été créé. */
    enum Origine {
        /** L'établissement l'a fait pour un responsable de ses élèves. */
        ETABLISSEMENT,
        /** L'établissement a fait partir des élèves d'un compte vers celui-ci. */
        RUPTURE,
        /** L'annuaire de l'académie a nommé un responsable qui n'en avait pas. */
        IMPORT
    }

    /** Le titulaire a choisi son mot de passe : le compte est à lui. */
    record CompteActive(Instant le, Sujet compte) implements Evenement {

        @Override
        public String type() {
            return "COMPTE_ACTIVE";
        }
    }

    /**
     * Une coordonnée du compte a changé ; on dit laquelle, jamais sa valeur.
     *
     * @param champs au moins un
     */
    record CompteModifie(Instant le, Sujet compte, Set<Champ> champs) implements Evenement {

        @Override
        public String type() {
            return "COMPTE_MODIFIE";
        }
    }

    /** Une coordonnée. */
    enum Champ {
        MAIL,
        TELEPHONE_PORTABLE
    }

    /**
     * Un compte a été absorbé : il n'a plus de lien et ne servira plus.
     *
     * @param remplacePar le compte qui l'a absorbé
     */
    record CompteFerme(Instant le, Sujet compte, Identifiant remplacePar) implements Evenement {

        @Override
        public String type() {
            return "COMPTE_FERME";
        }
    }

    /** Un compte absorbé est rouvert, avec ses liens d'avant : le regroupement a été défait. */
    record CompteRouvert(Instant le, Sujet compte) implements Evenement {

        @Override
        public String type() {
            return "COMPTE_ROUVERT";
        }
    }

    /** Les liens du compte ont changé. */
    record RattachementsModifies(Instant le, Sujet compte) implements Evenement {

        @Override
        public String type() {
            return "RATTACHEMENTS_MODIFIES";
        }
    }

    /**
     * Trop a changé pour le dire compte par compte : l'abonné relit un instantané complet produit après cet instant. Ce qu'un événement
     * plus récent lui a dit d'un compte reste vrai.
     *
     * @param destinataire le seul abonné qui doit relire ; nul : tous
     */
    record InstantaneARelire(Instant le, @Nullable String destinataire) implements Evenement {

        public static final String TYPE = "INSTANTANE_A_RELIRE";

        @Override
        public @Nullable Sujet compte() {
            return null;
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
