package vn.lienthong.gateway.signature.pdf;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;

/** Shadow attacks: something hidden is planted before the signer signs, and brought forward by an update afterwards. */
final class ShadowAttacks {
    private static final String EMPTY = "<</Length 4>>\nstream\n0 0 m\nendstream";
    private static final String WHITE = "<</Length 26>>\nstream\n1 g 0 0 600 800 re f 0 0 m\nendstream";

    private ShadowAttacks() {}

    /** Each with the update at the file's end, and with a proper signature of somebody else over it. */
    static Stream<PdfAttack> all() {
        return Stream.of(
                        attack("shadow, hide", "a cover is taken away", covered(), ShadowAttacks::uncover),
                        attack("shadow, replace", "a field shows another value", withField(), ShadowAttacks::revalue),
                        attack("shadow, hide and replace", "a hidden page steps in", twoPages(), ShadowAttacks::swap))
                .flatMap(uncovered -> Stream.of(
                        uncovered,
                        new PdfAttack(
                                uncovered.kind(),
                                uncovered.name() + ", then signed by somebody else",
                                PdfFixture.sign(uncovered.file(), DevTrust.seal(Fate.GOOD)))));
    }

    /** What the signers saw and signed: files that nothing was done to yet. */
    static Stream<byte[]> before() {
        return Stream.of(covered(), withField(), twoPages());
    }

    private static PdfAttack attack(
            String kind, String name, byte[] signed, UnaryOperator<IncrementalUpdate> afterwards) {
        return new PdfAttack(
                kind, name, afterwards.apply(new IncrementalUpdate(signed)).write());
    }

    private static byte[] signed(IncrementalUpdate planted) {
        return PdfFixture.sign(planted.write(), DevTrust.official("Nguyễn Văn A"));
    }

    private static int page(IncrementalUpdate update) {
        return update.objectWith("/Type /Page\n");
    }

    private static byte[] covered() {
        IncrementalUpdate letter = new IncrementalUpdate(PdfFixture.letterBytes());
        int cover = letter.free();
        return signed(letter.put(cover, WHITE)
                .change(
                        page(letter),
                        body -> body.replaceFirst("/Contents (\\d+ 0 R)", "/Contents [$1 " + cover + " 0 R]")));
    }

    private static IncrementalUpdate uncover(IncrementalUpdate signed) {
        return signed.put(signed.objectWith("1 g 0 0 600 800 re f"), EMPTY);
    }

    private static byte[] withField() {
        IncrementalUpdate letter = new IncrementalUpdate(PdfFixture.letterBytes());
        int field = letter.free();
        int looks = field + 1;
        return signed(letter.put(
                        field,
                        "<</Type /Annot /Subtype /Widget /FT /Tx /T (tien) /V (100) /F 4 /Rect [50 50 150 70] /AP <</N "
                                + looks + " 0 R>>>>")
                .put(looks, "<</Type /XObject /Subtype /Form /BBox [0 0 100 20] /Length 4>>\nstream\n0 0 m\nendstream")
                .change(page(letter), body -> body.replaceFirst("/MediaBox", "/Annots [" + field + " 0 R]\n/MediaBox"))
                .change(
                        letter.root(),
                        body -> body.replaceFirst(">>\\s*$", "/AcroForm <</Fields [" + field + " 0 R]>> >>")));
    }

    private static IncrementalUpdate revalue(IncrementalUpdate signed) {
        return signed.put(
                signed.objectWith("/BBox [0 0 100 20]"),
                "<</Type /XObject /Subtype /Form /BBox [0 0 100 20] /Length 4>>\nstream\n9 9 m\nendstream");
    }

    /** The second one hangs on nothing that a page tree leads to. */
    private static byte[] twoPages() {
        IncrementalUpdate letter = new IncrementalUpdate(PdfFixture.letterBytes());
        int hidden = letter.free();
        int content = hidden + 1;
        String page = letter.body(page(letter)).replaceFirst("/Contents \\d+ 0 R", "/Contents " + content + " 0 R");
        return signed(letter.put(hidden, page.replace("/MediaBox", "/Hidden true\n/MediaBox"))
                .put(content, EMPTY)
                .change(letter.root(), body -> body.replaceFirst(">>\\s*$", "/Spare " + hidden + " 0 R >>")));
    }

    private static IncrementalUpdate swap(IncrementalUpdate signed) {
        int hidden = signed.objectWith("/Hidden true");
        return signed.change(
                signed.objectWith("/Type /Pages"),
                body -> body.replaceFirst("/Kids \\[\\d+ 0 R\\]", "/Kids [" + hidden + " 0 R]"));
    }
}
