package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Remarque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Garde tout ce qu'un lecteur remet. */
final class Recu implements ReceveurSiecle {

    final List<EnteteSiecle> entetes = new ArrayList<>();
    final List<EleveLu> eleves = new ArrayList<>();
    final List<PersonneLue> personnes = new ArrayList<>();
    final List<LienLu> liens = new ArrayList<>();
    final List<ClasseLue> classes = new ArrayList<>();
    final List<Remarque> remarques = new ArrayList<>();
    private final @Nullable ReglesDEnTete regles;

    Recu() {
        this(null);
    }

    Recu(@Nullable ReglesDEnTete regles) {
        this.regles = regles;
    }

    @Override
    public void entete(EnteteSiecle entete) throws FichierRefuse {
        entetes.add(entete);
        if (regles != null) {
            regles.verifier(entete);
        }
    }

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

    /** « 14 DATE_IMPOSSIBLE ». */
    List<String> lignesEtCodes() {
        return remarques.stream().map(r -> r.ligne() + " " + r.code()).toList();
    }

    Set<CodeRemarque> codes() {
        return Set.copyOf(remarques.stream().map(Remarque::code).toList());
    }
}
