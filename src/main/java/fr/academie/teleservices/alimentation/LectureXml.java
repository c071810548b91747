package fr.academie.teleservices.alimentation;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;

/**
 * La seule façon d'ouvrir un fichier XML venu d'ailleurs. Aucune DTD n'est lue, rien n'est cherché au-dehors, chaque démesure est refusée :
 * un fichier hostile coûte au plus quelques mégaoctets. Source : OWASP, <i>XML External Entity Prevention</i>.
 */
public final class LectureXml {

    /** Les exports réels ont sept niveaux et deux attributs. */
    private static final int PROFONDEUR = 32;

    private static final int ATTRIBUTS = 64;
    private static final int LONGUEUR_D_ATTRIBUT = 10_000;
    private static final int ENTITES_IMBRIQUEES = 2;

    private static final WstxInputFactory FABRIQUE = fabrique();

    private LectureXml() {}

    /**
     * Ouvre un fichier ; l'encodage est celui qu'il annonce.
     *
     * @param fichier son nom, pour les remarques
     * @throws FichierRefuse si ses premiers octets disent déjà que ce n'est pas du XML, ou d'un encodage inconnu
     */
    public static LecteurXml ouvrir(String fichier, InputStream source) throws FichierRefuse {
        FluxSurveille flux = new FluxSurveille(source);
        try {
            return new LecteurXml(fichier, flux, FABRIQUE.createXMLStreamReader(flux));
        } catch (XMLStreamException | RuntimeException e) {
            throw FautesXml.refus(e, fichier, flux, null);
        }
    }

    private static WstxInputFactory fabrique() {
        WstxInputFactory fabrique = new WstxInputFactory();
        fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        fabrique.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        fabrique.setProperty(XMLInputFactory.IS_COALESCING, false);
        fabrique.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, PROFONDEUR);
        fabrique.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTS);
        fabrique.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGUEUR_D_ATTRIBUT);
        fabrique.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, ENTITES_IMBRIQUEES);
        fabrique.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, (XMLResolver)
                (publicId, systemId, base, nom) -> entite(nom));
        return fabrique;
    }

    private static String entite(String nom) throws XMLStreamException {
        String caractere = EntitesHtml.caractere(nom);
        if (caractere == null) {
            throw new FautesXml.EntiteInconnue(nom);
        }
        return caractere;
    }
}
