package fr.academie.teleservices.banc;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.ClientHttp;
import fr.academie.teleservices.navigateur.Envois;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Ce que chacun vient faire : la plupart regrouper, quelques-uns activer leur compte, ou redemander un mot de passe oublié. */
final class VisitesDeRentree {

    private static final String NOUVEAU = "Marée-Haute-7-Grèves";
    private static final int SUR = 20;
    private static final int ACTIVENT = 3;
    private static final int JAMAIS = 0;
    private static final String OUBLI = "/oubli/mot-de-passe";
    private static final String MOT_DE_PASSE = "/activation/mot-de-passe";

    private final String adresse;
    private final AtomicInteger rang = new AtomicInteger();
    private final Set<String> regroupes = ConcurrentHashMap.newKeySet();

    VisitesDeRentree(String adresse) {
        this.adresse = adresse;
    }

    /** Une visite de plus, jusqu'à son terme ou au premier refus. */
    void faire(ReleveDePalier releve) {
        int numero = rang.incrementAndGet();
        ClientHttp visiteur = new ClientHttp(adresse, null);
        releve.visites.increment();
        try {
            if (numero % SUR == 0) {
                oublier(releve, visiteur, FamillesDeLaRentree.principal(numero));
            } else if (numero % SUR <= ACTIVENT) {
                activer(releve, visiteur, FamillesDeLaRentree.autre(numero));
            } else {
                regrouper(releve, visiteur, numero);
            }
            releve.visitesFinies.increment();
        } catch (ReleveDePalier.Arretee dite) {
            // Elle est comptée par le geste qui l'a arrêtée.
        }
    }

    /** Les comptes dont la page de résultat a dit qu'ils étaient regroupés. */
    Set<String> regroupes() {
        return regroupes;
    }

    private void regrouper(ReleveDePalier releve, ClientHttp parent, int numero) {
        entrer(releve, parent, FamillesDeLaRentree.principal(numero));
        releve.geste("accueil", 200, () -> parent.lire("/accueil"));
        releve.geste("enfants", 200, () -> parent.lire("/compte/enfants"));
        String autre = FamillesDeLaRentree.autre(numero);
        HttpResponse<String> prouve =
                releve.geste("prouver", 302, () -> Envois.saisir(parent, autre, Familles.MOT_DE_PASSE));
        String confirmation = ClientHttp.versOu(prouve);
        exigerQuIlMene(releve, parent, confirmation, "demande=");
        String jeton = ClientHttp.parametre(confirmation, "demande");
        HttpResponse<String> fait =
                releve.geste("valider", 302, () -> Envois.valider(parent, Envois.etape2(parent, jeton)));
        exigerQuIlMene(releve, parent, ClientHttp.versOu(fait), "/compte/regroupement?demande=");
        regroupes.add(autre);
        releve.geste("enfants", 200, () -> parent.lire("/compte/enfants"));
    }

    /** Un renvoi ailleurs mène à la page qui dit pourquoi : un refus poli, ou une erreur. */
    private static void exigerQuIlMene(ReleveDePalier releve, ClientHttp parent, String vers, String attendu) {
        if (!vers.contains(attendu)) {
            releve.geste("au lieu de " + attendu, JAMAIS, () -> parent.lire(vers));
        }
    }

    private void activer(ReleveDePalier releve, ClientHttp parent, String identifiant) {
        entrer(releve, parent, identifiant);
        HttpResponse<String> enfants = releve.geste("activation", 200, () -> parent.lire("/activation"));
        releve.geste("activation", 302, () -> parent.envoyer("/activation", ClientHttp.champs(enfants.body())));
        HttpResponse<String> choix = releve.geste("mot de passe", 200, () -> parent.lire(MOT_DE_PASSE));
        Map<String, String> champs = ClientHttp.champs(choix.body());
        champs.put("nouveau-saisie", NOUVEAU);
        champs.put("confirmation-saisie", NOUVEAU);
        releve.geste("mot de passe", 302, () -> parent.envoyer(MOT_DE_PASSE, champs));
    }

    private static void oublier(ReleveDePalier releve, ClientHttp visiteur, String identifiant) {
        HttpResponse<String> page = releve.geste("oubli", 200, () -> visiteur.lire(OUBLI));
        Map<String, String> champs = ClientHttp.champs(page.body());
        champs.put("identifiant-saisie", identifiant);
        releve.geste("oubli", 302, () -> visiteur.envoyer(OUBLI, champs));
    }

    /** S'identifie au CAS et entre. */
    private static void entrer(ReleveDePalier releve, ClientHttp visiteur, String identifiant) {
        HttpResponse<String> renvoi = releve.geste("entrée", 302, () -> visiteur.lire("/accueil"));
        String cas = ClientHttp.versOu(renvoi);
        releve.geste(
                "connexion", 302, () -> visiteur.lire(visiteur.sIdentifier(cas, identifiant, Familles.MOT_DE_PASSE)));
    }
}
