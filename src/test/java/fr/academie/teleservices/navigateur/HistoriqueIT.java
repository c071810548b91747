package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import fr.academie.teleservices.essais.EssaiLong;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Ce qu'un parent lit et emporte de son compte : suggestion, accusé, historique, copie de ses données. */
@EssaiLong("l'historique et ce qu'on en télécharge ; HistoriqueServiceTest garde ce qu'il montre")
@EssaiDeNavigateur
class HistoriqueIT {

    private final Pile pile;
    private final Navigateur navigateur;

    HistoriqueIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void deLaSuggestionALaCopieDeSesDonnees() throws IOException {
        Pile.Compte sien = pile.actif("Dylan");
        Pile.Compte autre = pile.cree("Florian");
        pile.base()
                .executer(
                        "UPDATE responsable SET mail = '" + autre.identifiant() + "@exemple.fr',"
                                + " mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + sien.id(),
                        "INSERT INTO journal (le, action, responsable_id, acteur, acteur_profil, adresse, details)"
                                + " SELECT UTC_TIMESTAMP(3) - INTERVAL s.seq DAY, 'CONNEXION', " + sien.id() + ", '"
                                + sien.identifiant()
                                + "', 'RESPONSABLE', '192.0.2.7', '{}' FROM seq_1_to_30 AS s");
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(sien);

        parent.ouvrirPage("/compte/enfants");
        assertThat(parent.contenu())
                .contains("Un autre compte est peut-être à vous")
                .doesNotContain("Florian", autre.identifiant());
        controle.controler(parent, "enfants, suggestion");
        parent.ouvrirPage("/tuile");
        assertThat(parent.texte("main")).contains("Un autre compte est peut-être à vous.");

        Regroupement.prouver(parent, autre);
        Regroupement.valider(parent);
        controle.controler(parent, "étape 3, accusé");
        Path accuse = telecharger(parent, "Télécharger l’accusé de regroupement (PDF)", "accuse-de-regroupement-");
        assertThat(texte(accuse)).contains(sien.identifiant(), autre.identifiant(), "Dylan DURAND", "Florian DURAND");

        parent.ouvrirPage("/compte/profil");
        parent.presserDans("main", "Voir l’historique du compte");
        assertThat(parent.titre()).isEqualTo("HISTORIQUE");
        assertThat(parent.contenu())
                .contains("Le compte " + autre.identifiant() + " a été regroupé avec celui-ci")
                .contains("Connexion à Téléservices", "Par vous", "Page suivante")
                .doesNotContain("Page précédente");
        assertThat(lignes(parent)).isEqualTo(20);
        controle.controler(parent, "historique");
        parent.presserDans("main", "Page suivante");
        assertThat(lignes(parent)).isEqualTo(12);
        assertThat(parent.contenu()).contains("Page précédente").doesNotContain("Page suivante");
        parent.presserDans("main", "REGROUPEMENTS");
        assertThat(lignes(parent)).isEqualTo(1);
        telecharger(parent, "Télécharger l’accusé de regroupement (PDF)", "accuse-de-regroupement-");
        parent.presserDans("main", "CHANGEMENTS");
        assertThat(parent.contenu()).contains("Rien de cette sorte n’est arrivé à votre compte.");
        controle.controler(parent, "historique, vide");
        parent.ouvrirPage("/compte/historique?genre=x&page=99999999999");
        assertThat(lignes(parent)).isEqualTo(20);
        parent.ouvrirPage("/compte/historique?page=99");
        assertThat(lignes(parent))
                .as("au-delà de la dernière page, la dernière")
                .isEqualTo(12);

        Path pdf = telecharger(parent, "Télécharger en PDF, pour le lire", "mes-donnees-teleservices.pdf");
        assertThat(texte(pdf)).contains("Copie de mes données personnelles", "Florian DURAND", "192.0.2.7");
        Path json = telecharger(parent, "Télécharger en JSON, pour un autre service", "mes-donnees-teleservices.json");
        assertThat(Files.readString(json)).contains("\"identifiant\": \"" + sien.identifiant() + "\"", "192.0.2.7");
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void uneSuggestionEcarteeNeRevientPas() {
        Pile.Compte sien = pile.actif("Dylan");
        Pile.Compte autre = pile.actif("Florian");
        pile.base()
                .executer("UPDATE responsable SET mail = '" + sien.identifiant()
                        + "@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3) WHERE id IN (" + sien.id() + ", "
                        + autre.id() + ")");
        Visiteur parent = navigateur.sansScript(Navigateur.ORDINATEUR);
        parent.seConnecter(sien);
        parent.ouvrirPage("/compte/enfants");
        parent.presserDans("main", "Ne plus le proposer");
        assertThat(parent.contenu())
                .contains("Ce compte ne vous sera plus proposé.")
                .doesNotContain("peut-être à vous");
        parent.ouvrirPage("/compte/enfants");
        assertThat(parent.contenu()).doesNotContain("peut-être à vous");
    }

    @Test
    void lesDocumentsNeSOuvrentQuASonTitulaireEtNeRestentDansAucunCache() {
        Pile.Compte sien = pile.actif("Dylan");
        Pile.Compte autre = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(sien);
        String jeton = Envois.prouver(parent, autre);
        Envois.valider(parent, Envois.etape2(parent, jeton));
        String accuse = "/compte/telecharger/accuse-de-regroupement.pdf?demande=" + jeton;
        HttpResponse<String> recu = parent.lire(accuse);
        assertThat(recu.statusCode()).isEqualTo(200);
        assertThat(recu.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(recu.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(recu.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"accuse-de-regroupement-\\d+\\.pdf\"");

        ClientHttp voisin = new ClientHttp(pile).connecter(pile.autrePersonne("Yanis"));
        assertThat(voisin.lire(accuse).statusCode()).isEqualTo(404);
        assertThat(parent.lire("/compte/telecharger/accuse-de-regroupement.pdf?demande=x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(parent.lire("/compte/telecharger/").statusCode()).isEqualTo(404);
        assertThat(new ClientHttp(pile).lire(accuse).statusCode()).isEqualTo(302);
    }

    private static int lignes(Visiteur parent) {
        return parent.page().locator(".ts-historique > li").count();
    }

    private static Path telecharger(Visiteur parent, String libelle, String debutDuNom) {
        Locator lien = parent.action("main", libelle);
        Download recu = parent.page().waitForDownload(lien::click);
        assertThat(recu.suggestedFilename()).startsWith(debutDuNom);
        return recu.path();
    }

    private static String texte(Path pdf) throws IOException {
        try (PDDocument lu = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(lu).replaceAll("\\s+", " ");
        }
    }
}
