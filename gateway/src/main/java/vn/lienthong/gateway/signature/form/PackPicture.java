package vn.lienthong.gateway.signature.form;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Packs a picture's points as a PDF holds them (ISO 32000-1 §8.9.5), for no document yet. */
final class PackPicture {
    private PackPicture() {}

    /** What is half transparent shines through. */
    static KeptObject shining(BufferedImage argb) throws IOException {
        try (PDDocument scratch = new PDDocument()) {
            return coloured(LosslessFactory.createFromImage(scratch, argb));
        }
    }

    /** Under a stencil (§8.9.6.3): what is mostly transparent is left out. */
    static KeptObject stencilled(BufferedImage argb) throws IOException {
        try (PDDocument scratch = new PDDocument()) {
            PDImageXObject mask = LosslessFactory.createFromImage(scratch, Pixels.clear(argb));
            mask.getCOSObject().removeItem(COSName.COLORSPACE);
            mask.getCOSObject().setBoolean(COSName.IMAGE_MASK, true);
            PDImageXObject drawn = LosslessFactory.createFromImage(scratch, Pixels.opaque(argb));
            drawn.getCOSObject().setItem(COSName.MASK, mask);
            return coloured(drawn);
        }
    }

    private static KeptObject coloured(PDImageXObject drawn) throws IOException {
        drawn.getCOSObject().setItem(COSName.COLORSPACE, Colours.calibrated());
        return KeptObject.of(drawn.getCOSObject());
    }
}
