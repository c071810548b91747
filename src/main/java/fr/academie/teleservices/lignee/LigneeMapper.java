package fr.academie.teleservices.lignee;

import fr.academie.teleservices.compte.Identifiant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/**
 * Le seul SQL qui aille d'un compte à un autre par les regroupements et les ruptures ; d'autres mappers en reprennent les fragments
 * {@code suites}, {@code absorptions} et {@code portes}.
 */
interface LigneeMapper {

    /** Une ligne par compte qui existe. */
    List<Aboutissement> aboutissements(@Param("comptes") Collection<Long> comptes);

    @Nullable
    Survivant survivant(@Param("ferme") Identifiant ferme);

    List<CompteAbsorbe> absorbes(@Param("compteId") long compteId);

    /** Ces élèves dans tous les regroupements de la lignée du compte : ceux qu'il a faits, et ceux des comptes qu'il a absorbés. */
    List<Arrivee> arrivees(@Param("compteId") long compteId, @Param("eleves") Collection<Long> eleves);

    /** Une ligne par lien dont l'élève est encore porté. */
    List<Porteur> porteurs(@Param("liens") Collection<LienDOrigine> liens);

    /** Une ligne par compte relié, et par façon de l'être. */
    List<Parent> parents(@Param("comptes") Collection<Long> comptes);

    /** Les ruptures qui ont fait partir ces élèves d'un compte, dans l'ordre où elles ont eu lieu. */
    List<Depart> departs(@Param("eleves") Collection<Long> eleves);

    /** Ce que {@link #departs} lit. */
    record Depart(long sourceId, long nouveauId, long eleveId) {}

    /** Ce que {@link #parents} lit. */
    record Parent(long origineId, long compteId, boolean parRupture) {}

    /** Ce que {@link #aboutissements} lit. */
    record Aboutissement(long origineId, long compteId) {}

    /** Ce que {@link #porteurs} lit. */
    record Porteur(long origineId, long eleveId, long porteurId) {

        LienDOrigine lien() {
            return new LienDOrigine(origineId, eleveId);
        }
    }
}
