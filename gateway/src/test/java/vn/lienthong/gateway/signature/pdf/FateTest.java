package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.DevTrust.AGENCY;
import static vn.lienthong.gateway.signature.DevTrust.CODE;
import static vn.lienthong.gateway.signature.DevTrust.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/** What becomes of a signature by what becomes of its certificate; dates as {@link Fate} promises them. */
class FateTest {

    private static SignatureVerdict verdict(Fate fate, Instant claimed, Instant validation) {
        byte[] sealed = PdfFixture.sign(PdfFixture.letterBytes(), DevTrust.seal(fate), claimed);
        return verdict(sealed, DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), validation);
    }

    private static SignatureVerdict verdict(
            byte[] sealed, TrustStores stores, Revocations revocations, Instant validation) {
        var report = new VerifyPdf(stores, revocations, ValidationPolicy.standard(), PdfLimits.standard())
                .verify("letter.pdf", PdfBytes.of(sealed), validation);
        assertThat(report.presence()).isEqualTo(Presence.SIGNED);
        SignatureVerdict verdict = report.verdicts().getFirst();
        assertThat(verdict.facts().integrity()).isEqualTo(Integrity.INTACT);
        return verdict;
    }

    /** Signed by its own word at the time of validation. */
    @ParameterizedTest
    @CsvSource({
        "GOOD, ,TRUSTED",
        "REVOKED, REVOKED, TRUSTED",
        "EXPIRED, EXPIRED, TRUSTED",
        "NOT_YET_VALID, NOT_YET_VALID, TRUSTED",
        "WRONG_USAGE, CHAIN_CONSTRAINTS_FAILURE, CONSTRAINTS_BROKEN",
        "UNTRUSTED, NO_CERTIFICATE_CHAIN_FOUND, UNTRUSTED",
        "WRONG_BRANCH, , TRUSTED",
        "OCSP_DOWN, , TRUSTED"
    })
    void eachFateHasItsVerdict(Fate fate, SubIndication expected, PathStatus path) {
        SignatureVerdict verdict = verdict(fate, NOW, NOW);

        assertThat(verdict.subIndication()).isEqualTo(Optional.ofNullable(expected));
        assertThat(verdict.facts().path()).isEqualTo(path);
    }

    @Test
    void theBranchIsAFactAndNotTheAgencys() {
        assertThat(verdict(Fate.WRONG_BRANCH, NOW, NOW)
                        .facts()
                        .signer()
                        .orElseThrow()
                        .branch())
                .contains("PARTY");
    }

    /** A claimed time never helps, it only stops short of harming. */
    @ParameterizedTest
    @CsvSource({"REVOKED, 40, REVOKED_NO_POE", "EXPIRED, 40, OUT_OF_BOUNDS_NO_POE"})
    void whoClaimsToHaveSignedBeforeIsNotBelievedNorCondemned(Fate fate, int daysBefore, SubIndication expected) {
        assertThat(verdict(fate, NOW.minus(Duration.ofDays(daysBefore)), NOW).subIndication())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, ", "6, ", "8, SIG_CONSTRAINTS_FAILURE"})
    void localTimeLabelledUtcIsTolerated(int hoursAhead, SubIndication expected) {
        assertThat(verdict(Fate.GOOD, NOW.plus(Duration.ofHours(hoursAhead)), NOW)
                        .subIndication())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void withoutAListTheAnswerIsLaterAndTheAddressIsRemembered() {
        CrlCache empty = DevTrust.empty(DevTrust.pki());
        SignatureVerdict verdict = verdict(PdfFixture.sealed(), DevTrust.stores(DevTrust.pki()), empty, NOW);

        assertThat(verdict.indication()).isEqualTo(Indication.INDETERMINATE);
        assertThat(verdict.subIndication()).contains(SubIndication.TRY_LATER);
        assertThat(empty.missing())
                .isNotEmpty()
                .allMatch(wanted -> wanted.address().getHost().equals("pki.example"));
    }

    @Test
    void anOldListIsNoAnswer() {
        assertThat(verdict(
                                PdfFixture.sealed(),
                                DevTrust.stores(DevTrust.pki()),
                                DevTrust.lists(DevTrust.pki()),
                                NOW.plus(Duration.ofDays(8)))
                        .subIndication())
                .contains(SubIndication.TRY_LATER);
    }

    @Test
    void thePathIsFoundThoughTheSignatureHoldsTheLeafAlone() {
        var seal = DevTrust.pki().sealOf(CODE, AGENCY, Fate.GOOD);
        byte[] sealed = PdfFixture.sign(
                PdfFixture.letterBytes(),
                vn.lienthong.gateway.signature.key.Pkcs12SigningKey.of(
                        seal.key(), java.util.List.of(seal.certificate())));

        assertThat(verdict(sealed, DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), NOW)
                        .indication())
                .isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void noTrustNoPass() {
        assertThat(verdict(PdfFixture.sealed(), TrustStores.of(), Revocations.none(), NOW)
                        .subIndication())
                .contains(SubIndication.NO_CERTIFICATE_CHAIN_FOUND);
    }
}
