package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolitiqueMotDePasseTest {

    private static final String CENT_VINGT_HUIT = IntStream.range(0, 32)
            .mapToObj(i -> "Ab" + i % 10 + (char) ('!' + i % 15))
            .collect(Collectors.joining());

    private final PolitiqueMotDePasse politique = new PolitiqueMotDePasse(new MotsDePasseCourants());
    private final Compte compte = new Compte(
            1,
            new Identifiant("c.durand7"),
            new Identite("Durand", "Lefèvre", "Cristelle"),
            null,
            null,
            EtatCompte.CREE,
            0,
            null);

    @ParameterizedTest
    @ValueSource(strings = {"Vélo-rouge-4!", "ValiseJaune1234", "le chat noir dort sur mon lit", "Épi-de-blé 2026"})
    void accepteLesTroisVoiesDeLaCnil(String motDePasse) {
        assertThat(politique.defauts(motDePasse, compte)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Court1!", "azertyuiopqs", "Azertyuiop12", "2BUYJ9C8", "un deux trois"})
    void refuseUnMotDePasseTropFaible(String motDePasse) {
        assertThat(politique.defauts(motDePasse, compte)).contains(RegleMotDePasse.TROP_FAIBLE);
    }

    @Test
    void refuseLeNomQuelleQuEnSoitLaGraphie() {
        assertThat(politique.defauts("Maison-DURAND-33", compte)).contains(RegleMotDePasse.CONTIENT_LE_NOM);
        assertThat(politique.defauts("Maison-LEFEVRE-33", compte)).contains(RegleMotDePasse.CONTIENT_LE_NOM);
        assertThat(politique.defauts("Cristelle-2026-abc", compte)).contains(RegleMotDePasse.CONTIENT_LE_NOM);
    }

    @Test
    void refuseLIdentifiant() {
        assertThat(politique.defauts("Abc-C.DURAND7-2026", compte)).contains(RegleMotDePasse.CONTIENT_L_IDENTIFIANT);
    }

    @Test
    void refuseUnMotifRepete() {
        assertThat(politique.defauts("aA1aA1aA1aA1aA1aA1", compte)).isEqualTo(List.of(RegleMotDePasse.TROP_COURANT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Azertyuiop1!",
                "Motdepasse1234",
                "M0tdep@sse-2026!",
                "M0t-de-P@sse-33",
                "2026-Soleil!!",
                "Bonjour!Bonjour!1",
                "P4$$w0rd!!2026",
                "Abcdefghij-123",
                "Poiuytreza-123",
                "chat chat chat chat chat chat chat",
                "Ab1!Ab1!Ab1!Ab1!"
            })
    void refuseUnMotDePasseCourantMemeDeguiseOuRepete(String motDePasse) {
        assertThat(politique.defauts(motDePasse, compte)).isEqualTo(List.of(RegleMotDePasse.TROP_COURANT));
    }

    @Test
    void leSeuilDeChaqueVoieEstCeluiDeLaCnil() {
        assertThat(politique.defauts("Vélo-rouge4", compte)).contains(RegleMotDePasse.TROP_FAIBLE);
        assertThat(politique.defauts("Vélo-rouge4!", compte)).isEmpty();
        assertThat(politique.defauts("Vélo-rouge-vif", compte)).isEmpty();
        assertThat(politique.defauts("Vélo-rouge-vi", compte)).contains(RegleMotDePasse.TROP_FAIBLE);
        assertThat(politique.defauts("le chat noir dort mon lit", compte)).contains(RegleMotDePasse.TROP_FAIBLE);
        assertThat(politique.defauts("le-chat-noir-dort-sur-mon-lit", compte)).isEmpty();
    }

    @Test
    void accepteCentVingtHuitCaracteresEtRefuseLaDemesure() {
        assertThat(politique.defauts(CENT_VINGT_HUIT, compte)).isEmpty();
        assertThat(politique.defauts("Ab1!".repeat(100), compte)).isEqualTo(List.of(RegleMotDePasse.TROP_LONG));
    }

    @Test
    void lesBornesSontComprises() {
        String longueurMaximale = CENT_VINGT_HUIT + new StringBuilder(CENT_VINGT_HUIT).reverse();

        assertThat(longueurMaximale).hasSize(PolitiqueMotDePasse.LONGUEUR_MAXIMALE);
        assertThat(politique.defauts(longueurMaximale, compte)).isEmpty();
        assertThat(politique.defauts(longueurMaximale + "a", compte)).isEqualTo(List.of(RegleMotDePasse.TROP_LONG));
    }

    @Test
    void unMotifDeHuitSignesRepeteOuQuatreSignesDifferentsSuffisent() {
        assertThat(politique.defauts("Ru7!Vé4?Ru7!Vé4?", compte)).isEmpty();
        assertThat(politique.defauts("Ru7!Vé?Ru7!Vé?", compte)).isEqualTo(List.of(RegleMotDePasse.TROP_COURANT));
        assertThat(politique.defauts("aA1!a1A!!Aa1", compte)).isEmpty();
        assertThat(politique.defauts("aA1Aa1aaA11A1a", compte)).isEqualTo(List.of(RegleMotDePasse.TROP_COURANT));
    }

    @Test
    void uneLettreSeuleNEstPasUnMotDUnePhrase() {
        assertThat(politique.defauts("le chat a dormi sur mon lit", compte))
                .isEqualTo(List.of(RegleMotDePasse.TROP_FAIBLE));
        assertThat(politique.defauts("le chat va dormir sur ce lit", compte)).isEmpty();
    }

    @Test
    void unNomDeQuatreLettresEstInterditUnPlusCourtNeDitRien() {
        Compte court = new Compte(
                2, new Identifiant("c.d8"), new Identite("Noir", "Roy", "Anaïs"), null, null, EtatCompte.CREE, 0, null);

        assertThat(politique.nomsInterdits(court)).containsExactly("noir", "anais");
        assertThat(politique.nomsEnUneLigne(court)).isEqualTo("noir anais");
    }

    @Test
    void laPageRecoitLesNombresDuServeur() {
        assertThat(politique.getVoies())
                .containsExactly(new PolitiqueMotDePasse.Voie(12, 4), new PolitiqueMotDePasse.Voie(14, 3));
        assertThat(politique.getMots()).isEqualTo(7);
        assertThat(politique.getMotifMinimal()).isEqualTo(8);
        assertThat(politique.getLongueurMaximale()).isEqualTo(256);
    }

    @Test
    void laListeCouranteNAQueDesMotsDeQuatreLettresAuMoins() {
        MotsDePasseCourants courants = new MotsDePasseCourants();

        assertThat(courants.liste()).isNotEmpty().allMatch(mot -> mot.matches("[a-z]{4,}"));
        assertThat(courants.liste()).contains("love", "azerty", "soleil");
        assertThat(courants.suites()).contains("abcdefghijklmnopqrstuvwxyz", "nbvcxwmlkjhgfdsqpoiuytreza");
        assertThat(courants.contient("1234-Love!!")).isTrue();
    }

    @Test
    void unMotifSeRepeteEnEntierAuMoinsDeuxFois() {
        assertThat(MotsDePasseCourants.motif("abcabcab")).isEqualTo("abc");
        assertThat(MotsDePasseCourants.motif("abcabc")).isEqualTo("abc");
        assertThat(MotsDePasseCourants.motif("abcab")).isEqualTo("abcab");
    }
}
