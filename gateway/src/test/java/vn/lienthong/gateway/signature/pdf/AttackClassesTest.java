package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;

/**
 * The attack classes that need more than one changed word, each made by a generator of its own; incremental saving and universal
 * forgery stand in {@link PdfAttackTest}. None passes, none looks unsigned, and what honest people do to the same files passes.
 */
class AttackClassesTest {
    private static final byte[] SEALED = PdfFixture.sealed();

    static Stream<PdfAttack> attacks() {
        return Stream.of(
                        new WrappingAttacks(SEALED).all(),
                        ShadowAttacks.all(),
                        CertificationAttacks.all(),
                        new StructureAttacks(SEALED).all())
                .flatMap(all -> all);
    }

    static Stream<PdfAttack> denials() {
        return new DenialAttacks(SEALED).all();
    }

    @ParameterizedTest
    @MethodSource("denials")
    @Tag("ci")
    void noAttackOnTimeOrMemoryPasses(PdfAttack attack) {
        noAttackPasses(attack);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noAttackPasses(PdfAttack attack) {
        SignatureReport report = PdfFixture.verify(attack.file());

        assertThat(report.overall()).isNotEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.presence()).isIn(Presence.SIGNED, Presence.BROKEN);
        assertThat(report.allFindings())
                .extracting(Finding::code)
                .containsAnyElementsOf(expected(attack))
                .doesNotContain(ErrorCode.INTERNAL);
    }

    private static List<ErrorCode> expected(PdfAttack attack) {
        return attack.kind().equals("SSA, P2") && attack.name().contains("stranger")
                ? List.of(ErrorCode.SIGNATURE_UNTRUSTED)
                : List.of(ErrorCode.SIGNATURE_BROKEN, ErrorCode.CHANGED_AFTER_SIGNING, ErrorCode.SIGNATURE_FAILED);
    }

    /** What hides something before it is signed cannot be seen by the signature: the signers' files stay good. */
    @Test
    void whatTheVictimsSignedPasses() {
        assertThat(ShadowAttacks.before().map(PdfFixture::verify).map(SignatureReport::overall))
                .containsOnly(Indication.TOTAL_PASSED);
    }

    /** Officer, then seal, then incoming stamp, then what shall keep them provable, then a timestamp over all. */
    @Test
    void theUsualLifeOfALetterPassesAtEachStep() {
        byte[] thrice = PdfFixture.signedThrice();
        byte[] kept = LongTerm.with(thrice, LongTerm.lists(DevTrust.pki()));
        byte[] stamped = LongTerm.stamped(kept, DevTrust.pki());

        for (byte[] file : List.of(thrice, kept, stamped)) {
            SignatureReport report = PdfFixture.verify(file);
            assertThat(report.verdicts()).hasSize(3);
            assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aCertifiedLetterMayBeSignedAndStamped(int permission) {
        byte[] certified = CertifiedPdf.of(PdfFixture.letterBytes(), DevTrust.seal(Fate.GOOD), permission);
        byte[] signed = PdfFixture.sign(certified, DevTrust.official("Trần Thị B"));

        assertThat(PdfFixture.verify(certified).overall()).isEqualTo(Indication.TOTAL_PASSED);
        SignatureReport report = PdfFixture.verify(signed);
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts()).hasSize(2);
    }

    @Test
    void aLetterCertifiedWithoutAnyChangePassesAsItIs() {
        byte[] certified = CertifiedPdf.of(PdfFixture.letterBytes(), DevTrust.seal(Fate.GOOD), 1);

        assertThat(PdfFixture.verify(certified).overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(PdfFixture.verify(LongTerm.stamped(certified, DevTrust.pki()))
                        .overall())
                .as("under a timestamp, ISO 32000-2 §12.8.2.2.2")
                .isEqualTo(Indication.TOTAL_PASSED);
    }
}
