package fr.academie.teleservices.rupture;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.socle.securite.Empreinte;
import java.util.HexFormat;
import java.util.List;

/**
 * Ce qu'une rupture fera.
 *
 * @param source le compte que les élèves quittent
 * @param modele le compte de la personne pour qui le compte nouveau est fait : la source, ou le compte absorbé d'où viennent les
 *     élèves quand ce n'était pas la même personne
 * @param partent les élèves choisis, par id croissant
 * @param restent les autres élèves du compte que l'agent a le droit de voir
 */
record PlanDeRupture(Compte source, Compte modele, List<LienRompu> partent, List<Enfant> restent) {

    List<Long> eleves() {
        return partent.stream().map(LienRompu::eleveId).toList();
    }

    /** 64 chiffres hexadécimaux ; change dès que change ce que l'agent a vu. Ce qu'il ne voit pas n'y entre pas. */
    String empreinte() {
        StringBuilder vu = new StringBuilder();
        vu.append(source.id()).append('/').append(source.identite());
        vu.append('/').append(modele.id()).append('/').append(modele.identite()).append(';');
        partent.forEach(l -> {
            vu.append(l.eleveId()).append('/').append(l.uai()).append('/');
            vu.append(l.avant()).append('/').append(l.source()).append('/').append(l.nouveau());
            l.provenance().arrivees().forEach(a -> vu.append('/').append(a.regroupementId()));
            vu.append(';');
        });
        restent.forEach(
                e -> vu.append(e.eleve().id()).append('/').append(e.qualite()).append(';'));
        return HexFormat.of().formatHex(Empreinte.sha256(vu.toString()));
    }
}
