package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.essais.ReceveurDEssai;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Garde tout ce qu'une livraison remet. */
public final class RecuDeLAaf extends ReceveurDEssai implements ReceveurAaf {

    public final List<EtablissementLu> etablissements = new ArrayList<>();
    public final List<ChangementAaf> changements = new ArrayList<>();
    public final List<String> retraits = new ArrayList<>();
    public final Bilan bilan = new Bilan();

    /** Lit une livraison entière : l'effet net si ce sont des différences. */
    public RecuDeLAaf lire(LivraisonAaf livraison) throws FichierRefuse, IOException {
        TraductionAaf traduction = new TraductionAaf(this, bilan);
        EffetNet effet = new EffetNet(remarques::add);
        boolean complete = livraison.sommaire().complete();
        for (SommaireAaf.Fichier fichier : livraison.sommaire().fichiers()) {
            try (InputStream flux = livraison.ouvrir(fichier)) {
                LecteurAaf.lire(
                        fichier, complete, flux, complete ? traduction::traduire : effet::ajouter, remarques::add);
            }
        }
        effet.demandes().forEach(traduction::traduire);
        return this;
    }

    /** Lit un document d'une catégorie. */
    RecuDeLAaf lire(Categorie categorie, boolean complet, String demandes) throws FichierRefuse {
        String document = "<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n<ficAlimMENESR>" + demandes
                + "</ficAlimMENESR>";
        TraductionAaf traduction = new TraductionAaf(this, bilan);
        LecteurAaf.lire(
                new SommaireAaf.Fichier(categorie, "f.xml"),
                complet,
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                traduction::traduire,
                remarques::add);
        return this;
    }

    @Override
    public void etablissement(EtablissementLu etablissement, int ligne) {
        etablissements.add(etablissement);
    }

    @Override
    public void changement(ChangementAaf changement, int ligne) {
        changements.add(changement);
    }

    @Override
    public void retrait(Categorie categorie, String numero, int ligne) {
        retraits.add(categorie.nom() + " " + numero);
    }

    public List<String> codes() {
        return remarques.stream().map(r -> r.code().name()).toList();
    }
}
