package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Verifies XML-DSig and XAdES signatures in any XML file: enveloped, enveloping, detached, several of them, levels B to LTA
 * (EN 319 132-1). References lead into the same file, or to files handed in beside it; nothing else is ever opened. Safe for
 * many threads; keep one for the life of its trust stores, since it remembers certificates and paths.
 */
public final class VerifyXml implements FileVerifier {
    /** Where readers look for a PDF's header (ISO 32000-1 Annex H, note 13). */
    private static final int PDF_HEADER_WITHIN = 1024;

    private final JudgeXml judge;
    private final XmlLimits limits;

    public VerifyXml(TrustStores stores, Revocations revocations, ValidationPolicy policy, XmlLimits limits) {
        this(stores, revocations, policy, limits, SignedForm.XML);
    }

    /** @param form whose rules hold: signatures in a container obey those of containers */
    public VerifyXml(
            TrustStores stores, Revocations revocations, ValidationPolicy policy, XmlLimits limits, SignedForm form) {
        this.judge = new JudgeXml(stores, revocations, policy.of(form));
        this.limits = limits;
    }

    @Override
    public SignatureReport verify(SignedFile file, List<SignedFile> beside, Instant validationTime) throws IOException {
        if (!looksLikeXml(file)) {
            return SignatureReport.without(file.name(), Presence.NOT_APPLICABLE);
        }
        if (file.length() > limits.maximumBytes()) {
            return notChecked(
                    file,
                    ErrorCode.SIGNATURE_FILE_TOO_LARGE,
                    "XML: " + file.length() + " bytes (expected: at most " + limits.maximumBytes() + ")");
        }
        try {
            return look(file, beside, validationTime);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (RuntimeException ours) {
            // A stranger's bytes found a fault of ours: that must neither stop the document nor make it look unsigned.
            return SignatureReport.without(
                    file.name(),
                    Presence.BROKEN,
                    Finding.error(ErrorCode.INTERNAL, file.name(), "XML: " + ours + " (expected: a judgement)"));
        }
    }

    private SignatureReport look(SignedFile file, List<SignedFile> beside, Instant validationTime) throws IOException {
        byte[] bytes = file.all();
        Glance glance = Glance.at(EnvelopeBytes.of(bytes), limits);
        if (alsoPdf(bytes)) {
            return twofold(file, bytes, glance);
        }
        if (!glance.problem().isEmpty()) {
            return unreadable(file, bytes, glance);
        }
        if (glance.signatures() == 0) {
            return SignatureReport.without(file.name(), Presence.UNSIGNED);
        }
        try (InputStream in = file.open()) {
            SignedContent content = new SignedContent(XmlDocument.parse(in), beside, limits);
            return new JudgeSignatures(file, content, judge, limits, validationTime).report();
        } catch (XmlFault fault) {
            return broken(file.name(), fault.text());
        }
    }

    /** Data that nobody can read and that says nothing of signatures is data: pages, drawings, reports that are no XML. */
    private static SignatureReport unreadable(SignedFile file, byte[] bytes, Glance glance) {
        SignatureClaim claim = glance.signatures() > 0 ? SignatureClaim.MADE : SignatureClaim.in(bytes);
        if (claim == SignatureClaim.NONE) {
            return SignatureReport.without(file.name(), Presence.UNSIGNED);
        }
        return claim == SignatureClaim.MADE && !glance.beyondLimits()
                ? broken(file.name(), glance.problem())
                : notChecked(file, ErrorCode.SIGNATURE_INDETERMINATE, glance.problem());
    }

    private static boolean alsoPdf(byte[] bytes) {
        int most = Math.min(bytes.length, PDF_HEADER_WITHIN);
        return new String(bytes, 0, most, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    /** One reader shows the XML, another one the PDF: a signature in one of them says nothing of what the other shows. */
    private static SignatureReport twofold(SignedFile file, byte[] bytes, Glance glance) {
        String why = "file: XML and PDF at once (expected: one of them)";
        boolean claims = glance.signatures() > 0
                || SignatureClaim.in(bytes) == SignatureClaim.MADE
                || new String(bytes, StandardCharsets.ISO_8859_1).contains("/ByteRange");
        return claims ? broken(file.name(), why) : notChecked(file, ErrorCode.SIGNATURE_INDETERMINATE, why);
    }

    /** Begins, after byte order marks and white space, with a tag; in two-byte encodings too. */
    private static boolean looksLikeXml(SignedFile file) throws IOException {
        try (InputStream in = file.open()) {
            return !XmlHead.in(in).isEmpty();
        }
    }

    private static SignatureReport notChecked(SignedFile file, ErrorCode code, String why) {
        return SignatureReport.without(file.name(), Presence.NOT_CHECKED, Finding.warning(code, file.name(), why));
    }

    static SignatureReport broken(String name, String why) {
        return SignatureReport.without(name, Presence.BROKEN, Finding.error(ErrorCode.SIGNATURE_BROKEN, name, why));
    }
}
