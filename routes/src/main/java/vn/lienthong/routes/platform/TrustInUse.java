package vn.lienthong.routes.platform;

import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.file.VerificationLimits;
import vn.lienthong.gateway.signature.file.VerifyFiles;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.xml.VerifyEnvelope;

/**
 * Whom we trust at this moment, and the verifiers that go with it: what they remember of paths is only true of their own
 * stores, so all are replaced as one. A verification under way ends as it began.
 */
public final class TrustInUse {

    private final KnownRevocations revocations;
    private final ValidationPolicy policy;
    private final VerificationLimits limits;
    private volatile Verifiers current;

    private record Verifiers(
            TrustStores stores, VerifyPdf pdf, VerifyFiles files, VerifyEnvelope envelope, VerifyTimestamp timestamps) {
        static Verifiers of(
                TrustStores stores, KnownRevocations revocations, ValidationPolicy policy, VerificationLimits limits) {
            VerifyPdf pdf = new VerifyPdf(stores, revocations, policy, limits.pdf());
            return new Verifiers(
                    stores,
                    pdf,
                    FileVerifiers.with(pdf, stores, revocations, policy, limits),
                    new VerifyEnvelope(stores, revocations, policy, limits.envelope()),
                    new VerifyTimestamp(stores, revocations, policy));
        }
    }

    /** @param revocations of the same stores */
    TrustInUse(TrustStores stores, KnownRevocations revocations, ValidationPolicy policy, VerificationLimits limits) {
        this.revocations = revocations;
        this.policy = policy;
        this.limits = limits;
        this.current = Verifiers.of(stores, revocations, policy, limits);
    }

    /** Other stores from now on. */
    void use(TrustStores stores) {
        // Before what was settled by the new stores is looked at again, the verifiers must be the new ones.
        current = Verifiers.of(stores, revocations, policy, limits);
        revocations.trust(stores);
    }

    TrustStores stores() {
        return current.stores();
    }

    public VerifyPdf pdf() {
        return current.pdf();
    }

    /** Files of any form. */
    public VerifyFiles files() {
        return current.files();
    }

    public VerifyEnvelope envelope() {
        return current.envelope();
    }

    VerifyTimestamp timestamps() {
        return current.timestamps();
    }
}
