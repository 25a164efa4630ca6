package vn.lienthong.gateway.signature.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;

/** A token is measured by what it is signed with, not by its imprint alone (EN 319 102-1 §5.4, §5.2.8.4). */
class WeakTokenTest {
    private static final byte[] STAMPED = {1, 2, 3};

    private static ValidationPolicy policy(Set<String> digests, int rsaBits) {
        ValidationPolicy usual = ValidationPolicy.standard();
        return new ValidationPolicy(
                digests,
                rsaBits,
                usual.minimumEcBits(),
                usual.maximumPathLength(),
                usual.futureClaim(),
                usual.clockSkew(),
                usual.missingCertificateReference(),
                usual.changes());
    }

    /** The authority signs with SHA-256 whatever it is asked to stamp. */
    private static TimestampVerdict verdict(ValidationPolicy policy) throws IOException, TSPException, CmsException {
        TimeStampRequestGenerator request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        byte[] digest = VerifySeal.digest("SHA-512", STAMPED);
        byte[] asked = request.generate(TSPAlgorithms.SHA512, digest).getEncoded();
        byte[] token = new TimeStampResponse(DevTrust.pki().timestamp(asked))
                .getTimeStampToken()
                .getEncoded();
        return new VerifyTimestamp(DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), policy)
                .verify(token, Map.of("SHA-512", digest), DevTrust.NOW);
    }

    @Test
    void whatIsSignedWithAnAcceptedDigestAndKeyProves() throws Exception {
        assertThat(verdict(policy(Set.of("SHA-256", "SHA-512"), 2048)).proven()).isTrue();
    }

    @Test
    void aDigestThatIsNotAcceptedProvesNothingUnderAGoodImprint() throws Exception {
        TimestampVerdict verdict = verdict(policy(Set.of("SHA-512"), 2048));

        assertThat(verdict.proven()).isFalse();
        assertThat(verdict.reason()).contains(SubIndication.CRYPTO_CONSTRAINTS_FAILURE);
        assertThat(verdict.fault().orElseThrow()).contains("digest: SHA-256");
    }

    @Test
    void aKeyThatIsTooShortProvesNothing() throws Exception {
        TimestampVerdict verdict = verdict(policy(Set.of("SHA-256", "SHA-512"), 16_384));

        assertThat(verdict.proven()).isFalse();
        assertThat(verdict.reason()).contains(SubIndication.CRYPTO_CONSTRAINTS_FAILURE);
        assertThat(verdict.fault().orElseThrow()).contains("bits (expected: from 16384)");
    }
}
