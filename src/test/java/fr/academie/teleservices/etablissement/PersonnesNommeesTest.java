package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.attente.CompteVoisin;
import fr.academie.teleservices.attente.PrevisionDesComptes;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.scolarite.Eleve;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Une personne que des fichiers nomment, et qui n'a pas de compte, attend au bureau comme une personne saisie. */
@Tag("fuseau")
class PersonnesNommeesTest extends EssaiDuBureau {

    private static final String AILLEURS = "0330002B";

    private final Agent voisin = Atelier.agent("secretariat.nord", AILLEURS);
    private final AFaireService aFaire = new AFaireService(atelier.transactions);
    private long dylan;
    private long florian;
    private long awa;

    @BeforeEach
    void installer() {
        base.vider();
        dylan = familles.eleve("Dylan");
        florian = familles.eleve("Florian");
        awa = familles.personne(Familles.UAI, "4812", "DIALLO", "Awa");
        familles.constat(awa, dylan, 2, 50);
        familles.constat(awa, florian, 1, 10);
    }

    @Test
    void elleAttendDansLaListeDansLaRechercheEtDansCeQuiResteAFaire() {
        assertThat(creations.attendus(agent, null, null))
                .extracting(a -> a.identite().nomComplet(), Attendu::uai, Attendu::saisi, Attendu::compteId)
                .containsExactly(tuple("Awa DIALLO", Familles.UAI, false, null));
        assertThat(attendue().eleves()).extracting(Eleve::id).containsExactlyInAnyOrder(dylan, florian);
        assertThat(creations.attendus(agent, Familles.UAI, "5B")).hasSize(1);
        assertThat(creations.attendus(agent, Familles.UAI, "6A")).isEmpty();
        assertThat(aFaire.pour(agent))
                .extracting(AFaire::quoi, AFaire::nombre, a -> a.depuis().toString())
                .containsExactly(tuple(AFaire.Quoi.COMPTES, 1L, "2026-11-02T08:00:00Z"));
        assertThat(attendent("diallo")).containsExactly(1, 1);
        assertThat(attendent("ribeiro")).isEmpty();
    }

    @Test
    void sonCompteLaNommeEtPorteSesConstats() {
        long numero = attendue().id();

        long compte = creations.creer(agent, numero).orElseThrow();

        assertThat(base.lire(
                        "SELECT nom_famille, prenom, civilite, mail, telephone_portable, etat, telephone_saisi_le FROM"
                                + " responsable"))
                .containsExactly("DIALLO|Awa|MME|elle@exemple.fr|+33639982026|CREE|∅");
        assertThat(base.lire("SELECT adresse, code_postal, commune FROM adresse_postale"))
                .containsExactly("1 rue Haute|33400|TALENCE");
        assertThat(base.lire("SELECT origine_id, responsable_id FROM identite_responsable"))
                .containsExactly(compte + "|" + compte);
        assertThat(base.compter("SELECT COUNT(*) FROM constat WHERE responsable_id = " + compte))
                .isEqualTo(2);
        assertThat(base.lire("SELECT eleve_id, niveau, lien, etat, origine FROM rattachement ORDER BY eleve_id"))
                .containsExactly(dylan + "|2|50|ACTIF|IMPORT", florian + "|1|10|ACTIF|IMPORT");
        assertThat(base.lire("SELECT action, JSON_EXTRACT(details, '$.eleves') FROM journal"))
                .containsExactly("CREATION|[" + dylan + ", " + florian + "]");
        assertThat(base.lire("SELECT type, JSON_LENGTH(charge, '$.rattachements') FROM evenement"))
                .containsExactly("COMPTE_CREE|2");
        assertThat(base.compter("SELECT COUNT(*) FROM journal_bureau WHERE action = 'CREATION_DE_COMPTE'"))
                .isEqualTo(2);
        assertThat(creations.creer(agent, numero)).isEmpty();
        assertThat(creations.attendus(agent, null, null)).isEmpty();
        assertThat(aFaire.pour(agent)).extracting(AFaire::quoi).containsExactly(AFaire.Quoi.COURRIERS);
        assertThat(attendent("")).containsExactly(0, 0);
    }

    @Test
    void rattacheeAUnCompteQuiExisteElleYPorteSesConstats() {
        long compte = familles.compte("awa.diallo", "DIALLO", null, "Awa", "CREE", null, "NULL");
        familles.lier(compte, dylan, 3, 90, "ACTIF");
        assertThat(creations.voisins(attendue()))
                .extracting(CompteVoisin::id, CompteVoisin::memePersonne)
                .containsExactly(tuple(compte, false));

        assertThat(creations.rattacher(agent, attendue().id(), compte)).isTrue();

        assertThat(base.lire("SELECT eleve_id, niveau, lien, etat, origine FROM rattachement ORDER BY eleve_id"))
                .as("le lien saisi reste ce qu'il était")
                .containsExactly(dylan + "|3|90|ACTIF|SAISIE", florian + "|1|10|ACTIF|IMPORT");
        assertThat(base.lire("SELECT responsable_id FROM identite_responsable"))
                .containsExactly(String.valueOf(compte));
        assertThat(base.lire("SELECT type FROM evenement")).containsExactly("RATTACHEMENTS_MODIFIES");
        assertThat(creations.attendus(agent, null, null)).isEmpty();
    }

    @Test
    void unFoyerOuQuiNEstPlusDansLesFichiersNAttendPas() {
        familles.constat(familles.personne(Familles.UAI, "9", "FOYER DES PINS", null), dylan);
        base.executer("UPDATE identite_responsable SET disparu_le = UTC_TIMESTAMP(3) WHERE numero = '4812'");
        assertThat(creations.attendus(agent, null, null)).isEmpty();
        assertThat(aFaire.pour(agent)).isEmpty();
        assertThat(attendent("")).containsExactly(0, 0);
    }

    /** L'élève est dans deux établissements : chacun l'attend, et un seul compte les contente tous les deux. */
    @Test
    void chaqueEtablissementDeLEleveLAttendEtNulAutre() {
        assertThat(creations.attendus(voisin, null, null)).isEmpty();
        assertThat(creations.attendu(voisin, attendue().id())).isEmpty();
        familles.etablissement(AILLEURS, "Collège du Nord");
        familles.inscrire(dylan, AILLEURS, "4B");

        Attendu vue = creations.attendus(voisin, null, null).get(0);
        assertThat(vue.eleves()).extracting(Eleve::id).containsExactly(dylan);
        Agent deux = Atelier.agent("deux", Familles.UAI, AILLEURS);
        assertThat(creations.attendus(deux, null, null)).hasSize(1);
        assertThat(creations.attendu(deux, vue.id()).orElseThrow().eleves())
                .extracting(Eleve::id)
                .containsExactlyInAnyOrder(dylan, florian);

        creations.creer(voisin, vue.id());

        assertThat(creations.attendus(agent, null, null)).isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM rattachement WHERE etat = 'ACTIF'"))
                .isEqualTo(2);
        assertThat(base.lire("SELECT eleve_id FROM journal_bureau WHERE action = 'CREATION_DE_COMPTE'"))
                .as("le bureau du Nord ne note que l'élève qu'il voit")
                .containsExactly(String.valueOf(dylan));
    }

    /** La base élèves l'avait déjà donnée, sous le même numéro : elle n'attend qu'une fois, et le compte d'alors est le sien. */
    @Test
    void celleQueLaBaseElevesDonnaitDejaNAttendQuUneFois() {
        long compte = familles.compte("awa", "DIALLO", null, "Awa", "CREE", null, "NULL");
        long ancien = familles.attendu(compte, dylan);
        base.executer("UPDATE responsable_attendu SET personne_id = '4812' WHERE id = " + ancien);
        familles.lier(compte, familles.eleve("Inès"));

        assertThat(creations.attendus(agent, null, null)).hasSize(1);
        assertThat(attendue().compteId()).isEqualTo(compte);
        assertThat(creations.voisins(attendue()))
                .extracting(CompteVoisin::id, CompteVoisin::memePersonne)
                .containsExactly(tuple(compte, true));
        assertThat(new PrevisionDesComptes(atelier.transactions)
                        .prevoir(creations.attendus(agent, null, null))
                        .aCreer())
                .isEmpty();
        assertThat(attendent("dylan")).containsExactly(1);
        assertThat(aFaire.pour(agent))
                .filteredOn(a -> a.quoi() == AFaire.Quoi.COMPTES)
                .singleElement()
                .matches(a -> a.nombre() == 1);
    }

    @Test
    void unAgentNOubliePasUnePersonneQueDesFichiersNomment() {
        creations.oublier(agent, attendue().id());
        assertThat(creations.attendus(agent, null, null)).hasSize(1);
        assertThat(base.compter("SELECT COUNT(*) FROM constat")).isEqualTo(2);
    }

    /** Le numéro d'une personne nommée n'est jamais celui d'une personne saisie. */
    @Test
    void uneSaisieEtUneNommeeDeMemeNumeroDeLigneSontDeuxPersonnes() {
        base.executer("INSERT INTO responsable_attendu (id, uai, nom_famille, prenom) VALUES (" + awa + ", '"
                + Familles.UAI + "', 'PETIT', 'Marie')");
        familles.eleveAttendu(awa, dylan);

        List<Attendu> deux = creations.attendus(agent, null, null);

        assertThat(deux).extracting(a -> a.identite().nomComplet()).containsExactly("Awa DIALLO", "Marie PETIT");
        creations.creer(agent, deux.get(1).id());
        assertThat(base.lire("SELECT nom_famille FROM responsable")).containsExactly("PETIT");
        assertThat(creations.attendus(agent, null, null))
                .extracting(Attendu::id)
                .containsExactly(deux.get(0).id());
    }

    @Test
    void apresUnRegroupementSesConstatsSontAuCompteQuiReste() throws Exception {
        long compte = creations.creer(agent, attendue().id()).orElseThrow();
        long principal = familles.compte("awa.diallo9", "DIALLO", null, "Awa", "ACTIF", Familles.ARGON2, "NULL");
        DemandesDEssai.regrouper(atelier, principal, compte);
        assertThat(base.lire("SELECT origine_id, responsable_id FROM identite_responsable"))
                .containsExactly(compte + "|" + principal);
        assertThat(creations.attendus(agent, null, null)).isEmpty();
    }

    private Attendu attendue() {
        return creations.attendus(agent, null, null).get(0);
    }

    private List<Integer> attendent(String mots) {
        return recherches
                .chercher(agent, new Filtre(mots, null, null, null, null, null, Tri.ELEVE, false), 1)
                .lignes()
                .stream()
                .map(LigneTrouvee::attendent)
                .toList();
    }
}
