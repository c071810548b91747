package fr.academie.teleservices.essais;

import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Receveur;
import fr.academie.teleservices.alimentation.Remarque;
import java.util.ArrayList;
import java.util.List;

/** Garde tout ce que n'importe quel lecteur de fichiers remet, dans l'ordre. */
public abstract class ReceveurDEssai implements Receveur {

    public final List<EleveLu> eleves = new ArrayList<>();
    public final List<PersonneLue> personnes = new ArrayList<>();
    public final List<LienLu> liens = new ArrayList<>();
    public final List<ClasseLue> classes = new ArrayList<>();
    public final List<Remarque> remarques = new ArrayList<>();

    @Override
    public void eleve(EleveLu eleve, int ligne) {
        eleves.add(eleve);
    }

    @Override
    public void personne(PersonneLue personne, int ligne) {
        personnes.add(personne);
    }

    @Override
    public void lien(LienLu lien, int ligne) {
        liens.add(lien);
    }

    @Override
    public void classe(ClasseLue classe, int ligne) {
        classes.add(classe);
    }

    @Override
    public void remarque(Remarque remarque) {
        remarques.add(remarque);
    }
}
