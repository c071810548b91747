package fr.academie.teleservices.historique;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.socle.pdf.DocumentPdf;
import fr.academie.teleservices.socle.texte.Textes;
import java.util.Map;

/** Les services de la pièce, sur ceux d'un atelier. */
final class HistoriquesDEssai {

    static final Textes TEXTES = Atelier.textes();

    private static final DocumentPdf DOCUMENTS = new DocumentPdf();

    private HistoriquesDEssai() {}

    static HistoriqueService historique(Atelier atelier) {
        return new HistoriqueService(atelier.transactions, atelier.journal, atelier.scolarite, TEXTES);
    }

    static AccuseDeRegroupement accuses(Atelier atelier) {
        return new AccuseDeRegroupement(
                atelier.regroupements,
                atelier.scolarite,
                Atelier.profil(Map.of()),
                DOCUMENTS,
                TEXTES,
                atelier.heure,
                atelier.horloge);
    }

    static CopieDesDonnees copie(Atelier atelier) {
        return new CopieDesDonnees(
                atelier.comptes,
                atelier.scolarite,
                atelier.regroupements,
                historique(atelier),
                Atelier.profil(Map.of()),
                DOCUMENTS,
                TEXTES,
                atelier.heure,
                atelier.horloge);
    }
}
