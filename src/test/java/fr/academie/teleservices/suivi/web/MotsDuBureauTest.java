package fr.academie.teleservices.suivi.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.LigneBureau;
import fr.academie.teleservices.agent.LigneBureauLue;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.web.Balises;
import fr.academie.teleservices.suivi.Indicateur;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Le journal du bureau en mots ; que chaque détail écrit par le produit en a, {@code JournalDuBureauIT} le dit. */
class MotsDuBureauTest {

    private static final String AUTRE = "une précision que l’export donne";

    private final Atelier atelier = new Atelier(BaseDEssai.partagee().source());
    private final Balises balises = new Balises();
    private final MotsDuBureau mots = new MotsDuBureau(Atelier.textes(), atelier.heure, balises);

    @ParameterizedTest
    @EnumSource
    void chaqueActeSeDit(ActionBureau action) {
        assertThat(dire(action, "{}")).isNotBlank().doesNotContain("_", "{");
    }

    @ParameterizedTest
    @EnumSource
    void chaqueDetailSeDitOuSeTait(DetailDuJournal detail) {
        valeurs(detail).forEach(valeur -> {
            String phrase = dire(ActionBureau.EXPORT, "{\"" + detail.cle() + "\": " + valeur + "}");
            assertThat(phrase).as(detail + " " + valeur).doesNotContain(AUTRE, "_", "{", "true", "null");
            if (detail.forme() == DetailDuJournal.Forme.MUET) {
                assertThat(phrase).isEqualTo("Fichier emporté");
            } else {
                assertThat(phrase).startsWith("Fichier emporté : ");
            }
        });
    }

    private static Stream<String> valeurs(DetailDuJournal detail) {
        return switch (detail) {
            case LISTE -> Stream.concat(noms(Indicateur.values()), Stream.of("\"ATTENDUS\"", "\"RAPPROCHEMENT\""));
            case QUOI ->
                Stream.of(
                        "\"COURRIERS\"",
                        "\"SUIVI_PAR_CLASSE\"",
                        "\"SUIVI_DANS_LE_TEMPS\"",
                        "\"JOURNAL_DU_BUREAU\"",
                        "\"RAPPROCHEMENT\"");
            case MOTIF -> noms(MotifCourrier.values());
            case RAISON -> noms(RaisonDuPapier.values());
            case ETAT -> noms(EtatCompte.values());
            case ACTION -> noms(ActionBureau.values());
            case MAIL_CONNU, COURRIER_FAIT, CHEF -> Stream.of("true", "false");
            case REFUS ->
                Stream.of(
                        "\"DERNIER_CHEF\"",
                        "\"RESERVE_AU_CHEF\"",
                        "\"DEJA_HABILITE\"",
                        "\"PAS_HABILITE\"",
                        "\"IDENTIFIANT_REFUSE\"",
                        "\"PERSONNE_INCOMPLETE\"",
                        "\"TENUES_PAR_L_ANNUAIRE\"");
            case DU, AU -> Stream.of("\"2026-10-02T22:00:00Z\"");
            case LIGNES, TROUVES, LETTRES, ATTENDU, NOUVEAU -> Stream.of("0", "1", "12");
            default -> Stream.of("\"x\"");
        };
    }

    private static Stream<String> noms(Enum<?>[] constantes) {
        return Arrays.stream(constantes).map(c -> '"' + c.name() + '"');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"texte": "dupont", "lignes": 1, "classe": "6A"}         | Recherche : « dupont », classe 6A, 1 ligne
        {"texte": "", "lignes": 0}                               | Recherche : aucune ligne
        {"uai": "0330001A", "lignes": 2}                         | Recherche : 2 lignes
        {"uai": "0330002B", "lignes": 2}                         | Recherche : établissement 0330002B, 2 lignes
        {"du": "2026-10-02T22:00:00Z", "au": "2026-10-09T22:00:00Z"} | Recherche : à partir du 03/10/2026, jusqu’au 09/10/2026
        {"jeton": "0f8e"}                                        | Recherche
        """)
    void unePhraseDitCeQuiAEteFait(String details, String phrase) {
        assertThat(dire(ActionBureau.RECHERCHE, details)).isEqualTo(phrase);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"dUneAutreVersion": 1}
        {"liste": "D_UNE_AUTRE_VERSION"}
        {"lignes": "douze"}
        {"du": "hier"}
        {"etat": "PERDU"}
        {"chef": null}
        """)
    void uneLigneDUneAutreVersionSeLitSansMotDeMachine(String details) {
        assertThat(dire(ActionBureau.EXPORT, details)).endsWith(AUTRE);
    }

    private String dire(ActionBureau action, String details) {
        return balises.brut(mots.dire(new LigneBureauLue(
                1,
                new LigneBureau(
                        Instant.EPOCH,
                        action,
                        new Auteur(Identifiant.lire("directrice").orElseThrow(), Profil.ETABLISSEMENT, "192.0.2.1"),
                        "0330001A",
                        null,
                        null,
                        details),
                null,
                null,
                null)));
    }
}
