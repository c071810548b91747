package fr.academie.teleservices.suivi.web;

import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.suivi.Indicateur;
import fr.academie.teleservices.suivi.Tableau.Ligne;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * L'ordre des classes du suivi, tel que l'adresse le dit : {@code tri} vaut {@code TAUX}, le nom d'un indicateur, ou rien (par classe) ;
 * {@code sens=desc}, du plus grand au plus petit.
 */
record TriDesClasses(String tri, boolean decroissant) {

    static final String CLASSE = "";
    static final String TAUX = "TAUX";

    static TriDesClasses lire(UnaryOperator<@Nullable String> parametres) {
        String demande = parametres.apply("tri");
        boolean connu = TAUX.equals(demande)
                || Parametres.choix(Indicateur.class, demande).isPresent();
        return new TriDesClasses(connu ? String.valueOf(demande) : CLASSE, "desc".equals(parametres.apply("sens")));
    }

    /** Une classe sans compte n'a pas de taux : la dernière, dans les deux sens. */
    Comparator<Ligne<String>> ordre() {
        if (tri.equals(TAUX)) {
            Comparator<Integer> sens = decroissant ? Comparator.reverseOrder() : Comparator.naturalOrder();
            return Comparator.comparing(Ligne::taux, Comparator.nullsLast(sens));
        }
        Comparator<Ligne<String>> croissant = tri.equals(CLASSE)
                ? Comparator.comparing(Ligne::quoi)
                : Comparator.comparingLong(ligne -> ligne.nombre(Indicateur.valueOf(tri)));
        return decroissant ? croissant.reversed() : croissant;
    }

    /** Le sens de tri de cette colonne, comme {@code aria-sort} le dit. */
    String sens(String colonne) {
        if (!tri.equals(colonne)) {
            return "none";
        }
        return decroissant ? "descending" : "ascending";
    }

    /** Le tri que demande un clic sur cette colonne : l'autre sens si elle trie déjà. */
    TriDesClasses par(String colonne) {
        return new TriDesClasses(colonne, tri.equals(colonne) && !decroissant);
    }
}
