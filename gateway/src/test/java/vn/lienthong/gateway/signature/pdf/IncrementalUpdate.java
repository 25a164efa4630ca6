package vn.lienthong.gateway.signature.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Appends an update to a PDF with a classic table, byte for byte as told: what an editor, or an attacker, would do. */
final class IncrementalUpdate {
    private final String file;
    private final PdfFile reader;
    private final Map<Integer, String> objects = new TreeMap<>();

    IncrementalUpdate(byte[] file) {
        this.file = text(file);
        try {
            this.reader = PdfFile.open(PdfBytes.of(file), PdfLimits.standard());
        } catch (PdfFault fault) {
            throw new AssertionError(fault);
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    PdfView now() {
        return reader.newest();
    }

    /** Numbers from which on no object exists. */
    int free() {
        return (int) ((PdfValue.Whole) reader.newest().trailer().get("Size")).value();
    }

    int root() {
        return ((PdfValue.Reference) reader.newest().trailer().get("Root")).number();
    }

    /** The number of the first object whose text contains something. */
    int objectWith(String part) {
        for (int number = 1; number < free(); number++) {
            if (body(number).contains(part)) {
                return number;
            }
        }
        throw new AssertionError("no object with " + part);
    }

    /** What stands between obj and endobj. */
    String body(int number) {
        try {
            int place = reader.newest().place(number);
            if (place < 0) {
                return "";
            }
            int start = file.indexOf("obj", place) + 3;
            return file.substring(start, file.indexOf("endobj", start));
        } catch (PdfFault fault) {
            throw new AssertionError(fault);
        }
    }

    IncrementalUpdate put(int number, String body) {
        objects.put(number, body);
        return this;
    }

    IncrementalUpdate change(int number, UnaryOperator<String> change) {
        String before = body(number);
        String after = change.apply(before);
        if (before.equals(after)) {
            throw new AssertionError("nothing changed in " + before);
        }
        return put(number, after);
    }

    byte[] write() {
        StringBuilder out = new StringBuilder(file);
        if (!file.endsWith("\n")) {
            out.append('\n');
        }
        StringBuilder table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        objects.forEach((number, body) -> {
            table.append(number)
                    .append(" 1\n")
                    .append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", out.length()));
            out.append(number).append(" 0 obj\n").append(body.strip()).append("\nendobj\n");
        });
        int size = Math.max(
                free(),
                objects.keySet().stream().mapToInt(number -> number + 1).max().orElse(0));
        int at = out.length();
        out.append(table)
                .append("trailer\n<</Size ")
                .append(size)
                .append(" /Root ")
                .append(root())
                .append(" 0 R /Prev ")
                .append(reader.sections().getFirst().offset())
                .append(">>\nstartxref\n")
                .append(at)
                .append("\n%%EOF\n");
        return bytes(out.toString());
    }
}
