package fr.academie.teleservices.alimentation.reconnaissance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.alimentation.reconnaissance.MemeEleve.EleveConnu;
import fr.academie.teleservices.alimentation.reconnaissance.MemeEleve.Lu;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Connu;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.NomIncomplet;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Nouveau;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemeEleveTest {

    private static final LocalDate NE = LocalDate.of(2012, 4, 11);
    private static final String MOULIN = "0330001A";
    private static final String LYCEE = "0330002B";
    private static final String INE = "123456789AB";

    @Test
    void sonNumeroSuffitMemeSiToutLeResteAChange() {
        EleveConnu connu = new EleveConnu(
                1, Set.of(siecle(MOULIN, "7")), Set.of(), "Benali", "Yanis", NE.plusDays(1), Set.of(LYCEE));
        assertThat(MemeEleve.reconnaitre(lu(siecle(MOULIN, "7"), null, "DURAND", "Zoé"), List.of(connu)))
                .isEqualTo(Connu.seul(1L, Regle.NUMERO));
    }

    @Test
    void leMemeNumeroDUnAutreEtablissementNeDitRien() {
        EleveConnu connu = connu(1, siecle(LYCEE, "7"), Set.of(), "Benali", "Yanis");
        assertThat(MemeEleve.reconnaitre(lu(siecle(MOULIN, "7"), null, "DURAND", "Zoé"), List.of(connu)))
                .isEqualTo(new Nouveau<>(Set.of()));
    }

    @Test
    void lAnnuaireLeRetrouveParSonNumeroDansSiecle() {
        Lu lu = new Lu(
                new Numero(Source.AAF, "bordeaux-2D", "99"), siecle(MOULIN, "7"), null, "AUTRE", null, "Nom", NE, null);
        assertThat(MemeEleve.reconnaitre(lu, List.of(connu(1, siecle(MOULIN, "7"), Set.of(), "Durand", "Zoé"))))
                .isEqualTo(Connu.seul(1L, Regle.NUMERO_SIECLE));
    }

    @Test
    void lIneVeutAussiLaDateDeNaissanceEtUnSeulCandidat() {
        EleveConnu zoe = connu(1, siecle(LYCEE, "7"), Set.of(INE), "Durand", "Zoé");
        Lu lu = lu(siecle(MOULIN, "8"), INE, "DURAND-MARTIN", "Zoë-Anne");
        assertThat(MemeEleve.reconnaitre(lu, List.of(zoe))).isEqualTo(Connu.seul(1L, Regle.INE_ET_NAISSANCE));

        EleveConnu redonne = new EleveConnu(2, Set.of(), Set.of(INE), "Durand", "Zoé", NE.plusYears(1), Set.of(LYCEE));
        assertThat(MemeEleve.reconnaitre(lu, List.of(redonne))).isEqualTo(new Nouveau<>(Set.of()));

        EleveConnu jumeau = connu(3, siecle(LYCEE, "9"), Set.of(INE), "Durand", "Noé");
        assertThat(MemeEleve.reconnaitre(lu, List.of(zoe, jumeau))).isEqualTo(new Nouveau<>(Set.of(1L, 3L)));
    }

    @Test
    void desJumeauxAuMemeIneRestentDeuxQuandLeFichierLesNommeTousLesDeux() {
        EleveConnu zoe = connu(1, siecle(MOULIN, "7"), Set.of(INE), "Durand", "Zoé");
        assertThat(MemeEleve.reconnaitre(lu(siecle(MOULIN, "8"), INE, "DURAND", "Noé"), List.of(zoe)))
                .isEqualTo(new Nouveau<>(Set.of()));
    }

    @Test
    void leNomVeutUnMemeEtablissementUnSeulCandidatEtPasDAutreNumeroLa() {
        Lu lu = lu(siecle(MOULIN, "8"), null, "LEFÈVRE", "Jean Pierre");
        EleveConnu ici = connu(1, null, Set.of(), "Lefevre", "Jean-Pierre");
        EleveConnu ailleurs = new EleveConnu(2, Set.of(), Set.of(), "Lefevre", "Jean-Pierre", NE, Set.of(LYCEE));
        EleveConnu homonyme = connu(3, null, Set.of(), "Lefèvre", "Jean-Pierre");
        EleveConnu numerote = connu(4, siecle(MOULIN, "5"), Set.of(), "Lefevre", "Jean-Pierre");

        assertThat(MemeEleve.reconnaitre(lu, List.of(ici, ailleurs))).isEqualTo(Connu.seul(1L, Regle.NOM_ET_NAISSANCE));
        assertThat(MemeEleve.reconnaitre(lu, List.of(ailleurs))).isEqualTo(new Nouveau<>(Set.of()));
        assertThat(MemeEleve.reconnaitre(lu, List.of(ici, homonyme))).isEqualTo(new Nouveau<>(Set.of(1L, 3L)));
        assertThat(MemeEleve.reconnaitre(lu, List.of(numerote))).isEqualTo(new Nouveau<>(Set.of(4L)));
    }

    @Test
    void plusieursParLIneUnSeulParLeNomCEstCeluiLa() {
        EleveConnu zoe = connu(1, siecle(LYCEE, "7"), Set.of(INE), "Durand", "Zoé");
        EleveConnu noe = connu(2, siecle(LYCEE, "8"), Set.of(INE), "Durand", "Noé");
        assertThat(MemeEleve.reconnaitre(lu(siecle(MOULIN, "1"), INE, "Durand", "Zoé"), List.of(zoe, noe)))
                .isEqualTo(Connu.seul(1L, Regle.NOM_ET_NAISSANCE));
    }

    @Test
    void unNomQuiAPerduDesLettresReconnaitMaisNeFaitPersonne() {
        EleveConnu bozek = connu(1, null, Set.of(), "Božek", "Zoé");
        assertThat(MemeEleve.reconnaitre(lu(siecle(MOULIN, "8"), null, "BO?EK", "Zoé"), List.of(bozek)))
                .isEqualTo(Connu.seul(1L, Regle.NOM_ET_NAISSANCE));
        assertThat(MemeEleve.reconnaitre(lu(siecle(MOULIN, "8"), null, "KO?EK", "Zoé"), List.of(bozek)))
                .isEqualTo(new NomIncomplet<>());
    }

    private static Numero siecle(String uai, String valeur) {
        return new Numero(Source.SIECLE, uai, valeur);
    }

    private static Lu lu(Numero numero, @Nullable String ine, String nom, String prenom) {
        return new Lu(numero, null, ine, nom, null, prenom, NE, MOULIN);
    }

    private static EleveConnu connu(long id, @Nullable Numero numero, Set<String> ines, String nom, String prenom) {
        return new EleveConnu(id, numero == null ? Set.of() : Set.of(numero), ines, nom, prenom, NE, Set.of(MOULIN));
    }
}
