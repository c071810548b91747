package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.compte.ClesDIdentite;
import fr.academie.teleservices.scolarite.IdentiteMapper.SansCles;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Complète les clés de comparaison des identités qui n'en ont pas : écrites sans elles, ou changées depuis. Rien à faire quand qui écrit les
 * identités écrit {@link ClesDIdentite} avec.
 */
@Singleton
public final class ClesDesIdentites {

    /** Une transaction de quelques dizaines de millisecondes. */
    private static final int LOT = 1000;

    private final IdentiteMapper identites;
    private final Transactions transactions;

    @Inject
    public ClesDesIdentites(Transactions transactions) {
        this.identites = transactions.mapper(IdentiteMapper.class);
        this.transactions = transactions;
    }

    /** Complète tout, par lots validés un à un ; rend le nombre d'identités complétées. */
    public int completer() {
        int completees = 0;
        int lot = LOT;
        while (lot == LOT) {
            lot = transactions.executer(this::completerUnLot);
            completees += lot;
        }
        return completees;
    }

    private int completerUnLot() {
        List<SansCles> lot = identites.sansCles(LOT);
        if (!lot.isEmpty()) {
            JsonArrayBuilder toutes = FabriqueJson.tableau();
            for (SansCles i : lot) {
                ClesDIdentite cles =
                        ClesDIdentite.de(i.nomFamille(), i.nomUsage(), i.prenom(), i.mail(), i.telephonePortable());
                JsonArrayBuilder une = FabriqueJson.tableau().add(i.id()).add(cles.prenom());
                ajouter(une, cles.mail());
                ajouter(une, cles.portable());
                toutes.add(une);
            }
            identites.poserLesCles(toutes.build().toString());
        }
        return lot.size();
    }

    private static void ajouter(JsonArrayBuilder une, @Nullable Long cle) {
        if (cle == null) {
            une.addNull();
        } else {
            une.add(cle);
        }
    }
}
