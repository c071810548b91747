package fr.academie.teleservices.rapprochement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.essais.SelonLaGraine;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.rupture.RuptureRefusee;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * N'importe quelle suite de regroupements, de ruptures, de rapprochements et d'arrivées d'identités : une paire qu'un établissement a séparée
 * ne se refait jamais sans son titulaire, à travers toutes les chaînes ; un second rapprochement ne fait rien. La graine d'une suite qui
 * échoue suffit à la rejouer.
 */
class SuitesDeRapprochementsTest {

    private static final int OPERATIONS = 30;

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final AtelierDuRapprochement rapprochement = new AtelierDuRapprochement(base, atelier);
    private final Agent agent = Atelier.agent("moulin", Familles.UAI);

    /** Tous les comptes séparés : pour chacun, ceux dont une rupture l'a fait partir, et où ils sont allés depuis. */
    private final Map<Long, Long> regroupes = new HashMap<>();

    private final List<long[]> separes = new ArrayList<>();
    private Random hasard = new Random();
    private int rapproches;

    @SelonLaGraine
    void ceQuUneRuptureASepareNeSeRefaitPas(long graine) throws Exception {
        base.vider();
        familles.etablissement();
        hasard = new Random(graine);
        for (int i = 0; i < 5; i++) {
            arriver(i);
        }
        Invariants invariants = Invariants.depuis(base);
        for (int i = 5; i < OPERATIONS; i++) {
            atelier.horloge.avancer(Duration.ofSeconds(1));
            switch (hasard.nextInt(6)) {
                case 0 -> {
                    invariants.verifier();
                    arriver(i);
                    invariants = Invariants.depuis(base);
                }
                case 1 -> regrouper(un(ouverts()), un(ouverts()));
                case 2, 3 -> casser();
                default -> rapprocher(graine);
            }
        }
        rapprocher(graine);
        invariants.verifier();
        assertThat(rapproches).as("la suite a rapproché quelque chose").isPositive();
    }

    private void arriver(int numero) {
        long compte = hasard.nextInt(4) == 0 ? familles.actif("c" + numero) : familles.cree("c" + numero);
        for (int i = 0; i < 1 + hasard.nextInt(2); i++) {
            long eleve = familles.eleve("Enfant" + numero + "x" + i);
            familles.lier(compte, eleve);
            familles.constat(rapprochement.dire(compte, "MME", adresse(), AtelierDuRapprochement.PORTABLE), eleve);
        }
    }

    /** Assez peu d'adresses pour que des données concordent, assez pour que chacune reste celle de cinq identités. */
    private String adresse() {
        return "c" + hasard.nextInt(7) + "@exemple.fr";
    }

    private void regrouper(long principal, long secondaire) {
        if (principal == secondaire) {
            return;
        }
        String identifiant = base.lire("SELECT identifiant FROM responsable WHERE id = " + principal)
                .get(0);
        Demandeur demandeur = Atelier.demandeur(principal, identifiant, familles.session(identifiant));
        try {
            atelier.regrouper(demandeur, DemandesDEssai.ouvrir(atelier, demandeur, secondaire));
            regroupes.put(secondaire, principal);
        } catch (RegroupementRefuse e) {
            assertThat(e.code()).isNotNull();
        }
    }

    private void casser() {
        long compte = un(ouverts());
        List<Long> eleves = atelier.ruptures.presenter(agent, compte).stream()
                .flatMap(choix -> choix.enfants().stream())
                .map(enfant -> enfant.enfant().eleve().id())
                .filter(eleve -> hasard.nextBoolean())
                .toList();
        try {
            atelier.casser(agent, atelier.ruptures.demander(agent, compte, eleves));
        } catch (RuptureRefusee e) {
            return;
        }
        separes.add(new long[] {compte, base.compter("SELECT MAX(nouveau_id) FROM rupture")});
    }

    private void rapprocher(long graine) {
        List<long[]> encore = separes.stream()
                .filter(paire -> bout(paire[0]) != bout(paire[1]))
                .toList();
        rapproches += rapprochement.rapprocher();
        base.lire("SELECT secondaire_id, principal_id FROM regroupement WHERE origine = 'RAPPROCHEMENT'")
                .forEach(ligne -> regroupes.put(
                        Long.valueOf(ligne.substring(0, ligne.indexOf('|'))),
                        Long.valueOf(ligne.substring(ligne.indexOf('|') + 1))));
        assertThat(encore)
                .as("graine " + graine)
                .allSatisfy(paire -> assertThat(bout(paire[0]))
                        .as(paire[0] + " et " + paire[1])
                        .isNotEqualTo(bout(paire[1])));
        assertThat(rapprochement.rapprocher())
                .as("une seconde fois, graine " + graine)
                .isZero();
    }

    private long bout(long compte) {
        Long suivant = regroupes.get(compte);
        return suivant == null ? compte : bout(suivant);
    }

    private List<Long> ouverts() {
        return base.lire("SELECT id FROM responsable WHERE etat <> 'FERME' ORDER BY id").stream()
                .map(Long::valueOf)
                .toList();
    }

    private <T> T un(List<T> liste) {
        return liste.get(hasard.nextInt(liste.size()));
    }
}
