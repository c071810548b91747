package fr.academie.teleservices.opposition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.SmsDEssai;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce qui change la main sur un compte s'annonce aussi au portable confirmé, et à lui seul ; un budget épuisé n'arrête pas l'acte. */
@Tag("fuseau")
class AvisParSmsTest {

    private static final String UN = "+33639980001";
    private static final String DEUX = "+33639980002";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private Atelier atelier = atelier(Map.of());
    private long principal;
    private Demandeur parent;

    @BeforeEach
    void installer() {
        base.vider();
        principal = familles.actif("cristelle.durand");
        parent = Atelier.demandeur(principal, "cristelle.durand", familles.session("cristelle.durand"));
        portable(principal, UN, true);
    }

    private Atelier atelier(Map<String, String> autres) {
        return new Atelier(base.source(), Atelier.reglages(SmsDEssai.reglages(autres)), Atelier.profil(Map.of()));
    }

    private void portable(long compte, String numero, boolean confirme) {
        base.executer("UPDATE responsable SET telephone_portable = '" + numero + "', telephone_confirme_le = "
                + (confirme ? "UTC_TIMESTAMP(3)" : "NULL") + " WHERE id = " + compte);
    }

    @Test
    void uneAutreAdresseMailEtUnRegroupementSAnnoncent() throws Exception {
        atelier.mails.demander(parent, "autre@exemple.fr", Atelier.APPLICATION);
        assertThat(SmsDEssai.deposes(base, UN)).singleElement().asString().contains("une autre adresse mail");

        long secondaire = familles.actif("cristelle.durand2");
        familles.lier(secondaire, familles.eleve("Florian"));
        portable(secondaire, DEUX, true);
        atelier.regrouper(parent, atelier.preuves.prouver(parent, "cristelle.durand2", Familles.MOT_DE_PASSE));
        assertThat(SmsDEssai.deposes(base, UN)).last().asString().contains("regroupé");
        assertThat(SmsDEssai.deposes(base, DEUX)).singleElement().asString().contains("regroupé");
    }

    @Test
    void unNumeroQuePersonneNAConfirmeNeRecoitRien() throws Exception {
        portable(principal, UN, false);
        atelier.mails.demander(parent, "autre@exemple.fr", Atelier.APPLICATION);
        assertThat(base.compter("SELECT COUNT(*) FROM sms")).isZero();
    }

    @Test
    void unBudgetEpuiseNArretePasLActe() throws Exception {
        atelier = atelier(Map.of("sms.par_jour", "1"));
        atelier.telephones.donner(parent, DEUX);
        atelier.mails.demander(parent, "autre@exemple.fr", Atelier.APPLICATION);
        assertThat(SmsDEssai.deposes(base, UN)).isEmpty();
        assertThat(base.lire("SELECT mail FROM mail_en_attente")).containsExactly("autre@exemple.fr");
    }
}
