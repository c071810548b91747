package fr.academie.teleservices.socle.texte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.scolarite.EtatRattachement;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Un état, un mot, sur toutes les pages, dans les fichiers et les courriels : bureau, assistance, historique, copie des données, journal. Une clé
 * qui dit un état finit par sa constante ; une phrase qui le dirait d'un autre mot est refusée où qu'elle soit.
 */
class MotsDesEtatsTest {

    /** Le mot d'un état, et ceux qu'on emploierait à sa place ; les sessions, elles, sont actives ou closes. */
    private static final Pattern AUTRES_MOTS = Pattern.compile(
            "\\b(?:actifs?|inacti(?:fs?|ves?)|désactivée?s?|non activée?s?|expirée?s?|rompue?s?|contestée?s?"
                    + "|contestations?|clôturée?s?|en attente d’activation|(?:pas encore|sans) activ\\p{L}+)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern D_UN_COMPTE = Pattern.compile("compte\\.etat\\.\\w+");
    private static final Pattern D_UN_LIEN =
            Pattern.compile("(?:enfant\\.etat|donneesPdf\\.etat|assistance\\.lien)\\.\\w+");

    private final Properties mots = lire();

    @ParameterizedTest
    @EnumSource
    void unCompteEstDitDuMemeMotPartout(EtatCompte etat) {
        String mot = switch (etat) {
            case CREE -> "jamais activé";
            case ACTIF -> "activé";
            case FERME -> "fermé";
        };
        assertThat(phrases(D_UN_COMPTE, etat))
                .isNotEmpty()
                .allSatisfy((cle, phrase) -> assertThat(phrase).as(cle).isEqualTo(mot));
    }

    @ParameterizedTest
    @EnumSource
    void unRattachementEstDitDuMemeMotPartout(EtatRattachement etat) {
        String mot = switch (etat) {
            case ACTIF -> "rattaché";
            case CONTESTE -> "signalé comme erroné";
            case RETIRE -> "retiré";
        };
        assertThat(phrases(D_UN_LIEN, etat))
                .isNotEmpty()
                .allSatisfy((cle, phrase) -> assertThat(phrase).as(cle).contains(mot));
    }

    /** Une page nouvelle qui dirait un état sous une famille de clés à elle est vue ici. */
    @Test
    void aucuneAutreFamilleDeClesNeDitUnEtat() {
        Pattern etat = Pattern.compile(".*(?i:etat|lien|statut)\\.(?:CREE|ACTIF|FERME|CONTESTE|RETIRE)");
        assertThat(mots.stringPropertyNames())
                .filteredOn(cle -> etat.matcher(cle).matches())
                .isNotEmpty()
                .allMatch(cle -> D_UN_COMPTE.matcher(cle).matches()
                        || D_UN_LIEN.matcher(cle).matches());
    }

    @Test
    void aucunePhraseNeDitUnEtatDUnAutreMot() {
        List<String> defauts = new ArrayList<>();
        for (String cle : mots.stringPropertyNames()) {
            if (!cle.contains("session")
                    && AUTRES_MOTS.matcher(mots.getProperty(cle)).find()) {
                defauts.add(cle + "=" + mots.getProperty(cle));
            }
        }
        assertThat(defauts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Compte actif", "Regroupement rompu en partie", "Lien contesté", "mot de passe expiré"})
    void unAutreMotEstReconnu(String phrase) {
        assertThat(AUTRES_MOTS.matcher(phrase).find()).isTrue();
    }

    private Map<String, String> phrases(Pattern famille, Enum<?> etat) {
        return mots.stringPropertyNames().stream()
                .filter(cle -> famille.matcher(cle).matches() && cle.endsWith("." + etat.name()))
                .collect(Collectors.toMap(
                        cle -> cle, cle -> mots.getProperty(cle).toLowerCase(Locale.ROOT)));
    }

    private static Properties lire() {
        Properties lus = new Properties();
        try (Reader flux = new InputStreamReader(
                Objects.requireNonNull(
                        MotsDesEtatsTest.class.getResourceAsStream("/fr/academie/teleservices/messages_fr.properties")),
                StandardCharsets.UTF_8)) {
            lus.load(flux);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return lus;
    }
}
