package fr.academie.teleservices.motdepasse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.SmsDEssai;
import fr.academie.teleservices.essais.Taches;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** « Je ne sais pas » si j'ai un compte, par un portable : la réponse n'y arrive que si un compte le porte, et la page n'en dit rien. */
class RappelParSmsTest {

    private static final String NUMERO = "+33639980001";
    private static final String IP = "203.0.113.7";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private Atelier atelier = atelier(Map.of());

    @BeforeEach
    void installer() {
        base.vider();
        atelier = atelier(Map.of());
    }

    @Test
    void unPortableConfirmeRecoitLesIdentifiantsDeSesComptes() throws Exception {
        for (String identifiant : List.of("cristelle.durand", "cristelle.durand2")) {
            base.executer("UPDATE responsable SET telephone_portable = '" + NUMERO
                    + "', telephone_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + familles.actif(identifiant));
        }
        demander("06 39 98 00 01");
        assertThat(SmsDEssai.deposes(base, NUMERO))
                .hasSize(2)
                .anyMatch(sms -> sms.contains("cristelle.durand.") && sms.contains("vous avez déjà un compte"))
                .anyMatch(sms -> sms.contains("cristelle.durand2"));
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isZero();
    }

    /** De ce genre : connu d'un établissement et jamais confirmé, d'un compte fermé, d'un compte actif qui ne l'a pas confirmé, inconnu, illisible. */
    @Test
    void unPortableQuePersonneNAConfirmeNApprendAucunIdentifiant() throws Exception {
        long cree = familles.cree("jamais.active");
        base.executer("UPDATE responsable SET telephone_portable = '" + NUMERO + "' WHERE id = " + cree);
        demander("+33 6 39 98 00 01");
        assertThat(SmsDEssai.deposes(base, NUMERO))
                .singleElement()
                .satisfies(
                        sms -> assertThat(sms).contains("aucun compte activé").doesNotContain("jamais.active"));

        base.executer("DELETE FROM sms", "UPDATE responsable SET telephone_portable = NULL");
        base.executer("UPDATE responsable SET telephone_portable = '" + NUMERO + "' WHERE id = "
                + familles.actif("non.confirme"));
        demander(NUMERO);
        demander("06 39 98 00 99");
        demander("05 56 00 00 00");
        demander("abc");
        assertThat(base.compter("SELECT COUNT(*) FROM sms")).isZero();
    }

    /** Ce qui refuse une demande ne tient pas au numéro : un flot d'une adresse, le budget du jour. */
    @Test
    void unFlotSArreteEtLeBudgetDuJourVautPourTous() throws Exception {
        int prises = 0;
        TropDEssais refus = null;
        while (refus == null && prises < 20) {
            refus = catchThrowableOfType(TropDEssais.class, () -> demander("06 39 98 00 77"));
            prises += refus == null ? 1 : 0;
        }
        assertThat(prises).isEqualTo(3);

        base.executer("UPDATE responsable SET telephone_portable = '" + NUMERO
                + "', telephone_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + familles.actif("cristelle.durand"));
        atelier = atelier(Map.of("sms.par_jour", "1"));
        demander(NUMERO);
        assertThat(catchThrowableOfType(TropDEssais.class, () -> demander("06 39 98 00 88")))
                .isNotNull();
        assertThat(base.compter("SELECT COUNT(*) FROM sms")).isEqualTo(1);
    }

    @Test
    void sansPasserelleUnNumeroEstUneAdresseInconnue() throws Exception {
        atelier = new Atelier(base.source());
        assertThat(atelier.oublis.repondParSms()).isFalse();
        demander(NUMERO);
        assertThat(base.compter("SELECT COUNT(*) FROM sms")).isZero();
    }

    private void demander(String saisie) throws TropDEssais {
        atelier.oublis.demanderSonCompte(saisie, IP);
        Taches.faire(base, atelier.oublis.tache());
    }

    private Atelier atelier(Map<String, String> reglages) {
        return new Atelier(base.source(), Atelier.reglages(SmsDEssai.reglages(reglages)), Atelier.profil(Map.of()));
    }
}
