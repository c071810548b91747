package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.attente.CompteVoisin;
import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Une personne attendue suit son compte là où vont ses élèves, sans que personne n'ouvre une page pour cela. */
class PersonnesAttenduesTest extends EssaiDuBureau {

    private long principal;
    private long autre;
    private long florian;
    private long attendu;

    @BeforeEach
    void installer() {
        base.vider();
        principal = familles.actif("cristelle.durand");
        autre = familles.actif("cristelle.durand1");
        florian = familles.eleve("Florian");
        familles.lier(autre, florian);
        attendu = familles.attendu(autre, florian);
    }

    @Test
    void desLeRegroupementLaListeNeLAttendPlus() throws Exception {
        assertThat(attendent()).containsExactly(0);
        regrouper(principal, autre);
        assertThat(attendent()).containsExactly(0);
        assertThat(compteDe(attendu)).isEqualTo(principal);
    }

    @Test
    void elleSuitToutUneChaineDeRegroupements() throws Exception {
        long dernier = familles.actif("cristelle.durand2");
        regrouper(principal, autre);
        regrouper(dernier, principal);
        assertThat(attendent()).containsExactly(0);
        assertThat(compteDe(attendu)).isEqualTo(dernier);
    }

    @Test
    void apresUneRuptureElleSuitSonEleveEtNeRecoitPasDeSecondCompte() throws Exception {
        regrouper(principal, autre);
        long nouveau = rompre(principal, florian);
        assertThat(attendent()).containsExactly(0);
        assertThat(compteDe(attendu)).isEqualTo(nouveau);
        assertThat(creations.attendu(agent, attendu)).isEmpty();
        assertThat(creations.creer(agent, attendu)).isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM responsable")).isEqualTo(3);
    }

    @Test
    void celleQuiGardeUnEleveSurLeCompteCasseYResteEtNAttendRien() throws Exception {
        long dylan = eleveAttendu("Dylan");
        familles.lier(autre, dylan);
        regrouper(principal, autre);

        long premier = rompre(principal, florian);
        assertThat(attendent()).containsExactly(0, 0);
        assertThat(compteDe(attendu)).isEqualTo(principal);

        // Ses deux élèves sont maintenant sur deux comptes, dont aucun n'a les deux.
        long second = rompre(principal, dylan);
        assertThat(attendent()).containsExactly(0, 0);
        assertThat(compteDe(attendu)).isEqualTo(principal).isNotIn(premier, second);
    }

    @Test
    void sesElevesPartisSurDAutresComptesDisentQueCesComptesSontLesSiens() throws Exception {
        familles.eleveAttendu(attendu, familles.eleve("Noé"));
        long dylan = eleveAttendu("Dylan");
        familles.lier(autre, dylan);
        base.executer("UPDATE responsable SET prenom = 'Christelle' WHERE id = " + autre);
        base.executer("UPDATE responsable SET prenom = 'Christelle' WHERE id = " + principal);
        regrouper(principal, autre);
        long nouveau = rompre(principal, florian);
        familles.lier(familles.actif("homonyme"), familles.eleve("Inès"));

        assertThat(creations.voisins(creations.attendu(agent, attendu).orElseThrow()))
                .extracting(CompteVoisin::id, CompteVoisin::memePersonne)
                .containsExactlyInAnyOrder(tuple(principal, true), tuple(nouveau, true), tuple(nouveau + 1, false));
    }

    @Test
    void celleDontTousLesElevesPartentEmmeneCeluiQuElleAttend() throws Exception {
        eleveAttendu("Dylan");
        regrouper(principal, autre);
        long nouveau = rompre(principal, florian);
        assertThat(creations.attendu(agent, attendu).orElseThrow())
                .matches(a -> a.compteId() != null && a.compteId() == nouveau)
                .extracting(Attendu::listeDesEleves)
                .isEqualTo("Dylan DURAND (5B)");
    }

    @Test
    void deuxElevesDeMemeNomDansUneClasseSontDitsParLeurNaissance() {
        eleveAttendu("Dylan");
        long jumeau = eleveAttendu("DYLAN");
        base.executer("UPDATE eleve SET date_naissance = '2012-09-30' WHERE id = " + jumeau);
        long ailleurs = eleveAttendu("Dylan");
        base.executer("UPDATE eleve SET classe = '6A' WHERE id = " + ailleurs);
        assertThat(creations.attendu(agent, attendu).orElseThrow().nomsDesEleves())
                .contains("Dylan DURAND (5B, 11/04/2012)", "DYLAN DURAND (5B, 30/09/2012)", "Dylan DURAND (6A)");
    }

    @Test
    void unEleveQuiAUnHomonymeResteDeCeuxQueLaPersonneAttend() {
        long dylan = eleveAttendu("Dylan");
        eleveAttendu("DYLAN");
        assertThat(creations.attendu(agent, attendu).orElseThrow())
                .matches(a -> a.attend(dylan))
                .matches(a -> !a.attend(florian));
    }

    @Test
    void lesElevesDUnCompteVoisinSontDistinctsEtDeLaSeuleEcole() {
        eleveAttendu("Zoé");
        long sixieme = familles.eleve("FLORIAN");
        familles.lier(autre, sixieme);
        familles.lier(autre, familles.eleve("Ailleurs", "0330002B"));
        familles.lier(autre, familles.eleve("Parti"), 1, 10, "RETIRE");
        familles.inscrire(florian, "0330002B", "2A");
        base.executer("UPDATE eleve SET date_naissance = '2012-09-30' WHERE id = " + sixieme);
        assertThat(voisins()).containsExactly("Florian DURAND (5B, 11/04/2012), FLORIAN DURAND (5B, 30/09/2012)");
        base.executer("UPDATE eleve SET classe = '6A' WHERE id = " + sixieme);
        assertThat(voisins()).containsExactly("Florian DURAND (5B), FLORIAN DURAND (6A)");
    }

    @Test
    void unEleveDesDeuxCotesLaLaisseSurLeCompteQuiLAvaitDeja() throws Exception {
        familles.lier(principal, florian, 3, 39, "ACTIF");
        regrouper(principal, autre);
        rompre(principal, florian);
        assertThat(attendent()).containsOnly(0);
        assertThat(compteDe(attendu)).isEqualTo(principal);
    }

    @Test
    void uneAutreEcoleGardeLesSiennesSurLeCompteCasse() throws Exception {
        String ailleurs = "0330002B";
        long ines = familles.eleve("Inès", ailleurs);
        familles.lier(autre, ines);
        long laSienne = familles.attendu(autre, ines);
        regrouper(principal, autre);
        rompre(principal, florian);
        assertThat(compteDe(laSienne)).isEqualTo(principal);
    }

    @Test
    void laMiseANiveauRemetLesLignesResteesSurUnCompteFerme() throws Exception {
        long dernier = familles.actif("cristelle.durand2");
        regrouper(principal, autre);
        regrouper(dernier, principal);
        perime(attendu, autre);
        mettreANiveau();
        assertThat(compteDe(attendu)).as("toute la chaîne").isEqualTo(dernier);

        long nouveau = rompre(dernier, florian);
        for (long ancien : new long[] {autre, principal, dernier}) {
            perime(attendu, ancien);
            mettreANiveau();
            assertThat(compteDe(attendu)).as("la rupture, depuis " + ancien).isEqualTo(nouveau);
        }
        regrouper(familles.actif("cristelle.durand4"), dernier);
        perime(attendu, autre);
        mettreANiveau();
        assertThat(compteDe(attendu))
                .as("le compte cassé est absorbé à son tour")
                .isEqualTo(nouveau);
        assertThat(attendent()).containsExactly(0);
    }

    @Test
    void laMiseANiveauDecideCommeLaRupture() throws Exception {
        long dylan = eleveAttendu("Dylan");
        familles.lier(autre, dylan);
        long seule = familles.attendu(autre, dylan);
        regrouper(principal, autre);
        long nouveau = rompre(principal, dylan);
        String decide = pointeurs();
        assertThat(compteDe(attendu)).isEqualTo(principal);
        assertThat(compteDe(seule)).isEqualTo(nouveau);
        perime(attendu, autre);
        perime(seule, autre);
        mettreANiveau();
        assertThat(pointeurs()).isEqualTo(decide);
    }

    @Test
    void lireLeBureauNEcritRienDansLeDomaine() throws Exception {
        regrouper(principal, autre);
        rompre(principal, florian);
        var avant = Invariants.photographie(base);
        attendent();
        creations.attendus(agent, null, null);
        creations.attendu(agent, attendu);
        var apres = Invariants.photographie(base);
        avant.remove("journal_bureau");
        apres.remove("journal_bureau");
        assertThat(apres).isEqualTo(avant);
    }

    private List<Integer> attendent() {
        return recherches
                .chercher(agent, new Filtre("", null, null, null, null, null, Tri.ELEVE, false), 1)
                .lignes()
                .stream()
                .map(LigneTrouvee::attendent)
                .toList();
    }

    private long eleveAttendu(String prenom) {
        long eleve = familles.eleve(prenom);
        familles.eleveAttendu(attendu, eleve);
        return eleve;
    }

    private List<String> voisins() {
        return creations.voisins(creations.attendu(agent, attendu).orElseThrow()).stream()
                .filter(voisin -> voisin.id() == autre)
                .map(CompteVoisin::listeDesEleves)
                .toList();
    }

    private long compteDe(long id) {
        return base.compter("SELECT responsable_id FROM responsable_attendu WHERE id = " + id);
    }

    /** Remet la ligne comme l'ancienne version la laissait. */
    private void perime(long id, long ancien) {
        base.executer("UPDATE responsable_attendu SET responsable_id = " + ancien + " WHERE id = " + id);
    }

    private void mettreANiveau() throws IOException {
        base.executer(Files.readString(Path.of("sql/V012__personnes_attendues.sql")));
    }

    private String pointeurs() {
        return String.join(", ", base.lire("SELECT id, responsable_id FROM responsable_attendu ORDER BY id"));
    }

    private void regrouper(long garde, long ferme) throws Exception {
        DemandesDEssai.regrouper(atelier, garde, ferme);
    }

    private long rompre(long compte, long... eleves) throws Exception {
        UUID jeton = atelier.ruptures.demander(
                agent, compte, Arrays.stream(eleves).boxed().toList());
        atelier.casser(agent, jeton);
        return base.compter("SELECT MAX(nouveau_id) FROM rupture");
    }
}
