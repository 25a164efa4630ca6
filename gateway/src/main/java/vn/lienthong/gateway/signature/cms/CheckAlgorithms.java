package vn.lienthong.gateway.signature.cms;

import java.security.interfaces.RSAKey;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.KnownCertificate;

/** Acceptance of algorithms (EN 319 102-1 §5.2.8.4): of signatures over documents and of timestamp tokens alike. */
final class CheckAlgorithms {
    private CheckAlgorithms() {}

    static void of(CmsSignature cms, KnownCertificate signer, ValidationPolicy policy, Judgement judgement) {
        String digest = cms.digestName().orElse("");
        if (!digest.isEmpty() && !policy.digests().contains(digest)) {
            weak("digest: " + digest + " (expected: one of " + policy.digests() + ")", judgement);
        }
        boolean rsa = signer.key() instanceof RSAKey;
        int least = rsa ? policy.minimumRsaBits() : policy.minimumEcBits();
        if (signer.keyBits() < least) {
            weak("key of " + signer + ": " + signer.keyBits() + " bits (expected: from " + least + ")", judgement);
        }
    }

    private static void weak(String text, Judgement judgement) {
        judgement.object(SubIndication.CRYPTO_CONSTRAINTS_FAILURE, ErrorCode.SIGNATURE_WEAK_ALGORITHM, text);
    }
}
