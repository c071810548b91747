package fr.academie.teleservices.scolarite;

/** Un élève vu depuis un compte qui lui est rattaché. */
public record Enfant(Eleve eleve, Qualite qualite) {

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
