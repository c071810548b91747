package fr.academie.teleservices.diffusion.aaf;

import fr.academie.teleservices.diffusion.aaf.AnnuaireMapper.Diffusee;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.ReglagesDeDiffusion.Aaf;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.TacheReguliere;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Produit une livraison de l'annuaire dans le dossier des réglages : un sous-dossier par livraison, écrit à côté puis renommé d'un coup,
 * jamais vu à moitié. Tout s'y lit d'un seul instant de la base.
 *
 * <p>Ce qui a été dit se retient dans la même transaction, validée après le renommage : un arrêt entre les deux fait redire des différences,
 * jamais en perdre.
 */
@Singleton
public final class ProductionAaf {

    private static final Logger LOG = LoggerFactory.getLogger(ProductionAaf.class);
    private static final Duration CADENCE = Duration.ofMinutes(10);
    private static final String EN_COURS = ".en-cours";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int PAGE = 1000;
    private static final int PAR_FICHIER = 20_000;

    private final @Nullable Aaf reglages;
    private final AnnuaireMapper annuaire;
    private final Transactions transactions;
    private final HeureDeLAcademie heure;
    private final Clock horloge;
    private final int page;
    private final int parFichier;

    @Inject
    public ProductionAaf(Reglages reglages, Transactions transactions, HeureDeLAcademie heure, Clock horloge) {
        this(reglages, transactions, heure, horloge, PAGE, PAR_FICHIER);
    }

    ProductionAaf(
            Reglages reglages,
            Transactions transactions,
            HeureDeLAcademie heure,
            Clock horloge,
            int page,
            int parFichier) {
        this.reglages = reglages.diffusion().aaf();
        this.annuaire = transactions.mapper(AnnuaireMapper.class);
        this.transactions = transactions;
        this.heure = heure;
        this.horloge = horloge;
        this.page = page;
        this.parFichier = parFichier;
    }

    /** La livraison de chaque jour ; aucune si les réglages ne disent pas où. */
    public List<TacheReguliere> taches() {
        return reglages == null
                ? List.of()
                : List.of(new TacheReguliere(
                        "annuaire-aaf",
                        CADENCE,
                        true,
                        () -> produireCeQuiEstDu().map(dossier -> 1).orElse(0)));
    }

    /**
     * Celle du jour, si elle ne l'est pas encore : la première est complète ; un instantané à relire en demande une complète aussitôt.
     *
     * @return son dossier ; vide si rien n'est dû, ou si rien n'a changé
     */
    Optional<Path> produireCeQuiEstDu() {
        Instant maintenant = horloge.instant();
        Instant complet = annuaire.produiteLe(NatureAaf.COMPLET);
        if (complet == null || annuaire.instantaneAttendu(complet)) {
            return produire(NatureAaf.COMPLET);
        }
        Instant delta = annuaire.produiteLe(NatureAaf.DELTA);
        Instant derniere = delta == null || complet.isAfter(delta) ? complet : delta;
        if (!heure.date(derniere).isBefore(heure.date(maintenant))) {
            return Optional.empty();
        }
        return switch (exiger().quotidien()) {
            case COMPLET -> produire(NatureAaf.COMPLET);
            case DELTA -> produire(NatureAaf.DELTA);
            case AUCUN -> Optional.empty();
        };
    }

    /**
     * Produit une livraison maintenant ; complète s'il n'y en a jamais eu.
     *
     * @return son dossier ; vide si rien n'a changé
     */
    public Optional<Path> produire(NatureAaf demandee) {
        return transactions.executer(() -> {
            annuaire.dUnSeulInstant();
            annuaire.verrouiller();
            NatureAaf nature = annuaire.produiteLe(NatureAaf.COMPLET) == null ? NatureAaf.COMPLET : demandee;
            try {
                return ecrire(nature);
            } catch (IOException e) {
                throw new UncheckedIOException("La livraison de l'annuaire ne s'écrit pas.", e);
            }
        });
    }

    private Optional<Path> ecrire(NatureAaf nature) throws IOException {
        Aaf ou = exiger();
        Instant le = horloge.instant();
        Path enCours = ou.dossier().resolve(EN_COURS);
        effacer(enCours);
        Files.createDirectory(enCours);
        String debut =
                ou.prefixe() + "_" + nature.nom() + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(heure.date(le));
        int fichiers = 0;
        for (CategorieDiffusee categorie : CategorieDiffusee.values()) {
            try (FichiersDUneCategorie siens = new FichiersDUneCategorie(enCours, categorie, parFichier)) {
                ecrire(nature, categorie, new LectureDeLAnnuaire(annuaire, ou.perimetre()), siens);
                fichiers += siens.nommer(debut, nature == NatureAaf.COMPLET);
            }
        }
        annuaire.noter(nature, le);
        if (fichiers == 0) {
            effacer(enCours);
            return Optional.empty();
        }
        Path livraison = ou.dossier().resolve(INSTANT.format(le) + "_" + nature.nom());
        Files.move(enCours, livraison, StandardCopyOption.ATOMIC_MOVE);
        LOG.info("Annuaire : {}, {} fichiers.", livraison.getFileName(), fichiers);
        return Optional.of(livraison);
    }

    /** Ce qui est et ce qui a été dit se lisent ensemble, dans l'ordre des clés : jamais plus d'une page de chacun en mémoire. */
    private void ecrire(
            NatureAaf nature, CategorieDiffusee categorie, LectureDeLAnnuaire lecture, FichiersDUneCategorie fichiers)
            throws IOException {
        int sansNumero = 0;
        long apres = -1;
        while (apres < Long.MAX_VALUE) {
            LectureDeLAnnuaire.Page dites = lecture.page(categorie, apres, page);
            List<Diffusee> connues = annuaire.diffusees(categorie, apres, page);
            long borne = Math.min(
                    dites.derniere(),
                    connues.size() < page
                            ? Long.MAX_VALUE
                            : connues.get(connues.size() - 1).cle());
            Differences differences = Differences.entre(dites.fiches(), connues, borne);
            for (String numero : nature == NatureAaf.DELTA ? differences.retirees() : List.<String>of()) {
                fichiers.retirer(numero);
            }
            for (FicheDite fiche : nature == NatureAaf.DELTA ? differences.neuves() : differences.toutes()) {
                fichiers.ajouter(fiche);
            }
            for (FicheDite fiche : nature == NatureAaf.DELTA ? differences.changees() : List.<FicheDite>of()) {
                fichiers.modifier(fiche);
            }
            retenir(categorie, differences);
            sansNumero += differences.sansNumero();
            apres = borne;
        }
        if (sansNumero > 0) {
            LOG.warn("Annuaire : {} fiches {} n'ont pas de numéro et ne sont pas dites.", sansNumero, categorie.nom());
        }
    }

    private void retenir(CategorieDiffusee categorie, Differences differences) {
        if (!differences.aOter().isEmpty()) {
            annuaire.oter(categorie, differences.aOter());
        }
        List<Diffusee> aPoser = Stream.concat(differences.neuves().stream(), differences.changees().stream())
                .map(fiche -> new Diffusee(fiche.cle(), String.valueOf(fiche.numero()), fiche.empreinte()))
                .toList();
        if (!aPoser.isEmpty()) {
            annuaire.poser(categorie, aPoser);
        }
    }

    private Aaf exiger() {
        if (reglages == null) {
            throw new IllegalStateException(
                    "Le réglage « diffusion.aaf.dossier » manque : aucun annuaire n'est produit.");
        }
        return reglages;
    }

    /** Ce qu'un arrêt a laissé : une livraison jamais montrée. */
    private static void effacer(Path dossier) throws IOException {
        if (!Files.exists(dossier)) {
            return;
        }
        List<Path> aEffacer;
        try (Stream<Path> tous = Files.walk(dossier)) {
            aEffacer = new ArrayList<>(tous.sorted(Comparator.reverseOrder()).toList());
        }
        for (Path chemin : aEffacer) {
            Files.delete(chemin);
        }
    }
}
