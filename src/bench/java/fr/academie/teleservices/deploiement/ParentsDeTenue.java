package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.deploiement.Dires.Dit;
import fr.academie.teleservices.deploiement.FamillesDeTenue.Membre;
import fr.academie.teleservices.deploiement.Visite.Preuve;
import fr.academie.teleservices.deploiement.Visite.Rupture;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.navigateur.ClientHttp;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Des familles, chacune une fois, qui jouent chacune une {@link Scene}, en recommençant ce qu'une panne a coupé. */
final class ParentsDeTenue {

    private static final int ESSAIS = 6;
    /** Ce qu'attend une personne devant une page d'erreur ; sans quoi les familles s'épuisent contre une base morte. */
    private static final long AVANT_DE_RECOMMENCER = 700;

    private static final int SE_TROMPE = 7;
    private static final int DOUBLE_CLIC = 5;
    private static final String ACCUEIL = "/accueil";
    private static final String BUREAU = "/etablissement";

    private final String adresse;
    private final HttpClient connexions;
    private final Requetes base;
    private final List<Scene> scenes;
    private final AtomicInteger rangs = new AtomicInteger();
    private final Releve releve = new Releve();
    private final Dires dires = new Dires();
    private final ExecutorService seconds = Executors.newCachedThreadPool();
    private volatile long fin = System.nanoTime();

    /** @param scenes jouées l'une après l'autre, puis de nouveau */
    ParentsDeTenue(String adresse, SSLContext confiance, Requetes base, List<Scene> scenes) {
        this.adresse = adresse;
        this.connexions = ClientHttp.connexions(confiance);
        this.base = base;
        this.scenes = scenes;
    }

    /** Il n'en viendra plus de nouveaux après ce délai. */
    void vivreAuPlus(long nanosecondes) {
        fin = System.nanoTime() + nanosecondes;
    }

    void vivre() {
        while (System.nanoTime() - fin < 0) {
            int rang = rangs.incrementAndGet();
            Scene scene = scenes.get(rang % scenes.size());
            try {
                jouer(scene, rang);
                releve.suite(scene.name());
            } catch (AssertionError | IllegalStateException coupe) {
                releve.interrompue(scene, coupe);
            }
        }
    }

    private void jouer(Scene scene, int rang) {
        switch (scene) {
            case SEUL -> seul(rang);
            case DEUX_PRINCIPAUX -> ensemble(visite(rang, Membre.P), rang, Membre.A, visite(rang, Membre.Q), Membre.A);
            case L_UN_L_AUTRE -> ensemble(visite(rang, Membre.P), rang, Membre.Q, visite(rang, Membre.Q), Membre.P);
            case EN_CHAINE -> ensemble(visite(rang, Membre.P), rang, Membre.A, visite(rang, Membre.Q), Membre.P);
            case DEUX_NAVIGATEURS -> ensemble(visite(rang, Membre.P), rang, Membre.A, visite(rang, Membre.P), Membre.B);
            case DOUBLE_VALIDER -> deuxFois(rang);
            case BUREAU -> casser(rang);
        }
    }

    private void seul(int rang) {
        Visite parent = visite(rang, Membre.P);
        if (rang % SE_TROMPE == 0) {
            essayer(parent, ACCUEIL, () -> {
                if (parent.prouver(Membre.A.identifiant(rang), "Mauvais!2026") != null) {
                    dires.mensonge(parent.identifiant() + " a prouvé un compte d'un mot de passe faux");
                }
                return Dit.RIEN;
            });
        }
        for (Membre autre : List.of(Membre.A, Membre.B, Membre.Q)) {
            if (regrouper(parent, rang, autre) == Dit.FAIT) {
                exigerSonEnfant(parent, autre);
            }
        }
    }

    private Dit regrouper(Visite parent, int rang, Membre autre) {
        return essayer(parent, ACCUEIL, () -> {
            Preuve preuve = parent.prouver(autre.identifiant(rang), Familles.MOT_DE_PASSE);
            if (preuve == null) {
                return Dit.RIEN;
            }
            Dit dit = parent.valider(preuve);
            return dit == Dit.INCERTAIN || rang % DOUBLE_CLIC == 0 ? parent.valider(preuve) : dit;
        });
    }

    /** L'enfant du compte qu'on vient de lui dire regroupé est dans la liste, si elle vient. */
    private void exigerSonEnfant(Visite parent, Membre autre) {
        try {
            if (!parent.exigerLaPage("/compte/enfants").contains(autre.enfant())) {
                dires.mensonge(parent.identifiant() + " a lu FAIT, et ne voit pas " + autre.enfant());
            }
        } catch (IllegalStateException coupee) {
            releve.suite("liste non lue");
        }
    }

    /** Jusqu'à ce qu'une réponse vienne. */
    private Dit essayer(Visite visite, String accueil, Supplier<Dit> geste) {
        for (int essai = 1; essai <= ESSAIS; essai++) {
            try {
                visite.entrer(accueil);
                Dit dit = geste.get();
                if (dit != Dit.INCERTAIN) {
                    return dit;
                }
            } catch (AssertionError | IllegalStateException coupe) {
                recommencer();
            }
        }
        releve.suite("sans réponse après " + ESSAIS + " essais");
        return Dit.INCERTAIN;
    }

    private void ensemble(Visite une, int rang, Membre saProie, Visite autre, Membre laSienne) {
        Preuve premiere = prouver(une, saProie.identifiant(rang));
        Preuve seconde = prouver(autre, laSienne.identifiant(rang));
        ensemble(() -> une.valider(premiere), () -> autre.valider(seconde));
    }

    private void deuxFois(int rang) {
        Visite parent = visite(rang, Membre.P);
        Preuve preuve = prouver(parent, Membre.A.identifiant(rang));
        ensemble(() -> parent.valider(preuve), () -> parent.valider(preuve));
        regrouper(parent, rang, Membre.B);
    }

    /** Presse les deux à la fois, et de nouveau ce qui est resté sans réponse. */
    private void ensemble(Supplier<Dit> un, Supplier<Dit> autre) {
        CompletableFuture<Dit> second = CompletableFuture.supplyAsync(autre, seconds);
        Dit premier = un.get();
        if (second.join() == Dit.INCERTAIN) {
            releve.suite("pressé de nouveau : " + autre.get());
        }
        if (premier == Dit.INCERTAIN) {
            releve.suite("pressé de nouveau : " + un.get());
        }
    }

    private Preuve prouver(Visite visite, String autre) {
        for (int essai = 1; ; essai++) {
            try {
                visite.entrer(ACCUEIL);
                Preuve preuve = visite.prouver(autre, Familles.MOT_DE_PASSE);
                if (preuve != null) {
                    return preuve;
                }
                throw new IllegalStateException(autre + " n'est pas prouvé");
            } catch (AssertionError | IllegalStateException coupe) {
                if (essai == ESSAIS) {
                    throw coupe;
                }
                recommencer();
            }
        }
    }

    /** Attend un peu ; la course finie, personne n'insiste. */
    private void recommencer() {
        if (System.nanoTime() - fin >= 0) {
            throw new IllegalStateException("la course est finie");
        }
        releve.suite("recommencé");
        try {
            Thread.sleep(AVANT_DE_RECOMMENCER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void casser(int rang) {
        Visite parent = visite(rang, Membre.P);
        if (regrouper(parent, rang, Membre.A) != Dit.FAIT) {
            return;
        }
        long compte = base.compter("SELECT id FROM responsable WHERE identifiant = '" + parent.identifiant() + "'");
        long eleve = base.compter("SELECT id FROM eleve WHERE identifiant = '" + Membre.A.eleve(rang) + "'");
        Visite autre = visite(rang, Membre.Q);
        Preuve preuve = prouver(autre, parent.identifiant());
        Visite bureau = new Visite(adresse, connexions, FamillesDeTenue.SECRETAIRE, releve, dires);
        bureau.entrer(BUREAU);
        Rupture rupture = bureau.choisirDeRompre(compte, eleve);
        if (rupture == null) {
            releve.suite("rupture refusée d'emblée");
            return;
        }
        ensemble(() -> bureau.rompre(rupture), () -> autre.valider(preuve));
    }

    private Visite visite(int rang, Membre membre) {
        return new Visite(adresse, connexions, membre.identifiant(rang), releve, dires);
    }

    /** Ce que quelqu'un a lu et qui n'est pas dans cette base. */
    List<String> faux(Requetes base) {
        return dires.faux(base);
    }

    /** Combien de demandes ont été dites faites. */
    int annonces() {
        return dires.annonces();
    }

    /** Plus personne ne viendra. */
    void partir() {
        seconds.shutdownNow();
    }

    Releve releve() {
        return releve;
    }

    /** Combien de familles sont venues. */
    int venues() {
        return rangs.get();
    }

    @Override
    public String toString() {
        return rangs + " familles, " + annonces() + " demandes dites faites ; " + releve;
    }
}
