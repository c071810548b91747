package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.aaf.ImportAaf;
import fr.academie.teleservices.alimentation.aaf.SuiviDeLecture;
import fr.academie.teleservices.alimentation.siecle.ImportSiecle;
import fr.academie.teleservices.alimentation.siecle.ImportSiecle.Remis;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.evenement.AnnonceDesLiens;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.scolarite.EcritureDesEleves;
import fr.academie.teleservices.scolarite.EtablissementsDeSource;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Rattachements;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Le moteur des imports, assemblé à la main, le 25 novembre 2026. */
public final class AtelierDImport {

    static final Instant LE = Instant.parse("2026-11-25T08:00:00Z");

    public static final Auteur SECRETARIAT =
            new Auteur(new Identifiant("secretariat.moulin"), Profil.ETABLISSEMENT, "192.0.2.1");

    public static final Auteur EXPLOITATION = new Auteur(new Identifiant("exploitation"), Profil.EXPLOITATION, null);

    final Atelier atelier;
    public final Preparations preparations;
    public final LivraisonService livraisons;
    final ImportSiecle siecle;
    public final ImportAaf annuaire;
    final RetraitDesDisparus disparus;
    final ApplicationService application;

    public AtelierDImport(BaseDEssai base) {
        this(base.source());
    }

    /** Tous ses services passent par cette source. */
    AtelierDImport(DataSource source) {
        this(source, Map.of());
    }

    /** Avec ces réglages du profil d'académie. */
    AtelierDImport(DataSource source, Map<String, String> reglages) {
        this(source, reglages, Decoupe.en(Integer.getInteger("fils", 2)));
    }

    /** De même, et les livraisons s'y coupent ainsi. */
    AtelierDImport(DataSource source, Map<String, String> reglages, Decoupe decoupe) {
        ProfilAcademie profil = Atelier.profil(reglages);
        atelier = new Atelier(source);
        atelier.horloge.arreterA(LE);
        preparations = new Preparations(atelier.transactions, new Identites(atelier.transactions), atelier.horloge);
        livraisons = new LivraisonService(atelier.transactions, atelier.planificateur, profil, atelier.horloge);
        EtablissementsDeSource etablissements = new EtablissementsDeSource(atelier.transactions);
        siecle = new ImportSiecle(preparations, livraisons, etablissements, atelier.horloge);
        Identites identites = new Identites(atelier.transactions);
        EcritureDesEleves eleves = new EcritureDesEleves(atelier.transactions);
        annuaire = new ImportAaf(
                preparations, livraisons, etablissements, identites, Atelier.reglages(Map.of()), atelier.horloge);
        EvenementService evenements = new EvenementService(atelier.scolarite, atelier.transactions);
        application = new ApplicationService(
                identites,
                eleves,
                etablissements,
                atelier.comptes,
                atelier.creations,
                atelier.lignee,
                new Rattachements(atelier.comptes, atelier.transactions),
                atelier.journal,
                new AnnonceDesLiens(atelier.comptes, atelier.scolarite, atelier.journal, evenements),
                evenements,
                atelier.transactions,
                decoupe,
                profil,
                atelier.horloge);
        disparus = new RetraitDesDisparus(
                identites,
                eleves,
                atelier.comptes,
                atelier.rattachements,
                atelier.annonce,
                atelier.transactions,
                profil,
                atelier.horloge);
    }

    Livraison preparer(Exports exports, Path dossier) throws FichierRefuse, LivraisonRefusee, IOException {
        return preparer(exports.eleves(dossier), exports.responsables(dossier));
    }

    Livraison preparer(Remis un, Remis autre) throws FichierRefuse, LivraisonRefusee, IOException {
        return preparer(Set.of(Exports.UAI), un, autre);
    }

    public Livraison preparer(Set<String> uais, Remis un, Remis autre)
            throws FichierRefuse, LivraisonRefusee, IOException {
        return siecle.preparer(uais, un, autre, SECRETARIAT);
    }

    /** Prépare, valide et applique jusqu'au bout, par lots de la taille habituelle. */
    Livraison importer(Exports exports, Path dossier) throws FichierRefuse, LivraisonRefusee, IOException {
        Livraison livraison = preparer(exports, dossier);
        livraisons.valider(livraison, SECRETARIAT, true);
        appliquer(livraison, 100);
        atelier.horloge.avancer(Duration.ofHours(1));
        return livraisons.relire(livraison).orElseThrow();
    }

    /** Lit une livraison de l'annuaire. */
    Livraison preparer(Path livraison) throws FichierRefuse, LivraisonRefusee, IOException {
        return annuaire.preparer(livraison, EXPLOITATION, SuiviDeLecture.AUCUN);
    }

    /** La lit, la valide et l'applique. */
    Livraison importer(Annuaire livraison, Path dossier) throws FichierRefuse, LivraisonRefusee, IOException {
        Livraison lue = preparer(livraison.poser(dossier));
        livraisons.valider(lue, EXPLOITATION, true);
        appliquer(lue, 100);
        atelier.horloge.avancer(Duration.ofHours(1));
        return livraisons.relire(lue).orElseThrow();
    }

    /** Applique une livraison validée par lots de cette taille. */
    public void appliquer(Livraison livraison, int taille) {
        boolean reste = true;
        while (reste) {
            reste = application.avancer(livraison.id(), new Rythme(taille));
        }
    }

    /** Applique une livraison validée, au rythme du produit. */
    public void appliquer(Livraison livraison) {
        application.appliquer(livraison, () -> {});
    }
}
