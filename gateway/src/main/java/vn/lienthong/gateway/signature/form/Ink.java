package vn.lienthong.gateway.signature.form;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDCalRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/**
 * Draws one appearance, in points from its lower left corner. Colours do not depend on a device, so that an archival file
 * (ISO 19005-2 §6.2.4) stays one whatever its output intent is.
 */
final class Ink implements AutoCloseable {
    private static final float[] RED = {0.85f, 0.05f, 0.05f};
    private static final float[] BLACK = {0, 0, 0};
    private static final float LINE_POINTS = 0.9f;

    private final PDDocument document;
    private final boolean transparent;
    private final PDAppearanceStream stream;
    private final PDPageContentStream content;
    private final PDCalRGB colours = colours();

    /** @param transparent whether a picture may shine through; else each of its points is drawn or not */
    Ink(PDDocument document, double width, double height, boolean transparent) throws IOException {
        this.document = document;
        this.transparent = transparent;
        this.stream = new PDAppearanceStream(document);
        stream.setBBox(new PDRectangle((float) width, (float) height));
        stream.setResources(new PDResources());
        this.content = new PDPageContentStream(document, stream);
    }

    /** sRGB, near enough, as a calibrated space (ISO 32000-1 §8.6.5.3). */
    private static PDCalRGB colours() {
        PDCalRGB space = new PDCalRGB();
        if (!(space.getCOSObject() instanceof COSArray array)
                || !(array.getObject(1) instanceof COSDictionary parameters)) {
            throw new IllegalStateException("CalRGB: no parameters (expected: an array of name and dictionary)");
        }
        parameters.setItem(COSName.WHITE_POINT, numbers(0.9505f, 1, 1.089f));
        parameters.setItem(COSName.GAMMA, numbers(2.2f, 2.2f, 2.2f));
        parameters.setItem(
                COSName.MATRIX,
                numbers(0.4124f, 0.2126f, 0.0193f, 0.3576f, 0.7152f, 0.1192f, 0.1805f, 0.0722f, 0.9505f));
        return space;
    }

    private static COSArray numbers(float... values) {
        COSArray array = new COSArray();
        for (float value : values) {
            array.add(new COSFloat(value));
        }
        return array;
    }

    void red() throws IOException {
        colour(RED);
    }

    void black() throws IOException {
        colour(BLACK);
    }

    private void colour(float[] rgb) throws IOException {
        PDColor colour = new PDColor(rgb, colours);
        content.setNonStrokingColor(colour);
        content.setStrokingColor(colour);
    }

    void frame(double x, double y, double width, double height) throws IOException {
        content.setLineWidth(LINE_POINTS);
        content.addRect((float) x, (float) y, (float) width, (float) height);
        content.stroke();
    }

    void line(double x1, double y1, double x2, double y2) throws IOException {
        content.setLineWidth(LINE_POINTS);
        content.moveTo((float) x1, (float) y1);
        content.lineTo((float) x2, (float) y2);
        content.stroke();
    }

    /** One line whose letters stand on y. */
    void text(Typeface face, double size, double x, double y, String text) throws IOException {
        content.beginText();
        content.setFont(face.font(), (float) size);
        content.newLineAtOffset((float) x, (float) y);
        content.showText(face.drawable(text));
        content.endText();
    }

    /** Lines under each other, each in the middle between two edges; the first one's top is told. */
    void centred(Typeface face, double size, double left, double right, double top, List<String> lines)
            throws IOException {
        double y = top;
        for (String line : lines) {
            y -= size * Layout.LEADING;
            text(face, size, left + (right - left - face.width(line, size)) / 2, y + size * Layout.DESCENT, line);
        }
    }

    /** The picture as large as fits, in the middle, not distorted. */
    void picture(Picture picture, double x, double y, double width, double height) throws IOException {
        BufferedImage image = picture.image();
        double scale = Math.min(width / image.getWidth(), height / image.getHeight());
        double w = image.getWidth() * scale;
        double h = image.getHeight() * scale;
        content.drawImage(
                image(image), (float) (x + (width - w) / 2), (float) (y + (height - h) / 2), (float) w, (float) h);
    }

    private PDImageXObject image(BufferedImage image) throws IOException {
        PDImageXObject drawn;
        if (transparent) {
            drawn = LosslessFactory.createFromImage(document, image);
        } else {
            drawn = LosslessFactory.createFromImage(document, Pixels.opaque(image));
            drawn.getCOSObject().setItem(COSName.MASK, mask(image));
        }
        drawn.setColorSpace(colours);
        return drawn;
    }

    /** A stencil (ISO 32000-1 §8.9.6.3): what is mostly transparent is left out. */
    private PDImageXObject mask(BufferedImage image) throws IOException {
        PDImageXObject mask = LosslessFactory.createFromImage(document, Pixels.clear(image));
        mask.getCOSObject().removeItem(COSName.COLORSPACE);
        mask.getCOSObject().setBoolean(COSName.IMAGE_MASK, true);
        return mask;
    }

    PDAppearanceStream stream() {
        return stream;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
