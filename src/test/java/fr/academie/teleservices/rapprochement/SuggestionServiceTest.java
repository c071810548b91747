package fr.academie.teleservices.rapprochement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Un autre compte se suggère à sa titulaire probable, et à personne d'autre. */
@Tag("fuseau")
class SuggestionServiceTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final AtelierDuRapprochement rapprochement = new AtelierDuRapprochement(base, atelier);
    private final SuggestionService suggestions =
            new SuggestionService(rapprochement.calcul, atelier.transactions, atelier.horloge);
    private long moi;
    private long autre;

    @BeforeEach
    void installer() {
        base.vider();
        moi = familles.actif("cristelle.durand");
        autre = familles.compte("c.durand2", "Durand", null, "CRISTELLE", "CREE", Familles.ARGON2, "NULL");
        base.executer(
                "UPDATE responsable SET mail = 'famille@exemple.fr'",
                "UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + moi);
    }

    @Test
    void memeIdentiteEtMemeAdresseConfirmeeFontUneSuggestion() {
        assertThat(suggestions.existe(demandeur(moi))).isTrue();
        base.executer("UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3) WHERE id = " + autre);
        assertThat(suggestions.existe(demandeur(moi))).isTrue();
        assertThat(suggestions.existe(demandeur(autre)))
                .as("son adresse n'est pas confirmée")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE responsable SET prenom = 'Cristel' WHERE identifiant = 'c.durand2'",
                "UPDATE responsable SET mail = 'autre@exemple.fr' WHERE identifiant = 'c.durand2'",
                "UPDATE responsable SET mail = NULL WHERE identifiant = 'c.durand2'",
                "UPDATE responsable SET mail_confirme_le = NULL",
                "UPDATE responsable SET etat = 'FERME', motif_fermeture = 'ETABLISSEMENT', mot_de_passe = NULL,"
                        + " ferme_le = UTC_TIMESTAMP(3) WHERE identifiant = 'c.durand2'"
            })
    void rienSansLesDeux(String changement) {
        base.executer(changement);
        assertThat(suggestions.existe(demandeur(moi))).isFalse();
    }

    @Test
    void ecarteeElleNeRevientPasMaisUnAutreCompteEnFaitUneAutre() {
        suggestions.ecarter(Atelier.demandeur(moi, "cristelle.durand", 1));
        suggestions.ecarter(Atelier.demandeur(moi, "cristelle.durand", 1));
        assertThat(suggestions.existe(demandeur(moi))).isFalse();
        assertThat(base.lire("SELECT responsable_id, autre_id FROM suggestion_ecartee"))
                .containsExactly(moi + "|" + autre);
        familles.cree("c.durand3");
        base.executer("UPDATE responsable SET mail = 'Famille@exemple.fr' WHERE identifiant = 'c.durand3'");
        assertThat(suggestions.existe(demandeur(moi))).isTrue();
    }

    @Test
    void deuxComptesActivesQueLesEtablissementsDisentIdentiquesSeSuggerentLUnALAutre() {
        familles.etablissement();
        base.executer(
                "UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3), mail = NULL, mail_confirme_le = NULL");
        assertThat(suggestions.existe(demandeur(moi))).isFalse();
        rapprochement.dire(moi);
        rapprochement.dire(autre);
        rapprochement.apercu();
        assertThat(suggestions.existe(demandeur(moi))).isTrue();
        assertThat(suggestions.existe(demandeur(autre))).isTrue();

        suggestions.ecarter(Atelier.demandeur(moi, "cristelle.durand", 1));
        assertThat(suggestions.existe(demandeur(moi))).isFalse();
        assertThat(suggestions.existe(demandeur(autre)))
                .as("l'un des titulaires a dit non")
                .isFalse();
        rapprochement.apercu();
        assertThat(base.lire("SELECT motif FROM rapprochement_paire")).containsExactly("PAIRE_ECARTEE");
    }

    @Test
    void ceQuUnEtablissementASepareNeSeSuggerePas() {
        familles.etablissement();
        base.executer("UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3), mail = NULL,"
                + " mail_confirme_le = NULL");
        rapprochement.dire(moi);
        rapprochement.dire(autre);
        base.executer("INSERT INTO rupture (jeton, source_id, nouveau_id, fait_le, fait_par, adresse) VALUES"
                + " (UNHEX(MD5('r')), " + moi + ", " + autre + ", UTC_TIMESTAMP(3), 'x', '::1')");
        rapprochement.apercu();
        assertThat(suggestions.existe(demandeur(moi))).isFalse();
    }

    @Test
    void lAdresseSeChercheParSonIndex() {
        assertThat(base.lire("EXPLAIN SELECT a.id FROM responsable AS moi JOIN responsable AS a ON a.mail = moi.mail"
                        + " AND a.id <> moi.id AND a.etat <> 'FERME' WHERE moi.id = " + moi))
                .anyMatch(ligne -> ligne.contains("ix_responsable_mail"));
    }

    private Demandeur demandeur(long id) {
        return Atelier.demandeur(
                id, atelier.comptes.parId(id).orElseThrow().identifiant().valeur(), 1);
    }
}
