package fr.academie.teleservices.scolarite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.compte.ClesDIdentite;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Les clés de comparaison suivent ce que des sources disent, que qui écrit une identité les ait écrites ou non. */
class ClesDesIdentitesTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final ClesDesIdentites cles = new ClesDesIdentites(new Atelier(base.source()).transactions);

    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement();
        familles.identite("7", familles.cree("cristelle.durand"));
    }

    @Test
    void cellesQuiManquentSontCompleteesUneFois() {
        assertThat(cles.completer()).isOne();
        assertThat(cles.completer()).isZero();
        assertThat(lues()).containsExactly(attendues("DURAND", "Cristelle", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail = 'c.durand@exemple.fr'",
                "telephone_portable = '+33612345678'",
                "prenom = 'Christelle'",
                "nom_famille = 'DURAN?'",
                "nom_usage = 'MARTI?'"
            })
    void unChangementQuiNeLesDitPasLesFaitRecalculer(String changement) {
        cles.completer();
        base.executer("UPDATE identite_responsable SET " + changement);
        assertThat(lues()).containsExactly("∅|∅|∅");
        assertThat(cles.completer()).isOne();
        assertThat(lues()).doesNotContain("∅|∅|∅");
    }

    @Test
    void unChangementQuiLesDitLesGarde() {
        cles.completer();
        ClesDIdentite neuves = ClesDIdentite.de("DURAND", null, "Cristelle", "c@exemple.fr", null);
        base.executer("UPDATE identite_responsable SET mail = 'c@exemple.fr', cle_mail = " + neuves.mail());
        assertThat(cles.completer()).isZero();
        assertThat(lues()).containsExactly(attendues("DURAND", "Cristelle", "c@exemple.fr", null));
    }

    @Test
    void unCompteQuiChangeNeLesEffacePas() {
        cles.completer();
        base.executer("UPDATE identite_responsable SET responsable_id = " + familles.actif("autre"));
        assertThat(cles.completer()).isZero();
    }

    @Test
    void plusDUnLotSeCompleteEntier() {
        base.executer("INSERT INTO identite_responsable (source, perimetre, numero, nom_famille, prenom) VALUES "
                + IntStream.range(0, 2500)
                        .mapToObj(n -> "('SIECLE', '0330001A', 'N" + n + "', 'DURAND', 'P" + n + "')")
                        .collect(Collectors.joining(", ")));
        assertThat(cles.completer()).isEqualTo(2501);
        assertThat(base.compter("SELECT COUNT(*) FROM identite_responsable WHERE cle_prenom IS NULL"))
                .isZero();
    }

    @Test
    void cellesQuiManquentSeTrouventParLIndex() {
        assertThat(base.lire(
                        "EXPLAIN SELECT id FROM identite_responsable WHERE cle_mail IS NULL AND cle_prenom IS NULL"))
                .anyMatch(ligne -> ligne.contains("ix_identite_responsable_cles"));
    }

    private List<String> lues() {
        return base.lire("SELECT cle_prenom, cle_mail, cle_portable FROM identite_responsable");
    }

    private static String attendues(String nom, String prenom, @Nullable String mail, @Nullable String portable) {
        ClesDIdentite cles = ClesDIdentite.de(nom, null, prenom, mail, portable);
        return cles.prenom() + "|" + ouVide(cles.mail()) + "|" + ouVide(cles.portable());
    }

    private static String ouVide(@Nullable Long cle) {
        return cle == null ? "∅" : cle.toString();
    }
}
