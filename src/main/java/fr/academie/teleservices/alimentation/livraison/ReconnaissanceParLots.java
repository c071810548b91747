package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartLien;
import fr.academie.teleservices.alimentation.reconnaissance.Numero;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Parmi les fiches dont le numéro n'est pas connu, celles que l'on connaît autrement. Chaque sorte de fiche a sa règle ; le reste est commun :
 * lire par lots, n'attribuer qu'une fois, ôter un nom incomplet que personne ne porte, et ses liens avec lui.
 *
 * @param <F> une fiche neuve
 * @param <I> par quoi l'on désigne qui est connu
 */
abstract class ReconnaissanceParLots<F, I> {

    private static final int LOT = 500;

    final Preparation preparation;
    final EcartMapper ecarts;
    private final Transactions transactions;
    /** Deux numéros d'un même fichier sont deux personnes : qui en a reçu un ne se retrouve pas par un autre. */
    private final Map<I, Numero> pris = new HashMap<>();

    private final Set<Numero> numerosPris = new HashSet<>();

    /** Ce que le lot écrit, d'une transaction qui peut se rejouer : les décisions, elles, ne se prennent qu'une fois. */
    private final List<Runnable> ecritures = new ArrayList<>();

    private final List<Object> reconnues = new ArrayList<>();

    /** Les numéros du lot qui se refusent. */
    private final List<String> refusees = new ArrayList<>();

    ReconnaissanceParLots(Preparation preparation, EcartMapper ecarts, Transactions transactions) {
        this.preparation = preparation;
        this.ecarts = ecarts;
        this.transactions = transactions;
    }

    /** Les fiches neuves qui suivent ce rang, dans l'ordre. */
    abstract List<F> lire(long apres, int combien);

    abstract long rang(F fiche);

    abstract String numero(F fiche);

    /** Lit, d'un coup, tous ceux à qui ces fiches peuvent ressembler. */
    abstract void preparer(List<F> neuves);

    /** La règle. */
    abstract Reconnaissance<I> decider(F fiche);

    /** L'instruction d'{@link EcartMapper} qui écrit qui elle est. */
    abstract String instruction();

    /** Ce qu'elle prend en paramètre. */
    abstract Object reconnue(F fiche, Reconnaissance.Connu<I> connu);

    /** Écrit qu'elle n'est plus un écart. */
    abstract void oter(F fiche);

    /** Compte et dit qu'elle est refusée. */
    abstract void refuser(F fiche);

    /** Les liens neufs de fiches refusées. */
    abstract List<EcartLien> liens(List<String> numeros);

    /** Pourquoi ces liens le sont aussi, et par lequel de leurs numéros. */
    abstract CodeRemarque codeDesLiens();

    abstract Function<EcartLien, String> numeroRefuse();

    final void faire() {
        long apres = 0;
        List<F> lot;
        do {
            lot = lire(apres, LOT);
            if (!lot.isEmpty()) {
                preparer(lot);
                lot.forEach(this::traiter);
                oterLesLiens();
                ecrire();
                apres = rang(lot.get(lot.size() - 1));
            }
        } while (lot.size() == LOT);
    }

    private void ecrire() {
        transactions.executer(() -> {
            transactions.parPaquets(EcartMapper.class, instruction(), reconnues);
            ecritures.forEach(Runnable::run);
        });
        reconnues.clear();
        ecritures.clear();
    }

    private void traiter(F fiche) {
        Reconnaissance<I> decision = decider(fiche);
        if (decision instanceof Reconnaissance.Connu<I> connu) {
            reconnues.add(reconnue(fiche, connu));
            Numero numero = preparation.numero(numero(fiche));
            connu.qui().forEach(qui -> pris.put(qui, numero));
            numerosPris.add(numero);
        } else if (decision instanceof Reconnaissance.NomIncomplet<I>) {
            ecritures.add(() -> oter(fiche));
            refuser(fiche);
            refusees.add(numero(fiche));
        }
    }

    private void oterLesLiens() {
        if (refusees.isEmpty()) {
            return;
        }
        List<EcartLien> liens = liens(List.copyOf(refusees));
        refusees.clear();
        for (EcartLien lien : liens) {
            preparation.refuser(
                    codeDesLiens(),
                    lien.fichier(),
                    lien.ligne(),
                    Sorte.LIEN,
                    lien.eleve() + " / " + lien.personne(),
                    numeroRefuse().apply(lien));
        }
        if (!liens.isEmpty()) {
            List<Long> rangs = liens.stream().map(EcartLien::rang).toList();
            ecritures.add(() -> ecarts.oterDesLiens(preparation.id(), rangs));
        }
    }

    /** Ses numéros, et celui qu'une fiche d'avant vient de lui donner. */
    final Set<Numero> avecLePris(I qui, Set<Numero> numeros) {
        Numero sien = pris.get(qui);
        if (sien == null || numeros.contains(sien)) {
            return numeros;
        }
        Set<Numero> tous = new HashSet<>(numeros);
        tous.add(sien);
        return tous;
    }

    /** Vrai si une fiche de cette livraison vient de prendre ce numéro à quelqu'un de connu. */
    final boolean estPris(Numero numero) {
        return numerosPris.contains(numero);
    }
}
