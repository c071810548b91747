package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.AvecCode;

/** Niveau de responsabilité, codes SIECLE (NIVEAU_RESPONSABILITE) : le plus petit est le plus fort. */
public enum NiveauResponsabilite implements AvecCode {
    REPRESENTANT_LEGAL(1),
    PERSONNE_EN_CHARGE(2),
    CONTACT(3);

    private final int code;

    NiveauResponsabilite(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    public boolean plusFortQue(NiveauResponsabilite autre) {
        return code < autre.code;
    }
}
