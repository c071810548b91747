package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.GestesDuBureau.Lecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Toutes les pages, chacune une fois, dans une langue qu'un seul fichier et une seule ligne de réglage ont ajoutée : aucun mot n'est
 * resté hors des messages, et rien ne dépasse du plus étroit des téléphones quand tout s'allonge de 40 %. Chacune est aussitôt revue en arabe,
 * où tout se retourne.
 */
@EssaiLong("chaque page une fois encore, chaque mot allongé ; TraductionsTest et LanguesIT gardent les clés "
        + "et le choix d'une langue")
@EssaiDeNavigateur
@Timeout(900)
class PseudoLangueIT {

    private static final Path PAGES = Path.of("webapp");
    private static final String PORTABLE = "+33639981177";
    private static final Pattern CODE = Pattern.compile("\\d{4} ?\\d{4}");
    private static final String NOUVEAU = "Marée-Haute-7-Grèves";

    private final Pile pile;
    private final Navigateur navigateur;
    private final String application;
    private final List<String> vues = new ArrayList<>();
    private final DeDroiteAGauche arabe;

    PseudoLangueIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
        this.application = pile.pseudo();
        this.arabe = new DeDroiteAGauche(application);
    }

    @Test
    void aucunMotNEstRestePrisDansUnePage() throws IOException {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zpseudo");
        ClientHttp chef = agent("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        ecole.commencer(chef);
        Pile.Compte parent = pile.actif("Dylan", "Florian");
        Pile.Compte secondaire = pile.cree("Jean-Baptiste");
        pile.base()
                .executer(
                        "UPDATE rattachement SET etat = 'CONTESTE' WHERE responsable_id = " + parent.id() + " LIMIT 1");
        Pile.Compte aActiver = pile.cree("Noé");
        Pile.Compte connecte = pile.actif("Noé");
        Pile.Compte garde = pile.actif("Zoé");
        Releve releve = new Releve(pile.base());

        Visiteur passant = navigateur.visiteur().choisir(application);
        Stream.concat(
                        Pages.PUBLIQUES.stream(),
                        pages(page -> page.startsWith("/erreurs/") || page.startsWith("/tuile")).stream())
                .forEach(page -> voir(releve, passant, page));
        sansCompte(releve, passant);
        activation(releve, aActiver);
        compte(releve, parent, secondaire);
        echange(releve, connecte, garde);
        bureau(releve, ecole, chef, l -> !l.estDeLAssistance());
        lettre(releve, ecole, chef, devant(chef));
        bureau(releve, ecole, agent("/assistance", "assistance", "Assistance!2026"), Lecture::estDeLAssistance);

        assertThat(Stream.concat(releve.defauts().stream(), arabe.defauts().stream()))
                .isEmpty();
        assertThat(new TreeSet<>(vues)).containsAll(pages(page -> true));
    }

    private void sansCompte(Releve releve, Visiteur passant) {
        Pile.Compte jamaisActive = pile.cree("Florian");
        pile.base()
                .executer("UPDATE responsable SET telephone_portable = '" + PORTABLE + "' WHERE id = "
                        + jamaisActive.id());
        passant.ouvrirPage("/sans-compte");
        passant.page().locator("#numero-saisie").fill(PORTABLE);
        presser(passant, "#envoyer");
        noter(releve, passant, "/sans-compte/code");
        passant.page()
                .waitForCondition(
                        () -> codes().findAny().isPresent(), new Page.WaitForConditionOptions().setTimeout(60_000));
        passant.page().locator("#code-saisie").fill(codes().findFirst().orElseThrow());
        presser(passant, "#confirmer");
        noter(releve, passant, "/sans-compte/enfants");
        passant.page().locator("#prenom-saisie").fill("Cristelle");
        passant.page().locator("#naissances-saisie").fill("11/04/2012");
        presser(passant, "#suivant");
        noter(releve, passant, "/sans-compte/mot-de-passe");
        passant.page().locator("#nouveau-saisie").fill(NOUVEAU);
        passant.page().locator("#confirmation-saisie").fill(NOUVEAU);
        presser(passant, "#activer");
        noter(releve, passant, "/sans-compte/fin");
    }

    private Stream<String> codes() {
        return pile.sms().recus().stream()
                .filter(recu -> recu.numero().equals(PORTABLE))
                .flatMap(recu -> CODE.matcher(recu.texte()).results())
                .map(MatchResult::group);
    }

    private void activation(Releve releve, Pile.Compte compte) {
        Visiteur parent = devant(new ClientHttp(pile, application).connecter(compte));
        voir(releve, parent, "/courrier/question?de=session");
        voir(releve, parent, "/activation");
        presser(parent, "#suivant");
        noter(releve, parent, "/activation/mot-de-passe");
        parent.page().locator("#nouveau-saisie").fill(NOUVEAU);
        parent.page().locator("#confirmation-saisie").fill(NOUVEAU);
        presser(parent, "#enregistrer");
        noter(releve, parent, "/activation/mail");
        presser(parent, "#plus-tard");
        noter(releve, parent, "/activation/fin");
    }

    private void compte(Releve releve, Pile.Compte compte, Pile.Compte secondaire) {
        ClientHttp client = new ClientHttp(pile, application).connecter(compte);
        Visiteur parent = devant(client);
        String eleve = pile.base()
                .lire("SELECT eleve_id FROM rattachement WHERE etat = 'ACTIF' AND responsable_id = " + compte.id())
                .get(0);
        voir(releve, parent, "/compte/contester?eleve=" + eleve);
        voir(releve, parent, "/tuile");
        voir(releve, parent, "/compte/regrouper");
        presser(parent, "#suivant");
        noter(releve, parent, "/compte/regrouper");
        suiteDUnCourrier(releve, client, secondaire);
        String demande = Envois.prouver(client, secondaire);
        voir(releve, parent, Regroupement.ETAPE_2 + demande);
        Envois.valider(client, Envois.etape2(client, demande));
        voir(releve, parent, Regroupement.ETAPE_3 + demande);
        documents(releve, parent);
        Stream.concat(Pages.PERSONNELLES.stream(), Stream.of("/contact", "/sessions"))
                .filter(page -> !vues.contains(page) || "/contact".equals(page))
                .forEach(page -> voir(releve, parent, page));
        sessionARefaire(releve, client, compte);
    }

    /** Ce que lit qui garde un autre compte que celui de sa session. */
    private void echange(Releve releve, Pile.Compte connecte, Pile.Compte garde) {
        ClientHttp client = new ClientHttp(pile, application).connecter(connecte);
        Visiteur parent = devant(client);
        parent.ouvrirPage(Regroupement.ETAPE_2 + Envois.prouver(client, garde));
        presser(parent, ".ts-compte--ferme [id$=garder]");
        noter(releve, parent, "/compte/confirmation");
        presser(parent, "#valider");
        noter(releve, parent, "/comptes-regroupes");
    }

    /** Le pas que le script fait seul : sans lui, la page se lit. */
    private void suiteDUnCourrier(Releve releve, ClientHttp client, Pile.Compte courrier) {
        Visiteur parent = avecLaSession(navigateur.sansScript(Navigateur.TELEPHONE), client);
        parent.ouvrirPage("/courrier");
        parent.page().locator("#courrierIdentifiant-saisie").fill(courrier.identifiant());
        parent.page().locator("#courrierMotDePasse-saisie").fill(courrier.motDePasse());
        presser(parent, "#suivant");
        voir(releve, parent, "/courrier/suite");
    }

    /** Ce que lit qui doit redonner son mot de passe, puis qui n'est entré que par un courrier. */
    private void sessionARefaire(Releve releve, ClientHttp client, Pile.Compte compte) {
        String siennes = " WHERE identifiant = '" + compte.identifiant() + "'";
        pile.base().executer("UPDATE session_ouverte SET prouvee_le = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR" + siennes);
        Map<String, String> champs =
                ClientHttp.champs(client.lire("/compte/mail").body());
        champs.remove("plus-tard");
        champs.put("mail-saisie", "neuve@exemple.fr");
        client.envoyer("/compte/mail", champs);
        // Sans script, la page ne renvoie pas d'elle-même ce qu'elle garde.
        voir(releve, avecLaSession(navigateur.sansScript(Navigateur.TELEPHONE), client), "/reprendre");
        pile.base()
                .executer(
                        "UPDATE session_ouverte SET niveau = 'PAPIER', portee = '" + Familles.UAI + "'" + siennes,
                        "INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante,"
                                + " titulaire, avisee) SELECT r.id, MAX(t.uai), 'x', 'x', UTC_TIMESTAMP(3),"
                                + " UTC_TIMESTAMP(3) + INTERVAL 9 DAY, 1, 1, 0 FROM responsable AS r, etablissement AS t"
                                + " WHERE r.id = " + compte.id() + " AND t.uai <> '" + Familles.UAI + "'");
        voir(releve, devant(client), "/compte/preuve");
    }

    /** Les documents que ses pages proposent, en PDF. */
    private void documents(Releve releve, Visiteur parent) {
        parent.ouvrirPage("/compte/historique");
        List<?> adresses = (List<?>)
                parent.page().locator("main a[href*='.pdf']").evaluateAll("liens => liens.map(lien => lien.href)");
        assertThat(adresses).hasSize(2);
        adresses.forEach(adresse -> releve.pdf(
                adresse.toString(),
                parent.contexte().request().get(adresse.toString()).body()));
    }

    private void lettre(Releve releve, EcoleDEssai ecole, ClientHttp agent, Visiteur assis) {
        GestesDuBureau.Geste geste = GestesDuBureau.geste("/etablissement/courrier#post");
        FormData champs = FormData.create();
        GestesDuBureau.ouvrir(agent, geste, ecole).forEach(champs::set);
        releve.pdf(
                geste.envoi(),
                assis.contexte()
                        .request()
                        .post(
                                pile.adresse() + application + geste.envoi(),
                                RequestOptions.create()
                                        .setHeader("Origin", pile.adresse())
                                        .setForm(champs))
                        .body());
    }

    private void bureau(Releve releve, EcoleDEssai ecole, ClientHttp agent, Predicate<Lecture> choix) {
        Visiteur assis = devant(agent);
        for (Lecture lecture : GestesDuBureau.LECTURES.stream().filter(choix).toList()) {
            if (lecture.chemin().endsWith(".csv")) {
                String csv = agent.lire(lecture.adresse(ecole)).body();
                releve.texte(lecture.chemin(), csv.lines().findFirst().orElse(""));
            } else if (!lecture.chemin().endsWith(".jsonl")) {
                voir(releve, assis, lecture.adresse(ecole));
            }
        }
    }

    private void voir(Releve releve, Visiteur visiteur, String adresse) {
        visiteur.ouvrirPage(adresse);
        noter(releve, visiteur, adresse);
    }

    private void noter(Releve releve, Visiteur visiteur, String adresse) {
        String page = adresse.replaceAll("\\?.*", "");
        assertThat(visiteur.chemin()).startsWith(page);
        vues.add(page);
        visiteur.elargir(DeDroiteAGauche.ETROIT);
        releve.page(visiteur, page);
        arabe.controler(visiteur, page);
    }

    private static void presser(Visiteur visiteur, String bouton) {
        visiteur.puisAttendre(() -> visiteur.page().locator(bouton).click());
    }

    private ClientHttp agent(String bureau, String identifiant, String motDePasse) {
        ClientHttp agent = new ClientHttp(pile, application);
        agent.entrer(bureau, identifiant, motDePasse);
        return agent;
    }

    /** Un téléphone qui a la session de ce client. */
    private Visiteur devant(ClientHttp client) {
        return avecLaSession(navigateur.visiteur(), client);
    }

    private Visiteur avecLaSession(Visiteur neuf, ClientHttp client) {
        Visiteur visiteur = neuf.choisir(application);
        visiteur.contexte()
                .addCookies(List.of(new Cookie(ClientHttp.SESSION, client.temoin(ClientHttp.SESSION))
                        .setDomain("localhost")
                        .setPath(application)));
        return visiteur;
    }

    /** Les pages du produit. */
    private static Set<String> pages(Predicate<String> choix) throws IOException {
        try (Stream<Path> toutes = Files.walk(PAGES)) {
            return toutes.map(page -> "/" + PAGES.relativize(page).toString().replace('\\', '/'))
                    .filter(page -> page.endsWith(".xhtml") && !page.startsWith("/WEB-INF/"))
                    .map(page -> page.substring(0, page.length() - ".xhtml".length()))
                    .filter(choix)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
