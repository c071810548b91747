package fr.academie.teleservices.manque;

import fr.academie.teleservices.socle.texte.NomCourant;
import java.time.LocalDate;
import java.util.Locale;

/** Un enfant tel que son responsable le nomme, sans blancs autour : rien ne dit qu'il est connu. */
public record EnfantManquant(String nom, String prenom, LocalDate naissance) {

    /** L'âge au-delà duquel la date est une faute de frappe. */
    private static final int ANS_AU_PLUS = 30;

    public EnfantManquant {
        nom = nom.strip();
        prenom = prenom.strip();
    }

    /** « Florian DURAND ». */
    public String nomComplet() {
        return NomCourant.ecrire(prenom) + " " + nom.toUpperCase(Locale.ROOT);
    }

    /** Vrai si l'on peut être à l'école, au collège ou au lycée à cette date de naissance. */
    static boolean peutEtreEleve(LocalDate naissance, LocalDate aujourdHui) {
        return naissance.isBefore(aujourdHui) && naissance.isAfter(aujourdHui.minusYears(ANS_AU_PLUS));
    }
}
