package fr.academie.teleservices.courrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.motdepasse.MotDePasseRefuse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Le courrier de notification sur une vraie base : qui l'obtient, ce qu'il change, ce qu'il laisse. */
@Tag("fuseau")
class CourrierServiceTest {

    private static final Set<MotifCourrier> PREMIER = Set.of(MotifCourrier.PREMIER);
    private static final Set<MotifCourrier> TOUS = EnumSet.allOf(MotifCourrier.class);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(base.source());
    private final Familles familles = new Familles(base);
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    @BeforeEach
    void vider() {
        base.vider();
    }

    @Test
    void lePremierCourrierFaitNaitreUnMotDePasseQuiOuvreLeCompte() throws CourrierRefuse {
        long id = sansMotDePasse("marie.petit");

        Lettre lettre = atelier.courriers.faire(agent, id, Familles.UAI, PREMIER, null);

        assertThat(lettre.motDePasse()).matches("([CDFGHJKMNPRTVWX3479]{4}-){2}[CDFGHJKMNPRTVWX3479]{4}");
        assertThat(lettre.destinataire().motif()).isEqualTo(MotifCourrier.PREMIER);
        assertThat(Duration.between(lettre.faiteLe(), lettre.expireLe())).isEqualTo(Duration.ofDays(90));
        assertThat(atelier.comptes.prouver(new Identifiant("marie.petit"), lettre.motDePasse()))
                .isPresent();
        assertThat(base.lire("SELECT motif, fait_par, uai FROM courrier"))
                .containsExactly("PREMIER|secretariat.moulin|" + Familles.UAI);
        assertThat(base.lire("SELECT action, acteur, acteur_profil FROM journal"))
                .containsExactly("COURRIER|secretariat.moulin|ETABLISSEMENT");
        assertThat(base.lire("SELECT action, responsable_id, JSON_VALUE(details, '$.motif') FROM journal_bureau"))
                .containsExactly("COURRIER|" + id + "|PREMIER");
        assertThat(base.lire("SELECT * FROM journal")
                        .toString()
                        .concat(base.lire("SELECT * FROM journal_bureau").toString()))
                .doesNotContain(lettre.motDePasse());
        assertThat(lettre.toString()).doesNotContain(lettre.motDePasse());
    }

    @Test
    void refaireUnCourrierSeDemandeEtAnnuleLePrecedent() throws CourrierRefuse {
        long id = sansMotDePasse("marie.petit");
        Lettre premiere = atelier.courriers.faire(agent, id, Familles.UAI, PREMIER, null);

        assertThat(refus(agent, id, PREMIER)).isEqualTo(RefusCourrier.DEJA_IMPRIME);
        assertThat(atelier.comptes.prouver(new Identifiant("marie.petit"), premiere.motDePasse()))
                .isPresent();

        Lettre seconde = atelier.courriers.faire(agent, id, Familles.UAI, TOUS, null);
        assertThat(seconde.destinataire().motif()).isEqualTo(MotifCourrier.REIMPRESSION);
        assertThat(atelier.comptes.prouver(new Identifiant("marie.petit"), premiere.motDePasse()))
                .isEmpty();
        assertThat(atelier.comptes.prouver(
                        new Identifiant("marie.petit"), seconde.motDePasse().toLowerCase(java.util.Locale.ROOT)))
                .isPresent();
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isZero();
    }

    @Test
    void laMemeDemandeEnvoyeeDeuxFoisNeFaitQuUnMotDePasse() throws CourrierRefuse {
        long id = sansMotDePasse("marie.petit");
        atelier.courriers.faire(agent, id, Familles.UAI, PREMIER, null);
        int vue = atelier.comptes.parId(id).orElseThrow().version();

        Lettre refaite = atelier.courriers.faire(agent, id, Familles.UAI, TOUS, vue);

        assertThat(catchThrowableOfType(
                                CourrierRefuse.class, () -> atelier.courriers.faire(agent, id, Familles.UAI, TOUS, vue))
                        .code())
                .isEqualTo(RefusCourrier.COMPTE_CHANGE);
        assertThat(atelier.comptes.prouver(new Identifiant("marie.petit"), refaite.motDePasse()))
                .isPresent();
        assertThat(atelier.courriers
                        .destinataire(agent, id, Familles.UAI)
                        .orElseThrow()
                        .dernierLe())
                .isEqualTo(refaite.faiteLe());
    }

    @Test
    void unCompteActifNEstReinitialiseQueSurDemandeEtSonTitulaireEstPrevenu() throws CourrierRefuse, MotDePasseRefuse {
        long id = familles.actif("cristelle.durand");
        familles.lier(id, familles.eleve("Florian"));
        familles.session("cristelle.durand");

        assertThat(refus(agent, id, EnumSet.of(MotifCourrier.PREMIER, MotifCourrier.REIMPRESSION)))
                .isEqualTo(RefusCourrier.COMPTE_ACTIF);
        assertThat(base.compter("SELECT COUNT(*) FROM courrier")).isZero();

        Lettre lettre = atelier.courriers.faire(agent, id, Familles.UAI, TOUS, null);
        assertThat(base.lire("SELECT etat, provisoire_expire_le IS NOT NULL, active_le IS NOT NULL FROM responsable"))
                .containsExactly("ACTIF|1|1");
        assertThat(base.compter("SELECT COUNT(*) FROM session_ouverte WHERE finie_le IS NULL"))
                .isZero();
        assertThat(base.lire("SELECT destinataire, texte FROM courriel"))
                .singleElement()
                .asString()
                .startsWith("cristelle.durand@exemple.fr|")
                .contains("Collège du Moulin")
                .doesNotContain(lettre.motDePasse());
        assertThat(atelier.comptes.parId(id).orElseThrow().doitChoisirSonMotDePasse())
                .isTrue();

        atelier.activations.activer(Atelier.demandeur(id, "cristelle.durand", 1), "Un autre Mot2Passe!", Set.of());
        assertThat(atelier.comptes.parId(id).orElseThrow().doitChoisirSonMotDePasse())
                .isFalse();
        assertThat(atelier.comptes.prouver(new Identifiant("cristelle.durand"), "Un autre Mot2Passe!"))
                .isPresent();
    }

    @Test
    void horsDeSesEtablissementsRienNExiste() {
        long id = familles.cree("cristelle.durand");
        familles.lier(id, familles.eleve("Florian"));
        long sansEleve = familles.cree("nadia.benali");
        long ferme = familles.compte("ferme", "DURAND", null, "Cristelle", "FERME", null, "NULL");

        assertThat(refus(Atelier.agent("autre", "0330002B"), id, TOUS)).isEqualTo(RefusCourrier.INTROUVABLE);
        assertThat(refus(agent, sansEleve, TOUS)).isEqualTo(RefusCourrier.INTROUVABLE);
        assertThat(refus(agent, ferme, TOUS)).isEqualTo(RefusCourrier.INTROUVABLE);
        assertThat(refus(agent, 999_999, TOUS)).isEqualTo(RefusCourrier.INTROUVABLE);
        base.executer("UPDATE rattachement SET etat = 'CONTESTE'");
        assertThat(refus(agent, id, TOUS)).isEqualTo(RefusCourrier.INTROUVABLE);
        assertThat(base.compter("SELECT COUNT(*) FROM courrier")).isZero();
    }

    private RefusCourrier refus(Agent qui, long id, Set<MotifCourrier> permis) {
        return catchThrowableOfType(
                        CourrierRefuse.class, () -> atelier.courriers.faire(qui, id, Familles.UAI, permis, null))
                .code();
    }

    private long sansMotDePasse(String identifiant) {
        long id = familles.compte(identifiant, "PETIT", null, "Marie", "CREE", null, "NULL");
        familles.lier(id, familles.eleve("Florian"));
        return id;
    }
}
