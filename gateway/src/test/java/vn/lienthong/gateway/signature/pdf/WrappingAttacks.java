package vn.lienthong.gateway.signature.pdf;

import static vn.lienthong.gateway.signature.pdf.IncrementalUpdate.bytes;

import java.util.stream.Stream;

/** Signature wrapping (SWA): what is signed moves, and something else takes its place. */
final class WrappingAttacks {
    private static final String EVIL = "4 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n";

    private final String text;
    private final int gap;
    private final int gapEnd;
    private final String[] numbers;

    WrappingAttacks(byte[] sealed) {
        text = IncrementalUpdate.text(sealed);
        gap = text.indexOf("/Contents <") + "/Contents ".length();
        gapEnd = text.indexOf('>', gap) + 1;
        int range = text.indexOf("/ByteRange");
        numbers = text.substring(text.indexOf('[', range) + 1, text.indexOf(']', range))
                .split(" ", -1);
    }

    Stream<PdfAttack> all() {
        return Stream.of(
                attack("objects in the gap", inGap(EVIL)),
                attack("objects in the gap behind a comment", inGap(" %" + EVIL.replace('\n', ' ') + "\n")),
                attack("a second /ByteRange in the gap", twoRanges()),
                attack("the moved part's table offset points into the gap", tableInGap()),
                attack("the gap begins before the value", wider()),
                attack("the value's room holds objects", inValue()));
    }

    private static PdfAttack attack(String name, String file) {
        return new PdfAttack("SWA", name, bytes(file));
    }

    /** With the second part moved and /ByteRange telling where to. */
    private String inGap(String evil) {
        return shifted(evil.length()).substring(0, gapEnd) + evil + text.substring(gapEnd);
    }

    private String shifted(int by) {
        String moved = String.valueOf(Integer.parseInt(numbers[2]) + by);
        return text.replace(" " + numbers[2] + " ", " " + moved + " ");
    }

    private String twoRanges() {
        String range = " /ByteRange [0 " + numbers[1] + " 00000000 " + numbers[3] + "] ";
        int moved = Integer.parseInt(numbers[2]) + range.length() + EVIL.length();
        String told = range.replace("00000000", String.format(java.util.Locale.ROOT, "%08d", moved));
        return text.substring(0, gapEnd) + told + EVIL + text.substring(gapEnd);
    }

    /** The signed words at the end stay as they are; where they point to lies something else by now. */
    private String tableInGap() {
        int startxref = text.lastIndexOf("startxref") + "startxref\n".length();
        int table = Integer.parseInt(
                text.substring(startxref, text.indexOf('\n', startxref)).strip());
        String padding = " ".repeat(Math.max(0, table - gapEnd));
        String evil = padding + "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1 /Root 1 0 R>>\n";
        return inGap(evil);
    }

    private String wider() {
        return text.replace("[0 " + numbers[1] + " ", "[0 " + (gap - 11) + " ");
    }

    private String inValue() {
        String room = text.substring(gap, gapEnd);
        return text.replace(room, room.substring(0, room.length() - EVIL.length() - 1) + EVIL + ">");
    }
}
