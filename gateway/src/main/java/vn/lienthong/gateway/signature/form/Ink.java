package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/**
 * Draws one appearance, in points from its lower left corner (operators: ISO 32000-1, Annex A). Colours do not depend on a
 * device, so that an archival file (ISO 19005-2 §6.2.4) stays one whatever its output intent is.
 */
final class Ink implements AutoCloseable {
    private static final String RED = "0.85 0.05 0.05";
    private static final String BLACK = "0 0 0";
    private static final String LINE_POINTS = "0.9";
    private static final String COLOURS = "Cs1";

    private final PDDocument document;
    private final boolean transparent;
    private final PDAppearanceStream stream;
    private final Operators content = new Operators();
    private final Map<Typeface, SortedSet<Integer>> letters = new LinkedHashMap<>();
    private final Map<Typeface, String> fonts = new LinkedHashMap<>();
    private final COSDictionary pictures = new COSDictionary();

    /** @param transparent whether a picture may shine through; else each of its points is drawn or not */
    Ink(PDDocument document, double width, double height, boolean transparent) {
        this.document = document;
        this.transparent = transparent;
        this.stream = new PDAppearanceStream(document);
        stream.setBBox(new PDRectangle((float) width, (float) height));
        stream.setResources(new PDResources());
    }

    void red() {
        colour(RED);
    }

    void black() {
        colour(BLACK);
    }

    private void colour(String rgb) {
        content.name(COLOURS).operator("cs").raw(rgb).operator("sc");
        content.name(COLOURS).operator("CS").raw(rgb).operator("SC");
    }

    void frame(double x, double y, double width, double height) {
        content.raw(LINE_POINTS).operator("w");
        content.numbers(x, y, width, height).operator("re").operator("S");
    }

    void line(double x1, double y1, double x2, double y2) {
        content.raw(LINE_POINTS).operator("w");
        content.numbers(x1, y1).operator("m").numbers(x2, y2).operator("l").operator("S");
    }

    /** One line whose letters stand on y. */
    void text(Typeface face, double size, double x, double y, String text) {
        String name = fonts.computeIfAbsent(face, first -> "F" + (fonts.size() + 1));
        SortedSet<Integer> used = letters.computeIfAbsent(face, first -> new TreeSet<>());
        int[] drawn = face.drawable(text).codePoints().toArray();
        for (int letter : drawn) {
            used.add(letter);
        }
        int[] codes = Arrays.stream(drawn).map(face::glyph).toArray();
        content.operator("BT")
                .name(name)
                .numbers(size)
                .operator("Tf")
                .numbers(x, y)
                .operator("Td");
        content.codes(codes).operator("Tj").operator("ET");
    }

    /** Lines under each other, each in the middle between two edges; the first one's top is told. */
    void centred(Typeface face, double size, double left, double right, double top, List<String> lines) {
        double y = top;
        for (String line : lines) {
            y -= size * Layout.LEADING;
            text(face, size, left + (right - left - face.width(line, size)) / 2, y + size * Layout.DESCENT, line);
        }
    }

    /** The picture as large as fits, in the middle, not distorted. */
    void picture(Picture picture, double x, double y, double width, double height) throws IOException {
        double scale = Math.min(width / picture.width(), height / picture.height());
        double w = picture.width() * scale;
        double h = picture.height() * scale;
        String name = "Im" + (pictures.size() + 1);
        pictures.setItem(name, (transparent ? picture.shining() : picture.stencilled()).into(document));
        content.operator("q").numbers(w, 0, 0, h, x + (width - w) / 2, y + (height - h) / 2);
        content.operator("cm").name(name).operator("Do").operator("Q");
    }

    PDAppearanceStream stream() {
        return stream;
    }

    /** Lays letters, pictures and what was drawn into the document. */
    @Override
    public void close() throws IOException {
        COSDictionary resources = stream.getResources().getCOSObject();
        COSDictionary colours = new COSDictionary();
        colours.setItem(COLOURS, Colours.calibrated());
        resources.setItem(COSName.COLORSPACE, colours);
        COSDictionary named = new COSDictionary();
        for (Map.Entry<Typeface, String> font : fonts.entrySet()) {
            Typeface face = font.getKey();
            named.setItem(font.getValue(), face.with(letters.get(face)).into(document));
        }
        if (named.size() > 0) {
            resources.setItem(COSName.FONT, named);
        }
        if (pictures.size() > 0) {
            resources.setItem(COSName.XOBJECT, pictures);
        }
        try (OutputStream out = stream.getCOSObject().createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.text().getBytes(StandardCharsets.US_ASCII));
        }
    }
}
