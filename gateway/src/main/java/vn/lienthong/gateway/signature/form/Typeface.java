package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Liberation Serif, as wide as Times New Roman (Decree 30/2020/NĐ-CP, Annex I) and free; only the letters used are put into
 * the file. What it has no letter for is drawn as a question mark. Read once for all files; safe for many threads.
 */
final class Typeface {
    private static final String REGULAR = "/liberation/LiberationSerif-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSerif-Bold.ttf";
    private static final String CUT = "…";
    private static final int UNITS = 1000;
    private static final ConcurrentMap<String, Typeface> READ = new ConcurrentHashMap<>();

    private final CmapLookup glyphs;
    /** Of each glyph, in thousandths of the size, as they are told in the file (ISO 32000-1 §9.7.4.3). */
    private final int[] widths;

    private final LetterSubsets subsets;

    private Typeface(TrueTypeFont font) throws IOException {
        this.glyphs = font.getUnicodeCmapLookup();
        this.widths = new int[font.getNumberOfGlyphs()];
        float scale = (float) UNITS / font.getHeader().getUnitsPerEm();
        for (int glyph = 0; glyph < widths.length; glyph++) {
            widths[glyph] = Math.round(font.getHorizontalMetrics().getAdvanceWidth(glyph) * scale);
        }
        this.subsets = new LetterSubsets(font);
    }

    static Typeface regular() {
        return READ.computeIfAbsent(REGULAR, Typeface::read);
    }

    static Typeface bold() {
        return READ.computeIfAbsent(BOLD, Typeface::read);
    }

    private static Typeface read(String name) {
        try (InputStream file = Typeface.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("font: " + name + " missing (expected: shipped with the gateway)");
            }
            return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A font dictionary with these letters, to be laid into a document; they are drawn by the numbers of their glyphs. */
    KeptObject with(SortedSet<Integer> letters) throws IOException {
        return subsets.of(letters);
    }

    /** The number of a letter's glyph; 0 where there is none. */
    int glyph(int letter) {
        return glyphs.getGlyphId(letter);
    }

    /** The text in letters that the font has. */
    String drawable(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(letter -> known.appendCodePoint(glyph(letter) != 0 ? letter : '?'));
        return known.toString();
    }

    double width(String text, double size) {
        int sum =
                drawable(text).codePoints().map(letter -> widths[glyph(letter)]).sum();
        return (double) sum / UNITS * size;
    }

    /** The text in lines that are not wider than told; what does not fit into the lines is cut. */
    List<String> wrapped(String text, double size, double width, int mostLines) {
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

    private String narrowed(String line, double size, double width, boolean cut) {
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
