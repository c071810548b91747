package fr.academie.teleservices.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Ce que mariadbd dit en anglais devient une phrase en français. */
class PannesMariaDbTest {

    @Test
    void nommeLaBibliothequeQuiManque() throws PannesMariaDb.PortPris {
        assertThat(phrase(
                        "mariadbd: error while loading shared libraries: libaio.so.1: cannot open shared object file"))
                .contains("la bibliothèque système libaio.so.1 manque");
    }

    @Test
    void reconnaitUnDisquePlein() throws PannesMariaDb.PortPris {
        assertThat(phrase("[ERROR] mariadbd: Error writing file 'ibdata1' (Errcode: 28 \"No space left on device\")"))
                .contains("Le disque est plein")
                .contains("donnees");
    }

    @Test
    void reconnaitDesDonneesDejaTenues() throws PannesMariaDb.PortPris {
        assertThat(phrase("[ERROR] InnoDB: Unable to lock ./ibdata1 error: 11"))
                .contains("Un autre mariadbd tient déjà les données");
    }

    @Test
    void signaleUnPortPrisEntreTempsPourEnEssayerUnAutre() {
        assertThatThrownBy(() -> phrase("[ERROR] Can't start server: Bind on TCP/IP port. Got error: 98"))
                .isInstanceOf(PannesMariaDb.PortPris.class);
    }

    @Test
    void citeLaPremiereErreurDUnePanneInconnue() throws PannesMariaDb.PortPris {
        assertThat(phrase("2026 [Note] début\n2026 [ERROR] Aborting\n2026 [ERROR] unknown option '--essai'"))
                .endsWith("unknown option '--essai'");
    }

    private static String phrase(String console) throws PannesMariaDb.PortPris {
        IllegalStateException panne = new IllegalStateException("démarrage", new IllegalStateException(console));
        return String.valueOf(
                PannesMariaDb.traduire(panne, 3310, Path.of("donnees")).getMessage());
    }
}
