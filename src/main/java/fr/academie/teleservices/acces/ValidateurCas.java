package fr.academie.teleservices.acces;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;

/**
 * Le validateur de la bibliothèque, qui rend chaque attribut sous son chemin.
 *
 * <p>La bibliothèque met à plat les attributs emboîtés ({@code cas:userAttributes} d'Edifice) : un nom présent à deux niveaux s'y
 * mélange, et le dernier reçoit une valeur de trop. Ici, {@code userAttributes/profiles} ne désigne que celui-là. Chaque attribut
 * est une liste, d'une valeur ou de plusieurs.
 */
final class ValidateurCas extends Cas30ServiceTicketValidator {

    private static final String ATTRIBUTS = "attributes";
    private static final XMLInputFactory FABRIQUE = fabrique();

    ValidateurCas(String prefixe) {
        super(prefixe);
    }

    @Override
    protected Map<String, Object> extractCustomAttributes(String reponse) {
        try {
            XMLStreamReader lecteur = FABRIQUE.createXMLStreamReader(new StringReader(reponse));
            while (lecteur.hasNext()) {
                if (lecteur.next() == XMLStreamConstants.START_ELEMENT && ATTRIBUTS.equals(lecteur.getLocalName())) {
                    return attributs(lecteur);
                }
            }
            return Map.of();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("La réponse du CAS n'est pas du XML bien formé.", e);
        }
    }

    private static Map<String, Object> attributs(XMLStreamReader lecteur) throws XMLStreamException {
        Map<String, List<String>> lus = new LinkedHashMap<>();
        Deque<String> chemin = new ArrayDeque<>();
        StringBuilder texte = new StringBuilder();
        boolean feuille = false;
        while (true) {
            switch (lecteur.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    chemin.addLast(lecteur.getLocalName());
                    texte.setLength(0);
                    feuille = true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> texte.append(lecteur.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (chemin.isEmpty()) {
                        return new LinkedHashMap<>(lus);
                    }
                    if (feuille) {
                        lus.computeIfAbsent(String.join("/", chemin), cle -> new ArrayList<>())
                                .add(texte.toString().strip());
                    }
                    feuille = false;
                    chemin.removeLast();
                }
                default -> {}
            }
        }
    }

    private static XMLInputFactory fabrique() {
        XMLInputFactory fabrique = XMLInputFactory.newDefaultFactory();
        fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return fabrique;
    }
}
