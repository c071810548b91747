package fr.academie.teleservices.demonstration.cas;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Les documents XML du protocole : réponses de validation (CAS 3.0 §2.5) et demande de déconnexion (annexe C). */
final class ReponsesCas {

    private static final String CAS = "http://www.yale.edu/tp/cas";
    private static final String SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";

    private ReponsesCas() {}

    /** Une écriture qui peut échouer comme le veut StAX. */
    private interface Ecriture {
        void vers(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** Validation réussie ; sans attributs, la réponse est celle de CAS 2.0. Un attribut de plusieurs valeurs se répète. */
    static String succes(String principal, Map<String, List<String>> attributs) {
        return document(xml -> {
            xml.writeStartElement("cas", "authenticationSuccess", CAS);
            element(xml, "user", principal);
            if (!attributs.isEmpty()) {
                xml.writeStartElement("cas", "attributes", CAS);
                for (Map.Entry<String, List<String>> attribut : attributs.entrySet()) {
                    for (String valeur : attribut.getValue()) {
                        element(xml, attribut.getKey(), valeur);
                    }
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
    }

    static String echec(String code, String explication) {
        return document(xml -> {
            xml.writeStartElement("cas", "authenticationFailure", CAS);
            xml.writeAttribute("code", code);
            xml.writeCharacters(explication);
            xml.writeEndElement();
        });
    }

    static String deconnexion(String id, Instant emise, String principal, String ticket) {
        return ecrire(xml -> {
            xml.writeStartElement("samlp", "LogoutRequest", SAMLP);
            xml.writeNamespace("samlp", SAMLP);
            xml.writeNamespace("saml", SAML);
            xml.writeAttribute("ID", id);
            xml.writeAttribute("Version", "2.0");
            xml.writeAttribute(
                    "IssueInstant", emise.truncatedTo(ChronoUnit.SECONDS).toString());
            xml.writeStartElement("saml", "NameID", SAML);
            xml.writeCharacters(principal);
            xml.writeEndElement();
            xml.writeStartElement("samlp", "SessionIndex", SAMLP);
            xml.writeCharacters(ticket);
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private static void element(XMLStreamWriter xml, String nom, String texte) throws XMLStreamException {
        xml.writeStartElement("cas", nom, CAS);
        xml.writeCharacters(texte);
        xml.writeEndElement();
    }

    private static String document(Ecriture contenu) {
        return ecrire(xml -> {
            xml.writeStartElement("cas", "serviceResponse", CAS);
            xml.writeNamespace("cas", CAS);
            contenu.vers(xml);
            xml.writeEndElement();
        });
    }

    private static String ecrire(Ecriture contenu) {
        StringWriter texte = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(texte);
            contenu.vers(xml);
            xml.close();
            return texte.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
