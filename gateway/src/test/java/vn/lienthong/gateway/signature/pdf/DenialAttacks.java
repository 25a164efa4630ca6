package vn.lienthong.gateway.signature.pdf;

import static vn.lienthong.gateway.signature.pdf.IncrementalUpdate.bytes;
import static vn.lienthong.gateway.signature.pdf.IncrementalUpdate.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

/** Small files that would cost a careless reader all its time or memory. */
final class DenialAttacks {
    private static final int MEGABYTES = 200;

    private final byte[] sealed;

    DenialAttacks(byte[] sealed) {
        this.sealed = sealed;
    }

    Stream<PdfAttack> all() {
        IncrementalUpdate update = new IncrementalUpdate(sealed);
        int root = update.root();
        return Stream.of(
                attack("xref loop", "a table before itself", looping()),
                attack("xref loop", "two tables before each other", loopOfTwo()),
                attack("inflation", "a cross-reference stream of 200 MB", inflating()),
                attack("object count", "a table of a thousand million entries", endless()),
                attack("object count", "an array of five million values", valued(root)),
                attack("depth", "arrays in arrays", nested(root)),
                attack("page count", "a page tree that leads to itself", pagesInPages()));
    }

    private static PdfAttack attack(String kind, String name, byte[] file) {
        return new PdfAttack("DoS, " + kind, name, file);
    }

    private byte[] looping() {
        String written = text(new IncrementalUpdate(sealed).write());
        int own = Integer.parseInt(
                written.substring(written.lastIndexOf("startxref\n") + 10, written.lastIndexOf("%%EOF"))
                        .strip());
        int prev = written.lastIndexOf("/Prev ");
        return bytes(written.substring(0, prev) + "/Prev " + own + written.substring(written.indexOf(">>", prev)));
    }

    private byte[] loopOfTwo() {
        String once = text(new IncrementalUpdate(sealed).write());
        String twice = text(new IncrementalUpdate(bytes(once)).write());
        int last = Integer.parseInt(twice.substring(twice.lastIndexOf("startxref\n") + 10, twice.lastIndexOf("%%EOF"))
                .strip());
        int prev = once.lastIndexOf("/Prev ");
        String number = once.substring(prev + 6, once.indexOf(">>", prev));
        String wrong = String.valueOf(last);
        String padded = wrong + " ".repeat(Math.max(0, number.length() - wrong.length()));
        return bytes(twice.substring(0, prev) + "/Prev " + padded + twice.substring(prev + 6 + number.length()));
    }

    private byte[] inflating() {
        byte[] bomb = deflated();
        String head = text(sealed) + "\n";
        int number = new IncrementalUpdate(sealed).free();
        String stream = number + " 0 obj\n<</Type /XRef /Size " + (number + 1) + " /W [1 8 8] /Root "
                + new IncrementalUpdate(sealed).root() + " 0 R /Index [0 " + (MEGABYTES << 16)
                + "] /Filter /FlateDecode /Length " + bomb.length + ">>\nstream\n" + text(bomb)
                + "\nendstream\nendobj\n";
        return bytes(head + stream + "startxref\n" + head.length() + "\n%%EOF\n");
    }

    private static byte[] deflated() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < MEGABYTES; i++) {
                deflater.write(megabyte);
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }

    private byte[] endless() {
        String written = text(new IncrementalUpdate(sealed).write());
        int table = written.lastIndexOf("xref\n0 1\n");
        return bytes(written.substring(0, table) + "xref\n0 1000000000\n" + written.substring(table + 9));
    }

    private byte[] valued(int root) {
        return new IncrementalUpdate(sealed)
                .change(root, body -> body.replaceFirst(">>\\s*$", "/Many [" + "0 ".repeat(5_000_000) + "] >>"))
                .write();
    }

    private byte[] nested(int root) {
        return new IncrementalUpdate(sealed)
                .change(
                        root,
                        body -> body.replaceFirst(
                                ">>\\s*$", "/Deep " + "[".repeat(100_000) + "]".repeat(100_000) + " >>"))
                .write();
    }

    private byte[] pagesInPages() {
        IncrementalUpdate update = new IncrementalUpdate(sealed);
        int pages = update.objectWith("/Type /Pages");
        return update.change(
                        pages,
                        body -> body.replaceFirst("/Kids \\[[^\\]]*\\]", "/Kids [" + pages + " 0 R " + pages + " 0 R]"))
                .write();
    }
}
