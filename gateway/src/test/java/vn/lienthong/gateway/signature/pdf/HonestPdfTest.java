package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;

class HonestPdfTest {

    @Test
    void oneSealPassesWithEveryFact() {
        SignatureReport report = PdfFixture.verify(PdfFixture.sealed());

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.presence()).isEqualTo(Presence.SIGNED);
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts()).hasSize(1);
        SignatureFacts facts = report.verdicts().getFirst().facts();
        assertThat(facts.subFilter()).isEqualTo("ETSI.CAdES.detached");
        assertThat(facts.inPdf()).isTrue();
        assertThat(facts.coverage()).isEqualTo(Coverage.WHOLE_FILE);
        assertThat(facts.integrity()).isEqualTo(Integrity.INTACT);
        assertThat(facts.path()).isEqualTo(PathStatus.TRUSTED);
        assertThat(facts.revocation().status()).isEqualTo(RevocationFacts.Status.GOOD);
        assertThat(facts.algorithms().digest()).isEqualTo("SHA-256");
        assertThat(facts.algorithms().signature()).isEqualTo("RSA");
        assertThat(facts.algorithms().keyBits()).isEqualTo(2048);
        assertThat(facts.time().claimed()).contains(DevTrust.NOW);
        assertThat(facts.time().used()).isEqualTo(DevTrust.NOW);
        assertThat(facts.signer().orElseThrow().agencyCode()).contains(DevTrust.CODE);
        assertThat(facts.signer().orElseThrow().organisation()).isEqualTo(DevTrust.AGENCY);
        assertThat(facts.signer().orElseThrow().branch()).contains("GOVERNMENT");
        assertThat(facts.changesAfter()).isEmpty();
    }

    @Test
    void officerThenSealThenStampPassAndEachNamesWhatCameAfter() {
        SignatureReport report = PdfFixture.verify(PdfFixture.signedThrice());

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts())
                .extracting(verdict -> verdict.facts().signer().orElseThrow().commonName())
                .containsExactly("Nguyễn Văn A", DevTrust.AGENCY, "Trần Thị B");
        assertThat(report.verdicts())
                .extracting(verdict -> verdict.facts().coverage())
                .containsExactly(Coverage.WHOLE_REVISION, Coverage.WHOLE_REVISION, Coverage.WHOLE_FILE);
        assertThat(report.verdicts().getFirst().facts().changesAfter())
                .isNotEmpty()
                .allMatch(change -> change.kind() == Change.Kind.UNSEEN_FIELD_ADDED);
    }

    @Test
    void packedObjectsAreReadAsWell() {
        byte[] signed = PdfFixture.sign(PdfFixture.packedBytes(), DevTrust.official("Nguyễn Văn A"));
        byte[] sealed = PdfFixture.sign(signed, DevTrust.seal(Fate.GOOD));

        SignatureReport report = PdfFixture.verify(sealed);

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts()).hasSize(2);
    }

    @Test
    void curvesPassAsRsaDoes() {
        byte[] sealed = PdfFixture.sign(
                PdfFixture.letterBytes(),
                DevTrust.key(DevTrust.curves().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD)));
        VerifyPdf verifier = new VerifyPdf(
                DevTrust.stores(DevTrust.curves()),
                DevTrust.lists(DevTrust.curves()),
                vn.lienthong.gateway.signature.ValidationPolicy.standard(),
                PdfLimits.standard());

        SignatureReport report = verifier.verify("letter.pdf", PdfBytes.of(sealed), DevTrust.NOW);

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().algorithms().keyBits()).isEqualTo(256);
    }

    @Test
    void unsignedIsUnsignedAndOtherKindsAreNotApplicable() {
        assertThat(PdfFixture.verify(PdfFixture.letterBytes()).presence()).isEqualTo(Presence.UNSIGNED);
        assertThat(PdfFixture.verify(PdfFixture.packedBytes()).presence()).isEqualTo(Presence.UNSIGNED);
        assertThat(PdfFixture.verify("PK no pdf".getBytes(StandardCharsets.US_ASCII))
                        .presence())
                .isEqualTo(Presence.NOT_APPLICABLE);
        assertThat(PdfFixture.verify(new byte[0]).presence()).isEqualTo(Presence.NOT_APPLICABLE);
    }
}
