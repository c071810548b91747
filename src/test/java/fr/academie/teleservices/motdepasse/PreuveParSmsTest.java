package fr.academie.teleservices.motdepasse;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.SmsDEssai;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.motdepasse.CanauxDePreuve.Canal;
import fr.academie.teleservices.motdepasse.CanauxDePreuve.Destination;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un portable confirmé avant le courrier prouve le titulaire, comme l'adresse mail ; confirmé depuis peu, ou après, il ne prouve rien. */
@Tag("fuseau")
class PreuveParSmsTest {

    private static final String ID = "cristelle.durand";
    private static final String NUMERO = "+33639980078";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier =
            new Atelier(base.source(), Atelier.reglages(SmsDEssai.reglages(Map.of())), Atelier.profil(Map.of()));
    private long compte;

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.actif(ID);
        familles.lier(compte, familles.eleve("Florian"));
        familles.lier(compte, familles.eleve("Dylan", "0330002B"));
        base.executer("UPDATE responsable SET telephone_portable = '" + NUMERO + "'");
    }

    @Test
    void leCodeRecuAuPortableConfirmeAvantLeCourrierLeveLaPortee() throws Exception {
        confirmeIlYA("30 DAY");
        Demandeur titulaire = entrerParUnCourrier();
        assertThat(SmsDEssai.deposes(base, NUMERO))
                .as("le courrier est annoncé au portable, sans lien")
                .singleElement()
                .asString()
                .contains("un établissement a fait un courrier");
        assertThat(atelier.titulaires.destinations(titulaire))
                .containsExactly(new Destination(Canal.TELEPHONE, "…\u00a078"));
        assertThat(refus(() -> atelier.titulaires.envoyer(titulaire, Canal.MAIL)))
                .isEqualTo(RefusPreuve.SANS_ADRESSE);
        atelier.titulaires.envoyer(titulaire, Canal.TELEPHONE);
        assertThat(atelier.titulaires.codeAttendu(titulaire)).contains(Canal.TELEPHONE);
        String code = SmsDEssai.dernierCode(base, NUMERO);
        assertThat(refus(() -> atelier.titulaires.confirmer(titulaire, "00000000")))
                .isEqualTo(RefusPreuve.CODE_FAUX);
        atelier.titulaires.confirmer(titulaire, code);
        assertThat(demandeur(titulaire.sessionId()).limite()).isFalse();
        assertThat(base.lire("SELECT JSON_VALUE(details, '$.moyen') FROM journal WHERE action = 'TITULAIRE_PROUVE'"))
                .containsExactly("CODE_PAR_SMS");
        assertThat(base.compter("SELECT COUNT(*) FROM essai WHERE operation = 'SMS'"))
                .as("l'avis et le code se comptent")
                .isEqualTo(2);
    }

    @Test
    void confirmeDepuisPeuOuApresLeCourrierIlNeProuveRien() throws Exception {
        confirmeIlYA("2 DAY");
        Demandeur titulaire = entrerParUnCourrier();
        assertThat(atelier.titulaires.destinations(titulaire)).isEmpty();
        assertThat(refus(() -> atelier.titulaires.envoyer(titulaire, Canal.TELEPHONE)))
                .isEqualTo(RefusPreuve.SANS_ADRESSE);
        base.executer("UPDATE portee SET depuis = UTC_TIMESTAMP(3) - INTERVAL 60 DAY");
        confirmeIlYA("30 DAY");
        assertThat(atelier.titulaires.destinations(titulaire)).isEmpty();
        base.executer("UPDATE responsable SET telephone_confirme_le = NULL");
        assertThat(refus(() -> atelier.titulaires.envoyer(titulaire, Canal.TELEPHONE)))
                .isEqualTo(RefusPreuve.SANS_ADRESSE);
    }

    @Test
    void lePortableQuiCesseDetreCeluiDAvantRendLeCodeSansValeur() throws Exception {
        confirmeIlYA("30 DAY");
        Demandeur titulaire = entrerParUnCourrier();
        atelier.titulaires.envoyer(titulaire, Canal.TELEPHONE);
        base.executer("UPDATE responsable SET telephone_confirme_le = NULL");
        assertThat(refus(() -> atelier.titulaires.confirmer(titulaire, SmsDEssai.dernierCode(base, NUMERO))))
                .isEqualTo(RefusPreuve.SANS_ADRESSE);
    }

    @Test
    void onChoisitEntreLesDeux() throws Exception {
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY");
        confirmeIlYA("30 DAY");
        Demandeur titulaire = entrerParUnCourrier();
        assertThat(atelier.titulaires.destinations(titulaire))
                .extracting(Destination::canal)
                .containsExactly(Canal.MAIL, Canal.TELEPHONE);
    }

    private void confirmeIlYA(String temps) {
        base.executer("UPDATE responsable SET telephone_confirme_le = UTC_TIMESTAMP(3) - INTERVAL " + temps);
    }

    private Demandeur entrerParUnCourrier() throws Exception {
        atelier.courriers.faire(
                Atelier.agent("secretariat.moulin", Familles.UAI),
                compte,
                Familles.UAI,
                EnumSet.allOf(MotifCourrier.class),
                null,
                RaisonDuPapier.DEMANDE_PAPIER);
        long session = familles.session(ID);
        base.executer(
                "UPDATE session_ouverte SET niveau = 'PAPIER', portee = '" + Familles.UAI + "' WHERE id = " + session);
        return demandeur(session);
    }

    private Demandeur demandeur(long session) {
        SessionService.Etat etat = atelier.sessions
                .etat(
                        new SessionUtilisateur(session, new Identifiant(ID), Profil.RESPONSABLE, null),
                        atelier.comptes.parId(compte).orElseThrow())
                .orElseThrow();
        return new Demandeur(compte, new Identifiant(ID), session, "127.0.0.1", etat.niveau(), etat.portee());
    }

    @FunctionalInterface
    private interface Geste {
        void faire() throws PreuveRefusee;
    }

    private static RefusPreuve refus(Geste geste) {
        try {
            geste.faire();
        } catch (PreuveRefusee e) {
            return e.code();
        }
        throw new AssertionError("Aucun refus.");
    }
}
