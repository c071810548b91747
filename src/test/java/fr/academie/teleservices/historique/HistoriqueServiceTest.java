package fr.academie.teleservices.historique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce qu'un responsable lit de son compte, et rien de ce qui est aux autres. */
@Tag("fuseau")
class HistoriqueServiceTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final HistoriqueService historique = HistoriquesDEssai.historique(atelier);
    private long principal;

    @BeforeEach
    void installer() {
        base.vider();
        principal = familles.actif("cristelle.durand");
    }

    @Test
    void lHistoriqueVaDuPlusRecentAuPlusAncienEtSePagine() {
        for (int i = 0; i < 5; i++) {
            ajouter(principal, ActionJournal.CONNEXION, "cristelle.durand", Profil.RESPONSABLE, "{}");
        }
        ajouter(principal, ActionJournal.MOT_DE_PASSE_CHANGE, "cristelle.durand", Profil.RESPONSABLE, "{}");
        HistoriqueService.Page page = historique.lire(demandeur(), Genre.TOUT, 0, 4);
        assertThat(page.total()).isEqualTo(6);
        assertThat(page.faits())
                .extracting(Fait::quoi)
                .containsExactly(
                        "Mot de passe changé",
                        "Connexion à Téléservices",
                        "Connexion à Téléservices",
                        "Connexion à Téléservices");
        assertThat(historique.lire(demandeur(), Genre.TOUT, 4, 4).faits()).hasSize(2);
        assertThat(historique.lire(demandeur(), Genre.TOUT, 400, 4).faits()).isEmpty();
        assertThat(historique.lire(demandeur(), Genre.COMPTE, 0, 4).total()).isEqualTo(1);
        assertThat(historique.lire(demandeur(), Genre.REGROUPEMENTS, 0, 4).faits())
                .isEmpty();
    }

    @Test
    void lesComptesAbsorbesApportentLeurPasseATraversLaChaine() throws Exception {
        long deuxieme = familles.actif("c.durand2");
        long troisieme = familles.actif("c.durand3");
        ajouter(troisieme, ActionJournal.CONNEXION, "c.durand3", Profil.RESPONSABLE, "{}");
        regrouper(deuxieme, "c.durand2", troisieme);
        regrouper(principal, "cristelle.durand", deuxieme);

        List<Fait> faits = historique.lire(demandeur(), Genre.TOUT, 0, 20).faits();

        assertThat(faits)
                .extracting(f -> f.quoi() + " / " + f.par() + " / " + f.compteAbsorbe() + " / " + (f.accuse() != null))
                .containsExactly(
                        "Le compte c.durand2 a été regroupé avec celui-ci / Par vous / null / true",
                        "Le compte c.durand3 a été regroupé avec celui-ci / Par vous / c.durand2 / false",
                        "Connexion à Téléservices / Par vous / c.durand3 / false");
    }

    @Test
    void unCompteReprisOuDUneAutreIdentiteNApporteRien() throws Exception {
        long repris = familles.actif("c.durand2");
        long autre = familles.actif("c.durand3");
        ajouter(repris, ActionJournal.CONNEXION, "c.durand2", Profil.RESPONSABLE, "{}");
        ajouter(autre, ActionJournal.CONNEXION, "c.durand3", Profil.RESPONSABLE, "{}");
        regrouper(principal, "cristelle.durand", repris);
        regrouper(principal, "cristelle.durand", autre);
        base.executer(
                "UPDATE regroupement SET etat = 'ROMPU', ampleur = 'ENTIERE' WHERE secondaire_id = " + repris,
                "UPDATE regroupement SET correspondance = 'NON_EXIGEE' WHERE secondaire_id = " + autre);
        assertThat(historique.lire(demandeur(), Genre.CONNEXIONS, 0, 20).faits())
                .isEmpty();
    }

    @Test
    void unePersonneAutrePlusBasDansLaChaineNApporteRienNonPlus() throws Exception {
        long deuxieme = familles.actif("c.durand2");
        long autre = familles.actif("c.durand3");
        ajouter(deuxieme, ActionJournal.CONNEXION, "c.durand2", Profil.RESPONSABLE, "{}");
        ajouter(autre, ActionJournal.CONNEXION, "c.durand3", Profil.RESPONSABLE, "{}");
        regrouper(deuxieme, "c.durand2", autre);
        regrouper(principal, "cristelle.durand", deuxieme);
        base.executer("UPDATE regroupement SET correspondance = 'NON_EXIGEE' WHERE secondaire_id = " + autre);
        assertThat(historique.lire(demandeur(), Genre.CONNEXIONS, 0, 20).faits())
                .extracting(Fait::compteAbsorbe)
                .containsExactly("c.durand2");
    }

    @Test
    void rienDUnAutreCompteNiLeNomDUnAgentNiUnEleveRetire() {
        long voisin = familles.actif("voisin");
        ajouter(voisin, ActionJournal.CONNEXION, "voisin", Profil.RESPONSABLE, "{}");
        long parti = familles.eleve("Florian");
        long present = familles.eleve("Dylan");
        familles.lier(principal, parti, 1, 10, "RETIRE");
        familles.lier(principal, present);
        ajouter(
                principal,
                ActionJournal.CONTESTATION,
                "helene.castera",
                Profil.ETABLISSEMENT,
                "{\"eleve\":" + parti + "}");
        ajouter(principal, ActionJournal.CONTESTATION, "robot", Profil.EXPLOITATION, "{\"eleve\":" + present + "}");
        assertThat(historique.lire(demandeur(), Genre.TOUT, 0, 20).faits())
                .extracting(f -> f.quoi() + " / " + f.par() + " / " + f.adresse())
                .containsExactly(
                        "Signalement «\u00a0Je ne suis pas le représentant légal\u00a0» pour Dylan / Par l’académie / null",
                        "Signalement «\u00a0Je ne suis pas le représentant légal\u00a0» pour un élève / Par l’établissement / null");
    }

    @Test
    void unRefusDitSaRaison() {
        familles.actif("c.durand2");
        Demandeur demandeur = Atelier.demandeur(principal, "cristelle.durand", familles.session("cristelle.durand"));
        assertThatThrownBy(() -> atelier.preuves.prouver(demandeur, "c.durand2", "Mauvais!2026"))
                .isInstanceOf(RegroupementRefuse.class);
        assertThat(historique.lire(demandeur(), Genre.REGROUPEMENTS, 0, 20).faits())
                .extracting(Fait::quoi, Fait::adresse)
                .containsExactly(tuple(
                        "Regroupement refusé\u00a0: l’identifiant ou le mot de passe de l’autre compte ne convenait pas",
                        "127.0.0.1"));
    }

    private void regrouper(long qui, String identifiant, long autre) throws RegroupementRefuse {
        atelier.horloge.avancer(Duration.ofSeconds(1));
        Demandeur demandeur = Atelier.demandeur(qui, identifiant, familles.session(identifiant));
        atelier.regrouper(demandeur, DemandesDEssai.ouvrir(atelier, demandeur, autre));
    }

    private void ajouter(long compte, ActionJournal action, String acteur, Profil profil, String details) {
        atelier.horloge.avancer(Duration.ofSeconds(1));
        Auteur auteur = new Auteur(new Identifiant(acteur), profil, "127.0.0.1");
        atelier.journal.ajouter(new LigneJournal(atelier.horloge.instant(), action, compte, auteur, details));
    }

    private Demandeur demandeur() {
        return Atelier.demandeur(compte().id(), compte().identifiant().valeur(), 1);
    }

    private Compte compte() {
        return atelier.comptes.parId(principal).orElseThrow();
    }
}
