package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.journal.Profil;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ce qui se fait dans le service, le niveau que cela demande, et les adresses où cela se fait : la seule liste. Le filtre d'accès la lit
 * pour ouvrir une adresse, les services pour faire l'acte ; le README en donne la table, que la suite compare à celle-ci.
 *
 * <p>Une adresse qui n'y est pas ne s'ouvre pas. Un acte sans adresse se fait dans une page d'un autre acte, qui demande moins.
 */
public enum Acte {
    LIRE_LES_PAGES_PUBLIQUES(
            null,
            null,
            "/.well-known/security.txt",
            "/accessibilite",
            "/comptes-regroupes",
            "/contact",
            "/deconnecte",
            "/donnees-personnelles",
            "/erreurs/*",
            "/liens-utiles",
            "/mentions-legales",
            "/mesures",
            "/politique-mot-de-passe",
            "/reprendre",
            "/sante",
            "/sante/prete",
            "/sante/vivante",
            "/tuile",
            "/tuile/descripteurs",
            "/tuile/descripteurs/*"),
    ENTRER_ET_SORTIR(null, null, "/changer-de-profil", "/connexion", "/deconnexion", "/sortie"),
    CHOISIR_UNE_LANGUE(null, null, "/langue", "/langue/choisir"),
    DEMANDER_UN_LIEN(null, null, "/oubli/identifiant", "/oubli/mot-de-passe", "/oubli/envoye", "/oubli/fait"),
    OUVRIR_SON_COMPTE(null, null, "/sans-compte", "/sans-compte/*"),
    PRESENTER_UN_COURRIER(null, null, "/courrier", "/courrier/question", "/courrier/repondre", "/courrier/retrouver"),
    SUIVRE_UN_LIEN(null, null, "/oubli/nouveau", "/mail/*"),

    VOIR_SES_ENFANTS(Profil.RESPONSABLE, Niveau.PAPIER, "/accueil", "/compte", "/compte/enfants", "/compte/profil"),
    ACTIVER(Profil.RESPONSABLE, Niveau.PAPIER, "/activation", "/activation/mot-de-passe", "/activation/fin"),
    CONTESTER(Profil.RESPONSABLE, Niveau.PAPIER, "/compte/contester"),
    CHANGER_DE_MOT_DE_PASSE(Profil.RESPONSABLE, Niveau.PAPIER, "/compte/mot-de-passe"),
    SE_PROUVER(Profil.RESPONSABLE, Niveau.PAPIER, "/compte/preuve"),
    VOIR_SES_SESSIONS(null, Niveau.PAPIER, "/sessions"),
    REGROUPER(
            Profil.RESPONSABLE,
            Niveau.MOT_DE_PASSE,
            "/compte/regrouper",
            "/compte/confirmation",
            "/compte/regroupement",
            "/compte/telecharger/accuse-de-regroupement.pdf",
            "/courrier/suite"),
    DEMANDER_UN_COURRIER(
            Profil.RESPONSABLE,
            Niveau.MOT_DE_PASSE,
            "/compte/enfant-manquant",
            "/compte/enfant-manquant/courrier",
            "/compte/enfant-manquant/enfant"),
    RETROUVER_UN_COMPTE(Profil.RESPONSABLE, Niveau.MOT_DE_PASSE, "/compte/enfant-manquant/code"),
    LIRE_L_HISTORIQUE(Profil.RESPONSABLE, Niveau.MOT_DE_PASSE, "/compte/historique"),
    GARDER_SA_LANGUE(Profil.RESPONSABLE, Niveau.MOT_DE_PASSE),
    CHANGER_LE_COMPTE_QUI_RESTE(Profil.RESPONSABLE, Niveau.FRAIS),
    REPONDRE_A_UNE_SUGGESTION(Profil.RESPONSABLE, Niveau.MOT_DE_PASSE),
    CONFIRMER_SON_ADRESSE_MAIL(Profil.RESPONSABLE, Niveau.MOT_DE_PASSE, "/activation/mail", "/compte/mail"),
    CHANGER_D_ADRESSE_MAIL(Profil.RESPONSABLE, Niveau.FRAIS),
    CHANGER_DE_TELEPHONE(Profil.RESPONSABLE, Niveau.FRAIS, "/compte/portable"),
    COPIER_SES_DONNEES(
            Profil.RESPONSABLE,
            Niveau.FRAIS,
            "/compte/telecharger/mes-donnees.json",
            "/compte/telecharger/mes-donnees.pdf"),

    TRAVAILLER_AU_BUREAU(Profil.ETABLISSEMENT, Niveau.MOT_DE_PASSE, "/etablissement", "/etablissement/*"),
    FAIRE_UN_COURRIER(Profil.ETABLISSEMENT, Niveau.FRAIS, "/etablissement/courrier", "/etablissement/courrier.pdf"),
    FAIRE_DES_COURRIERS(Profil.ETABLISSEMENT, Niveau.FRAIS, "/etablissement/courriers", "/etablissement/refaire"),
    CHANGER_UNE_HABILITATION(
            Profil.ETABLISSEMENT,
            Niveau.FRAIS,
            "/etablissement/habilitations/agent",
            "/etablissement/habilitations/attendue",
            "/etablissement/habilitations/donner"),
    ROMPRE_UN_REGROUPEMENT(Profil.ETABLISSEMENT, Niveau.FRAIS, "/etablissement/rupture-confirmation"),
    VALIDER_UN_IMPORT(Profil.ETABLISSEMENT, Niveau.FRAIS),

    ASSISTER(Profil.ASSISTANCE, Niveau.MOT_DE_PASSE, "/assistance", "/assistance/*"),
    RAPPROCHER(Profil.ASSISTANCE, Niveau.FRAIS, "/assistance/rapprochement/appliquer");

    private final @Nullable Profil profil;
    private final @Nullable Niveau requis;
    private final String adresses;

    private static final Map<String, Acte> PAR_ADRESSE = parAdresse();

    Acte(@Nullable Profil profil, @Nullable Niveau requis, String... adresses) {
        this.profil = profil;
        this.requis = requis;
        this.adresses = String.join(" ", adresses);
    }

    /** Qui le fait ; vide si c'est tout le monde. */
    public Optional<Profil> profil() {
        return Optional.ofNullable(profil);
    }

    /** Le niveau de session qu'il demande ; vide s'il n'en demande aucune. */
    public Optional<Niveau> requis() {
        return Optional.ofNullable(requis);
    }

    /** Les adresses où il se fait ; {@code /x/*} pour toutes celles qui commencent ainsi, sauf celles d'un autre acte. */
    public Set<String> adresses() {
        return adresses.isEmpty() ? Set.of() : Set.of(adresses.split(" ", -1));
    }

    /** L'acte d'une adresse : celui qui la nomme, sinon celui dont elle est sous le dossier ; vide si aucun. */
    public static Optional<Acte> de(String chemin) {
        Acte acte = PAR_ADRESSE.get(chemin);
        for (int barre = chemin.lastIndexOf('/');
                acte == null && barre > 0;
                barre = chemin.lastIndexOf('/', barre - 1)) {
            acte = PAR_ADRESSE.get(chemin.substring(0, barre) + "/*");
        }
        return Optional.ofNullable(acte);
    }

    private static Map<String, Acte> parAdresse() {
        Map<String, Acte> actes = new HashMap<>();
        for (Acte acte : values()) {
            acte.adresses().forEach(adresse -> actes.put(adresse, acte));
        }
        return Map.copyOf(actes);
    }

    /** Vrai si une session de ce niveau suffit. */
    public boolean admet(Niveau niveau) {
        return requis == null || niveau.suffit(requis);
    }

    /** Lève {@link PreuveInsuffisante} si la session du demandeur n'a pas prouvé assez. */
    public void exiger(Demandeur demandeur) {
        exiger(demandeur.niveau());
    }

    /** Lève {@link PreuveInsuffisante} si la session de l'agent n'a pas prouvé assez. */
    public void exiger(Agent agent) {
        exiger(agent.frais() ? Niveau.FRAIS : Niveau.MOT_DE_PASSE);
    }

    private void exiger(Niveau niveau) {
        if (!admet(niveau)) {
            throw new PreuveInsuffisante(this);
        }
    }
}
