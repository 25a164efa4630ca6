package vn.lienthong.gateway.signature.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.cms.CmsFixture.CONTENT;
import static vn.lienthong.gateway.signature.cms.CmsFixture.FILE;

import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.cades.signature.CAdESTimestampParameters;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Differential;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SecondOpinions;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.pdf.LongTerm;

/** CMS files that differ in fate, form, algorithm and tampering, judged by us and by the EU's engine. */
class CmsSecondOpinionTest {
    private static final SecondOpinions RSA = new SecondOpinions(DevTrust.pki());
    private static final SecondOpinions CURVES = new SecondOpinions(DevTrust.curves());
    private static final List<String> ALGORITHMS = List.of(
            "SHA256WITHRSA",
            "SHA512WITHRSA",
            "SHA3-256WITHRSA",
            "SHA256WITHRSAANDMGF1",
            "SHA3-256WITHRSAANDMGF1",
            "SHA256WITHECDSA",
            "SHA384WITHECDSA",
            "SHA3-256WITHECDSA");

    private enum Tampering {
        NONE,
        CONTENT,
        SIGNATURE_VALUE,
        ATTRIBUTE,
        TRAILING_BYTES;

        byte[] of(byte[] cms) {
            return switch (this) {
                case NONE, CONTENT -> cms;
                case SIGNATURE_VALUE -> CmsSurgery.part(cms, CmsSurgery.VALUE, new DEROctetString(new byte[256]));
                case ATTRIBUTE -> CmsSurgery.without(cms, CMSAttributes.signingTime);
                case TRAILING_BYTES -> Arrays.copyOf(cms, cms.length + 1);
            };
        }
    }

    /** EN 319 122-1 §6. */
    private enum Level {
        B,
        T,
        LT,
        LTA;

        byte[] of(byte[] cms, DevelopmentPki pki) {
            try {
                byte[] timed = this == B
                        ? cms
                        : CmsAddition.withTimestamp(
                                cms, LongTerm.token(Sha256.of(CmsAddition.signatureValue(cms)), pki));
                byte[] kept = compareTo(LT) < 0 ? timed : CmsAddition.withEvidence(timed, LongTerm.lists(pki));
                if (this != LTA) {
                    return kept;
                }
                StampCms stamp = StampCms.prepare(kept, FILE);
                return stamp.complete(LongTerm.token(stamp.digest(), pki));
            } catch (CmsException | IOException fault) {
                throw new AssertionError(fault);
            }
        }
    }

    private record Case(Fate fate, boolean attached, String algorithm, Level level, Tampering tampering) {}

    private static String agree(Fate fate, boolean attached, String algorithm, Tampering tampering) {
        return agree(new Case(fate, attached, algorithm, Level.B, tampering));
    }

    private static String agree(Case one) {
        boolean attached = one.attached();
        String algorithm = one.algorithm();
        Tampering tampering = one.tampering();
        boolean curve = algorithm.endsWith("ECDSA");
        DevelopmentPki pki = curve ? DevTrust.curves() : DevTrust.pki();
        byte[] basic = CmsFixture.signed(
                attached, new CmsFixture.By(pki.sealOf(DevTrust.CODE, DevTrust.AGENCY, one.fate()), algorithm));
        byte[] cms = tampering.of(one.level().of(basic, pki));
        byte[] content = CONTENT.clone();
        content[0] ^= (byte) (tampering == Tampering.CONTENT ? 1 : 0);
        boolean handed = !attached || tampering == Tampering.CONTENT;
        SignedFile[] beside = handed ? new SignedFile[] {SignedFile.of(FILE.name(), content)} : new SignedFile[0];

        SignatureReport ours = curve ? CmsFixture.verifyCurves(cms, beside) : CmsFixture.verify(cms, beside);

        assertThat(tampering == Tampering.NONE || ours.overall() != Indication.TOTAL_PASSED)
                .isTrue();
        if (attached && tampering == Tampering.CONTENT) {
            // RFC 5652 §5.2 knows one content: DSS reads the one inside and does not look at the one beside.
            assertThat(ours.overall()).isEqualTo(Indication.TOTAL_FAILED);
            return "another content beside, RFC 5652 §5.2";
        }
        return (curve ? CURVES : RSA).agreeOrDifferByRight(ours, SignedFile.of("congvan.pdf.p7s", cms), beside);
    }

    @ParameterizedTest
    @CsvSource({
        "GOOD, true, SHA256WITHRSA, NONE",
        "GOOD, false, SHA3-256WITHECDSA, NONE",
        "REVOKED, false, SHA256WITHRSAANDMGF1, NONE",
        "GOOD, false, SHA256WITHRSA, CONTENT"
    })
    void aSampleAgrees(Fate fate, boolean attached, String algorithm, Tampering tampering) {
        agree(fate, attached, algorithm, tampering);
    }

    private static Stream<Arguments> everything() {
        return Stream.of(Fate.values()).flatMap(fate -> ALGORITHMS.stream().flatMap(algorithm -> Stream.of(
                        Tampering.values())
                .filter(tampering ->
                        tampering == Tampering.NONE || fate == Fate.GOOD || algorithm.equals("SHA256WITHRSA"))
                .map(tampering -> Arguments.of(fate, attached(fate, algorithm, tampering), algorithm, tampering))));
    }

    /** Each in turn: every fate, algorithm and tampering meets both forms. */
    private static boolean attached(Fate fate, String algorithm, Tampering tampering) {
        return (place(Fate.values(), fate) + ALGORITHMS.indexOf(algorithm) + place(Tampering.values(), tampering)) % 2
                == 0;
    }

    private static <T> int place(T[] all, T one) {
        return List.of(all).indexOf(one);
    }

    @Tag("ci")
    @ParameterizedTest
    @MethodSource("everything")
    void agreeOrDifferByRight(Fate fate, boolean attached, String algorithm, Tampering tampering) {
        agree(fate, attached, algorithm, tampering);
    }

    /** All there are: thousands. */
    @Tag("deep")
    @Test
    void allAgreeOrDifferByRight() throws Exception {
        List<Case> all = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            for (String algorithm : ALGORITHMS) {
                for (Level level : Level.values()) {
                    for (Tampering tampering : Tampering.values()) {
                        all.add(new Case(fate, true, algorithm, level, tampering));
                        all.add(new Case(fate, false, algorithm, level, tampering));
                    }
                }
            }
        }
        new Differential("CMS").over(all, CmsSecondOpinionTest::agree);
    }

    @Test
    void ourArchiveTimestampPassesThere() throws Exception {
        byte[] cms = new SignCms(DevTrust.seal(Fate.GOOD)).detached(FILE, DevTrust.NOW);
        cms = CmsAddition.withTimestamp(
                cms, LongTerm.token(Sha256.of(CmsAddition.signatureValue(cms)), DevTrust.pki()));
        StampCms stamp = StampCms.prepare(CmsAddition.withEvidence(cms, LongTerm.lists(DevTrust.pki())), FILE);
        byte[] archived = stamp.complete(LongTerm.token(stamp.digest(), DevTrust.pki()));

        assertThat(CmsFixture.verify(archived, FILE).overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(RSA.theirs(SignedFile.of("congvan.pdf.p7s", archived), FILE)).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void theirArchiveTimestampPassesHere() throws Exception {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(DevTrust.pki().root(Branch.GOVERNMENT)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(SecondOpinions.lists(DevTrust.pki()).stream()
                .map(ByteArrayInputStream::new)
                .toArray(InputStream[]::new)));
        CAdESService service = new CAdESService(verifier);
        service.setTspSource(
                (algorithm, digest) -> new TimestampBinary(LongTerm.token(Sha256.ofDigest(digest), DevTrust.pki())));
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_LTA);
        parameters.setDetachedContents(List.of(new InMemoryDocument(CONTENT, FILE.name())));
        parameters.setSignatureTimestampParameters(new CAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setArchiveTimestampParameters(new CAdESTimestampParameters(DigestAlgorithm.SHA256));
        byte[] basic = new SignCms(DevTrust.seal(Fate.GOOD)).detached(FILE, DevTrust.NOW);
        ByteArrayOutputStream extended = new ByteArrayOutputStream();
        service.extendDocument(new InMemoryDocument(basic), parameters).writeTo(extended);

        SignatureReport report = CmsFixture.verify(extended.toByteArray(), FILE);

        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.allFindings()).isEmpty();
        assertThat(report.timestamps()).singleElement().matches(DocumentTimestamp::proven);
    }
}
