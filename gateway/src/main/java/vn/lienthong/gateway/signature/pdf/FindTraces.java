package vn.lienthong.gateway.signature.pdf;

import java.util.Arrays;

/**
 * Looks for words that only signatures bring into a file, for all at once: most windows hold a byte of no word and are
 * leapt over whole (Horspool's search, for several words).
 */
final class FindTraces {
    private static final String[] WORDS = {"/ByteRange", "/DocTimeStamp", "adbe.pkcs7.", "adbe.x509.", "ETSI.CAdES"};
    /** Of the shortest word: no window is longer, or it would leap over one. */
    private static final int WINDOW =
            Arrays.stream(WORDS).mapToInt(String::length).min().orElseThrow();

    /** How far the window may leap for the byte at its end; 0 where a word may stand in it. */
    private static final int[] LEAP = leaps();

    /** With which bytes words begin. */
    private static final boolean[] BEGINS = begins();

    private FindTraces() {}

    private static boolean[] begins() {
        boolean[] begins = new boolean[256];
        for (String word : WORDS) {
            begins[word.charAt(0)] = true;
        }
        return begins;
    }

    private static int[] leaps() {
        int[] leap = new int[256];
        Arrays.fill(leap, WINDOW);
        for (String word : WORDS) {
            for (int i = 0; i < WINDOW; i++) {
                leap[word.charAt(i)] = Math.min(leap[word.charAt(i)], WINDOW - 1 - i);
            }
        }
        return leap;
    }

    /** The first place of the first of these words that is there; -1 when none is. */
    static int in(PdfBytes bytes) {
        int[] places = new int[WORDS.length];
        Arrays.fill(places, -1);
        int end = bytes.length();
        for (int at = WINDOW - 1; at < end && places[0] < 0; ) {
            int leap = LEAP[bytes.at(at)];
            if (leap == 0 && BEGINS[bytes.at(at - WINDOW + 1)]) {
                note(bytes, at - WINDOW + 1, places);
            }
            at += Math.max(1, leap);
        }
        return Arrays.stream(places).filter(place -> place >= 0).findFirst().orElse(-1);
    }

    private static void note(PdfBytes bytes, int at, int[] places) {
        for (int word = 0; word < WORDS.length; word++) {
            if (places[word] < 0 && bytes.has(at, WORDS[word])) {
                places[word] = at;
            }
        }
    }
}
