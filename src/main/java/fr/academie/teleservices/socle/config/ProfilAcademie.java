package fr.academie.teleservices.socle.config;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ce qui change d'une académie à l'autre : un fichier de {@code conf/academies/}, et rien d'autre. Source : DOMAIN §3.
 *
 * @param academie nom affiché (« Académie de Bordeaux »)
 * @param service nom du service tel que le guide l'imprime
 * @param entree par où l'on entre
 * @param entreeLycee par où l'on entre au lycée, quand ce n'est pas comme au collège
 * @param langues langues du service, la première à défaut de choix ; vide : le français
 * @param langueDuCourrier seconde langue des courriers, à qui n'en a pas choisi ; nulle : le français seul
 * @param portailNom nom de l'ENT d'où l'on vient
 * @param portailAdresse où mènent ENT et RETOUR à défaut de mieux
 * @param retourAdresse où mène RETOUR ; absente quand on entre par la page de connexion : la page ACCUEIL
 * @param lienCollege où mène COLLEGE quand l'établissement de l'élève n'a pas de site connu ; absent : la page CONTACT
 * @param fuseau heure à laquelle l'académie vit : celle de ses pages, courriels, documents et exports
 * @param validiteProvisoire durée de vie d'un mot de passe provisoire
 * @param mailDActivation si l'adresse mail peut être remise à plus tard pendant l'activation
 * @param sansCompte vrai si l'on peut ouvrir son compte sans courrier, par le portable que l'établissement connaît
 * @param tuilePortails origines autorisées à encadrer la tuile
 * @param conservationRegroupements vie d'une ligne du journal, connexions exceptées
 * @param conservationConnexions vie d'une ligne de connexion du journal
 * @param conservationRefus vie d'un regroupement refusé dans le journal
 * @param conservationCoordonnees vie de l'adresse mail et du portable d'un compte fermé, depuis sa fermeture
 * @param conservationEvenements vie d'un événement destiné aux autres services
 * @param conservationCourriels vie d'un courriel remis, ou que l'on a renoncé à remettre
 * @param imports ce qu'elle veut de ses imports
 * @param agents d'où viennent les établissements confiés à chaque agent
 * @param couleur accent des cartes et de la tuile, parmi les couleurs du DSFR
 */
public record ProfilAcademie(
        String academie,
        String service,
        Entree entree,
        Entree entreeLycee,
        Habillage habillage,
        Titre titre,
        List<Locale> langues,
        @Nullable Locale langueDuCourrier,
        String portailNom,
        URI portailAdresse,
        @Nullable URI retourAdresse,
        URI lienEnt,
        @Nullable URI lienCollege,
        @Nullable String contactCourriel,
        @Nullable String contactTelephone,
        List<Lien> liensUtiles,
        ZoneId fuseau,
        RegleIdentite identite,
        Duration validiteProvisoire,
        MailDActivation mailDActivation,
        boolean sansCompte,
        AttributsCas attributsCas,
        List<URI> tuilePortails,
        Duration conservationRegroupements,
        Duration conservationConnexions,
        Duration conservationRefus,
        Duration conservationCoordonnees,
        Duration conservationEvenements,
        Duration conservationCourriels,
        ReglesDImport imports,
        Agents agents,
        Couleur couleur) {

    private static final String PROFIL_CAS = "cas.profil.";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int UN_MOIS = 30;
    private static final int TROIS_ANS = 1095;
    private static final int UN_AN = 365;
    private static final int CONSERVATION_MINIMALE = 30;

    /** Par où l'on entre depuis le portail. */
    public enum Entree {
        /** Un onglet « Téléservices ». */
        ONGLET,
        /** Une icône au nom du service. */
        ICONE,
        /** « Mes applis. », puis l'icône au nom du service. */
        MES_APPLIS,
        /** Une tuile « Téléservices ». */
        TUILE,
        /** La page de connexion elle-même. */
        CONNEXION
    }

    /** Les couleurs illustratives du DSFR, et son bleu. */
    public enum Couleur {
        BLUE_FRANCE,
        GREEN_TILLEUL_VERVEINE,
        GREEN_BOURGEON,
        GREEN_EMERAUDE,
        GREEN_MENTHE,
        GREEN_ARCHIPEL,
        BLUE_ECUME,
        BLUE_CUMULUS,
        PURPLE_GLYCINE,
        PINK_MACARON,
        PINK_TUILE,
        YELLOW_TOURNESOL,
        YELLOW_MOUTARDE,
        ORANGE_TERRE_BATTUE,
        BROWN_CAFE_CREME,
        BROWN_CARAMEL,
        BROWN_OPERA,
        BEIGE_GRIS_GALET;

        /** Le nom que lui donnent les feuilles de style : {@code purple-glycine}. */
        public String nomCss() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Le profil d'une personne, tel qu'une valeur reçue du CAS s'y traduit. */
    private enum ProfilCas {
        RESPONSABLE,
        ETABLISSEMENT,
        ASSISTANCE,
        ELEVE
    }

    /** Vocabulaire et gabarits : celui de « Scolarité Services » ou celui de « Mon compte ». */
    public enum Habillage {
        SCOLARITE_SERVICES,
        MON_COMPTE;

        /** Le dossier de ses gabarits, la classe CSS et le suffixe de ses mots : {@code mon_compte}. */
        public String nom() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Vrai pour l'habillage « Mon compte » : un lien et des dates de naissance de plus sur la liste des enfants. */
        public boolean estMonCompte() {
            return this == MON_COMPTE;
        }
    }

    /** Le titre que le guide de l'académie imprime en tête du regroupement : « Regrouper des comptes », ou « Regroupement ». */
    public enum Titre {
        REGROUPER,
        REGROUPEMENT;

        /** Le suffixe des mots qu'il change : {@code dit_regroupement}. */
        public String suffixe() {
            return "dit_" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nom et prénom des deux comptes : identiques (après normalisation), ou sans condition. */
    public enum RegleIdentite {
        STRICTE,
        LIBRE
    }

    /** L'adresse mail, pendant l'activation d'un compte : à confirmer d'abord, ou plus tard si l'on veut. */
    public enum MailDActivation {
        OBLIGATOIRE,
        FACULTATIF
    }

    /** Un lien de LIENS UTILES. */
    public record Lien(String titre, URI adresse) {}

    /**
     * Comment lire le profil d'une personne dans la réponse du CAS.
     *
     * @param profil attribut qui porte le profil, emboîté s'il le faut ({@code userAttributes/profiles}) ; absent : seule la table
     *     des comptes décide
     * @param forme ce que contient l'attribut
     * @param valeurs valeur de l'attribut → profil (RESPONSABLE, ETABLISSEMENT, ASSISTANCE, ELEVE)
     */
    public record AttributsCas(@Nullable String profil, FormeAttribut forme, Map<String, String> valeurs) {}

    /** D'où viennent les habilitations des agents. */
    public enum SourceDesHabilitations {
        /** De la table {@code habilitation}. */
        TABLE,
        /** Des attributs que le CAS rend à la connexion. */
        CAS
    }

    /**
     * D'où viennent les habilitations des agents, et les attributs du CAS qui les portent quand elles viennent de lui.
     *
     * @param uai attribut des établissements où l'agent agit : chaque valeur commence par une UAI ({@code 0330001A$UAJ$PU$…})
     * @param uaiDirige attribut des établissements qu'il dirige
     * @param nom attribut de son nom
     * @param prenom attribut de son prénom
     * @param secondFacteur attribut que le CAS rend à qui a donné un second facteur ; nul si l'académie n'en demande pas
     * @param valeurDuSecondFacteur sa valeur alors ; nulle si l'avoir suffit
     */
    public record Agents(
            SourceDesHabilitations source,
            String uai,
            String uaiDirige,
            String nom,
            String prenom,
            @Nullable String secondFacteur,
            @Nullable String valeurDuSecondFacteur) {}

    /** Ce que contient chaque valeur d'un attribut du CAS ; il peut en avoir plusieurs. */
    public enum FormeAttribut {
        /** La valeur même : {@code National_2}. */
        TEXTE,
        /** Un tableau JSON : {@code ["Relative"]}. */
        JSON,
        /** Le premier champ d'un vecteur : {@code 3|DURAND|Cristelle|701294|0330001A}. */
        VECTEUR
    }

    /** Lit et vérifie un profil ; lève {@link ErreurDeConfiguration} au premier réglage fautif ou inconnu. */
    public static ProfilAcademie lire(Proprietes p) {
        URI portail = p.adresse("portail.adresse");
        URI retour = p.adresseFacultative("retour.adresse");
        URI ent = p.adresseFacultative("lien.ent");
        List<Lien> liens = new ArrayList<>();
        for (int i = 1; p.facultatif("liens.utiles." + i + ".titre") != null; i++) {
            liens.add(new Lien(p.texte("liens.utiles." + i + ".titre"), p.adresse("liens.utiles." + i + ".adresse")));
        }
        Entree entree = p.choix("entree", Entree.class, null);
        ProfilAcademie lu = new ProfilAcademie(
                p.texte("academie.nom"),
                p.texte("service.nom"),
                entree,
                p.choix("entree.lycee", Entree.class, entree),
                p.choix("habillage", Habillage.class, Habillage.SCOLARITE_SERVICES),
                p.choix("regrouper.titre", Titre.class, Titre.REGROUPER),
                p.langues("langues"),
                p.langues("courrier.langue").stream().findFirst().orElse(null),
                p.texte("portail.nom"),
                portail,
                retour == null && entree != Entree.CONNEXION ? portail : retour,
                ent == null ? portail : ent,
                p.adresseFacultative("lien.college"),
                p.facultatif("contact.courriel"),
                p.facultatif("contact.telephone"),
                List.copyOf(liens),
                p.fuseau("fuseau", PARIS),
                p.choix("identite", RegleIdentite.class, null),
                p.duree("provisoire.validite", Duration.ofDays(90)),
                p.choix("activation.mail", MailDActivation.class, MailDActivation.OBLIGATOIRE),
                p.ouiNon("activation.sans_courrier", true),
                new AttributsCas(
                        p.facultatif("cas.attribut.profil"),
                        p.choix("cas.attribut.forme", FormeAttribut.class, FormeAttribut.TEXTE),
                        profils(p)),
                p.origines("tuile.portails"),
                p.dureeEnJours("conservation.regroupements", TROIS_ANS, CONSERVATION_MINIMALE),
                p.dureeEnJours("conservation.connexions", UN_AN, CONSERVATION_MINIMALE),
                p.dureeEnJours("conservation.refus", UN_AN, CONSERVATION_MINIMALE),
                p.dureeEnJours("conservation.coordonnees", UN_AN, CONSERVATION_MINIMALE),
                p.dureeEnJours("conservation.evenements", TROIS_ANS, CONSERVATION_MINIMALE),
                p.dureeEnJours("conservation.courriels", UN_MOIS, 1),
                ReglesDImport.lire(p),
                new Agents(
                        p.choix("agents.habilitations", SourceDesHabilitations.class, SourceDesHabilitations.TABLE),
                        p.texte("agents.attribut.uai", "FrEduRne"),
                        p.texte("agents.attribut.uai_dirige", "FrEduRneResp"),
                        p.texte("agents.attribut.nom", "sn"),
                        p.texte("agents.attribut.prenom", "givenName"),
                        p.facultatif("agents.second_facteur"),
                        p.facultatif("agents.second_facteur.valeur")),
                p.choix("couleur", Couleur.class, Couleur.BLUE_FRANCE));
        p.refuserLesInconnues();
        return lu;
    }

    private static Map<String, String> profils(Proprietes p) {
        Map<String, String> valeurs = new TreeMap<>();
        for (String valeur : p.sousEnsemble(PROFIL_CAS).keySet()) {
            valeurs.put(
                    valeur, p.choix(PROFIL_CAS + valeur, ProfilCas.class, null).name());
        }
        return valeurs;
    }
}
