package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Receveur;

/** À qui l'on remet une livraison de l'annuaire. */
public interface ReceveurAaf extends Receveur {

    void etablissement(EtablissementLu etablissement, int ligne);

    void changement(ChangementAaf changement, int ligne);

    /** Une fiche disparaît, tout de suite. */
    void retrait(Categorie categorie, String numero, int ligne);
}
