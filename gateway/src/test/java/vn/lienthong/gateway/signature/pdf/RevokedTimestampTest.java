package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.DevTrust.NOW;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.RevocationAnswer;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/** What a timestamp is still worth when its authority was revoked later (RFC 3161 §4). */
final class RevokedTimestampTest {
    private static final Instant REVOKED = NOW.plus(Duration.ofDays(30));
    private static final Instant LATER = NOW.plus(Duration.ofDays(40));
    private static final X509Certificate AUTHORITY = DevTrust.pki().timestampCertificate();

    private static final byte[] STAMPED =
            LongTerm.stamped(PdfFixture.sign(PdfFixture.letterBytes(), DevTrust.seal(Fate.GOOD)), DevTrust.pki());

    private static SignatureReport verify(byte[] file, X509Certificate revoked, String reason, Instant at) {
        Revocations known = (certificate, issuer, when) -> certificate.equals(revoked)
                ? new RevocationAnswer.Revoked(REVOKED, reason, "CRL", LATER)
                : new RevocationAnswer.Good("CRL", when, when.plusSeconds(60));
        TrustStores both = new TrustStores(Stream.of(DevTrust.pki(), DevTrust.curves())
                .flatMap(pki -> DevTrust.stores(pki).stores().stream())
                .toList());
        return new VerifyPdf(both, known, ValidationPolicy.standard(), PdfLimits.standard())
                .verify("letter.pdf", PdfBytes.of(file), at);
    }

    @ParameterizedTest
    @CsvSource({
        "CESSATION_OF_OPERATION, true",
        "SUPERSEDED, true",
        "AFFILIATION_CHANGED, true",
        "UNSPECIFIED, true",
        "KEY_COMPROMISE, false",
        "CA_COMPROMISE, false",
        "CERTIFICATE_HOLD, false",
        "PRIVILEGE_WITHDRAWN, false",
        "NOT_GIVEN, false"
    })
    void theReasonDecides(String reason, boolean proven) {
        SignatureReport report = verify(STAMPED, AUTHORITY, reason, LATER);
        assertThat(report.timestamps()).singleElement().matches(stamp -> stamp.proven() == proven);
        assertThat(report.verdicts().getFirst().facts().time().timestampProven())
                .isEqualTo(proven);
        assertThat(report.findings().stream().anyMatch(finding -> finding.text().contains(reason)))
                .isEqualTo(!proven);
    }

    @Test
    void whatIsReceivedBeforeTheRevocationIsOlderThanTheHarm() {
        Instant before = REVOKED.minusSeconds(1);
        assertThat(verify(STAMPED, AUTHORITY, "KEY_COMPROMISE", before).timestamps())
                .singleElement()
                .matches(stamp -> stamp.proven());
    }

    @Test
    void anotherAuthoritysTimestampOverItSavesIt() {
        byte[] twice = LongTerm.stamped(STAMPED, DevTrust.curves());
        SignatureReport report = verify(twice, AUTHORITY, "KEY_COMPROMISE", LATER);
        assertThat(report.timestamps()).hasSize(2).allMatch(stamp -> stamp.proven());

        SignatureReport lost = verify(twice, DevTrust.curves().timestampCertificate(), "KEY_COMPROMISE", LATER);
        assertThat(lost.timestamps().stream().map(stamp -> stamp.proven()).toList())
                .as("the first stands by itself")
                .isEqualTo(List.of(true, false));
    }

    @Test
    void anAuthorityAboveItCountsLikewise() {
        X509Certificate above = DevTrust.pki().issuingCa(Branch.GOVERNMENT);
        assertThat(verify(STAMPED, above, "KEY_COMPROMISE", LATER).timestamps())
                .singleElement()
                .satisfies(stamp -> assertThat(stamp.reason()).contains(SubIndication.REVOKED_CA_NO_POE));
        assertThat(verify(STAMPED, above, "SUPERSEDED", LATER).timestamps())
                .singleElement()
                .matches(stamp -> stamp.proven());
    }
}
