package fr.academie.teleservices.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import fr.academie.teleservices.socle.config.Reglages;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Les réglages disent à qui remettre quoi ; la base le retient, et chaque événement y trouve ses remises. */
class AbonnementsTest {

    private static final URI ENT = URI.create("https://ent.exemple.fr/evenements");
    private static final URI CANTINE = URI.create("https://cantine.exemple.fr/");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(base.source());

    @BeforeEach
    void vider() {
        base.vider();
    }

    @Test
    void quiSAbonneALInstantaneARelireEtLuiSeul() {
        inscrire(Map.of("ent", ENT), Map.of());
        assertThat(remises()).isEqualTo("ent INSTANTANE_A_RELIRE");
        inscrire(Map.of("ent", ENT), Map.of());
        inscrire(Map.of("ent", ENT, "cantine", CANTINE), Map.of());
        assertThat(remises()).isEqualTo("ent INSTANTANE_A_RELIRE, cantine INSTANTANE_A_RELIRE");
    }

    @Test
    void unTypeDePlusSeRattrapeParUnInstantaneUnTypeDeMoinsNon() {
        inscrire(Map.of("ent", ENT), Map.of("diffusion.ent.types", "COMPTE_CREE, COMPTE_FERME"));
        inscrire(Map.of("ent", ENT), Map.of("diffusion.ent.types", "COMPTE_FERME"));
        assertThat(remises()).isEqualTo("ent INSTANTANE_A_RELIRE");
        inscrire(Map.of("ent", ENT), Map.of());
        assertThat(remises()).isEqualTo("ent INSTANTANE_A_RELIRE, ent INSTANTANE_A_RELIRE");
    }

    @Test
    void unEvenementVaAQuiDemandeSonType() {
        AtelierDeDiffusion diffusion = new AtelierDeDiffusion(
                atelier,
                reglages(Map.of("ent", ENT, "cantine", CANTINE), Map.of("diffusion.cantine.types", "COMPTE_FERME")),
                Facteur::new);
        diffusion.inscrire();
        diffusion.annoncer(new Familles(base).actif("cristelle.durand"), "cristelle.durand");
        assertThat(remises()).isEqualTo("ent COMPTE_ACTIVE");
    }

    @Test
    void unAbonneRetirePerdCeQuiLAttendaitEtNeRecoitPlusRien() {
        AtelierDeDiffusion diffusion =
                new AtelierDeDiffusion(atelier, reglages(Map.of("ent", ENT), Map.of()), Facteur::new);
        diffusion.inscrire();
        long compte = new Familles(base).actif("cristelle.durand");
        diffusion.annoncer(compte, "cristelle.durand");
        inscrire(Map.of(), Map.of());
        diffusion.annoncer(compte, "cristelle.durand");
        assertThat(remises()).isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM abonne")).isZero();
    }

    @Test
    void deuxServeursQuiDemarrentEnsembleNInscriventQuUneFois() {
        CompletableFuture<?>[] serveurs = new CompletableFuture<?>[4];
        for (int i = 0; i < serveurs.length; i++) {
            serveurs[i] = CompletableFuture.runAsync(() -> inscrire(Map.of("ent", ENT), Map.of()));
        }
        CompletableFuture.allOf(serveurs).join();
        assertThat(remises()).isEqualTo("ent INSTANTANE_A_RELIRE");
    }

    @Test
    void unImportEnNombreNAnnonceQuUnInstantane() {
        AtelierDeDiffusion diffusion =
                new AtelierDeDiffusion(atelier, reglages(Map.of("ent", ENT), Map.of()), Facteur::new);
        diffusion.inscrire();
        assertThat(annoncer(diffusion, 10_000)).isTrue();
        assertThat(remises()).isEmpty();
        assertThat(annoncer(diffusion, 10_001)).isFalse();
        assertThat(remises()).isEqualTo("ent INSTANTANE_A_RELIRE");
    }

    private boolean annoncer(AtelierDeDiffusion diffusion, int comptes) {
        return atelier.transactions.executer(
                () -> diffusion.evenements.annoncerEnNombre(comptes, atelier.horloge.instant()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "adresse; http://ent.exemple.fr/; une adresse https est attendue",
                "adresse; ent.exemple.fr; une adresse http ou https complète est attendu",
                "secret; trop-court; n'est pas un secret",
                "secret; whsec_c2VjcmV0; n'est pas un secret",
                "secret; whsec_*****************************************; n'est pas un secret",
                "types; COMPTE_PERDU; COMPTE_PERDU",
                "adresses_privees; intranet; des adresses IP comme",
                "couleur; bleu; diffusion.ent.couleur"
            })
    void unReglageFautifArreteLeDemarrageEtSeDit(String cle, String valeur, String reproche) {
        assertThatThrownBy(() -> inscrire(Map.of("ent", ENT), Map.of("diffusion.ent." + cle, valeur)))
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContaining("diffusion.ent." + cle)
                .hasMessageContaining(reproche);
    }

    @Test
    void unSecretFautifNEstPasRepete() {
        assertThatThrownBy(() -> inscrire(Map.of("ent", ENT), Map.of("diffusion.ent.secret", "whsec_presque")))
                .isInstanceOf(ErreurDeConfiguration.class)
                .message()
                .doesNotContain("presque");
        assertThat(reglages(Map.of("ent", ENT), Map.of()).toString()).doesNotContain("whsec_MfKQ");
    }

    @Test
    void unNomQueLEnvironnementNePeutPasEcrireEstRefuse() {
        assertThatThrownBy(() -> inscrire(Map.of("mon-ent", ENT), Map.of()))
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContaining("diffusion.abonnes")
                .hasMessageContaining("mon-ent");
    }

    private void inscrire(Map<String, URI> abonnes, Map<String, String> autres) {
        new AtelierDeDiffusion(atelier, reglages(abonnes, autres), Facteur::new).abonnements.inscrire();
    }

    private static Reglages reglages(Map<String, URI> abonnes, Map<String, String> autres) {
        Map<String, String> reels = new TreeMap<>(autres);
        abonnes.keySet().forEach(nom -> reels.putIfAbsent("diffusion." + nom + ".adresses_privees", ""));
        return AtelierDeDiffusion.reglages(abonnes, reels);
    }

    private String remises() {
        return String.join(
                ", ",
                base.lire("SELECT CONCAT(r.abonne, ' ', v.type) FROM remise AS r JOIN evenement AS v"
                        + " ON v.id = r.evenement_id ORDER BY v.id"));
    }
}
