package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.xml.XmlFixture.LETTER;
import static vn.lienthong.gateway.signature.xml.XmlFixture.bytes;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.reference.CanonicalizationTransform;
import eu.europa.esig.dss.xades.reference.DSSReference;
import eu.europa.esig.dss.xades.reference.EnvelopedSignatureTransform;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Date;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.Revocations;

/** What the EU's engine signs, in its own form and order, at every level, passes with us on what it carries. */
@Tag("ci")
class DssMadeTest {
    private static final DevelopmentPki PKI = DevTrust.pki();

    private static CommonCertificateVerifier trusting() {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        CommonCertificateSource others = new CommonCertificateSource();
        DevTrust.stores(PKI).stores().forEach(store -> {
            store.anchors().forEach(root -> anchors.addCertificate(new CertificateToken(root)));
            store.intermediates().forEach(one -> others.addCertificate(new CertificateToken(one)));
        });
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors);
        verifier.setAdjunctCertSources(others);
        verifier.setCrlSource(new ExternalResourcesCRLSource(XmlFixture.evidence(PKI).lists().stream()
                .map(ByteArrayInputStream::new)
                .toArray(InputStream[]::new)));
        return verifier;
    }

    private static TSPSource authority() {
        return (algorithm, digest) -> new TimestampBinary(XmlFixture.token(Sha256.ofDigest(digest), PKI));
    }

    private static byte[] signed(SignatureLevel level, SignaturePackaging packaging, InMemoryDocument content)
            throws IOException, SigningException {
        DevIdentity seal = PKI.sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD);
        XAdESSignatureParameters how = new XAdESSignatureParameters();
        how.setSignatureLevel(level);
        how.setSignaturePackaging(packaging);
        how.setDigestAlgorithm(DigestAlgorithm.SHA256);
        how.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        how.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        how.setSigningCertificate(new CertificateToken(seal.certificate()));
        how.setCertificateChain(seal.chain().stream().map(CertificateToken::new).toList());
        how.bLevel().setSigningDate(Date.from(DevTrust.NOW));
        if (packaging == SignaturePackaging.ENVELOPED) {
            how.setReferences(List.of(whole(content)));
        }
        XAdESService service = new XAdESService(trusting());
        service.setTspSource(authority());
        byte[] value = Pkcs12SigningKey.of(seal.key(), seal.chain())
                .sign(
                        service.getDataToSign(content, how).getBytes(),
                        vn.lienthong.gateway.signature.key.SignatureAlgorithm.RSA_SHA256);
        DSSDocument signed = service.signDocument(
                content,
                how,
                new SignatureValue(
                        SignatureAlgorithm.getAlgorithm(EncryptionAlgorithm.RSA, DigestAlgorithm.SHA256), value));
        try (InputStream in = signed.openStream()) {
            return in.readAllBytes();
        }
    }

    /** Its own default takes all signatures out by XPath, a transform that we do not follow. */
    private static DSSReference whole(InMemoryDocument content) {
        DSSReference reference = new DSSReference();
        reference.setId("r-0");
        reference.setUri("");
        reference.setContents(content);
        reference.setDigestMethodAlgorithm(DigestAlgorithm.SHA256);
        reference.setTransforms(List.of(
                new EnvelopedSignatureTransform(), new CanonicalizationTransform(CanonicalizationMethod.EXCLUSIVE)));
        return reference;
    }

    @ParameterizedTest
    @CsvSource({
        "XAdES_BASELINE_B, ENVELOPED, false, 0",
        "XAdES_BASELINE_B, ENVELOPING, false, 0",
        "XAdES_BASELINE_B, DETACHED, false, 0",
        "XAdES_BASELINE_T, ENVELOPED, false, 0",
        "XAdES_BASELINE_LT, ENVELOPING, false, 0",
        "XAdES_BASELINE_LTA, ENVELOPED, false, 1",
        "XAdES_BASELINE_LTA, ENVELOPING, false, 1",
        "XAdES_BASELINE_LTA, ENVELOPING, true, 1",
        "XAdES_BASELINE_LTA, DETACHED, false, 1"
    })
    void passesWithUs(SignatureLevel level, SignaturePackaging packaging, boolean text, int stamps)
            throws IOException, SigningException {
        byte[] content = bytes(text ? "phụ lục" : LETTER);
        byte[] file = signed(level, packaging, new InMemoryDocument(content, "thư 1.xml"));
        boolean carries = level.name().contains("LT");
        VerifyXml verifier = carries
                ? new VerifyXml(
                        DevTrust.stores(PKI), Revocations.none(), ValidationPolicy.standard(), XmlLimits.standard())
                : XmlFixture.verifier(PKI);
        List<SignedFile> beside =
                packaging == SignaturePackaging.DETACHED ? List.of(SignedFile.of("thư 1.xml", content)) : List.of();
        SignatureReport report = verifier.verify(SignedFile.of("a.xml", file), beside, DevTrust.NOW);

        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts()).singleElement().satisfies(verdict -> assertThat(
                        verdict.facts().time().timestampProven())
                .isEqualTo(level != SignatureLevel.XAdES_BASELINE_B));
        assertThat(report.timestamps()).hasSize(stamps).allMatch(DocumentTimestamp::proven);
    }
}
