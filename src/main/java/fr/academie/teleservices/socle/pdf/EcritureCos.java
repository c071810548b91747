package fr.academie.teleservices.socle.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.jspecify.annotations.Nullable;

/** Écrit un objet PDF dans une autre numérotation : renvois traduits, clés de balises décalées. Source : ISO 32000-1, §7.3. */
final class EcritureCos {

    private final OutputStream sortie;
    private final ToIntFunction<COSBase> numeros;
    private final int decalage;

    /**
     * @param numeros le numéro de l'objet qu'un renvoi désigne
     * @param decalage ce qu'on ajoute aux clés StructParents et StructParent
     */
    EcritureCos(OutputStream sortie, ToIntFunction<COSBase> numeros, int decalage) {
        this.sortie = sortie;
        this.numeros = numeros;
        this.decalage = decalage;
    }

    static void chaine(COSString chaine, OutputStream sortie) throws IOException {
        COSWriter.writeString(chaine, sortie);
    }

    /** L'objet lui-même, sans son numéro. */
    void objet(COSBase objet) throws IOException {
        if (objet instanceof COSStream flux) {
            flux(flux);
        } else {
            valeur(objet);
        }
    }

    /** Les entrées du dictionnaire, sans la marque de sa fin. */
    void debutDeDictionnaire(COSDictionary dictionnaire) throws IOException {
        texte("<<");
        for (Map.Entry<COSName, COSBase> entree : dictionnaire.entrySet()) {
            entree.getKey().writePDF(sortie);
            texte(" ");
            if (entree.getValue() instanceof COSInteger cle && estUneCleDeBalise(entree.getKey())) {
                texte(Long.toString(cle.longValue() + decalage));
            } else {
                valeur(entree.getValue());
            }
        }
    }

    private static boolean estUneCleDeBalise(COSName nom) {
        return COSName.STRUCT_PARENTS.equals(nom) || COSName.STRUCT_PARENT.equals(nom);
    }

    private void flux(COSStream flux) throws IOException {
        byte[] octets;
        try (InputStream lus = flux.createRawInputStream()) {
            octets = lus.readAllBytes();
        }
        COSDictionary entete = new COSDictionary(flux);
        entete.setInt(COSName.LENGTH, octets.length);
        debutDeDictionnaire(entete);
        texte(">>\nstream\n");
        sortie.write(octets);
        texte("\nendstream");
    }

    private void valeur(@Nullable COSBase valeur) throws IOException {
        if (valeur == null || valeur instanceof COSNull) {
            texte("null");
        } else if (valeur instanceof COSObject || valeur instanceof COSStream) {
            texte(numeros.applyAsInt(valeur) + " 0 R");
        } else if (valeur instanceof COSDictionary dictionnaire) {
            debutDeDictionnaire(dictionnaire);
            texte(">>");
        } else if (valeur instanceof COSArray tableau) {
            texte("[");
            for (COSBase element : tableau) {
                valeur(element);
                texte(" ");
            }
            texte("]");
        } else if (valeur instanceof COSName nom) {
            nom.writePDF(sortie);
        } else if (valeur instanceof COSString chaine) {
            chaine(chaine, sortie);
        } else if (valeur instanceof COSInteger entier) {
            entier.writePDF(sortie);
        } else if (valeur instanceof COSFloat reel) {
            reel.writePDF(sortie);
        } else if (valeur instanceof COSBoolean logique) {
            logique.writePDF(sortie);
        } else {
            throw new IOException("Objet PDF inattendu : " + valeur.getClass().getSimpleName());
        }
    }

    private void texte(String latin) throws IOException {
        sortie.write(latin.getBytes(StandardCharsets.ISO_8859_1));
    }
}
