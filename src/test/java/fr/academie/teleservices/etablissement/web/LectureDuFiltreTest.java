package fr.academie.teleservices.etablissement.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.etablissement.EtatCherche;
import fr.academie.teleservices.etablissement.Filtre;
import fr.academie.teleservices.etablissement.Tri;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ce que l'adresse de la liste veut dire, et comment on y revient. */
class LectureDuFiltreTest {

    @Test
    void uneClasseChoisieParmiPlusieursEtablissementsDitLeSien() {
        assertThat(lire(Map.of("classe", "0330002B:6A", "uai", "0330001A")))
                .isEqualTo(filtre("", null, "6A", "0330002B"));
        assertThat(lire(Map.of("classe", "6A", "uai", "0330001A"))).isEqualTo(filtre("", null, "6A", "0330001A"));
        assertThat(lire(Map.of("classe", "6:A"))).isEqualTo(filtre("", null, "6:A", null));
    }

    @Test
    void leFiltreSeRelitDansSonAdresseEtCeQuiEstMalFormeNeFiltreRien() {
        Filtre choisi = new Filtre("d’Almeida", EtatCherche.CREE, true, false, "6A", "0330001A", Tri.CLASSE, true);
        assertThat(lire(LectureDuFiltre.parametres(choisi))).isEqualTo(choisi);
        assertThat(lire(Map.of("etat", "x", "mail", "1", "courrier", "?", "tri", "1;DROP", "sens", "asc")))
                .isEqualTo(filtre("", null, null, null));
    }

    private static Filtre filtre(
            String texte, @Nullable EtatCherche etat, @Nullable String classe, @Nullable String uai) {
        return new Filtre(texte, etat, null, null, classe, uai, Tri.ELEVE, false);
    }

    private static Filtre lire(Map<String, ?> parametres) {
        return LectureDuFiltre.lire(nom -> parametres.containsKey(nom) ? String.valueOf(parametres.get(nom)) : null);
    }
}
