package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.livraison.EtatLivraison;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.livraison.LivraisonRefusee;
import fr.academie.teleservices.alimentation.livraison.LivraisonService;
import fr.academie.teleservices.alimentation.livraison.RefusLivraison;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.tache.TacheReguliere;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Le dossier où l'académie dépose ses livraisons d'annuaire. Un serveur à la fois les y prend, une fois qu'elles ne grandissent plus, les
 * lit et les valide ; ce qu'elles changent s'applique en tâche de fond. Finie, une livraison passe dans {@value #FAITES} ou
 * {@value #REFUSEES}, avec son rapport. Celle qui retirerait trop de liens reste là : la commande la valide ou y renonce.
 */
@Singleton
public final class DossierSurveille {

    static final String FAITES = "faites";
    static final String REFUSEES = "refusees";

    private static final Logger LOG = LoggerFactory.getLogger(DossierSurveille.class);

    private static final Duration CADENCE = Duration.ofSeconds(20);
    private static final Auteur AUTEUR = new Auteur(new Identifiant("dossier-surveille"), Profil.EXPLOITATION, null);

    private final ImportAaf annuaire;
    private final LivraisonService livraisons;
    private final MotsDeLAnnuaire mots;
    private final @Nullable Path dossier;
    private final Croissance croissance;
    /** Celles qui ont été lues, par ce serveur, et attendent d'être finies. */
    private final Map<Path, Livraison> prises = new HashMap<>();

    @Inject
    public DossierSurveille(
            ImportAaf annuaire, LivraisonService livraisons, MotsDeLAnnuaire mots, Reglages reglages, Clock horloge) {
        this.annuaire = annuaire;
        this.livraisons = livraisons;
        this.mots = mots;
        this.dossier = reglages.alimentation().annuaire();
        this.croissance = new Croissance(horloge);
    }

    /** La tâche régulière ; aucune si l'académie ne surveille pas de dossier. */
    public Stream<TacheReguliere> taches() {
        return dossier == null
                ? Stream.empty()
                : Stream.of(new TacheReguliere("annuaire-dossier", CADENCE, true, this::passer));
    }

    /** Fait avancer chaque livraison du dossier ; rend combien en sont sorties. */
    int passer() {
        if (dossier == null) {
            return 0;
        }
        int sorties = 0;
        for (Path chemin : deposees(dossier)) {
            try {
                if (avancer(dossier, chemin)) {
                    sorties++;
                }
            } catch (IOException e) {
                // Une livraison qui ne se lit pas, ou ne se range pas, ne retient pas les autres.
                LOG.error("La livraison « {} » ne peut pas être prise pour l'instant.", chemin, e);
            }
        }
        return sorties;
    }

    /** Les dossiers et les archives, par nom ; le reste n'est pas une livraison. */
    private static List<Path> deposees(Path dossier) {
        try (Stream<Path> tous = Files.list(dossier)) {
            return tous.filter(DossierSurveille::estUneLivraison).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean estUneLivraison(Path chemin) {
        String nom = String.valueOf(chemin.getFileName());
        if (nom.startsWith(".") || nom.equals(FAITES) || nom.equals(REFUSEES)) {
            return false;
        }
        return Files.isDirectory(chemin) || nom.matches(".+\\.(zip|tgz|tar\\.gz|csv)");
    }

    private boolean avancer(Path racine, Path chemin) throws IOException {
        if (!croissance.finie(chemin)) {
            prises.remove(chemin);
            return false;
        }
        Livraison prise = prises.get(chemin);
        if (prise == null) {
            return prendre(racine, chemin);
        }
        Livraison actuelle = livraisons.relire(prise).orElse(prise);
        return switch (actuelle.etat()) {
            case APPLIQUEE -> ranger(racine, chemin, FAITES, actuelle, mots.de("appliquee"));
            case ABANDONNEE, REFUSEE -> ranger(racine, chemin, REFUSEES, actuelle, mots.de("abandonnee"));
            case RECUE, LUE, CONFIRMEE -> false;
        };
    }

    private boolean prendre(Path racine, Path chemin) throws IOException {
        try {
            Livraison lue = annuaire.preparer(chemin, AUTEUR, SuiviDeLecture.AUCUN);
            prises.put(chemin, lue);
            mots.resume(lue).forEach(ligne -> LOG.info("{}", ligne));
            if (lue.etat() == EtatLivraison.LUE) {
                livraisons.valider(lue, AUTEUR, false);
            }
            return false;
        } catch (FichierRefuse refus) {
            return ranger(racine, chemin, REFUSEES, null, mots.refusee(refus.remarque()));
        } catch (LivraisonRefusee refus) {
            Livraison celle = refus.celle();
            if (refus.code() == RefusLivraison.DEJA_APPLIQUEE) {
                return ranger(racine, chemin, FAITES, celle, mots.dejaAppliquee(celle));
            }
            if (refus.code() == RefusLivraison.BEAUCOUP_DE_RETRAITS && celle != null) {
                LOG.warn("{} : {}", chemin, mots.aConfirmer(celle));
            }
            return false;
        }
    }

    /** La passe à côté, d'un renommage, et pose son rapport. */
    private boolean ranger(Path racine, Path chemin, String ou, @Nullable Livraison livraison, String phrase)
            throws IOException {
        Path range = Files.createDirectories(racine.resolve(ou));
        String nom = String.valueOf(chemin.getFileName());
        Path cible = range.resolve(nom);
        for (int i = 2; Files.exists(cible); i++) {
            cible = range.resolve(nom + "-" + i);
        }
        String base = String.valueOf(cible.getFileName());
        if (livraison != null) {
            mots.rapport(livraisons, livraison, range.resolve(base + ".rapport.csv"));
        }
        List<String> lignes = Stream.concat(
                        Stream.of(phrase), livraison == null ? Stream.empty() : mots.resume(livraison).stream())
                .toList();
        Files.write(range.resolve(base + ".rapport.txt"), lignes);
        Files.move(chemin, cible);
        prises.remove(chemin);
        croissance.oublier(chemin);
        LOG.info("{} : {}", cible, phrase);
        return true;
    }
}
