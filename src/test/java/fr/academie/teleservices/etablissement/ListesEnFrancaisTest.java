package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.socle.texte.OrdreFrancais;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Toutes les listes de noms se suivent comme en français, que la base ou Java les trie, d'une page à l'autre comme dans une page. Du même
 * genre, essayés aussi : l'apostrophe droite ou courbe, le tiret ou le blanc, œ et Œ, ç, ÿ, des capitales, une particule.
 */
class ListesEnFrancaisTest extends EssaiDuBureau {

    /** Dans l'ordre : É auprès d'E, œ comme oe, ni tiret, ni apostrophe, ni blanc ne comptent. */
    private static final List<String> NOMS = List.of(
            "Abel",
            "Çelik",
            "Dabo",
            "D'Almeida",
            "D’Almeidu",
            "DA SILVA",
            "Éa",
            "Ebo",
            "ÉMILE",
            "Émilie",
            "Emma",
            "Étienne",
            "Eva",
            "Jean",
            "Jeanne",
            "Jean-Noël",
            "JEAN OCTAVE",
            "Jean-Paul",
            "L’Haÿ",
            "Œben",
            "Oedipe",
            "Œuvre",
            "Of",
            "Zoé",
            "Zoè-b",
            "Zola");

    private static final Pattern TRI =
            Pattern.compile("ORDER BY[^)]*?(?=SEPARATOR|LIMIT|</select>|\\)|$)", Pattern.DOTALL);
    private static final Pattern NOM_NU =
            Pattern.compile("\\b(?!t\\.)(?:[a-z0-9]+\\.)?(?:nom_famille|nom_usage|prenom)\\b|\\b[aer]2?\\.nom\\b");

    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement();
    }

    @Test
    void javaTrieCommeLeFrancais() {
        List<String> melanges = melanger();
        melanges.sort(OrdreFrancais.comparateur());
        assertThat(melanges).containsExactlyElementsOf(NOMS);
        assertThat(OrdreFrancais.comparateur().compare("D'ALMEIDA", "d’Almeida"))
                .isZero();
        assertThat(OrdreFrancais.comparateur().compare("Chloé", "CHLOE")).isZero();
    }

    @Test
    void laListeDuBureauSePagineEnFrancaisDansLesDeuxSens() {
        // De quoi faire plusieurs pages, et la moitié des familles sous un nom d'usage.
        for (int tour = 0; tour < 4; tour++) {
            for (String nom : melanger()) {
                String identifiant = "r" + tour + "." + NOMS.indexOf(nom);
                boolean usage = NOMS.indexOf(nom) % 2 == 0;
                long compte = familles.compte(
                        identifiant, usage ? "Mmm" : nom, usage ? nom : null, "Lou", "ACTIF", Familles.ARGON2, "NULL");
                familles.lier(compte, eleve("Lou", nom));
            }
        }
        for (boolean decroissant : new boolean[] {false, true}) {
            for (Tri tri : List.of(Tri.ELEVE, Tri.RESPONSABLE)) {
                List<String> lus = new ArrayList<>();
                List<Long> eleves = new ArrayList<>();
                Filtre filtre = new Filtre("", null, null, null, null, null, tri, decroissant);
                int pages = (recherches.chercher(agent, filtre, 1).total() + 49) / 50;
                for (int page = 1; page <= pages; page++) {
                    recherches.chercher(agent, filtre, page).lignes().forEach(ligne -> {
                        lus.add(tri == Tri.ELEVE ? ligne.eleveNom() : String.valueOf(ligne.nom()));
                        eleves.add(ligne.eleveId());
                    });
                }
                assertThat(pages).isGreaterThan(1);
                assertThat(eleves).hasSize(NOMS.size() * 4).doesNotHaveDuplicates();
                List<String> attendus = new ArrayList<>(
                        NOMS.stream().flatMap(n -> Stream.of(n, n, n, n)).toList());
                if (decroissant) {
                    Collections.reverse(attendus);
                }
                assertThat(lus).as(tri + " " + decroissant).containsExactlyElementsOf(attendus);
            }
        }
    }

    @Test
    void lesEnfantsEtLesPersonnesAttenduesSeSuiventEnFrancais() {
        long compte = familles.actif("cristelle.durand");
        for (String nom : melanger()) {
            familles.lier(compte, eleve(nom, "Durand"));
            base.executer("INSERT INTO responsable_attendu (uai, civilite, nom_famille, prenom) VALUES ('"
                    + Familles.UAI + "', 'M.', '" + nom.replace("'", "''") + "', 'Lou')");
            familles.eleveAttendu(base.compter("SELECT MAX(id) FROM responsable_attendu"), eleve("Lou", "Petit"));
        }
        assertThat(atelier.scolarite.enfants(compte).stream().map(Enfant::eleve).map(e -> e.prenom()))
                .containsExactlyElementsOf(NOMS);
        assertThat(creations.attendus(agent, Familles.UAI, null).stream()
                        .map(a -> a.identite().nomFamille()))
                .containsExactlyElementsOf(NOMS);
    }

    /** Une liste de noms ajoutée plus tard prend la même règle, ou cet essai la nomme. */
    @Test
    void aucunMapperNeTrieUnNomAutrement() throws IOException {
        int tris = 0;
        try (Stream<Path> fichiers = Files.walk(Path.of("src/main/java"))) {
            for (Path mapper :
                    fichiers.filter(f -> f.toString().endsWith("Mapper.xml")).toList()) {
                for (var tri : TRI.matcher(Files.readString(mapper)).results().toList()) {
                    tris++;
                    assertThat(NOM_NU.matcher(tri.group()).find())
                            .as(mapper.getFileName() + " : " + tri.group())
                            .isFalse();
                }
            }
        }
        assertThat(tris).isGreaterThan(20);
        assertThat(NOM_NU.matcher("ORDER BY e.prenom, e.id").find()).isTrue();
        assertThat(NOM_NU.matcher("ORDER BY e.nom").find()).isTrue();
        assertThat(NOM_NU.matcher("ORDER BY t.nom, e.nom_compact, prenom_compact")
                        .find())
                .isFalse();
    }

    private long eleve(String prenom, String nom) {
        long id = familles.eleve(prenom);
        base.executer("UPDATE eleve SET nom = '" + nom.replace("'", "''") + "' WHERE id = " + id);
        return id;
    }

    private static List<String> melanger() {
        List<String> melanges = new ArrayList<>(NOMS);
        Collections.shuffle(melanges, new Random(12));
        return melanges;
    }
}
