package vn.lienthong.gateway.signature.pdf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a PDF file (ISO 32000-1 §7.3). Two are equal when they are written with the same meaning. */
sealed interface PdfValue {

    /** The null object; also what an undefined reference means. */
    enum Nothing implements PdfValue {
        NOTHING
    }

    record Truth(boolean value) implements PdfValue {}

    record Whole(long value) implements PdfValue {}

    record Real(double value) implements PdfValue {}

    record Name(String text) implements PdfValue {}

    record Reference(int number, int generation) implements PdfValue {}

    record Array(List<PdfValue> items) implements PdfValue {}

    /**
     * A dictionary.
     *
     * @param repeated whether a key was written twice: readers then differ in what they see
     */
    record Dictionary(Map<String, PdfValue> entries, boolean repeated) implements PdfValue {
        static final Dictionary EMPTY = new Dictionary(Map.of(), false);

        PdfValue get(String key) {
            return entries.getOrDefault(key, Nothing.NOTHING);
        }

        boolean has(String key) {
            return get(key) != Nothing.NOTHING;
        }

        boolean names(String key, String expected) {
            return get(key) instanceof Name name && name.text().equals(expected);
        }
    }

    /** A stream: its dictionary, and where its packed bytes lie. */
    record Stream(Dictionary dictionary, Text data) implements PdfValue {}

    /** Bytes as they are written: a string with its delimiters, or the data of a stream. */
    final class Text implements PdfValue {
        private final PdfBytes source;
        private final int from;
        private final int to;

        Text(PdfBytes source, int from, int to) {
            this.source = source;
            this.from = from;
            this.to = to;
        }

        PdfBytes source() {
            return source;
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        boolean hexadecimal() {
            return source.at(from) == '<';
        }

        /** The text of a short literal or hexadecimal string (§7.9.2), for people. */
        String readable() {
            byte[] bytes = PdfStrings.decode(this);
            if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
                return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text text
                    && to - from == text.to - text.from
                    && source.mismatch(from, to, text.source, text.from, text.to) < 0;
        }

        @Override
        public int hashCode() {
            return to - from;
        }
    }
}
