package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import org.junit.jupiter.api.Test;

/** Qui entre dans un bureau, et qui n'y entre pas. */
@EssaiDeNavigateur
class BureauIT {

    private final Pile pile;
    private final Navigateur navigateur;

    BureauIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void unAgentEntreParSonBureauEtPasParLaTuile() {
        pile.familles().agent("secretariat.essai", false);
        Visiteur agent = navigateur.visiteur();
        agent.elargir(1280);
        agent.ouvrirPage("/accueil");
        agent.sIdentifier("secretariat.essai", Familles.MOT_DE_PASSE);
        assertThat(agent.titre()).isEqualTo("Service réservé aux responsables");

        agent.presser("Ouvrir mon espace de travail");

        assertThat(agent.chemin()).isEqualTo("/etablissement");
        assertThat(agent.texte("header")).contains("Hélène CASTÉRA").doesNotContain("MON COMPTE");
        agent.ouvrirPage("/compte/enfants");
        assertThat(agent.titre()).isEqualTo("Service réservé aux responsables");
        agent.ouvrirPage("/assistance");
        assertThat(agent.titre()).isEqualTo("Cette page ne vous est pas ouverte");
        assertThat(pile.base()
                        .compter("SELECT COUNT(*) FROM journal_bureau WHERE action = 'CONNEXION'"
                                + " AND acteur = 'secretariat.essai'"))
                .isPositive();
    }

    @Test
    void unResponsableNEntreDansAucunBureau() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        for (String bureau : new String[] {"/etablissement", "/assistance", "/etablissement/quoi-que-ce-soit"}) {
            parent.ouvrirPage(bureau);
            assertThat(parent.titre()).isEqualTo("Cette page ne vous est pas ouverte");
        }
        parent.presser("Revenir à l’accueil");
        assertThat(parent.chemin()).startsWith("/accueil");
    }

    @Test
    void unEleveNEntreDansAucunBureau() {
        Visiteur eleve = navigateur.visiteur();
        eleve.ouvrirPage("/etablissement");
        eleve.sIdentifier("dylan.durand", "Eleve!2026");
        assertThat(eleve.titre()).isEqualTo("Service réservé aux responsables");
        assertThat(eleve.actions("main")).doesNotContain("Ouvrir mon espace de travail");
        eleve.presserDans("main", "Se déconnecter");
    }
}
