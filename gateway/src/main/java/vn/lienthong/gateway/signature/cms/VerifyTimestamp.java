package vn.lienthong.gateway.signature.cms;

import java.time.Instant;
import java.util.Map;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.BuildPath;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.JudgePath;
import vn.lienthong.gateway.signature.path.Proofs;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/** Verifies timestamp tokens (RFC 3161) by themselves. Safe for many threads. */
public final class VerifyTimestamp {

    private final CheckTimestamp checking;

    public VerifyTimestamp(TrustStores stores, Revocations revocations, ValidationPolicy policy) {
        Certificates certificates = new Certificates();
        this.checking = new CheckTimestamp(
                certificates,
                new IdentifySigner(policy.missingCertificateReference()),
                new JudgePath(new BuildPath(stores, certificates, policy), certificates, revocations, policy),
                policy);
    }

    /**
     * Judges a token over bytes.
     *
     * @throws CmsException when it is not readable as a token
     */
    public TimestampVerdict verify(byte[] token, byte[] stamped, Instant validationTime) throws CmsException {
        return checking.judge(
                CmsSignature.read(token),
                algorithm -> VerifySeal.digest(algorithm, stamped),
                Proofs.at(validationTime));
    }

    /**
     * Judges a token over what has a SHA-256.
     *
     * @throws CmsException when it is not readable as a token
     */
    public TimestampVerdict verify(byte[] token, Sha256 stamped, Instant validationTime) throws CmsException {
        return checking.judge(
                CmsSignature.read(token),
                algorithm -> algorithm.equals("SHA-256") ? stamped.bytes() : new byte[0],
                Proofs.at(validationTime));
    }

    /**
     * Judges a token over what has some digests.
     *
     * @param digests by the JDK's names; a token with another one is over something else
     * @throws CmsException when it is not readable as a token
     */
    public TimestampVerdict verify(byte[] token, Map<String, byte[]> digests, Instant validationTime)
            throws CmsException {
        return checking.judge(
                CmsSignature.read(token),
                algorithm -> digests.getOrDefault(algorithm, new byte[0]),
                Proofs.at(validationTime));
    }
}
