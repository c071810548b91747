package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.scolarite.Identites.Connu;
import fr.academie.teleservices.scolarite.Identites.Constat;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Ce qu'on sait des numéros d'un périmètre, avant de lui comparer une livraison : de tous, ou de ceux qu'elle nomme. */
public final class PerimetreConnu {

    private final Transactions transactions;
    private final ImportMapper identites;
    private final Perimetre perimetre;

    public PerimetreConnu(Transactions transactions, Perimetre perimetre) {
        this.transactions = transactions;
        this.identites = transactions.mapper(ImportMapper.class);
        this.perimetre = perimetre;
    }

    /** Tous les élèves du périmètre, un à un ; rien d'autre ne se lit en base pendant ce temps. */
    public void chaqueEleve(Consumer<Connu> geste) {
        transactions.executer(() -> identites.eleves(perimetre, lu -> geste.accept(lu.getResultObject())));
    }

    /** Toutes les personnes du périmètre, de même. */
    public void chaquePersonne(Consumer<Connu> geste) {
        transactions.executer(() -> identites.personnes(perimetre, lu -> geste.accept(lu.getResultObject())));
    }

    /** Tous les constats du périmètre, de même. */
    public void chaqueConstat(Consumer<Constat> geste) {
        transactions.executer(() -> identites.constats(perimetre, lu -> geste.accept(lu.getResultObject())));
    }

    /** Les élèves de ces numéros ; qui n'est pas connu n'est pas rendu. */
    public List<Connu> elevesDeNumero(Collection<String> numeros) {
        return numeros.isEmpty() ? List.of() : identites.elevesParNumero(perimetre, numeros);
    }

    /** Les personnes de ces numéros, de même. */
    public List<Connu> personnesDeNumero(Collection<String> numeros) {
        return numeros.isEmpty() ? List.of() : identites.personnesParNumero(perimetre, numeros);
    }

    /** Ce que des personnes du périmètre sont à ces élèves. */
    public List<Constat> constatsDesEleves(Collection<Long> eleves) {
        return eleves.isEmpty() ? List.of() : identites.constatsDesEleves(perimetre, eleves);
    }

    /** Les constats de ces identités. */
    public List<Constat> constatsDesPersonnes(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : identites.constatsDesPersonnes(ids);
    }

    /** Combien de constats il a. */
    public long nombreDeConstats() {
        return identites.nombreDeConstats(perimetre);
    }
}
