package fr.academie.teleservices.socle.texte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.socle.config.ProfilAcademie.Habillage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Les mots de chaque habillage : ceux que son guide imprime. */
class MotsTest {

    private final Langues langues = new Langues(List.of(), List.of(Habillage.SCOLARITE_SERVICES.nom()), ZoneOffset.UTC);
    private final Mots premier = new Mots(langues);
    private final Langues autres = new Langues(List.of(), List.of(Habillage.MON_COMPTE.nom()), ZoneOffset.UTC);
    private final Mots second = new Mots(autres);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compte.titre | Votre compte | Mon compte",
                "compte.profil | Profil | Mes informations",
                "compte.enfants | Enfants | Mes enfants",
                "enfants.regrouper | Regrouper des comptes | Ajouter des élèves depuis un autre compte",
                "regrouper.titre | Regrouper des comptes | Recherchez le compte",
                "regrouper.identifiant | identifiant du compte* | Identifiant",
                "regrouper.motDePasse | mot de passe du compte* | Mot de passe",
                "bouton.suivant | Suivant | Continuer",
                "bouton.annuler | Annuler | Annuler"
            })
    void chaqueGuideALesSiens(String cle, String scolariteServices, String monCompte) {
        assertThat(premier.get(cle)).isEqualTo(scolariteServices);
        assertThat(second.get(cle)).isEqualTo(monCompte);
        assertThat(new Textes(autres).de(cle)).isEqualTo(monCompte);
    }

    @ParameterizedTest
    @EnumSource(Habillage.class)
    void unMotPropreAUnHabillageEnRemplaceUnAutre(Habillage habillage) {
        String suffixe = "." + habillage.nom();
        assertThat(langues.catalogue(Langue.REFERENCE).mots().keySet().stream().filter(cle -> cle.endsWith(suffixe)))
                .allMatch(cle -> premier.containsKey(cle.substring(0, cle.length() - suffixe.length())));
    }

    @Test
    void unHabillageASesGabarits() {
        assertThat(Arrays.stream(Habillage.values())
                        .map(h -> Path.of("webapp/WEB-INF/gabarits", h.nom(), "compte.xhtml")))
                .allMatch(Files::exists);
    }

    @Test
    void uneCleAbsenteEstUneFaute() {
        assertThatThrownBy(() -> premier.get("cle.absente")).isInstanceOf(MissingResourceException.class);
        assertThat(premier.containsKey("cle.absente")).isFalse();
    }
}
