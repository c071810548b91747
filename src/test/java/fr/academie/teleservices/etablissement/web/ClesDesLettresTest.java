package fr.academie.teleservices.etablissement.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.socle.securite.Scelle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

/** La clé d'une session ne passe pas dans le fichier où Tomcat garde les sessions. */
class ClesDesLettresTest {

    @Test
    void uneSessionGardeSaPaireEtNeLEcritNullePart() throws Exception {
        ClesDesLettres cles = new ClesDesLettres();
        String publique = Scelle.publique(cles.paire());
        assertThat(Scelle.publique(cles.paire())).isEqualTo(publique);

        byte[] fichier = ecrire(cles);
        assertThat(fichier).hasSameSizeAs(ecrire(new ClesDesLettres()));
        ClesDesLettres relues;
        try (ObjectInputStream lecture = new ObjectInputStream(new ByteArrayInputStream(fichier))) {
            relues = (ClesDesLettres) lecture.readObject();
        }
        assertThat(Scelle.publique(relues.paire())).isNotEqualTo(publique);
    }

    private static byte[] ecrire(ClesDesLettres cles) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ObjectOutputStream ecriture = new ObjectOutputStream(octets)) {
            ecriture.writeObject(cles);
        }
        return octets.toByteArray();
    }
}
