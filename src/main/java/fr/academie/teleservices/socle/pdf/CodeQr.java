package fr.academie.teleservices.socle.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Un texte en code QR (ISO/IEC 18004), image d'un document : noir et blanc, marge comprise, un septième peut en être sali. */
public final class CodeQr {

    /** Modules blancs autour : ce que la norme demande. */
    private static final int MARGE = 4;

    /** Points par module : assez pour qu'un lecteur de PDF qui lisse les images n'en brouille aucun. */
    private static final int POINTS = 6;

    private static final int BLANC = 0xFFFFFF;

    private CodeQr() {}

    /**
     * L'adresse {@code data:} d'un PNG de ce code.
     *
     * @param texte non vide ; une adresse de 120 signes donne 45 modules de côté
     */
    public static String image(String texte) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            texte,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    MARGE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(dessiner(modules), "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException | IOException e) {
            throw new IllegalStateException("Un code QR n'a pas pu être fait.", e);
        }
    }

    private static BufferedImage dessiner(BitMatrix modules) {
        int cote = modules.getWidth() * POINTS;
        BufferedImage image = new BufferedImage(cote, cote, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < cote; y++) {
            for (int x = 0; x < cote; x++) {
                if (!modules.get(x / POINTS, y / POINTS)) {
                    image.setRGB(x, y, BLANC);
                }
            }
        }
        return image;
    }
}
