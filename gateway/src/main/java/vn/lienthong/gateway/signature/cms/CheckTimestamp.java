package vn.lienthong.gateway.signature.cms;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.JudgePath;
import vn.lienthong.gateway.signature.path.KnownCertificate;
import vn.lienthong.gateway.signature.path.Moment;
import vn.lienthong.gateway.signature.path.Purpose;

/**
 * Timestamp validation (EN 319 102-1 §5.4, RFC 3161): a token over the signature value, by an authority of our trust stores
 * whose certificate was in force and is not revoked. A token that does not hold proves nothing, and is told of; it never
 * makes a signature pass or fail by itself.
 */
final class CheckTimestamp {
    static final String TOKEN = "1.2.840.113549.1.9.16.2.14";
    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";

    private final Certificates certificates;
    private final IdentifySigner identify;
    private final JudgePath paths;
    private final ValidationPolicy policy;

    CheckTimestamp(Certificates certificates, IdentifySigner identify, JudgePath paths, ValidationPolicy policy) {
        this.certificates = certificates;
        this.identify = identify;
        this.paths = paths;
        this.policy = policy;
    }

    /** A token that was seen, and whether it proves its time. */
    record Token(Instant time, boolean proven) {}

    Optional<Token> of(SignerInfo signer, Instant validation, Judgement judgement) {
        Der values = signer.unsigned().get(TOKEN);
        if (values == null) {
            return Optional.empty();
        }
        try {
            TimestampVerdict verdict = judge(
                    values.children().getFirst().encoded(), signer.signature().content(), validation);
            verdict.fault().ifPresent(text -> tell(judgement, text));
            return Optional.of(new Token(verdict.time(), verdict.proven()));
        } catch (CmsException malformed) {
            tell(judgement, String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    /** What a token over the bytes is worth; every objection counts, not only whether there is one. */
    TimestampVerdict judge(byte[] encoded, byte[] stamped, Instant validation) throws CmsException {
        CmsSignature token = CmsSignature.read(encoded);
        List<Der> info = info(token);
        Instant time = info.get(4).time();
        Judgement own = new Judgement("timestamp");
        checkImprint(info, stamped, own);
        if (time.isAfter(validation.plus(policy.clockSkew()))) {
            object(
                    own,
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    "time " + time + " (expected: not after " + validation + ")");
        }
        List<KnownCertificate> enclosed = token.certificates().stream()
                .flatMap(der -> certificates.read(der).stream())
                .toList();
        Optional<KnownCertificate> authority = identify.among(enclosed, token.signer(), own);
        if (authority.isPresent()) {
            checkAuthority(token, authority.get(), enclosed, new Moment(validation, null, time), own);
        }
        return new TimestampVerdict(time, authority.map(KnownCertificate::toString), own.reason(), own.firstText());
    }

    private static void object(Judgement own, SubIndication because, String text) {
        own.object(because, ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN, text);
    }

    private static void tell(Judgement judgement, String text) {
        judgement.weigh(
                Level.WARN,
                SubIndication.SIG_CONSTRAINTS_FAILURE,
                ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN,
                "timestamp: " + text);
    }

    private static List<Der> info(CmsSignature token) throws CmsException {
        byte[] content = token.attached().orElse(null);
        if (content == null || !token.contentType().equals(TST_INFO)) {
            throw new CmsException("content: " + token.contentType() + " (expected: TSTInfo inside)");
        }
        List<Der> info = Der.at(content, 0, content.length)
                .expect(Der.SEQUENCE, "TSTInfo")
                .children();
        if (info.size() < 5) {
            throw new CmsException("TSTInfo: " + info.size() + " parts (expected: at least 5)");
        }
        return info;
    }

    private void checkImprint(List<Der> info, byte[] stamped, Judgement own) throws CmsException {
        List<Der> imprint = info.get(2).expect(Der.SEQUENCE, "messageImprint").children();
        String digest =
                Algorithms.digest(AlgorithmId.read(imprint.getFirst()).oid()).orElse("");
        if (!policy.digests().contains(digest)
                || !MessageDigest.isEqual(
                        imprint.get(imprint.size() - 1)
                                .expect(Der.OCTETS, "imprint")
                                .content(),
                        VerifySeal.digest(digest, stamped))) {
            object(
                    own,
                    SubIndication.HASH_FAILURE,
                    "imprint with " + digest + " of something else (expected: of this signature value)");
        }
    }

    private void checkAuthority(
            CmsSignature token,
            KnownCertificate authority,
            List<KnownCertificate> enclosed,
            Moment moment,
            Judgement own)
            throws CmsException {
        byte[] content = token.attached().orElseThrow();
        JudgeCms.checkIntegrity(token, algorithm -> VerifySeal.digest(algorithm, content), authority, own);
        identify.checkReference(token.signer(), authority, true, own);
        paths.judge(authority, enclosed, Purpose.TIMESTAMPS, moment, own);
    }
}
