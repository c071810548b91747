package fr.academie.teleservices.socle.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ce qui change d'une académie à l'autre : un fichier de {@code conf/academies/}, et rien d'autre. Source : DOMAIN §3.
 *
 * @param academie nom affiché (« Académie de Bordeaux »)
 * @param service nom du service tel que le guide l'imprime
 * @param portailNom nom de l'ENT d'où l'on vient
 * @param portailAdresse où mènent ENT et RETOUR à défaut de mieux
 * @param retourAdresse où mène RETOUR
 * @param lienCollege où mène COLLEGE quand l'établissement de l'élève n'a pas de site connu ; absent : la page CONTACT
 * @param validiteProvisoire durée de vie d'un mot de passe provisoire
 * @param tuilePortails origines autorisées à encadrer la tuile
 */
public record ProfilAcademie(
        String academie,
        String service,
        Entree entree,
        Habillage habillage,
        String portailNom,
        URI portailAdresse,
        URI retourAdresse,
        URI lienEnt,
        @Nullable URI lienCollege,
        @Nullable String contactCourriel,
        @Nullable String contactTelephone,
        List<Lien> liensUtiles,
        RegleIdentite identite,
        Duration validiteProvisoire,
        AttributsCas attributsCas,
        List<URI> tuilePortails) {

    /** Par où l'on entre depuis le portail. */
    public enum Entree {
        ONGLET,
        ICONE,
        TUILE,
        CONNEXION
    }

    /** Vocabulaire et gabarits : celui de « Scolarité Services » ou celui de « Mon compte ». */
    public enum Habillage {
        SCOLARITE_SERVICES,
        MON_COMPTE
    }

    /** Nom et prénom des deux comptes : identiques (après normalisation), ou sans condition. */
    public enum RegleIdentite {
        STRICTE,
        LIBRE
    }

    /** Un lien de LIENS UTILES. */
    public record Lien(String titre, URI adresse) {}

    /**
     * Comment lire le profil d'une personne dans la réponse du CAS.
     *
     * @param profil nom de l'attribut qui porte le profil ; absent : seule la table des comptes décide
     * @param valeurs valeur de l'attribut → profil (RESPONSABLE, ETABLISSEMENT, ASSISTANCE, ELEVE)
     */
    public record AttributsCas(@Nullable String profil, Map<String, String> valeurs) {}

    /** Lit et vérifie un profil ; lève {@link ErreurDeConfiguration} au premier réglage fautif ou inconnu. */
    public static ProfilAcademie lire(Proprietes p) {
        URI portail = p.adresse("portail.adresse");
        URI retour = p.adresseFacultative("retour.adresse");
        URI ent = p.adresseFacultative("lien.ent");
        List<Lien> liens = new ArrayList<>();
        for (int i = 1; p.facultatif("liens.utiles." + i + ".titre") != null; i++) {
            liens.add(new Lien(p.texte("liens.utiles." + i + ".titre"), p.adresse("liens.utiles." + i + ".adresse")));
        }
        ProfilAcademie lu = new ProfilAcademie(
                p.texte("academie.nom"),
                p.texte("service.nom"),
                p.choix("entree", Entree.class, null),
                p.choix("habillage", Habillage.class, Habillage.SCOLARITE_SERVICES),
                p.texte("portail.nom"),
                portail,
                retour == null ? portail : retour,
                ent == null ? portail : ent,
                p.adresseFacultative("lien.college"),
                p.facultatif("contact.courriel"),
                p.facultatif("contact.telephone"),
                List.copyOf(liens),
                p.choix("identite", RegleIdentite.class, null),
                p.duree("provisoire.validite", Duration.ofDays(90)),
                new AttributsCas(p.facultatif("cas.attribut.profil"), new TreeMap<>(p.sousEnsemble("cas.profil."))),
                p.adresses("tuile.portails"));
        p.refuserLesInconnues();
        return lu;
    }
}
