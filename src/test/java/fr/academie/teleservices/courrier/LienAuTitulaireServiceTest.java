package fr.academie.teleservices.courrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.PlafondDeCourriels;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.motdepasse.ReponsesDOubli;
import fr.academie.teleservices.socle.web.AdresseDuService;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Le lien que l'établissement envoie au titulaire : à son adresse sûre, à personne d'autre, et sans rien changer au compte. */
class LienAuTitulaireServiceTest {

    private static final String AUTRE = "0330002B";
    private static final Pattern JETON = Pattern.compile("/oubli/nouveau#([A-Za-z0-9_-]{43})");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final LienAuTitulaireService liens = new LienAuTitulaireService(
            atelier.courriers,
            atelier.comptes,
            new ReponsesDOubli(
                    atelier.comptes,
                    new AgentService(atelier.transactions, Atelier.profil(Map.of())),
                    atelier.scolarite,
                    atelier.lignee,
                    new PlafondDeCourriels(atelier.transactions, atelier.horloge),
                    atelier.avis,
                    atelier.courriels,
                    atelier.transactions,
                    atelier.horloge),
            atelier.journal,
            atelier.bureau,
            new AdresseDuService(Atelier.APPLICATION),
            atelier.transactions,
            atelier.horloge);
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
    private long compte;

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.actif("cristelle.durand");
        familles.lier(compte, familles.eleve("Dylan"));
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY");
    }

    @Test
    void leTitulaireRecoitUnLienQuiSertEtLeCompteNAPasChange() throws Exception {
        List<String> avant = base.lire("SELECT * FROM responsable");
        liens.envoyer(agent, compte, Familles.UAI);
        assertThat(base.lire("SELECT * FROM responsable")).isEqualTo(avant);
        assertThat(base.lire("SELECT destinataire FROM courriel")).containsExactly("cristelle.durand@exemple.fr");
        assertThat(base.lire("SELECT action, acteur, acteur_profil FROM journal"))
                .containsExactly("LIEN_ENVOYE|secretariat.moulin|ETABLISSEMENT");
        assertThat(base.lire("SELECT action, uai, responsable_id FROM journal_bureau WHERE action = 'LIEN_ENVOYE'"))
                .containsExactly("LIEN_ENVOYE|" + Familles.UAI + "|" + compte);

        String texte = base.lire("SELECT texte FROM courriel").get(0);
        Matcher lien = JETON.matcher(texte);
        assertThat(lien.find()).isTrue();
        assertThat(texte).contains("Collège du Moulin", "cristelle.durand");
        atelier.oublis.reinitialiser(lien.group(1), "girafe-violette-au-bord-du-canal-42", "127.0.0.1");
        assertThat(atelier.comptes.prouver(new Identifiant("cristelle.durand"), "girafe-violette-au-bord-du-canal-42"))
                .isPresent();
    }

    @Test
    void unSecondLienNePartPasTantQueLePremierSert() throws Exception {
        liens.envoyer(agent, compte, Familles.UAI);
        refuse(RefusCourrier.LIEN_DEJA_PARTI, agent, Familles.UAI);
    }

    @Test
    void uneAdresseQueRienNeConfirmeNeRecoitRien() {
        base.executer("UPDATE responsable SET mail_confirme_le = NULL");
        refuse(RefusCourrier.SANS_ADRESSE, agent, Familles.UAI);
    }

    @Test
    void unCompteJamaisActiveALeCourrierPasLeLien() {
        base.executer(
                "UPDATE responsable SET etat = 'CREE', active_le = NULL, provisoire_expire_le = UTC_TIMESTAMP(3) +"
                        + " INTERVAL 9 DAY");
        refuse(RefusCourrier.SANS_ADRESSE, agent, Familles.UAI);
    }

    @Test
    void lAdresseQuOnVientDeMettreNeRecoitPasLeLienTantQueLAncienneSOppose() throws Exception {
        atelier.mails.demander(
                Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand")),
                "voleur@exemple.fr",
                Atelier.APPLICATION);
        base.executer(
                "DELETE FROM courriel",
                "UPDATE responsable SET mail = 'voleur@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3)");
        liens.envoyer(agent, compte, Familles.UAI);
        assertThat(base.lire("SELECT destinataire FROM courriel")).containsExactly("cristelle.durand@exemple.fr");
    }

    @Test
    void uneEcoleSansElevesDeCeCompteNePeutRien() {
        familles.etablissement(AUTRE, "Collège d’à côté");
        refuse(RefusCourrier.INTROUVABLE, Atelier.agent("ailleurs", AUTRE), AUTRE);
        refuse(RefusCourrier.INTROUVABLE, Atelier.agent("ailleurs", AUTRE), Familles.UAI);
    }

    private void refuse(RefusCourrier code, Agent qui, String uai) {
        List<String> avant = base.lire("SELECT (SELECT COUNT(*) FROM courriel), (SELECT COUNT(*) FROM journal),"
                + " (SELECT COUNT(*) FROM jeton_courriel), (SELECT COUNT(*) FROM journal_bureau)");
        assertThatThrownBy(() -> liens.envoyer(qui, compte, uai))
                .isInstanceOfSatisfying(
                        CourrierRefuse.class, e -> assertThat(e.code()).isEqualTo(code));
        assertThat(base.lire("SELECT (SELECT COUNT(*) FROM courriel), (SELECT COUNT(*) FROM journal),"
                        + " (SELECT COUNT(*) FROM jeton_courriel), (SELECT COUNT(*) FROM journal_bureau)"))
                .isEqualTo(avant);
    }
}
