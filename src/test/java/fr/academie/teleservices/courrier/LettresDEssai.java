package fr.academie.teleservices.courrier;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.NatureEtablissement;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.pdf.DocumentPdf;
import fr.academie.teleservices.socle.securite.Jeton;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Des lettres sans base, pour les essais et les mesures. */
public final class LettresDEssai {

    private static final Instant LE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Etablissement COLLEGE = new Etablissement(
            "0330001A",
            NatureEtablissement.COLLEGE,
            "Collège du Moulin",
            "Saint-Aubin-du-Moulin",
            "05 36 49 10 04",
            "secretariat@college-moulin.example.org",
            null);

    private static final int LONGUEUR_DU_CODE = 43;

    private LettresDEssai() {}

    public static LettresPdf misesEnPages() {
        ProfilAcademie profil = Atelier.profil(Map.of());
        Langues langues = new Langues(profil);
        return new LettresPdf(
                new DocumentPdf(),
                profil,
                new Textes(langues),
                new HeureDeLAcademie(profil, langues),
                new SecondeLangue(langues, profil));
    }

    /** La première lettre, au nom de cette personne et de son enfant. */
    public static Lettre lettre(String prenom, String nom) {
        Lettre modele = lettre(0, MotifCourrier.PREMIER);
        Destinataire destinataire = modele.destinataire();
        Compte compte = destinataire.compte();
        return new Lettre(
                new Destinataire(
                        new Compte(
                                compte.id(),
                                compte.identifiant(),
                                new Identite(nom, null, prenom),
                                null,
                                null,
                                EtatCompte.CREE,
                                0,
                                null),
                        destinataire.adresse(),
                        COLLEGE,
                        List.of(new Eleve(1, nom, prenom, LocalDate.of(2012, 4, 11), COLLEGE, "6e A")),
                        MotifCourrier.PREMIER,
                        false,
                        null),
                modele.motDePasse(),
                modele.code(),
                modele.faiteLe(),
                modele.expireLe());
    }

    /** La lettre numéro {@code rang} : une sur trois sans adresse connue. */
    public static Lettre lettre(int rang, MotifCourrier motif) {
        Compte compte = new Compte(
                rang,
                new Identifiant("cristelle.durand" + rang),
                new Identite("Durand", rang % 2 == 0 ? null : "d’Almeida-Lefèvre", "Cristelle"),
                null,
                null,
                EtatCompte.CREE,
                0,
                null);
        Adresse adresse = rang % 3 == 2
                ? new Adresse("M.", null, null, null)
                : new Adresse("MME", "Résidence des Érables\n12 bis rue de l’Hôtel-de-Ville", "33140", "Cadaujac");
        Eleve florian = new Eleve(1, "Durand", "Florian", LocalDate.of(2012, 4, 11), COLLEGE, "6e A");
        Eleve noe = new Eleve(2, "Durand", "Noé", LocalDate.of(2014, 4, 11), COLLEGE, "5e B");
        return new Lettre(
                new Destinataire(
                        compte,
                        adresse,
                        COLLEGE,
                        rang % 2 == 0 ? List.of(florian) : List.of(florian, noe),
                        motif,
                        false,
                        null),
                "KTRM-7HPC-X4DN",
                new Jeton("code-de-la-lettre-" + rang).empreinte().substring(0, LONGUEUR_DU_CODE),
                LE,
                LE.plus(java.time.Duration.ofDays(90)));
    }
}
