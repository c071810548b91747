package fr.academie.teleservices.socle.courriel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ce qu'un courriel ou un SMS reçoit de plus ordinaire, modèle par modèle : une personne, son école, un lien, un délai. */
final class EcritsDEssai {

    static final String HOTE = "https://teleservices.ac-bordeaux.example";
    static final String ADRESSE = HOTE + "/teleservices";

    private static final String PERSONNE = "Cristelle Durand";
    private static final String COMPTE = "c.durand2";
    private static final String AUTRE = "c.durand17";
    private static final String ENFANT = "Florian";
    private static final String ECOLE = "Collège du Moulin";
    private static final String LIEN = ADRESSE + "/oubli/nouveau#nVXFvRpBEqRSnLtiGlVbPMpXCBnHKOzcQfwrJlk6wVw";
    private static final List<String> LIENS = List.of("c.durand17 : " + LIEN, "c.durand23 : " + LIEN);
    private static final List<String> COMPTES = List.of(AUTRE, "c.durand23");
    private static final List<String> ECOLES =
            List.of(ECOLE + ", 05 36 49 10 04", "Lycée des Graves, Saint-Aubin, 05 36 49 10 40");
    private static final Instant LE = Instant.parse("2026-11-23T09:05:00Z");
    private static final LocalDate JOUR = LocalDate.of(2026, 11, 23);
    private static final long HEURES = 72;
    private static final long MINUTES = 30;

    static final Map<String, Object[]> COURRIELS = courriels();

    static final Map<String, Object[]> SMS = new TreeMap<>(Map.ofEntries(
            Map.entry("manque.code", valeurs("1234 5678", 15L)),
            Map.entry("preuve.code", valeurs("1234 5678", 15L)),
            Map.entry("sansCompte.code", valeurs("1234 5678", 15L)),
            Map.entry("telephone.code", valeurs("123456", 15L)),
            Map.entry("avis.telephone", valeurs()),
            Map.entry("avis.mail", valeurs()),
            Map.entry("avis.courrier", valeurs()),
            Map.entry("avis.rupture", valeurs()),
            Map.entry("avis.regroupement", valeurs()),
            Map.entry("compte.rappel", valeurs(AUTRE)),
            Map.entry("compte.aucun", valeurs())));

    private EcritsDEssai() {}

    private static Object[] valeurs(Object... valeurs) {
        return valeurs;
    }

    private static Map<String, Object[]> courriels() {
        Map<String, Object[]> tous = new TreeMap<>();
        for (String sorte : List.of("regroupement", "rapprochement")) {
            for (String qui : List.of("principal", "secondaire")) {
                tous.put(sorte + ".opposable." + qui, valeurs(PERSONNE, COMPTE, AUTRE, LE, LIEN, HEURES));
            }
        }
        tous.put("regroupement.principal", valeurs(PERSONNE, COMPTE, AUTRE, LE));
        tous.put("regroupement.secondaire", valeurs(PERSONNE, COMPTE, AUTRE, LE));
        tous.put("regroupements.principal", valeurs(PERSONNE, COMPTE, COMPTES, LE));
        tous.put("regroupements.opposable.principal", valeurs(PERSONNE, COMPTE, COMPTES, LE, LIENS, HEURES));
        tous.put("regroupement.annule", valeurs(COMPTE, AUTRE));
        motsDePasse(tous);
        ruptures(tous);
        coordonnees(tous);
        for (String reponse : List.of("confirme", "rejete")) {
            tous.put(
                    "contestation." + reponse,
                    valeurs(PERSONNE, ENFANT, ECOLE, "Le jugement du 3 mars nous a été remis.", JOUR));
        }
        tous.put("contestation.nomme", valeurs(PERSONNE, ENFANT, ECOLE, JOUR));
        tous.put("demande.faite", valeurs(PERSONNE, "Florian Durand", ECOLE));
        tous.put(
                "demande.sans_suite",
                valeurs(PERSONNE, "Florian Durand", ECOLE, "Son dossier est dans un autre collège."));
        tous.put("contestation.rappel", valeurs(2L, 15L, ECOLE));
        return tous;
    }

    private static void motsDePasse(Map<String, Object[]> tous) {
        tous.put("motDePasse.change", valeurs(PERSONNE, COMPTE));
        tous.put("motDePasse.lien", valeurs(PERSONNE, COMPTE, LIEN, MINUTES, "", "true"));
        tous.put("motDePasse.regroupe", valeurs(PERSONNE, COMPTE, LIEN, MINUTES, AUTRE, "true"));
        tous.put("courrier.lien", valeurs(PERSONNE, COMPTE, LIEN, MINUTES, ECOLE, "true"));
        tous.put("courrier.reinitialisation", valeurs(PERSONNE, COMPTE, ECOLE));
        tous.put("courrier.opposable", valeurs(PERSONNE, COMPTE, ECOLE, LIEN, HEURES));
        tous.put("courrier.oppose", valeurs(PERSONNE, COMPTE, ECOLE));
        tous.put("provisoire.rappel", valeurs(JOUR, ECOLES));
        tous.put("oubli.etablissement", valeurs(ECOLES));
        tous.put("compte.aucun", valeurs());
        tous.put("identifiant.rappel", valeurs(COMPTES));
        tous.put("sansCompte.active", valeurs());
    }

    private static void ruptures(Map<String, Object[]> tous) {
        tous.put("rupture.source", valeurs(PERSONNE, COMPTE, ENFANT, ECOLE, LE));
        tous.put("rupture.opposable.source", valeurs(PERSONNE, COMPTE, ENFANT, ECOLE, LE, LIEN, HEURES));
        tous.put("rupture.annulee", valeurs(COMPTE));
        tous.put("rupture.annulee.nouveau", valeurs(COMPTE));
        tous.put("rupture.nouveau", valeurs(PERSONNE, ENFANT, ECOLE, LE));
    }

    private static void coordonnees(Map<String, Object[]> tous) {
        String mail = "famille.durand@exemple.fr";
        tous.put("mail.code", valeurs(PERSONNE, COMPTE, "123456", LIEN, MINUTES));
        tous.put("manque.code", valeurs(PERSONNE, "1234 5678", 15L));
        tous.put("preuve.code", valeurs(PERSONNE, COMPTE, "1234 5678", 15L));
        tous.put("mail.annonce", valeurs(PERSONNE, COMPTE, mail, LIEN, HEURES));
        tous.put("mail.retabli", valeurs(PERSONNE, COMPTE, mail));
        tous.put("mail.refuse", valeurs(PERSONNE, COMPTE));
        tous.put("telephone.confirme", valeurs(PERSONNE, COMPTE, "06 39 98 11 03"));
        tous.put("telephone.retire", valeurs(PERSONNE, COMPTE));
    }
}
