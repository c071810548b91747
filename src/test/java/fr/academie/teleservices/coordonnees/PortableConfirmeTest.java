package fr.academie.teleservices.coordonnees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.acces.PreuveInsuffisante;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.coordonnees.TelephoneService.Suite;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.SmsDEssai;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un portable se confirme par le code d'un SMS, et jamais autrement ; qui l'avait confirmé apprend qu'il change. */
@Tag("fuseau")
class PortableConfirmeTest {

    private static final String UN = "+33639980001";
    private static final String DEUX = "+33639980002";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private Atelier atelier = atelier(Map.of());
    private long compte;
    private Demandeur parent;

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.actif("cristelle.durand");
        parent = Atelier.demandeur(compte, "cristelle.durand", 1);
    }

    private Atelier atelier(Map<String, String> autres) {
        return new Atelier(base.source(), Atelier.reglages(SmsDEssai.reglages(autres)), Atelier.profil(Map.of()));
    }

    @Test
    void leNumeroAttendSonCodePuisEstCeluiDuCompteEtLeTitulaireLApprend() throws Exception {
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3)");
        assertThat(atelier.telephones.donner(parent, "06 39 98 00 01")).isEqualTo(Suite.A_CONFIRMER);
        assertThat(atelier.telephones.enAttente(parent)).contains("06\u00a039\u00a098\u00a000\u00a001");
        assertThat(numero()).isEqualTo("∅|0");
        String code = SmsDEssai.dernierCode(base, UN);
        assertThat(base.lire("SELECT code FROM telephone_en_attente")).noneMatch(e -> e.contains(code));

        atelier.telephones.confirmer(parent, code.substring(0, 3) + " " + code.substring(3));
        assertThat(numero()).isEqualTo(UN + "|1");
        assertThat(atelier.telephones.estConfirme(parent)).isTrue();
        assertThat(atelier.telephones.enAttente(parent)).isEmpty();
        assertThat(base.lire("SELECT action, JSON_VALUE(details, '$.apres') FROM journal"))
                .containsExactly("TELEPHONE_CONFIRME|" + UN);
        assertThat(base.lire("SELECT JSON_VALUE(charge, '$.champs[0]') FROM evenement"))
                .containsExactly("TELEPHONE_PORTABLE");
        assertThat(base.lire("SELECT objet FROM courriel"))
                .containsExactly("Le téléphone portable de votre compte a changé");
        assertThat(refus(() -> atelier.telephones.confirmer(parent, code)))
                .isEqualTo(RefusDeCoordonnee.RIEN_EN_ATTENTE);
        assertThat(refus(() -> atelier.telephones.donner(parent, UN))).isEqualTo(RefusDeCoordonnee.DEJA_CONFIRMEE);
    }

    @Test
    void unNumeroConfirmeRemplaceOuEffaceEnEstPrevenu() throws Exception {
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3)");
        confirmer(UN);
        confirmer(DEUX);
        assertThat(SmsDEssai.deposes(base, UN))
                .last()
                .asString()
                .contains("ce numéro n'est plus celui de votre compte");
        assertThat(numero()).isEqualTo(DEUX + "|1");
        assertThat(atelier.telephones.donner(parent, " ")).isEqualTo(Suite.ENREGISTRE);
        assertThat(SmsDEssai.deposes(base, DEUX)).last().asString().contains("n'est plus celui");
        assertThat(numero()).isEqualTo("∅|0");
        assertThat(base.lire("SELECT objet FROM courriel ORDER BY id"))
                .hasSize(3)
                .last()
                .asString()
                .contains("n’est plus");
    }

    @Test
    void cinqCodesFauxOuQuinzeMinutesEtIlEnFautUnAutre() throws Exception {
        atelier.telephones.donner(parent, UN);
        String code = SmsDEssai.dernierCode(base, UN);
        String faux = code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
        for (int essai = 0; essai < 4; essai++) {
            assertThat(refus(() -> atelier.telephones.confirmer(parent, faux))).isEqualTo(RefusDeCoordonnee.CODE_FAUX);
        }
        assertThat(refus(() -> atelier.telephones.confirmer(parent, faux))).isEqualTo(RefusDeCoordonnee.CODE_PERIME);
        assertThat(refus(() -> atelier.telephones.confirmer(parent, code))).isEqualTo(RefusDeCoordonnee.CODE_PERIME);
        assertThat(refus(() -> atelier.telephones.renvoyer(parent))).isEqualTo(RefusDeCoordonnee.TROP_TOT);
        atelier.horloge.avancer(Duration.ofMinutes(2));
        atelier.telephones.renvoyer(parent);
        assertThat(refus(() -> atelier.telephones.confirmer(parent, code)))
                .as("le code d'avant ne vaut plus rien")
                .isEqualTo(RefusDeCoordonnee.CODE_FAUX);
        atelier.horloge.avancer(Duration.ofMinutes(16));
        assertThat(refus(() -> atelier.telephones.confirmer(parent, SmsDEssai.dernierCode(base, UN))))
                .isEqualTo(RefusDeCoordonnee.RIEN_EN_ATTENTE);
        assertThat(numero()).isEqualTo("∅|0");
    }

    @Test
    void leCodeDUnNumeroNEnConfirmePasUnAutreNiCeluiDUnAutreCompte() throws Exception {
        atelier.telephones.donner(parent, UN);
        String premier = SmsDEssai.dernierCode(base, UN);
        atelier.telephones.donner(parent, DEUX);
        if (!premier.equals(SmsDEssai.dernierCode(base, DEUX))) {
            assertThat(refus(() -> atelier.telephones.confirmer(parent, premier)))
                    .isEqualTo(RefusDeCoordonnee.CODE_FAUX);
        }
        Demandeur autre = Atelier.demandeur(familles.actif("marc.durand"), "marc.durand", 2);
        assertThat(refus(() -> atelier.telephones.confirmer(autre, SmsDEssai.dernierCode(base, DEUX))))
                .isEqualTo(RefusDeCoordonnee.RIEN_EN_ATTENTE);
        atelier.telephones.renoncer(parent);
        assertThat(refus(() -> atelier.telephones.renvoyer(parent))).isEqualTo(RefusDeCoordonnee.RIEN_EN_ATTENTE);
    }

    @Test
    void unNumeroNeRecoitQueCinqSmsParJourEtLeServiceNEnEnvoiePasSansFin() throws Exception {
        for (int envoi = 0; envoi < 5; envoi++) {
            atelier.telephones.donner(parent, UN);
            atelier.horloge.avancer(Duration.ofMinutes(20));
        }
        assertThat(refus(() -> atelier.telephones.donner(parent, UN))).isEqualTo(RefusDeCoordonnee.TROP_D_ENVOIS);
        assertThat(SmsDEssai.deposes(base, UN)).hasSize(5);
        atelier.horloge.avancer(Duration.ofHours(24));
        atelier.telephones.donner(parent, UN);

        base.executer("DELETE FROM essai", "DELETE FROM sms", "DELETE FROM telephone_en_attente");
        atelier = atelier(Map.of("sms.par_jour", "2"));
        atelier.telephones.donner(parent, UN);
        atelier.telephones.donner(parent, DEUX);
        assertThat(refus(() -> atelier.telephones.donner(parent, "+33639980003")))
                .isEqualTo(RefusDeCoordonnee.TROP_D_ENVOIS);
        assertThat(base.compter("SELECT COUNT(*) FROM sms")).isEqualTo(2);
    }

    @Test
    void ilFautUneSessionFraiche() {
        Demandeur moins =
                new Demandeur(compte, new Identifiant("cristelle.durand"), 1, "127.0.0.1", Niveau.MOT_DE_PASSE, null);
        assertThatThrownBy(() -> atelier.telephones.donner(moins, UN)).isInstanceOf(PreuveInsuffisante.class);
        assertThatThrownBy(() -> atelier.telephones.confirmer(moins, "1")).isInstanceOf(PreuveInsuffisante.class);
        assertThatThrownBy(() -> atelier.telephones.renvoyer(moins)).isInstanceOf(PreuveInsuffisante.class);
        assertThatThrownBy(() -> atelier.telephones.renoncer(moins)).isInstanceOf(PreuveInsuffisante.class);
    }

    private void confirmer(String numero) throws CoordonneeRefusee {
        atelier.telephones.donner(parent, numero);
        atelier.telephones.confirmer(parent, SmsDEssai.dernierCode(base, numero));
    }

    private String numero() {
        return base.lire("SELECT telephone_portable, telephone_confirme_le IS NOT NULL FROM responsable WHERE id = "
                        + compte)
                .get(0);
    }

    @FunctionalInterface
    private interface Geste {
        void faire() throws CoordonneeRefusee;
    }

    private static RefusDeCoordonnee refus(Geste geste) {
        try {
            geste.faire();
        } catch (CoordonneeRefusee e) {
            return e.code();
        }
        throw new AssertionError("Aucun refus.");
    }
}
