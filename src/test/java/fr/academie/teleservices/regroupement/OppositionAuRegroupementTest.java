package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.opposition.OppositionRefusee;
import fr.academie.teleservices.opposition.Prevision;
import fr.academie.teleservices.opposition.RefusOpposition;
import fr.academie.teleservices.scolarite.Couple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un regroupement auquel un titulaire s'oppose : chaque compte retrouve exactement ce qu'il avait. */
@Tag("fuseau")
class OppositionAuRegroupementTest {

    private static final int MANCHES = 20;
    private static final Pattern JETON = Pattern.compile("opposition\\?jeton=([A-Za-z0-9_-]{43})");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private long principal;
    private long secondaire;
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        famille();
    }

    private void famille() {
        principal = familles.actif("cristelle.durand");
        secondaire = familles.actif("cristelle.durand1");
        long dylan = familles.eleve("Dylan");
        familles.lier(principal, dylan, 2, 10, "ACTIF");
        familles.lier(secondaire, dylan, 1, 20, "CONTESTE");
        familles.lier(secondaire, familles.eleve("Florian"));
        familles.lier(secondaire, familles.eleve("Inès", "0330002B"), 3, 90, "RETIRE");
        familles.attendu(secondaire, dylan);
        familles.constat(familles.identite("1", principal), dylan);
        familles.constat(familles.identite("2", secondaire), dylan);
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY");
        base.executer(
                "UPDATE rattachement SET depuis = depuis - INTERVAL 40 DAY",
                "UPDATE rattachement SET origine = 'IMPORT', retire_le = depuis, retire_par = 'ETABLISSEMENT' WHERE etat ="
                        + " 'RETIRE'");
        demandeur = Atelier.demandeur(principal, "cristelle.durand", familles.session("cristelle.durand"));
    }

    @Test
    void chaqueCompteRetrouveExactementSesLiensSonMotDePasseEtSesPersonnesAttendues() throws Exception {
        Invariants invariants = Invariants.depuis(base);
        List<String> avant = etat();
        regrouper();
        assertThat(etat()).isNotEqualTo(avant);
        long session = familles.session("cristelle.durand1");
        String lien = lien("cristelle.durand1@exemple.fr");
        assertThat(atelier.oppositions.effet(lien).orElseThrow().prevision())
                .isEqualTo(Prevision.entiere("cristelle.durand", "cristelle.durand1"));

        atelier.oppositions.opposer(lien, "192.0.2.7");

        assertThat(etat()).isEqualTo(avant);
        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM session_ouverte WHERE finie_le IS NULL"))
                .isZero();
        assertThat(session).isPositive();
        assertThat(base.lire("SELECT responsable_id, acteur_moyen, adresse FROM journal WHERE action ="
                        + " 'REGROUPEMENT_ANNULE' ORDER BY id"))
                .isEqualTo(List.of(principal + "|LIEN|192.0.2.7", secondaire + "|LIEN|192.0.2.7"));
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isZero();
        perime(lien);
        perime(lien("cristelle.durand@exemple.fr"));
        regrouper();
        invariants.verifier();
    }

    @Test
    void lePrincipalGardeCeQuiLuiEstVenuDepuis() throws Exception {
        regrouper();
        long noe = familles.eleve("Noé");
        familles.lier(principal, noe);
        atelier.oppositions.opposer(lien("cristelle.durand@exemple.fr"), "192.0.2.7");
        assertThat(base.lire("SELECT responsable_id FROM rattachement WHERE eleve_id = " + noe))
                .isEqualTo(List.of(String.valueOf(principal)));
    }

    /** Un fichier arrivé entre-temps nomme encore la personne du compte fermé : ce qu'il en dit est à elle, quand elle s'oppose. */
    @Test
    void ceQuUnImportADitDepuisRevientAvecLaPersonneDontIlLeDit() throws Exception {
        regrouper();
        long noe = familles.eleve("Noé");
        long sienne = base.compter("SELECT id FROM identite_responsable WHERE numero = '2'");
        familles.constat(sienne, noe, 2, 20);
        atelier.transactions.executer(
                () -> atelier.rattachements.recalculer(List.of(new Couple(principal, noe)), atelier.horloge.instant()));

        atelier.oppositions.opposer(lien("cristelle.durand1@exemple.fr"), "192.0.2.7");

        assertThat(base.lire("SELECT responsable_id FROM constat WHERE eleve_id = " + noe))
                .containsExactly(String.valueOf(secondaire));
        assertThat(base.lire(
                        "SELECT responsable_id, etat, COALESCE(retire_par, '-') FROM rattachement WHERE eleve_id = "
                                + noe + " ORDER BY responsable_id"))
                .containsExactly(principal + "|RETIRE|IMPORT", secondaire + "|ACTIF|-");
    }

    /** Une rupture a laissé au principal un des élèves de la personne : il y reste. */
    @Test
    void unConstatQueLePrincipalPortaitDejaYReste() throws Exception {
        long noe = familles.eleve("Noé");
        long sienne = base.compter("SELECT id FROM identite_responsable WHERE numero = '2'");
        familles.lier(principal, noe);
        familles.constat(sienne, noe);
        base.executer("UPDATE constat SET responsable_id = " + principal + " WHERE eleve_id = " + noe);
        List<String> avant = etat();
        regrouper();
        atelier.oppositions.opposer(lien("cristelle.durand1@exemple.fr"), "192.0.2.7");
        assertThat(etat()).isEqualTo(avant);
    }

    /** Une version d'avant V029 n'a gardé ni origine ni retrait : ce qu'elle avait regroupé se défait, et se lit comme saisi. */
    @Test
    void unRegroupementGardeParUneVersionDAvantSeDefait() throws Exception {
        base.executer("UPDATE rattachement SET origine = 'SAISIE', retire_le = NULL, retire_par = NULL");
        List<String> avant = etat();
        regrouper();
        for (String cle : List.of("origine", "retireLe", "retirePar")) {
            for (int lien = 0; lien < avant.size(); lien++) {
                base.executer("UPDATE opposition SET avant = JSON_REMOVE(avant, '$.liens[" + lien + "]." + cle + "')");
            }
        }
        base.executer("UPDATE opposition SET avant = JSON_REMOVE(avant, '$.restent')");
        assertThat(base.lire("SELECT avant FROM opposition").get(0)).doesNotContain("origine", "restent");

        atelier.oppositions.opposer(lien("cristelle.durand@exemple.fr"), "192.0.2.7");

        assertThat(etat()).isEqualTo(avant);
    }

    @Test
    void unComptePrincipalRegroupeASonTourSeDefaitDAbordPuisLePremier() throws Exception {
        List<String> avant = etat();
        regrouper();
        String premier = lien("cristelle.durand1@exemple.fr");
        long troisieme = familles.actif("cristelle.durand2");
        Demandeur autre = Atelier.demandeur(troisieme, "cristelle.durand2", familles.session("cristelle.durand2"));
        UUID jeton = DemandesDEssai.ouvrir(atelier, autre, principal);
        confirmer(autre, jeton);
        String second = lien("cristelle.durand@exemple.fr");
        refuse(RefusOpposition.REGROUPE_DEPUIS, premier);

        atelier.oppositions.opposer(second, "192.0.2.7");
        atelier.oppositions.opposer(premier, "192.0.2.7");

        assertThat(etat()).containsAll(avant);
    }

    @Test
    void unRegroupementCasseParLEtablissementNeSeDefaitPlusDIci() throws Exception {
        regrouper();
        String lien = lien("cristelle.durand1@exemple.fr");
        base.executer("UPDATE regroupement SET etat = 'ROMPU', ampleur = 'PARTIELLE'");
        List<String> avant = etat();
        refuse(RefusOpposition.ROMPU_DEPUIS, lien);
        assertThat(etat()).isEqualTo(avant);
    }

    @Test
    void uneAdresseNonConfirmeeEstPrevenueSansLien() throws Exception {
        base.executer("UPDATE responsable SET mail_confirme_le = NULL WHERE id = " + secondaire);
        regrouper();
        assertThat(base.lire("SELECT destinataire FROM courriel WHERE texte LIKE '%opposition?jeton=%'"))
                .isEqualTo(List.of("cristelle.durand@exemple.fr"));
        assertThat(base.lire("SELECT destinataire FROM courriel WHERE texte NOT LIKE '%opposition?jeton=%'"))
                .isEqualTo(List.of("cristelle.durand1@exemple.fr"));
    }

    /** Défaire, pendant que le compte qui a reçu les élèves est regroupé dans un troisième : l'un passe, l'autre apprend pourquoi. */
    @Test
    void lOppositionEtUnNouveauRegroupementNeSeFontPasEnMemeTemps() throws Exception {
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            for (int manche = 0; manche < MANCHES; manche++) {
                base.vider();
                famille();
                regrouper();
                long troisieme = familles.actif("cristelle.durand2");
                Demandeur autre =
                        Atelier.demandeur(troisieme, "cristelle.durand2", familles.session("cristelle.durand2"));
                UUID jeton = DemandesDEssai.ouvrir(atelier, autre, principal);
                String vue = atelier.regroupements.apercu(autre, jeton).vue();
                String lien = lien("cristelle.durand1@exemple.fr");
                Invariants invariants = Invariants.depuis(base);
                CyclicBarrier depart = new CyclicBarrier(2);
                List<Future<String>> issues = new ArrayList<>();
                issues.add(fils.submit(issue(depart, () -> atelier.oppositions.opposer(lien, "192.0.2.7"))));
                issues.add(fils.submit(issue(depart, () -> {
                    atelier.regroupements.confirmer(autre, jeton, vue);
                    return null;
                })));
                List<String> dites = List.of(issues.get(0).get(), issues.get(1).get());
                assertThat(dites).isIn(List.of("FAIT", "COMPTES_CHANGES"), List.of("REGROUPE_DEPUIS", "FAIT"));
                invariants.verifier();
            }
        } finally {
            fils.shutdownNow();
        }
    }

    private static Callable<String> issue(CyclicBarrier depart, Callable<?> acte) {
        return () -> {
            depart.await();
            try {
                acte.call();
                return "FAIT";
            } catch (OppositionRefusee | RegroupementRefuse e) {
                return e.getMessage();
            }
        };
    }

    private void regrouper() throws RegroupementRefuse {
        confirmer(demandeur, DemandesDEssai.ouvrir(atelier, demandeur, secondaire));
    }

    private void confirmer(Demandeur qui, UUID jeton) throws RegroupementRefuse {
        atelier.regroupements.confirmer(
                qui, jeton, atelier.regroupements.apercu(qui, jeton).vue());
    }

    private List<String> etat() {
        List<String> etat = new ArrayList<>(base.lire("SELECT id, identifiant, mail, mail_confirme_le, mot_de_passe,"
                + " provisoire_expire_le, etat, motif_fermeture, active_le, ferme_le FROM responsable ORDER BY id"));
        etat.addAll(
                base.lire("SELECT id, responsable_id, eleve_id, niveau, lien, etat, depuis, conteste_le, rappele_le,"
                        + " origine, retire_le, retire_par FROM rattachement ORDER BY id"));
        etat.addAll(base.lire("SELECT id, responsable_id FROM responsable_attendu ORDER BY id"));
        etat.addAll(base.lire("SELECT id, origine_id, responsable_id FROM identite_responsable ORDER BY id"));
        etat.addAll(base.lire("SELECT identite_id, eleve_id, responsable_id FROM constat ORDER BY 1, 2"));
        return etat;
    }

    private String lien(String adresse) {
        Matcher trouve = JETON.matcher(base.lire("SELECT texte FROM courriel WHERE destinataire = '" + adresse
                        + "' AND texte LIKE '%opposition?jeton=%' ORDER BY id DESC LIMIT 1")
                .get(0));
        assertThat(trouve.find()).isTrue();
        return trouve.group(1);
    }

    private void perime(String lien) {
        assertThat(atelier.oppositions.effet(lien)).isEmpty();
        assertThatThrownBy(() -> atelier.oppositions.opposer(lien, "192.0.2.7")).hasMessage("LIEN_PERIME");
    }

    private void refuse(RefusOpposition code, String lien) {
        assertThat(atelier.oppositions.effet(lien).orElseThrow().prevision().refus())
                .isEqualTo(code);
        assertThatThrownBy(() -> atelier.oppositions.opposer(lien, "192.0.2.7")).hasMessage(code.name());
    }
}
