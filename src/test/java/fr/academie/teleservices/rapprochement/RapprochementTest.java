package fr.academie.teleservices.rapprochement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Qui se rapproche, dans quel sens, et ce qu'il en reste : un regroupement comme un autre. */
@Tag("fuseau")
class RapprochementTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final AtelierDuRapprochement rapprochement = new AtelierDuRapprochement(base, atelier);

    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement();
    }

    @Test
    void leCompteJamaisActiveVaAuCompteActive() {
        long cree = familles.cree("cristelle.durand");
        long actif = familles.actif("cristelle.durand1");
        rapprochement.dire(cree);
        rapprochement.dire(actif);

        assertThat(rapprochement.paires()).containsExactly("∅|" + actif + "|" + cree);
        assertThat(rapprochement.rapprocher()).isOne();
        assertThat(etats()).containsExactly(cree + "|FERME", actif + "|ACTIF");
        assertThat(base.lire("SELECT responsable_id FROM identite_responsable")).containsOnly(String.valueOf(actif));
    }

    @Test
    void sansCompteActiveResteCeluiDontLeCourrierOuvreEncorePuisLePlusAncien() {
        long perime = compte("a", "UTC_TIMESTAMP(3) - INTERVAL 1 DAY", "2026-01-01");
        long recent = compte("b", "UTC_TIMESTAMP(3) + INTERVAL 9 DAY", "2026-03-01");
        long ancien = compte("c", "UTC_TIMESTAMP(3) + INTERVAL 9 DAY", "2026-02-01");
        long sansCourrier = familles.compte("d", "DURAND", null, "Cristelle", "CREE", null, "NULL");
        List.of(perime, recent, ancien, sansCourrier).forEach(rapprochement::dire);

        assertThat(rapprochement.paires())
                .containsExactlyInAnyOrder(
                        "∅|" + ancien + "|" + perime, "∅|" + ancien + "|" + recent, "∅|" + ancien + "|" + sansCourrier);

        base.executer("UPDATE responsable SET provisoire_expire_le = UTC_TIMESTAMP(3) - INTERVAL 1 DAY"
                + " WHERE provisoire_expire_le IS NOT NULL");
        assertThat(rapprochement.paires()).hasSize(3).allMatch(paire -> paire.startsWith("∅|" + perime));
    }

    @Test
    void unGroupeEntierSeFaitDUnSeulTenant() {
        long actif = familles.actif("actif");
        rapprochement.dire(actif);
        for (int i = 0; i < 4; i++) {
            long autre = familles.cree("autre" + i);
            familles.lier(autre, familles.eleve("Enfant" + i));
            rapprochement.dire(autre);
        }
        Invariants invariants = Invariants.depuis(base);

        assertThat(rapprochement.rapprocher()).isEqualTo(4);
        assertThat(base.compter("SELECT COUNT(*) FROM rattachement WHERE responsable_id = " + actif))
                .isEqualTo(4);
        invariants.verifier();
    }

    @ParameterizedTest
    @CsvSource({
        "Durand, , CRISTELLE, C.Durand@Exemple.FR, 06 12 34 56 78",
        "MARTIN, Durand, Cristelle, c.durand@exemple.fr, 0033 6 12 34 56 78",
        "durand, , Crístelle, c.durand@exemple.fr , +33 (0)6.12.34.56.78",
    })
    void lesQuatreDonneesSeComparentNormalisees(String nom, String usage, String prenom, String mail, String portable) {
        rapprochement.dire(familles.actif("a"));
        rapprochement.dire(familles.cree("b"), "MME", nom, usage, prenom, mail, portable);
        assertThat(rapprochement.rapprocher()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "MARTIN, Cristelle, c.durand@exemple.fr, 0612345678",
        "DURAND, Christelle, c.durand@exemple.fr, 0612345678",
        "DURAND, Cristelle, durand@exemple.fr, 0612345678",
        "DURAND, Cristelle, c.durand@exemple.fr, 0612345679",
    })
    void uneSeuleDonneeDifferenteEtRienNeSeFait(String nom, String prenom, String mail, String portable) {
        rapprochement.dire(familles.actif("a"));
        rapprochement.dire(familles.cree("b"), "MME", nom, null, prenom, mail, portable);
        assertThat(rapprochement.paires()).isEmpty();
    }

    @Test
    void ceQueLeTitulaireADonneLuiMemeNeCompteNiPourNiContre() {
        long actif = familles.actif("a");
        long cree = familles.cree("b");
        rapprochement.dire(actif);
        rapprochement.dire(cree);
        base.executer("UPDATE responsable SET mail = 'nouveau@exemple.fr', telephone_portable = '+33799999999'"
                + " WHERE id = " + actif);
        assertThat(rapprochement.rapprocher()).isOne();
    }

    @Test
    void deuxFoisDeSuiteLaSecondeNeFaitRien() {
        rapprochement.dire(familles.actif("a"));
        rapprochement.dire(familles.cree("b"));
        assertThat(rapprochement.rapprocher()).isOne();
        String avant = contenu();
        assertThat(rapprochement.rapprocher()).isZero();
        assertThat(rapprochement.paires()).isEmpty();
        assertThat(contenu()).isEqualTo(avant);
    }

    @Test
    void cEstUnRegroupementDontLOrigineEtLAuteurSontDits() {
        long actif = familles.actif("a");
        long cree = familles.cree("b");
        familles.lier(cree, familles.eleve("Dylan"));
        rapprochement.dire(actif);
        rapprochement.dire(cree);
        rapprochement.rapprocher();

        assertThat(base.lire("SELECT principal_id, secondaire_id, origine, etat, fait_par, adresse, correspondance"
                        + " FROM regroupement"))
                .containsExactly(actif + "|" + cree + "|RAPPROCHEMENT|ACTIF|exploitation|∅|NOM_DE_FAMILLE");
        assertThat(base.lire("SELECT action, responsable_id, acteur, acteur_profil, JSON_VALUE(details, '$.origine')"
                        + " FROM journal ORDER BY id"))
                .containsExactly(
                        "REGROUPEMENT|" + actif + "|exploitation|EXPLOITATION|RAPPROCHEMENT",
                        "FERMETURE|" + cree + "|exploitation|EXPLOITATION|RAPPROCHEMENT");
        assertThat(base.lire("SELECT type, responsable_id FROM evenement ORDER BY id"))
                .containsExactly("COMPTE_FERME|" + cree, "RATTACHEMENTS_MODIFIES|" + actif);
    }

    @Test
    void leTitulaireDUneAdresseConfirmeeApprendQuelIdentifiantNeSertPlusEtPeutSYOpposer() throws Exception {
        long actif = familles.actif("a");
        long cree = familles.cree("b");
        long dylan = familles.eleve("Dylan");
        familles.lier(cree, dylan);
        rapprochement.dire(actif);
        rapprochement.dire(cree);
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + actif);
        rapprochement.rapprocher();

        assertThat(base.lire("SELECT destinataire FROM courriel")).containsExactly("a@exemple.fr");
        String texte = base.lire("SELECT texte FROM courriel").get(0);
        assertThat(texte)
                .contains("a regroupé le compte b avec votre compte a")
                .contains("Le compte b est fermé")
                .contains(Atelier.APPLICATION + "/mail/opposition?jeton=");
        String jeton = texte.replaceAll("(?s).*jeton=(\\S+).*", "$1");
        atelier.oppositions.opposer(jeton, "127.0.0.1");

        assertThat(etats()).containsExactly(actif + "|ACTIF", cree + "|CREE");
        assertThat(base.lire("SELECT responsable_id FROM rattachement WHERE eleve_id = " + dylan))
                .containsExactly(String.valueOf(cree));
        assertThat(rapprochement.paires())
                .as("ce qu'il a défait ne se refait pas sans lui")
                .containsExactly("PAIRE_ECARTEE|" + actif + "|" + cree);
        assertThat(rapprochement.rapprocher()).isZero();
    }

    @Test
    void uneAdresseQuePersonneNAConfirmeeNeRecoitRien() {
        rapprochement.dire(familles.actif("a"));
        rapprochement.dire(familles.cree("b"));
        rapprochement.rapprocher();
        assertThat(base.lire("SELECT destinataire FROM courriel")).isEmpty();
    }

    @Test
    void lEtablissementLeCasseCommeUnAutreEtIlNeSeRefaitPas() throws Exception {
        long actif = familles.actif("a");
        long cree = familles.cree("b");
        familles.lier(actif, familles.eleve("Inès"));
        long dylan = familles.eleve("Dylan");
        familles.lier(cree, dylan);
        rapprochement.dire(actif);
        familles.constat(rapprochement.dire(cree), dylan);
        rapprochement.rapprocher();

        long nouveau = casser(actif, dylan);

        assertThat(base.lire("SELECT etat, ampleur FROM regroupement")).containsExactly("ROMPU|ENTIERE");
        assertThat(base.lire("SELECT responsable_id FROM identite_responsable ORDER BY id"))
                .containsExactly(String.valueOf(actif), String.valueOf(nouveau));
        assertThat(rapprochement.paires()).containsExactly("PAIRE_ROMPUE|" + actif + "|" + nouveau);
        assertThat(rapprochement.rapprocher()).isZero();
    }

    @Test
    void unComptePartageEntreDeuxGroupesLesReunit() {
        long actif = familles.actif("a");
        long milieu = familles.cree("b");
        long bout = familles.cree("c");
        rapprochement.dire(actif);
        rapprochement.dire(milieu);
        rapprochement.dire(milieu, "MME", "autre@exemple.fr", "0712345678");
        rapprochement.dire(bout, "MME", "autre@exemple.fr", "0712345678");
        assertThat(rapprochement.rapprocher()).isEqualTo(2);
        assertThat(etats()).containsExactly(actif + "|ACTIF", milieu + "|FERME", bout + "|FERME");
    }

    @Test
    void unSeulALaFoisLeSecondQuiDemandeVoitLePremierRecalcule() {
        long premier = rapprochement.apercu();
        rapprochement.dire(familles.actif("a"));
        rapprochement.dire(familles.cree("b"));
        assertThat(rapprochement.apercu()).isEqualTo(premier);
        assertThat(rapprochement.rapprochements.bilan(premier).aRegrouper()).isOne();
        assertThat(rapprochement.rapprochements.valider(premier, AtelierDuRapprochement.EXPLOITATION))
                .isTrue();
        assertThat(rapprochement.rapprochements.valider(premier, AtelierDuRapprochement.EXPLOITATION))
                .isFalse();
        assertThat(rapprochement.rapprochements.abandonner(premier)).isFalse();
        assertThat(rapprochement
                        .rapprochements
                        .demander(AtelierDuRapprochement.EXPLOITATION)
                        .etat())
                .isEqualTo(EtatDuRapprochement.VALIDE);
    }

    @Test
    void unApercuNeChangeRien() {
        rapprochement.dire(familles.actif("a"));
        rapprochement.dire(familles.cree("b"));
        String avant = contenu();
        assertThat(rapprochement.paires()).hasSize(1);
        assertThat(contenu()).isEqualTo(avant);
    }

    @Test
    void ceQuiAChangeDepuisLApercuNeSeFaitPas() throws Exception {
        long actif = familles.actif("a");
        long cree = familles.cree("b");
        long autre = familles.actif("autre");
        rapprochement.dire(actif);
        rapprochement.dire(cree);
        long id = rapprochement.apercu();
        regrouper(autre, cree);

        assertThat(rapprochement.valider(id)).isZero();
        assertThat(rapprochement.rapprochements.bilan(id).issues()).containsOnlyKeys(IssueDUnePaire.CHANGEE);
        assertThat(base.lire("SELECT secondaire_id, principal_id, origine FROM regroupement"))
                .containsExactly(cree + "|" + autre + "|TITULAIRE");
    }

    @Test
    void unCompteVenuDepuisLApercuFaitToutRejuger() {
        long actif = familles.actif("a");
        rapprochement.dire(actif);
        rapprochement.dire(familles.cree("b"));
        long id = rapprochement.apercu();
        rapprochement.dire(familles.actif("c"));
        base.executer("UPDATE identite_responsable SET cle_prenom = NULL, cle_mail = NULL, cle_portable = NULL");
        rapprochement.calcul.partout();

        assertThat(rapprochement.valider(id)).isZero();
        assertThat(rapprochement.paires()).allMatch(paire -> paire.startsWith("DEUX_COMPTES_ACTIVES"));
    }

    @Test
    void interrompuIlReprendSansRienFaireDeuxFois() {
        for (int i = 0; i < 6; i++) {
            String portable = "061234567" + i;
            rapprochement.dire(familles.actif("a" + i), "MME", AtelierDuRapprochement.MAIL, portable);
            rapprochement.dire(familles.cree("b" + i), "MME", "m" + i + "@exemple.fr", portable);
        }
        base.executer("UPDATE identite_responsable SET mail = CONCAT(telephone_portable, '@exemple.fr')");
        long id = rapprochement.apercu();
        assertThat(rapprochement.rapprochements.valider(id, AtelierDuRapprochement.EXPLOITATION))
                .isTrue();
        int[] permis = {2};
        assertThat(rapprochement.execution.poursuivre(id, () -> permis[0]-- == 0))
                .isNotNull();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(2);
        assertThat(rapprochement.execution.poursuivre(id, () -> false)).isNull();
        assertThat(rapprochement.execution.poursuivre(id, () -> false)).isNull();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(6);
        assertThat(rapprochement.rapprochements.bilan(id).issues()).containsEntry(IssueDUnePaire.FAITE, 6);
    }

    private long compte(String identifiant, String expire, String creeLe) {
        long id = familles.compte(identifiant, "DURAND", null, "Cristelle", "CREE", Familles.ARGON2, expire);
        base.executer("UPDATE responsable SET cree_le = '" + creeLe + "' WHERE id = " + id);
        return id;
    }

    private void regrouper(long principal, long secondaire) throws Exception {
        String identifiant = base.lire("SELECT identifiant FROM responsable WHERE id = " + principal)
                .get(0);
        Demandeur demandeur = Atelier.demandeur(principal, identifiant, familles.session(identifiant));
        atelier.regrouper(demandeur, DemandesDEssai.ouvrir(atelier, demandeur, secondaire));
    }

    private long casser(long compte, long eleve) throws Exception {
        Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
        atelier.casser(agent, atelier.ruptures.demander(agent, compte, List.of(eleve)));
        return base.compter("SELECT MAX(nouveau_id) FROM rupture");
    }

    private List<String> etats() {
        return base.lire("SELECT id, etat FROM responsable ORDER BY id");
    }

    private String contenu() {
        return String.join("\n", base.lire("SELECT id, etat, version FROM responsable ORDER BY id"))
                + base.lire("SELECT COUNT(*) FROM regroupement")
                + base.lire("SELECT COUNT(*) FROM journal")
                + base.lire("SELECT COUNT(*) FROM evenement")
                + base.lire("SELECT COUNT(*) FROM courriel")
                + base.lire("SELECT id, responsable_id FROM identite_responsable ORDER BY id");
    }
}
