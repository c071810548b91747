package fr.academie.teleservices.rupture;

import fr.academie.teleservices.lignee.Arrivee;
import fr.academie.teleservices.lignee.Provenance;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import org.jspecify.annotations.Nullable;

/**
 * Un élève qui part : son lien sur le compte source avant et après, et sur le compte nouveau.
 *
 * @param lien le lien du compte source, tel qu'il est
 * @param uai établissement de l'élève
 * @param source sa qualité après : celle d'avant le regroupement si le compte l'avait déjà, RETIRE sinon
 * @param nouveau la qualité qu'avait le compte absorbé ; sans regroupement, celle d'aujourd'hui
 */
public record LienRompu(Rattachement lien, String uai, Qualite source, Qualite nouveau, Provenance provenance) {

    /**
     * Défait le dernier regroupement qui a amené l'élève. Ce que l'établissement ou un import a changé depuis (niveau et lien de
     * parenté, ou état) l'emporte sur ce qui était avant.
     */
    static LienRompu calculer(Rattachement lien, String uai, Provenance provenance) {
        Arrivee arrivee = provenance.derniere().orElse(null);
        Qualite actuelle = lien.qualite();
        if (arrivee == null) {
            return new LienRompu(lien, uai, retiree(actuelle), actuelle, provenance);
        }
        Qualite nouveau = remettre(actuelle, arrivee.apres(), arrivee.secondaire());
        Qualite source = arrivee.principal() == null
                ? retiree(actuelle)
                : remettre(actuelle, arrivee.apres(), arrivee.principal());
        return new LienRompu(lien, uai, source, nouveau, provenance);
    }

    private static Qualite remettre(Qualite actuelle, Qualite apres, @Nullable Qualite avant) {
        if (avant == null) {
            return actuelle;
        }
        boolean memeTitre = actuelle.niveau() == apres.niveau() && actuelle.lien() == apres.lien();
        NiveauResponsabilite niveau = memeTitre ? avant.niveau() : actuelle.niveau();
        LienParente parente = memeTitre ? avant.lien() : actuelle.lien();
        return new Qualite(niveau, parente, actuelle.etat() == apres.etat() ? avant.etat() : actuelle.etat());
    }

    private static Qualite retiree(Qualite qualite) {
        return new Qualite(qualite.niveau(), qualite.lien(), EtatRattachement.RETIRE);
    }

    public long eleveId() {
        return lien.eleveId();
    }

    public Qualite avant() {
        return lien.qualite();
    }

    /** Quand l'élève reste aussi sur le compte source, le compte absorbé d'où il était venu ; nul sinon. */
    @Nullable
    Long arriveeDe() {
        return resteAussi() ? provenance.derniere().map(Arrivee::secondaireId).orElse(null) : null;
    }

    /** Vrai si l'élève reste aussi sur le compte source, qui l'avait avant le regroupement. */
    public boolean resteAussi() {
        return source.etat() != EtatRattachement.RETIRE;
    }
}
