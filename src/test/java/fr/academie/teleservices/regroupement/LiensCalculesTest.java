package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.contestation.Decision;
import fr.academie.teleservices.contestation.Dossier;
import fr.academie.teleservices.contestation.Reponse;
import fr.academie.teleservices.contestation.ReponseRefusee;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.essais.SelonLaGraine;
import fr.academie.teleservices.opposition.OppositionRefusee;
import fr.academie.teleservices.rupture.RuptureRefusee;
import fr.academie.teleservices.scolarite.Couple;
import fr.academie.teleservices.scolarite.LienCalcule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Après n'importe quelle suite d'imports, de regroupements, de ruptures, d'oppositions, de contestations et de réponses, chaque lien fait
 * par des imports est le plus fort de ses constats, et aucun import n'a défait ce qu'une personne avait décidé. La graine d'une suite qui
 * échoue suffit à la rejouer.
 */
class LiensCalculesTest {

    private static final String AILLEURS = "0330002B";
    private static final int OPERATIONS = 50;
    private static final int[] LIENS = {10, 20, 50, 90};
    private static final Pattern JETON = Pattern.compile("opposition\\?jeton=([A-Za-z0-9_-]{43})");

    /** Ce qui doit ne rien rendre, quoi qu'il se soit passé ; chaque requête est une sorte de faute. */
    private static final Map<String, String> JAMAIS = Map.of(
            "un lien importé vivant sans constat, contesté excepté",
            "SELECT l.id FROM rattachement AS l WHERE l.origine = 'IMPORT' AND l.etat = 'ACTIF' AND NOT EXISTS (SELECT 1 FROM"
                    + " constat AS c WHERE c.responsable_id = l.responsable_id AND c.eleve_id = l.eleve_id)",
            "un lien importé vivant qui n'est pas le plus fort de ses constats",
            "SELECT l.id FROM rattachement AS l JOIN constat AS c ON c.responsable_id = l.responsable_id AND c.eleve_id ="
                    + " l.eleve_id WHERE l.origine = 'IMPORT' AND l.etat <> 'RETIRE' GROUP BY l.id, l.niveau, l.lien"
                    + " HAVING l.niveau * 100 + l.lien <> MIN(c.niveau * 100 + c.lien)",
            "un constat sur un compte qui n'a pas le lien",
            "SELECT c.identite_id, c.eleve_id FROM constat AS c LEFT JOIN rattachement AS l ON l.responsable_id ="
                    + " c.responsable_id AND l.eleve_id = c.eleve_id WHERE c.responsable_id IS NOT NULL AND l.id IS NULL",
            "un constat dont le lien a été retiré par un import",
            "SELECT l.id FROM constat AS c JOIN rattachement AS l ON l.responsable_id = c.responsable_id AND l.eleve_id ="
                    + " c.eleve_id WHERE l.etat = 'RETIRE' AND l.retire_par = 'IMPORT'",
            "un lien retiré dont nul ne sait par quoi",
            "SELECT id FROM rattachement WHERE etat = 'RETIRE' AND retire_par IS NULL",
            "un lien vivant qui se dit retiré",
            "SELECT id FROM rattachement WHERE etat <> 'RETIRE' AND retire_par IS NOT NULL");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final Agent agent = Atelier.agent("deux", Familles.UAI, AILLEURS);
    private final Map<Sorte, Integer> faites = new EnumMap<>(Sorte.class);
    private final List<Long> eleves = new ArrayList<>();
    private final List<Long> identites = new ArrayList<>();
    private Random hasard = new Random();

    private enum Sorte {
        IMPORTER,
        REGROUPER,
        ROMPRE,
        OPPOSER,
        CONTESTER,
        REPONDRE
    }

    @SelonLaGraine
    void chaqueLienImporteEstLePlusFortDeSesConstats(long graine) throws Exception {
        peupler(graine);
        Invariants invariants = Invariants.depuis(base);
        List<Sorte> passees = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++) {
            atelier.horloge.avancer(Duration.ofSeconds(1));
            Sorte sorte = uneSorte();
            if (faire(sorte)) {
                passees.add(sorte);
                faites.merge(sorte, 1, Integer::sum);
            }
            JAMAIS.forEach((faute, requete) -> assertThat(base.lire(requete))
                    .as("graine %d, après %s : %s", graine, passees, faute)
                    .isEmpty());
        }
        invariants.verifier();
        assertThat(faites.keySet())
                .as("graine " + graine)
                .contains(Sorte.IMPORTER, Sorte.REGROUPER, Sorte.ROMPRE, Sorte.CONTESTER);
    }

    /** Ce que les requêtes cherchent, elles le voient. */
    @Test
    void chaqueFauteSeVoit() {
        base.vider();
        long compte = familles.actif("compte");
        long dylan = familles.eleve("Dylan");
        long identite = familles.identite("7", compte);
        familles.constat(identite, dylan, 2, 10);
        assertThat(fautes()).containsExactly("un constat sur un compte qui n'a pas le lien");
        familles.lier(compte, dylan, 2, 10, "ACTIF");
        base.executer("UPDATE rattachement SET origine = 'IMPORT'");
        assertThat(fautes()).isEmpty();
        base.executer("UPDATE rattachement SET lien = 20");
        assertThat(fautes()).containsExactly("un lien importé vivant qui n'est pas le plus fort de ses constats");
        base.executer("UPDATE rattachement SET etat = 'RETIRE', retire_le = UTC_TIMESTAMP(3), retire_par = 'IMPORT'");
        assertThat(fautes()).containsExactly("un constat dont le lien a été retiré par un import");
        base.executer("DELETE FROM constat", "UPDATE rattachement SET etat = 'ACTIF'");
        assertThat(fautes())
                .containsExactlyInAnyOrder(
                        "un lien vivant qui se dit retiré", "un lien importé vivant sans constat, contesté excepté");
    }

    private List<String> fautes() {
        return JAMAIS.entrySet().stream()
                .filter(faute -> !base.lire(faute.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void peupler(long graine) {
        base.vider();
        hasard = new Random(graine);
        eleves.clear();
        identites.clear();
        eleves.addAll(List.of(
                familles.eleve("Dylan"),
                familles.eleve("Florian"),
                familles.eleve("Noé", AILLEURS),
                familles.eleve("Léa", AILLEURS)));
        for (int i = 0; i < 5; i++) {
            long compte = familles.actif("compte" + i);
            identites.add(familles.identite("s" + i, compte));
            identites.add(familles.identite("t" + i, compte));
            if (hasard.nextBoolean()) {
                familles.lier(compte, un(eleves), 1 + hasard.nextInt(3), unLien(), "ACTIF");
            }
        }
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY");
    }

    private Sorte uneSorte() {
        return switch (hasard.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> Sorte.IMPORTER;
            case 5, 6 -> Sorte.REGROUPER;
            case 7, 8 -> Sorte.ROMPRE;
            case 9 -> Sorte.OPPOSER;
            case 10 -> Sorte.CONTESTER;
            default -> Sorte.REPONDRE;
        };
    }

    /** Vrai si l'opération a eu lieu ; un refus attendu ne change rien. */
    private boolean faire(Sorte sorte) throws Exception {
        try {
            return switch (sorte) {
                case IMPORTER -> importer();
                case REGROUPER -> regrouper();
                case ROMPRE -> rompre();
                case OPPOSER -> opposer();
                case CONTESTER -> contester();
                case REPONDRE -> repondre();
            };
        } catch (RegroupementRefuse | RuptureRefusee | ReponseRefusee | OppositionRefusee e) {
            return false;
        }
    }

    /** Un fichier dit, redit autrement ou ne dit plus quelques liens. */
    private boolean importer() {
        Map<String, String> decidesAvant = decides();
        Set<Couple> couples = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            couples.addAll(dire(un(identites), un(eleves)));
        }
        List<LienCalcule> effets = atelier.transactions.executer(() -> {
            List<LienCalcule> calcules = atelier.rattachements.recalculer(couples, atelier.horloge.instant());
            atelier.annonce.journaliser(calcules, agent.auteur(), atelier.horloge.instant());
            atelier.annonce.annoncer(calcules, List.of(), atelier.horloge.instant());
            return calcules;
        });
        assertThat(decides())
                .as("ce qu'une personne a décidé, avant et après un import")
                .isEqualTo(decidesAvant);
        return effets.stream().anyMatch(LienCalcule::aChange);
    }

    private List<Couple> dire(long identite, long eleve) {
        String cle = " WHERE identite_id = " + identite + " AND eleve_id = " + eleve;
        List<String> connu = base.lire("SELECT responsable_id FROM constat" + cle);
        if (hasard.nextInt(3) == 0) {
            base.executer("DELETE FROM constat" + cle);
        } else if (connu.isEmpty()) {
            base.executer("INSERT INTO constat (identite_id, eleve_id, niveau, lien, responsable_id) SELECT id, "
                    + eleve + ", "
                    + (1 + hasard.nextInt(3)) + ", " + unLien()
                    + ", responsable_id FROM identite_responsable WHERE id = " + identite);
            connu = base.lire("SELECT responsable_id FROM identite_responsable WHERE id = " + identite);
        } else {
            base.executer("UPDATE constat SET niveau = " + (1 + hasard.nextInt(3)) + ", lien = " + unLien() + cle);
        }
        return connu.stream()
                .map(compte -> new Couple(Long.parseLong(compte), eleve))
                .toList();
    }

    private boolean regrouper() throws RegroupementRefuse {
        long principal = un(vivants());
        long secondaire = un(vivants());
        if (principal == secondaire) {
            return false;
        }
        DemandesDEssai.regrouper(atelier, principal, secondaire);
        return true;
    }

    private boolean rompre() throws RuptureRefusee {
        long id = un(vivants());
        List<Long> choisis = atelier.ruptures.presenter(agent, id).stream()
                .flatMap(c -> c.enfants().stream())
                .filter(e -> hasard.nextInt(3) > 0)
                .map(e -> e.enfant().eleve().id())
                .toList();
        UUID jeton = atelier.ruptures.demander(agent, id, choisis);
        atelier.casser(agent, jeton);
        assertThat(base.lire(
                        "SELECT i.id FROM identite_responsable AS i JOIN rupture AS u ON u.source_id = i.responsable_id"
                                + " JOIN constat AS c ON c.identite_id = i.id AND c.responsable_id = u.nouveau_id WHERE u.id ="
                                + " (SELECT MAX(id) FROM rupture) AND NOT EXISTS (SELECT 1 FROM constat AS reste WHERE"
                                + " reste.identite_id = i.id AND reste.responsable_id = u.source_id)"))
                .as("une personne dont tous les constats sont partis part aussi")
                .isEmpty();
        return true;
    }

    private boolean opposer() throws OppositionRefusee {
        List<String> jetons =
                base.lire("SELECT texte FROM courriel WHERE texte LIKE '%opposition?jeton=%' ORDER BY id").stream()
                        .map(JETON::matcher)
                        .filter(Matcher::find)
                        .map(trouve -> trouve.group(1))
                        .toList();
        if (jetons.isEmpty()) {
            return false;
        }
        // Les plus récents sont ceux qui ont des chances de se défaire encore.
        atelier.oppositions.opposer(
                jetons.get(jetons.size() - 1 - hasard.nextInt(Math.min(3, jetons.size()))), "192.0.2.7");
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

    /** Ce que nul import ne change : un lien saisi, l'état d'un lien contesté, ce qu'une personne a retiré. */
    private Map<String, String> decides() {
        return base
                .lire(
                        "SELECT id, IF(origine = 'SAISIE' OR etat = 'RETIRE', CONCAT_WS('/', niveau, lien, etat, retire_par), etat)"
                                + " FROM rattachement WHERE origine = 'SAISIE' OR etat = 'CONTESTE' OR (etat = 'RETIRE' AND"
                                + " COALESCE(retire_par, '') <> 'IMPORT')")
                .stream()
                .collect(Collectors.toMap(
                        l -> l.substring(0, l.indexOf('|')),
                        l -> l.substring(l.indexOf('|') + 1),
                        (un, autre) -> un,
                        TreeMap::new));
    }

    private Demandeur demandeur(long id) {
        return Atelier.demandeur(
                id, atelier.comptes.parId(id).orElseThrow().identifiant().valeur(), 1);
    }

    private List<Long> vivants() {
        return base.lire("SELECT id FROM responsable WHERE etat <> 'FERME' ORDER BY id").stream()
                .map(Long::valueOf)
                .toList();
    }

    private int unLien() {
        return LIENS[hasard.nextInt(LIENS.length)];
    }

    private <T> T un(List<T> liste) {
        return liste.get(hasard.nextInt(liste.size()));
    }
}
