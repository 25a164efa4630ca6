package vn.lienthong.gateway.signature.cms;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.TimeFacts;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.BuildPath;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.JudgePath;
import vn.lienthong.gateway.signature.path.JudgeRules;
import vn.lienthong.gateway.signature.path.KnownCertificate;
import vn.lienthong.gateway.signature.path.Moment;
import vn.lienthong.gateway.signature.path.PathOutcome;
import vn.lienthong.gateway.signature.path.Proofs;
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
    private final CheckArchiveTimestamps archives;
    private final JudgePath paths;
    private final JudgeRules rules;

    public JudgeCms(TrustStores stores, Revocations revocations, ValidationPolicy policy) {
        this.policy = policy;
        this.certificates = new Certificates();
        this.rules = new JudgeRules(policy);
        this.identify = new IdentifySigner(policy.missingCertificateReference());
        this.paths = new JudgePath(new BuildPath(stores, certificates, policy), certificates, revocations, policy);
        this.timestamps = new CheckTimestamp(certificates, identify, paths, policy);
        this.archives = new CheckArchiveTimestamps(timestamps, policy);
    }

    /**
     * Judges a signature over content that we hand in.
     *
     * @param content digests what is signed; for an attached signature it is the attached content that counts
     * @param proofs what is known about it beside itself
     */
    public CmsOutcome judge(CmsSignature cms, ContentDigest content, Claim claim, Proofs proofs, Judgement judgement) {
        List<KnownCertificate> enclosed = cms.certificates().stream()
                .flatMap(der -> certificates.read(der).stream())
                .toList();
        Optional<KnownCertificate> signer = identify.among(enclosed, cms.signer(), judgement);
        try {
            Integrity integrity = checkIntegrity(cms, content, signer.orElse(null), judgement);
            signer.ifPresent(known -> CheckAlgorithms.of(cms, known, policy, judgement));
            Proofs evidence = proofs.with(EnclosedEvidence.of(cms));
            CheckArchiveTimestamps.Found archive = archives.of(cms, content, evidence, judgement);
            Optional<CheckTimestamp.Token> token = timestamps.of(
                    cms.signer(), value -> archive.covered().test(value) ? archive.signature() : evidence, judgement);
            Times times = times(cms, claim, archive, token);
            CmsOutcome outcome = outcome(cms, times, signer.orElse(null), enclosed, integrity, judgement);
            checkRules(cms, claim, proofs, signer, outcome, judgement);
            return outcome;
        } catch (CmsException malformed) {
            judgement.object(
                    SubIndication.FORMAT_FAILURE, ErrorCode.SIGNATURE_BROKEN, String.valueOf(malformed.getMessage()));
            return new CmsOutcome(
                    signer.map(known -> known.signer(Optional.empty())),
                    TimeFacts.unknown(proofs.known()),
                    algorithms(cms, signer.orElse(null)),
                    Integrity.NOT_CHECKED,
                    PathStatus.NOT_CHECKED,
                    RevocationFacts.NOT_ASKED,
                    List.of());
        }
    }

    /**
     * What a timestamp token over content is worth.
     *
     * @throws CmsException when it is not readable as a token
     */
    public TimestampVerdict timestamp(CmsSignature token, ContentDigest content, Proofs proofs) throws CmsException {
        return timestamps.judge(token, content, proofs);
    }

    /** What a token says, whatever it is worth; empty when it is none. */
    public static Optional<Instant> claimedTime(CmsSignature token) {
        try {
            return Optional.of(CheckTimestamp.time(token));
        } catch (CmsException noToken) {
            return Optional.empty();
        }
    }

    /** When it was signed, as far as that is known, and what is known beside. */
    private record Times(TimeFacts facts, Moment moment, Proofs known, List<DocumentTimestamp> archive) {}

    private Times times(
            CmsSignature cms, Claim claim, CheckArchiveTimestamps.Found archive, Optional<CheckTimestamp.Token> token) {
        Optional<Instant> claimed = claim.at().or(() -> signingTime(cms.signer()));
        Proofs known = token.filter(CheckTimestamp.Token::proven)
                .map(proven -> archive.signature().provenBy(proven.time()))
                .orElse(archive.signature());
        Optional<Instant> proven = Optional.ofNullable(known.existedBy());
        Duration slack = claim.zoned() ? Duration.ZERO : policy.futureClaim();
        Moment moment = Moment.of(known.validation(), claimed, slack, proven);
        Optional<Instant> stamped = token.map(CheckTimestamp.Token::time).or(() -> proven);
        return new Times(
                new TimeFacts(claimed, stamped, proven.isPresent(), moment.used()),
                moment,
                known,
                archive.timestamps());
    }

    private CmsOutcome outcome(
            CmsSignature cms,
            Times times,
            @Nullable KnownCertificate signer,
            List<KnownCertificate> enclosed,
            Integrity integrity,
            Judgement judgement) {
        if (signer == null) {
            return new CmsOutcome(
                    Optional.empty(),
                    times.facts(),
                    algorithms(cms, null),
                    integrity,
                    PathStatus.NOT_CHECKED,
                    RevocationFacts.NOT_ASKED,
                    times.archive());
        }
        PathOutcome path = paths.judge(signer, enclosed, Purpose.DOCUMENTS, times.moment(), times.known(), judgement);
        return new CmsOutcome(
                Optional.of(signer.signer(path.branch())),
                times.facts(),
                algorithms(cms, signer),
                integrity,
                path.status(),
                path.revocation(),
                times.archive());
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
        String digest = cms.digestName().orElse("");
        if (digest.isEmpty()) {
            return unknown("digest algorithm", info.digest(), "SHA-2 or SHA-3", judgement);
        }
        if (!content.known()) {
            judgement.object(
                    SubIndication.SIGNED_DATA_NOT_FOUND,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "signed content: not at hand (expected: inside, or handed in beside)");
        } else if (!MessageDigest.isEqual(signed, content.compute(digest))) {
            judgement.object(
                    SubIndication.HASH_FAILURE,
                    ErrorCode.SIGNATURE_FAILED,
                    "digest of the signed content: differs (expected: the signed one)");
            return Integrity.CONTENT_CHANGED;
        }
        if (signer == null) {
            return Integrity.NOT_CHECKED;
        }
        Optional<Algorithms.Scheme> named = Algorithms.scheme(info.algorithm(), digest);
        if (named.isEmpty()) {
            return unknown("signature algorithm", info.algorithm(), "RSA or ECDSA", judgement);
        }
        Algorithms.Scheme scheme = named.get();
        if (!scheme.digest().equals(digest)) {
            throw new CmsException("signature algorithm: " + scheme.name() + " with " + scheme.digest()
                    + " (expected: with " + digest + " as the digest algorithm says, RFC 8933)");
        }
        if (SignatureMath.verifies(
                signer.key(),
                scheme,
                info.algorithm(),
                info.signedBytes().encodedAs(Der.SET),
                info.signature().content())) {
            return content.known() ? Integrity.INTACT : Integrity.NOT_CHECKED;
        }
        judgement.object(
                SubIndication.SIG_CRYPTO_FAILURE,
                ErrorCode.SIGNATURE_FAILED,
                "signature value: wrong (expected: made by the key of " + signer + ")");
        return Integrity.SIGNATURE_WRONG;
    }

    /** What we do not know we can neither believe nor refute (EN 319 102-1 §5.2.7.4, §5.2.8.4). */
    private static Integrity unknown(String what, AlgorithmId algorithm, String expected, Judgement judgement) {
        judgement.object(
                SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                ErrorCode.SIGNATURE_INDETERMINATE,
                what + ": " + Algorithms.nameOf(algorithm.oid()) + ", unknown to us (expected: " + expected + ")");
        return Integrity.NOT_CHECKED;
    }

    /** What the policy has rules for, by the branch that the path leads to. */
    private void checkRules(
            CmsSignature cms,
            Claim claim,
            Proofs proofs,
            Optional<KnownCertificate> signer,
            CmsOutcome outcome,
            Judgement judgement)
            throws CmsException {
        Optional<String> branch = outcome.signer().flatMap(SignerFacts::branch);
        outcome.time()
                .claimed()
                .ifPresent(at ->
                        checkClaim(at, proofs.validation(), policy.level(Rule.CLAIM_IN_FUTURE, branch), judgement));
        if (signer.isPresent()) {
            Level missing = claim.certificateReference() ? Level.FAIL : policy.level(Rule.MISSING_REFERENCE, branch);
            identify.checkReference(cms.signer(), signer.get(), missing, judgement);
            rules.judge(
                    signer.get(),
                    branch,
                    List.of(outcome.algorithms()),
                    outcome.time().used(),
                    judgement);
        }
    }

    private void checkClaim(Instant claimed, Instant validation, Level level, Judgement judgement) {
        if (claimed.isAfter(validation.plus(policy.futureClaim()))) {
            judgement.weigh(
                    level,
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
