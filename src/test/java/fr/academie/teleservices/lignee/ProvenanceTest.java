package fr.academie.teleservices.lignee;

import static fr.academie.teleservices.scolarite.EtatRattachement.ACTIF;
import static fr.academie.teleservices.scolarite.EtatRattachement.RETIRE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.scolarite.Qualite;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** C a absorbé A, qui avait absorbé B : par où un élève est arrivé sur C. */
class ProvenanceTest {

    private static final long A = 1;
    private static final long B = 2;
    private static final long C = 3;
    private static final long ELEVE = 50;
    private static final long AUTRE_ELEVE = 51;

    @Test
    void unEleveQuiAToujoursEteLaNEstVenuParAucunRegroupement() {
        Provenance provenance = Provenance.de(C, ELEVE, List.of(arrivee(10, C, A, AUTRE_ELEVE, null, ACTIF)));

        assertThat(provenance.arrivees()).isEmpty();
        assertThat(provenance.derniere()).isEmpty();
        assertThat(provenance.origine()).isEmpty();
    }

    @Test
    void laChaineSeRemonteDuPlusProcheAuPlusAncien() {
        Arrivee surA = arrivee(10, A, B, ELEVE, null, ACTIF);
        Arrivee surC = arrivee(20, C, A, ELEVE, null, ACTIF);

        Provenance provenance = Provenance.de(C, ELEVE, List.of(surA, surC));

        assertThat(provenance.arrivees()).containsExactly(surC, surA);
        assertThat(provenance.derniere()).contains(surC);
        assertThat(provenance.origine()).contains(surA);
    }

    @Test
    void laChaineSArreteAuCompteQuiAvaitDejaLEleve() {
        Arrivee surA = arrivee(10, A, B, ELEVE, ACTIF, ACTIF);
        Arrivee surC = arrivee(20, C, A, ELEVE, null, ACTIF);

        assertThat(Provenance.de(C, ELEVE, List.of(surA, surC)).arrivees()).containsExactly(surC);
    }

    @Test
    void unLienRetireDuPrincipalNEstPasUnEleveQuIlAvaitDeja() {
        Arrivee surA = arrivee(10, A, B, ELEVE, RETIRE, ACTIF);
        Arrivee surC = arrivee(20, C, A, ELEVE, null, ACTIF);

        assertThat(Provenance.de(C, ELEVE, List.of(surA, surC)).arrivees()).containsExactly(surC, surA);
    }

    @Test
    void leDernierRegroupementCompteMemeQuandLeCompteAvaitDejaLEleve() {
        Arrivee surC = arrivee(20, C, A, ELEVE, ACTIF, ACTIF);

        assertThat(Provenance.de(C, ELEVE, List.of(surC)).derniere()).contains(surC);
    }

    @Test
    void unRegroupementRompuNeComptePlus() {
        Arrivee rompue = new Arrivee(20, C, A, "a", Instant.EPOCH, ELEVE, null, qualite(ACTIF), qualite(ACTIF), true);

        assertThat(Provenance.de(C, ELEVE, List.of(rompue)).arrivees()).isEmpty();
    }

    @Test
    void unEleveRetireOuAbsentDuSecondaireNEnEstPasVenu() {
        assertThat(Provenance.de(C, ELEVE, List.of(arrivee(20, C, A, ELEVE, null, RETIRE)))
                        .arrivees())
                .isEmpty();
        assertThat(Provenance.de(C, ELEVE, List.of(arrivee(20, C, A, ELEVE, ACTIF, null)))
                        .arrivees())
                .isEmpty();
    }

    @Test
    void entreDeuxRegroupementsDuMemeCompteLePlusRecentEstLeDernier() {
        Arrivee ancien = arrivee(10, C, A, ELEVE, null, ACTIF);
        Arrivee recent = arrivee(20, C, B, ELEVE, ACTIF, ACTIF);

        assertThat(Provenance.de(C, ELEVE, List.of(recent, ancien)).derniere()).contains(recent);
    }

    private static Arrivee arrivee(
            long id,
            long principal,
            long secondaire,
            long eleve,
            @Nullable EtatRattachement auPrincipal,
            @Nullable EtatRattachement auSecondaire) {
        return new Arrivee(
                id,
                principal,
                secondaire,
                "compte" + secondaire,
                Instant.EPOCH,
                eleve,
                auPrincipal == null ? null : qualite(auPrincipal),
                auSecondaire == null ? null : qualite(auSecondaire),
                qualite(ACTIF),
                false);
    }

    private static Qualite qualite(EtatRattachement etat) {
        return new Qualite(NiveauResponsabilite.REPRESENTANT_LEGAL, LienParente.MERE, etat);
    }
}
