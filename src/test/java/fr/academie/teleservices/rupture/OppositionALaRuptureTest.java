package fr.academie.teleservices.rupture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.opposition.OppositionRefusee;
import fr.academie.teleservices.opposition.Prevision;
import fr.academie.teleservices.opposition.RefusOpposition;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/** Une rupture à laquelle le titulaire s'oppose : son compte retrouve exactement ce qu'il avait, le compte nouveau se ferme. */
@Tag("fuseau")
class OppositionALaRuptureTest {

    private static final int MANCHES = 20;
    private static final Pattern JETON = Pattern.compile("opposition\\?jeton=([A-Za-z0-9_-]{43})");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
    private long source;
    private long dylan;
    private long florian;

    @BeforeEach
    void installer() throws RegroupementRefuse {
        base.vider();
        famille();
    }

    private void famille() throws RegroupementRefuse {
        source = familles.actif("cristelle.durand");
        long absorbe = familles.actif("cristelle.durand1");
        dylan = familles.eleve("Dylan");
        florian = familles.eleve("Florian");
        familles.lier(source, dylan, 2, 10, "ACTIF");
        familles.lier(absorbe, dylan, 1, 20, "ACTIF");
        familles.lier(absorbe, florian);
        familles.attendu(absorbe, florian);
        Demandeur demandeur = Atelier.demandeur(source, "cristelle.durand", familles.session("cristelle.durand"));
        atelier.regrouper(demandeur, DemandesDEssai.ouvrir(atelier, demandeur, absorbe));
        base.executer(
                "UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY WHERE id = " + source);
        base.executer("UPDATE rattachement SET depuis = depuis - INTERVAL 40 DAY");
    }

    @Test
    void leCompteRetrouveExactementCeQuIlAvaitEtLeCompteNouveauSeFerme() throws Exception {
        Invariants invariants = Invariants.depuis(base);
        List<String> avant = etat();
        UUID jeton = rompre();
        long nouveau = nouveau(jeton);
        courrier(nouveau);
        assertThat(etat()).isNotEqualTo(avant);
        String lien = lien();
        assertThat(atelier.oppositions.effet(lien).orElseThrow().prevision())
                .isEqualTo(Prevision.entiere("cristelle.durand"));

        atelier.oppositions.opposer(lien, "192.0.2.7");

        assertThat(etat()).isEqualTo(avant);
        assertThat(base.lire(
                        "SELECT etat, motif_fermeture, mot_de_passe, provisoire_expire_le FROM responsable WHERE id = "
                                + nouveau))
                .containsExactly("FERME|ETABLISSEMENT|∅|∅");
        assertThat(base.lire("SELECT responsable_id FROM rattachement WHERE responsable_id = " + nouveau))
                .isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM portee WHERE responsable_id = " + nouveau))
                .isZero();
        assertThat(base.lire("SELECT responsable_id, acteur_moyen, adresse FROM journal WHERE action ="
                        + " 'RUPTURE_ANNULEE' ORDER BY id"))
                .isEqualTo(List.of(source + "|LIEN|192.0.2.7", nouveau + "|LIEN|192.0.2.7"));
        invariants.verifier();
        perime(lien);
        rompre();
        invariants.verifier();
    }

    @Test
    void laMemeDemandeNeRefaitPasCeQuiVientDEtreDefait() throws Exception {
        UUID jeton = atelier.ruptures.demander(agent, source, List.of(dylan, florian));
        String vue = atelier.vue(agent, jeton);
        atelier.ruptures.confirmer(agent, jeton, vue);
        atelier.oppositions.opposer(lien(), "192.0.2.7");
        List<String> avant = etat();

        assertThat(atelier.ruptures.estAnnulee(agent, jeton)).isTrue();
        assertThatThrownBy(() -> atelier.ruptures.apercu(agent, jeton)).hasMessage("ANNULEE");
        assertThatThrownBy(() -> atelier.ruptures.confirmer(agent, jeton, vue)).hasMessage("ANNULEE");
        assertThat(etat()).isEqualTo(avant);
    }

    @Test
    void unLienDePlusDe72HeuresNeSertPlus() throws Exception {
        rompre();
        String lien = lien();
        atelier.horloge.avancer(Duration.ofDays(3));
        perime(lien);
    }

    @Test
    void unCompteNouveauActiveNeSeDefaitPlus() throws Exception {
        long nouveau = nouveau(rompre());
        courrier(nouveau);
        String lien = lien();
        base.executer(
                "UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3), provisoire_expire_le = NULL WHERE id = "
                        + nouveau);
        refuse(RefusOpposition.DEJA_SERVI, lien);
    }

    @Test
    void unCompteNouveauOuQuelquUnEstEntreNeSeDefaitPlus() throws Exception {
        rompre();
        familles.session("cristelle.durand2");
        refuse(RefusOpposition.DEJA_SERVI, lien());
    }

    @Test
    void unLienChangeDepuisNeSeDefaitPlus() throws Exception {
        long nouveau = nouveau(rompre());
        base.executer("UPDATE rattachement SET niveau = 3 WHERE responsable_id = " + nouveau);
        refuse(RefusOpposition.LIENS_CHANGES, lien());
    }

    @Test
    void sansAdresseConfirmeeLAvisPartSansLien() throws Exception {
        base.executer("UPDATE responsable SET mail_confirme_le = NULL");
        rompre();
        assertThat(base.compter("SELECT COUNT(*) FROM opposition WHERE acte = 'RUPTURE'"))
                .isZero();
        assertThat(base.lire("SELECT destinataire FROM courriel WHERE objet = 'Des enfants ont changé de compte'"))
                .containsExactly("cristelle.durand@exemple.fr");
    }

    @Test
    void lOppositionEtLActivationDuCompteNouveauNeSeFontPasEnMemeTemps() throws Exception {
        courir(
                () -> {
                    long nouveau = nouveau(rompre());
                    courrier(nouveau);
                    Demandeur demandeur = Atelier.demandeur(nouveau, "cristelle.durand2", 1);
                    return () -> {
                        atelier.activations.activer(demandeur, "Un-Autre-Bon-Soleil-9", Set.of());
                        return base.lire("SELECT etat FROM responsable WHERE id = " + nouveau)
                                        .equals(List.of("ACTIF"))
                                ? "FAIT"
                                : "SANS_EFFET";
                    };
                },
                List.of("FAIT", "SANS_EFFET"),
                List.of("DEJA_SERVI", "FAIT"));
    }

    @Test
    void lOppositionEtUnRegroupementDuCompteNeSeFontPasEnMemeTemps() throws Exception {
        courir(
                () -> {
                    rompre();
                    long troisieme = familles.actif("cristelle.durand7");
                    Demandeur autre =
                            Atelier.demandeur(troisieme, "cristelle.durand7", familles.session("cristelle.durand7"));
                    UUID jeton = DemandesDEssai.ouvrir(atelier, autre, source);
                    String vue = atelier.vue(autre, jeton);
                    return () -> {
                        atelier.regroupements.confirmer(autre, jeton, vue);
                        return "FAIT";
                    };
                },
                List.of("FAIT", "COMPTES_CHANGES"),
                List.of("REGROUPE_DEPUIS", "FAIT"));
    }

    private void courir(Callable<Callable<String>> preparer, List<String> gagne, List<String> perd) throws Exception {
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            for (int manche = 0; manche < MANCHES; manche++) {
                base.vider();
                famille();
                Invariants invariants = Invariants.depuis(base);
                Callable<String> autre = preparer.call();
                String lien = lien();
                CyclicBarrier depart = new CyclicBarrier(2);
                Future<String> un = fils.submit(issue(depart, () -> {
                    atelier.oppositions.opposer(lien, "192.0.2.7");
                    return "FAIT";
                }));
                Future<String> deux = fils.submit(issue(depart, autre));
                assertThat(List.of(un.get(), deux.get())).isIn(gagne, perd);
                if (!base.lire("SELECT 1 FROM responsable WHERE identifiant = 'cristelle.durand7'")
                        .isEmpty()) {
                    continue;
                }
                invariants.verifier();
            }
        } finally {
            fils.shutdownNow();
        }
    }

    private static Callable<String> issue(CyclicBarrier depart, Callable<String> acte) {
        return () -> {
            depart.await();
            try {
                return acte.call();
            } catch (OppositionRefusee | RegroupementRefuse e) {
                return String.valueOf(e.getMessage());
            }
        };
    }

    private UUID rompre() throws RuptureRefusee {
        UUID jeton = atelier.ruptures.demander(agent, source, List.of(dylan, florian));
        atelier.casser(agent, jeton);
        return jeton;
    }

    private long nouveau(UUID jeton) {
        return atelier.ruptures.faite(agent, jeton).orElseThrow().nouveau().id();
    }

    private void courrier(long compte) {
        base.executer(
                "UPDATE responsable SET mot_de_passe = (SELECT x.mot_de_passe FROM (SELECT mot_de_passe FROM responsable"
                        + " WHERE id = " + source
                        + ") AS x), provisoire_expire_le = UTC_TIMESTAMP(3) + INTERVAL 90 DAY WHERE id = "
                        + compte);
        base.executer(
                "INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante, titulaire,"
                        + " avisee) SELECT id, '" + Familles.UAI
                        + "', mot_de_passe, 'secretariat.moulin', UTC_TIMESTAMP(3),"
                        + " provisoire_expire_le, 1, 0, 0 FROM responsable WHERE id = " + compte);
    }

    /** Tout, sauf le compte nouveau lui-même. */
    private List<String> etat() {
        List<String> etat = new ArrayList<>(
                base.lire(
                        "SELECT id, identifiant, mail, mot_de_passe, etat, motif_fermeture"
                                + " FROM responsable WHERE motif_fermeture IS NULL OR motif_fermeture <> 'ETABLISSEMENT' ORDER BY id"));
        etat.addAll(base.lire("SELECT id, responsable_id, eleve_id, niveau, lien, etat, depuis, conteste_le, rappele_le"
                + " FROM rattachement ORDER BY id"));
        etat.addAll(base.lire("SELECT id, responsable_id FROM responsable_attendu ORDER BY id"));
        etat.addAll(base.lire("SELECT id, etat, ampleur FROM regroupement ORDER BY id"));
        etat.addAll(base.lire("SELECT * FROM rupture"));
        etat.addAll(base.lire("SELECT * FROM rupture_rattachement"));
        etat.addAll(base.lire("SELECT * FROM rupture_regroupement"));
        return etat;
    }

    private String lien() {
        Matcher trouve = JETON.matcher(base.lire("SELECT texte FROM courriel WHERE objet = 'Des enfants ont changé de"
                        + " compte' AND destinataire = 'cristelle.durand@exemple.fr' ORDER BY id DESC LIMIT 1")
                .get(0));
        assertThat(trouve.find()).isTrue();
        return trouve.group(1);
    }

    private void perime(String lien) {
        assertThat(atelier.oppositions.effet(lien)).isEmpty();
        assertThatThrownBy(() -> atelier.oppositions.opposer(lien, "192.0.2.7")).hasMessage("LIEN_PERIME");
    }

    private void refuse(RefusOpposition code, String lien) {
        List<String> avant = etat();
        assertThat(atelier.oppositions.effet(lien).orElseThrow().prevision().refus())
                .isEqualTo(code);
        assertThatThrownBy(() -> atelier.oppositions.opposer(lien, "192.0.2.7")).hasMessage(code.name());
        assertThat(etat()).isEqualTo(avant);
    }
}
