package vn.lienthong.gateway.signature.cms;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.Proofs;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/** Verifies CMS signatures over bytes: what {@link SealBytes} makes, and what others make like it. Safe for many threads. */
public final class VerifySeal {
    private final JudgeCms judge;

    public VerifySeal(TrustStores stores, Revocations revocations, ValidationPolicy policy) {
        this.judge = new JudgeCms(stores, revocations, policy.of(SignedForm.CMS));
    }

    /**
     * Judges a signature over content. Never throws for what is in either.
     *
     * @param content what the signature must be over; a signature with other content inside fails
     */
    public SignatureReport verify(String name, byte[] cms, byte[] content, Instant validationTime) {
        try {
            CmsSignature signature = CmsSignature.read(cms);
            if (signature.bytes() != cms.length) {
                throw new CmsException("CMS: bytes after its value (expected: none)");
            }
            byte[] inside = signature.attached().orElse(content);
            if (!Arrays.equals(inside, content)) {
                throw new CmsException("CMS: another content inside (expected: the one handed in)");
            }
            return new SignatureReport(
                    name, Presence.SIGNED, List.of(verdict(name, signature, content, validationTime)), List.of());
        } catch (CmsException malformed) {
            return SignatureReport.without(
                    name,
                    Presence.BROKEN,
                    Finding.error(ErrorCode.SIGNATURE_BROKEN, name, String.valueOf(malformed.getMessage())));
        } catch (RuntimeException ours) {
            // A stranger's bytes found a fault of ours: that must neither stop the caller nor look like anything good.
            return SignatureReport.without(
                    name,
                    Presence.BROKEN,
                    Finding.error(ErrorCode.INTERNAL, name, "CMS: " + ours + " (expected: a judgement)"));
        }
    }

    private SignatureVerdict verdict(String name, CmsSignature signature, byte[] content, Instant validationTime) {
        Judgement judgement = new Judgement(name);
        CmsOutcome outcome = judge.judge(
                signature, algorithm -> digest(algorithm, content), Claim.NONE, Proofs.at(validationTime), judgement);
        return judgement.verdict(new SignatureFacts(
                name,
                "CMS",
                outcome.signer(),
                outcome.time(),
                outcome.algorithms(),
                Coverage.WHOLE_FILE,
                outcome.integrity(),
                outcome.path(),
                outcome.revocation(),
                List.of()));
    }

    static byte[] digest(String algorithm, byte[] content) {
        return running(algorithm).digest(content);
    }

    /** A digest that nothing was added to yet, by the JDK: eight times as fast as others (measured). */
    static MessageDigest running(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalStateException("digest: " + algorithm + " (expected: one the JDK provides)", unknown);
        }
    }
}
