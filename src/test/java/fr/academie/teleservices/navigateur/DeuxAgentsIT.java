package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.GestesDuBureau.Geste;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deux agents, ou deux pressions du même, au même instant : un seul effet, et l'autre apprend ce qui a été fait. */
@ExtendWith(PileExtension.class)
@Timeout(60)
class DeuxAgentsIT {

    private final Pile pile;
    private final EcoleDEssai ecole;
    private final ClientHttp un;
    private final ClientHttp autre;

    DeuxAgentsIT(Pile pile) {
        this.pile = pile;
        ecole = EcoleDEssai.creer(pile, "zdelta" + System.nanoTime());
        un = agent("chef");
        autre = agent("secretaire");
    }

    @Test
    void deuxAgentsCassentLeMemeRegroupementUneFois() {
        Map<String, String> sienne = demander(un);
        Map<String, String> laSienne = demander(autre);
        Geste confirmer = GestesDuBureau.geste("/etablissement/rupture-confirmation#confirmer");

        List<String> suites =
                ensemble(() -> un.envoyer(confirmer.envoi(), sienne), () -> autre.envoyer(confirmer.envoi(), laSienne));

        assertThat(suites).filteredOn(s -> s.contains("/rupture-faite?")).hasSize(1);
        String refusee = suites.stream()
                .filter(s -> s.contains("/rupture-confirmation?"))
                .findFirst()
                .orElseThrow();
        ClientHttp perdant = refusee.contains(sienne.getOrDefault("demande", "?")) ? un : autre;
        assertThat(perdant.lire(refusee).body())
                .contains("vient de casser ce regroupement")
                .doesNotContain("id=\"confirmer\"");
        assertThat(comptesNouveaux()).isEqualTo(1);
    }

    @Test
    void unDoubleClicEtUnRetourRetrouventLaMemeRupture() {
        Map<String, String> champs = demander(un);
        Geste confirmer = GestesDuBureau.geste("/etablissement/rupture-confirmation#confirmer");

        List<String> suites =
                ensemble(() -> un.envoyer(confirmer.envoi(), champs), () -> un.envoyer(confirmer.envoi(), champs));
        String apresRetour = ClientHttp.versOu(un.envoyer(confirmer.envoi(), champs));

        assertThat(Stream.concat(suites.stream(), Stream.of(apresRetour)).distinct())
                .singleElement()
                .asString()
                .contains("/rupture-faite?demande=" + champs.get("demande"));
        assertThat(comptesNouveaux()).isEqualTo(1);
    }

    @Test
    void deuxAgentsImprimentLaMemeLettreUneFois() {
        Geste imprimer = GestesDuBureau.geste("/etablissement/courrier#post");
        Map<String, String> sienne = GestesDuBureau.ouvrir(un, imprimer, ecole);
        Map<String, String> laSienne = GestesDuBureau.ouvrir(autre, imprimer, ecole);

        List<String> suites =
                ensemble(() -> un.envoyer(imprimer.envoi(), sienne), () -> autre.envoyer(imprimer.envoi(), laSienne));

        assertThat(suites).filteredOn(String::isEmpty).as("une lettre").hasSize(1);
        assertThat(suites).filteredOn(s -> s.contains("refus=")).hasSize(1);
        assertThat(pile.base()
                        .compter("SELECT COUNT(*) FROM courrier WHERE responsable_id = " + ecole.numero("aEcrire")))
                .isEqualTo(1);
    }

    @Test
    void deuxAgentsCreentLeMemeCompteUneFois() {
        Geste creer = GestesDuBureau.geste("/etablissement/attendu#creer");
        Map<String, String> sien = GestesDuBureau.ouvrir(un, creer, ecole);
        Map<String, String> leSien = GestesDuBureau.ouvrir(autre, creer, ecole);

        ensemble(() -> un.envoyer(creer.envoi(), sien), () -> autre.envoyer(creer.envoi(), leSien));
        un.envoyer(creer.envoi(), sien);

        assertThat(pile.base()
                        .compter("SELECT COUNT(*) FROM rattachement AS l JOIN responsable_attendu_eleve AS m ON"
                                + " m.eleve_id = l.eleve_id WHERE m.attendu_id = " + ecole.numero("aCreer")))
                .isEqualTo(1);
    }

    /** Choisit l'élève à faire partir et rend le formulaire de la confirmation, ouvert. */
    private Map<String, String> demander(ClientHttp agent) {
        Geste continuer = GestesDuBureau.geste("/etablissement/rupture#continuer");
        String confirmation =
                ClientHttp.versOu(agent.envoyer(continuer.envoi(), GestesDuBureau.ouvrir(agent, continuer, ecole)));
        return ClientHttp.champs(agent.lire(confirmation).body());
    }

    private long comptesNouveaux() {
        return pile.base().compter("SELECT COUNT(*) FROM rupture WHERE source_id = " + ecole.numero("aRompre"));
    }

    /** Où mène chacune des deux réponses, parties ensemble ; vide si elle ne mène nulle part. */
    private static List<String> ensemble(Supplier<HttpResponse<String>> une, Supplier<HttpResponse<String>> autre) {
        CompletableFuture<HttpResponse<String>> premiere = CompletableFuture.supplyAsync(une);
        HttpResponse<String> seconde = autre.get();
        return Stream.of(premiere.join(), seconde)
                .map(reponse -> reponse.headers().firstValue("Location").orElse(""))
                .toList();
    }

    private ClientHttp agent(String role) {
        ClientHttp agent = new ClientHttp(pile);
        agent.entrer("/etablissement", ecole.agent(role), Familles.MOT_DE_PASSE);
        return agent;
    }
}
