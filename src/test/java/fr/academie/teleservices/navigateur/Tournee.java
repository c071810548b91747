package fr.academie.teleservices.navigateur;

import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Fait passer un visiteur par toutes les pages et tous leurs états, et montre chacun. */
final class Tournee {

    private static final String ACTUEL = "#actuel-saisie";

    private final Pile pile;
    private final Supplier<Visiteur> arrivee;
    private final BiConsumer<Visiteur, String> montrer;

    /**
     * Une tournée.
     *
     * @param arrivee un visiteur neuf, à l'écran voulu
     * @param montrer reçoit chaque écran et son nom
     */
    Tournee(Pile pile, Supplier<Visiteur> arrivee, BiConsumer<Visiteur, String> montrer) {
        this.pile = pile;
        this.arrivee = arrivee;
        this.montrer = montrer;
    }

    void faire() {
        pagesPubliques();
        pagesDErreur();
        oubli();
        activation();
        compte();
        refus();
        regroupement();
    }

    private void pagesPubliques() {
        Visiteur passant = arrivee.get();
        for (String page : Pages.PUBLIQUES) {
            montrerLaPage(passant, page);
        }
    }

    private void pagesDErreur() {
        Visiteur passant = arrivee.get();
        montrerLaPage(passant, "/page-qui-n-existe-pas");
        montrerLaPage(passant, "/connexion?ticket=ST-1");
        for (String page : new String[] {
            "acces-reserve", "compte-ferme", "cas-indisponible", "formulaire-refuse", "demande-illisible", "affluence"
        }) {
            montrerLaPage(passant, "/erreurs/" + page);
        }
        Visiteur parent = connecte(pile.actif("Dylan"));
        montrerLaPage(parent, "/page-qui-n-existe-pas");
        pile.base().executer("RENAME TABLE rattachement TO rattachement_ailleurs");
        try {
            montrerLaPage(parent, "/compte/enfants");
        } finally {
            pile.base().executer("RENAME TABLE rattachement_ailleurs TO rattachement");
        }
    }

    private void oubli() {
        Visiteur passant = arrivee.get();
        for (String page : new String[] {"/oubli/identifiant", "/oubli/mot-de-passe"}) {
            passant.ouvrirPage(page);
            passant.presserDans("main", "Recevoir le courriel");
            montrer.accept(passant, page + ", champ vide");
        }
    }

    private void activation() {
        Visiteur parent = connecte(pile.cree("Florian"));
        montrer.accept(parent, "/activation");
        parent.presserDans(".ts-actions", "SUIVANT");
        parent.page().locator("#nouveau-saisie").pressSequentially("court");
        parent.page().locator("#confirmation-saisie").fill("court");
        parent.page().locator("#jauge:not(:empty)").waitFor();
        montrer.accept(parent, "/activation/mot-de-passe, jauge");
        parent.presserDans(".ts-actions", "Enregistrer");
        montrer.accept(parent, "/activation/mot-de-passe, refus");
        parent.page().locator("#nouveau-saisie").fill("Marée-Haute-7-Grèves");
        parent.page().locator("#confirmation-saisie").fill("Marée-Haute-7-Grèves");
        parent.presserDans(".ts-actions", "Enregistrer");
        montrer.accept(parent, "/activation/mail");
        parent.presserDans(".ts-actions", "Recevoir le code");
        montrer.accept(parent, "/activation/mail, code");
        parent.presserDans(".ts-actions", "Plus tard");
        montrer.accept(parent, "/activation/fin");
    }

    private void compte() {
        Pile.Compte sien = pile.actif("Dylan", "Florian");
        pile.base()
                .executer("UPDATE rattachement SET etat = 'CONTESTE' WHERE responsable_id = " + sien.id() + " LIMIT 1");
        Visiteur parent = connecte(sien);
        for (String page : new String[] {
            "/accueil",
            "/compte",
            "/compte/profil",
            "/compte/profil?fait=motDePasse",
            "/compte/historique",
            "/compte/mot-de-passe",
            "/compte/mail",
            "/compte/portable",
            "/compte/enfants",
            "/contact",
            "/liens-utiles"
        }) {
            montrerLaPage(parent, page);
        }
        for (String eleve : pile.base().lire("SELECT eleve_id FROM rattachement WHERE responsable_id = " + sien.id())) {
            montrerLaPage(parent, "/compte/contester?motif=SESSION_EXPIREE&eleve=" + eleve);
        }
        montrerLaPage(parent, "/compte/contester?eleve=0");
        montrerLaPage(parent, "/compte/enfants?fait=contestation");
        parent.ouvrirPage("/compte/mot-de-passe");
        parent.page().locator(ACTUEL).fill("Mauvais!2026");
        parent.page().locator("#nouveau-saisie").fill("Marée-Haute-7-Grèves");
        parent.page().locator("#confirmation-saisie").fill("Marée-Haute-7-Grèves");
        parent.presserDans(".ts-actions", "Enregistrer");
        montrer.accept(parent, "/compte/mot-de-passe, refus");
        parent.ouvrirPage("/accueil");
        parent.deplierLeMenu();
        montrer.accept(parent, "/accueil, menu déplié");

        Visiteur seul = connecte(pile.actif());
        montrer.accept(seul, "/accueil, aucun enfant");
        montrerLaPage(seul, "/compte/enfants");
    }

    private void refus() {
        Pile.Compte autre = pile.autrePersonne("Yanis");
        Pile.Compte sien = pile.actif("Dylan");
        Visiteur parent = connecte(sien);
        montrerLaPage(parent, Regroupement.ETAPE_1);
        Regroupement.saisir(parent, "", "");
        montrer.accept(parent, "étape 1, champs vides");
        Regroupement.saisir(parent, sien.identifiant(), sien.motDePasse());
        montrer.accept(parent, "étape 1, même compte");
        Regroupement.saisir(parent, autre.identifiant(), autre.motDePasse());
        montrer.accept(parent, "étape 1, autre identité");
        Regroupement.saisir(parent, autre.identifiant(), "Mauvais!2026");
        montrer.accept(parent, "étape 1, preuve refusée");
        for (int essai = 0; essai < 5; essai++) {
            Regroupement.saisir(parent, autre.identifiant(), "Mauvais!2026");
        }
        montrer.accept(parent, "étape 1, trop d'essais");
        montrerLaPage(parent, Regroupement.ETAPE_1 + "?motif=SESSION_EXPIREE");
        montrerLaPage(parent, "/compte/confirmation?demande=x");
        pile.preparer();
    }

    private void regroupement() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian", "Jean-Baptiste Maximilien");
        pile.base()
                .executer("INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat) SELECT "
                        + secondaire.id() + ", eleve_id, 1, 10, 'ACTIF' FROM rattachement WHERE responsable_id = "
                        + principal.id());
        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, secondaire);
        montrer.accept(parent, "étape 2");
        pile.familles().lier(secondaire.id(), pile.familles().eleve("Noé"));
        Regroupement.valider(parent);
        montrer.accept(parent, "étape 2, faits changés");
        Regroupement.valider(parent);
        montrer.accept(parent, "étape 3");
    }

    private void montrerLaPage(Visiteur visiteur, String page) {
        visiteur.ouvrirPage(page);
        montrer.accept(visiteur, page);
    }

    private Visiteur connecte(Pile.Compte compte) {
        Visiteur parent = arrivee.get();
        parent.seConnecter(compte);
        return parent;
    }
}
