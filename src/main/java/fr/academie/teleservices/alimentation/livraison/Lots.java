package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneLivraison;
import fr.academie.teleservices.alimentation.livraison.LotAppliquable.Fait;
import fr.academie.teleservices.alimentation.livraison.TrancheMapper.Tranche;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Les lots d'une livraison, un par transaction de l'appelant : ceux d'une tranche qu'il tient, ou, la livraison tenue, le suivant. */
final class Lots {

    private final LivraisonMapper livraisons;
    private final EcartMapper ecarts;
    private final Tranches tranches;
    private final Map<Etape, Function<LotAppliquable, Fait>> gestes;
    private final Clock horloge;
    private final Set<Long> nombreuses = ConcurrentHashMap.newKeySet();

    /** @param gestes ce que chaque étape fait d'un lot */
    Lots(
            LivraisonMapper livraisons,
            EcartMapper ecarts,
            Tranches tranches,
            Map<Etape, Function<LotAppliquable, Fait>> gestes,
            Clock horloge) {
        this.livraisons = livraisons;
        this.ecarts = ecarts;
        this.tranches = tranches;
        this.gestes = gestes;
        this.horloge = horloge;
    }

    /** Fait le lot suivant. */
    Pas suivant(long id, int taille) {
        LigneLivraison vue = livraisons.parId(id);
        if (vue == null || vue.etat() != EtatLivraison.CONFIRMEE) {
            return Pas.FINI;
        }
        if (Etape.enTranches(vue.etape())) {
            return deTranche(vue, taille) ? Pas.TRANCHE : reunir(vue);
        }
        LigneLivraison livraison = livraisons.verrouiller(id);
        if (livraison == null || livraison.etat() != EtatLivraison.CONFIRMEE) {
            return Pas.FINI;
        }
        return Etape.enTranches(livraison.etape()) ? Pas.LOT : lot(livraison, taille);
    }

    /** Fait le lot suivant d'une tranche ; faux s'il n'y en a pas à prendre. */
    boolean deTranche(long id, int taille) {
        LigneLivraison vue = livraisons.parId(id);
        return vue != null && Etape.enTranches(vue.etape()) && deTranche(vue, taille);
    }

    private boolean deTranche(LigneLivraison livraison, int taille) {
        Etape etape = Etape.de(livraison.etape());
        Tranche tranche = tranches.prendre(livraison.id(), etape);
        if (tranche == null) {
            return false;
        }
        LotAppliquable lot = LotAppliquable.de(livraison, tranche, taille, horloge.instant());
        tranches.avancer(lot, etape, tranche, faire(lot, etape));
        return true;
    }

    /** Toutes les tranches sont finies, ou d'autres mènent les dernières. */
    private Pas reunir(LigneLivraison vue) {
        LigneLivraison livraison = livraisons.verrouiller(vue.id());
        if (livraison == null || livraison.etape() != vue.etape()) {
            return Pas.LOT;
        }
        LotAppliquable lot = LotAppliquable.de(livraison, 0, horloge.instant());
        return tranches.reunir(lot, Etape.de(livraison.etape())) ? Pas.LOT : Pas.OCCUPE;
    }

    private Pas lot(LigneLivraison livraison, int taille) {
        LotAppliquable lot = LotAppliquable.de(livraison, taille, horloge.instant());
        Etape etape = Etape.de(livraison.etape());
        if (tranches.couper(lot, etape)) {
            return Pas.LOT;
        }
        Fait fait = faire(lot, etape);
        if (fait.dernier() > 0) {
            livraisons.avancer(lot.id(), etape.code(), fait.dernier(), fait.combien(), lot.le());
        } else if (etape == Etape.COMPTES) {
            livraisons.finir(lot.id(), EtatLivraison.APPLIQUEE, lot.le());
            return Pas.FINI;
        } else {
            livraisons.avancer(lot.id(), etape.code() + 1, 0, 0, lot.le());
        }
        return Pas.LOT;
    }

    private Fait faire(LotAppliquable lot, Etape etape) {
        @Nullable Function<LotAppliquable, Fait> geste = gestes.get(etape);
        if (geste == null) {
            throw new IllegalStateException("Rien n'est dit pour l'étape " + etape + ".");
        }
        Fait fait = geste.apply(lot);
        lot.retenus().ecrire(lot.id(), ecarts, livraisons, nombreuses);
        return fait;
    }
}
