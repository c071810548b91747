package fr.academie.teleservices.alimentation.reconnaissance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.alimentation.reconnaissance.MemeResponsable.Lu;
import fr.academie.teleservices.alimentation.reconnaissance.MemeResponsable.ResponsableConnu;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Connu;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.NomIncomplet;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Nouveau;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemeResponsableTest {

    private static final String MOULIN = "0330001A";
    private static final Numero ANCIEN = siecle(MOULIN, "5");
    private static final Numero NOUVEAU = siecle(MOULIN, "7");

    @Test
    void sonNumeroSuffit() {
        ResponsableConnu connu = connu(1, ANCIEN, null, "Benali", "Nadia", 90);
        assertThat(decider(lu(ANCIEN, "M.", "DURAND", "Paul", 10), connu))
                .isEqualTo(Connu.seul(compte(1), Regle.NUMERO));
    }

    @Test
    void unEleveConnuLeReconnaitSousUnNumeroNouveau() {
        ResponsableConnu connu = connu(1, siecle("0330002B", "7"), "MME", "D'Almeida", "Marie-Anne", 10);
        assertThat(decider(lu(NOUVEAU, null, "D’ALMEIDA", "MARIE ANNE", 10), connu))
                .isEqualTo(Connu.seul(compte(1), Regle.MEME_ELEVE));
        assertThat(decider(lu(NOUVEAU, null, "D’ALMEIDA", "MARIE", 10), connu)).isEqualTo(new Nouveau<>(Set.of()));
        assertThat(decider(lu(NOUVEAU, null, "D’ALMEIDA", "MARIE ANNE", 11), connu))
                .isEqualTo(new Nouveau<>(Set.of()));
    }

    @Test
    void uneCiviliteContraireEnFaitUnAutreUneCiviliteTueNon() {
        ResponsableConnu connu = connu(1, ANCIEN, "MME", "Durand", "Camille", 10);
        assertThat(decider(lu(NOUVEAU, "M.", "Durand", "Camille", 10), connu)).isEqualTo(new Nouveau<>(Set.of()));
        assertThat(decider(lu(NOUVEAU, null, "Durand", "Camille", 10), connu))
                .isEqualTo(Connu.seul(compte(1), Regle.MEME_ELEVE));
    }

    @Test
    void deuxResponsablesDeMemeIdentiteAupresDeLEleveNeDecidentRien() {
        ResponsableConnu mere = connu(1, ANCIEN, null, "Durand", "Marie", 10);
        ResponsableConnu grandMere = connu(2, siecle(MOULIN, "6"), null, "Durand", "Marie", 10);
        assertThat(decider(lu(NOUVEAU, null, "Durand", "Marie", 10), mere, grandMere))
                .isEqualTo(new Nouveau<>(Set.of(compte(1), compte(2))));
    }

    @Test
    void unAncienNumeroEncoreDansLeFichierEstUneAutrePersonne() {
        ResponsableConnu connu = connu(1, ANCIEN, null, "Durand", "Marie", 10);
        Lu lu = lu(NOUVEAU, null, "Durand", "Marie", 10);
        assertThat(MemeResponsable.reconnaitre(lu, List.of(connu), Set.of(ANCIEN, NOUVEAU)::contains))
                .isEqualTo(new Nouveau<>(Set.of(compte(1))));
        assertThat(MemeResponsable.reconnaitre(lu, List.of(connu), Set.of(NOUVEAU)::contains))
                .isEqualTo(Connu.seul(compte(1), Regle.MEME_ELEVE));
    }

    @Test
    void deuxNumerosNouveauxDUnFichierRestentDeuxPersonnes() {
        Numero second = siecle(MOULIN, "8");
        Set<Numero> fichier = Set.of(NOUVEAU, second);
        ResponsableConnu avant = connu(1, ANCIEN, null, "Durand", "Marie", 10);
        assertThat(MemeResponsable.reconnaitre(
                        lu(NOUVEAU, null, "Durand", "Marie", 10), List.of(avant), fichier::contains))
                .isEqualTo(Connu.seul(compte(1), Regle.MEME_ELEVE));
        ResponsableConnu apres =
                new ResponsableConnu(compte(1), Set.of(ANCIEN, NOUVEAU), null, "Durand", null, "Marie", Set.of(10L));
        assertThat(MemeResponsable.reconnaitre(
                        lu(second, null, "Durand", "Marie", 10), List.of(apres), fichier::contains))
                .isEqualTo(new Nouveau<>(Set.of(compte(1))));
    }

    @Test
    void deuxElevesQuiDesignentDeuxPersonnesNeDecidentRien() {
        assertThat(decider(
                        new Lu(NOUVEAU, null, "Durand", null, "Marie", Set.of(10L, 11L)),
                        connu(1, ANCIEN, null, "Durand", "Marie", 10),
                        connu(2, siecle(MOULIN, "6"), null, "Durand", "Marie", 11)))
                .isEqualTo(new Nouveau<>(Set.of(compte(1), compte(2))));
    }

    @Test
    void leNomDUsageDeLUnPeutEtreLeNomDeFamilleDeLAutre() {
        ResponsableConnu connu =
                new ResponsableConnu(compte(1), Set.of(ANCIEN), null, "Martin", "Durand", "Marie", Set.of(10L));
        assertThat(decider(lu(NOUVEAU, null, "Durand", "Marie", 10), connu))
                .isEqualTo(Connu.seul(compte(1), Regle.MEME_ELEVE));
    }

    @Test
    void sansPrenomOnNeSeReconnaitQuAuNumero() {
        ResponsableConnu connu = connu(1, ANCIEN, null, "Foyer", "Marie", 10);
        assertThat(decider(lu(NOUVEAU, null, "FOYER", null, 10), connu)).isEqualTo(new Nouveau<>(Set.of()));
        assertThat(decider(lu(ANCIEN, null, "FOYER", null, 10), connu)).isEqualTo(Connu.seul(compte(1), Regle.NUMERO));
    }

    @Test
    void unNomQuiAPerduDesLettresReconnaitMaisNeFaitPersonne() {
        ResponsableConnu connu = connu(1, ANCIEN, null, "Božek", "Zoé", 10);
        assertThat(decider(lu(NOUVEAU, null, "BO?EK", "Zoé", 10), connu))
                .isEqualTo(Connu.seul(compte(1), Regle.MEME_ELEVE));
        assertThat(decider(lu(NOUVEAU, null, "BOZEK", "Zo?", 10), connu))
                .isEqualTo(Connu.seul(compte(1), Regle.MEME_ELEVE));
        assertThat(decider(lu(NOUVEAU, null, "BO?EK", "Zoé", 11), connu)).isEqualTo(new NomIncomplet<>());
    }

    @Test
    void unCompteEtUneIdentiteDeMemeIdSontDeuxPersonnes() {
        ResponsableConnu compte = connu(1, siecle("0330002B", "3"), null, "Durand", "Marie", 10);
        ResponsableConnu enAttente = new ResponsableConnu(
                new Reference.EnAttente(1), Set.of(ANCIEN), null, "Durand", null, "Marie", Set.of(10L));
        assertThat(decider(lu(NOUVEAU, null, "Durand", "Marie", 10), compte, enAttente))
                .isEqualTo(new Nouveau<>(Set.of(compte(1), new Reference.EnAttente(1))));
        assertThat(decider(lu(NOUVEAU, null, "Durand", "Marie", 10), enAttente))
                .isEqualTo(Connu.seul(new Reference.EnAttente(1), Regle.MEME_ELEVE));
    }

    private static Reconnaissance<Reference> decider(Lu lu, ResponsableConnu... connus) {
        return MemeResponsable.reconnaitre(lu, List.of(connus), lu.numero()::equals);
    }

    private static Numero siecle(String uai, String valeur) {
        return new Numero(Source.SIECLE, uai, valeur);
    }

    private static Lu lu(Numero numero, @Nullable String civilite, String nom, @Nullable String prenom, long eleve) {
        return new Lu(numero, civilite, nom, null, prenom, Set.of(eleve));
    }

    private static ResponsableConnu connu(
            long id, Numero numero, @Nullable String civilite, String nom, String prenom, long eleve) {
        return new ResponsableConnu(compte(id), Set.of(numero), civilite, nom, null, prenom, Set.of(eleve));
    }

    private static Reference compte(long id) {
        return new Reference.Compte(id);
    }
}
