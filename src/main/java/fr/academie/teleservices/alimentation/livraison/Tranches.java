package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneLivraison;
import fr.academie.teleservices.alimentation.livraison.TrancheMapper.Bilan;
import fr.academie.teleservices.alimentation.livraison.TrancheMapper.Rangs;
import fr.academie.teleservices.alimentation.livraison.TrancheMapper.Tranche;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Coupe une étape d'une grande livraison en tranches de rangs, que plusieurs fils mènent à la fois, ici ou ailleurs : un lot en tient une, qui
 * n'est qu'à lui jusqu'à sa validation. Les départs n'en sont pas : ils se suivent, après tout le reste, comme dans une petite livraison.
 */
final class Tranches {

    private final TrancheMapper tranches;
    private final LivraisonMapper livraisons;
    private final Decoupe decoupe;

    Tranches(TrancheMapper tranches, LivraisonMapper livraisons, Decoupe decoupe) {
        this.tranches = tranches;
        this.livraisons = livraisons;
        this.decoupe = decoupe;
    }

    /** Coupe l'étape que cette livraison, verrouillée, commence ; faux si elle ne s'y prête pas. */
    boolean couper(LotAppliquable lot, Etape etape) {
        LigneLivraison livraison = lot.livraison();
        if (livraison.curseur() != 0 || !decoupe.vaut(ecarts(livraison, etape))) {
            return false;
        }
        Rangs rangs = tranches.rangs(lot.id(), etape);
        if (rangs.premier() == null || rangs.dernier() == null) {
            return false;
        }
        long avant = rangs.premier() - 1;
        long fin = rangs.premierParti() == null ? rangs.dernier() : Math.min(rangs.dernier(), rangs.premierParti() - 1);
        if (fin <= avant) {
            return false;
        }
        tranches.ajouter(lot.id(), etape.code(), couper(avant, fin));
        livraisons.avancer(lot.id(), etape.codeEnTranches(), 0, 0, lot.le());
        return true;
    }

    private static long ecarts(LigneLivraison livraison, Etape etape) {
        Sorte sorte = switch (etape) {
            case ELEVES -> Sorte.ELEVE;
            case PERSONNES -> Sorte.PERSONNE;
            case LIENS -> Sorte.LIEN;
            case ETABLISSEMENTS, COMPTES -> null;
        };
        return sorte == null
                ? 0
                : LivraisonEnJson.compteurs(livraison.compteurs()).de(sorte).ecarts();
    }

    private static List<Tranche> couper(long avant, long fin) {
        List<Tranche> tranches = new ArrayList<>();
        if (Parts.enSont(fin)) {
            for (int part = 0; part < Parts.COMBIEN; part++) {
                long debut = Math.max(avant, Parts.avant(part));
                long jusqua = Math.min(fin, Parts.avant(part + 1));
                if (debut < jusqua) {
                    tranches.add(new Tranche(tranches.size(), debut, jusqua));
                }
            }
            return tranches;
        }
        long largeur = (fin - avant + Parts.COMBIEN - 1) / Parts.COMBIEN;
        for (long debut = avant; debut < fin; debut += largeur) {
            tranches.add(new Tranche(tranches.size(), debut, Math.min(fin, debut + largeur)));
        }
        return tranches;
    }

    /** Une tranche à mener, à nous jusqu'à la fin de la transaction ; nulle si toutes sont finies, ou tenues par d'autres. */
    @Nullable
    Tranche prendre(long id, Etape etape) {
        return tranches.prendre(id, etape.code());
    }

    /** Un lot de cette tranche est fait ; moins plein qu'il ne pouvait, c'est le dernier. */
    void avancer(LotAppliquable lot, Etape etape, Tranche tranche, LotAppliquable.Fait fait) {
        long dernier = fait.combien() < lot.taille() ? tranche.jusqua() : fait.dernier();
        tranches.avancer(lot.id(), etape.code(), tranche, dernier, fait.combien());
    }

    /** Rend l'étape à son cours, après les tranches, si toutes sont finies ; la livraison est verrouillée. */
    boolean reunir(LotAppliquable lot, Etape etape) {
        Bilan bilan = tranches.bilan(lot.id(), etape.code());
        if (bilan.restent() > 0) {
            return false;
        }
        tranches.effacer(lot.id(), etape.code());
        livraisons.avancer(lot.id(), etape.code(), bilan.jusqua(), bilan.faits(), lot.le());
        return true;
    }
}
