package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Manches;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.essais.MandataireMariaDb.Coupure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tuée à n'importe quel lot, une application reprend et finit au même état : rien en double, rien de perdu. */
class ApplicationInterrompueTest {

    /** Dans chaque étape : élèves, personnes, liens, comptes ; il y a douze écarts, un lot de plus par étape, deux comptes. */
    private static final List<Integer> LOTS_COUPES = List.of(1, 3, 6, 8, 10, 13, 15, 16);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);

    @TempDir
    private Path dossier;

    private void preparerLaBase() {
        base.vider();
        long dylan = familles.eleve("Dylan");
        long compte = familles.actif("cristelle.durand");
        familles.lier(compte, dylan);
        familles.lier(familles.actif("jean.petit"), dylan, 3, 90, "ACTIF");
        base.executer(
                "UPDATE responsable SET mail = NULL",
                "UPDATE responsable SET nom_famille = 'PETIT', prenom = 'Jean' WHERE identifiant = 'jean.petit'");
    }

    private static Exports avant() {
        return new Exports()
                .eleve("73001", "DURAND", "Dylan", "11/04/2012", "5B")
                .eleve("73003", "MARTIN", "Lou", "01/01/2013", "6 C")
                .personne("91001", "MME", "DURAND", "Cristelle", "", "")
                .personne("91003", "MME", "MARTIN", "Ana", "", "")
                .lien("73001", "91001", 1, 10)
                .lien("73003", "91001", 3, 90)
                .lien("73003", "91003", 1, 10);
    }

    private static Exports apres() {
        return new Exports()
                .eleve("73001", "DURAND", "Dylan", "11/04/2012", "4 A")
                .eleve("73002", "DURAND", "Emma", "03/05/2014", "6 C")
                .personne("91001", "MME", "DURAND", "Cristelle", "cristelle@exemple.fr", "0639980001")
                .personne("91002", "M.", "PETIT", "Jean", "jean@exemple.fr", "")
                .lien("73001", "91001", 1, 10)
                .lien("73002", "91001", 1, 10)
                .lien("73001", "91002", 3, 90)
                .lien("73002", "91002", 1, 20)
                .horodatage("25/11/2026 08:30:00");
    }

    private List<String> attendu() throws Exception {
        preparerLaBase();
        AtelierDImport atelier = new AtelierDImport(base);
        atelier.importer(avant(), dossier);
        atelier.importer(apres(), dossier);
        return EtatImporte.lire(base);
    }

    @Test
    @Tag("courses")
    void coupeeAChaqueLotElleFinitAuMemeEtat() throws Exception {
        List<String> attendu = attendu();
        assertThat(attendu).contains("evenement|RATTACHEMENTS_MODIFIES|jean.petit|1");
        AtelierDImport sain = new AtelierDImport(base);
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port());
                HikariDataSource source = base.source(mandataire.url(), 2)) {
            AtelierDImport coupe = new AtelierDImport(source);
            for (Coupure coupure : List.of(Coupure.AVANT_VALIDATION, Coupure.APRES_VALIDATION)) {
                for (int lot : Manches.parmi(LOTS_COUPES)) {
                    Livraison livraison = livraison(sain);
                    int avant = mandataire.coupures();
                    appliquer(coupe, livraison, lot, () -> mandataire.couper(coupure));
                    assertThat(mandataire.coupures()).isEqualTo(avant + 1);
                    assertThat(EtatImporte.lire(base))
                            .as("%s au lot %s", coupure, lot)
                            .isEqualTo(attendu);
                    Avancement avancement = sain.livraisons.avancement(livraison);
                    assertThat(avancement.faits()).isEqualTo(avancement.total());
                }
            }
        }
    }

    private Livraison livraison(AtelierDImport sain) throws Exception {
        preparerLaBase();
        sain.atelier.horloge.arreterA(AtelierDImport.LE);
        sain.importer(avant(), dossier);
        Livraison livraison = sain.preparer(apres(), dossier);
        sain.livraisons.valider(livraison, AtelierDImport.SECRETARIAT, true);
        return livraison;
    }

    /** Un écart par lot. Le serveur qu'on coupe laisse la suite à un autre, une fois : la tâche reprend. */
    private static void appliquer(AtelierDImport atelier, Livraison livraison, int lot, Runnable couper) {
        boolean reste = true;
        int coupes = 0;
        for (int i = 1; reste; i++) {
            if (i == lot) {
                couper.run();
            }
            try {
                reste = atelier.application.avancer(livraison.id(), new Rythme(1));
            } catch (RuntimeException coupe) {
                coupes++;
                assertThat(coupes).as("%s", coupe).isLessThan(3);
            }
        }
    }
}
