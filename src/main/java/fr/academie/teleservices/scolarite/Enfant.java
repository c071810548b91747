package fr.academie.teleservices.scolarite;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Un élève vu depuis un compte qui lui est rattaché. */
public record Enfant(Eleve eleve, Qualite qualite) {

    /** Une ligne lue par inscription : chaque enfant une fois, avec toutes les siennes, dans l'ordre des lignes. */
    public static List<Enfant> reunir(Collection<Enfant> lignes) {
        return Eleve.reunir(lignes, enfant -> enfant.eleve().id(), Enfant::avec);
    }

    /** Le même, inscrit aussi où l'est {@code autre}. */
    public Enfant avec(Enfant autre) {
        return new Enfant(eleve.avec(autre.eleve), qualite);
    }

    /** Le même, et ses seules inscriptions dans cet établissement ; vide s'il n'y est pas. */
    public Optional<Enfant> dans(String uai) {
        return eleve.dans(uai).map(la -> new Enfant(la, qualite));
    }

    public NiveauResponsabilite niveau() {
        return qualite.niveau();
    }

    public LienParente lien() {
        return qualite.lien();
    }

    public EtatRattachement etat() {
        return qualite.etat();
    }
}
