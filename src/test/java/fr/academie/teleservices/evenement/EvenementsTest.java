package fr.academie.teleservices.evenement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.EvenementsProduits;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.essais.SchemasDesEvenements;
import fr.academie.teleservices.evenement.Evenement.Champ;
import fr.academie.teleservices.evenement.Evenement.CompteActive;
import fr.academie.teleservices.evenement.Evenement.CompteCree;
import fr.academie.teleservices.evenement.Evenement.CompteFerme;
import fr.academie.teleservices.evenement.Evenement.CompteModifie;
import fr.academie.teleservices.evenement.Evenement.Lien;
import fr.academie.teleservices.evenement.Evenement.Origine;
import fr.academie.teleservices.evenement.Evenement.RattachementsModifies;
import fr.academie.teleservices.evenement.Evenement.Sujet;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.scolarite.NumeroDeSource;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.ReferenceEleve;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** La forme des événements, et le juge qui la garde dans toute la suite. */
@Tag("fuseau")
class EvenementsTest {

    private static final Instant LE = Instant.parse("2026-10-25T00:30:00Z");
    private static final Identifiant COMPTE = new Identifiant("cristelle.durand");
    private static final Sujet SANS_LIEN = new Sujet(7, COMPTE, List.of());
    private static final Sujet SUJET = new Sujet(
            7,
            COMPTE,
            List.of(
                    lien("dylan.durand", NiveauResponsabilite.REPRESENTANT_LEGAL, EtatRattachement.ACTIF),
                    lien(null, NiveauResponsabilite.CONTACT, EtatRattachement.RETIRE)));

    private final SchemasDesEvenements schemas = new SchemasDesEvenements();

    private static Stream<Evenement> unDeChaque() {
        return Stream.of(
                new CompteCree(LE, SUJET, Origine.RUPTURE),
                new CompteActive(LE, SUJET),
                new CompteModifie(LE, SUJET, EnumSet.allOf(Champ.class)),
                new CompteFerme(LE, SANS_LIEN, new Identifiant("marie.petit")),
                new Evenement.CompteRouvert(LE, SUJET),
                new RattachementsModifies(LE, SUJET),
                new Evenement.InstantaneARelire(LE, null));
    }

    @Test
    void chaqueFaitAUnExempleIci() {
        assertThat(unDeChaque().map(Object::getClass))
                .containsExactlyInAnyOrder(Evenement.class.getPermittedSubclasses());
        assertThat(unDeChaque().map(Evenement::type)).containsExactlyInAnyOrderElementsOf(Evenement.TYPES);
    }

    @ParameterizedTest
    @MethodSource("unDeChaque")
    void chaqueFaitEstConformeASonSchema(Evenement evenement) {
        assertThat(schemas.fautes(evenement.type(), evenement.charge())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unDeChaque")
    void uneChargeVideEstRefusee(Evenement evenement) {
        assertThat(schemas.fautes(evenement.type(), "{}")).anyMatch(faute -> faute.contains("type"));
    }

    @ParameterizedTest
    @MethodSource("unDeChaque")
    void rienDAutreNePasse(Evenement evenement) {
        String avecUneCle = evenement.charge().replace("{\"type\"", "{\"responsable\":7,\"type\"");
        assertThat(schemas.fautes(evenement.type(), avecUneCle)).anyMatch(faute -> faute.contains("responsable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\":12,", "\"mail\":\"d@exemple.fr\",", "\"prenom\":\"Dylan\","})
    void unEleveNAPasDAutreNom(String ajout) {
        String charge = new RattachementsModifies(LE, SUJET).charge().replace("\"uai\"", ajout + "\"uai\"");
        assertThat(schemas.fautes("RATTACHEMENTS_MODIFIES", charge)).isNotEmpty();
    }

    @Test
    void unCompteFermeNommeCeluiQuiLAAbsorbeEtNAPlusDeLien() {
        assertThat(new CompteFerme(LE, SANS_LIEN, new Identifiant("marie.petit")).charge())
                .isEqualTo(
                        "{\"type\":\"COMPTE_FERME\",\"compte\":\"cristelle.durand\",\"numeros\":[],\"rattachements\":[],"
                                + "\"motif\":\"REGROUPEMENT\","
                                + "\"remplacePar\":\"marie.petit\"}");
        assertThat(schemas.fautes("COMPTE_FERME", new CompteFerme(LE, SUJET, new Identifiant("marie.petit")).charge()))
                .isNotEmpty();
    }

    @Test
    void leJugeDeLaSuiteRefuseUneCreationVideUnTypeInconnuEtLeCompteDUnAutre() {
        BaseDEssai base = BaseDEssai.partagee();
        base.vider();
        long compte = new Familles(base).actif("cristelle.durand");
        juge("COMPTE_CREE", compte, "{}", "compte");
        juge("COMPTE_OUBLIE", compte, new CompteActive(LE, SUJET).charge(), "aucun schéma");
        juge(
                "COMPTE_ACTIVE",
                compte,
                new CompteActive(LE, SUJET).charge().replace("cristelle", "marie"),
                "marie.durand");
    }

    private static void juge(String type, long compte, String charge, String reproche) {
        BaseDEssai base = BaseDEssai.partagee();
        Requetes requetes = new Requetes(base.base());
        requetes.inserer(
                "INSERT INTO evenement (le, type, responsable_id, charge) VALUES (UTC_TIMESTAMP(3), ?, ?, ?)",
                type,
                compte,
                charge);
        try {
            assertThatThrownBy(new EvenementsProduits(requetes)::verifier)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(type)
                    .hasMessageContaining(reproche);
        } finally {
            base.executer("DELETE FROM evenement");
        }
    }

    private static Lien lien(@Nullable String identifiant, NiveauResponsabilite niveau, EtatRattachement etat) {
        return new Lien(
                new ReferenceEleve(identifiant, "0330001A", List.of(new NumeroDeSource("SIECLE", "0330001A", "1234"))),
                new Qualite(niveau, LienParente.MERE, etat));
    }
}
