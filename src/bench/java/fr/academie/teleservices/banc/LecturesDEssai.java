package fr.academie.teleservices.banc;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.aaf.Categorie;
import fr.academie.teleservices.alimentation.aaf.ChangementAaf;
import fr.academie.teleservices.alimentation.aaf.EtablissementLu;
import fr.academie.teleservices.alimentation.aaf.LecteurAaf;
import fr.academie.teleservices.alimentation.aaf.LivraisonAaf;
import fr.academie.teleservices.alimentation.aaf.ReceveurAaf;
import fr.academie.teleservices.alimentation.aaf.SommaireAaf;
import fr.academie.teleservices.alimentation.aaf.TraductionAaf;
import fr.academie.teleservices.alimentation.siecle.EnteteSiecle;
import fr.academie.teleservices.alimentation.siecle.LecteurSiecle;
import fr.academie.teleservices.alimentation.siecle.ReceveurSiecle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Les lectures du produit, de bout en bout, sans base : ce qu'elles remettent est compté, et oublié. */
final class LecturesDEssai {

    private LecturesDEssai() {}

    static long annuaire(Path dossier) {
        Compteur compteur = new Compteur();
        TraductionAaf traduction = new TraductionAaf(compteur, new Bilan());
        try (LivraisonAaf livraison = LivraisonAaf.ouvrir(dossier, dossier)) {
            for (SommaireAaf.Fichier fichier : livraison.sommaire().fichiers()) {
                try (InputStream flux = livraison.ouvrir(fichier)) {
                    LecteurAaf.lire(fichier, true, flux, traduction::traduire, compteur::remarque);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FichierRefuse e) {
            throw new IllegalStateException(e);
        }
        return compteur.fiches;
    }

    static long siecle(Path dossier) {
        Compteur compteur = new Compteur();
        try {
            new LecteurSiecle(compteur)
                    .lire(
                            "eleves",
                            dossier.resolve("ElevesSansAdresses.xml"),
                            "responsables",
                            dossier.resolve("ResponsablesAvecAdresses.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FichierRefuse e) {
            throw new IllegalStateException(e);
        }
        return compteur.fiches;
    }

    /** Compte ; une remarque est une faute : les fichiers du banc n'en ont pas à faire. */
    private static final class Compteur implements ReceveurAaf, ReceveurSiecle {

        private long fiches;

        @Override
        public void entete(EnteteSiecle entete) {
            fiches++;
        }

        @Override
        public void etablissement(EtablissementLu etablissement, int ligne) {
            fiches++;
        }

        @Override
        public void eleve(EleveLu eleve, int ligne) {
            fiches++;
        }

        @Override
        public void personne(PersonneLue personne, int ligne) {
            fiches++;
        }

        @Override
        public void lien(LienLu lien, int ligne) {
            fiches++;
        }

        @Override
        public void classe(ClasseLue classe, int ligne) {
            fiches++;
        }

        @Override
        public void changement(ChangementAaf changement, int ligne) {
            fiches++;
        }

        @Override
        public void retrait(Categorie categorie, String numero, int ligne) {
            fiches++;
        }

        @Override
        public void remarque(Remarque remarque) {
            throw new IllegalStateException(remarque.toString());
        }
    }
}
