package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.contestation.Decision;
import fr.academie.teleservices.contestation.Dossier;
import fr.academie.teleservices.contestation.Reponse;
import fr.academie.teleservices.contestation.ReponseRefusee;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.essais.SelonLaGraine;
import fr.academie.teleservices.rupture.EnfantARompre;
import fr.academie.teleservices.rupture.RuptureRefusee;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * N'importe quelle suite d'activations, de regroupements, de déclarations, de réponses et de ruptures garde chaque élève avec ses
 * liens, et le journal rejoué redonne l'état. La graine d'une suite qui échoue suffit à la rejouer.
 */
class SuitesDOperationsTest {

    private static final String AILLEURS = "0330002B";
    private static final String MOT_DE_PASSE = "Vent-Salin-7-Falaises";
    private static final int OPERATIONS = 40;

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final List<Agent> agents = List.of(
            Atelier.agent("moulin", Familles.UAI),
            Atelier.agent("nord", AILLEURS),
            Atelier.agent("deux", Familles.UAI, AILLEURS));

    private Random hasard = new Random();

    @SelonLaGraine
    void uneSuiteQuelconqueSeRejoue(long graine) throws Exception {
        peupler(graine);
        Invariants invariants = Invariants.depuis(base);
        int faites = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            atelier.horloge.avancer(Duration.ofSeconds(1));
            faites += operation() ? 1 : 0;
            if (i % 8 == 7) {
                invariants.verifier();
            }
        }
        invariants.verifier();
        assertThat(faites).as("graine " + graine).isGreaterThan(OPERATIONS / 4);
    }

    /** Regrouper puis tout casser rend à chaque élève, de chaque côté, exactement le lien qu'il avait. */
    @Test
    void regrouperPuisCasserRendExactementLesLiens() throws Exception {
        for (long graine = 100; graine < 125; graine++) {
            peupler(graine);
            List<Long> comptes = vivants();
            long a = comptes.get(0);
            long b = comptes.get(1);
            Map<String, String> deA = liens(a);
            Map<String, String> deB = liens(b);
            regrouper(a, b);
            Agent tous = agents.get(2);
            List<Long> partent = atelier.ruptures.presenter(tous, a).stream()
                    .flatMap(c -> c.enfants().stream())
                    .filter(EnfantARompre::peutPartir)
                    .filter(e -> e.provenance().derniere().isPresent())
                    .map(e -> e.enfant().eleve().id())
                    .toList();
            UUID jeton;
            try {
                jeton = atelier.ruptures.demander(tous, a, partent);
            } catch (RuptureRefusee e) {
                continue;
            }
            atelier.casser(tous, jeton);
            long nouveau =
                    atelier.ruptures.faite(tous, jeton).orElseThrow().nouveau().id();
            Map<String, String> rendus = liens(nouveau);
            for (long eleve : partent) {
                String cle = String.valueOf(eleve);
                assertThat(rendus.get(cle)).as("graine " + graine).isEqualTo(deB.get(cle));
                String avant = deA.get(cle);
                if (avant != null) {
                    assertThat(liens(a).get(cle)).as("graine " + graine).isEqualTo(avant);
                } else {
                    assertThat(liens(a).get(cle)).as("graine " + graine).endsWith("RETIRE");
                }
            }
            deA.keySet().stream()
                    .filter(e -> !partent.contains(Long.parseLong(e)) && !deB.containsKey(e))
                    .forEach(e -> assertThat(liens(a).get(e)).isEqualTo(deA.get(e)));
        }
    }

    private void peupler(long graine) {
        base.vider();
        hasard = new Random(graine);
        List<Long> eleves = List.of(
                familles.eleve("Dylan"),
                familles.eleve("Florian"),
                familles.eleve("Inès"),
                familles.eleve("Noé", AILLEURS),
                familles.eleve("Léa", AILLEURS));
        for (int i = 0; i < 5; i++) {
            String identifiant = "compte" + i;
            long compte = i < 3 ? familles.actif(identifiant) : familles.cree(identifiant);
            for (long eleve : eleves) {
                if (hasard.nextInt(5) < 2) {
                    familles.lier(compte, eleve, 1 + hasard.nextInt(3), hasard.nextBoolean() ? 10 : 39, etat());
                }
            }
        }
    }

    private String etat() {
        return switch (hasard.nextInt(10)) {
            case 0 -> "CONTESTE";
            case 1 -> "RETIRE";
            default -> "ACTIF";
        };
    }

    /** Vrai si l'opération tirée a eu lieu ; un refus attendu ne change rien. */
    private boolean operation() throws Exception {
        try {
            return switch (hasard.nextInt(10)) {
                case 0 -> activer();
                case 1, 2 -> regrouper(un(vivants()), un(vivants()));
                case 3 -> regrouperPlusieurs();
                case 4 -> contester();
                case 5, 6 -> repondre();
                default -> casser();
            };
        } catch (RegroupementRefuse | ReponseRefusee e) {
            return false;
        }
    }

    private boolean activer() throws Exception {
        long id = un(vivants());
        atelier.activations.activer(demandeur(id), MOT_DE_PASSE, List.of());
        return true;
    }

    private boolean regrouper(long principal, long secondaire) throws RegroupementRefuse {
        if (principal == secondaire) {
            return false;
        }
        Demandeur demandeur = demandeur(principal);
        UUID lot = DemandesDEssai.ouvrir(atelier, demandeur, secondaire);
        if (hasard.nextInt(3) == 0
                && atelier.comptes.parId(secondaire).orElseThrow().etat() == EtatCompte.ACTIF) {
            atelier.echanges.garder(demandeur, lot, lot);
        }
        atelier.regrouper(demandeur, lot);
        return true;
    }

    /** Deux comptes, ou trois, dans un troisième. */
    private boolean regrouperPlusieurs() throws RegroupementRefuse {
        List<Long> tires = new ArrayList<>(vivants());
        Collections.shuffle(tires, hasard);
        if (tires.size() < 4) {
            return false;
        }
        Demandeur demandeur = demandeur(tires.get(0));
        long[] autres = tires.stream()
                .skip(1)
                .limit(2 + hasard.nextInt(2))
                .mapToLong(Long::longValue)
                .toArray();
        atelier.regrouper(demandeur, DemandesDEssai.ouvrirUnLot(atelier, demandeur, autres));
        return true;
    }

    private boolean contester() {
        long id = un(vivants());
        var enfants = atelier.scolarite.enfants(id);
        return !enfants.isEmpty()
                && atelier.contestations.contester(
                        demandeur(id), un(enfants).eleve().id());
    }

    private boolean repondre() throws ReponseRefusee {
        Agent agent = un(agents);
        var attendent = atelier.reponses.enAttente(agent, 0, 20);
        if (attendent.isEmpty()) {
            return false;
        }
        Dossier dossier =
                atelier.reponses.dossier(agent, un(attendent).lienId()).orElseThrow();
        boolean nommer = !dossier.autres().isEmpty() && hasard.nextBoolean();
        return atelier.reponses.repondre(
                agent,
                new Decision(
                        dossier.contestation().lienId(),
                        dossier.contestation().declareLe(),
                        hasard.nextBoolean() ? Reponse.CONFIRME : Reponse.REJETE,
                        "Vu.",
                        nommer ? un(dossier.autres()).lienId() : null,
                        hasard.nextBoolean()));
    }

    private boolean casser() {
        Agent agent = un(agents);
        long id = un(vivants());
        List<Long> choisis = atelier.ruptures.presenter(agent, id).stream()
                .flatMap(c -> c.enfants().stream())
                .filter(e -> hasard.nextInt(3) > 0)
                .map(e -> e.enfant().eleve().id())
                .toList();
        Map<String, String> representes = representes();
        try {
            UUID jeton = atelier.ruptures.demander(agent, id, choisis);
            atelier.casser(agent, jeton);
        } catch (RuptureRefusee e) {
            return false;
        }
        assertThat(representes().keySet())
                .as("une rupture ne laisse aucun élève sans représentant légal")
                .containsAll(representes.keySet());
        return true;
    }

    private Map<String, String> representes() {
        return paires("SELECT DISTINCT eleve_id, 1 FROM rattachement WHERE niveau = 1 AND etat = 'ACTIF'");
    }

    private Map<String, String> liens(long compte) {
        return paires("SELECT eleve_id, CONCAT(niveau, '/', lien, '/', etat) FROM rattachement WHERE responsable_id = "
                + compte);
    }

    private Map<String, String> paires(String requete) {
        Map<String, String> paires = new TreeMap<>();
        base.lire(requete)
                .forEach(ligne ->
                        paires.put(ligne.substring(0, ligne.indexOf('|')), ligne.substring(ligne.indexOf('|') + 1)));
        return paires;
    }

    private List<Long> vivants() {
        return base.lire("SELECT id FROM responsable WHERE etat <> 'FERME' ORDER BY id").stream()
                .map(Long::valueOf)
                .toList();
    }

    private Demandeur demandeur(long id) {
        return Atelier.demandeur(
                id, atelier.comptes.parId(id).orElseThrow().identifiant().valeur(), 1);
    }

    private <T> T un(List<T> liste) {
        return liste.get(hasard.nextInt(liste.size()));
    }
}
