package fr.academie.teleservices.rapprochement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.contestation.Decision;
import fr.academie.teleservices.contestation.Dossier;
import fr.academie.teleservices.contestation.Reponse;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.socle.texte.Textes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce qu'on ne rapproche pas, et la raison qui en est dite : chaque motif, et à travers les chaînes. */
class MotifsLaissesTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final AtelierDuRapprochement rapprochement = new AtelierDuRapprochement(base, atelier);
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
    private final Textes textes = Atelier.textes();
    private long a;
    private long b;

    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement();
        a = familles.actif("a");
        b = familles.cree("b");
    }

    /** Quoi qu'on ait laissé, rien ne s'est fermé. */
    @AfterEach
    void rienNeSEstFait() {
        assertThat(rapprochement.rapprocher()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void chaqueMotifAUnePhrase(MotifLaisse motif) {
        assertThat(textes.de("rapprochement.motif." + motif)).endsWith(".").contains(" ");
    }

    @Test
    void deuxComptesActives() {
        activer(b);
        direLesDeux();
        assertThat(rapprochement.paires()).containsExactly("DEUX_COMPTES_ACTIVES|" + a + "|" + b);
    }

    @Test
    void unCompteJamaisActiveNeChoisitPasEntreDeuxActives() {
        activer(b);
        direLesDeux();
        long c = familles.cree("c");
        rapprochement.dire(c);
        assertThat(rapprochement.paires())
                .containsExactly("DEUX_COMPTES_ACTIVES|" + a + "|" + b, "DEUX_COMPTES_ACTIVES|" + a + "|" + c);
    }

    @ParameterizedTest
    @CsvSource({"M., MME", ", MME", "MME, ", ", "})
    void memeEleveEtCiviliteDifferenteOuInconnue(@Nullable String une, @Nullable String autre) {
        lierTousLesDeux();
        rapprochement.dire(a, une, AtelierDuRapprochement.MAIL, AtelierDuRapprochement.PORTABLE);
        rapprochement.dire(b, autre, AtelierDuRapprochement.MAIL, AtelierDuRapprochement.PORTABLE);
        assertThat(rapprochement.paires()).containsExactly("MEME_ELEVE|" + a + "|" + b);
    }

    @Test
    void memeEleveDitParUneSourceSeulement() {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan);
        rapprochement.dire(a, null, AtelierDuRapprochement.MAIL, AtelierDuRapprochement.PORTABLE);
        familles.constat(
                rapprochement.dire(b, "MME", AtelierDuRapprochement.MAIL, AtelierDuRapprochement.PORTABLE), dylan);
        assertThat(rapprochement.paires()).containsExactly("MEME_ELEVE|" + a + "|" + b);
    }

    @Test
    void deuxComptesQuUnTroisiemeRelieEtQuiOntLeMemeEleve() {
        long c = familles.cree("c");
        long dylan = familles.eleve("Dylan");
        familles.lier(b, dylan);
        familles.lier(c, dylan);
        for (long compte : List.of(a, b, c)) {
            rapprochement.dire(compte, null, AtelierDuRapprochement.MAIL, AtelierDuRapprochement.PORTABLE);
        }
        assertThat(rapprochement.paires())
                .as("ni l'un ni l'autre ne va au compte activé")
                .containsExactly("MEME_ELEVE|" + c + "|" + b);
    }

    @Test
    void ceQuUneRuptureASepare() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, familles.eleve("Inès"));
        familles.lier(a, dylan);
        rapprochement.dire(a);
        familles.constat(rapprochement.dire(a), dylan);
        long nouveau = casser(a, dylan);
        assertThat(rapprochement.paires()).containsExactly("PAIRE_ROMPUE|" + a + "|" + nouveau);
    }

    @Test
    void ceQuUneRuptureASepareATraversDesRegroupements() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, familles.eleve("Inès"));
        familles.lier(a, dylan);
        rapprochement.dire(a);
        familles.constat(rapprochement.dire(a), dylan);
        long nouveau = casser(a, dylan);
        long tiers = familles.actif("tiers");
        long encore = familles.actif("encore");
        regrouper(tiers, nouveau);
        regrouper(encore, tiers);
        assertThat(rapprochement.paires()).containsExactly("PAIRE_ROMPUE|" + a + "|" + encore);

        long racine = familles.actif("racine");
        regrouper(racine, a);
        assertThat(rapprochement.paires()).containsExactly("PAIRE_ROMPUE|" + encore + "|" + racine);
    }

    @Test
    void ceQuUneSecondeRuptureASepareDeLaPremiere() throws Exception {
        long dylan = familles.eleve("Dylan");
        long noe = familles.eleve("Noé");
        familles.lier(a, familles.eleve("Inès"));
        familles.lier(a, dylan);
        familles.lier(a, noe);
        rapprochement.dire(a);
        long personne = rapprochement.dire(a);
        familles.constat(personne, dylan);
        familles.constat(personne, noe);
        long premier = casser(a, dylan, noe);
        familles.constat(rapprochement.dire(premier), noe);
        long second = casser(premier, noe);
        assertThat(rapprochement.paires())
                .hasSizeGreaterThan(1)
                .allMatch(paire -> paire.startsWith("PAIRE_ROMPUE|"))
                .anyMatch(paire -> paire.equals("PAIRE_ROMPUE|" + a + "|" + second));
    }

    @Test
    void ceQueSonTitulaireAEcarte() {
        direLesDeux();
        base.executer("INSERT INTO suggestion_ecartee (responsable_id, autre_id, le) VALUES (" + a + ", " + b
                + ", UTC_TIMESTAMP(3))");
        assertThat(rapprochement.paires()).containsExactly("PAIRE_ECARTEE|" + a + "|" + b);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ceQueSonTitulaireAEcarteATraversUnRegroupement(boolean lesDeux) throws Exception {
        long c = familles.actif("c");
        base.executer("INSERT INTO suggestion_ecartee (responsable_id, autre_id, le) VALUES (" + b + ", " + a
                + ", UTC_TIMESTAMP(3))");
        direLesDeux();
        regrouper(c, b);
        long actif = a;
        if (lesDeux) {
            actif = familles.actif("d");
            regrouper(actif, a);
        }
        assertThat(rapprochement.paires())
                .containsExactly("PAIRE_ECARTEE|" + Math.min(actif, c) + "|" + Math.max(actif, c));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void unLienContesteDUnCoteOuDeLAutre(boolean duPremier) {
        familles.lier(duPremier ? a : b, familles.eleve("Dylan"), 1, 10, "CONTESTE");
        direLesDeux();
        assertThat(rapprochement.paires()).containsExactly("LIEN_CONTESTE|" + a + "|" + b);
    }

    @Test
    void unLienQueLEtablissementADitFauxEtQueLAutreComptePorte() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(familles.actif("mere"), dylan);
        familles.lier(a, dylan);
        familles.lier(b, dylan);
        direLesDeux();
        assertThat(atelier.contestations.contester(demandeur(a), dylan)).isTrue();
        Dossier dossier = atelier.reponses
                .dossier(agent, atelier.reponses.enAttente(agent, 0, 9).get(0).lienId())
                .orElseThrow();
        assertThat(atelier.reponses.repondre(
                        agent,
                        new Decision(
                                dossier.contestation().lienId(),
                                dossier.contestation().declareLe(),
                                Reponse.CONFIRME,
                                "Vu.",
                                null,
                                false)))
                .isTrue();
        assertThat(rapprochement.paires()).containsExactly("LIEN_CONTESTE|" + a + "|" + b);
    }

    @Test
    void uneAdresseQuePlusDeCinqPersonnesOnt() {
        direLesDeux();
        for (int i = 0; i < 4; i++) {
            rapprochement.dire(
                    familles.cree("autre" + i), "M.", "MARTIN", null, "P" + i, AtelierDuRapprochement.MAIL, null);
        }
        assertThat(rapprochement.paires()).containsExactly("MAIL_PARTAGE|" + a + "|" + b);
    }

    @Test
    void unePersonneSansCompte() {
        rapprochement.dire(a);
        rapprochement.dire(null);
        assertThat(rapprochement.paires()).containsExactly("PERSONNE_SANS_COMPTE|" + a + "|∅");
    }

    @ParameterizedTest
    @CsvSource({
        ", +33612345678, c.durand@exemple.fr, +33612345678",
        "c.durand@exemple.fr, , c.durand@exemple.fr, +33612345678",
        "c.durand@exemple.fr, +33612345678, c.durand@exemple.fr, 05 56 00 00 00",
        "c.durand@exemple.fr, , c.durand@exemple.fr, ",
        ", +33612345678, , +33612345678",
    })
    void uneDonneeQuiManqueDUnCoteOuDesDeux(
            @Nullable String mail,
            @Nullable String portable,
            @Nullable String autreMail,
            @Nullable String autrePortable) {
        rapprochement.dire(a, "MME", mail, portable);
        rapprochement.dire(b, "MME", autreMail, autrePortable);
        assertThat(rapprochement.paires()).containsExactly("DONNEE_ABSENTE|" + a + "|" + b);
    }

    @ParameterizedTest
    @CsvSource({", , , ", ", +33612345678, c.durand@exemple.fr, ", "c@exemple.fr, , d@exemple.fr, +33612345678"})
    void deuxHomonymesQueRienNeRelieNeFontPasUnePaire(
            @Nullable String mail,
            @Nullable String portable,
            @Nullable String autreMail,
            @Nullable String autrePortable) {
        rapprochement.dire(a, "MME", mail, portable);
        rapprochement.dire(b, "MME", autreMail, autrePortable);
        assertThat(rapprochement.paires()).isEmpty();
    }

    @Test
    void unCoupleQuiPartageAdresseEtPortableNeFaitPasUnePaire() {
        rapprochement.dire(a);
        rapprochement.dire(
                b, "M.", "DURAND", null, "Thierry", AtelierDuRapprochement.MAIL, AtelierDuRapprochement.PORTABLE);
        assertThat(rapprochement.paires()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Christ?lle", "-"})
    void unPrenomQuiNeSeComparePasNeFaitPasUnePaire(String prenom) {
        for (long compte : List.of(a, b)) {
            rapprochement.dire(
                    compte,
                    "MME",
                    "DURAND",
                    null,
                    prenom,
                    AtelierDuRapprochement.MAIL,
                    AtelierDuRapprochement.PORTABLE);
        }
        assertThat(rapprochement.paires()).isEmpty();
    }

    @Test
    void unFoyerSansPrenomNeSeRapprocheJamais() {
        for (int i = 0; i < 2; i++) {
            rapprochement.dire(
                    null, null, "FOYER", null, null, AtelierDuRapprochement.MAIL, AtelierDuRapprochement.PORTABLE);
        }
        assertThat(rapprochement.paires()).isEmpty();
    }

    @Test
    void lesDeuxIdentifiantsSontDits() {
        activer(b);
        direLesDeux();
        long id = rapprochement.apercu();
        assertThat(rapprochement.rapprochements.chercher(id, new RechercheDePaires("DEUX_COMPTES_ACTIVES", ""), 0, 10))
                .singleElement()
                .satisfies(paire -> {
                    assertThat(String.valueOf(paire.identifiant())).contains("a");
                    assertThat(String.valueOf(paire.autreIdentifiant())).contains("b");
                    assertThat(paire.numero()).isEqualTo("SIECLE " + Familles.UAI + " P1");
                    assertThat(paire.autreNumero()).isEqualTo("SIECLE " + Familles.UAI + " P2");
                });
        assertThat(rapprochement.rapprochements.bilan(id).laissees())
                .containsOnlyKeys(MotifLaisse.DEUX_COMPTES_ACTIVES);
        assertThat(rapprochement.rapprochements.abandonner(id)).isTrue();
    }

    private void direLesDeux() {
        rapprochement.dire(a);
        rapprochement.dire(b);
    }

    private void lierTousLesDeux() {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan);
        familles.lier(b, dylan);
    }

    private void activer(long compte) {
        base.executer("UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3), provisoire_expire_le = NULL"
                + " WHERE id = " + compte);
    }

    private Demandeur demandeur(long compte) {
        String identifiant = base.lire("SELECT identifiant FROM responsable WHERE id = " + compte)
                .get(0);
        return Atelier.demandeur(compte, identifiant, familles.session(identifiant));
    }

    private void regrouper(long principal, long secondaire) throws Exception {
        Demandeur demandeur = demandeur(principal);
        atelier.regrouper(demandeur, DemandesDEssai.ouvrir(atelier, demandeur, secondaire));
    }

    private long casser(long compte, Long... eleves) throws Exception {
        atelier.casser(agent, atelier.ruptures.demander(agent, compte, List.of(eleves)));
        return base.compter("SELECT MAX(nouveau_id) FROM rupture");
    }
}
