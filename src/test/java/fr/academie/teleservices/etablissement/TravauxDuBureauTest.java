package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.attente.CompteVoisin;
import fr.academie.teleservices.attente.CreationService;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.etablissement.Travail.Issue;
import fr.academie.teleservices.evenement.EvenementService;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Les travaux en nombre, sur une vraie base : comptes et courriers d'une classe ou d'un établissement. */
class TravauxDuBureauTest {

    private static final String AUTRE_UAI = "0330002B";
    private static final Set<MotifCourrier> PREMIERS = Set.of(MotifCourrier.PREMIER);
    private static final Set<MotifCourrier> TOUS = EnumSet.of(MotifCourrier.PREMIER, MotifCourrier.REIMPRESSION);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(base.source());
    private final Familles familles = new Familles(base);
    private final RechercheService recherches = new RechercheService(atelier.transactions, atelier.bureau);
    private final CreationService creations = new CreationService(
            atelier.lignee,
            atelier.creations,
            atelier.comptes,
            atelier.scolarite,
            atelier.courriers,
            atelier.journal,
            atelier.bureau,
            new EvenementService(atelier.scolarite, atelier.transactions),
            atelier.transactions,
            atelier.horloge);
    private final TravauxDuBureau travaux = nouveaux();
    private final TravauxDuBureau dUnAutreServeur = nouveaux();
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
    private final Agent collegue = Atelier.agent("collegue.moulin", Familles.UAI);

    @BeforeEach
    void vider() {
        base.vider();
        familles.agent("secretariat.moulin", false);
        familles.agent("collegue.moulin", false);
    }

    @AfterEach
    void arreter() {
        travaux.arreter();
        dUnAutreServeur.arreter();
    }

    @Test
    void uneClassePuisLEtablissementRecoiventLeursComptes() {
        attendu("Petit", "Marie", eleve("Florian", "6A"));
        attendu("Diallo", "Awa", eleve("Ibrahim", "6A"));
        attendu("Nguyen", "Mai", eleve("Minh", "4B"));
        long homonyme = familles.compte("karine.vasseur", "VASSEUR", null, "Karine", "ACTIF", Familles.ARGON2, "NULL");
        familles.lier(homonyme, eleve("Mathis", "4B"));
        attendu("Vasseur", "Karine", eleve("Jade", "6A"));

        Travail dUneClasse = finir(travaux.creer(agent, Familles.UAI, creations.attendus(agent, Familles.UAI, "6A")));

        assertThat(dUneClasse.total()).isEqualTo(3);
        assertThat(dUneClasse.combien(Issue.FAIT)).isEqualTo(2);
        assertThat(dUneClasse.combien(Issue.A_VOIR)).isEqualTo(1);
        assertThat(identifiants()).containsExactly("awa.diallo", "karine.vasseur", "marie.petit");
        Travail duReste = finir(travaux.creer(agent, Familles.UAI, creations.attendus(agent, Familles.UAI, null)));
        assertThat(duReste.combien(Issue.FAIT)).isEqualTo(1);
        assertThat(duReste.combien(Issue.A_VOIR)).isEqualTo(1);
        assertThat(identifiants()).contains("mai.nguyen").hasSize(4);
    }

    @Test
    void laPersonneDejaConnueGardeSonCompteEtYRecoitLEnfantQuiManque() {
        long compte = familles.compte("anne.kervella", "LE BIHAN", null, "Anne", "ACTIF", Familles.ARGON2, "NULL");
        familles.lier(compte, eleve("Manon", "4B"));
        long hugo = eleve("Hugo", "6A");
        long connue = attendu("Kervella", "Anne", hugo);
        base.executer("UPDATE responsable_attendu SET personne_id = '4812', responsable_id = " + compte);
        List<Attendu> attendus = creations.attendus(agent, Familles.UAI, "6A");

        assertThat(attendus).singleElement().extracting(Attendu::compteId).isEqualTo(compte);
        assertThat(creations.voisins(attendus.get(0)))
                .singleElement()
                .matches(CompteVoisin::memePersonne)
                .extracting(CompteVoisin::identifiant)
                .isEqualTo("anne.kervella");
        assertThat(finir(travaux.creer(agent, Familles.UAI, attendus)).combien(Issue.A_VOIR))
                .isEqualTo(1);
        assertThat(creations.rattacher(agent, connue, compte)).isTrue();
        assertThat(creations.attendus(agent, Familles.UAI, null)).isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM rattachement WHERE responsable_id = " + compte
                        + " AND eleve_id = " + hugo))
                .isEqualTo(1);
    }

    @Test
    void deuxTravauxALaFoisNeFontNiDeuxComptesNiDeuxLettresValables() {
        for (int i = 0; i < 4; i++) {
            attendu("Petit" + "abcdef".charAt(i), "Marie", eleve("Florian" + i, "6A"));
        }
        List<Attendu> attendus = creations.attendus(agent, Familles.UAI, "6A");
        Travail un = travaux.creer(agent, Familles.UAI, attendus);
        Travail autre = dUnAutreServeur.creer(collegue, Familles.UAI, attendus);
        finir(un);
        finir(autre);
        assertThat(un.combien(Issue.FAIT) + autre.combien(Issue.FAIT)).isEqualTo(4);
        assertThat(un.combien(Issue.ECHEC) + autre.combien(Issue.ECHEC)).isZero();
        assertThat(identifiants()).hasSize(4);

        List<CompteAEcrire> comptes = recherches.aEcrire(agent, Familles.UAI, "6A");
        List<Lettre> lettres = lettresDesDeux(comptes, PREMIERS);
        assertThat(lettres).hasSize(4);
        assertThat(lettres)
                .allMatch(lettre -> atelier.comptes
                        .prouver(lettre.destinataire().compte().identifiant().valeur(), lettre.motDePasse())
                        .isPresent());
        List<CompteAEcrire> aRefaire = recherches.aEcrire(agent, Familles.UAI, "6A");
        assertThat(lettresDesDeux(aRefaire, TOUS)).hasSize(4);
        assertThat(base.compter("SELECT COUNT(*) FROM courrier")).isEqualTo(8);
    }

    @Test
    void seulsLesComptesJamaisActivesDeLaClasseRecoiventUneLettre() {
        long sansLettre = compte("marie.petit", "CREE", null, eleve("Florian", "6A"));
        compte("marie.autre", "CREE", null, eleve("Noé", "4B"));
        compte("deja.ecrit", "CREE", Familles.ARGON2, eleve("Inès", "6A"));
        compte("deja.actif", "ACTIF", Familles.ARGON2, eleve("Awa", "6A"));

        assertThat(recherches.aEcrire(agent, Familles.UAI, "6A"))
                .extracting(CompteAEcrire::dejaImprime)
                .containsExactly(false, true);
        assertThat(recherches.aEcrire(agent, AUTRE_UAI, null)).isEmpty();
        Travail travail =
                finir(travaux.imprimer(agent, Familles.UAI, recherches.aEcrire(agent, Familles.UAI, "6A"), PREMIERS));
        assertThat(travail.combien(Issue.FAIT)).isEqualTo(1);
        assertThat(travail.combien(Issue.SANS_OBJET)).isEqualTo(1);
        assertThat(emporter(travaux, travail))
                .extracting(lettre -> lettre.destinataire().compte().id())
                .containsExactly(sansLettre);
        assertThat(travail.emporte()).isTrue();
        assertThat(emporter(travaux, travail)).isEmpty();
    }

    @Test
    void unEnvoiCoupeLaisseLesLettresAEmporter() {
        compte("marie.petit", "CREE", null, eleve("Florian", "6A"));
        Travail travail =
                finir(travaux.imprimer(agent, Familles.UAI, recherches.aEcrire(agent, Familles.UAI, null), PREMIERS));
        assertThatThrownBy(() -> travaux.emporter(travail, lettres -> {
                    throw new IOException("coupé");
                }))
                .isInstanceOf(IOException.class);
        assertThat(travail.aEmporter()).isTrue();
        assertThat(emporter(travaux, travail)).hasSize(1);
    }

    @Test
    void unAgentQuiPerdSonHabilitationSArreteAussitotEtSesLettresNeSontPasRemises() {
        for (int i = 0; i < 4; i++) {
            compte("marie.petit" + (i + 1), "CREE", null, eleve("Florian" + i, "6A"));
        }
        base.executer("CREATE TRIGGER retrait AFTER INSERT ON courrier FOR EACH ROW DELETE FROM habilitation WHERE"
                + " agent_id = (SELECT id FROM agent WHERE identifiant = 'secretariat.moulin')");
        try {
            Travail travail = finir(
                    travaux.imprimer(agent, Familles.UAI, recherches.aEcrire(agent, Familles.UAI, "6A"), PREMIERS));
            assertThat(travail.arrete()).isTrue();
            assertThat(travail.faits()).isEqualTo(1);
            assertThat(travail.restants()).isEqualTo(3);
            assertThat(travail.aEmporter()).isFalse();
            Agent ailleurs = Atelier.agent("secretariat.moulin", AUTRE_UAI);
            assertThat(travaux.trouver(ailleurs, travail.jeton())).isPresent();
            assertThat(emporter(travaux, travail)).isEmpty();
            assertThat(base.compter("SELECT COUNT(*) FROM courrier")).isEqualTo(1);
        } finally {
            base.executer("DROP TRIGGER retrait");
        }
    }

    @Test
    void unServeurQuiSArreteNeCommencePersonneDAutre() {
        for (int i = 0; i < 6; i++) {
            compte("marie.petit" + (i + 1), "CREE", null, eleve("Florian" + i, "6A"));
        }
        Travail travail =
                travaux.imprimer(agent, Familles.UAI, recherches.aEcrire(agent, Familles.UAI, null), PREMIERS);
        attendre(() -> travail.faits() > 0);
        travaux.arreter();
        finir(travail);
        assertThat(base.compter("SELECT COUNT(*) FROM courrier")).isLessThan(6);
    }

    @Test
    void unTravailNEstQuAQuiLALanceEtPasPourToujours() {
        compte("marie.petit", "CREE", null, eleve("Florian", "6A"));
        Travail travail =
                finir(travaux.imprimer(agent, Familles.UAI, recherches.aEcrire(agent, Familles.UAI, null), PREMIERS));
        assertThat(travaux.trouver(collegue, travail.jeton())).isEmpty();
        assertThat(travaux.trouver(Atelier.agent("secretariat.moulin", AUTRE_UAI), travail.jeton()))
                .isEmpty();
        assertThat(travaux.trouver(agent, "inconnu")).isEmpty();
        assertThat(dUnAutreServeur.trouver(agent, travail.jeton())).isEmpty();

        atelier.horloge.avancer(Duration.ofMinutes(TravauxDuBureau.GARDE_MINUTES + 1));
        travaux.oublierLesPerimes();

        assertThat(travaux.trouver(agent, travail.jeton())).isEmpty();
        assertThat(emporter(travaux, travail)).isEmpty();
    }

    private List<Lettre> lettresDesDeux(List<CompteAEcrire> comptes, Set<MotifCourrier> permis) {
        Travail un = travaux.imprimer(agent, Familles.UAI, comptes, permis);
        Travail autre = dUnAutreServeur.imprimer(collegue, Familles.UAI, comptes, permis);
        finir(un);
        finir(autre);
        List<Lettre> lettres = new ArrayList<>(emporter(travaux, un));
        lettres.addAll(emporter(dUnAutreServeur, autre));
        return lettres;
    }

    private static List<Lettre> emporter(TravauxDuBureau ou, Travail travail) {
        List<Lettre> emportees = new ArrayList<>();
        ou.<RuntimeException>emporter(travail, emportees::addAll);
        return emportees;
    }

    private static Travail finir(Travail travail) {
        attendre(travail::fini);
        return travail;
    }

    private static void attendre(BooleanSupplier condition) {
        long fin = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("fini en 30 secondes").isLessThan(fin);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private TravauxDuBureau nouveaux() {
        return new TravauxDuBureau(
                atelier.courriers,
                creations,
                new AgentService(atelier.transactions, Atelier.profil(Map.of())),
                atelier.horloge);
    }

    private List<String> identifiants() {
        return base.lire("SELECT identifiant FROM responsable ORDER BY identifiant");
    }

    private long compte(String identifiant, String etat, @Nullable String empreinte, long eleve) {
        long id = familles.compte(identifiant, "PETIT", null, "Marie", etat, empreinte, "NULL");
        familles.lier(id, eleve);
        return id;
    }

    private long eleve(String prenom, String classe) {
        long id = familles.eleve(prenom);
        base.executer("UPDATE eleve SET classe = '" + classe + "' WHERE id = " + id);
        return id;
    }

    private long attendu(String nom, String prenom, long eleve) {
        base.executer(
                "INSERT INTO responsable_attendu (uai, civilite, nom_famille, prenom) VALUES ('" + Familles.UAI
                        + "', 'MME', '" + nom + "', '" + prenom + "')",
                "INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien) SELECT MAX(id), " + eleve
                        + ", 1, 10 FROM responsable_attendu");
        return base.compter("SELECT MAX(id) FROM responsable_attendu");
    }
}
