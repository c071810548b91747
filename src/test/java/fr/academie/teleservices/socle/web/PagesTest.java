package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Attente;
import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.RegleMotDePasse;
import fr.academie.teleservices.contestation.RefusReponse;
import fr.academie.teleservices.contestation.Reponse;
import fr.academie.teleservices.coordonnees.RefusDeCoordonnee;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RefusCourrier;
import fr.academie.teleservices.diffusion.FauteDeRemise;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.etablissement.EtatCherche;
import fr.academie.teleservices.evenement.Evenement;
import fr.academie.teleservices.habilitation.RefusHabilitation;
import fr.academie.teleservices.historique.Genre;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.motdepasse.RefusPreuve;
import fr.academie.teleservices.rapprochement.RechercheDePaires;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.rupture.RefusRupture;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.suivi.Indicateur;
import fr.academie.teleservices.suivi.Pas;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Les pages et leurs mots, sans serveur : clés présentes, typographie, rien en ligne que la CSP refuserait. */
class PagesTest {

    private static final Pattern CLE = Pattern.compile("(?:m\\[|textes\\.avec\\()'([A-Za-z0-9_.]+)'[\\],)]");
    private static final Pattern EN_LIGNE =
            Pattern.compile("\\s(?:style|on[a-z]+)=\"|<style|<script(?![^>]*src=)|h:commandLink|f:ajax");
    private static final Pattern PARAMETRE = Pattern.compile("<f:viewParam name=\"([A-Za-z]+)\"");
    private static final Pattern FORMULAIRE = Pattern.compile("<h:form\\b(.*?)</h:form>", Pattern.DOTALL);
    private static final Pattern CHAMP =
            Pattern.compile("<(?:input|select|textarea)\\b[^>]* name=\"([A-Za-z]+)\"[^>]*>");
    private static final Pattern MOT_DE_PASSE =
            Pattern.compile("<ts:motDePasse id=\"([A-Za-z]+)\"[^>]*remplissage=\"([a-z-]+)\"");
    private static final Pattern BEAN = Pattern.compile("@Named\\(\"([A-Za-z]+)\"\\)");
    private static final Pattern VARIABLE = Pattern.compile(" var=\"([A-Za-z]+)\"");

    private final Textes textes = Atelier.textes();
    private final Properties messages = lireLesMessages();

    @Test
    void touteCleDUnePageExiste() {
        pages().forEach((page, texte) -> assertThat(CLE.matcher(texte)
                        .results()
                        .map(trouvee -> trouvee.group(1))
                        .filter(cle -> !messages.containsKey(cle)))
                .as(page.toString())
                .isEmpty());
    }

    @Test
    void toutCodeAUnMessage() {
        Stream<String> cles = Stream.of(
                        cles("regroupement.refus.", RefusRegroupement.values()),
                        cles("garde.attente.", Attente.Motif.values()),
                        cles("journal.", ActionJournal.values()),
                        cles("journal.refus.", RefusRegroupement.values()),
                        cles("assistance.refus.", RefusRegroupement.values()),
                        cles("bureau.journal.", ActionBureau.values()),
                        cles("habilitations.refus.", RefusHabilitation.values()),
                        cles("suivi.indicateur.", Indicateur.values()),
                        cles("suivi.explication.", Indicateur.values()),
                        cles("suivi.date.", Indicateur.values()),
                        cles("suivi.pas.", Pas.values()),
                        cles("compte.etat.", EtatCompte.values()),
                        cles("assistance.lien.", EtatRattachement.values()),
                        cles("historique.genre.", Genre.values()),
                        cles("compte.etat.", EtatCherche.values()),
                        cles("courrier.refus.", RefusCourrier.values()),
                        cles("bureau.courrier.avant.", MotifCourrier.values()),
                        cles("bureau.fait.COURRIER_", MotifCourrier.values()),
                        cles("bureau.fait.CONTESTATION_", Reponse.values()),
                        cles("rupture.refus.", RefusRupture.values()),
                        cles("mail.refus.", RefusDeCoordonnee.values()),
                        cles("preuve.refus.", RefusPreuve.values()),
                        cles("contestation.refus.", RefusReponse.values()),
                        cles("reponse.", Reponse.values()),
                        cles("motDePasse.regle.", RegleMotDePasse.values()),
                        cles("diffusion.faute.", FauteDeRemise.values()),
                        RechercheDePaires.CODES.stream().map(code -> "rapprochement.court." + code),
                        RechercheDePaires.CODES.stream().map(RechercheDePaires::cle),
                        Evenement.TYPES.stream().map(type -> "diffusion.type." + type),
                        cles("lien.", LienParente.values()),
                        cles("niveau.", NiveauResponsabilite.values()))
                .flatMap(s -> s);
        // La garde dit elle-même ce qui est de trop, et à quelle heure réessayer.
        assertThat(cles.filter(
                        cle -> !cle.matches("\\w+\\.refus\\.TROP_D_(ESSAIS|ENVOIS)") && !messages.containsKey(cle)))
                .isEmpty();
    }

    @Test
    void lAttenteSeDitEnFrancais() {
        assertThat(textes.avec("garde.reprise", "20\u00a0h\u00a014", 1))
                .contains("à 20\u00a0h\u00a014", "1\u00a0minute");
        assertThat(textes.avec("garde.reprise", "20\u00a0h\u00a014", 15)).contains("15\u00a0minutes");
    }

    @Test
    void rienEnLigneQueLaCspRefuserait() {
        pages().forEach((page, texte) -> assertThat(
                        EN_LIGNE.matcher(texte).results().map(trouve -> trouve.group()))
                .as(page.toString())
                .isEmpty());
    }

    @Test
    void toutChampOrdinaireDUnFormulaireEstUnParametreDeSaPage() {
        Set<String> muets = new TreeSet<>();
        pages().forEach((page, texte) -> {
            Set<String> declares = trouver(PARAMETRE, texte);
            for (String formulaire : trouver(FORMULAIRE, texte)) {
                CHAMP.matcher(formulaire)
                        .results()
                        .filter(champ -> !champ.group().contains("autocomplete=\"username\""))
                        .map(champ -> champ.group(1))
                        .filter(nom -> !declares.contains(nom))
                        .forEach(nom -> muets.add(page + " : " + nom));
            }
        });
        assertThat(muets).isEmpty();
    }

    /** Source : ASVS 6.2.7. */
    @Test
    void unMotDePasseSeColleEtSePropose() throws IOException {
        for (String script : List.of("webapp/ts/debut.js", "webapp/ts/teleservices.js", "src/main/dsfr/pages.js")) {
            assertThat(Files.readString(Path.of(script))).as(script).doesNotContainIgnoringCase("paste");
        }
        Set<String> choisis = new TreeSet<>();
        pages().forEach((page, texte) -> MOT_DE_PASSE
                .matcher(texte)
                .results()
                .filter(champ -> !champ.group().contains("remplissage=\"off\""))
                .forEach(champ -> choisis.add(champ.group(1) + " " + champ.group(2))));
        assertThat(choisis)
                .containsExactly("actuel current-password", "confirmation new-password", "nouveau new-password");
    }

    private static Set<String> trouver(Pattern motif, String texte) {
        return motif.matcher(texte).results().map(trouve -> trouve.group(1)).collect(Collectors.toSet());
    }

    @Test
    void aucuneVariableDePageNePorteLeNomDUnBean() throws IOException {
        Set<String> beans = new HashSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(f -> f.toString().endsWith("Bean.java")).toList()) {
                BEAN.matcher(Files.readString(source)).results().forEach(trouve -> beans.add(trouve.group(1)));
            }
        }
        assertThat(beans).isNotEmpty();
        pages().forEach((page, texte) -> assertThat(
                        VARIABLE.matcher(texte).results().map(trouvee -> trouvee.group(1)))
                .as(page.toString())
                .doesNotContainAnyElementsOf(beans));
    }

    private static Properties lireLesMessages() {
        Properties lus = new Properties();
        try (Reader lecteur = Files.newBufferedReader(
                Path.of("src/main/resources/fr/academie/teleservices/messages_fr.properties"))) {
            lus.load(lecteur);
            return lus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> cles(String prefixe, Enum<?>[] codes) {
        return Arrays.stream(codes).map(code -> prefixe + code.name());
    }

    private static Map<Path, String> pages() {
        try (Stream<Path> fichiers = Files.walk(Path.of("webapp"))) {
            List<Path> pages =
                    fichiers.filter(f -> f.toString().endsWith(".xhtml")).toList();
            assertThat(pages).hasSizeGreaterThan(20);
            return pages.stream().collect(Collectors.toMap(p -> p, PagesTest::lire));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lire(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
