package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L'état de la base voit chaque changement, et ne voit que lui. */
class EtatDeLaBaseTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Requetes requetes = new Requetes(base.base());

    @BeforeEach
    void installer() {
        base.vider();
        Familles familles = new Familles(base);
        familles.lier(familles.actif("cristelle.durand"), familles.eleve("Dylan"));
        familles.lier(familles.actif("cristelle.durand1"), familles.eleve("Florian"));
    }

    @Test
    void rienNeChangeQuandRienNEstEcrit() {
        assertThat(EtatDeLaBase.changements(requetes, () -> requetes.lire("SELECT * FROM responsable")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE responsable SET prenom = 'CRISTELLE'",
                "UPDATE responsable SET mail = NULL WHERE identifiant = 'cristelle.durand'",
                "UPDATE responsable SET nom_usage = 'NULL' WHERE identifiant = 'cristelle.durand'",
                "UPDATE responsable SET active_le = active_le + INTERVAL 1000 MICROSECOND",
                "UPDATE responsable SET mot_de_passe = UPPER(mot_de_passe) WHERE identifiant = 'cristelle.durand'",
                "DELETE FROM rattachement LIMIT 1",
                "INSERT INTO etablissement (uai, nature, nom) VALUES ('0330009Z', 'COLLEGE', 'Collège neuf')"
            })
    void chaqueValeurComptePourElleMeme(String ecriture) {
        assertThat(EtatDeLaBase.changements(requetes, () -> requetes.executer(ecriture)))
                .hasSize(1);
    }

    @Test
    void deuxLignesQuiEchangentUneValeurSeVoient() {
        requetes.executer("UPDATE responsable SET prenom = IF(identifiant = 'cristelle.durand', 'Anne', 'Zoé')");
        String echange = "UPDATE responsable SET prenom = IF(identifiant = 'cristelle.durand', 'Zoé', 'Anne')";
        assertThat(EtatDeLaBase.changements(requetes, () -> requetes.executer(echange)))
                .hasSize(1);
    }

    @Test
    void uneValeurPasseeDUneColonneAUneAutreSeVoit() {
        requetes.executer("UPDATE responsable SET nom_usage = 'DURAND,MARTIN', prenom = 'Jean'");
        assertThat(EtatDeLaBase.changements(
                        requetes,
                        () -> requetes.executer("UPDATE responsable SET nom_usage = 'DURAND', prenom = 'MARTIN,Jean'")))
                .hasSize(1);
    }

    @Test
    void unCourrielDeposeSeVoitUnCourrielRemisNon() {
        String depot =
                "INSERT INTO courriel (destinataire, objet, texte, cree_le, a_envoyer_le) VALUES ('a@exemple.fr',"
                        + " 'x', 'x', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))";
        List<String> vus = EtatDeLaBase.changements(requetes, () -> requetes.executer(depot));
        assertThat(vus).singleElement().asString().startsWith("courriel|");
        requetes.executer(depot);
        assertThat(EtatDeLaBase.changements(
                        requetes, () -> requetes.executer("DELETE FROM courriel ORDER BY id LIMIT 1")))
                .isEmpty();
    }
}
