package fr.academie.teleservices.alimentation.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.alimentation.Nomenclature;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.aaf.FicheAaf.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffetNetTest {

    private static final String ABSENTE = "absente";

    private final List<Remarque> remarques = new ArrayList<>();
    private final EffetNet effet = new EffetNet(remarques::add);

    private static FicheAaf fiche(Operation operation, Map<Attribut, List<String>> valeurs) {
        return new FicheAaf(operation, Categorie.PERSONNE, "1", valeurs, Nomenclature.ACTUELLE, "f.xml", 1);
    }

    private static FicheAaf fiche(char operation) {
        return switch (operation) {
            case 'A' -> fiche(Operation.AJOUT, Map.of(Attribut.NOM, List.of("ROUX"), Attribut.MAIL, List.of("a@b.fr")));
            case 'M' -> fiche(Operation.MODIFICATION, Map.of(Attribut.MAIL, List.of("c@d.fr")));
            default -> fiche(Operation.RETRAIT, Map.of());
        };
    }

    @ParameterizedTest
    @CsvSource({
        "A, AJOUT, a@b.fr",
        "M, MODIFICATION, c@d.fr",
        "R, RETRAIT,",
        "RA, AJOUT, a@b.fr",
        "AM, AJOUT, c@d.fr",
        "MA, AJOUT, a@b.fr",
        "MM, MODIFICATION, c@d.fr",
        "AR, RETRAIT,",
        "MR, RETRAIT,",
        "RM, RETRAIT,",
        "RAM, AJOUT, c@d.fr",
        "RAMR, RETRAIT,",
        "RR, RETRAIT,"
    })
    void uneSuiteDeDemandesAUnEffet(String suite, Operation operation, String mail) {
        suite.chars().forEach(c -> effet.ajouter(fiche((char) c)));
        assertThat(effet.demandes()).singleElement().satisfies(net -> {
            assertThat(net.operation()).isEqualTo(operation);
            assertThat(net.premiere(Attribut.MAIL)).isEqualTo(mail);
        });
        assertThat(remarques).hasSize("RM".equals(suite) ? 1 : 0);
    }

    @Test
    void uneValeurVideEffaceSaufLeNom() {
        effet.ajouter(fiche('A'));
        effet.ajouter(fiche(Operation.MODIFICATION, Map.of(Attribut.MAIL, List.of(), Attribut.NOM, List.of())));
        assertThat(effet.demandes()).singleElement().satisfies(net -> {
            assertThat(net.premiere(Attribut.NOM)).isEqualTo("ROUX");
            assertThat(net.dit(Attribut.MAIL)).isTrue();
            assertThat(net.premiere(Attribut.MAIL)).isNull();
        });
    }

    @Test
    void deuxFichesNeSeMelentPas() {
        effet.ajouter(fiche('A'));
        effet.ajouter(
                new FicheAaf(Operation.RETRAIT, Categorie.ELEVE, "1", Map.of(), Nomenclature.ACTUELLE, "f.xml", 1));
        assertThat(effet.demandes())
                .extracting(FicheAaf::operation)
                .containsExactly(Operation.AJOUT, Operation.RETRAIT);
    }

    /** L'état d'une fiche connue ou non, demandes faites une à une, est celui que donne l'effet net. */
    @Property
    void lEffetNetVautLesDemandesUneAUne(@ForAll @Size(max = 8) List<Operation> suite, @ForAll boolean connue) {
        EffetNet seul = new EffetNet(remarques::add);
        String pasAPas = connue ? "avant" : ABSENTE;
        for (int i = 0; i < suite.size(); i++) {
            FicheAaf demande = fiche(suite.get(i), Map.of(Attribut.MAIL, List.of("v" + i)));
            seul.ajouter(demande);
            pasAPas = apres(pasAPas, demande);
        }
        String enUneFois = connue ? "avant" : ABSENTE;
        for (FicheAaf net : seul.demandes()) {
            enUneFois = apres(enUneFois, net);
        }
        assertThat(enUneFois).isEqualTo(pasAPas);
    }

    private static String apres(String avant, FicheAaf demande) {
        return switch (demande.operation()) {
            case AJOUT -> String.valueOf(demande.premiere(Attribut.MAIL));
            case MODIFICATION -> avant.equals(ABSENTE) ? ABSENTE : String.valueOf(demande.premiere(Attribut.MAIL));
            case RETRAIT -> ABSENTE;
        };
    }
}
