package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.Remarque;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lit les fichiers d'une livraison dans leur ordre et remet leurs fiches à la comparaison. Complète, elle se lit au fil de l'eau, par deux
 * fils ; des différences se réunissent d'abord, pour n'en garder que l'effet net.
 */
final class LectureDeLivraison {

    private static final int LOT = 500;

    private final LivraisonAaf livraison;
    private final RemiseAaf remise;
    private final FichesConnues connues;
    private final Bilan bilan;
    private final SuiviDeLecture suivi;
    private final TraductionAaf traduction;

    LectureDeLivraison(
            LivraisonAaf livraison, RemiseAaf remise, FichesConnues connues, Bilan bilan, SuiviDeLecture suivi) {
        this.livraison = livraison;
        this.remise = remise;
        this.connues = connues;
        this.bilan = bilan;
        this.suivi = suivi;
        this.traduction = new TraductionAaf(remise, bilan);
    }

    void lire() throws FichierRefuse, IOException {
        if (livraison.sommaire().complete()) {
            Set<String> commences = new HashSet<>();
            int total = livraison.sommaire().fichiers().size();
            new LectureEnParallele(
                            livraison,
                            remise,
                            fichier -> {
                                remise.fichier(fichier.nom());
                                if (commences.add(fichier.nom())) {
                                    suivi.fichier(fichier.nom(), commences.size(), total);
                                }
                            },
                            bilan)
                    .lire();
            return;
        }
        // Une remarque dit ce qu'on garde de ce qu'on sait : elle attend qu'on le sache.
        List<Remarque> remarques = new ArrayList<>();
        EffetNet effet = new EffetNet(remarques::add);
        lireLesFichiers(effet::ajouter, remarques::add);
        List<FicheAaf> demandes = List.copyOf(effet.demandes());
        remise.connaitre(NumerosDits.de(demandes, remarques));
        remarques.forEach(remise::remarque);
        for (int debut = 0; debut < demandes.size(); debut += LOT) {
            List<FicheAaf> lot = demandes.subList(debut, Math.min(debut + LOT, demandes.size()));
            connues.lire(lot);
            lot.forEach(this::traduire);
        }
    }

    private void traduire(FicheAaf fiche) {
        remise.fichier(fiche.fichier());
        traduction.traduire(fiche);
    }

    private void lireLesFichiers(Consumer<FicheAaf> receveur, Consumer<Remarque> remarques)
            throws FichierRefuse, IOException {
        List<SommaireAaf.Fichier> fichiers = livraison.sommaire().fichiers();
        for (int rang = 0; rang < fichiers.size(); rang++) {
            SommaireAaf.Fichier fichier = fichiers.get(rang);
            suivi.fichier(fichier.nom(), rang + 1, fichiers.size());
            try (InputStream flux = livraison.ouvrir(fichier)) {
                LecteurAaf.Compte compte =
                        LecteurAaf.lire(fichier, livraison.sommaire().complete(), flux, receveur, remarques);
                bilan.refusees(fichier.categorie().sorte(), compte.refusees());
            }
        }
    }
}
