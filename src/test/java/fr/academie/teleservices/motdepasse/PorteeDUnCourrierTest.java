package fr.academie.teleservices.motdepasse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.EnfantsVisibles;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.acces.Preuve;
import fr.academie.teleservices.acces.PreuveInsuffisante;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Portee;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.motdepasse.CanauxDePreuve.Canal;
import fr.academie.teleservices.motdepasse.CanauxDePreuve.Destination;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce qu'ouvre un courrier, et comment son porteur se prouve autrement. Source : DOMAIN §4, « Portée of a letter ». */
@Tag("fuseau")
class PorteeDUnCourrierTest {

    private static final String ID = "cristelle.durand";
    private static final String AILLEURS = "0330002B";
    private static final String CHOISI = "Marée-Haute-7-Grèves";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(base.source());
    private final Familles familles = new Familles(base);
    private final EnfantsVisibles visibles = new EnfantsVisibles(atelier.scolarite);
    private long compte;
    private long dIci;
    private long dAilleurs;

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.actif(ID);
        dIci = familles.eleve("Florian");
        dAilleurs = familles.eleve("Dylan", AILLEURS);
        familles.lier(compte, dIci);
        familles.lier(compte, dAilleurs);
        confirmerLeMail();
    }

    @Test
    void quiRefaitLeCourrierDUnParentActifNeVoitQueLEnfantDeSonEtablissement() throws Exception {
        courrier(Familles.UAI, "secretariat.moulin");
        Demandeur intrus = entrer();

        assertThat(intrus.niveau()).isEqualTo(Niveau.PAPIER);
        assertThat(vus(intrus)).containsExactly("Florian");
        exigeUnePreuve(intrus);

        atelier.activations.activer(intrus, CHOISI, Set.of(dIci, dAilleurs));
        assertThat(base.lire("SELECT eleve_id, etat FROM rattachement ORDER BY id"))
                .as("un enfant caché ne se conteste pas")
                .containsExactly(dIci + "|CONTESTE", dAilleurs + "|ACTIF");

        Demandeur revenu = entrer();
        assertThat(vus(revenu)).as("le mot de passe choisi garde la portée").containsExactly("Florian");
        exigeUnePreuve(revenu);
        assertThat(atelier.contestations.contester(revenu, dAilleurs)).isFalse();
        assertThat(base.lire(
                        "SELECT JSON_VALUE(details, '$.portee') FROM journal WHERE action = 'MOT_DE_PASSE_CHANGE'"))
                .containsExactly(Familles.UAI);

        atelier.motsDePasse.changer(revenu, CHOISI, "Un autre Mot2Passe!");
        assertThat(vus(entrer())).as("en changer ne la lève pas").containsExactly("Florian");
    }

    /** Le refus d'un mot de passe dirait, un nom essayé après l'autre, quels enfants le compte a ailleurs, et dans quelle école. */
    @Test
    void ceQuiEstRefuseAuCourrierNeDitRienDesEnfantsDAilleurs() throws Exception {
        base.executer("UPDATE eleve SET prenom = 'Zéphyrine' WHERE id = " + dAilleurs);
        courrier(Familles.UAI, "secretariat.moulin");
        Demandeur intrus = entrer();
        String essaye = "Zephyrine-Moulin-7";

        assertThatThrownBy(() -> atelier.motsDePasse.exiger(essaye, compte(), null))
                .as("à qui voit tout le compte")
                .isInstanceOf(MotDePasseRefuse.class);
        assertThat(atelier.motsDePasse.exiger(essaye, compte(), intrus.portee()))
                .isEqualTo(essaye);
        assertThatThrownBy(() -> atelier.motsDePasse.exiger("Florian-Moulin-7", compte(), intrus.portee()))
                .as("l'enfant que la session montre")
                .isInstanceOf(MotDePasseRefuse.class);

        atelier.activations.activer(intrus, essaye, Set.of());
        assertThat(base.lire("SELECT etat FROM responsable")).containsExactly("ACTIF");
    }

    @Test
    void uneSessionDejaOuverteParLeCourrierNeSElargitPasQuandUnAutreLeRemplace() throws Exception {
        courrier(Familles.UAI, "secretariat.moulin");
        SessionUtilisateur ouverte = ouvrir();
        courrier(AILLEURS, "secretariat.ailleurs");
        base.executer("UPDATE session_ouverte SET finie_le = NULL");

        assertThat(atelier.sessions.etat(ouverte, compte()).orElseThrow().portee())
                .isEqualTo(Familles.UAI);
    }

    @Test
    void unCompteNeufQuiNAQueLesEnfantsDeLEtablissementSActiveSansPortee() throws Exception {
        base.executer("DELETE FROM rattachement WHERE eleve_id = " + dAilleurs);
        base.executer("UPDATE responsable SET etat = 'CREE', active_le = NULL, mail_confirme_le = NULL");
        courrier(Familles.UAI, "secretariat.moulin");
        Demandeur titulaire = entrer();
        assertThat(titulaire.limite()).isFalse();

        atelier.activations.activer(titulaire, CHOISI, Set.of());

        Demandeur apres = demandeur(
                new SessionUtilisateur(titulaire.sessionId(), titulaire.identifiant(), Profil.RESPONSABLE, null));
        assertThat(apres.niveau())
                .as("la session vaut « mot de passe choisi », et de frais")
                .isEqualTo(Niveau.FRAIS);
        assertThat(base.compter("SELECT COUNT(*) FROM portee")).isZero();
        long secondaire = familles.actif("cristelle.durand2");
        familles.lier(secondaire, dAilleurs);
        assertThat(atelier.preuves.prouver(apres, "cristelle.durand2", Familles.MOT_DE_PASSE))
                .isNotNull();
        familles.lier(compte, familles.eleve("Léa", "0330003C"));
        assertThat(vus(entrer())).contains("Léa");
    }

    @Test
    void unCompteNeufQuiADesEnfantsAilleursResteLimite() throws Exception {
        base.executer("UPDATE responsable SET etat = 'CREE', active_le = NULL, mail_confirme_le = NULL");
        courrier(Familles.UAI, "secretariat.moulin");
        Demandeur titulaire = entrer();
        assertThat(vus(titulaire)).containsExactly("Florian");

        atelier.activations.activer(titulaire, CHOISI, Set.of());
        assertThat(vus(entrer())).containsExactly("Florian");
        atelier.horloge.avancer(Portee.DELAI.plusDays(30));
        assertThat(vus(entrer()))
                .as("personne n'a pu être prévenu : le temps ne prouve rien")
                .containsExactly("Florian");
    }

    @Test
    void unLienRetireOuUnCompteAbsorbeLimiteAussi() throws Exception {
        base.executer("UPDATE responsable SET etat = 'CREE', active_le = NULL, mail_confirme_le = NULL");
        base.executer("UPDATE rattachement SET etat = 'RETIRE' WHERE eleve_id = " + dAilleurs);
        courrier(Familles.UAI, "secretariat.moulin");
        assertThat(entrer().limite()).isTrue();

        base.executer("DELETE FROM rattachement WHERE eleve_id = " + dAilleurs);
        assertThat(entrer().limite()).isFalse();
        long ferme = familles.compte("ferme", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        base.executer(
                "INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, correspondance, etat)"
                        + " VALUES (UNHEX(MD5('1')), " + compte + ", " + ferme
                        + ", UTC_TIMESTAMP(3), 'x', 'NOM', 'ACTIF')");
        assertThat(entrer().limite()).isTrue();
    }

    @Test
    void leCodeRecuALAdresseConfirmeeAvantLeCourrierLeveLaPortee() throws Exception {
        courrier(Familles.UAI, "secretariat.moulin");
        Demandeur titulaire = entrer();
        assertThat(atelier.titulaires.destinations(titulaire))
                .containsExactly(new Destination(Canal.MAIL, "c…@exemple.fr"));
        atelier.titulaires.envoyer(titulaire, Canal.MAIL);
        String code = code();

        assertThat(refus(() -> atelier.titulaires.confirmer(titulaire, "00000000")))
                .isEqualTo(RefusPreuve.CODE_FAUX);
        assertThat(refus(() -> atelier.titulaires.confirmer(entrer(), code)))
                .as("le code ne vaut que pour la session qui l'a demandé")
                .isEqualTo(RefusPreuve.CODE_PERIME);
        atelier.titulaires.confirmer(titulaire, code);

        assertThat(vus(relire(titulaire))).containsExactly("Dylan", "Florian");
        assertThat(vus(entrer()))
                .as("qui connaît le mot de passe du courrier n'entre pas plus loin")
                .containsExactly("Florian");
        atelier.activations.activer(relire(titulaire), CHOISI, Set.of());
        assertThat(vus(entrer())).containsExactly("Dylan", "Florian");
        assertThat(base.lire("SELECT JSON_VALUE(details, '$.moyen') FROM journal WHERE action = 'TITULAIRE_PROUVE'"))
                .containsExactly("CODE");
    }

    @Test
    void leMotDePasseChoisiSousPorteeSEnDefaitQuandLeTitulaireSeProuve() throws Exception {
        courrier(Familles.UAI, "secretariat.moulin");
        atelier.activations.activer(entrer(), CHOISI, Set.of());
        Demandeur titulaire = entrer();
        atelier.titulaires.envoyer(titulaire, Canal.MAIL);
        atelier.titulaires.confirmer(titulaire, code().replace(" ", " "));

        assertThat(vus(entrer())).containsExactly("Dylan", "Florian");
        assertThat(relire(titulaire).niveau().suffit(Niveau.MOT_DE_PASSE)).isTrue();
    }

    @Test
    void uneAdresseConfirmeeApresLeCourrierNeProuveRien() throws Exception {
        courrier(Familles.UAI, "secretariat.moulin");
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) + INTERVAL 1 SECOND");
        assertThat(refus(() -> atelier.titulaires.envoyer(entrer(), Canal.MAIL)))
                .isEqualTo(RefusPreuve.SANS_ADRESSE);
        base.executer("UPDATE responsable SET mail_confirme_le = NULL");
        assertThat(refus(() -> atelier.titulaires.envoyer(entrer(), Canal.MAIL)))
                .isEqualTo(RefusPreuve.SANS_ADRESSE);
    }

    @Test
    void cinqCodesFauxEtIlEnFautUnAutre() throws Exception {
        courrier(Familles.UAI, "secretariat.moulin");
        Demandeur titulaire = entrer();
        atelier.titulaires.envoyer(titulaire, Canal.MAIL);
        String code = code();
        assertThat(refus(() -> atelier.titulaires.envoyer(titulaire, Canal.MAIL)))
                .isEqualTo(RefusPreuve.TROP_TOT);
        for (int i = 0; i < 4; i++) {
            assertThat(refus(() -> atelier.titulaires.confirmer(titulaire, "00000000")))
                    .isEqualTo(RefusPreuve.CODE_FAUX);
        }
        assertThat(refus(() -> atelier.titulaires.confirmer(titulaire, "00000000")))
                .isEqualTo(RefusPreuve.CODE_PERIME);
        assertThat(refus(() -> atelier.titulaires.confirmer(titulaire, code))).isEqualTo(RefusPreuve.CODE_PERIME);
    }

    @Test
    void leCourrierDUnAutreEtablissementLeveLesDeuxPortees() throws Exception {
        Lettre premiere = courrier(Familles.UAI, "secretariat.moulin");
        Lettre seconde = courrier(AILLEURS, "secretariat.ailleurs");
        Demandeur titulaire = entrer();
        assertThat(vus(titulaire)).containsExactly("Dylan");

        assertThat(refus(() -> atelier.titulaires.prouverParCourrier(titulaire, seconde.motDePasse())))
                .as("celui qui a ouvert la session ne prouve rien de plus")
                .isEqualTo(RefusPreuve.COURRIER_REFUSE);
        atelier.titulaires.prouverParCourrier(titulaire, premiere.motDePasse());
        assertThat(vus(relire(titulaire))).containsExactly("Dylan", "Florian");
    }

    @Test
    void deuxCourriersDuMemeAgentNeFontPasDeuxPreuves() throws Exception {
        Lettre premiere = courrier(Familles.UAI, "secretariat.moulin");
        courrier(AILLEURS, "secretariat.moulin");
        assertThat(refus(() -> atelier.titulaires.prouverParCourrier(entrer(), premiere.motDePasse())))
                .isEqualTo(RefusPreuve.COURRIER_REFUSE);
    }

    @Test
    void unCourrierPerimeNeProuveRien() throws Exception {
        Lettre premiere = courrier(Familles.UAI, "secretariat.moulin");
        atelier.horloge.avancer(Duration.ofDays(89));
        courrier(AILLEURS, "secretariat.ailleurs");
        atelier.horloge.avancer(Duration.ofDays(1));
        assertThat(refus(() -> atelier.titulaires.prouverParCourrier(entrer(), premiere.motDePasse())))
                .isEqualTo(RefusPreuve.COURRIER_REFUSE);
    }

    @Test
    void soixanteDouzeHeuresSansOppositionApresLAvisLeventLaPortee() throws Exception {
        courrier(Familles.UAI, "secretariat.moulin");
        atelier.activations.activer(entrer(), CHOISI, Set.of());
        assertThat(atelier.titulaires.echeance(entrer())).isPresent();
        atelier.horloge.avancer(Portee.DELAI.minusMinutes(1));
        assertThat(vus(entrer())).containsExactly("Florian");
        atelier.horloge.avancer(Duration.ofMinutes(1));
        assertThat(vus(entrer())).containsExactly("Dylan", "Florian");
    }

    @Test
    void lOppositionDuTitulaireRetientLaPortee() throws Exception {
        courrier(Familles.UAI, "secretariat.moulin");
        atelier.transactions.executer(() -> atelier.portees.opposer(compte));
        atelier.horloge.avancer(Portee.DELAI.plusDays(30));
        assertThat(vus(entrer())).containsExactly("Florian");
    }

    @Test
    void leTitulaireSeulDansSonEtablissementEstLimiteJusquATroisJours() throws Exception {
        base.executer("DELETE FROM rattachement WHERE eleve_id = " + dAilleurs);
        base.executer("UPDATE responsable SET mail_confirme_le = NULL");
        courrier(Familles.UAI, "secretariat.moulin");
        atelier.activations.activer(entrer(), CHOISI, Set.of());
        exigeUnePreuve(entrer());
        assertThat(vus(entrer())).containsExactly("Florian");
        atelier.horloge.avancer(Portee.DELAI);
        assertThat(entrer().limite()).isFalse();
    }

    @Test
    void unePorteeTombeeNeRevientPasAvecLesElevesQuiArrivent() throws Exception {
        base.executer("DELETE FROM rattachement WHERE eleve_id = " + dAilleurs);
        base.executer("UPDATE responsable SET mail_confirme_le = NULL");
        courrier(Familles.UAI, "secretariat.moulin");
        atelier.activations.activer(entrer(), CHOISI, Set.of());
        atelier.horloge.avancer(Portee.DELAI);
        Demandeur titulaire = entrer();
        long autre = familles.actif("cristelle.durand2");
        familles.lier(autre, dAilleurs);

        UUID jeton = atelier.preuves.prouver(titulaire, "cristelle.durand2", Familles.MOT_DE_PASSE);
        String vue = atelier.regroupements.apercu(titulaire, jeton).vue();
        atelier.regroupements.confirmer(titulaire, jeton, vue);

        assertThat(vus(relire(titulaire))).containsExactly("Dylan", "Florian");
        assertThat(vus(entrer())).containsExactly("Dylan", "Florian");
    }

    @Test
    void leMenageLeveCellesQueLeTempsALevees() throws Exception {
        courrier(Familles.UAI, "secretariat.moulin");
        base.executer("UPDATE portee SET avisee = 0");
        assertThat(atelier.portees.tomber(atelier.horloge.instant().plusSeconds(1)))
                .as("des élèves ailleurs, et personne de prévenu")
                .isZero();
        base.executer("UPDATE portee SET avisee = 1, opposee_le = UTC_TIMESTAMP(3)");
        assertThat(atelier.portees.tomber(atelier.horloge.instant().plusSeconds(1)))
                .isZero();
        base.executer("UPDATE portee SET opposee_le = NULL");
        assertThat(atelier.portees.tomber(atelier.horloge.instant().minusSeconds(60)))
                .isZero();
        assertThat(atelier.portees.tomber(atelier.horloge.instant().plusSeconds(1)))
                .isEqualTo(1);
        assertThat(vus(entrer())).containsExactly("Dylan", "Florian");
    }

    @Test
    void leLienDOubliRecuALAdresseConfirmeeRendLeCompteEntier() throws Exception {
        courrier(Familles.UAI, "secretariat.moulin");
        atelier.activations.activer(entrer(), CHOISI, Set.of());
        atelier.transactions.executer(() -> atelier.motsDePasse.reinitialiser(compte(), Familles.ARGON2, "127.0.0.1"));
        assertThat(vus(entrer())).containsExactly("Dylan", "Florian");
    }

    @Test
    void leCourrierDUnEtablissementNeLivrePasLesElevesDUnAutreEnRegroupant() throws Exception {
        long principal = familles.actif("cristelle.durand9");
        Demandeur intrus = Atelier.demandeur(principal, "cristelle.durand9", familles.session("cristelle.durand9"));
        Lettre lettre = courrier(Familles.UAI, "secretariat.moulin");

        assertThat(catchThrowableOfType(
                                RegroupementRefuse.class,
                                () -> atelier.preuves.prouver(intrus, ID, lettre.motDePasse()))
                        .code())
                .isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        atelier.activations.activer(entrer(), CHOISI, Set.of());
        assertThat(catchThrowableOfType(RegroupementRefuse.class, () -> atelier.preuves.prouver(intrus, ID, CHOISI))
                        .code())
                .isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        assertThat(base.compter("SELECT COUNT(*) FROM essai"))
                .as("c'est un essai manqué, comme un mot de passe faux")
                .isEqualTo(2);

        base.executer("DELETE FROM rattachement WHERE eleve_id = " + dAilleurs);
        assertThat(atelier.preuves.prouver(intrus, ID, CHOISI))
                .as("rien que ce que l'établissement connaît")
                .isNotNull();
    }

    private void exigeUnePreuve(Demandeur limite) {
        List<ThrowingCallable> actes = List.of(
                () -> atelier.mails.demander(limite, "intrus@exemple.fr", "http://localhost"),
                () -> atelier.mails.renoncer(limite),
                () -> atelier.telephones.donner(limite, "0611223344"),
                () -> atelier.preuves.prouver(limite, "x", "y"));
        actes.forEach(acte -> assertThatThrownBy(acte).isInstanceOf(PreuveInsuffisante.class));
    }

    private Lettre courrier(String uai, String agent) throws Exception {
        return atelier.courriers.faire(
                Atelier.agent(agent, uai),
                compte,
                uai,
                EnumSet.allOf(MotifCourrier.class),
                null,
                RaisonDuPapier.DEMANDE_PAPIER);
    }

    private List<String> vus(Demandeur demandeur) {
        return visibles.de(demandeur).stream().map(e -> e.eleve().prenom()).toList();
    }

    private SessionUtilisateur ouvrir() {
        return atelier.sessions
                .ouvrir(new Preuve("ST-" + System.nanoTime(), "127.0.0.1", atelier.horloge.instant(), false), compte())
                .orElseThrow();
    }

    private Demandeur entrer() {
        return demandeur(ouvrir());
    }

    private Demandeur relire(Demandeur demandeur) {
        return demandeur(
                new SessionUtilisateur(demandeur.sessionId(), demandeur.identifiant(), Profil.RESPONSABLE, null));
    }

    private Demandeur demandeur(SessionUtilisateur session) {
        SessionService.Etat etat = atelier.sessions.etat(session, compte()).orElseThrow();
        return new Demandeur(
                compte, session.identifiant(), session.sessionId(), "127.0.0.1", etat.niveau(), etat.portee());
    }

    private Compte compte() {
        return atelier.comptes.parId(compte).orElseThrow();
    }

    private void confirmerLeMail() {
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY");
    }

    private String code() {
        Matcher code = Pattern.compile("\\d{4}[  ]\\d{4}")
                .matcher(String.join("\n", base.lire("SELECT texte FROM courriel ORDER BY id DESC LIMIT 1")));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private static RefusPreuve refus(ThrowingCallable acte) {
        return catchThrowableOfType(PreuveRefusee.class, acte).code();
    }
}
