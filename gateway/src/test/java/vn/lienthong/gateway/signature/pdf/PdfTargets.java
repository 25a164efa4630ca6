package vn.lienthong.gateway.signature.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.fuzz.FuzzTarget;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;

/** Readers of PDF files, their dates and their strings. */
public final class PdfTargets {
    private PdfTargets() {}

    public static List<FuzzTarget> all() {
        List<byte[]> files = files();
        List<byte[]> signed =
                files.stream().map(PdfTargets::outsideOfTheLastSignature).toList();
        return List.of(
                new FuzzTarget("pdf", () -> files, bytes -> {
                    if (PdfFixture.verify(bytes).overall() == Indication.TOTAL_PASSED) {
                        FuzzTarget.requireOneOf("file", outsideOfTheLastSignature(bytes), signed);
                    }
                }),
                new FuzzTarget(
                        "pdf-date",
                        () -> texts("D:20250415162833+07'00'", "D:2025", "20261122", "D:20250415162833Z"),
                        bytes -> PdfDates.claim(new String(bytes, StandardCharsets.ISO_8859_1), false)),
                new FuzzTarget(
                        "pdf-value",
                        () -> texts(
                                "<</A (a\\(b\\051\\\n)/B<48 6> /C[1 -2. 3 0 R true null]>>",
                                "(\\376\\377\\000A)",
                                "<</Contents <00> /ByteRange[0 1 2 3]>>"),
                        PdfTargets::value));
    }

    private static List<byte[]> files() {
        byte[] signed = PdfFixture.sign(PdfFixture.letterBytes(), DevTrust.official("Nguyễn Văn A"));
        byte[] sealed = PdfFixture.sign(signed, DevTrust.seal(Fate.GOOD));
        return List.of(signed, sealed, PdfFixture.sign(PdfFixture.packedBytes(), DevTrust.seal(Fate.GOOD)));
    }

    private static List<byte[]> texts(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static void value(byte[] bytes) {
        try {
            PdfLimits limits = PdfLimits.standard();
            PdfBytes content = PdfBytes.of(bytes);
            decode(new PdfLexer(content, 0, new PdfBudget(limits), limits).value());
        } catch (PdfFault declared) {
            // What is no value.
        }
    }

    private static void decode(PdfValue value) {
        if (value instanceof PdfValue.Text text) {
            PdfStrings.decode(text);
        }
    }

    /**
     * What the last signature of an honest file signs: all but the hexadecimal of its own value. A file that passed is cut where the
     * honest one is; anything else differs.
     */
    private static byte[] outsideOfTheLastSignature(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int range = text.lastIndexOf("/ByteRange");
        String[] numbers = text.substring(text.indexOf('[', range) + 1, text.indexOf(']', range))
                .strip()
                .split("\\s+", -1);
        int gap = Integer.parseInt(numbers[1]);
        int after = Integer.parseInt(numbers[2]);
        byte[] signed = Arrays.copyOf(pdf, gap + pdf.length - after);
        System.arraycopy(pdf, after, signed, gap, pdf.length - after);
        return signed;
    }
}
