package fr.academie.teleservices.acces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Attente.Motif;
import fr.academie.teleservices.essais.Atelier;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Un flot s'arrête à la garde ; les autres passent, et chacun sait quand réessayer. */
class GardeTest {

    private static final Instant MIDI = Instant.parse("2026-11-26T11:00:00Z");

    private final Atelier.Horloge horloge = new Atelier.Horloge();
    private final Garde garde = new Garde(Atelier.reglages(Map.of()), horloge);

    @BeforeEach
    void arreter() {
        horloge.arreterA(MIDI);
    }

    @Test
    void cinqMilleDemandesAnonymesEnHuitSecondesNEnPerdentAucuneHonnete() {
        int passees = 0;
        for (int i = 0; i < 5000; i++) {
            horloge.arreterA(MIDI.plusNanos(i * 1_600_000L));
            passees += refus(Operation.OUBLI, "cible " + i, "203.0.113.7") == null ? 1 : 0;
            if (i % 100 == 0) {
                assertThat(refus(Operation.OUBLI, "honnête " + i, "2001:db8:0:" + i + "::1"))
                        .as("honnête " + i)
                        .isNull();
            }
        }
        assertThat(passees).isBetween(60, 70);
    }

    @Test
    void unFlotVenuDePartoutLaisseEncoreEntrerUneAdresseJamaisVue() {
        for (int i = 0; i < 5000; i++) {
            assertThat(refus(Operation.OUBLI, "demande " + i, "10.0." + i / 250 + "." + i % 250))
                    .as("demande " + i)
                    .isNull();
            horloge.avancer(Duration.ofNanos(1_600_000));
        }
        assertThat(refus(Operation.OUBLI, "honnête", "192.0.2.1")).isNull();
    }

    @Test
    void unRefusDitLaMinuteOuLaPorteRouvreEtElleRouvreAlors() {
        for (int i = 0; i < 5; i++) {
            assertThat(refus(Operation.OUBLI, "moi", "192.0.2.1")).isNull();
        }
        horloge.avancer(Duration.ofSeconds(30));
        Attente attente = refus(Operation.OUBLI, "moi", "192.0.2.1");
        assertThat(attente).isEqualTo(new Attente(Motif.DEMANDES, MIDI.plus(Duration.ofMinutes(10)), 10));
        horloge.arreterA(MIDI.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(refus(Operation.OUBLI, "moi", "192.0.2.1")).isNotNull();
        horloge.arreterA(MIDI.plus(Duration.ofMinutes(10)));
        assertThat(refus(Operation.OUBLI, "moi", "192.0.2.1")).isNull();
    }

    @Test
    void unActeurQuiDepasseSonDebitNeDepenseNiCeluiDeSonAdresseNiCeluiDeTous() {
        for (int i = 0; i < 1000; i++) {
            refus(Operation.REGROUPEMENT, "agité", "192.0.2.1");
        }
        for (int i = 0; i < 250; i++) {
            assertThat(refus(Operation.REGROUPEMENT, "voisin " + i, "192.0.2.1"))
                    .isNull();
        }
    }

    @Test
    void uneAdresseIpv6ChangeeDansSonReseauResteLaMeme() {
        for (int i = 0; i < 300; i++) {
            assertThat(refus(Operation.LIEN, null, "2001:db8:1:2:" + i + "::1")).isNull();
        }
        assertThat(refus(Operation.LIEN, null, "2001:db8:1:2:ffff::1"))
                .isNotNull()
                .extracting(Attente::motif)
                .isEqualTo(Motif.AFFLUENCE);
        assertThat(refus(Operation.LIEN, null, "2001:db8:1:3::1")).isNull();
    }

    @Test
    void cePourQuoiLaBaseARefuseNeLaRejointPlusAvantLHeureDite() {
        garde.fermer(Operation.MOT_DE_PASSE, "moi", MIDI.plusSeconds(600));
        assertThatThrownBy(() -> garde.admettre(Operation.MOT_DE_PASSE, "moi", "192.0.2.1"))
                .isInstanceOfSatisfying(
                        TropDEssais.class,
                        refus -> assertThat(refus.estLePremier()).isFalse());
        assertThat(refus(Operation.REGROUPEMENT, "moi", "192.0.2.1")).isNull();
        horloge.avancer(Duration.ofMinutes(10));
        assertThat(refus(Operation.MOT_DE_PASSE, "moi", "192.0.2.1")).isNull();
    }

    @Test
    void laMemoireEstBornee() {
        Debits debits = new Debits(100);
        for (int i = 0; i < 10_000; i++) {
            debits.prendre("flot " + i, new Debit(1, Duration.ofMinutes(1)), MIDI);
        }
        assertThat(debits.taille()).isEqualTo(100);
        assertThat(debits.prendre("flot 9999", new Debit(1, Duration.ofMinutes(1)), MIDI))
                .isEqualTo(MIDI.plusSeconds(60));
    }

    @Test
    void uneAcademieDerriereUneSeuleAdresseElargitLaGarde() {
        Garde large = new Garde(Atelier.reglages(Map.of("garde.facteur", "10")), horloge);
        assertThatCode(() -> {
                    for (int i = 0; i < 3000; i++) {
                        large.admettre(Operation.ENTREE, "192.0.2.1");
                    }
                })
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> large.admettre(Operation.ENTREE, "192.0.2.1")).isInstanceOf(TropDEssais.class);
    }

    /** {@code essai.operation} a vingt caractères. */
    @Test
    void chaqueNomTientDansLaTable() {
        for (Operation operation : Operation.values()) {
            assertThat(operation.nomDesJustes()).hasSizeLessThanOrEqualTo(20);
        }
    }

    private @Nullable Attente refus(Operation operation, @Nullable String acteur, String adresse) {
        try {
            if (acteur == null) {
                garde.admettre(operation, adresse);
            } else {
                garde.admettre(operation, acteur, adresse);
            }
            return null;
        } catch (TropDEssais e) {
            return e.attente();
        }
    }
}
