package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.EmpreinteDeFichiers;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.livraison.Annonce;
import fr.academie.teleservices.alimentation.livraison.EtatLivraison;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.livraison.LivraisonRefusee;
import fr.academie.teleservices.alimentation.livraison.LivraisonService;
import fr.academie.teleservices.alimentation.livraison.NatureLivraison;
import fr.academie.teleservices.alimentation.livraison.Preparation;
import fr.academie.teleservices.alimentation.livraison.Preparations;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.scolarite.EtablissementsDeSource;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Perimetre;
import fr.academie.teleservices.socle.config.Reglages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * L'import d'une livraison de l'annuaire, par la commande ou le dossier surveillé : de ses fichiers à l'aperçu de ce qu'ils changeraient. Son
 * périmètre est l'académie et le degré : les numéros de personnes ne valent que là.
 */
@Singleton
public final class ImportAaf {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Preparations preparations;
    private final LivraisonService livraisons;
    private final EtablissementsDeSource etablissements;
    private final Identites identites;
    private final String academie;
    private final Clock horloge;

    @Inject
    public ImportAaf(
            Preparations preparations,
            LivraisonService livraisons,
            EtablissementsDeSource etablissements,
            Identites identites,
            Reglages reglages,
            Clock horloge) {
        this.preparations = preparations;
        this.livraisons = livraisons;
        this.etablissements = etablissements;
        this.identites = identites;
        this.academie = reglages.academie();
        this.horloge = horloge;
    }

    /** Une livraison que l'on a ouverte, et ce qui la distingue des autres. */
    private record Ouverte(LivraisonAaf fichiers, Annonce annonce) {}

    /**
     * Lit une livraison et la laisse à regarder (LUE). Rien d'autre ne change. Celle qui a déjà été lue, ou validée, et n'est pas finie est
     * rendue telle quelle : la même demande, refaite après un arrêt, reprend.
     *
     * @param chemin un dossier, un {@code .zip} ou un {@code .tgz}
     * @return la livraison, à l'état LUE ou CONFIRMEE
     * @throws FichierRefuse PLUS_ANCIEN, DU_FUTUR, et tout ce qui fait refuser une livraison entière : sa remarque dit où et pourquoi
     * @throws LivraisonRefusee DEJA_APPLIQUEE, EN_COURS : elle dit laquelle
     */
    public Livraison preparer(Path chemin, Auteur auteur, SuiviDeLecture suivi)
            throws FichierRefuse, LivraisonRefusee, IOException {
        Path travail = Path.of(System.getProperty("java.io.tmpdir"));
        try (LivraisonAaf fichiers = LivraisonAaf.ouvrir(chemin, travail)) {
            verifierLaDate(fichiers.sommaire(), String.valueOf(chemin.getFileName()));
            Annonce annonce = annonce(fichiers);
            Livraison commencee = livraisons
                    .enCours(Source.AAF, annonce.perimetre())
                    .filter(autre -> autre.empreinte().equals(annonce.empreinte()))
                    .filter(autre -> autre.etat() != EtatLivraison.RECUE)
                    .orElse(null);
            return commencee == null ? lire(new Ouverte(fichiers, annonce), auteur, suivi) : commencee;
        }
    }

    /** La livraison en cours dans le périmètre de ces fichiers, la leur ou une autre ; vide s'il est libre. */
    public Optional<Livraison> enCours(Path chemin) throws FichierRefuse, IOException {
        try (LivraisonAaf fichiers = LivraisonAaf.ouvrir(chemin, Path.of(System.getProperty("java.io.tmpdir")))) {
            return livraisons.enCours(Source.AAF, perimetre(fichiers.sommaire()));
        }
    }

    private Livraison lire(Ouverte ouverte, Auteur auteur, SuiviDeLecture suivi)
            throws FichierRefuse, LivraisonRefusee, IOException {
        Preparation preparation = preparations.ouvrir(ouverte.annonce(), auteur);
        boolean fini = false;
        try {
            Bilan bilan = lireLesFichiers(ouverte, preparation, suivi);
            Livraison livraison = preparations.finir(preparation, bilan);
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

    private Bilan lireLesFichiers(Ouverte ouverte, Preparation preparation, SuiviDeLecture suivi)
            throws FichierRefuse, IOException {
        Perimetre perimetre = new Perimetre(Source.AAF.name(), ouverte.annonce().perimetre());
        Bilan bilan = new Bilan();
        FichesConnues connues = new FichesConnues(perimetre, identites, etablissements);
        RemiseAaf remise = new RemiseAaf(preparation, connues, ouverte.annonce().nature() == NatureLivraison.DELTA);
        new LectureDeLivraison(ouverte.fichiers(), remise, connues, bilan, suivi).lire();
        return bilan;
    }

    private void verifierLaDate(SommaireAaf sommaire, String nom) throws FichierRefuse {
        LocalDate demain =
                LocalDate.ofInstant(horloge.instant(), ZoneOffset.UTC).plusDays(1);
        if (sommaire.date().isAfter(demain)) {
            throw new FichierRefuse(CodeRemarque.DU_FUTUR, nom, 0, JOUR.format(sommaire.date()));
        }
        Instant derniere = livraisons.derniereProduite(Source.AAF, perimetre(sommaire));
        if (derniere != null && produiteLe(sommaire).isBefore(derniere)) {
            throw new FichierRefuse(
                    CodeRemarque.PLUS_ANCIEN,
                    nom,
                    0,
                    JOUR.format(sommaire.date()),
                    JOUR.format(LocalDate.ofInstant(derniere, ZoneOffset.UTC)));
        }
    }

    private Annonce annonce(LivraisonAaf fichiers) throws FichierRefuse, IOException {
        SommaireAaf sommaire = fichiers.sommaire();
        EmpreinteDeFichiers empreinte = new EmpreinteDeFichiers();
        for (SommaireAaf.Fichier fichier : sommaire.fichiers()) {
            // Son nom porte sa date : les différences de deux jours peuvent se ressembler.
            empreinte.nom(fichier.nom());
            empreinte.contenu(fichiers.ouvrir(fichier));
        }
        return new Annonce(
                Source.AAF,
                perimetre(sommaire),
                sommaire.complete() ? NatureLivraison.COMPLETE : NatureLivraison.DELTA,
                null,
                produiteLe(sommaire),
                empreinte.valeur(),
                sommaire.fichiers().stream().map(SommaireAaf.Fichier::nom).toList());
    }

    /** Le jour que disent ses noms : elle n'a pas d'heure. */
    private static Instant produiteLe(SommaireAaf sommaire) {
        return sommaire.date().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private String perimetre(SommaireAaf sommaire) {
        return sommaire.perimetre(academie);
    }
}
