package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.attente.CompteVoisin;
import fr.academie.teleservices.attente.NouveauResponsable;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Le bureau sur une vraie base : ce qu'un agent trouve, voit et crée, et ce qui n'existe pas pour lui. */
@Tag("fuseau")
class BureauServicesTest extends EssaiDuBureau {

    private final Agent etranger = Atelier.agent("ailleurs", "0330002B");

    @BeforeEach
    void vider() {
        base.vider();
    }

    @Test
    void onTrouveSansAccentNiCasseParNomIdentifiantOuClasse() {
        long id = familles.compte("anais.lefevre", "D’Almeida-Lefèvre", null, "Anaïs", "CREE", null, "NULL");
        familles.lier(id, familles.eleve("Éloïse"));
        long sansCompte = familles.eleve("Noé");

        for (String mots : List.of("ANAIS d'almeida", "lefevre", "eloise", "Anais.Lefevre", "5b almeida")) {
            assertThat(trouver(agent, filtre(mots, null)).lignes())
                    .as(mots)
                    .extracting(LigneTrouvee::responsableId)
                    .containsExactly(id);
        }
        assertThat(trouver(agent, filtre("100%", null)).total()).isZero();
        assertThat(trouver(agent, filtre("", EtatCherche.SANS_COMPTE)).lignes())
                .extracting(LigneTrouvee::eleveId)
                .containsExactly(sansCompte);
        assertThat(trouver(agent, filtre("", null)).total()).isEqualTo(2);
        assertThat(base.compter("SELECT COUNT(*) FROM journal_bureau WHERE action = 'RECHERCHE'"))
                .isEqualTo(8);
    }

    @Test
    void lesElevesDesAutresEtablissementsNeSontNiNommesNiComptes() {
        long id = familles.actif("cristelle.durand");
        familles.lier(id, familles.eleve("Florian"));
        base.executer(
                "INSERT INTO etablissement (uai, nature, nom) VALUES ('0330002B', 'LYCEE', 'Lycée')",
                "INSERT INTO eleve (nom, prenom, date_naissance, uai) VALUES ('DURAND', 'Ailleurs', '2010-01-01',"
                        + " '0330002B')",
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat) SELECT " + id
                        + ", id, 1, 10, 'ACTIF' FROM eleve WHERE prenom = 'Ailleurs'");
        long autre = familles.actif("nadia.benali");

        assertThat(trouver(agent, filtre("", null)).total()).isEqualTo(1);
        assertThat(trouver(agent, filtre("Ailleurs", null)).total()).isZero();
        assertThat(fiches.consulter(agent, id).orElseThrow().enfants())
                .extracting(enfant -> enfant.eleve().prenom())
                .containsExactly("Florian");
        assertThat(fiches.consulter(agent, autre)).isEmpty();
        assertThat(fiches.consulter(agent, 999_999)).isEmpty();
        List<LigneTrouvee> exportees = new ArrayList<>();
        recherches.exporter(etranger, filtre("", null), exportees::add);
        assertThat(exportees).extracting(LigneTrouvee::elevePrenom).containsExactly("Ailleurs");
    }

    @Test
    void unePersonneSaisieRecoitUnCompteUneSeuleFois() {
        long eleve = familles.eleve("Florian");
        assertThat(creations.saisir(etranger, nouveau(eleve))).isEmpty();
        long attendu = creations.saisir(agent, nouveau(eleve)).orElseThrow().attenduId();
        assertThat(creations.attendu(etranger, attendu)).isEmpty();
        assertThat(creations.creer(etranger, attendu)).isEmpty();

        long compte = creations.creer(agent, attendu).orElseThrow();

        assertThat(creations.creer(agent, attendu)).isEmpty();
        assertThat(base.lire("SELECT identifiant, etat, mot_de_passe FROM responsable"))
                .containsExactly("marie.petit|CREE|∅");
        assertThat(base.lire("SELECT responsable_id, eleve_id, etat FROM rattachement"))
                .containsExactly(compte + "|" + eleve + "|ACTIF");
        assertThat(base.lire("SELECT action FROM journal")).containsExactly("CREATION");
        assertThat(base.lire("SELECT type, charge FROM evenement"))
                .containsExactly(
                        "COMPTE_CREE|{\"type\":\"COMPTE_CREE\",\"compte\":\"marie.petit\",\"numeros\":[],\"rattachements\":[{\"eleve\":"
                                + "{\"identifiant\":null,\"uai\":\"" + Familles.UAI
                                + "\",\"numeros\":[]},\"niveau\":1,\"lien\":10,"
                                + "\"etat\":\"ACTIF\"}],\"origine\":\"ETABLISSEMENT\"}");
    }

    @Test
    void celleQuiADejaUnCompteLeVoitDAbordEtPeutYEtreRattachee() {
        long id = familles.compte("marie.petit", "PETIT", null, "Marie", "ACTIF", Familles.ARGON2, "NULL");
        familles.lier(id, familles.eleve("Florian"));
        long etrangere = familles.actif("cristelle.durand");
        long noe = familles.eleve("Noé");
        long attendu = creations.saisir(agent, nouveau(noe)).orElseThrow().attenduId();

        assertThat(creations.voisins(creations.attendu(agent, attendu).orElseThrow()))
                .extracting(CompteVoisin::identifiant)
                .containsExactly("marie.petit");
        assertThat(creations.rattacher(agent, attendu, etrangere)).isFalse();
        assertThat(creations.rattacher(etranger, attendu, id)).isFalse();
        assertThat(creations.rattacher(agent, attendu, id)).isTrue();
        assertThat(base.compter("SELECT COUNT(*) FROM responsable")).isEqualTo(2);
        assertThat(base.compter("SELECT COUNT(*) FROM rattachement WHERE responsable_id = " + id))
                .isEqualTo(2);
        assertThat(base.lire("SELECT type, responsable_id, JSON_LENGTH(charge, '$.rattachements') FROM evenement"))
                .as("le lien nouveau et celui d'avant")
                .containsExactly("RATTACHEMENTS_MODIFIES|" + id + "|2");
    }

    @Test
    void unCompteFermeSeRetrouveParLIdentifiantDeSonCourrierEtDitOuAller() {
        long b = familles.cree("cristelle.durand2");
        familles.lier(b, familles.eleve("Florian"));
        long a = familles.actif("cristelle.durand1");
        familles.lier(a, familles.eleve("Ailleurs", "0330002B"));
        long c = familles.actif("cristelle.durand");
        absorber(b, a);
        absorber(a, c);

        assertThat(trouver(agent, filtre("Durand", null)).lignes())
                .extracting(LigneTrouvee::responsableId)
                .containsExactly(c);
        assertThat(trouver(agent, filtre("", EtatCherche.FERME)).lignes())
                .extracting(LigneTrouvee::identifiant)
                .containsExactly("cristelle.durand2", "cristelle.durand1");
        LigneTrouvee trouvee =
                trouver(agent, filtre("Cristelle.Durand2", null)).lignes().get(0);
        assertThat(trouvee.responsableId()).isEqualTo(b);
        assertThat(trouvee.courrierPossible()).isFalse();
        Fiche fiche = fiches.consulter(agent, b).orElseThrow();
        assertThat(fiche.enfants())
                .extracting(enfant -> enfant.eleve().prenom())
                .containsExactly("Florian");
        assertThat(fiche.uaisDuCourrier()).isEmpty();
        assertThat(Objects.requireNonNull(fiche.fermeture()).suites())
                .extracting(Fermeture.Suite::identifiant)
                .containsExactly("cristelle.durand");
        assertThat(fiche.faits()).extracting(FaitDuCompte::quoi).contains("FERMETURE");

        assertThat(trouver(etranger, filtre("cristelle.durand2", null)).total()).isZero();
        assertThat(fiches.consulter(etranger, b)).isEmpty();
        assertThat(fiches.consulter(etranger, a).orElseThrow().enfants())
                .extracting(enfant -> enfant.eleve().prenom())
                .containsExactly("Ailleurs");
        base.executer("UPDATE rattachement SET etat = 'RETIRE' WHERE responsable_id = " + c
                + " AND eleve_id IN (SELECT id FROM eleve WHERE prenom = 'Florian')");
        assertThat(Objects.requireNonNull(
                                fiches.consulter(agent, b).orElseThrow().fermeture())
                        .suites())
                .isEmpty();
    }

    /** Ce qu'un regroupement écrit, sans sa preuve. */
    private void absorber(long secondaire, long principal) {
        base.executer(
                "INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, correspondance, etat)"
                        + " VALUES (UNHEX(REPLACE(UUID(), '-', '')), " + principal + ", " + secondaire
                        + ", UTC_TIMESTAMP(3), 'x', 'STRICTE', 'ACTIF')",
                "INSERT INTO regroupement_rattachement (regroupement_id, eleve_id, secondaire_niveau, secondaire_lien,"
                        + " secondaire_etat, apres_niveau, apres_lien, apres_etat) SELECT g.id, l.eleve_id, l.niveau,"
                        + " l.lien, l.etat, l.niveau, l.lien, l.etat FROM regroupement AS g JOIN rattachement AS l ON"
                        + " l.responsable_id = g.secondaire_id WHERE g.secondaire_id = " + secondaire,
                "UPDATE rattachement SET responsable_id = " + principal + " WHERE responsable_id = " + secondaire,
                "UPDATE responsable SET etat = 'FERME', motif_fermeture = 'REGROUPEMENT', mot_de_passe = NULL,"
                        + " provisoire_expire_le = NULL, ferme_le = UTC_TIMESTAMP(3) WHERE id = " + secondaire);
    }

    @Test
    void lesClassesSontCellesDeChaqueEtablissementEtUnMemeNomNeLesConfondPas() {
        Agent deuxColleges = Atelier.agent("deux.colleges", Familles.UAI, "0330002B");
        familles.eleve("Florian");
        familles.eleve("Ysaline", "0330002B");
        familles.eleve("Étranger", "0330003C");
        base.executer("UPDATE eleve SET classe = '6A' WHERE prenom = 'Étranger'");

        assertThat(recherches.classes(deuxColleges))
                .containsExactly(
                        new ClassesDEtablissement("0330002B", "Collège 0330002B", List.of("5B")),
                        new ClassesDEtablissement(Familles.UAI, "Collège du Moulin", List.of("5B")));
        assertThat(recherches.classes(agent))
                .extracting(ClassesDEtablissement::uai)
                .containsExactly(Familles.UAI);
        Filtre dUnSeul = new Filtre("", null, null, null, "5B", "0330002B", Tri.ELEVE, false);
        assertThat(trouver(deuxColleges, dUnSeul).lignes())
                .extracting(LigneTrouvee::elevePrenom)
                .containsExactly("Ysaline");
        assertThat(trouver(agent, dUnSeul).total()).isZero();
    }

    private RechercheService.Page trouver(Agent qui, Filtre filtre) {
        return recherches.chercher(qui, filtre, 1);
    }

    private static NouveauResponsable nouveau(long eleve) {
        return new NouveauResponsable(
                eleve,
                "MME",
                new Identite("Petit", null, "Marie"),
                null,
                NiveauResponsabilite.REPRESENTANT_LEGAL,
                LienParente.MERE,
                UUID.randomUUID());
    }

    private static Filtre filtre(String texte, @org.jspecify.annotations.Nullable EtatCherche etat) {
        return new Filtre(texte, etat, null, null, null, null, Tri.ELEVE, false);
    }
}
