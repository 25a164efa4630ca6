package vn.lienthong.gateway.signature.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.cms.CmsFixture.CONTENT;
import static vn.lienthong.gateway.signature.cms.CmsFixture.FILE;
import static vn.lienthong.gateway.signature.cms.CmsFixture.signed;
import static vn.lienthong.gateway.signature.cms.CmsFixture.verify;
import static vn.lienthong.gateway.signature.cms.CmsFixture.verifyCurves;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.cms.CmsFixture.By;

/** CMS files as others make them: what passes, and over which content. */
class VerifyCmsTest {
    private static final DevIdentity SEAL = DevTrust.pki().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD);
    private static final DevIdentity CURVE = DevTrust.curves().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD);
    private static final By RSA = new By(SEAL, "SHA256WITHRSA");

    private static void passes(SignatureReport report) {
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.allFindings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA256WITHRSA", "SHA384WITHRSA", "SHA512WITHRSA",
                "SHA3-256WITHRSA", "SHA3-384WITHRSA", "SHA3-512WITHRSA",
                "SHA256WITHRSAANDMGF1", "SHA384WITHRSAANDMGF1", "SHA512WITHRSAANDMGF1",
                "SHA3-256WITHRSAANDMGF1", "SHA3-384WITHRSAANDMGF1", "SHA3-512WITHRSAANDMGF1"
            })
    void everyRsaSchemePasses(String algorithm) {
        SignatureReport report = verify(signed(true, new By(SEAL, algorithm)));

        passes(report);
        assertThat(report.verdicts().getFirst().facts().subFilter()).isEqualTo("CAdES");
        assertThat(algorithm)
                .startsWith(report.verdicts()
                        .getFirst()
                        .facts()
                        .algorithms()
                        .digest()
                        .replace("SHA-", "SHA"));
        passes(verify(signed(false, new By(SEAL, algorithm)), FILE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA256WITHECDSA", "SHA384WITHECDSA", "SHA512WITHECDSA",
                "SHA3-256WITHECDSA", "SHA3-384WITHECDSA", "SHA3-512WITHECDSA"
            })
    void everyCurveSchemePasses(String algorithm) {
        passes(verifyCurves(signed(true, new By(CURVE, algorithm))));
        passes(verifyCurves(signed(false, new By(CURVE, algorithm)), FILE));
    }

    @Test
    void theContentIsTheOneOfItsNameElseTheOnlyOne() {
        byte[] cms = signed(false, RSA);
        SignedFile other = SignedFile.of("khac.pdf", "khác".getBytes(StandardCharsets.UTF_8));
        SignedFile renamed = SignedFile.of("doiten.pdf", CONTENT);

        passes(verify(cms, other, FILE));
        passes(verify(cms, renamed));
        assertThat(verify(cms, other).verdicts().getFirst().subIndication()).contains(SubIndication.HASH_FAILURE);
        for (SignatureReport unknown : List.of(verify(cms), verify(cms, other, renamed), verify(cms, FILE, FILE))) {
            assertThat(unknown.verdicts().getFirst().subIndication()).contains(SubIndication.SIGNED_DATA_NOT_FOUND);
            assertThat(unknown.verdicts().getFirst().facts().integrity()).isEqualTo(Integrity.NOT_CHECKED);
            assertThat(unknown.verdicts().getFirst().facts().signer()).isPresent();
        }
    }

    @Test
    void contentInsideMustBeTheOneHandedIn() {
        byte[] cms = signed(true, RSA);
        SignedFile swapped = SignedFile.of("congvan.pdf", "Công văn số 13/SNV-VP".getBytes(StandardCharsets.UTF_8));

        passes(verify(cms, FILE));
        SignatureReport report = verify(cms, swapped);
        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.HASH_FAILURE);
        assertThat(report.verdicts().getFirst().facts().integrity()).isEqualTo(Integrity.CONTENT_CHANGED);
    }

    @Test
    void contentInsideIsNotHeldAgainstAFileThatOnlyLiesBeside() {
        byte[] attached = signed(true, RSA);
        SignedFile other = SignedFile.of("phu-luc.xlsx", "khác".getBytes(StandardCharsets.UTF_8));

        passes(verify(attached, other));
        assertThat(verify(attached, other.asContent()).verdicts().getFirst().subIndication())
                .as("said to be its content")
                .contains(SubIndication.HASH_FAILURE);
        passes(verify(attached, SignedFile.of("phu-luc.xlsx", CONTENT).asContent()));
        assertThat(verify(signed(false, RSA), other).verdicts().getFirst().subIndication())
                .as("detached: over the only one")
                .contains(SubIndication.HASH_FAILURE);
        passes(verify(
                signed(false, RSA), other, SignedFile.of("doiten.pdf", CONTENT).asContent()));
    }

    @Test
    void eachOfSeveralSignersIsJudgedByHimself() {
        DevIdentity revoked = DevTrust.pki().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.REVOKED);

        SignatureReport report =
                verify(signed(false, RSA, new By(revoked, "SHA256WITHRSA"), new By(SEAL, "SHA512WITHRSA")), FILE);

        assertThat(report.verdicts())
                .extracting(verdict -> verdict.facts().integrity())
                .containsOnly(Integrity.INTACT)
                .hasSize(3);
        assertThat(report.verdicts())
                .filteredOn(verdict -> verdict.indication() == Indication.TOTAL_PASSED)
                .hasSize(2);
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(report.verdicts().getLast().facts().field()).isEqualTo("congvan.pdf.p7s signer 3");
    }

    @Test
    void plainCmsPassesWithAWordAboutTheMissingReference() {
        SignatureReport report = verify(signed(true, new By(SEAL, "SHA256WITHRSA", false)));

        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().subFilter()).isEqualTo("CMS");
        assertThat(report.allFindings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("signingCert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CMS", "PKCS7", "PKCS #7 SIGNED DATA"})
    void armourIsTakenOffAndNothingMayStandAround(String label) {
        String pem = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(signed(true, RSA)) + "\n-----END " + label
                + "-----\n";

        passes(verify(pem.getBytes(StandardCharsets.US_ASCII)));
        for (String doubtful : List.of(pem + pem, pem + "x", pem.replace("\nM", "\n*M"), pem.replace("-----END", ""))) {
            assertThat(verify(doubtful.getBytes(StandardCharsets.US_ASCII)).presence())
                    .isEqualTo(Presence.BROKEN);
        }
    }

    @Test
    void aCounterSignatureIsNamedAndIsNoSignature() throws CmsException {
        byte[] countersigned = CmsAddition.with(signed(true, RSA), "1.2.840.113549.1.9.6", new byte[] {1});

        SignatureReport report = verify(countersigned);

        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts()).hasSize(1);
        assertThat(report.allFindings()).extracting(Finding::code).containsExactly(ErrorCode.SIGNATURE_COUNTERSIGNED);
    }

    @Test
    void whatIsNoCmsIsNotOurs() {
        for (String other : List.of("", "%PDF-1.7", "<a/>", "0", "-----BEGIN CERTIFICATE-----\nMII")) {
            assertThat(verify(other.getBytes(StandardCharsets.US_ASCII)).presence())
                    .isEqualTo(Presence.NOT_APPLICABLE);
        }
        byte[] enveloped = signed(true, RSA);
        enveloped[4 + 10] = 3;
        SignatureReport report = verify(enveloped);
        assertThat(report.presence()).isEqualTo(Presence.NOT_CHECKED);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(ErrorCode.SIGNATURE_NOT_CHECKED);
    }
}
