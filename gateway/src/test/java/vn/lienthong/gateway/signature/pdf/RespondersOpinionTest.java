package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Tokens;
import vn.lienthong.gateway.signature.path.KeptRevocations;
import vn.lienthong.gateway.signature.secondopinion.DssOpinion;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;
import vn.lienthong.gateway.signature.secondopinion.RevocationAtHand;

/** Where an authority answers by responders alone, the other engine is told what we were told: else it could only doubt. */
@Tag("ci")
class RespondersOpinionTest {
    private static final DevelopmentPki PKI = DevTrust.pki();

    private static Indication theirs(Fate fate, KeptRevocations answers) throws NoOpinion {
        List<byte[]> root = List.of(PKI.rootCrl(Branch.GOVERNMENT));
        byte[] signed = PdfFixture.sign(PdfFixture.letterBytes(), DevTrust.seal(fate));
        return new DssOpinion(DevTrust.stores(PKI), () -> new RevocationAtHand(root, answers))
                .about("thư.pdf", signed, DevTrust.NOW)
                .signatures()
                .getFirst()
                .indication();
    }

    private static Optional<KeptRevocations.Published> asked(X509Certificate certificate, X509Certificate issuer) {
        return Optional.of(new KeptRevocations.Published(Tokens.about(certificate, issuer, PKI), true, DevTrust.NOW));
    }

    @Test
    void theOtherEngineKnowsWhatRespondersSaid() throws NoOpinion {
        assertThat(theirs(Fate.GOOD, (certificate, issuer) -> Optional.empty()))
                .as("it knows of no list and no answer")
                .isEqualTo(Indication.INDETERMINATE);
        assertThat(theirs(Fate.GOOD, RespondersOpinionTest::asked)).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(theirs(Fate.REVOKED, RespondersOpinionTest::asked)).isNotEqualTo(Indication.TOTAL_PASSED);
    }
}
