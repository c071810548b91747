package fr.academie.teleservices.socle.securite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Ce que scelle une clé publique, sa clé privée seule l'ouvre, à sa place et entier. */
class ScelleTest {

    private static final String TEXTE = "Mot de passe : 2BUYJ9C8, à l’élève « Noé »";

    private final KeyPair paire = Scelle.paire();
    private final String scelle = Scelle.sceller(Scelle.publique(paire), TEXTE, "travail:3");

    @Test
    void sOuvreParLaClePriveeEtElleSeule() {
        assertThat(Scelle.ouvrir(paire, scelle, "travail:3")).isEqualTo(TEXTE);
        assertThatThrownBy(() -> Scelle.ouvrir(Scelle.paire(), scelle, "travail:3"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neSOuvrePasDansUnAutreContexte() {
        assertThatThrownBy(() -> Scelle.ouvrir(paire, scelle, "travail:4")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neSOuvrePlusDesQuUnOctetAChange() {
        byte[] octets = Base64.getDecoder().decode(scelle);
        for (int rang : new int[] {0, 20, 50, 60, octets.length - 1}) {
            byte[] change = octets.clone();
            change[rang] ^= 1;
            assertThatThrownBy(() -> Scelle.ouvrir(paire, Base64.getEncoder().encodeToString(change), "travail:3"))
                    .as("octet %d", rang)
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> Scelle.ouvrir(paire, "", "travail:3")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deuxTextesEgauxNeSeScellentPasPareil() {
        assertThat(Scelle.sceller(Scelle.publique(paire), TEXTE, "travail:3")).isNotEqualTo(scelle);
        assertThat(Scelle.publique(paire)).hasSize(60);
    }
}
