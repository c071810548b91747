package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Remarque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Garde ce qu'on lui remet, pour qu'un autre fil le remette à son tour. */
final class Tampon implements ReceveurAaf {

    private List<Consumer<ReceveurAaf>> remises = new ArrayList<>();

    /** Ce qu'il a gardé, dans l'ordre ; il n'en a plus rien. */
    List<Consumer<ReceveurAaf>> prendre() {
        List<Consumer<ReceveurAaf>> prises = remises;
        remises = new ArrayList<>();
        return prises;
    }

    @Override
    public void etablissement(EtablissementLu etablissement, int ligne) {
        remises.add(r -> r.etablissement(etablissement, ligne));
    }

    @Override
    public void eleve(EleveLu eleve, int ligne) {
        remises.add(r -> r.eleve(eleve, ligne));
    }

    @Override
    public void personne(PersonneLue personne, int ligne) {
        remises.add(r -> r.personne(personne, ligne));
    }

    @Override
    public void lien(LienLu lien, int ligne) {
        remises.add(r -> r.lien(lien, ligne));
    }

    @Override
    public void classe(ClasseLue classe, int ligne) {
        remises.add(r -> r.classe(classe, ligne));
    }

    @Override
    public void changement(ChangementAaf changement, int ligne) {
        remises.add(r -> r.changement(changement, ligne));
    }

    @Override
    public void retrait(Categorie categorie, String numero, int ligne) {
        remises.add(r -> r.retrait(categorie, numero, ligne));
    }

    @Override
    public void remarque(Remarque remarque) {
        remises.add(r -> r.remarque(remarque));
    }
}
