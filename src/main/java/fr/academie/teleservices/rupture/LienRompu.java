package fr.academie.teleservices.rupture;

import fr.academie.teleservices.lignee.Arrivee;
import fr.academie.teleservices.lignee.Provenance;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.scolarite.OrigineRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.Titre;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Un élève qui part : son lien sur le compte source avant et après, et sur le compte nouveau.
 *
 * @param lien le lien du compte source, tel qu'il est
 * @param uai établissement de l'élève
 * @param source sa qualité après : celle d'avant le regroupement si le compte l'avait déjà, RETIRE sinon
 * @param nouveau la qualité qu'avait le compte absorbé ; sans regroupement, celle d'aujourd'hui
 * @param origineNouveau d'où vient son lien sur le compte nouveau
 */
public record LienRompu(
        Rattachement lien,
        String uai,
        Qualite source,
        Qualite nouveau,
        OrigineRattachement origineNouveau,
        Provenance provenance) {

    /**
     * Ce que les sources disent de l'élève sur le compte cassé, partagé entre ce qui y reste et ce qui part.
     *
     * @param reste nul si rien n'en reste
     * @param part nul si rien n'en part
     */
    record Partage(@Nullable Titre reste, @Nullable Titre part) {

        /** Le plus fort de chaque côté. */
        static Partage de(List<RuptureMapper.Dit> dits) {
            return new Partage(lePlusFort(dits, false), lePlusFort(dits, true));
        }

        private static @Nullable Titre lePlusFort(List<RuptureMapper.Dit> dits, boolean part) {
            Titre fort = null;
            for (RuptureMapper.Dit dit : dits) {
                fort = dit.part() == part ? Titre.lePlusFort(fort, dit.titre()) : fort;
            }
            return fort;
        }
    }

    /**
     * Défait le dernier regroupement qui a amené l'élève. Ce que l'établissement ou un import a changé depuis (niveau et lien de
     * parenté, ou état) l'emporte sur ce qui était avant ; un lien fait par des imports suit de chaque côté les constats qui y sont. L'élève
     * part toujours, fût-ce sans constat : c'est alors l'établissement qui fait son lien.
     *
     * @param partage ce que deviennent les constats ; nul si tous partent
     */
    static LienRompu calculer(Rattachement lien, String uai, Provenance provenance, @Nullable Partage partage) {
        Arrivee arrivee = provenance.derniere().orElse(null);
        Qualite actuelle = lien.qualite();
        Qualite nouveau = arrivee == null ? actuelle : remettre(actuelle, arrivee.apres(), arrivee.secondaire());
        Qualite source = arrivee == null || arrivee.principal() == null
                ? retiree(actuelle)
                : remettre(actuelle, arrivee.apres(), arrivee.principal());
        if (lien.origine() == OrigineRattachement.SAISIE) {
            return new LienRompu(lien, uai, source, nouveau, OrigineRattachement.SAISIE, provenance);
        }
        Titre reste = partage == null ? null : partage.reste();
        Titre part = partage == null ? lien.dit() : partage.part();
        return new LienRompu(
                lien,
                uai,
                reste == null ? retiree(source) : reste.dans(source.etat()),
                part == null ? nouveau : part.dans(nouveau.etat()),
                part == null ? OrigineRattachement.SAISIE : OrigineRattachement.IMPORT,
                provenance);
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

    /**
     * Quand le compte source connaissait déjà l'élève, le compte absorbé d'où il était venu : seul ce que des sources ont dit de celui-là
     * part ; nul quand tout part.
     */
    @Nullable
    Long arriveeDe() {
        return arriveeDe(provenance);
    }

    static @Nullable Long arriveeDe(Provenance provenance) {
        return provenance
                .derniere()
                .filter(arrivee -> arrivee.principal() != null)
                .map(Arrivee::secondaireId)
                .orElse(null);
    }

    /** Vrai si l'élève reste aussi sur le compte source, qui l'avait avant le regroupement. */
    public boolean resteAussi() {
        return source.etat() != EtatRattachement.RETIRE;
    }
}
