package fr.academie.teleservices.lignee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Taches;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Un an après, la lettre du compte fermé ressort du tiroir : « mot de passe oublié » mène, par toute la chaîne, au compte qui sert ;
 * l'étape 1 dit « déjà regroupé » à qui l'a absorbé, et rien à un autre. Du même genre, essayés aussi : un regroupement rompu tout entier
 * ou en partie, un compte fermé par l'établissement, un survivant sans adresse confirmée.
 */
class LettreDuCompteFermeTest {

    private static final String LIEN = "https://exemple.fr/oubli/nouveau?jeton=";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private long survivant;
    private long milieu;

    @BeforeEach
    void installer() {
        base.vider();
        survivant = familles.actif("cristelle.durand");
        milieu = ferme("cristelle.durand2");
        long premier = ferme("cristelle.durand3");
        regrouper(premier, milieu);
        regrouper(milieu, survivant);
        base.executer(
                "UPDATE responsable SET mail = 'cristelle@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = "
                        + survivant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cristelle.durand3", "Cristelle.Durand2"})
    void motDePasseOublieMeneAuCompteQuiSertAuBoutDeLaChaine(String ferme) {
        oublier(ferme);
        assertThat(base.lire("SELECT CONCAT(destinataire, ' : ', objet) FROM courriel"))
                .containsExactly("cristelle@exemple.fr : L’identifiant qui sert maintenant");
        String texte = base.lire("SELECT texte FROM courriel").get(0);
        assertThat(texte)
                .contains(
                        "pour le compte " + ferme.toLowerCase(Locale.ROOT) + ".",
                        "avec l’identifiant cristelle.durand,",
                        LIEN);
        String jeton = texte.substring(texte.indexOf(LIEN) + LIEN.length()).split("\\s", 2)[0];
        assertThat(atelier.oublis.compte(jeton)).map(c -> c.id()).contains(survivant);
    }

    @Test
    void rienNePartQuandLaChaineEstRompueToutEntiereOuQueLEtablissementAFerme() {
        base.executer("UPDATE regroupement SET etat = 'ROMPU', ampleur = 'ENTIERE' WHERE secondaire_id = " + milieu);
        oublier("cristelle.durand3");
        oublier("cristelle.durand2");
        base.executer("UPDATE regroupement SET ampleur = 'PARTIELLE' WHERE secondaire_id = " + milieu);
        long autre = ferme("cristelle.durand4");
        base.executer("UPDATE responsable SET motif_fermeture = 'ETABLISSEMENT' WHERE id = " + autre);
        oublier("cristelle.durand4");
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isZero();
        oublier("cristelle.durand3");
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isEqualTo(1);
    }

    @Test
    void unSurvivantSansAdresseConfirmeeEstRenvoyeASonEtablissement() {
        base.executer("UPDATE responsable SET mail_confirme_le = NULL WHERE id = " + survivant);
        familles.lier(survivant, familles.eleve("Dylan"));
        oublier("cristelle.durand3");
        assertThat(base.lire("SELECT objet FROM courriel"))
                .containsExactly("Votre demande d’identifiant ou de mot de passe");
        assertThat(base.lire("SELECT texte FROM courriel").get(0)).doesNotContain("cristelle.durand");
    }

    @Test
    void lEtape1DitDejaRegroupeALAbsorbantQuelQueSoitLeMotDePasseEtRienAUnAutre() {
        long session = familles.session("cristelle.durand");
        for (String saisi : new String[] {"cristelle.durand3", "cristelle.durand2", "Cristelle. Durand2 "}) {
            RegroupementRefuse refus = refus(survivant, "cristelle.durand", session, saisi);
            assertThat(refus.code()).as(saisi).isEqualTo(RefusRegroupement.DEJA_ABSORBE);
            assertThat(refus.regroupeLe())
                    .isEqualTo(atelier.lignee
                            .survivant(new Identifiant("cristelle.durand2"))
                            .orElseThrow()
                            .le());
        }
        assertThat(base.compter("SELECT COUNT(*) FROM essai")).isZero();

        long etranger = familles.actif("nadia.benali");
        RegroupementRefuse neutre =
                refus(etranger, "nadia.benali", familles.session("nadia.benali"), "cristelle.durand3");
        assertThat(neutre.code()).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        assertThat(neutre.regroupeLe()).isNull();

        base.executer("UPDATE regroupement SET etat = 'ROMPU', ampleur = 'ENTIERE' WHERE secondaire_id = " + milieu);
        assertThat(refus(survivant, "cristelle.durand", session, "cristelle.durand3")
                        .code())
                .isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
    }

    private RegroupementRefuse refus(long compte, String identifiant, long session, String saisi) {
        return catchThrowableOfType(
                RegroupementRefuse.class,
                () -> atelier.preuves.prouver(
                        Atelier.demandeur(compte, identifiant, session), saisi, "n'importe quoi"));
    }

    private void oublier(String identifiant) {
        try {
            atelier.oublis.demanderMotDePasse(identifiant, "127.0.0.1", LIEN);
        } catch (TropDEssais e) {
            throw new AssertionError(e);
        }
        Taches.faire(base, atelier.oublis.tache());
    }

    private long ferme(String identifiant) {
        return familles.compte(identifiant, "DURAND", (@Nullable String) null, "Cristelle", "FERME", null, "NULL");
    }

    private void regrouper(long secondaire, long principal) {
        base.executer(
                "INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, correspondance, etat)"
                        + " VALUES (RANDOM_BYTES(16), " + principal + ", " + secondaire
                        + ", '2026-09-01 10:00:00', 'cristelle.durand', 'NOM_DE_FAMILLE', 'ACTIF')");
    }
}
