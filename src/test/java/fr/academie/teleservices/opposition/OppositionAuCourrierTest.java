package fr.academie.teleservices.opposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.courrier.CourrierRefuse;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Taches;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un courrier fait pour un compte qui avait son titulaire : il l'apprend, et fait remettre son mot de passe. */
@Tag("fuseau")
class OppositionAuCourrierTest {

    private static final String AUTRE = "0330002B";
    private static final String COMPTE =
            "SELECT id, identifiant, mail, mail_confirme_le, mot_de_passe, provisoire_expire_le,"
                    + " etat, motif_fermeture, active_le, ferme_le FROM responsable ORDER BY id";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
    private long compte;

    @BeforeEach
    void installer() {
        atelier.horloge.arreterA(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        base.vider();
        compte = familles.actif("cristelle.durand");
        familles.lier(compte, familles.eleve("Dylan"));
        familles.lier(compte, familles.eleve("Florian", AUTRE));
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY");
    }

    @Test
    void leMotDePasseDAvantEstRemisExactementEtCeluiDuCourrierNeVautPlus() throws Exception {
        List<String> avant = base.lire(COMPTE);
        Lettre lettre = courrier();
        assertThat(base.lire(COMPTE)).isNotEqualTo(avant);
        String lien = Liens.dernier(base, "cristelle.durand@exemple.fr");
        long session = familles.session("cristelle.durand");
        OppositionService.Effet effet = atelier.oppositions.effet(lien).orElseThrow();
        assertThat(effet.acte()).isEqualTo(Changement.COURRIER);
        assertThat(effet.prevision()).isEqualTo(Prevision.entiere("cristelle.durand", "Collège du Moulin"));

        atelier.oppositions.opposer(lien, "192.0.2.7");

        assertThat(base.lire(COMPTE)).isEqualTo(avant);
        assertThat(atelier.comptes.prouver(new Identifiant("cristelle.durand"), Familles.MOT_DE_PASSE))
                .isPresent();
        assertThat(atelier.comptes.prouver(new Identifiant("cristelle.durand"), lettre.motDePasse()))
                .isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM session_ouverte WHERE finie_le IS NULL AND id = " + session))
                .isZero();
        assertThat(base.lire("SELECT action, acteur_moyen, adresse FROM journal ORDER BY id DESC LIMIT 1"))
                .isEqualTo(List.of("COURRIER_OPPOSITION|LIEN|192.0.2.7"));
        assertThat(base.lire("SELECT destinataire, objet FROM courriel ORDER BY id DESC LIMIT 1"))
                .isEqualTo(
                        List.of("cristelle.durand@exemple.fr|Le mot de passe de votre compte cristelle.durand est remis"
                                + " en place"));
        assertThat(base.compter("SELECT COUNT(*) FROM opposition WHERE avant IS NOT NULL"))
                .as("l'empreinte du mot de passe ne reste pas")
                .isZero();
    }

    @Test
    void leLienSertUneFoisEtPasApresLeDelai() throws Exception {
        courrier();
        String lien = Liens.dernier(base, "cristelle.durand@exemple.fr");
        atelier.oppositions.opposer(lien, "192.0.2.7");
        perime(lien);

        courrier();
        String second = Liens.dernier(base, "cristelle.durand@exemple.fr");
        atelier.horloge.avancer(AvisAuTitulaire.DELAI.minusMillis(1));
        assertThat(atelier.oppositions.effet(second)).isPresent();
        atelier.horloge.avancer(Duration.ofMillis(1));
        perime(second);
        perime("n'importe quoi");
        perime("");
    }

    @Test
    void sOpposerAuPremierDeDeuxCourriersUseAussiLeLienDuSecond() throws Exception {
        List<String> avant = base.lire(COMPTE);
        courrier();
        String premier = Liens.dernier(base, "cristelle.durand@exemple.fr");
        atelier.horloge.avancer(Duration.ofHours(1));
        atelier.courriers.faire(
                Atelier.agent("autre", AUTRE),
                compte,
                AUTRE,
                Set.of(MotifCourrier.REINITIALISATION),
                null,
                RaisonDuPapier.DEMANDE_PAPIER);
        String second = Liens.dernier(base, "cristelle.durand@exemple.fr");

        atelier.oppositions.opposer(premier, "192.0.2.7");

        assertThat(base.lire(COMPTE)).isEqualTo(avant);
        perime(second);
    }

    @Test
    void leMotDePasseChoisiAvecLeCourrierTombeAussiEtLaPageDitQueToutNEstPasDefait() throws Exception {
        List<String> avant = base.lire(COMPTE);
        courrier();
        String lien = Liens.dernier(base, "cristelle.durand@exemple.fr");
        atelier.activations.activer(
                new Demandeur(
                        compte,
                        new Identifiant("cristelle.durand"),
                        familles.session("cristelle.durand"),
                        "127.0.0.1",
                        Niveau.PAPIER,
                        Familles.UAI),
                "girafe-violette-au-bord-du-canal-42",
                List.of());
        assertThat(base.lire("SELECT action, acteur_moyen, acteur_uai FROM journal ORDER BY id DESC LIMIT 1"))
                .as("l'auteur n'est connu que par son courrier")
                .isEqualTo(List.of("MOT_DE_PASSE_CHANGE|COURRIER|" + Familles.UAI));
        assertThat(atelier.oppositions.effet(lien).orElseThrow().prevision().enPartie())
                .isTrue();

        atelier.oppositions.opposer(lien, "192.0.2.7");

        assertThat(base.lire(COMPTE)).isEqualTo(avant);
    }

    @Test
    void leMotDePasseChoisiParLeLienEnvoyeAuTitulaireResteEtIlNYAPlusRienADefaire() throws Exception {
        courrier();
        String lien = Liens.dernier(base, "cristelle.durand@exemple.fr");
        atelier.oublis.demanderMotDePasse("cristelle.durand", "127.0.0.1", Atelier.APPLICATION + "/x?jeton=");
        Taches.faire(base, atelier.oublis.tache());
        atelier.oublis.reinitialiser(
                Liens.dernier(base, "cristelle.durand@exemple.fr"), "girafe-violette-au-bord-du-canal-42", "127.0.0.1");
        List<String> apres = base.lire(COMPTE);
        perime(lien);
        assertThat(base.lire(COMPTE)).isEqualTo(apres);
    }

    @Test
    void unCompteRegroupeDepuisNeSeReprendPasParLeLienDuCourrier() throws Exception {
        courrier();
        String lien = Liens.dernier(base, "cristelle.durand@exemple.fr");
        base.executer("DELETE FROM rattachement");
        base.executer("UPDATE responsable SET etat = 'FERME', motif_fermeture = 'REGROUPEMENT', mot_de_passe = NULL,"
                + " provisoire_expire_le = NULL, ferme_le = UTC_TIMESTAMP(3)");
        List<String> avant = base.lire(COMPTE);
        assertThat(atelier.oppositions.effet(lien).orElseThrow().prevision().refus())
                .isEqualTo(RefusOpposition.COMPTE_FERME);
        assertThatThrownBy(() -> atelier.oppositions.opposer(lien, "192.0.2.7"))
                .isInstanceOfSatisfying(
                        OppositionRefusee.class, e -> assertThat(e.code()).isEqualTo(RefusOpposition.COMPTE_FERME));
        assertThat(base.lire(COMPTE)).isEqualTo(avant);
    }

    @Test
    void quiVientDeChangerLAdresseNEstPasSeulPrevenu() throws Exception {
        atelier.mails.demander(
                Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand")),
                "voleur@exemple.fr",
                Atelier.APPLICATION);
        base.executer("UPDATE responsable SET mail = 'voleur@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3)");
        courrier();
        assertThat(Liens.dernier(base, "cristelle.durand@exemple.fr"))
                .isNotEqualTo(Liens.dernier(base, "voleur@exemple.fr"));
    }

    @Test
    void unCompteJamaisActiveNAnnonceRienEtLePapierSeFaitSansRaison() throws Exception {
        base.executer("UPDATE responsable SET etat = 'CREE', active_le = NULL, mail_confirme_le = NULL,"
                + " provisoire_expire_le = UTC_TIMESTAMP(3) + INTERVAL 1 DAY");
        atelier.courriers.faire(agent, compte, Familles.UAI, Set.of(MotifCourrier.REIMPRESSION), null);
        assertThat(base.compter("SELECT COUNT(*) FROM opposition")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isZero();
    }

    @Test
    void lePapierDUnCompteQuOnPeutJoindreVeutUneRaison() {
        List<String> avant = base.lire(COMPTE);
        assertThatThrownBy(() -> atelier.courriers.faire(
                        agent, compte, Familles.UAI, Set.of(MotifCourrier.REINITIALISATION), null))
                .isInstanceOf(CourrierRefuse.class)
                .hasMessage("RAISON_MANQUE");
        assertThat(base.lire(COMPTE)).isEqualTo(avant);
    }

    @Test
    void laPorteeDuCourrierNeTombeQueSiLeTitulaireAEtePrevenuEtLOppositionRemetCellesDAvant() throws Exception {
        base.executer(
                "INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante, titulaire,"
                        + " avisee) VALUES (" + compte + ", '" + AUTRE
                        + "', 'x', 'autre', UTC_TIMESTAMP(3) - INTERVAL 1 DAY,"
                        + " UTC_TIMESTAMP(3) + INTERVAL 9 DAY, 1, 1, 0)");
        List<String> avant = base.lire("SELECT * FROM portee");
        courrier();
        assertThat(base.lire("SELECT uai, avisee FROM portee WHERE courante = 1"))
                .isEqualTo(List.of(Familles.UAI + "|1"));
        atelier.oppositions.opposer(Liens.dernier(base, "cristelle.durand@exemple.fr"), "192.0.2.7");
        assertThat(base.lire("SELECT * FROM portee")).isEqualTo(avant);

        base.executer("UPDATE responsable SET mail_confirme_le = NULL");
        atelier.courriers.faire(agent, compte, Familles.UAI, Set.of(MotifCourrier.REINITIALISATION), null);
        assertThat(base.lire("SELECT uai, avisee FROM portee WHERE courante = 1"))
                .as("personne n'a été prévenu : le temps ne prouve rien")
                .isEqualTo(List.of(Familles.UAI + "|0"));
    }

    @Test
    void oubliNEnvoiePasDeLienAUneAdresseQuUneAutrePeutEncoreRefuser() throws Exception {
        atelier.mails.demander(
                Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand")),
                "voleur@exemple.fr",
                Atelier.APPLICATION);
        base.executer("UPDATE responsable SET mail = 'voleur@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3)");
        oublier();
        assertThat(destinatairesDUnLien()).containsExactly("cristelle.durand@exemple.fr");

        base.executer("DELETE FROM courriel");
        base.executer("UPDATE opposition SET avant = JSON_SET(avant, '$.confirmeLe', NULL)");
        oublier();
        assertThat(destinatairesDUnLien())
                .as("l'ancienne n'était pas confirmée")
                .isEmpty();

        base.executer("DELETE FROM courriel");
        atelier.horloge.avancer(AvisAuTitulaire.DELAI);
        oublier();
        assertThat(destinatairesDUnLien()).containsExactly("voleur@exemple.fr");
    }

    private void oublier() throws Exception {
        base.executer("DELETE FROM essai");
        atelier.oublis.demanderMotDePasse("cristelle.durand", "127.0.0.1", Atelier.APPLICATION + "/x?jeton=");
        Taches.faire(base, atelier.oublis.tache());
    }

    private List<String> destinatairesDUnLien() {
        return base.lire("SELECT destinataire FROM courriel WHERE texte LIKE '%/x?jeton=%'");
    }

    private Lettre courrier() throws CourrierRefuse {
        return atelier.courriers.faire(
                agent,
                compte,
                Familles.UAI,
                Set.of(MotifCourrier.REINITIALISATION),
                null,
                RaisonDuPapier.DEMANDE_PAPIER);
    }

    private void perime(String lien) {
        assertThat(atelier.oppositions.effet(lien)).isEmpty();
        assertThatThrownBy(() -> atelier.oppositions.opposer(lien, "192.0.2.7"))
                .isInstanceOfSatisfying(
                        OppositionRefusee.class, e -> assertThat(e.code()).isEqualTo(RefusOpposition.LIEN_PERIME));
    }
}
