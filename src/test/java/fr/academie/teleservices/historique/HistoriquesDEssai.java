package fr.academie.teleservices.historique;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.socle.web.Mots;
import fr.academie.teleservices.socle.web.Textes;
import java.util.Map;

/** Les services de la pièce, sur ceux d'un atelier. */
final class HistoriquesDEssai {

    static final Textes TEXTES = new Textes(new Mots(Atelier.profil(Map.of())));

    private HistoriquesDEssai() {}

    static HistoriqueService historique(Atelier atelier) {
        return new HistoriqueService(atelier.journal, atelier.regroupements, atelier.scolarite, TEXTES);
    }
}
