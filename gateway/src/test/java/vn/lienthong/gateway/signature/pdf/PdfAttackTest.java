package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.pdf.IncrementalUpdate.bytes;
import static vn.lienthong.gateway.signature.pdf.IncrementalUpdate.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SubIndication;

/** Every attack class of the literature (incremental saving, wrapping, universal forgery, shadow), made here and refused. */
class PdfAttackTest {
    private static final byte[] SEALED = PdfFixture.sealed();
    private static final String TEXT = text(SEALED);
    private static final int GAP = TEXT.indexOf("/Contents <") + "/Contents ".length();
    private static final int GAP_END = TEXT.indexOf('>', GAP) + 1;

    private static byte[] replaced(String from, String to) {
        assertThat(TEXT).contains(from);
        return bytes(TEXT.replace(from, to));
    }

    private static byte[] updated(UnaryOperator<IncrementalUpdate> attack) {
        return attack.apply(new IncrementalUpdate(SEALED)).write();
    }

    private static int page(IncrementalUpdate update) {
        return update.objectWith("/Type /Page\n");
    }

    private static IncrementalUpdate newContent(IncrementalUpdate update) {
        int content = update.free();
        return update.put(content, "<</Length 4>>\nstream\n0 0 m\nendstream")
                .change(page(update), body -> body.replaceFirst("/Contents \\d+ 0 R", "/Contents " + content + " 0 R"));
    }

    /** Incremental saving: something follows the signed revision. */
    static Stream<Arguments> savedAfterwards() {
        return Stream.of(
                Arguments.of("page content exchanged", updated(PdfAttackTest::newContent)),
                Arguments.of(
                        "page added",
                        updated(update -> update.change(
                                update.objectWith("/Type /Pages"), body -> body.replace("/Count 1", "/Count 2")
                                        .replaceFirst("\\[(\\d+ 0 R)\\]", "[$1 $1]")))),
                Arguments.of(
                        "catalogue with an action",
                        updated(update -> update.change(
                                update.root(),
                                body -> body.replace(">>", "/OpenAction <</S /JavaScript /JS (1)>> >>")))),
                Arguments.of("objects without a table", bytes(TEXT + "4 0 obj\n<</Length 0>>\nendobj\n")),
                Arguments.of(
                        "objects and a trailer without a table",
                        bytes(TEXT + "4 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")),
                Arguments.of("a line end", bytes(TEXT + "\n")),
                Arguments.of("a second end marker", bytes(TEXT + "%%EOF\n")),
                Arguments.of("a comment", bytes(TEXT + "% nothing\n")),
                Arguments.of("an empty update", updated(update -> update)),
                Arguments.of("a new comment on the page", updated(update -> update.put(
                                update.free(), "<</Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x)>>")
                        .change(page(update), body -> body.replaceFirst("\\d+ 0 R\\]", "$0")
                                .replaceFirst("/Annots \\[([^\\]]*)\\]", "/Annots [$1 " + update.free() + " 0 R]")))),
                Arguments.of(
                        "font exchanged",
                        updated(update -> update.change(
                                update.objectWith("/Subtype /Type0"),
                                body -> body.replace("/Identity-H", "/Identity-V")))),
                Arguments.of(
                        "metadata",
                        updated(update -> update.change(update.root(), body -> body.replace(">>", "/Lang (vi)>>")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("savedAfterwards")
    void whatFollowsTheLastSignatureFailsIt(String attack, byte[] file) {
        SignatureReport report = PdfFixture.verify(file);

        assertThat(report.overall()).as(attack).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(report.allFindings())
                .extracting(Finding::code)
                .containsAnyOf(ErrorCode.CHANGED_AFTER_SIGNING, ErrorCode.SIGNATURE_BROKEN);
    }

    /** Universal forgery: the signature is made unreadable in the hope that nothing is checked. */
    static Stream<Arguments> unreadable() {
        String range = TEXT.substring(TEXT.indexOf("/ByteRange"), TEXT.indexOf(']', TEXT.indexOf("/ByteRange")) + 1);
        String hex = TEXT.substring(GAP, GAP_END);
        return Stream.of(
                Arguments.of("no Contents", replaced("/Contents <", "/Contentz <")),
                Arguments.of("Contents null", replaced(hex, "null" + " ".repeat(hex.length() - 4))),
                Arguments.of("Contents empty", replaced(hex, "<>" + " ".repeat(hex.length() - 2))),
                Arguments.of("Contents zero", replaced(hex, "<" + "0".repeat(hex.length() - 2) + ">")),
                Arguments.of("Contents a literal", replaced(hex, "(" + "0".repeat(hex.length() - 2) + ")")),
                Arguments.of(
                        "Contents cut", replaced(hex, hex.substring(0, 400) + ">" + " ".repeat(hex.length() - 401))),
                Arguments.of("Contents with bytes behind the value", replaced("0000>", "0100>")),
                Arguments.of("no ByteRange", replaced("/ByteRange", "/ByteRang_")),
                Arguments.of("ByteRange null", replaced(range, "/ByteRange null" + " ".repeat(range.length() - 15))),
                Arguments.of(
                        "ByteRange of one number", replaced(range, "/ByteRange [0]" + " ".repeat(range.length() - 14))),
                Arguments.of(
                        "ByteRange of zeros",
                        replaced(range, "/ByteRange [0 0 0 0]" + " ".repeat(range.length() - 20))),
                Arguments.of("ByteRange negative", replaced("/ByteRange [0 ", "/ByteRange [-1")),
                Arguments.of(
                        "ByteRange of the whole file",
                        replaced(
                                range,
                                ("/ByteRange [0 " + SEALED.length + " 0 0]" + " ".repeat(40))
                                        .substring(0, range.length()))),
                Arguments.of("no SubFilter", replaced("/SubFilter", "/SubFiltex")),
                Arguments.of("SubFilter unknown", replaced("/ETSI.CAdES.detached", "/ETSI.CAdES.detachee")),
                Arguments.of("SubFilter of SHA-1", replaced("/ETSI.CAdES.detached", "/adbe.x509.rsa_sha1")),
                Arguments.of("Type of something else", replaced("/Type /Sig\n", "/Type /Foo\n")),
                Arguments.of("value gone", replaced("/V ", "/v ")),
                Arguments.of("field of another type", replaced("/FT /Sig", "/FT /Tx ")),
                Arguments.of("form gone", replaced("/AcroForm", "/AcroFor_")),
                Arguments.of("key twice", replaced("/Filter /Adobe.PPKLite", "/Contents (0)  /F (x)  ")),
                Arguments.of("file cut", Arrays.copyOf(SEALED, SEALED.length - 20)),
                Arguments.of("file cut in the gap", Arrays.copyOf(SEALED, GAP + 100)),
                Arguments.of("bytes before the header", bytes("junk\n" + TEXT)),
                Arguments.of(
                        "signature taken out later",
                        updated(update ->
                                update.change(update.root(), body -> body.replace("/AcroForm", "/AcroFormer")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void brokenIsNeverUnsigned(String attack, byte[] file) {
        SignatureReport report = PdfFixture.verify(file);

        assertThat(report.presence()).as(attack).isEqualTo(Presence.BROKEN);
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(report.allFindings()).anyMatch(Finding::isError);
    }

    /** Wrapping: the signed bytes move, something else takes their place. */
    static Stream<Arguments> wrapped() {
        int range = TEXT.indexOf("/ByteRange");
        String[] numbers = TEXT.substring(TEXT.indexOf('[', range) + 1, TEXT.indexOf(']', range))
                .split(" ", -1);
        String evil = "4 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n";
        int moved = Integer.parseInt(numbers[2]) + evil.length();
        String shifted = TEXT.replace(" " + numbers[2] + " ", " " + moved + " ");
        String inGap = shifted.substring(0, GAP_END) + evil + shifted.substring(GAP_END);
        String wide = TEXT.replace(" " + numbers[1] + " ", " " + (GAP - 11) + " ");
        return Stream.of(
                Arguments.of("bytes in the gap", bytes(inGap)),
                Arguments.of("gap wider than the value", bytes(wide)),
                Arguments.of(
                        "range ends early",
                        bytes(TEXT.replace(" " + numbers[3], " " + "1".repeat(numbers[3].length())))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrapped")
    void aGapThatIsNotItsOwnValueIsBroken(String attack, byte[] file) {
        SignatureReport report = PdfFixture.verify(file);

        assertThat(report.presence()).as(attack).isEqualTo(Presence.BROKEN);
    }

    @Test
    void oneChangedByteIsAHashFailure() {
        byte[] changed = SEALED.clone();
        int inStream = TEXT.indexOf("stream") + 40;
        changed[inStream] ^= 1;

        SignatureReport report = PdfFixture.verify(changed);

        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.HASH_FAILURE);
    }

    @Test
    void everyByteOutsideTheGapCounts() {
        for (int at = 0; at < SEALED.length; at += at < GAP - 600 || at > GAP_END ? 13 : 1) {
            if (at >= GAP && at < GAP_END) {
                at = GAP_END;
            }
            byte[] changed = SEALED.clone();
            changed[at] ^= 4;
            SignatureReport report = PdfFixture.verify(changed);
            assertThat(report.overall()).as("byte %d", at).isNotEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.presence()).as("byte %d", at).isNotEqualTo(Presence.UNSIGNED);
        }
    }

    /** Shadow attack: hidden content is brought forward by an update, which the attacker then signs properly. */
    @Test
    void contentExchangedUnderALaterSignatureFailsTheEarlierOne() {
        byte[] attacked = PdfFixture.sign(updated(PdfAttackTest::newContent), DevTrust.seal(Fate.GOOD));

        SignatureReport report = PdfFixture.verify(attacked);

        assertThat(report.verdicts()).hasSize(2);
        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.FORMAT_FAILURE);
        assertThat(report.verdicts().getFirst().facts().changesAfter())
                .anyMatch(change -> change.kind() == Change.Kind.CONTENT);
        assertThat(report.verdicts().getLast().indication()).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void aCommentUnderALaterSignatureHoldsTheEarlierOne() {
        byte[] commented = new IncrementalUpdate(SEALED)
                .put(new IncrementalUpdate(SEALED).free(), "<</Type /Annot /Subtype /Text /Rect [0 0 9 9]>>")
                .change(
                        page(new IncrementalUpdate(SEALED)),
                        body -> body.replaceFirst(
                                "/Annots \\[([^\\]]*)\\]",
                                "/Annots [$1 " + new IncrementalUpdate(SEALED).free() + " 0 R]"))
                .write();

        SignatureReport report = PdfFixture.verify(PdfFixture.sign(commented, DevTrust.seal(Fate.GOOD)));

        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.SIG_CONSTRAINTS_FAILURE);
        assertThat(report.verdicts().getLast().indication()).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void anObjectThatWasOnlyReferredToMayNotAppearLater() {
        byte[] letter = PdfFixture.letterBytes();
        IncrementalUpdate planted = new IncrementalUpdate(letter);
        int later = planted.free() + 50;
        byte[] prepared = planted.change(
                        page(planted),
                        body -> body.replaceFirst("/Contents (\\d+ 0 R)", "/Contents [$1 " + later + " 0 R]"))
                .write();
        byte[] signed = PdfFixture.sign(prepared, DevTrust.official("Nguyễn Văn A"));
        byte[] sprung = PdfFixture.sign(
                new IncrementalUpdate(signed)
                        .put(later, "<</Length 4>>\nstream\n0 0 m\nendstream")
                        .write(),
                DevTrust.seal(Fate.GOOD));

        assertThat(PdfFixture.verify(signed).overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(PdfFixture.verify(sprung).verdicts().getFirst().subIndication())
                .contains(SubIndication.FORMAT_FAILURE);
    }

    @Test
    void validationDataAloneMayFollow() {
        byte[] extended = updated(update -> update.put(update.free(), "<</Certs []>>")
                .change(update.root(), body -> body.replaceFirst(">>\\s*$", "/DSS " + update.free() + " 0 R>>")));

        SignatureReport report = PdfFixture.verify(extended);

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().changesAfter())
                .extracting(Change::kind)
                .containsOnly(Change.Kind.VALIDATION_DATA);
    }

    @Test
    void encryptedIsANamedState() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(PdfFixture.letterBytes())) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            document.save(out);
        }

        SignatureReport report = PdfFixture.verify(out.toByteArray());

        assertThat(report.presence()).isEqualTo(Presence.NOT_CHECKED);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(ErrorCode.SIGNATURE_FILE_ENCRYPTED);
    }
}
