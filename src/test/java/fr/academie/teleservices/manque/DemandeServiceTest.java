package fr.academie.teleservices.manque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un courrier demandé à l'établissement d'un enfant qui manque : pris sans rien chercher, clos une fois, par lui seul. */
@Tag("fuseau")
class DemandeServiceTest {

    private static final String AILLEURS = "0330002B";
    private static final EnfantManquant LOU = new EnfantManquant(" Durand ", "Lou", LocalDate.of(2014, 3, 12));

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final DemandeService demandes = atelier.demandes;
    private final DemandesAuBureau bureau = atelier.demandesAuBureau;
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
    private final Agent voisin = Atelier.agent("secretariat.voisin", AILLEURS);

    private long compte;
    private Demandeur parent = Atelier.demandeur(1, "personne", 1);

    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement(AILLEURS, "Collège voisin");
        compte = familles.actif("cristelle.durand");
        familles.lier(compte, familles.eleve("Dylan"));
        parent = Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand"));
    }

    @Test
    void laDemandeVaALEtablissementNommeEtALuiSeul() throws DemandeRefusee {
        demandes.demander(parent, Familles.UAI, LOU);

        assertThat(bureau.page(agent, null, 0, 10)).singleElement().satisfies(demande -> {
            assertThat(demande.enfant().nomComplet()).isEqualTo("Lou DURAND");
            assertThat(demande.responsable().nomComplet()).isEqualTo("Cristelle DURAND");
            assertThat(demande.attend()).isTrue();
        });
        assertThat(bureau.compter(agent, null)).isEqualTo(1);
        assertThat(bureau.page(voisin, Familles.UAI, 0, 10)).isEmpty();
        assertThat(bureau.compter(voisin, Familles.UAI)).isZero();
        assertThat(bureau.lire(voisin, numero())).isEmpty();
        assertThat(bureau.page(Atelier.agent("sans.ecole"), null, 0, 10)).isEmpty();
        assertThat(base.lire("SELECT action, responsable_id, details FROM journal ORDER BY id DESC LIMIT 1"))
                .containsExactly("COURRIER_DEMANDE|" + compte + "|{\"uai\":\"" + Familles.UAI + "\"}");
        assertThat(base.lire("SELECT action, acteur FROM journal_bureau"))
                .containsExactly("CONSULTATION|secretariat.moulin");
    }

    /** Que l'enfant, ou un autre compte, existe ou non, la demande est la même. */
    @Test
    void rienNeDitSiLEnfantOuUnAutreCompteExiste() throws DemandeRefusee {
        long autre = familles.compte("cristelle.durand1", "DURAND", null, "Cristelle", "CREE", null, "NULL");
        long florian = familles.eleve("Florian");
        familles.lier(autre, florian);
        demandes.demander(parent, Familles.UAI, new EnfantManquant("Durand", "Florian", LocalDate.of(2012, 4, 11)));
        demandes.demander(parent, Familles.UAI, new EnfantManquant("Personne", "Jamais", LocalDate.of(2012, 4, 11)));
        assertThat(demandes.siennes(parent)).hasSize(2).allSatisfy(demande -> {
            assertThat(demande.etat()).isEqualTo(EtatDemande.ATTEND);
            assertThat(demande.motif()).isNull();
        });
    }

    /** De ce genre : le double clic, la casse, les accents, des blancs, deux onglets ensemble. */
    @Test
    void laMemeDemandeNAttendQuUneFois() throws Exception {
        demandes.demander(parent, Familles.UAI, new EnfantManquant("Durand", "Zoé", LOU.naissance()));
        demandes.demander(parent, Familles.UAI, new EnfantManquant("DURAND", " ZOE ", LOU.naissance()));
        assertThat(demandes.siennes(parent)).hasSize(1);

        ExecutorService fils = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> courses = Collections.nCopies(4, () -> {
                demandes.demander(parent, AILLEURS, LOU);
                return true;
            });
            for (var course : fils.invokeAll(courses)) {
                assertThat(course.get()).isTrue();
            }
        } finally {
            fils.shutdownNow();
        }
        assertThat(demandes.siennes(parent)).hasSize(2);
        assertThat(base.compter("SELECT COUNT(*) FROM journal WHERE action = 'COURRIER_DEMANDE'"))
                .isEqualTo(2);
    }

    @Test
    void refuseCeQuiNeSeDemandePas() throws DemandeRefusee {
        exigerLeRefus(RefusDemande.ETABLISSEMENT_INCONNU, () -> demandes.demander(parent, "0339999Z", LOU));
        LocalDate aujourdHui = atelier.heure.date(atelier.horloge.instant());
        for (LocalDate impossible :
                List.of(aujourdHui, aujourdHui.plusYears(1), aujourdHui.minusYears(30), LocalDate.of(1900, 1, 1))) {
            exigerLeRefus(
                    RefusDemande.NAISSANCE_IMPOSSIBLE,
                    () -> demandes.demander(parent, Familles.UAI, new EnfantManquant("A", "B", impossible)));
        }
        for (int i = 0; i < DemandeService.PAR_JOUR; i++) {
            demandes.demander(parent, Familles.UAI, new EnfantManquant("Durand", "Enfant" + i, LOU.naissance()));
        }
        exigerLeRefus(RefusDemande.TROP_DE_DEMANDES, () -> demandes.demander(parent, AILLEURS, LOU));
        demandes.retirer(parent, numero());
        exigerLeRefus(RefusDemande.TROP_DE_DEMANDES, () -> demandes.demander(parent, AILLEURS, LOU));
        atelier.horloge.avancer(Duration.ofDays(1).plusMillis(1));
        demandes.demander(parent, AILLEURS, LOU);
        assertThat(demandes.siennes(parent)).hasSize(DemandeService.PAR_JOUR);
    }

    @Test
    void fairePuisPrevenirLeResponsable() throws DemandeRefusee {
        demandes.demander(parent, Familles.UAI, LOU);
        assertThat(bureau.clore(agent, numero(), EtatDemande.FAITE, "ne compte pas"))
                .isTrue();

        assertThat(demandes.siennes(parent)).singleElement().satisfies(demande -> {
            assertThat(demande.etat()).isEqualTo(EtatDemande.FAITE);
            assertThat(demande.motif()).isNull();
        });
        assertThat(bureau.compter(agent, null)).isZero();
        assertThat(base.lire("SELECT destinataire, objet, texte FROM courriel").get(0))
                .startsWith("cristelle.durand@exemple.fr|Votre demande de courrier pour Lou DURAND|")
                .contains("Il est fait");
        assertThat(base.lire("SELECT action, uai, responsable_id FROM journal_bureau"))
                .containsExactly("DEMANDE_FAITE|" + Familles.UAI + "|" + compte);
        atelier.horloge.avancer(Duration.ofDays(91));
        assertThat(demandes.siennes(parent)).isEmpty();
    }

    @Test
    void sansSuiteDitPourquoi() throws DemandeRefusee {
        demandes.demander(parent, Familles.UAI, LOU);
        for (String vide : List.of("", "  ", "\u200B", "\r\n")) {
            exigerLeRefus(RefusDemande.MOTIF_ABSENT, () -> bureau.clore(agent, numero(), EtatDemande.SANS_SUITE, vide));
        }
        exigerLeRefus(
                RefusDemande.MOTIF_TROP_LONG,
                () -> bureau.clore(agent, numero(), EtatDemande.SANS_SUITE, "é".repeat(501)));
        bureau.clore(agent, numero(), EtatDemande.SANS_SUITE, " Pas d’élève\r\nde ce nom. ");
        assertThat(demandes.siennes(parent))
                .singleElement()
                .satisfies(demande -> assertThat(demande.motif()).isEqualTo("Pas d’élève\nde ce nom."));
        assertThat(base.lire("SELECT details FROM journal").toString()).doesNotContain("Pas d’élève");
    }

    /** De ce genre : d'une autre école, déjà close, à laquelle on a renoncé, qui n'existe pas, d'un autre compte. */
    @Test
    void nulNEnClotUneQuiNEstPasASaPortee() throws DemandeRefusee {
        demandes.demander(parent, Familles.UAI, LOU);
        long id = numero();
        var avant = Invariants.photographie(base);
        assertThat(bureau.clore(voisin, id, EtatDemande.FAITE, "")).isFalse();
        assertThat(bureau.clore(agent, 999_999, EtatDemande.FAITE, "")).isFalse();
        long marc = familles.actif("marc.durand");
        demandes.retirer(Atelier.demandeur(marc, "marc.durand", familles.session("marc.durand")), id);
        assertThat(demandes.siennes(parent)).singleElement().matches(DemandeDeCourrier::attend);
        assertThat(Invariants.photographie(base).get("journal_bureau")).isEqualTo(avant.get("journal_bureau"));

        demandes.retirer(parent, id);
        demandes.retirer(parent, id);
        assertThat(demandes.siennes(parent)).isEmpty();
        assertThat(bureau.lire(agent, id)).isEmpty();
        assertThat(bureau.clore(agent, id, EtatDemande.FAITE, "")).isFalse();
        demandes.demander(parent, Familles.UAI, LOU);
        long nouvelle = base.compter("SELECT MAX(id) FROM demande_de_courrier");
        bureau.clore(agent, nouvelle, EtatDemande.FAITE, "");
        exigerLeRefus(RefusDemande.DEJA_CLOSE, () -> bureau.clore(agent, nouvelle, EtatDemande.SANS_SUITE, "Non."));
    }

    /** Le compte qui a demandé est ensuite regroupé : ses demandes se lisent, et se retirent, du compte qui reste. */
    @Test
    void unRegroupementNePerdPasLesDemandesDuCompteQuiSeFerme() throws Exception {
        demandes.demander(parent, Familles.UAI, LOU);
        long garde = familles.actif("cristelle.durand2");
        familles.lier(garde, familles.eleve("Inès"));
        Demandeur reste = Atelier.demandeur(garde, "cristelle.durand2", familles.session("cristelle.durand2"));
        assertThat(demandes.siennes(reste)).isEmpty();
        atelier.regrouper(reste, atelier.preuves.prouver(reste, "cristelle.durand", Familles.MOT_DE_PASSE));
        assertThat(demandes.siennes(reste)).singleElement().matches(DemandeDeCourrier::attend);
        assertThat(bureau.lire(agent, numero())).isPresent();
        demandes.retirer(reste, numero());
        assertThat(demandes.siennes(reste)).isEmpty();
    }

    @Test
    void lExportDonneToutEtSeNote() throws DemandeRefusee {
        demandes.demander(parent, Familles.UAI, LOU);
        List<String> lus = new ArrayList<>();
        bureau.exporter(agent, null, demande -> lus.add(demande.enfant().nomComplet()));
        assertThat(lus).containsExactly("Lou DURAND");
        assertThat(base.lire("SELECT action FROM journal_bureau")).containsExactly("EXPORT");
    }

    @Test
    void unCloseSEffaceAuTermeEtUneQuiAttendJamais() throws DemandeRefusee {
        demandes.demander(parent, Familles.UAI, LOU);
        demandes.demander(parent, AILLEURS, LOU);
        bureau.clore(
                agent,
                base.compter("SELECT id FROM demande_de_courrier WHERE uai = '" + Familles.UAI + "'"),
                EtatDemande.FAITE,
                "");
        atelier.horloge.avancer(Duration.ofDays(400));
        assertThat(demandes.purger(atelier.horloge.instant().minus(DemandeService.CONSERVATION)))
                .isEqualTo(1);
        assertThat(demandes.siennes(parent)).singleElement().matches(DemandeDeCourrier::attend);
    }

    private long numero() {
        return base.compter("SELECT MIN(id) FROM demande_de_courrier");
    }

    private static void exigerLeRefus(RefusDemande code, ThrowingCallable acte) {
        assertThatThrownBy(acte)
                .asInstanceOf(type(DemandeRefusee.class))
                .extracting(DemandeRefusee::code)
                .isEqualTo(code);
    }
}
