package fr.academie.teleservices.alimentation.livraison;

/** Tout ce qu'on sait d'un périmètre au moment où une livraison se lit : de quoi comparer sans rien demander à la base. */
record Savoir(Connus eleves, Connus personnes, LiensConnus liens) {

    /** La place du lien entre ces deux numéros ; {@link LiensConnus#INCONNU} si on ne l'avait pas. */
    int placeDuLien(String eleve, String personne) {
        int celle = personnes.place(personne);
        int celui = eleves.place(eleve);
        return celle == Connus.INCONNU || celui == Connus.INCONNU
                ? LiensConnus.INCONNU
                : liens.place(personnes.id(celle), eleves.lie(celui));
    }
}
