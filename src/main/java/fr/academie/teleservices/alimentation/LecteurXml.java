package fr.academie.teleservices.alimentation;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Un fichier XML lu d'une balise à la suivante, en mémoire constante. Ne lève que {@link FichierRefuse}, et
 * {@link java.io.UncheckedIOException} si le disque ou le réseau manque.
 */
public final class LecteurXml {

    /** Aucun champ d'export n'en approche ; au-delà, le fichier est refusé plutôt que gardé en mémoire. */
    private static final int TEXTE_MAXIMAL = 100_000;

    private static final Pattern UN_OCTET_PAR_CARACTERE = Pattern.compile("(?i)(iso-?8859|latin|windows-|cp125).*");

    private final String fichier;
    private final FluxSurveille flux;
    private final XMLStreamReader xml;
    private final String encodage;
    private final boolean unOctetParCaractere;
    private final StringBuilder texte = new StringBuilder();
    private int profondeur;

    LecteurXml(String fichier, FluxSurveille flux, XMLStreamReader xml) {
        this.fichier = fichier;
        this.flux = flux;
        this.xml = xml;
        String annonce = xml.getCharacterEncodingScheme();
        this.encodage = annonce == null ? "UTF-8" : annonce.toUpperCase(Locale.ROOT);
        this.unOctetParCaractere = UN_OCTET_PAR_CARACTERE.matcher(encodage).matches();
        if (!unOctetParCaractere) {
            flux.neRegardePlus();
        }
    }

    /** Le nom du fichier lu. */
    public String fichier() {
        return fichier;
    }

    /** La ligne où la dernière balise a été lue, à partir de 1. */
    public int ligne() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    /** Combien d'éléments sont ouverts. */
    public int profondeur() {
        return profondeur;
    }

    /** Le refus de ce fichier, à cette ligne. */
    public FichierRefuse refus(CodeRemarque code, String... valeurs) {
        return new FichierRefuse(code, fichier, ligne(), valeurs);
    }

    /**
     * Va à la racine.
     *
     * @return son nom
     */
    public String racine() throws FichierRefuse {
        while (!avancer()) {
            if (fini()) {
                throw refus(CodeRemarque.VIDE);
            }
        }
        return nom();
    }

    /**
     * Le prochain élément contenu dans celui qui est à cette profondeur ; tout ce qui en reste est sauté.
     *
     * @return son nom ; nul quand l'élément se ferme
     */
    public @Nullable String enfant(int parent) throws FichierRefuse {
        while (profondeur >= parent) {
            if (avancer()) {
                if (profondeur == parent + 1) {
                    return nom();
                }
            } else if (fini()) {
                return null;
            }
        }
        return null;
    }

    /** Le nom de l'élément courant, sans préfixe ; les noms égaux sont le même objet. */
    public String nom() {
        return xml.getLocalName();
    }

    /** La valeur d'un attribut de l'élément qui vient de s'ouvrir ; nulle s'il n'y est pas. */
    public @Nullable String attribut(String nom) {
        return xml.getAttributeValue(null, nom);
    }

    /** Le texte de l'élément qui vient de s'ouvrir, jusqu'à sa fermeture ; celui des éléments qu'il contient n'en est pas. */
    public String texte() throws FichierRefuse {
        int debut = profondeur;
        texte.setLength(0);
        try {
            while (profondeur >= debut) {
                int evenement = suivant();
                boolean lettres = evenement == XMLStreamConstants.CHARACTERS
                        || evenement == XMLStreamConstants.CDATA
                        || evenement == XMLStreamConstants.SPACE;
                if (lettres && profondeur == debut) {
                    texte.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    if (texte.length() > TEXTE_MAXIMAL) {
                        throw refus(CodeRemarque.DEMESURE);
                    }
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw FautesXml.refus(e, fichier, flux, xml);
        }
        return texte.toString();
    }

    /** Saute le reste de l'élément qui vient de s'ouvrir. */
    public void sauter() throws FichierRefuse {
        int debut = profondeur;
        while (profondeur >= debut && !fini()) {
            avancer();
        }
    }

    /** Avance d'un événement ; vrai si un élément s'ouvre. */
    private boolean avancer() throws FichierRefuse {
        try {
            return suivant() == XMLStreamConstants.START_ELEMENT;
        } catch (XMLStreamException | RuntimeException e) {
            throw FautesXml.refus(e, fichier, flux, xml);
        }
    }

    private int suivant() throws XMLStreamException, FichierRefuse {
        int evenement = xml.next();
        if (evenement == XMLStreamConstants.START_ELEMENT) {
            profondeur++;
            flux.repere();
        } else if (evenement == XMLStreamConstants.END_ELEMENT) {
            profondeur--;
            flux.repere();
            if (unOctetParCaractere && flux.ligneDeLUtf8() > 0) {
                throw new FichierRefuse(CodeRemarque.ENCODAGE_CONTREDIT, fichier, flux.ligneDeLUtf8(), encodage);
            }
        } else if (evenement == XMLStreamConstants.ENTITY_REFERENCE) {
            throw refus(CodeRemarque.ENTITE_INCONNUE, xml.getLocalName());
        }
        return evenement;
    }

    /** Vrai à la fin du document. */
    public boolean fini() {
        return xml.getEventType() == XMLStreamConstants.END_DOCUMENT;
    }

    /** Lit jusqu'à la fin du document : ce qui suit la dernière fiche peut encore être mal formé. */
    public void finir() throws FichierRefuse {
        while (!fini()) {
            avancer();
        }
    }
}
