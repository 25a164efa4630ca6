package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Parts of one font with the letters of one text each (ISO 32000-1 §9.9.2), those used last kept: an agency's seals differ in
 * nothing but their time. Safe for many threads.
 */
final class LetterSubsets {
    /** About 10 KB each. */
    private static final int MOST_KEPT = 256;

    /** What a time is written with, in every part: the next one finds its letters. */
    private static final List<Integer> OF_TIMES =
            "0123456789-+:T".codePoints().boxed().toList();

    private final TrueTypeFont font;
    private final Map<SortedSet<Integer>, KeptObject> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

    LetterSubsets(TrueTypeFont font) {
        this.font = font;
    }

    /** The font's dictionary with these letters at least. */
    KeptObject of(SortedSet<Integer> letters) throws IOException {
        SortedSet<Integer> all = new TreeSet<>(letters);
        all.addAll(OF_TIMES);
        KeptObject known = known(all);
        if (known != null) {
            return known;
        }
        // Cutting takes a hundred times as long as looking: whose letters are there does not wait for another's. One
        // font is read
        // by one at a time.
        synchronized (font) {
            KeptObject meanwhile = known(all);
            return meanwhile == null ? keep(all, cut(all)) : meanwhile;
        }
    }

    private synchronized @Nullable KeptObject known(SortedSet<Integer> letters) {
        return kept.get(letters);
    }

    private synchronized KeptObject keep(SortedSet<Integer> letters, KeptObject part) {
        kept.put(letters, part);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return part;
    }

    private KeptObject cut(SortedSet<Integer> letters) throws IOException {
        try (PDDocument scratch = new PDDocument()) {
            PDType0Font part = PDType0Font.load(scratch, font, true);
            letters.forEach(part::addToSubset);
            part.subset();
            return KeptObject.of(part.getCOSObject());
        }
    }
}
