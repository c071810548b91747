package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import fr.academie.teleservices.essais.Communs;
import java.time.Duration;
import java.util.Arrays;
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

    private final PolitiqueMotDePasse politique = Communs.POLITIQUE;
    private final Compte compte = new Compte(
            1,
            new Identifiant("c.durand7"),
            new Identite("Durand", "Lefèvre", "Cristelle"),
            null,
            null,
            EtatCompte.CREE,
            0,
            null);
    /** Ce que la base sait de sa famille. */
    private final Entourage famille = Entourage.de(Arrays.asList(
            "Scolarité Services",
            "Téléservices",
            "Académie de Bordeaux",
            "Marie",
            "Dylan",
            "Durand",
            "Collège Jean Moulin",
            "Talence",
            "0330000A",
            null));

    @ParameterizedTest
    @ValueSource(
            strings = {"Vélo-rouge-4!", "ValiseJaune1234", "mon petit chat noir dort sous notre lit", "Épi-de-blé 2026"
            })
    void accepteLesTroisVoiesDeLaCnil(String motDePasse) {
        assertThat(defauts(motDePasse, compte)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Court1!", "azertyuiopqs", "Azertyuiop12", "2BUYJ9C8", "un deux trois"})
    void refuseUnMotDePasseTropFaible(String motDePasse) {
        assertThat(defauts(motDePasse, compte)).contains(RegleMotDePasse.TROP_FAIBLE);
    }

    /** Les pages de connexion du CAS remettent cette forme en majuscules et en groupes : choisie, elle y serait fausse. */
    @Test
    void refuseLaFormeDUnMotDePasseDeCourrier() {
        assertThat(defauts("Ktrm-7hpc-x4dn", compte)).contains(RegleMotDePasse.COMME_UN_COURRIER);
    }

    @Test
    void refuseLeNomQuelleQuEnSoitLaGraphie() {
        assertThat(defauts("Maison-DURAND-33", compte)).contains(RegleMotDePasse.CONTIENT_LE_NOM);
        assertThat(defauts("Maison-LEFEVRE-33", compte)).contains(RegleMotDePasse.CONTIENT_LE_NOM);
        assertThat(defauts("Cristelle-2026-abc", compte)).contains(RegleMotDePasse.CONTIENT_LE_NOM);
    }

    @Test
    void refuseLIdentifiant() {
        assertThat(defauts("Abc-C.DURAND7-2026", compte)).contains(RegleMotDePasse.CONTIENT_L_IDENTIFIANT);
    }

    @Test
    void refuseUnMotifRepete() {
        assertThat(defauts("aA1aA1aA1aA1aA1aA1", compte)).isEqualTo(List.of(RegleMotDePasse.TROP_COURANT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Azertyuiop1!",
                "Motdepasse1234",
                "M0tdep@sse-2026!",
                "M0t-de-P@sse-33",
                "2026-Soleil!!",
                "14 Mars 2014 !!",
                "Bonjour!Bonjour!1",
                "P4$$w0rd!!2026",
                "Abcdefghij-123",
                "Poiuytreza-123",
                "Ab1!Ab1!Ab1!Ab1!"
            })
    void refuseUnMotDePasseCourantMemeDeguiseOuRepete(String motDePasse) {
        assertThat(defauts(motDePasse, compte)).isEqualTo(List.of(RegleMotDePasse.TROP_COURANT));
    }

    @Test
    void leSeuilDeChaqueVoieEstCeluiDeLaCnil() {
        assertThat(defauts("Vélo-rouge4", compte)).contains(RegleMotDePasse.TROP_FAIBLE);
        assertThat(defauts("Vélo-rouge4!", compte)).isEmpty();
        assertThat(defauts("Vélo-rouge-vif", compte)).isEmpty();
        assertThat(defauts("Vélo-rouge-vi", compte)).contains(RegleMotDePasse.TROP_FAIBLE);
        assertThat(defauts("petit chat noir dort sous lit", compte)).contains(RegleMotDePasse.TROP_FAIBLE);
        assertThat(defauts("mon-petit-chat-noir-dort-sous-lit", compte)).isEmpty();
    }

    @Test
    void accepteCentVingtHuitCaracteresEtRefuseLaDemesure() {
        assertThat(defauts(CENT_VINGT_HUIT, compte)).isEmpty();
        assertThat(defauts("Ab1!".repeat(100), compte)).isEqualTo(List.of(RegleMotDePasse.TROP_LONG));
    }

    @Test
    void lesBornesSontComprises() {
        String longueurMaximale = CENT_VINGT_HUIT + new StringBuilder(CENT_VINGT_HUIT).reverse();

        assertThat(longueurMaximale).hasSize(PolitiqueMotDePasse.LONGUEUR_MAXIMALE);
        assertThat(defauts(longueurMaximale, compte)).isEmpty();
        assertThat(defauts(longueurMaximale + "a", compte)).isEqualTo(List.of(RegleMotDePasse.TROP_LONG));
    }

    @Test
    void unMotifRepeteOuQuelquesSignesMelesNeSuffisentPas() {
        assertThat(defauts("Ru7!Vé4?Ru7!Vé4?", compte)).isEqualTo(List.of(RegleMotDePasse.TROP_COURANT));
        assertThat(defauts("Ru7!Vé?Ru7!Vé?", compte)).isEqualTo(List.of(RegleMotDePasse.TROP_COURANT));
        assertThat(defauts("aA1!a1A!!Aa1", compte)).isEqualTo(List.of(RegleMotDePasse.TROP_COURANT));
        assertThat(defauts("aA1Aa1aaA11A1a", compte)).isEqualTo(List.of(RegleMotDePasse.TROP_COURANT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aa bb cc dd ee ff gg",
                "le chat a dormi sur mon lit",
                "le chat noir dort sur mon lit",
                "chat chat chat chat chat chat chat",
                "chat chat noir dort sous notre lit",
                "été ete noir dort sous notre lit",
                "111 222 333 444 555 666 777"
            })
    void unMotDUnePhraseATroisLettresEtNeSeRepetePas(String motDePasse) {
        assertThat(defauts(motDePasse, compte)).isEqualTo(List.of(RegleMotDePasse.PHRASE_PAUVRE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Teleservices2026!",
                "T3l3s3rv1c3s-2026!",
                "Scol@rite-Serv1ces!",
                "M@rieDur4nd!!",
                "Eiram-Dylan-33!",
                "Dylan2014!Marie2012",
                "College-Jean-Moulin-33",
                "C0llege-M0ulin!",
                "Talence-0330000A!",
                "Bordeaux-Talence1!"
            })
    void refuseCeQueLOnSaitDeLaFamilleOuDuService(String motDePasse) {
        assertThat(defauts(motDePasse, compte)).containsAnyOf(RegleMotDePasse.REPOSE_SUR_LE_COMPTE);
    }

    @Test
    void refuseLIdentifiantDeguise() {
        assertThat(defauts("C.Dur4nd7-2026!", compte)).isEqualTo(List.of(RegleMotDePasse.REPOSE_SUR_LE_COMPTE));
        assertThat(defauts("7dnarud.c-2026-A", compte)).isEqualTo(List.of(RegleMotDePasse.REPOSE_SUR_LE_COMPTE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14/03/2014-Aa",
                "14-03-2014_Aa!",
                "14.03.2014 Aa!",
                "2014-03-14Aa!!",
                "Aa!20140314!Aa",
                "14mars2014!Aa",
                "1er-Août-2014-A",
                "Né_140314_Ab!!",
                "03/14/2014-Aa!",
                "Dylan-14-mars-2014",
                "D y l a n - 2 0 1 4 !"
            })
    void refuseUneDateDeNaissanceDansToutesSesEcritures(String motDePasse) {
        assertThat(defauts(motDePasse, compte)).isEqualTo(List.of(RegleMotDePasse.REPOSE_SUR_UNE_DATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "azertyuiopqsdfghjkl1A",
                "Azertyuiop-Qsdf1",
                "Qwertyuiop-Asdf1!",
                "1Aqzsedrftgyh!",
                "Aqwzsxedcrfv1!",
                "Qazwsxedcrfv-12",
                "lkjhgfdsqA1-poiuy",
                "Wxcvbn,;:!1A",
                "&é\"'(-è_çàAa1"
            })
    void refuseLesCheminsDuClavier(String motDePasse) {
        assertThat(defauts(motDePasse, compte))
                .containsAnyOf(RegleMotDePasse.SUITE_DE_TOUCHES, RegleMotDePasse.TROP_COURANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aa bb cc dd ee ff gg",
                "aaa bbb ccc ddd eee fff ggg",
                "lundi mardi mercredi jeudi vendredi samedi dimanche",
                "deux trois quatre cinq six sept huit neuf"
            })
    void refuseCeQueChacunRecite(String motDePasse) {
        assertThat(defauts(motDePasse, compte))
                .containsAnyOf(RegleMotDePasse.SUITE_DE_TOUCHES, RegleMotDePasse.TROP_COURANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Dylan!Kx7pQ2#vw", "Marée-Haute-7-Grèves", "Nos-12-pommes!", "Durian-bleu-2026", "Kx7!pQ2#vLm9"})
    void unMotConnuNEmpechePasUnMotDePasseQuiAAutreChose(String motDePasse) {
        assertThat(defauts(motDePasse, compte)).isEmpty();
    }

    @Test
    void lesMotsDUneAutreFamilleNeComptentPas() {
        assertThat(politique.defauts("Dylan-Moulin-Marie", compte, new Entourage(List.of())))
                .isEmpty();
        assertThat(defauts("Dylan-Moulin-Marie", compte)).isEqualTo(List.of(RegleMotDePasse.REPOSE_SUR_LE_COMPTE));
    }

    /** zxcvbn seul passe plus d'une seconde sur 128 signes à substitutions ; borné, dix jugements tiennent en cinq. */
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 1000})
    void leTravailResteBorneQuelleQueSoitLaLongueur(int longueur) {
        String signes = "@4!1$50l3aZ";
        String saisi = IntStream.range(0, longueur)
                .mapToObj(i -> String.valueOf(signes.charAt((i * i + i / 7) % signes.length())))
                .collect(Collectors.joining());
        defauts(saisi, compte);

        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int fois = 0; fois < 10; fois++) {
                defauts(saisi, compte);
            }
        });
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
        assertThat(politique.getLettresDUnMot()).isEqualTo(3);
        assertThat(politique.getReste()).isEqualTo(ResteDuMotDePasse.SIGNES_MINIMAUX);
        assertThat(politique.getSuiteMinimale()).isEqualTo(ResteDuMotDePasse.SUITE_MINIMALE);
        assertThat("né le 24/12/2014").containsPattern(politique.getDates());
        assertThat("chouette").doesNotContainPattern(politique.getDates());
    }

    @Test
    void unSigneQuiChangeEnRouteEstRefuse() {
        assertThat(defauts("Chouette!2026\u00a0vol", compte)).contains(RegleMotDePasse.SIGNE_CHANGEANT);
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

    private List<RegleMotDePasse> defauts(String motDePasse, Compte titulaire) {
        return politique.defauts(motDePasse, titulaire, famille);
    }
}
