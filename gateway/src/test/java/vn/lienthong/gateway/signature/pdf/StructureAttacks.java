package vn.lienthong.gateway.signature.pdf;

import static vn.lienthong.gateway.signature.pdf.IncrementalUpdate.bytes;
import static vn.lienthong.gateway.signature.pdf.IncrementalUpdate.text;

import java.util.stream.Stream;

/** Files that two readers read differently: insertion, overlaps, doubles, and what only a repair makes readable. */
final class StructureAttacks {
    private final byte[] sealed;
    private final String text;

    StructureAttacks(byte[] sealed) {
        this.sealed = sealed;
        this.text = text(sealed);
    }

    Stream<PdfAttack> all() {
        String other = text(PdfFixture.letterBytes());
        return Stream.of(
                attack("insertion", "another PDF in front", other + text),
                attack("insertion", "another PDF behind", text + other),
                attack("insertion", "another PDF inside the signature's room", inRoom(other)),
                attack("duplicate signature dictionary", "a copy with the same ranges in a new field", copied()),
                attack("duplicate signature dictionary", "two fields lead to one signature", shared()),
                attack(
                        "overlapping byte ranges",
                        "the later signature's range ends in the earlier one's",
                        overlapping()),
                attack("repaired structure", "the table is not where the end says", moved()),
                attack(
                        "repaired structure",
                        "an object is not where the table says",
                        text.replaceFirst("\n1 0 obj", "\n\n1 0 obj")),
                attack("repaired structure", "no table at all", text.replace("xref", "xxxx")));
    }

    private static PdfAttack attack(String kind, String name, String file) {
        return new PdfAttack(kind, name, bytes(file));
    }

    private String inRoom(String other) {
        int gap = text.indexOf("/Contents <") + "/Contents <".length();
        int end = text.indexOf('>', gap);
        String part = other.substring(0, Math.min(other.length(), 500));
        return text.substring(0, end - part.length()) + part + text.substring(end);
    }

    private static int signature(IncrementalUpdate update) {
        return update.objectWith("/ByteRange");
    }

    private String copied() {
        IncrementalUpdate update = new IncrementalUpdate(sealed);
        int copy = update.free();
        return text(field(update.put(copy, update.body(signature(update))), copy + 1, copy));
    }

    private String shared() {
        IncrementalUpdate update = new IncrementalUpdate(sealed);
        return text(field(update, update.free(), signature(update)));
    }

    private static byte[] field(IncrementalUpdate update, int field, int value) {
        return update.put(
                        field,
                        "<</Type /Annot /Subtype /Widget /FT /Sig /T (hai) /F 132 /Rect [0 0 0 0] /V " + value
                                + " 0 R>>")
                .change(
                        update.objectWith("/Fields ["),
                        body -> body.replaceFirst("/Fields \\[([^\\]]*)\\]", "/Fields [$1 " + field + " 0 R]"))
                .write();
    }

    /** As if the first gap were part of the second one. */
    private String overlapping() {
        String twice = text(PdfFixture.sign(sealed, vn.lienthong.gateway.signature.DevTrust.official("Nguyễn Văn A")));
        int first = twice.indexOf("/Contents <") + "/Contents ".length();
        int range = twice.lastIndexOf("/ByteRange");
        int from = twice.indexOf("[0 ", range) + 3;
        int to = twice.indexOf(' ', from);
        String shorter = String.valueOf(first + 10);
        return twice.substring(0, from) + shorter + " ".repeat(to - from - shorter.length()) + twice.substring(to);
    }

    private String moved() {
        int at = text.lastIndexOf("startxref\n") + "startxref\n".length();
        int end = text.indexOf('\n', at);
        return text.substring(0, at) + (Integer.parseInt(text.substring(at, end).strip()) - 1) + text.substring(end);
    }
}
