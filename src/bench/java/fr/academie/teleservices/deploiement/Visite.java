package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.deploiement.Dires.Dit;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.ClientHttp;
import fr.academie.teleservices.navigateur.Envois;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Une personne devant son navigateur, entrée par le CAS : ce qu'elle envoie, et ce que les pages lui disent. */
final class Visite {

    private static final String CONFIRMATION = "/compte/confirmation?demande=";
    private static final String DEJA = "déjà regroupé avec le vôtre";
    private static final int PAGES_SUIVIES = 3;

    private final ClientHttp navigateur;
    private final String identifiant;
    private final Releve releve;
    private final Dires dires;

    Visite(String adresse, HttpClient connexions, String identifiant, Releve releve, Dires dires) {
        this.navigateur = ClientHttp.parmi(connexions, adresse);
        this.identifiant = identifiant;
        this.releve = releve;
        this.dires = dires;
    }

    /** Un autre compte prouvé à l'étape 1, et l'étape 2 sous les yeux. */
    record Preuve(String autre, String jeton, Map<String, String> champs) {}

    /** Une rupture choisie, et sa confirmation sous les yeux. */
    record Rupture(String jeton, Map<String, String> champs) {}

    String identifiant() {
        return identifiant;
    }

    /** Entre chez soi, ou y revient ; {@link AssertionError} ou {@link IllegalStateException} si la page ne vient pas. */
    void entrer(String accueil) {
        HttpResponse<String> page = lire(accueil);
        if (page.statusCode() != 200) {
            String retour = navigateur.sIdentifier(ClientHttp.versOu(page), identifiant, Familles.MOT_DE_PASSE);
            exiger(lire(retour), 302);
            exiger(lire(accueil), 200);
        }
    }

    HttpResponse<String> lire(String chemin) {
        return releve.compter(navigateur.lire(chemin));
    }

    /** Cette page, qui doit venir. */
    String exigerLaPage(String chemin) {
        return exiger(lire(chemin), 200).body();
    }

    /** L'étape 1 ; nulle si l'autre compte n'est pas prouvé. */
    @Nullable
    Preuve prouver(String autre, String motDePasse) {
        HttpResponse<String> reponse = releve.operation("SUIVANT", () -> Envois.saisir(navigateur, autre, motDePasse));
        if (reponse.statusCode() != 302) {
            throw new IllegalStateException(reponse.statusCode() + " à l'étape 1");
        }
        String vers = ClientHttp.versOu(reponse);
        if (vers.contains(CONFIRMATION)) {
            String jeton = ClientHttp.parametre(vers, "demande");
            return new Preuve(autre, jeton, Envois.etape2(navigateur, jeton));
        }
        if (lire(vers).body().contains(DEJA)) {
            dires.dejaRegroupe(identifiant, autre);
        }
        return null;
    }

    /** VALIDER ; une réponse qui ne vient pas n'a rien dit. */
    Dit valider(Preuve preuve) {
        Dit dit = ecouter(
                "VALIDER",
                () -> Envois.valider(navigateur, preuve.champs()),
                "/compte/regroupement?demande=" + preuve.jeton());
        dires.regroupement(preuve.jeton(), identifiant, preuve.autre(), dit);
        return dit;
    }

    /** Presse ce bouton, et entend ce que dit la réponse, où qu'elle mène. */
    private Dit ecouter(String nom, Supplier<HttpResponse<String>> envoi, String siFait) {
        try {
            HttpResponse<String> reponse = releve.operation(nom, envoi);
            for (int suivies = 0; reponse.statusCode() == 302 && suivies < PAGES_SUIVIES; suivies++) {
                String vers = ClientHttp.versOu(reponse);
                if (vers.contains(siFait)) {
                    return Dit.FAIT;
                }
                if (vers.startsWith("http") && !vers.contains(Installation.CONTEXTE + "/")) {
                    return Dit.INCERTAIN;
                }
                reponse = lire(vers);
            }
            return Dires.lire(reponse.body());
        } catch (AssertionError | IllegalStateException coupee) {
            return Dit.INCERTAIN;
        }
    }

    /** Au bureau : choisit de faire partir cet élève de ce compte ; nulle si c'est refusé. */
    @Nullable
    Rupture choisirDeRompre(long compte, long eleve) {
        Map<String, String> champs = Envois.formulaire(navigateur, "/etablissement/rupture?compte=" + compte);
        champs.put("eleve", String.valueOf(eleve));
        HttpResponse<String> reponse =
                releve.operation("CONTINUER", () -> navigateur.envoyer("/etablissement/rupture", champs));
        if (reponse.statusCode() != 302 || !ClientHttp.versOu(reponse).contains("demande=")) {
            return null;
        }
        String jeton = ClientHttp.parametre(ClientHttp.versOu(reponse), "demande");
        return new Rupture(
                jeton, Envois.formulaire(navigateur, "/etablissement/rupture-confirmation?demande=" + jeton));
    }

    /** Au bureau : confirme cette rupture, telle que la page l'a montrée. */
    Dit rompre(Rupture rupture) {
        Dit dit = ecouter(
                "CONFIRMER",
                () -> navigateur.envoyer("/etablissement/rupture-confirmation", rupture.champs()),
                "/etablissement/rupture-faite?demande=" + rupture.jeton());
        dires.rupture(rupture.jeton(), dit);
        return dit;
    }

    private static HttpResponse<String> exiger(HttpResponse<String> reponse, int statut) {
        if (reponse.statusCode() != statut) {
            throw new IllegalStateException(reponse.statusCode() + " au lieu de " + statut);
        }
        return reponse;
    }
}
