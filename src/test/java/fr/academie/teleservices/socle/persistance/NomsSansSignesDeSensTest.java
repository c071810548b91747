package fr.academie.teleservices.socle.persistance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.io.IOException;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Un nom qui retourne l'écriture ferait lire un autre nom que le sien : « OIRAM » se lirait « MARIO ». */
class NomsSansSignesDeSensTest {

    /** Tous les Bidi_Control d'Unicode. */
    private static final String SIGNES = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private long parent;

    @BeforeEach
    void installer() {
        base.vider();
        parent = familles.compte(
                "cristelle.durand", "DUR" + SIGNES + "AND", "\u202EMARTIN", "Cris\u2066telle", "ACTIF", "x", "NULL");
        familles.lier(parent, familles.eleve("\u202Eo\u202Cirèl\u200F"));
    }

    @Test
    void leNomDUnResponsableSeLitSansEux() {
        assertThat(atelier.comptes.parId(parent).orElseThrow().identite().nomComplet())
                .isEqualTo("Cristelle MARTIN");
        assertThat(atelier.comptes.parId(parent).orElseThrow().identite().nomFamille())
                .isEqualTo("DURAND");
    }

    @Test
    void celuiDUnEleveAussi() {
        assertThat(atelier.scolarite.enfants(parent))
                .singleElement()
                .satisfies(enfant -> assertThat(enfant.eleve().prenom()).isEqualTo("oirèl"));
    }

    @Test
    void ceQueLaBaseAssembleAussiTexteLongCompris() throws IOException {
        try (SqlSession session = session()) {
            Assemblages lus = session.getMapper(Assemblages.class);
            assertThat(lus.court()).isEqualTo("Cristelle DURAND");
            assertThat(lus.longs()).isEqualTo("Cristelle DURAND");
        }
    }

    @Test
    void ceQuiSEcritAussiEtLeResteDUnNomEstGarde() throws IOException {
        String nom = "D’Almeida-Œuvrard\u00A0\u200Dعمر";
        try (SqlSession session = session()) {
            Assemblages lus = session.getMapper(Assemblages.class);
            assertThat(lus.longueur("Ma\u202Erie")).isEqualTo(5);
            assertThat(lus.relu(nom)).isEqualTo(nom);
        }
    }

    /** Aux réglages du produit. */
    private SqlSession session() throws IOException {
        Configuration configuration = new XMLConfigBuilder(
                        Resources.getResourceAsStream("fr/academie/teleservices/mybatis.xml"), null, null)
                .parse();
        configuration.setEnvironment(new Environment("essai", new JdbcTransactionFactory(), base.source()));
        configuration.addMapper(Assemblages.class);
        return new SqlSessionFactoryBuilder().build(configuration).openSession();
    }

    /** Des noms tels que les listes les demandent à la base. */
    interface Assemblages {

        @Select("SELECT CONCAT(prenom, ' ', nom_famille) FROM responsable")
        String court();

        @Select("SELECT GROUP_CONCAT(CONCAT(prenom, ' ', nom_famille)) FROM responsable")
        String longs();

        @Select("SELECT CHAR_LENGTH(#{nom})")
        int longueur(@Param("nom") String nom);

        @Select("SELECT #{nom}")
        String relu(@Param("nom") String nom);
    }
}
