package vn.lienthong.gateway.signature.form;

import java.util.List;
import java.util.Locale;

/**
 * The agency's signature on an annex in a file of its own, or on a copy (Decree 30/2020/NĐ-CP, Annex I): at the upper right
 * of the first page, no picture, small upright letters of 10 pt in black. The time of signing is added as the last line.
 */
public record CopyForm(List<String> lines) implements VisibleForm {
    private static final int MOST_LINES = 8;

    public CopyForm {
        lines = lines.stream().map(line -> Wording.line("line", line)).toList();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("lines: " + lines.size() + " (expected: 1 to " + MOST_LINES + ")");
        }
    }

    /**
     * An annex that lies in a file of its own.
     *
     * @param number number and symbol of the main document, such as {@code 12/SNV-VP}
     */
    public static CopyForm annexOf(String number) {
        return new CopyForm(List.of("Kèm theo văn bản số " + number));
    }

    /**
     * A copy. Its kind is written in small letters, as the decree has it for copies in electronic form.
     *
     * @param kind such as {@code SAO Y}, {@code SAO LỤC}, {@code TRÍCH SAO}
     */
    public static CopyForm copy(String kind, String agency) {
        return new CopyForm(List.of(small(Wording.line("kind", kind)), agency));
    }

    private static String small(String kind) {
        int rest = kind.offsetByCodePoints(0, 1);
        return kind.substring(0, rest).toUpperCase(Locale.ROOT)
                + kind.substring(rest).toLowerCase(Locale.ROOT);
    }

    @Override
    public FormKind kind() {
        return FormKind.COPY;
    }
}
