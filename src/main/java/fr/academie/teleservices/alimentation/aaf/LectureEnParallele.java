package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.FichierRefuse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lit une livraison complète par deux fils, qui analysent et vérifient ; ce qu'ils gardent se remet sur le fil de l'appelant, un paquet de
 * chacun à son tour : l'ordre ne dépend que des fichiers, non de qui va le plus vite. Une catégorie se lit en entier avant la suivante : un
 * lien vient après sa personne.
 */
final class LectureEnParallele {

    private static final int LECTEURS = 2;
    /** Demandes d'un paquet : assez pour qu'un échange entre fils ne coûte rien. */
    private static final int PAQUET = 250;
    /** Paquets qui attendent, par lecteur ; un lecteur en avance s'arrête là. */
    private static final int ATTENTE = 8;

    private final LivraisonAaf livraison;
    private final ReceveurAaf receveur;
    private final Consumer<SommaireAaf.Fichier> fichierSuivant;
    private final Bilan bilan;

    /**
     * Une lecture.
     *
     * @param receveur à qui tout se remet, sur le fil de l'appelant
     * @param fichierSuivant apprend, avant chaque paquet, de quel fichier il vient
     * @param bilan reçoit ce que les lecteurs comptent
     */
    LectureEnParallele(
            LivraisonAaf livraison, ReceveurAaf receveur, Consumer<SommaireAaf.Fichier> fichierSuivant, Bilan bilan) {
        this.livraison = livraison;
        this.receveur = receveur;
        this.fichierSuivant = fichierSuivant;
        this.bilan = bilan;
    }

    /**
     * Des fiches d'un fichier, ou la fin d'un lecteur.
     *
     * @param faute pourquoi il s'arrête ; nulle s'il a tout lu
     */
    private record Paquet(
            SommaireAaf.@Nullable Fichier fichier,
            List<Consumer<ReceveurAaf>> remises,
            @Nullable Throwable faute) {

        private boolean estLaFin() {
            return fichier == null;
        }
    }

    /**
     * Lit tous les fichiers.
     *
     * @throws FichierRefuse ce que refuse un fichier ; ce qui en a été remis ne vaut rien
     */
    void lire() throws FichierRefuse, IOException {
        for (Categorie categorie : Categorie.values()) {
            lire(livraison.sommaire().fichiers().stream()
                    .filter(fichier -> fichier.categorie() == categorie)
                    .toList());
        }
    }

    private void lire(List<SommaireAaf.Fichier> fichiers) throws FichierRefuse, IOException {
        ExecutorService fils = Executors.newFixedThreadPool(LECTEURS, LectureEnParallele::fil);
        try {
            List<BlockingQueue<Paquet>> files = new ArrayList<>();
            List<Lecteur> lecteurs = new ArrayList<>();
            for (int i = 0; i < LECTEURS; i++) {
                int rang = i;
                List<SommaireAaf.Fichier> siens = IntStream.range(0, fichiers.size())
                        .filter(f -> f % LECTEURS == rang)
                        .mapToObj(fichiers::get)
                        .toList();
                Lecteur lecteur = new Lecteur(siens);
                lecteurs.add(lecteur);
                files.add(lecteur.file);
                fils.execute(lecteur);
            }
            remettre(files);
            lecteurs.forEach(lecteur -> bilan.ajouter(lecteur.sien));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Arrêt demandé pendant la lecture ; rien n'est enregistré.", e);
        } finally {
            fils.shutdownNow();
        }
    }

    private void remettre(List<BlockingQueue<Paquet>> files) throws FichierRefuse, IOException, InterruptedException {
        List<BlockingQueue<Paquet>> ouvertes = new ArrayList<>(files);
        while (!ouvertes.isEmpty()) {
            for (BlockingQueue<Paquet> file : List.copyOf(ouvertes)) {
                Paquet paquet = file.take();
                if (paquet.estLaFin()) {
                    ouvertes.remove(file);
                    lever(paquet.faute());
                } else {
                    fichierSuivant.accept(Objects.requireNonNull(paquet.fichier()));
                    paquet.remises().forEach(remise -> remise.accept(receveur));
                }
            }
        }
    }

    private static void lever(@Nullable Throwable faute) throws FichierRefuse, IOException {
        if (faute instanceof FichierRefuse refus) {
            throw refus;
        }
        if (faute instanceof IOException illisible) {
            throw illisible;
        }
        if (faute != null) {
            throw new IllegalStateException(faute);
        }
    }

    private static Thread fil(Runnable lecture) {
        Thread fil = new Thread(lecture, "lecture-annuaire");
        fil.setDaemon(true);
        return fil;
    }

    /** Un fil : ses fichiers, ce qu'il en compte, et ce qui attend d'être remis. */
    private final class Lecteur implements Runnable {

        private final List<SommaireAaf.Fichier> fichiers;
        private final BlockingQueue<Paquet> file = new ArrayBlockingQueue<>(ATTENTE);
        private final Bilan sien = new Bilan();
        private final Tampon tampon = new Tampon();
        private int demandes;

        Lecteur(List<SommaireAaf.Fichier> fichiers) {
            this.fichiers = fichiers;
        }

        // Toute faute se dit à qui attend ; un fil qui meurt sans rien dire le laisserait attendre toujours.
        @Override
        public void run() {
            Throwable faute = null;
            try {
                for (SommaireAaf.Fichier fichier : fichiers) {
                    lire(fichier);
                }
            } catch (FichierRefuse | IOException | RuntimeException | Error e) {
                faute = e;
            }
            try {
                file.put(new Paquet(null, List.of(), faute));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void lire(SommaireAaf.Fichier fichier) throws FichierRefuse, IOException {
            TraductionAaf traduction = new TraductionAaf(tampon, sien);
            try (InputStream flux = livraison.ouvrir(fichier)) {
                LecteurAaf.Compte compte = LecteurAaf.lire(
                        fichier,
                        livraison.sommaire().complete(),
                        flux,
                        fiche -> {
                            traduction.traduire(fiche);
                            // Un élève, ses classes et ses liens vont ensemble.
                            if (++demandes % PAQUET == 0) {
                                donner(fichier);
                            }
                        },
                        tampon::remarque);
                sien.refusees(fichier.categorie().sorte(), compte.refusees());
            }
            donner(fichier);
        }

        private void donner(SommaireAaf.Fichier fichier) {
            try {
                file.put(new Paquet(fichier, tampon.prendre(), null));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Lecture arrêtée.", e);
            }
        }
    }
}
