package fr.academie.teleservices.socle.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Ce que veraPDF reproche à un PDF au regard de PDF/UA-1. */
public final class ConformitePdf {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private ConformitePdf() {}

    /** Les défauts relevés, règle et message ; vide si le document est conforme. */
    public static List<String> defauts(byte[] pdf) throws IOException {
        try (PDFAParser lu =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator juge = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return juge.validate(lu).getTestAssertions().stream()
                    .filter(regle -> regle.getStatus() == TestAssertion.Status.FAILED)
                    .map(regle -> regle.getRuleId().getClause() + " " + regle.getMessage())
                    .distinct()
                    .toList();
        } catch (ModelParsingException | EncryptedPdfException | ValidationException e) {
            throw new IOException("veraPDF ne peut pas juger ce document.", e);
        }
    }
}
