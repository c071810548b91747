package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Champs;
import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.Nommes;
import fr.academie.teleservices.alimentation.livraison.Preparation;
import fr.academie.teleservices.scolarite.EtablissementDeSource;
import fr.academie.teleservices.scolarite.NatureEtablissement;
import java.util.List;
import java.util.Objects;

/** Remet à la préparation ce que l'annuaire dit. Une modification devient la fiche entière qu'elle laisse. */
final class RemiseAaf implements ReceveurAaf {

    private final Preparation preparation;
    private final FichesConnues connues;
    private final boolean differences;
    private String fichier = "";

    RemiseAaf(Preparation preparation, FichesConnues connues, boolean differences) {
        this.preparation = preparation;
        this.connues = connues;
        this.differences = differences;
        connues.structures().forEach(preparation::structure);
    }

    /** Ce que des différences nomment, avant leur première fiche. */
    void connaitre(Nommes nommes) {
        preparation.connaitre(nommes);
    }

    /** Le fichier dont viennent les fiches qui suivent. */
    void fichier(String nom) {
        fichier = nom;
        preparation.fichier(nom);
    }

    @Override
    public void etablissement(EtablissementLu lu, int ligne) {
        if (!Champs.cleJuste(lu.uai())) {
            remarque(new Remarque(
                    CodeRemarque.UAI_DOUTEUSE, fichier, ligne, Sorte.ETABLISSEMENT, lu.numero(), List.of(lu.uai())));
        }
        deposer(
                new EtablissementDeSource(
                        lu.numero(),
                        lu.uai(),
                        lu.nom(),
                        lu.commune(),
                        Objects.requireNonNullElse(lu.nature(), NatureEtablissement.AUTRE)),
                ligne);
    }

    private void deposer(EtablissementDeSource dit, int ligne) {
        preparation.structure(dit.numero(), connues.courante(dit.uai()));
        preparation.etablissement(dit, connues.etablissement(dit.numero()), ligne);
    }

    @Override
    public void eleve(EleveLu eleve, int ligne) {
        preparation.eleve(eleve, ligne);
        if (differences) {
            preparation.differences().seulsLiens(eleve.numero());
        }
    }

    @Override
    public void personne(PersonneLue personne, int ligne) {
        preparation.personne(personne, ligne);
    }

    @Override
    public void lien(LienLu lien, int ligne) {
        preparation.lien(lien, ligne);
    }

    @Override
    public void classe(ClasseLue classe, int ligne) {
        preparation.classe(classe, ligne);
    }

    @Override
    public void changement(ChangementAaf changement, int ligne) {
        boolean connue = switch (changement.categorie()) {
            case ETABLISSEMENT -> {
                EtablissementDeSource apres = connues.etablissement(changement);
                if (apres != null) {
                    deposer(apres, ligne);
                }
                yield apres != null;
            }
            case PERSONNE -> {
                PersonneLue apres = connues.personne(changement);
                if (apres != null) {
                    preparation.personne(apres, ligne);
                }
                yield apres != null;
            }
            case ELEVE -> changerUnEleve(changement, ligne);
        };
        if (!connue) {
            preparation.refuser(
                    CodeRemarque.FICHE_INCONNUE,
                    fichier,
                    ligne,
                    changement.categorie().sorte(),
                    changement.numero());
        }
    }

    /** Ses classes et ses liens se remettent dans tous les cas : d'un élève inconnu, ils se refusent avec lui. */
    private boolean changerUnEleve(ChangementAaf changement, int ligne) {
        EleveLu apres = connues.eleve(changement);
        if (apres != null) {
            preparation.eleve(apres, ligne);
        }
        List<ClasseLue> classes = changement.classes();
        if (classes != null && !classes.isEmpty()) {
            classes.forEach(classe -> preparation.classe(classe, ligne));
        } else if (apres != null) {
            preparation.places(apres.numero(), connues.places(apres.numero(), classes == null));
        }
        List<LienLu> liens = changement.liens();
        if (liens != null) {
            preparation.differences().seulsLiens(changement.numero());
            liens.forEach(lien -> preparation.lien(lien, ligne));
        }
        return apres != null;
    }

    @Override
    public void retrait(Categorie categorie, String numero, int ligne) {
        boolean connue = switch (categorie) {
            case ETABLISSEMENT -> preparation.retirerUnEtablissement(connues.etablissement(numero), ligne);
            case PERSONNE -> preparation.differences().retirerUnePersonne(numero);
            case ELEVE -> preparation.differences().retirerUnEleve(numero);
        };
        if (!connue) {
            preparation.refuser(CodeRemarque.FICHE_INCONNUE, fichier, ligne, categorie.sorte(), numero);
        }
    }

    @Override
    public void remarque(Remarque remarque) {
        preparation.remarque(remarque);
    }
}
