package fr.academie.teleservices.socle.texte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.etablissement.Travail;
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

    private static final Pattern D_UNE_LETTRE =
            Pattern.compile("bureau\\.(?:fait\\.COURRIER_|journal\\.detail\\.MOTIF\\.)\\w+");
    private static final Pattern AUTRES_MOTS_D_UNE_LETTRE =
            Pattern.compile("réimpr|réédit|réinitialis|duplicata", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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

    /** La fiche d'un responsable et le journal du bureau disent la même lettre : l'un et l'autre, du même mot. */
    @ParameterizedTest
    @EnumSource
    void uneLettreEstDiteDuMemeMotALaFicheEtAuJournal(MotifCourrier motif) {
        String mot = switch (motif) {
            case PREMIER -> "premier courrier";
            case REIMPRESSION -> "courrier refait";
            case REINITIALISATION -> "courrier refait pour un compte activé";
        };
        assertThat(phrases(D_UNE_LETTRE, motif))
                .hasSize(2)
                .allSatisfy((cle, phrase) -> assertThat(phrase).as(cle).isEqualTo(mot));
    }

    @Test
    void aucunePhraseNeDitUneLettreRefaiteDUnAutreMot() {
        assertThat(mots.stringPropertyNames())
                .allSatisfy(cle ->
                        assertThat(mots.getProperty(cle)).as(cle).doesNotContainPattern(AUTRES_MOTS_D_UNE_LETTRE));
        assertThat("Lettre réimprimée").containsPattern(AUTRES_MOTS_D_UNE_LETTRE);
    }

    /** Ce que la page annonce avant de créer des comptes en nombre, le travail fini le redit : qui est « à voir » le reste. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void laPersonneAVoirEstDiteDeMemeAvantEtApres(int combien) {
        String avant = Atelier.textes().avec("bureau.comptes.aVoir", combien);
        String apres = Atelier.textes().avec("bureau.issue.COMPTES." + Travail.Issue.A_VOIR.name(), combien);
        assertThat(avant).isEqualTo(apres + ".").contains("à voir");
    }

    /** Les comptes et les lettres qu'un travail laisse de côté le sont pour la même raison, dite des mêmes mots. */
    @ParameterizedTest
    @EnumSource(
            value = Travail.Issue.class,
            names = {"A_VOIR", "SANS_OBJET", "ECHEC"})
    void uneIssueEstDiteDuMemeMotPourLesComptesEtLesLettres(Travail.Issue issue) {
        String mot = switch (issue) {
            case A_VOIR -> "à voir";
            case SANS_OBJET -> "plus";
            case ECHEC -> "pu";
            case FAIT, EFFACE -> throw new AssertionError(issue);
        };
        for (Travail.Genre genre : Travail.Genre.values()) {
            assertThat(Atelier.textes().avec("bureau.issue." + genre.name() + "." + issue.name(), 2))
                    .contains(mot);
        }
    }

    private Map<String, String> phrases(Pattern famille, Enum<?> etat) {
        return mots.stringPropertyNames().stream()
                .filter(cle -> famille.matcher(cle).matches() && cle.matches(".*[._]" + etat.name()))
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
