package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Serif, as wide as Times New Roman (Decree 30/2020/NĐ-CP, Annex I) and free; only the letters used are put into
 * the file. What it has no letter for is drawn as a question mark.
 */
final class Typeface {
    private static final String REGULAR = "/liberation/LiberationSerif-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSerif-Bold.ttf";
    private static final String CUT = "…";

    private final PDFont font;

    private Typeface(PDFont font) {
        this.font = font;
    }

    static Typeface regular(PDDocument document) throws IOException {
        return load(document, REGULAR);
    }

    static Typeface bold(PDDocument document) throws IOException {
        return load(document, BOLD);
    }

    private static Typeface load(PDDocument document, String name) throws IOException {
        try (InputStream file = Typeface.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("font: " + name + " missing (expected: shipped with the gateway)");
            }
            return new Typeface(PDType0Font.load(document, file, true));
        }
    }

    PDFont font() {
        return font;
    }

    /** The text in letters that the font has. */
    String drawable(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(letter -> known.appendCodePoint(knows(letter) ? letter : '?'));
        return known.toString();
    }

    private boolean knows(int letter) {
        try {
            font.encode(Character.toString(letter));
            return true;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }

    double width(String text, double size) throws IOException {
        return font.getStringWidth(drawable(text)) / 1000 * size;
    }

    /** The text in lines that are not wider than told; what does not fit into the lines is cut. */
    List<String> wrapped(String text, double size, double width, int mostLines) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, size) <= width) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        boolean cut = lines.size() > mostLines;
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(mostLines, lines.size())));
        for (int i = 0; i < kept.size(); i++) {
            kept.set(i, narrowed(kept.get(i), size, width, cut && i == kept.size() - 1));
        }
        return kept;
    }

    private String narrowed(String line, double size, double width, boolean cut) throws IOException {
        if (!cut && width(line, size) <= width) {
            return line;
        }
        int end = line.length();
        while (end > 0 && width(line.substring(0, end) + CUT, size) > width) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end).stripTrailing() + CUT;
    }
}
