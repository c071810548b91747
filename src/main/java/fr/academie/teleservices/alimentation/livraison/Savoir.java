package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Sorte;
import java.util.function.Predicate;

/** Ce qu'on sait d'un périmètre au moment où une livraison se lit : de quoi comparer sans rien demander à la base. */
record Savoir(Connus eleves, Connus personnes, LiensConnus liens) {

    /** La place du lien entre ces deux numéros ; {@link LiensConnus#INCONNU} si on ne l'avait pas. */
    int placeDuLien(String eleve, String personne) {
        int celle = personnes.place(personne);
        int celui = eleves.place(eleve);
        return celle == Connus.INCONNU || celui == Connus.INCONNU
                ? LiensConnus.INCONNU
                : liens.place(personnes.id(celle), eleves.lie(celui));
    }

    /**
     * Une fiche refusée n'est pas une fiche absente : ce qu'on en sait reste.
     *
     * @param numero d'un lien : l'élève et la personne, séparés par « / »
     * @param sorti vrai d'un élève sorti : ses liens partent, refusés ou non
     */
    void garder(Sorte sorte, String numero, Predicate<String> sorti) {
        switch (sorte) {
            case ELEVE -> eleves.voir(eleves.place(numero));
            case PERSONNE -> personnes.voir(personnes.place(numero));
            case LIEN -> {
                int barre = numero.indexOf(" / ");
                if (barre > 0) {
                    String eleve = numero.substring(0, barre);
                    int place = placeDuLien(eleve, numero.substring(barre + 3));
                    if (place != LiensConnus.INCONNU && !sorti.test(eleve)) {
                        liens.refuser(place);
                    }
                }
            }
            case CLASSE, ETABLISSEMENT -> {
                // La classe d'avant reste : elle ne s'efface qu'avec l'inscription.
            }
        }
    }
}
