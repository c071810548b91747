package fr.academie.teleservices.coordonnees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.coordonnees.TelephoneService.Suite;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Le numéro de portable, changé une fois, journalisé, annoncé. */
@Tag("fuseau")
class TelephoneServiceTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());

    @Test
    void leNumeroEstNormaliseEtLeSecondEnvoiNeChangeRien() throws Exception {
        base.vider();
        Demandeur parent = Atelier.demandeur(familles.actif("cristelle.durand"), "cristelle.durand", 1);

        assertThat(atelier.telephones.donner(parent, "06 39 98 20 26")).isEqualTo(Suite.ENREGISTRE);
        assertThat(atelier.telephones.donner(parent, "+33 (0)6.39.98.20.26")).isEqualTo(Suite.ENREGISTRE);
        assertThatThrownBy(() -> atelier.telephones.donner(parent, "01 23 45 67 89"))
                .hasMessage("MAL_FORMEE");
        assertThat(numero()).isEqualTo("+33639982026");
        assertThat(base.lire("SELECT action, JSON_VALUE(details, '$.apres') FROM journal"))
                .isEqualTo(List.of("TELEPHONE_CHANGE|+33639982026"));
        assertThat(base.lire("SELECT type, JSON_VALUE(charge, '$.champs[0]') FROM evenement"))
                .isEqualTo(List.of("COMPTE_MODIFIE|TELEPHONE_PORTABLE"));

        assertThat(atelier.telephones.donner(parent, " ")).isEqualTo(Suite.ENREGISTRE);
        assertThat(numero()).isEqualTo("∅");
    }

    /** Un import ne remplace que ce que le titulaire n'a pas donné : ce qu'il efface aussi est de lui. */
    @Test
    void ceQueLeTitulaireDonneConfirmeOuEffacePorteSaMarque() throws Exception {
        base.vider();
        Demandeur parent = Atelier.demandeur(familles.actif("cristelle.durand"), "cristelle.durand", 1);
        assertThat(atelier.telephones.donner(parent, "")).isEqualTo(Suite.ENREGISTRE);
        assertThat(marque()).isFalse();
        base.executer("UPDATE responsable SET telephone_portable = '06 39 98 20 26'");

        atelier.telephones.donner(parent, "+33 6 39 98 20 26");
        assertThat(marque()).isTrue();
        assertThat(base.lire("SELECT telephone_portable, version FROM responsable"))
                .containsExactly("06 39 98 20 26|0");
        assertThat(base.compter("SELECT COUNT(*) FROM journal")).isZero();

        base.executer("UPDATE responsable SET telephone_saisi_le = NULL");
        atelier.telephones.donner(parent, "06 39 98 20 27");
        assertThat(marque()).isTrue();

        base.executer("UPDATE responsable SET telephone_saisi_le = NULL");
        atelier.telephones.donner(parent, "");
        assertThat(numero()).isEqualTo("∅");
        assertThat(marque()).isTrue();
    }

    private boolean marque() {
        return base.compter("SELECT COUNT(*) FROM responsable WHERE telephone_saisi_le IS NOT NULL") == 1;
    }

    private String numero() {
        return base.lire("SELECT telephone_portable FROM responsable").get(0);
    }
}
