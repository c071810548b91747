package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.EmpreinteDeFichiers;
import fr.academie.teleservices.alimentation.FichierRecu;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.livraison.Annonce;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.livraison.LivraisonRefusee;
import fr.academie.teleservices.alimentation.livraison.LivraisonService;
import fr.academie.teleservices.alimentation.livraison.NatureLivraison;
import fr.academie.teleservices.alimentation.livraison.Preparation;
import fr.academie.teleservices.alimentation.livraison.Preparations;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.scolarite.EtablissementsDeSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** L'import des deux exports d'un établissement, par un agent au bureau ou par une commande : de la remise à l'aperçu. */
@Singleton
public final class ImportSiecle {

    private final Preparations preparations;
    private final LivraisonService livraisons;
    private final EtablissementsDeSource etablissements;
    private final Clock horloge;

    @Inject
    public ImportSiecle(
            Preparations preparations,
            LivraisonService livraisons,
            EtablissementsDeSource etablissements,
            Clock horloge) {
        this.preparations = preparations;
        this.livraisons = livraisons;
        this.etablissements = etablissements;
        this.horloge = horloge;
    }

    /** Un fichier remis : son nom, et où il est. L'un est celui des élèves, l'autre celui des responsables, dans l'ordre qu'on veut. */
    public record Remis(String nom, Path chemin) {}

    /**
     * Lit deux exports et laisse leur livraison à regarder (LUE). Rien d'autre ne change.
     *
     * @param uais les établissements pour lesquels l'auteur agit : un export d'un autre est refusé
     * @return la livraison, à l'état LUE
     * @throws FichierRefuse AUTRE_ETABLISSEMENT, ETABLISSEMENT_INCONNU, AUTRE_ANNEE, PLUS_ANCIEN, DU_FUTUR, MAUVAIS_EXPORT, EXPORTS_DEPAREILLES, et tout ce qui fait
     *     refuser un fichier entier : sa remarque dit où et pourquoi
     * @throws LivraisonRefusee DEJA_APPLIQUEE, EN_COURS : elle dit laquelle
     */
    public Livraison preparer(Collection<String> uais, Remis un, Remis autre, Auteur auteur)
            throws FichierRefuse, LivraisonRefusee, IOException {
        EnteteSiecle tete = LecteurSiecle.entete(un.nom(), un.chemin());
        EnteteSiecle seconde = LecteurSiecle.entete(autre.nom(), autre.chemin());
        LecteurSiecle.verifierLaPaire(tete, seconde);
        boolean dansLOrdre = tete.export() == ExportSiecle.ELEVES;
        Remis eleves = dansLOrdre ? un : autre;
        Remis responsables = dansLOrdre ? autre : un;
        Set<String> siens = Set.copyOf(uais);
        // Rien de ce qu'on sait d'un établissement ne se dit à qui n'y agit pas.
        verifier(
                siens,
                tete,
                seconde,
                siens.contains(tete.uaj()) ? livraisons.derniereProduite(Source.SIECLE, tete.uaj()) : null);
        // Un agent peut être habilité avant que l'académie n'ait nommé son établissement.
        if (!etablissements.existe(tete.uaj())) {
            throw new FichierRefuse(CodeRemarque.ETABLISSEMENT_INCONNU, tete.fichier(), 0, tete.uaj());
        }
        Annonce annonce = new Annonce(
                Source.SIECLE,
                tete.uaj(),
                NatureLivraison.COMPLETE,
                tete.annee(),
                tete.horodatage().isBefore(seconde.horodatage()) ? tete.horodatage() : seconde.horodatage(),
                empreinte(eleves, responsables),
                List.of((dansLOrdre ? tete : seconde).fichier(), (dansLOrdre ? seconde : tete).fichier()));
        Preparation preparation = preparations.ouvrir(annonce, auteur);
        boolean fini = false;
        try {
            LecteurSiecle lecteur = new LecteurSiecle(new Remise(preparation));
            lecteur.lire(eleves.nom(), eleves.chemin());
            lecteur.lire(responsables.nom(), responsables.chemin());
            Livraison livraison = preparations.finir(preparation, lecteur.bilan());
            fini = true;
            return livraison;
        } catch (FichierRefuse refus) {
            fini = true;
            preparations.refuser(preparation, refus.remarque());
            throw refus;
        } finally {
            if (!fini) {
                preparations.abandonner(preparation);
            }
        }
    }

    private void verifier(Set<String> uais, EnteteSiecle un, EnteteSiecle autre, @Nullable Instant dernier)
            throws FichierRefuse {
        ReglesDEnTete regles = new ReglesDEnTete(uais, dernier, horloge.instant());
        regles.verifier(un);
        regles.verifier(autre);
    }

    private static String empreinte(Remis... fichiers) throws FichierRefuse, IOException {
        EmpreinteDeFichiers empreinte = new EmpreinteDeFichiers();
        for (Remis fichier : fichiers) {
            try (FichierRecu recu = FichierRecu.ouvrir(fichier.nom(), fichier.chemin())) {
                empreinte.contenu(recu.flux());
            }
        }
        return empreinte.valeur();
    }

    /** Remet à la préparation ce que les lecteurs gardent, et lui dit de quel fichier. */
    private record Remise(Preparation preparation) implements ReceveurSiecle {

        @Override
        public void entete(EnteteSiecle entete) {
            preparation.fichier(entete.fichier());
        }

        @Override
        public void eleve(EleveLu eleve, int ligne) {
            preparation.eleve(eleve, ligne);
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
        public void remarque(Remarque remarque) {
            preparation.remarque(remarque);
        }
    }
}
