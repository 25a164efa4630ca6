package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;

class SignVisiblyTest {

    @Test
    void officerThenSealThenStampAreAllIntactAndSeenAsSignaturesOnly() throws Exception {
        byte[] signed = FormFixture.thrice(FormFixture.letter());

        SignatureReport report = FormFixture.verify(signed);

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts())
                .extracting(verdict -> verdict.facts().coverage())
                .containsExactly(Coverage.WHOLE_REVISION, Coverage.WHOLE_REVISION, Coverage.WHOLE_FILE);
        assertThat(report.verdicts().getFirst().facts().changesAfter())
                .isNotEmpty()
                .allMatch(change -> change.kind() == Change.Kind.SIGNATURE_ADDED);
    }
}
