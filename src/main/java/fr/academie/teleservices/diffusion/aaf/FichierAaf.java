package fr.academie.teleservices.diffusion.aaf;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Un fichier de l'annuaire, écrit une demande après l'autre, en mémoire constante. Source : SDET, annexes 4 et 4 bis. */
final class FichierAaf implements AutoCloseable {

    private static final WstxOutputFactory FABRIQUE = new WstxOutputFactory();
    private static final String RACINE = "ficAlimMENESR";
    private static final int TAMPON = 1 << 16;

    private final FileChannel fichier;
    private final BufferedOutputStream flux;
    private final XMLStreamWriter xml;
    private final CategorieDiffusee categorie;

    FichierAaf(Path chemin, CategorieDiffusee categorie) throws IOException {
        this.categorie = categorie;
        fichier = FileChannel.open(chemin, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        flux = new BufferedOutputStream(Channels.newOutputStream(fichier), TAMPON);
        try {
            xml = FABRIQUE.createXMLStreamWriter(flux, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeDTD("\n<!DOCTYPE " + RACINE + " SYSTEM \"" + RACINE + ".dtd\">\n");
            xml.writeStartElement(RACINE);
        } catch (XMLStreamException e) {
            fichier.close();
            throw new IOException(e);
        }
    }

    /** Une fiche neuve. */
    void ajouter(FicheDite fiche) throws IOException {
        demande("addRequest", String.valueOf(fiche.numero()), () -> {
            xml.writeStartElement("attributes");
            for (Map.Entry<String, List<String>> attribut : fiche.attributs().entrySet()) {
                xml.writeStartElement("attr");
                xml.writeAttribute("name", attribut.getKey());
                valeurs(attribut.getValue());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
    }

    /** Tout ce que la fiche dit désormais ; une valeur vide efface. */
    void modifier(FicheDite fiche) throws IOException {
        demande("modifyRequest", String.valueOf(fiche.numero()), () -> {
            xml.writeStartElement("modifications");
            for (Map.Entry<String, List<String>> attribut : fiche.attributs().entrySet()) {
                xml.writeStartElement("modification");
                xml.writeAttribute("operation", "replace");
                xml.writeAttribute("name", attribut.getKey());
                valeurs(attribut.getValue());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
    }

    void retirer(String numero) throws IOException {
        demande("deleteRequest", numero, () -> {});
    }

    @FunctionalInterface
    private interface Contenu {
        void ecrire() throws XMLStreamException;
    }

    private void demande(String operation, String numero, Contenu contenu) throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement(operation);
            xml.writeStartElement("operationalAttributes");
            xml.writeStartElement("attr");
            xml.writeAttribute("name", categorie.attribut());
            valeurs(List.of(categorie.nom()));
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("identifier");
            xml.writeStartElement("id");
            xml.writeCharacters(numero);
            xml.writeEndElement();
            xml.writeEndElement();
            contenu.ecrire();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void valeurs(List<String> valeurs) throws XMLStreamException {
        if (valeurs.isEmpty()) {
            xml.writeEmptyElement("value");
        }
        for (String valeur : valeurs) {
            xml.writeStartElement("value");
            xml.writeCharacters(ecrivable(valeur));
            xml.writeEndElement();
        }
    }

    /** Un signe que XML n'admet pas rendrait tout le fichier illisible. */
    private static String ecrivable(String valeur) {
        StringBuilder ecrivable = new StringBuilder(valeur.length());
        valeur.codePoints()
                .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
                .forEach(ecrivable::appendCodePoint);
        return ecrivable.toString();
    }

    /** Le fichier est sur le disque quand cette méthode rend la main. */
    @Override
    public void close() throws IOException {
        try (fichier) {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
            flux.flush();
            fichier.force(true);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
