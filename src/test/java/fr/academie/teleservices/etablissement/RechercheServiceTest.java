package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Saisies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** La liste du bureau sur une vraie base : ce que chaque filtre retient, l'ordre, les pages. */
class RechercheServiceTest extends EssaiDuBureau {

    @BeforeEach
    void vider() {
        base.vider();
    }

    @Test
    void chaqueFiltreNeRetientQueCeQuIlDit() {
        famille("a.cree", "CREE", null, true, "6A");
        famille("b.imprime", "CREE", Familles.ARGON2, true, "6A");
        famille("c.actif", "ACTIF", Familles.ARGON2, false, "4B");
        familles.eleve("Seul");

        assertThat(trouves(new Filtre("", EtatCherche.CREE, null, null, null, null, Tri.RESPONSABLE, false)))
                .containsExactly("a.cree", "b.imprime");
        assertThat(trouves(new Filtre("", EtatCherche.ACTIF, null, null, null, null, Tri.RESPONSABLE, false)))
                .containsExactly("c.actif");
        assertThat(trouves(new Filtre("", null, false, null, null, null, Tri.RESPONSABLE, false)))
                .containsExactly("c.actif");
        assertThat(trouves(new Filtre("", null, true, null, null, null, Tri.RESPONSABLE, false)))
                .containsExactly("a.cree", "b.imprime");
        assertThat(trouves(new Filtre("", null, null, false, null, null, Tri.RESPONSABLE, false)))
                .containsExactly("a.cree");
        assertThat(trouves(new Filtre("", EtatCherche.CREE, null, true, null, null, Tri.RESPONSABLE, false)))
                .containsExactly("b.imprime");
        assertThat(trouves(new Filtre("", null, null, null, "4B", null, Tri.RESPONSABLE, false)))
                .containsExactly("c.actif");
        assertThat(trouves(new Filtre("actif", EtatCherche.CREE, null, null, null, null, Tri.RESPONSABLE, false)))
                .isEmpty();
    }

    @Test
    void trouveUnIdentifiantCommentQuIlSoitTapeOuColle() {
        famille("cristelle.durand2", "ACTIF", Familles.ARGON2, true, "6A");
        famille("cristelle.durand", "ACTIF", Familles.ARGON2, true, "6A");
        assertThat(Saisies.DE_CRISTELLE)
                .allSatisfy(saisie -> assertThat(
                                trouves(new Filtre(saisie, null, null, null, null, null, Tri.ELEVE, false)))
                        .containsExactly("cristelle.durand2"));
    }

    @Test
    void quiAttendUnCompteSeTrouveParSonNomAupresDeSonEleve() {
        famille("a.mere", "ACTIF", Familles.ARGON2, true, "6A");
        long eleve = base.compter("SELECT MAX(id) FROM eleve");
        base.executer(
                "INSERT INTO responsable_attendu (uai, civilite, nom_famille, prenom) VALUES ('" + Familles.UAI
                        + "', 'M.', 'ÖZTÜRK', 'Émré')",
                "INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien) SELECT MAX(id), " + eleve
                        + ", 1, 20 FROM responsable_attendu");
        Filtre filtre = new Filtre("emre ozturk", null, null, null, null, null, Tri.ELEVE, false);
        assertThat(recherches.chercher(agent, filtre, 1).lignes())
                .singleElement()
                .matches(ligne -> ligne.eleveId() == eleve && ligne.attendent() == 1);
        base.executer("UPDATE responsable_attendu SET responsable_id = (SELECT MAX(id) FROM responsable)");
        assertThat(recherches.chercher(agent, filtre, 1).lignes()).isEmpty();
    }

    @Test
    void chaqueTriALesDeuxSens() {
        famille("a.deux", "ACTIF", Familles.ARGON2, true, "4B");
        famille("b.un", "CREE", null, true, "6A");
        for (Tri tri : List.of(Tri.CLASSE, Tri.ELEVE, Tri.RESPONSABLE)) {
            assertThat(trouves(new Filtre("", null, null, null, null, null, tri, false)))
                    .as(tri.name())
                    .containsExactly("a.deux", "b.un");
            assertThat(trouves(new Filtre("", null, null, null, null, null, tri, true)))
                    .as(tri.name())
                    .containsExactly("b.un", "a.deux");
        }
        assertThat(trouves(new Filtre("", null, null, null, null, null, Tri.ETAT, false)))
                .containsExactly("a.deux", "b.un");
    }

    @Test
    void lesPagesNeRepetentNiNOublientPersonneEtAuDelaCEstLaDerniere() {
        int total = 2 * RechercheService.PAR_PAGE + 7;
        familles.etablissement();
        base.executer("INSERT INTO eleve (nom, prenom, date_naissance, uai, classe) SELECT 'MARTIN', 'Léo',"
                + " '2012-04-11', '" + Familles.UAI + "', '6A' FROM seq_1_to_" + total);
        for (Tri tri : Tri.values()) {
            Filtre filtre = new Filtre("", null, null, null, null, null, tri, true);
            Set<Long> vus = new HashSet<>();
            for (int numero = 1; numero <= 3; numero++) {
                RechercheService.Page page = recherches.chercher(agent, filtre, numero);
                assertThat(page.total()).isEqualTo(total);
                assertThat(page.numero()).isEqualTo(numero);
                page.lignes().forEach(ligne -> vus.add(ligne.eleveId()));
            }
            assertThat(vus).as(tri.name()).hasSize(total);
        }
        Filtre tout = new Filtre("", null, null, null, null, null, Tri.ELEVE, false);
        RechercheService.Page auDela = recherches.chercher(agent, tout, 99);
        assertThat(auDela.numero()).isEqualTo(3);
        assertThat(auDela.lignes()).hasSize(7);
        assertThat(recherches.chercher(agent, tout, -4).numero()).isEqualTo(1);
        List<LigneTrouvee> exportees = new ArrayList<>();
        recherches.exporter(agent, tout, exportees::add);
        assertThat(exportees).hasSize(total);
        Filtre rien = new Filtre("zzz", null, null, null, null, null, Tri.ELEVE, false);
        assertThat(recherches.chercher(agent, rien, 3)).matches(page -> page.numero() == 1 && page.total() == 0);
    }

    private List<@Nullable String> trouves(Filtre filtre) {
        return recherches.chercher(agent, filtre, 1).lignes().stream()
                .filter(LigneTrouvee::avecCompte)
                .<@Nullable String>map(LigneTrouvee::identifiant)
                .toList();
    }

    /** Un compte dont le nom, l'élève et la classe suivent l'ordre de l'identifiant. */
    private void famille(String identifiant, String etat, @Nullable String empreinte, boolean mail, String classe) {
        long id =
                familles.compte(identifiant, identifiant.toUpperCase(Locale.ROOT), null, "X", etat, empreinte, "NULL");
        long eleve = familles.eleve(identifiant);
        familles.lier(id, eleve);
        base.executer(
                "UPDATE eleve SET classe = '" + classe + "' WHERE id = " + eleve,
                "UPDATE responsable SET mail = IF(" + mail + ", mail, NULL) WHERE id = " + id);
    }
}
