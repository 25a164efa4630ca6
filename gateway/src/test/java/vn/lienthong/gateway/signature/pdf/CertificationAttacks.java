package vn.lienthong.gateway.signature.pdf;

import java.util.stream.Stream;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * Attacks on certified documents (2021): an evil annotation (EAA) where the certification allows annotations, a sneaky signature
 * (SSA) where it allows signature fields. What is added covers what was certified.
 */
final class CertificationAttacks {
    private static final SigningKey CERTIFIER = DevTrust.seal(Fate.GOOD);
    private static final String OVER_THE_PAGE = "/F 4 /Rect [0 0 600 800]";

    private CertificationAttacks() {}

    static Stream<PdfAttack> all() {
        return Stream.of(
                attack("EAA, P3", "a comment over the page", annotated(3, "/FreeText")),
                attack("EAA, P3", "a stamp over the page", annotated(3, "/Stamp")),
                attack("EAA, P3", "a redaction of the page", annotated(3, "/Redact")),
                attack(
                        "EAA, P3",
                        "a comment over the page, then signed by somebody else",
                        PdfFixture.sign(annotated(3, "/FreeText"), DevTrust.official("Trần Thị B"))),
                attack("EAA, P2", "a comment where none is allowed", annotated(2, "/FreeText")),
                attack(
                        "EAA, P2",
                        "a comment where none is allowed, then signed by somebody else",
                        PdfFixture.sign(annotated(2, "/FreeText"), DevTrust.official("Trần Thị B"))),
                attack("SSA, P2", "an empty signature field over the page", fielded(2)),
                attack("SSA, P3", "an empty signature field over the page", fielded(3)),
                attack(
                        "SSA, P2",
                        "an empty signature field over the page, then signed by somebody else elsewhere",
                        PdfFixture.sign(fielded(2), DevTrust.official("Trần Thị B"))),
                attack(
                        "SSA, P2",
                        "a good signature whose looks cover the page",
                        CertifiedPdf.signedOver(
                                CertifiedPdf.of(PdfFixture.letterBytes(), CERTIFIER, 2),
                                DevTrust.official("Trần Thị B"))),
                attack(
                        "SSA, P2",
                        "a signature of a stranger",
                        PdfFixture.sign(
                                CertifiedPdf.of(PdfFixture.letterBytes(), CERTIFIER, 2),
                                DevTrust.seal(Fate.UNTRUSTED))),
                attack(
                        "SSA, P1",
                        "a signature where none is allowed",
                        PdfFixture.sign(
                                CertifiedPdf.of(PdfFixture.letterBytes(), CERTIFIER, 1),
                                DevTrust.official("Trần Thị B"))));
    }

    private static PdfAttack attack(String kind, String name, byte[] file) {
        return new PdfAttack(kind, name, file);
    }

    private static byte[] annotated(int permission, String subtype) {
        return added(permission, "<</Type /Annot /Subtype " + subtype + " " + OVER_THE_PAGE, false);
    }

    private static byte[] fielded(int permission) {
        return added(permission, "<</Type /Annot /Subtype /Widget /FT /Sig /T (thua) " + OVER_THE_PAGE, true);
    }

    /** Looks white all over. */
    private static byte[] added(int permission, String annotation, boolean field) {
        IncrementalUpdate update =
                new IncrementalUpdate(CertifiedPdf.of(PdfFixture.letterBytes(), CERTIFIER, permission));
        int added = update.free();
        int looks = added + 1;
        update.put(added, annotation + " /AP <</N " + looks + " 0 R>>>>")
                .put(
                        looks,
                        "<</Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length 22>>\nstream\n1 g 0 0 600 800 re f  \nendstream")
                .change(
                        update.objectWith("/Type /Page\n"),
                        body -> body.replaceFirst("/Annots \\[([^\\]]*)\\]", "/Annots [$1 " + added + " 0 R]"));
        if (field) {
            update.change(
                    update.objectWith("/Fields ["),
                    body -> body.replaceFirst("/Fields \\[([^\\]]*)\\]", "/Fields [$1 " + added + " 0 R]"));
        }
        return update.write();
    }
}
