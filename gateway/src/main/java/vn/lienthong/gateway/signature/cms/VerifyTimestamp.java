package vn.lienthong.gateway.signature.cms;

import java.time.Instant;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.BuildPath;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.JudgePath;
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
                new JudgePath(new BuildPath(stores, certificates, policy), revocations),
                policy);
    }

    /**
     * Judges a token over bytes.
     *
     * @throws CmsException when it is not readable as a token
     */
    public TimestampVerdict verify(byte[] token, byte[] stamped, Instant validationTime) throws CmsException {
        return checking.judge(token, stamped, validationTime);
    }
}
