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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
@Tag("courses")
@Tag("fuseau")
class OppositionALaRuptureTest {

    private static final int MANCHES = Math.min(20, Integer.getInteger("courses.manches", 20));
    private static final Pattern JETON = Pattern.compile("opposition\\?jeton=([A-Za-z0-9_-]{43})");

    private static final Set<String> TRACES = Set.of(
            "journal",
            "journal_bureau",
            "evenement",
            "courriel",
            "opposition",
            "opposition_lien",
            "rupture_annulee",
            "rupture_annulee_rattachement",
            "demande_rupture",
            "demande_rupture_eleve",
            "session_ouverte",
            "preuve_redemandee",
            "radical_identifiant",
            "teleservices_schema");

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
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY");
        familles.constat(familles.identite("1", source), dylan);
        long identite = familles.identite("2", absorbe);
        familles.constat(identite, dylan);
        familles.constat(identite, florian);
        Demandeur demandeur = Atelier.demandeur(source, "cristelle.durand", familles.session("cristelle.durand"));
        atelier.regrouper(demandeur, DemandesDEssai.ouvrir(atelier, demandeur, absorbe));
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

    /** La base entière, ligne à ligne : hors les traces, l'opposition elle-même et le compte nouveau, rien n'a bougé. */
    @Test
    void laBaseEntiereRedevientCeQuElleEtait() throws Exception {
        Map<String, List<String>> avant = lignes();
        courrier(nouveau(rompre()));
        assertThat(lignes().keySet()).isEqualTo(avant.keySet()).hasSizeGreaterThan(20);
        assertThat(lignes()).isNotEqualTo(avant);
        atelier.oppositions.opposer(lien(), "192.0.2.7");
        assertThat(lignes()).isEqualTo(avant);
    }

    @Test
    void ceuxQuOnAvaitPrevenusApprennentQueCEstDefait() throws Exception {
        long nouveau = nouveau(rompre());
        base.executer("UPDATE responsable SET mail = 'ailleurs@exemple.fr' WHERE id = " + nouveau);
        base.executer("DELETE FROM courriel WHERE texte NOT LIKE '%opposition?jeton=%'");
        atelier.oppositions.opposer(lien(), "192.0.2.7");
        assertThat(base.lire("SELECT destinataire, objet FROM courriel WHERE texte NOT LIKE '%opposition?jeton=%'"
                        + " ORDER BY id"))
                .containsExactly(
                        "cristelle.durand@exemple.fr|Les enfants sont revenus sur votre compte",
                        "ailleurs@exemple.fr|Le compte qui venait d’être créé pour vous est fermé");
    }

    /** L'une puis l'autre, dans un ordre puis dans l'autre : le regroupement n'est ressoudé que par la dernière. */
    @Test
    void deuxRupturesPartiellesSeDefontChacunePourSesElevesSeuls() throws Exception {
        for (boolean premiereDAbord : List.of(true, false)) {
            base.vider();
            famille();
            Invariants invariants = Invariants.depuis(base);
            List<String> avant = etat();
            rompre(dylan);
            String deDylan = lien();
            List<String> entre = etat();
            rompre(florian);
            String deFlorian = lien();
            assertThat(base.lire("SELECT etat, ampleur FROM regroupement")).containsExactly("ROMPU|ENTIERE");

            atelier.oppositions.opposer(premiereDAbord ? deDylan : deFlorian, "192.0.2.7");
            assertThat(base.lire("SELECT etat, ampleur FROM regroupement")).containsExactly("ROMPU|PARTIELLE");
            invariants.verifier();
            if (!premiereDAbord) {
                assertThat(etat()).isEqualTo(entre);
            }
            atelier.oppositions.opposer(premiereDAbord ? deFlorian : deDylan, "192.0.2.7");
            assertThat(etat()).isEqualTo(avant);
            invariants.verifier();
        }
    }

    /** La rupture avait clos l'opposition au regroupement : défaite, le regroupement peut de nouveau l'être, et rien n'en reste. */
    @Test
    void leRegroupementSeDefaitDeNouveauUneFoisLaRuptureDefaite() throws Exception {
        String duRegroupement = lien("cristelle.durand1@exemple.fr", "%");
        rompre(florian);
        refuse(RefusOpposition.ROMPU_DEPUIS, duRegroupement);
        atelier.oppositions.opposer(lien(), "192.0.2.7");
        atelier.oppositions.opposer(duRegroupement, "192.0.2.7");
        assertThat(base.lire("SELECT identifiant, etat FROM responsable ORDER BY identifiant"))
                .containsExactly("cristelle.durand|ACTIF", "cristelle.durand1|ACTIF", "cristelle.durand2|FERME");
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
    void unAutreAgentQuiAvaitPrepareLaMemeNeLaRefaitPasSansLeSavoir() throws Exception {
        Agent autre = Atelier.agent("direction.moulin", Familles.UAI);
        UUID preparee = atelier.ruptures.demander(autre, source, List.of(dylan, florian));
        String vue = atelier.vue(autre, preparee);
        rompre();
        atelier.oppositions.opposer(lien(), "192.0.2.7");
        List<String> avant = etat();
        assertThatThrownBy(() -> atelier.ruptures.confirmer(autre, preparee, vue))
                .hasMessage("ANNULEE");
        assertThat(etat()).isEqualTo(avant);
        atelier.casser(autre, atelier.ruptures.demander(autre, source, List.of(dylan, florian)));
        assertThat(etat()).isNotEqualTo(avant);
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

    /** Qui a prouvé ailleurs qu'il tient ce courrier est bien celui à qui l'établissement l'a remis : il l'emporte. */
    @Test
    void unCompteNouveauDontLeCourrierAEteProuveNeSeDefaitPlus() throws Exception {
        long nouveau = nouveau(rompre());
        courrier(nouveau);
        long sien = familles.actif("c.durand9");
        Demandeur autre = Atelier.demandeur(sien, "c.durand9", familles.session("c.durand9"));
        UUID jeton = DemandesDEssai.ouvrir(atelier, autre, nouveau);
        refuse(RefusOpposition.DEJA_SERVI, lien());
        atelier.regrouper(autre, jeton);
        refuse(RefusOpposition.DEJA_SERVI, lien());
    }

    @Test
    void unCompteSourceRegroupeDepuisSeRouvreDAbord() throws Exception {
        List<String> avant = etat();
        rompre();
        String lien = lien();
        long troisieme = familles.actif("cristelle.durand7");
        Demandeur autre = Atelier.demandeur(troisieme, "cristelle.durand7", familles.session("cristelle.durand7"));
        atelier.regrouper(autre, DemandesDEssai.ouvrir(atelier, autre, source));
        refuse(RefusOpposition.COMPTE_FERME, lien);
        atelier.oppositions.opposer(lien("cristelle.durand@exemple.fr", "%regroup%"), "192.0.2.7");
        atelier.oppositions.opposer(lien, "192.0.2.7");
        assertThat(etat()).containsAll(avant);
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
                List.of("COMPTE_FERME", "FAIT"));
    }

    @Test
    void lOppositionEtUneRuptureDuCompteNouveauNeSeFontPasEnMemeTemps() throws Exception {
        courir(
                () -> {
                    long nouveau = nouveau(rompre());
                    UUID jeton = atelier.ruptures.demander(agent, nouveau, List.of(dylan));
                    String vue = atelier.vue(agent, jeton);
                    return () -> {
                        atelier.ruptures.confirmer(agent, jeton, vue);
                        return "FAIT";
                    };
                },
                List.of("FAIT", "COMPTE_FERME"),
                List.of("LIENS_CHANGES", "FAIT"));
    }

    @Test
    void lOppositionEtLaMemeRupturePrepareeAilleursNeSeFontPasEnMemeTemps() throws Exception {
        courir(
                () -> {
                    Agent autre = Atelier.agent("direction.moulin", Familles.UAI);
                    UUID jeton = atelier.ruptures.demander(autre, source, List.of(dylan, florian));
                    String vue = atelier.vue(autre, jeton);
                    rompre();
                    return () -> {
                        atelier.ruptures.confirmer(autre, jeton, vue);
                        return "FAIT";
                    };
                },
                List.of("FAIT", "DEJA_ROMPU"),
                List.of("FAIT", "ANNULEE"));
    }

    @Test
    void leMemeLienOuvertSurDeuxAppareilsNeDefaitQuUneFois() throws Exception {
        courir(
                () -> {
                    rompre();
                    String lien = lien();
                    return () -> {
                        atelier.oppositions.opposer(lien, "192.0.2.8");
                        return "FAIT";
                    };
                },
                List.of("FAIT", "LIEN_PERIME"),
                List.of("LIEN_PERIME", "FAIT"));
    }

    private void courir(Callable<Callable<String>> preparer, List<String> gagne, List<String> perd) throws Exception {
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            for (int manche = 0; manche < MANCHES; manche++) {
                base.vider();
                famille();
                Callable<String> autre = preparer.call();
                Invariants invariants = Invariants.depuis(base);
                String lien = lien();
                CyclicBarrier depart = new CyclicBarrier(2);
                Future<String> un = fils.submit(issue(depart, () -> {
                    atelier.oppositions.opposer(lien, "192.0.2.7");
                    return "FAIT";
                }));
                Future<String> deux = fils.submit(issue(depart, autre));
                assertThat(List.of(un.get(), deux.get())).isIn(gagne, perd);
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
            } catch (OppositionRefusee | RegroupementRefuse | RuptureRefusee e) {
                return String.valueOf(e.getMessage());
            }
        };
    }

    private UUID rompre() throws RuptureRefusee {
        return rompre(dylan, florian);
    }

    private UUID rompre(Long... eleves) throws RuptureRefusee {
        UUID jeton = atelier.ruptures.demander(agent, source, List.of(eleves));
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
        etat.addAll(base.lire("SELECT id, origine_id, responsable_id FROM identite_responsable ORDER BY id"));
        etat.addAll(base.lire("SELECT identite_id, eleve_id, responsable_id FROM constat ORDER BY 1, 2"));
        etat.addAll(base.lire("SELECT id, etat, ampleur FROM regroupement ORDER BY id"));
        etat.addAll(base.lire("SELECT * FROM rupture"));
        etat.addAll(base.lire("SELECT * FROM rupture_rattachement"));
        etat.addAll(base.lire("SELECT * FROM rupture_regroupement"));
        return etat;
    }

    /** Chaque table du service, ses lignes : sans les traces, l'opposition, la demande de l'agent ni le compte nouveau. */
    private Map<String, List<String>> lignes() {
        Map<String, List<String>> lignes = new TreeMap<>();
        for (String table : base.lire("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = 'teleservices' AND table_type = 'BASE TABLE'")) {
            if (!TRACES.contains(table)) {
                lignes.put(
                        table,
                        base.lire("SELECT " + colonnes(table) + " FROM " + table
                                + (table.equals("responsable") ? " WHERE identifiant <> 'cristelle.durand2'" : "")
                                + " ORDER BY 1"));
            }
        }
        return lignes;
    }

    /** Toutes, sauf le numéro de version, qui ne revient jamais en arrière. */
    private String colonnes(String table) {
        return base.lire(
                        "SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) FROM information_schema.columns WHERE"
                                + " table_schema = 'teleservices' AND table_name = '" + table
                                + "' AND column_name <> 'version'")
                .get(0);
    }

    private String lien() {
        return lien("cristelle.durand@exemple.fr", "Des enfants ont changé de compte");
    }

    private String lien(String adresse, String objet) {
        Matcher trouve = JETON.matcher(base.lire("SELECT texte FROM courriel WHERE objet LIKE '" + objet
                        + "' AND destinataire = '" + adresse + "' AND texte LIKE '%opposition?jeton=%'"
                        + " ORDER BY id DESC LIMIT 1")
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
