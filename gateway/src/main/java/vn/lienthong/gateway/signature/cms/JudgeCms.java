package vn.lienthong.gateway.signature.cms;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.RevocationFacts;
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

/**
 * Basic signature validation of one CMS signature (EN 319 102-1 §5.3): identification of the signer, cryptographic
 * verification, timestamp, path, acceptance. Every question is asked even where an earlier one was answered badly, so that
 * the facts are whole. Safe for many threads.
 */
public final class JudgeCms {
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_TIME = "1.2.840.113549.1.9.5";

    private final ValidationPolicy policy;
    private final Certificates certificates;
    private final IdentifySigner identify;
    private final CheckTimestamp timestamps;
    private final JudgePath paths;

    public JudgeCms(TrustStores stores, Revocations revocations, ValidationPolicy policy) {
        this.policy = policy;
        this.certificates = new Certificates();
        this.identify = new IdentifySigner(policy.missingCertificateReference());
        this.paths = new JudgePath(new BuildPath(stores, certificates, policy), revocations);
        this.timestamps = new CheckTimestamp(certificates, identify, paths, policy);
    }

    /**
     * Judges a signature over content that we hand in.
     *
     * @param content digests what is signed; for an attached signature it is the attached content that counts
     * @param validation when the signature is known to exist
     */
    public CmsOutcome judge(
            CmsSignature cms, ContentDigest content, Claim claim, Instant validation, Judgement judgement) {
        List<KnownCertificate> enclosed = cms.certificates().stream()
                .flatMap(der -> certificates.read(der).stream())
                .toList();
        Optional<KnownCertificate> signer = identify.among(enclosed, cms.signer(), judgement);
        try {
            Integrity integrity = checkIntegrity(cms, content, signer.orElse(null), judgement);
            signer.ifPresent(known -> checkAlgorithms(cms, known, judgement));
            if (signer.isPresent()) {
                identify.checkReference(cms.signer(), signer.get(), claim.certificateReference(), judgement);
            }
            return outcome(cms, claim, validation, signer.orElse(null), enclosed, integrity, judgement);
        } catch (CmsException malformed) {
            judgement.object(
                    SubIndication.FORMAT_FAILURE, ErrorCode.SIGNATURE_BROKEN, String.valueOf(malformed.getMessage()));
            return new CmsOutcome(
                    signer.map(known -> known.signer(Optional.empty())),
                    TimeFacts.unknown(validation),
                    algorithms(cms, signer.orElse(null)),
                    Integrity.NOT_CHECKED,
                    PathStatus.NOT_CHECKED,
                    RevocationFacts.NOT_ASKED);
        }
    }

    private CmsOutcome outcome(
            CmsSignature cms,
            Claim claim,
            Instant validation,
            @Nullable KnownCertificate signer,
            List<KnownCertificate> enclosed,
            Integrity integrity,
            Judgement judgement)
            throws CmsException {
        Optional<Instant> claimed = claim.at().or(() -> signingTime(cms.signer()));
        Optional<CheckTimestamp.Token> token = timestamps.of(cms.signer(), validation, judgement);
        Optional<Instant> proven = token.filter(CheckTimestamp.Token::proven).map(CheckTimestamp.Token::time);
        Duration slack = claim.zoned() ? Duration.ZERO : policy.futureClaim();
        Moment moment = Moment.of(validation, claimed, slack, proven);
        TimeFacts time =
                new TimeFacts(claimed, token.map(CheckTimestamp.Token::time), proven.isPresent(), moment.used());
        claimed.ifPresent(at -> checkClaim(at, validation, judgement));
        if (signer == null) {
            return new CmsOutcome(
                    Optional.empty(),
                    time,
                    algorithms(cms, null),
                    integrity,
                    PathStatus.NOT_CHECKED,
                    RevocationFacts.NOT_ASKED);
        }
        PathOutcome path = paths.judge(signer, enclosed, Purpose.DOCUMENTS, moment, judgement);
        return new CmsOutcome(
                Optional.of(signer.signer(path.branch())),
                time,
                algorithms(cms, signer),
                integrity,
                path.status(),
                path.revocation());
    }

    /** Cryptographic verification (EN 319 102-1 §5.2.7): digest of the content first, then the signature over it. */
    static Integrity checkIntegrity(
            CmsSignature cms, ContentDigest content, @Nullable KnownCertificate signer, Judgement judgement)
            throws CmsException {
        SignerInfo info = cms.signer();
        String type = info.signedValue(CONTENT_TYPE)
                .orElseThrow(() -> new CmsException("contentType: missing (expected: signed, RFC 5652 §11.1)"))
                .oid();
        if (!type.equals(cms.contentType())) {
            throw new CmsException("contentType: " + type + " (expected: " + cms.contentType() + ")");
        }
        byte[] signed = info.signedValue(MESSAGE_DIGEST)
                .orElseThrow(() -> new CmsException("messageDigest: missing (expected: signed, RFC 5652 §11.2)"))
                .expect(Der.OCTETS, "messageDigest")
                .content();
        String digest = cms.digestName()
                .orElseThrow(() ->
                        new CmsException("digest algorithm: " + info.digest().oid() + " (expected: one we know)"));
        if (!MessageDigest.isEqual(signed, content.compute(digest))) {
            judgement.object(
                    SubIndication.HASH_FAILURE,
                    ErrorCode.SIGNATURE_FAILED,
                    "digest of the signed content: differs (expected: the signed one)");
            return Integrity.CONTENT_CHANGED;
        }
        if (signer == null) {
            return Integrity.NOT_CHECKED;
        }
        Algorithms.Scheme scheme = Algorithms.scheme(info.algorithm(), digest)
                .filter(known -> known.digest().equals(digest))
                .orElseThrow(() -> new CmsException("signature algorithm: "
                        + info.algorithm().oid() + " (expected: RSA or ECDSA with " + digest + ")"));
        if (SignatureMath.verifies(
                signer.key(),
                scheme,
                info.algorithm(),
                info.signedBytes().encodedAs(Der.SET),
                info.signature().content())) {
            return Integrity.INTACT;
        }
        judgement.object(
                SubIndication.SIG_CRYPTO_FAILURE,
                ErrorCode.SIGNATURE_FAILED,
                "signature value: wrong (expected: made by the key of " + signer + ")");
        return Integrity.SIGNATURE_WRONG;
    }

    /** Acceptance of algorithms (EN 319 102-1 §5.2.8.4). */
    private void checkAlgorithms(CmsSignature cms, KnownCertificate signer, Judgement judgement) {
        String digest = cms.digestName().orElse("unknown");
        if (!policy.digests().contains(digest)) {
            judgement.object(
                    SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_WEAK_ALGORITHM,
                    "digest: " + digest + " (expected: one of " + policy.digests() + ")");
        }
        boolean rsa = signer.key().getAlgorithm().equals("RSA");
        int least = rsa ? policy.minimumRsaBits() : policy.minimumEcBits();
        if (signer.keyBits() < least) {
            judgement.object(
                    SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_WEAK_ALGORITHM,
                    "key of " + signer + ": " + signer.keyBits() + " bits (expected: from " + least + ")");
        }
    }

    private void checkClaim(Instant claimed, Instant validation, Judgement judgement) {
        if (claimed.isAfter(validation.plus(policy.futureClaim()))) {
            judgement.object(
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "claimed signing time: " + claimed + " (expected: not after " + validation + " by more than "
                            + policy.futureClaim() + ")");
        }
    }

    private static Optional<Instant> signingTime(SignerInfo signer) {
        try {
            Optional<Der> value = signer.signedValue(SIGNING_TIME);
            return value.isPresent() ? Optional.of(value.get().time()) : Optional.empty();
        } catch (CmsException malformed) {
            // A claim that cannot be read claims nothing.
            return Optional.empty();
        }
    }

    private static AlgorithmFacts algorithms(CmsSignature cms, @Nullable KnownCertificate signer) {
        String digest = cms.digestName().orElse(cms.signer().digest().oid());
        String scheme = Algorithms.scheme(cms.signer().algorithm(), digest)
                .map(Algorithms.Scheme::name)
                .orElse(cms.signer().algorithm().oid());
        return new AlgorithmFacts(digest, scheme, signer == null ? 0 : signer.keyBits());
    }
}
