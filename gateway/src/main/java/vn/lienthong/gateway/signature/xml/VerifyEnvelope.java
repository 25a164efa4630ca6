package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.KnownCertificate;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Verifies the XML signature of a packet's envelope. Most are decorative: outside the namespace of XML-DSig, without a real
 * certificate, copied from other packets. They are named so and never believed; a real one is screened first, then judged
 * like any other signature. Safe for many threads.
 */
public final class VerifyEnvelope {
    /** What reports call the thing they are about. */
    public static final String SUBJECT = SignatureReport.ENVELOPE;

    private final JudgeXml judge;
    private final EnvelopeLimits limits;

    public VerifyEnvelope(TrustStores stores, Revocations revocations, ValidationPolicy policy, EnvelopeLimits limits) {
        this.judge = new JudgeXml(stores, revocations, policy.of(SignedForm.XML));
        this.limits = limits;
    }

    /**
     * Judges the envelope's signature. Never throws for what is in the packet.
     *
     * @param hint what is known already; {@link EnvelopeHint#ABSENT} and {@link EnvelopeHint#NOT_XMLDSIG} read nothing
     * @param validationTime when the packet was received
     * @throws UncheckedIOException when the bytes cannot be read
     */
    public SignatureReport verify(EnvelopeHint hint, EnvelopeBytes packet, Instant validationTime) {
        return verify(hint, packet, List.of(), validationTime);
    }

    /**
     * The same, for a signature that may be over attachments.
     *
     * @param parts the packet's attachments, decoded, named by their content id
     */
    public SignatureReport verify(
            EnvelopeHint hint, EnvelopeBytes packet, List<SignedFile> parts, Instant validationTime) {
        return switch (hint) {
            case ABSENT -> SignatureReport.without(SUBJECT, Presence.UNSIGNED);
            case NOT_XMLDSIG -> decorative("outside the namespace of XML-DSig");
            case XMLDSIG, UNKNOWN -> look(hint, packet, parts, validationTime);
        };
    }

    private SignatureReport look(
            EnvelopeHint hint, EnvelopeBytes packet, List<SignedFile> parts, Instant validationTime) {
        if (packet.length() > limits.maximumBytes()) {
            return notChecked(
                    "envelope: " + packet.length() + " bytes (expected: at most " + limits.maximumBytes() + ")");
        }
        try {
            Glance glance = Glance.at(packet, XmlLimits.of(limits));
            if (!glance.problem().isEmpty()) {
                boolean signed = glance.signatures() > 0 || hint == EnvelopeHint.XMLDSIG;
                return signed && !glance.beyondLimits() ? broken(glance.problem()) : notChecked(glance.problem());
            }
            if (glance.signatures() == 0) {
                return glance.outside() > 0
                        ? decorative("outside the namespace of XML-DSig")
                        : SignatureReport.without(SUBJECT, Presence.UNSIGNED);
            }
            if (glance.certificates().stream()
                    .noneMatch(text -> judge.read(text).isPresent())) {
                return decorative("without a certificate that can be read");
            }
            return verify(packet, parts, glance, validationTime);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private SignatureReport verify(EnvelopeBytes packet, List<SignedFile> parts, Glance glance, Instant validationTime)
            throws IOException {
        List<String> weak = glance.algorithms().stream()
                .filter(XmlNames.WEAK::contains)
                .distinct()
                .toList();
        if (!weak.isEmpty()) {
            Optional<KnownCertificate> signer = glance.certificates().stream()
                    .flatMap(text -> judge.read(text).stream())
                    .findFirst();
            return signed(WeakSignature.verdict(SUBJECT, SUBJECT, weak, signer, validationTime));
        }
        try (InputStream in = packet.open()) {
            XmlLimits bounds = XmlLimits.of(limits);
            XmlDocument document = XmlDocument.parse(in);
            if (document.signatures().size() != 1) {
                throw new XmlFault("signatures: " + document.signatures().size() + " (expected: exactly 1)");
            }
            return signed(judge.judge(
                            ScreenSignature.of(document.signatures().getFirst(), bounds),
                            new SignedContent(document, parts, bounds),
                            new JudgeXml.Question(SUBJECT, SUBJECT, new CoverPacket(), packet.length(), validationTime))
                    .verdict());
        } catch (XmlFault fault) {
            return broken(fault.text());
        }
    }

    private static SignatureReport signed(SignatureVerdict verdict) {
        return new SignatureReport(SUBJECT, Presence.SIGNED, List.of(verdict), List.of());
    }

    private static SignatureReport decorative(String why) {
        return SignatureReport.without(
                SUBJECT,
                Presence.DECORATIVE,
                Finding.information(
                        ErrorCode.ENVELOPE_SIGNATURE_DECORATIVE,
                        SUBJECT,
                        "signature element: " + why + " (expected: XML-DSig with a certificate)"));
    }

    private static SignatureReport notChecked(String why) {
        return SignatureReport.without(
                SUBJECT, Presence.NOT_CHECKED, Finding.warning(ErrorCode.ENVELOPE_SIGNATURE_NOT_CHECKED, SUBJECT, why));
    }

    private static SignatureReport broken(String why) {
        return SignatureReport.without(
                SUBJECT, Presence.BROKEN, Finding.error(ErrorCode.SIGNATURE_BROKEN, SUBJECT, why));
    }
}
