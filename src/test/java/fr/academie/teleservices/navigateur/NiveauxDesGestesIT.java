package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.navigateur.FamilleDEssai.Etat;
import fr.academie.teleservices.navigateur.GestesDuResponsable.Geste;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rôle × niveau × portée × bouton d'un responsable, lus dans l'arborescence : ouvert par une session qui en a le droit, chaque formulaire
 * est envoyé par celle qui ne l'a plus, ou par une autre personne. Rien ne change en base, et la réponse ne montre rien de caché ; puis il
 * est envoyé par qui en a le droit, et fait ce qu'il dit.
 */
@EssaiLong("chaque geste sous chaque niveau de preuve ; NiveauxIT garde ceux des pages")
@ExtendWith(PileExtension.class)
@Timeout(120)
class NiveauxDesGestesIT {

    /** Une page rendue par un refus en pousse une autre hors de la session : le formulaire se rouvre avant. */
    private static final int ENVOIS_PAR_FORMULAIRE = 3;

    private final Pile pile;
    private final List<String> defauts = new ArrayList<>();
    /** Où mènent les réponses déjà lues, par session. */
    private final Set<String> suites = new HashSet<>();

    private int essayees;

    NiveauxDesGestesIT(Pile pile) {
        this.pile = pile;
    }

    @AfterEach
    void direLesDefauts(TestReporter rapport) {
        rapport.publishEntry("combinaisons", String.valueOf(essayees));
        assertThat(defauts).isEmpty();
    }

    @Test
    void chaqueBoutonDUnResponsableEstEssaye() {
        assertThat(Stream.concat(
                                GestesDuResponsable.GESTES.stream().map(Geste::nom),
                                GestesDuResponsable.SANS_ACTE.stream())
                        .collect(Collectors.toSet()))
                .as("les boutons ; en ajouter un, c'est dire comment le presser dans GestesDuResponsable")
                .isEqualTo(PagesDuBureau.boutons(page -> Acte.de(page)
                        .filter(acte -> acte.requis().isPresent())
                        .filter(acte -> acte.profil()
                                .filter(p -> p != Profil.RESPONSABLE)
                                .isEmpty())
                        .isPresent()));
    }

    @Test
    void aucuneSessionNeFaitCeQuElleNAPasProuve() {
        FamilleDEssai famille = new FamilleDEssai(pile);
        Map<String, ClientHttp> autres = autres();
        for (Geste geste : GestesDuResponsable.GESTES) {
            famille.armer();
            geste.preparation().accept(famille);
            famille.mettre(geste.droit());
            sansRienChanger(geste.nom(), famille, () -> {
                rejouerParUnAutre(geste, famille, autres);
                rejouerAvecMoins(geste, famille);
                famille.mettre(geste.droit());
            });
            assertThat(defauts).isEmpty();
            faire(geste, famille);
        }
        assertThat(essayees)
                .as("combinaisons de bouton, de niveau, de portée et de rôle")
                .isGreaterThan(250);
    }

    /** Par la même session, qui n'a plus prouvé que cela ; par celle qui le peut encore, mal rempli. */
    private void rejouerAvecMoins(Geste geste, FamilleDEssai famille) {
        List<Etat> etats = Etat.tous().stream()
                .filter(etat -> !geste.permis(etat) || geste.manque() != null)
                .toList();
        Map<String, String> champs = Map.of();
        for (int i = 0; i < etats.size() && defauts.isEmpty(); i++) {
            if (i % ENVOIS_PAR_FORMULAIRE == 0) {
                champs = GestesDuResponsable.ouvrir(geste, famille);
            }
            rejouer(geste, famille, etats.get(i), champs);
        }
    }

    private void rejouer(Geste geste, FamilleDEssai famille, Etat etat, Map<String, String> ouverts) {
        Map<String, String> manque = geste.manque();
        Map<String, String> champs =
                manque == null || !geste.permis(etat) ? ouverts : GestesDuBureau.avec(ouverts, manque);
        famille.mettre(etat);
        essayees++;
        List<String> faits = famille.faits();
        HttpResponse<String> reponse = famille.client.envoyer(geste.page(), champs);
        String quoi = geste.nom() + ", " + etat;
        juger(quoi, reponse, famille.secrets(etat));
        String suite = reponse.headers().firstValue("Location").orElse("/cas/");
        if (!suite.contains("/cas/") && suites.add(etat + suite)) {
            juger(quoi + ", puis " + suite, famille.client.lire(suite), famille.secrets(etat));
        }
        if (!faits.equals(famille.faits())) {
            defauts.add(quoi + " a changé " + famille.faits());
        }
    }

    /** Les mêmes champs, envoyés par quelqu'un d'autre. */
    private void rejouerParUnAutre(Geste geste, FamilleDEssai famille, Map<String, ClientHttp> autres) {
        Map<String, String> champs = GestesDuResponsable.ouvrir(geste, famille);
        autres.forEach((qui, client) -> {
            essayees++;
            juger(
                    geste.nom() + ", " + qui,
                    client.envoyer(geste.page(), champs),
                    List.of("Zéphyrine", "Zébulon", "Zoroastre"));
        });
    }

    /** Le formulaire était bon : pressé par qui en a le droit, il fait ce qu'il dit. */
    private void faire(Geste geste, FamilleDEssai famille) {
        famille.executer("DELETE FROM essai");
        Map<String, String> champs = GestesDuResponsable.ouvrir(geste, famille);
        List<String> faits = famille.faits();
        List<HttpResponse<String>> reponse = new ArrayList<>();
        List<String> changees =
                EtatDeLaBase.changements(pile.base(), () -> reponse.add(famille.client.envoyer(geste.page(), champs)));
        String suite = reponse.get(0).headers().firstValue("Location").orElse("");
        boolean etape = suite.contains("/activation/mot-de-passe");
        if (!etape && changees.isEmpty() && faits.equals(famille.faits())) {
            defauts.add(geste.nom() + " n'a rien changé : " + reponse.get(0).statusCode() + " " + suite);
        }
        if (suite.contains("demande=")) {
            famille.demande = ClientHttp.parametre(suite, "demande");
        }
    }

    @Test
    void lesNumerosDUnAutreCompteNeFontRien() {
        FamilleDEssai famille = new FamilleDEssai(pile);
        FamilleDEssai voisine = new FamilleDEssai(pile);
        Stream.of(famille, voisine).forEach(f -> {
            f.armer();
            faire(GestesDuResponsable.geste("/compte/regrouper#suivant"), f);
        });
        for (Geste geste : GestesDuResponsable.GESTES) {
            Map<String, String> siens = geste.designes().apply(famille);
            // Un établissement n'est à personne : le nommer ne désigne aucun compte.
            if (!siens.equals(geste.designes().apply(voisine))) {
                geste.preparation().accept(voisine);
                Map<String, String> champs = GestesDuBureau.avec(GestesDuResponsable.ouvrir(geste, voisine), siens);
                essayees++;
                sansRienChanger(geste.nom() + ", " + siens, famille, () -> {
                    String page = geste.page() + GestesDuBureau.question(siens);
                    Stream.of(page, geste.page())
                            .forEach(adresse -> juger(
                                    geste.nom() + ", " + siens,
                                    voisine.client.envoyer(adresse, champs),
                                    List.of(famille.parent.identifiant(), famille.autre.identifiant())));
                });
            }
        }
    }

    @Test
    void unEnfantCacheSeRefuseCommeUnEnfantInconnu() {
        FamilleDEssai famille = new FamilleDEssai(pile);
        famille.armer();
        Geste geste = GestesDuResponsable.geste("/compte/contester#confirmer");
        String cache = String.valueOf(famille.eleveIci);
        List<String> reponses = Stream.of(cache, "800000001")
                .map(eleve -> {
                    Map<String, String> champs = GestesDuResponsable.ouvrir(geste, famille);
                    famille.mettre(new Etat(Niveau.MOT_DE_PASSE, FamilleDEssai.AILLEURS));
                    essayees++;
                    HttpResponse<String> reponse = famille.client.envoyer(
                            geste.page() + "?eleve=" + eleve, GestesDuBureau.avec(champs, Map.of("eleve", eleve)));
                    return (reponse.statusCode() + " "
                                    + reponse.headers().firstValue("Location").orElse("") + reponse.body())
                            .replace(eleve, "…")
                            .replaceAll("(ViewState\"[^>]*value=\")[^\"]*", "$1");
                })
                .toList();
        assertThat(reponses.get(0)).isEqualTo(reponses.get(1));
        assertThat(famille.lienAvecCelleDIci()).isEqualTo("ACTIF");
    }

    @Test
    void unEnfantDeclareAvantDEtreCacheNEstPasConteste() {
        FamilleDEssai famille = new FamilleDEssai(pile);
        famille.armer();
        Geste enfants = GestesDuResponsable.geste("/activation#suivant");
        Geste motDePasse = GestesDuResponsable.geste("/activation/mot-de-passe#enregistrer");
        Etat ailleurs = new Etat(Niveau.PAPIER, FamilleDEssai.AILLEURS);

        famille.client.envoyer(enfants.page(), GestesDuResponsable.ouvrir(enfants, famille));
        assertThat(famille.client.lire(motDePasse.page()).body()).contains("Zéphyrine");
        Map<String, String> champs = GestesDuResponsable.ouvrir(motDePasse, famille);
        famille.mettre(ailleurs);
        essayees++;
        juger("déclaré, puis caché", famille.client.lire(motDePasse.page()), famille.secrets(ailleurs));
        assertThat(famille.client.envoyer(motDePasse.page(), champs).statusCode())
                .isEqualTo(302);
        assertThat(famille.lienAvecCelleDIci()).isEqualTo("ACTIF");

        Map<String, String> coches = GestesDuResponsable.ouvrir(enfants, famille);
        famille.mettre(ailleurs);
        essayees++;
        famille.client.envoyer(enfants.page(), coches);
        Map<String, String> encore = new LinkedHashMap<>(GestesDuResponsable.ouvrir(motDePasse, famille));
        encore.replaceAll((nom, valeur) -> valeur.replace("-8", "-9"));
        assertThat(famille.client.envoyer(motDePasse.page(), encore).statusCode())
                .isEqualTo(302);
        assertThat(famille.lienAvecCelleDIci()).isEqualTo("ACTIF");
    }

    @Test
    void chaqueAdresseSeFermeACeQuElleNAPasProuve() {
        FamilleDEssai famille = new FamilleDEssai(pile);
        famille.armer();
        List<String> adresses = Stream.concat(
                        Arrays.stream(Acte.values())
                                .filter(acte -> acte.profil()
                                        .filter(Profil.RESPONSABLE::equals)
                                        .isPresent())
                                .flatMap(acte -> acte.adresses().stream()),
                        Stream.of("/sessions", "/contact", "/tuile", "/donnees-personnelles"))
                .toList();
        famille.mettre(Etat.ENTIER);
        sansRienChanger("lectures", famille, () -> {
            Etat.tous().forEach(etat -> adresses.forEach(adresse -> lire(adresse, famille, etat)));
            famille.mettre(Etat.ENTIER);
        });
    }

    private void lire(String adresse, FamilleDEssai famille, Etat etat) {
        famille.mettre(etat);
        essayees++;
        HttpResponse<String> lue = famille.client.lire(adresse + "?eleve=" + famille.eleveIci);
        juger(adresse + ", " + etat, lue, famille.secrets(etat));
        boolean assez =
                Acte.de(adresse).orElseThrow().requis().map(etat::suffit).orElse(true);
        if (!assez && lue.statusCode() != 302) {
            defauts.add(adresse + ", " + etat + " s'ouvre : " + lue.statusCode());
        }
    }

    /** Ceux qui n'ont rien à faire dans ce compte. */
    private Map<String, ClientHttp> autres() {
        pile.familles().agent("zgestes.chef", true);
        Map<String, ClientHttp> autres = new LinkedHashMap<>();
        autres.put("un autre responsable", new ClientHttp(pile).connecter(pile.actif("Zacharie")));
        autres.put("le chef de l'établissement", agent("/etablissement", "zgestes.chef", Familles.MOT_DE_PASSE));
        autres.put("l'assistance", agent("/assistance", "assistance", "Assistance!2026"));
        autres.put("un passant", new ClientHttp(pile));
        return autres;
    }

    private ClientHttp agent(String bureau, String identifiant, String motDePasse) {
        ClientHttp agent = new ClientHttp(pile);
        assertThat(agent.entrer(bureau, identifiant, motDePasse).statusCode()).isEqualTo(302);
        return agent;
    }

    private void juger(String quoi, HttpResponse<String> reponse, List<String> secrets) {
        if (reponse.statusCode() >= 500) {
            defauts.add(quoi + " : " + reponse.statusCode());
        }
        secrets.stream()
                .filter(reponse.body()::contains)
                .forEach(secret -> defauts.add(quoi + " montre « " + secret + " »"));
    }

    /** Note un défaut si la base, ou ce qu'elle tient de cette famille, n'est plus la même après. */
    private void sansRienChanger(String quoi, FamilleDEssai famille, Runnable acte) {
        pile.auRepos();
        List<String> faits = famille.faits();
        List<String> changees = EtatDeLaBase.changements(pile.base(), acte);
        if (!changees.isEmpty() || !faits.equals(famille.faits())) {
            defauts.add(quoi + " a changé " + changees + " " + famille.faits());
        }
    }
}
