package vn.lienthong.gateway.signature.cms;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.JudgePath;
import vn.lienthong.gateway.signature.path.KnownCertificate;
import vn.lienthong.gateway.signature.path.Moment;
import vn.lienthong.gateway.signature.path.Proofs;
import vn.lienthong.gateway.signature.path.Purpose;

/**
 * Timestamp validation (EN 319 102-1 §5.4, RFC 3161): a token over the signature value, by an authority of our trust stores
 * whose certificate was in force and is not revoked. A token that does not hold proves nothing, and is told of; it never
 * makes a signature pass or fail by itself.
 */
final class CheckTimestamp {
    static final String TOKEN = "1.2.840.113549.1.9.16.2.14";
    static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";

    private static final int AT_MOST = 8;

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

    /**
     * The best of the signature's timestamps: the earliest proven one, else the first that can be read.
     *
     * @param proofs what is known about each of them
     */
    Optional<Token> of(SignerInfo signer, Function<UnsignedAttributes.Value, Proofs> proofs, Judgement judgement) {
        List<Token> tokens = new ArrayList<>(1);
        int tried = 0;
        for (UnsignedAttributes.Value value : signer.unsigned().all()) {
            if (value.type().equals(TOKEN) && tried++ < AT_MOST) {
                read(value, signer, proofs.apply(value), judgement).ifPresent(tokens::add);
            }
        }
        return tokens.stream()
                .filter(Token::proven)
                .min(Comparator.comparing(Token::time))
                .or(() -> tokens.stream().findFirst());
    }

    private Optional<Token> read(
            UnsignedAttributes.Value value, SignerInfo signer, Proofs proofs, Judgement judgement) {
        try {
            byte[] stamped = signer.signature().content();
            TimestampVerdict verdict = judge(
                    CmsSignature.read(value.value().encoded()),
                    algorithm -> VerifySeal.digest(algorithm, stamped),
                    proofs);
            verdict.fault().ifPresent(text -> tell(judgement, text));
            return Optional.of(new Token(verdict.time(), verdict.proven()));
        } catch (CmsException malformed) {
            tell(judgement, String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    /** What a token says, whatever it is worth. */
    static Instant time(CmsSignature token) throws CmsException {
        return info(token).get(4).time();
    }

    /** What a token over something is worth; every objection counts, not only whether there is one. */
    TimestampVerdict judge(CmsSignature token, ContentDigest stamped, Proofs proofs) throws CmsException {
        List<Der> info = info(token);
        Instant time = info.get(4).time();
        Judgement own = new Judgement("timestamp");
        checkImprint(info, stamped, own);
        if (time.isAfter(proofs.known().plus(policy.clockSkew()))) {
            object(
                    own,
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    "time " + time + " (expected: not after " + proofs.known() + ")");
        }
        // An authority that was not asked for its certificate leaves it to the evidence (RFC 3161 §2.4.1, certReq).
        List<KnownCertificate> enclosed = Stream.concat(
                        token.certificates().stream(), proofs.carried().certificates().stream())
                .flatMap(der -> certificates.read(der).stream())
                .toList();
        Optional<KnownCertificate> authority = identify.among(enclosed, token.signer(), own);
        if (authority.isPresent()) {
            checkAuthority(token, authority.get(), enclosed, proofs.with(EnclosedEvidence.of(token)), time, own);
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

    private void checkImprint(List<Der> info, ContentDigest stamped, Judgement own) throws CmsException {
        List<Der> imprint = info.get(2).expect(Der.SEQUENCE, "messageImprint").children();
        if (imprint.size() != 2) {
            throw new CmsException("messageImprint: " + imprint.size() + " parts (expected: 2, RFC 3161 §2.4.1)");
        }
        String digest =
                Algorithms.digest(AlgorithmId.read(imprint.getFirst()).oid()).orElse("");
        if (!policy.digests().contains(digest)
                || !MessageDigest.isEqual(
                        imprint.get(1).expect(Der.OCTETS, "imprint").content(), stamped.compute(digest))) {
            object(
                    own,
                    SubIndication.HASH_FAILURE,
                    "imprint with " + digest + " of something else (expected: of what it lies over)");
        }
    }

    private void checkAuthority(
            CmsSignature token,
            KnownCertificate authority,
            List<KnownCertificate> enclosed,
            Proofs proofs,
            Instant time,
            Judgement own)
            throws CmsException {
        byte[] content = token.attached().orElseThrow();
        JudgeCms.checkIntegrity(token, algorithm -> VerifySeal.digest(algorithm, content), authority, own);
        // What no longer proves who signed a document proves no time either, whatever the imprint is made with.
        CheckAlgorithms.of(token, authority, policy, own);
        identify.checkReference(token.signer(), authority, true, own);
        Moment moment = new Moment(proofs.validation(), null, time);
        paths.judge(authority, enclosed, Purpose.TIMESTAMPS, moment, proofs, own);
    }
}
