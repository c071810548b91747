package fr.academie.teleservices.alimentation;

import fr.academie.teleservices.socle.csv.EcritureCsv;
import fr.academie.teleservices.socle.texte.Textes;
import java.io.IOException;

/** Les remarques d'une alimentation en tableau, écrites au fil de l'eau : fichier, ligne, numéro, portée, raison, quoi faire, code. */
public final class RapportCsv {

    private final EcritureCsv csv;
    private final MotsDesRemarques mots;

    /** Commence le tableau par ses titres. */
    public RapportCsv(Appendable sortie, MotsDesRemarques mots, Textes textes) throws IOException {
        this.mots = mots;
        this.csv = new EcritureCsv(sortie);
        csv.ligne(
                textes.de("alimentation.rapport.fichier"),
                textes.de("alimentation.rapport.ligne"),
                textes.de("alimentation.rapport.numero"),
                textes.de("alimentation.rapport.portee"),
                textes.de("alimentation.rapport.raison"),
                textes.de("alimentation.rapport.quoi_faire"),
                textes.de("alimentation.rapport.code"));
    }

    /** Ajoute une remarque. */
    public void ligne(Remarque remarque) throws IOException {
        csv.ligne(
                remarque.fichier(),
                remarque.ligne() == 0 ? null : remarque.ligne(),
                remarque.numero(),
                mots.portee(remarque),
                mots.raison(remarque),
                mots.quoiFaire(remarque),
                remarque.code());
    }
}
