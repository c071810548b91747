package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.scolarite.LienCalcule.Effet;
import org.jspecify.annotations.Nullable;

/**
 * La règle : un lien est le plus fort de ses constats, sauf ce qu'une personne en a décidé. Un import ne retire que ce que des imports ont
 * fait, ne rouvre que ce qu'un import a retiré, ne change ni un lien saisi ni l'état d'un lien contesté. Source : DOMAIN §4.
 */
final class CalculDuLien {

    private CalculDuLien() {}

    /** Un couple, son lien s'il existe, et ce que les sources en disent. */
    record LienLu(
            long responsableId,
            long eleveId,
            @Nullable Long lienId,
            @Nullable Qualite qualite,
            @Nullable OrigineRattachement origine,
            Retrait.@Nullable Par retirePar,
            @Nullable Titre dit) {

        /** Un couple que rien ne relie encore. */
        static LienLu absent(Couple couple) {
            return new LienLu(couple.responsableId(), couple.eleveId(), null, null, null, null, null);
        }

        Couple couple() {
            return new Couple(responsableId, eleveId);
        }

        /** Le même, qu'une source dit aussi à ce titre. */
        LienLu dit(Titre autre) {
            return new LienLu(
                    responsableId, eleveId, lienId, qualite, origine, retirePar, Titre.lePlusFort(dit, autre));
        }

        LienCalcule devient(Effet effet, @Nullable Qualite apres) {
            boolean retire = apres != null && apres.etat() == EtatRattachement.RETIRE;
            return new LienCalcule(
                    new Couple(responsableId, eleveId),
                    effet,
                    qualite,
                    apres,
                    retire ? effet == Effet.RETIRE ? Retrait.Par.IMPORT : retirePar : null,
                    dit);
        }
    }

    /** Ce qu'une source dit d'un couple. */
    record TitreDit(long responsableId, long eleveId, NiveauResponsabilite niveau, LienParente lien) {

        Titre titre() {
            return new Titre(niveau, lien);
        }

        Couple couple() {
            return new Couple(responsableId, eleveId);
        }
    }

    /** Ce que devient ce lien. */
    static LienCalcule calculer(LienLu lu) {
        Qualite qualite = lu.qualite();
        Titre dit = lu.dit();
        if (qualite == null) {
            return dit == null
                    ? lu.devient(Effet.INCHANGE, null)
                    : lu.devient(Effet.CREE, dit.dans(EtatRattachement.ACTIF));
        }
        if (dit == null) {
            boolean seRetire = qualite.etat() == EtatRattachement.ACTIF && lu.origine() == OrigineRattachement.IMPORT;
            return seRetire
                    ? lu.devient(Effet.RETIRE, new Qualite(qualite.niveau(), qualite.lien(), EtatRattachement.RETIRE))
                    : lu.devient(Effet.INCHANGE, qualite);
        }
        Qualite dite = dit.dans(lu.origine() == OrigineRattachement.IMPORT ? qualite.etat() : EtatRattachement.ACTIF);
        return switch (qualite.etat()) {
            case RETIRE ->
                lu.retirePar() == Retrait.Par.IMPORT
                        ? lu.devient(Effet.ROUVERT, dit.dans(EtatRattachement.ACTIF))
                        : lu.devient(Effet.RESTE_RETIRE, qualite);
            case CONTESTE ->
                lu.devient(Effet.RESTE_CONTESTE, lu.origine() == OrigineRattachement.IMPORT ? dite : qualite);
            case ACTIF -> {
                if (dite.equals(qualite)) {
                    yield lu.devient(Effet.INCHANGE, qualite);
                }
                yield lu.origine() == OrigineRattachement.IMPORT
                        ? lu.devient(Effet.CHANGE, dite)
                        : lu.devient(Effet.RESTE_SAISI, qualite);
            }
        };
    }
}
