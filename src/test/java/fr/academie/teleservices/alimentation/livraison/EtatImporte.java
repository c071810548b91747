package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Requetes;
import java.util.ArrayList;
import java.util.List;

/** Tout ce qu'un import écrit, hors des livraisons, sans numéros ni instants : deux bases où il s'est fait de deux façons se comparent. */
public final class EtatImporte {

    private static final List<String> REQUETES = List.of(
            "SELECT 'eleve', e.nom, e.prenom, e.date_naissance, e.uai, e.classe FROM eleve AS e ORDER BY 2, 3, 4",
            "SELECT 'inscription', e.prenom, i.uai, i.classe, i.entre_le, i.sorti_le FROM inscription AS i"
                    + " JOIN eleve AS e ON e.id = i.eleve_id ORDER BY 2, 3, 4, 5",
            "SELECT 'numero', n.source, n.perimetre, n.numero, e.prenom, n.ine, n.empreinte, n.disparu_le IS NULL"
                    + " FROM identite_eleve AS n JOIN eleve AS e ON e.id = n.eleve_id ORDER BY 2, 3, 4",
            "SELECT 'personne', i.source, i.perimetre, i.numero, i.civilite, i.nom_famille, i.nom_usage, i.prenom,"
                    + " i.mail, i.telephone_portable, i.empreinte, r.identifiant, i.disparu_le IS NULL FROM"
                    + " identite_responsable AS i LEFT JOIN responsable AS r ON r.id = i.responsable_id ORDER BY 2, 3, 4",
            "SELECT 'constat', i.numero, e.prenom, c.niveau, c.lien, r.identifiant FROM constat AS c"
                    + " JOIN identite_responsable AS i ON i.id = c.identite_id JOIN eleve AS e ON e.id = c.eleve_id"
                    + " LEFT JOIN responsable AS r ON r.id = c.responsable_id ORDER BY 2, 3",
            "SELECT 'lien', r.identifiant, e.prenom, l.niveau, l.lien, l.etat, l.origine, l.retire_par"
                    + " FROM rattachement AS l JOIN responsable AS r ON r.id = l.responsable_id"
                    + " JOIN eleve AS e ON e.id = l.eleve_id ORDER BY 2, 3",
            "SELECT 'compte', identifiant, etat, mail, telephone_portable FROM responsable ORDER BY 2",
            "SELECT 'evenement', v.type, r.identifiant, COUNT(*) FROM evenement AS v"
                    + " JOIN responsable AS r ON r.id = v.responsable_id GROUP BY v.type, r.identifiant ORDER BY 2, 3");

    private EtatImporte() {}

    static List<String> lire(BaseDEssai base) {
        return lire(new Requetes(base.base()));
    }

    /** De même, d'une base qui n'est pas celle des essais. */
    public static List<String> lire(Requetes base) {
        List<String> etat = new ArrayList<>();
        REQUETES.forEach(requete -> etat.addAll(base.lire(requete)));
        return etat;
    }
}
