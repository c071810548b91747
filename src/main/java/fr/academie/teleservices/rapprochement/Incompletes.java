package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.rapprochement.Paire.Couple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Les paires auxquelles il ne manque qu'une adresse ou un portable. Une règle pure. */
final class Incompletes {

    private Incompletes() {}

    /**
     * Une paire par compte, face au premier de sa liste à qui il ressemble.
     *
     * @param voisines des personnes de même prénom qui ont une donnée en commun, liste par liste
     * @param connues les comptes déjà appariés ; complété de ceux qui sont rendus
     */
    static List<Paire> parmi(List<List<PersonneDite>> voisines, Set<Couple> connues) {
        List<Paire> paires = new ArrayList<>();
        for (List<PersonneDite> liste : voisines) {
            List<PersonneDite> triee =
                    liste.stream().sorted(Appariement.DANS_L_ORDRE).toList();
            for (int i = 1; i < triee.size(); i++) {
                PersonneDite autre = triee.get(i);
                for (PersonneDite une : triee.subList(0, i)) {
                    if (une.surUnAutreCompte(autre) && une.memesDonneesMoinsUne(autre)) {
                        if (connues.add(Couple.de(
                                Objects.requireNonNull(une.compteId()), Objects.requireNonNull(autre.compteId())))) {
                            paires.add(Paire.laissee(MotifLaisse.DONNEE_ABSENTE, une, autre));
                        }
                        break;
                    }
                }
            }
        }
        return paires;
    }
}
