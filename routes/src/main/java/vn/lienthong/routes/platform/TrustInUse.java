package vn.lienthong.routes.platform;

import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.xml.EnvelopeLimits;
import vn.lienthong.gateway.signature.xml.VerifyEnvelope;

/**
 * Whom we trust at this moment, and the verifiers that go with it: what they remember of paths is only true of their own
 * stores, so all are replaced as one. A verification under way ends as it began.
 */
public final class TrustInUse {

    private final CrlCache revocations;
    private volatile Verifiers current;

    private record Verifiers(TrustStores stores, VerifyPdf pdf, VerifyEnvelope envelope, VerifyTimestamp timestamps) {
        static Verifiers of(TrustStores stores, CrlCache revocations) {
            ValidationPolicy policy = ValidationPolicy.standard();
            return new Verifiers(
                    stores,
                    new VerifyPdf(stores, revocations, policy, PdfLimits.standard()),
                    new VerifyEnvelope(stores, revocations, policy, EnvelopeLimits.standard()),
                    new VerifyTimestamp(stores, revocations, policy));
        }
    }

    /** @param revocations of the same stores */
    TrustInUse(TrustStores stores, CrlCache revocations) {
        this.revocations = revocations;
        this.current = Verifiers.of(stores, revocations);
    }

    /** Other stores from now on. */
    void use(TrustStores stores) {
        // Before what was settled by the new stores is looked at again, the verifiers must be the new ones.
        current = Verifiers.of(stores, revocations);
        revocations.trust(stores);
    }

    TrustStores stores() {
        return current.stores();
    }

    public VerifyPdf pdf() {
        return current.pdf();
    }

    public VerifyEnvelope envelope() {
        return current.envelope();
    }

    VerifyTimestamp timestamps() {
        return current.timestamps();
    }
}
