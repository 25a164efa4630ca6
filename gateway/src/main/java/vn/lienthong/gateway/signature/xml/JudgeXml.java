package vn.lienthong.gateway.signature.xml;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.TimeFacts;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.BuildPath;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.JudgePath;
import vn.lienthong.gateway.signature.path.KnownCertificate;
import vn.lienthong.gateway.signature.path.Moment;
import vn.lienthong.gateway.signature.path.PathOutcome;
import vn.lienthong.gateway.signature.path.Purpose;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.xml.ScreenSignature.Screened;

/** Basic validation of an XML signature that passed the screen (EN 319 102-1 §5.3): path, then key, then references. */
final class JudgeXml {
    private static final String FORM = "XML-DSig";

    private final ValidationPolicy policy;
    private final Certificates certificates;
    private final JudgePath paths;

    JudgeXml(TrustStores stores, Revocations revocations, ValidationPolicy policy, Certificates certificates) {
        this.policy = policy;
        this.certificates = certificates;
        this.paths = new JudgePath(new BuildPath(stores, certificates, policy), revocations);
    }

    SignatureVerdict judge(Screened screened, Instant validationTime) {
        Judgement judgement = new Judgement(VerifyEnvelope.SUBJECT);
        List<KnownCertificate> enclosed = screened.certificates().stream()
                .flatMap(text -> read(text).stream())
                .toList();
        KnownCertificate signer = signer(enclosed);
        String digest = XmlNames.DIGESTS.getOrDefault(screened.digests().getFirst(), "");
        String scheme = XmlNames.SIGNATURES.getOrDefault(screened.method(), "");
        if (signer == null) {
            judgement.object(
                    SubIndication.NO_SIGNING_CERTIFICATE_FOUND,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "signing certificate: not among the " + enclosed.size() + " enclosed (expected: exactly 1)");
            return judgement.verdict(SignatureFacts.unread(VerifyEnvelope.SUBJECT, FORM, validationTime));
        }
        Moment moment = new Moment(validationTime, null, null);
        PathOutcome path = paths.judge(signer, enclosed, Purpose.DOCUMENTS, moment, judgement);
        checkKey(signer, judgement);
        Integrity integrity = integrity(screened, signer, judgement);
        if (!screened.wholeDocument()) {
            judgement.object(
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "references: to parts of the packet (expected: to the whole)");
        }
        return judgement.verdict(new SignatureFacts(
                VerifyEnvelope.SUBJECT,
                FORM,
                Optional.of(signer.signer(path.branch())),
                TimeFacts.unknown(validationTime),
                new AlgorithmFacts(digest, scheme, signer.keyBits()),
                screened.wholeDocument() ? Coverage.WHOLE_FILE : Coverage.PARTIAL,
                integrity,
                path.status(),
                path.revocation(),
                List.of()));
    }

    /** SHA-1 and its like are named and not verified: no verdict may rest on them. */
    SignatureReport weak(Glance glance, Instant validationTime) {
        Judgement judgement = new Judgement(VerifyEnvelope.SUBJECT);
        judgement.object(
                SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                ErrorCode.SIGNATURE_WEAK_ALGORITHM,
                "algorithms: "
                        + glance.algorithms().stream()
                                .filter(XmlNames.WEAK::contains)
                                .distinct()
                                .toList() + " (expected: SHA-2)");
        SignatureFacts facts = new SignatureFacts(
                VerifyEnvelope.SUBJECT,
                FORM,
                glance.certificates().stream()
                        .flatMap(text -> read(text).stream())
                        .findFirst()
                        .map(certificate -> certificate.signer(Optional.empty())),
                TimeFacts.unknown(validationTime),
                new AlgorithmFacts("SHA-1", "", 0),
                Coverage.UNKNOWN,
                Integrity.NOT_CHECKED,
                PathStatus.NOT_CHECKED,
                RevocationFacts.NOT_ASKED,
                List.of());
        return new SignatureReport(
                VerifyEnvelope.SUBJECT, Presence.SIGNED, List.of(judgement.verdict(facts)), List.of());
    }

    /** The only end entity among the certificates; null when there is none, or a choice. */
    private static @Nullable KnownCertificate signer(List<KnownCertificate> enclosed) {
        List<KnownCertificate> leaves =
                enclosed.stream().distinct().filter(one -> one.pathLength() < 0).toList();
        return leaves.size() == 1 ? leaves.getFirst() : null;
    }

    private void checkKey(KnownCertificate signer, Judgement judgement) {
        boolean rsa = signer.key().getAlgorithm().equals("RSA");
        int least = rsa ? policy.minimumRsaBits() : policy.minimumEcBits();
        if (signer.keyBits() < least) {
            judgement.object(
                    SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_WEAK_ALGORITHM,
                    "key of " + signer + ": " + signer.keyBits() + " bits (expected: from " + least + ")");
        }
    }

    private static Integrity integrity(Screened screened, KnownCertificate signer, Judgement judgement) {
        Santuario.ready();
        try {
            XMLSignature signature = new XMLSignature(screened.element(), "", true);
            if (signature.checkSignatureValue(signer.certificate().getPublicKey())) {
                return Integrity.INTACT;
            }
            // The library checks the signature over SignedInfo first: where each reference holds, it was that one.
            boolean contentIntact = signature.getSignedInfo().verify(false);
            judgement.object(
                    contentIntact ? SubIndication.SIG_CRYPTO_FAILURE : SubIndication.HASH_FAILURE,
                    ErrorCode.SIGNATURE_FAILED,
                    "signature over the envelope: wrong (expected: over these bytes, by the key of " + signer + ")");
            return contentIntact ? Integrity.SIGNATURE_WRONG : Integrity.CONTENT_CHANGED;
        } catch (XMLSecurityException refused) {
            judgement.object(
                    SubIndication.FORMAT_FAILURE,
                    ErrorCode.SIGNATURE_BROKEN,
                    "signature over the envelope: " + refused.getMessage() + " (expected: XML-DSig)");
            return Integrity.NOT_CHECKED;
        }
    }

    private Optional<KnownCertificate> read(String text) {
        try {
            return certificates.read(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
