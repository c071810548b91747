package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.navigateur.ClientHttp;
import fr.academie.teleservices.navigateur.Envois;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLContext;

/** Des parents, chacun une fois, qui se connectent, lisent leurs pages et regroupent, en recommençant ce qu'une panne a coupé. */
final class ParentsDeTenue {

    private static final int ESSAIS = 6;
    private static final int SE_TROMPE = 7;
    private static final int DOUBLE_CLIC = 5;

    /** Ce qu'un parent a lu à la fin. */
    private enum Lu {
        FAIT,
        RIEN_DE_CHANGE,
        SANS_REPONSE
    }

    private final String adresse;
    private final SSLContext confiance;
    private final AtomicInteger rangs = new AtomicInteger();
    private final Map<Integer, Lu> lus = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> statuts = new ConcurrentHashMap<>();
    private final LongAdder recommences = new LongAdder();
    private final List<Double> temps = Collections.synchronizedList(new ArrayList<>());
    private volatile long fin = System.nanoTime();

    ParentsDeTenue(String adresse, SSLContext confiance) {
        this.adresse = adresse;
        this.confiance = confiance;
    }

    /** Il n'en viendra plus de nouveaux après ce délai. */
    void vivreAuPlus(long nanosecondes) {
        fin = System.nanoTime() + nanosecondes;
    }

    void vivre() {
        while (System.nanoTime() - fin < 0) {
            int rang = rangs.incrementAndGet();
            Lu lu = Lu.SANS_REPONSE;
            for (int essai = 0; essai < ESSAIS && lu == Lu.SANS_REPONSE; essai++) {
                try {
                    lu = regrouper(rang);
                } catch (AssertionError | IllegalStateException coupe) {
                    recommences.increment();
                }
            }
            lus.put(rang, lu);
        }
    }

    private Lu regrouper(int rang) {
        ClientHttp parent = new ClientHttp(adresse, confiance);
        String retour = parent.sIdentifier(
                ClientHttp.versOu(lire(parent, "/accueil")), FamillesDeTenue.principal(rang), Familles.MOT_DE_PASSE);
        exiger(lire(parent, retour), 302);
        exiger(lire(parent, "/accueil"), 200);
        String enfants = exiger(lire(parent, "/compte/enfants"), 200).body();
        if (enfants.contains("Florian")) {
            return Lu.FAIT;
        }
        boolean seTrompe = rang % SE_TROMPE == 0;
        HttpResponse<String> saisie = compter(
                Envois.saisir(parent, FamillesDeTenue.autre(rang), seTrompe ? "Mauvais!2026" : Familles.MOT_DE_PASSE));
        if (seTrompe) {
            exiger(lire(parent, ClientHttp.versOu(saisie)), 200);
            return Lu.RIEN_DE_CHANGE;
        }
        String jeton = ClientHttp.parametre(ClientHttp.versOu(saisie), "demande");
        Map<String, String> champs = Envois.etape2(parent, jeton);
        HttpResponse<String> reponse = valider(parent, champs);
        if (rang % DOUBLE_CLIC == 0) {
            reponse = valider(parent, champs);
        }
        return ClientHttp.versOu(reponse).contains("/compte/regroupement?demande=" + jeton) ? Lu.FAIT : Lu.SANS_REPONSE;
    }

    private HttpResponse<String> valider(ClientHttp parent, Map<String, String> champs) {
        long debut = System.nanoTime();
        HttpResponse<String> reponse = compter(Envois.valider(parent, champs));
        temps.add((System.nanoTime() - debut) / 1e6);
        return reponse;
    }

    private HttpResponse<String> lire(ClientHttp parent, String chemin) {
        return compter(parent.lire(chemin));
    }

    private HttpResponse<String> compter(HttpResponse<String> reponse) {
        statuts.computeIfAbsent(reponse.statusCode(), statut -> new LongAdder()).increment();
        return reponse;
    }

    private static HttpResponse<String> exiger(HttpResponse<String> reponse, int statut) {
        if (reponse.statusCode() != statut) {
            throw new IllegalStateException(reponse.statusCode() + " au lieu de " + statut);
        }
        return reponse;
    }

    /** Ce qu'un parent a lu et qui n'est pas dans cette base : « fait » et rien, ou « rien n'a changé » et fait. */
    List<String> faux(Requetes base) {
        Map<Integer, Lu> dits = Map.copyOf(lus);
        Map<String, String> etats = new LinkedHashMap<>();
        base.lire("SELECT r.identifiant, r.etat FROM responsable AS r WHERE r.identifiant LIKE 'tenue.%.autre'")
                .forEach(ligne ->
                        etats.put(ligne.substring(0, ligne.indexOf('|')), ligne.substring(ligne.indexOf('|') + 1)));
        List<String> faux = new ArrayList<>();
        dits.forEach((rang, lu) -> {
            String etat = Objects.requireNonNull(etats.get(FamillesDeTenue.autre(rang)));
            if ((lu == Lu.FAIT && !etat.equals("FERME")) || (lu == Lu.RIEN_DE_CHANGE && !etat.equals("CREE"))) {
                faux.add(FamillesDeTenue.autre(rang) + " a lu " + lu + ", et son compte est " + etat);
            }
        });
        return faux;
    }

    /** Combien ont lu que c'était fait. */
    int annonces() {
        return (int) combien(Lu.FAIT);
    }

    private long combien(Lu voulu) {
        return lus.values().stream().filter(voulu::equals).count();
    }

    @Override
    public String toString() {
        List<Double> tries = temps.stream().sorted().toList();
        return String.format(
                Locale.FRENCH,
                "%d parents, %d regroupements annoncés, %d refus, %d sans réponse après %d essais, %d recommencés ; statuts"
                        + " HTTP %s ; VALIDER : médiane %.0f ms, 99e centile %.0f ms",
                lus.size(),
                combien(Lu.FAIT),
                combien(Lu.RIEN_DE_CHANGE),
                combien(Lu.SANS_REPONSE),
                ESSAIS,
                recommences.sum(),
                statuts,
                centile(tries, 0.5),
                centile(tries, 0.99));
    }

    private static double centile(List<Double> tries, double part) {
        return tries.isEmpty() ? 0 : tries.get((int) (part * (tries.size() - 1)));
    }
}
