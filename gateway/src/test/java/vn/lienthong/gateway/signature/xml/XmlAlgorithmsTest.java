package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.xml.XmlFixture.LETTER;
import static vn.lienthong.gateway.signature.xml.XmlFixture.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.AlgorithmEnd;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;

/** Plain XML-DSig made by Santuario, with every algorithm that we let through: ours reads the same as its maker. */
class XmlAlgorithmsTest {
    private static final String SHA512 = "http://www.w3.org/2001/04/xmlenc#sha512";

    private static byte[] made(String method, String digest, String form, DevelopmentPki pki) throws Exception {
        Init.init();
        DevIdentity seal = pki.sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD);
        Document document =
                XmlDocument.parse(new ByteArrayInputStream(bytes(LETTER))).document();
        XMLSignature signature = new XMLSignature(document, "", method, 0, form, null, parameters(method));
        document.getDocumentElement().appendChild(signature.getElement());
        Transforms transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
        transforms.addTransform(form);
        signature.addDocument("", transforms, digest);
        signature.addKeyInfo(seal.certificate());
        signature.sign(seal.key());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_WITH_COMMENTS).canonicalizeSubtree(document, out);
        return out.toByteArray();
    }

    private static @Nullable AlgorithmParameterSpec parameters(String method) {
        return method.equals(XmlNames.PSS)
                ? new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 48, 1)
                : null;
    }

    private static SignatureReport verify(byte[] file, DevelopmentPki pki) throws Exception {
        return XmlFixture.verifier(pki).verify(SignedFile.of("a.xml", file), List.of(), DevTrust.NOW);
    }

    static Stream<Arguments> algorithms() {
        String rsa = XmlNames.MORE_2001 + "rsa-sha";
        String ecdsa = XmlNames.MORE_2001 + "ecdsa-sha";
        String sha3 = XmlNames.MORE_2007 + "sha3-";
        return Stream.of(
                Arguments.of(rsa + "256", XmlNames.SHA256, XmlNames.INCLUSIVE, false),
                Arguments.of(rsa + "384", XmlNames.MORE_2001 + "sha384", XmlNames.INCLUSIVE + "#WithComments", false),
                Arguments.of(rsa + "512", SHA512, XmlNames.CANONICAL_11, false),
                Arguments.of(rsa + "256", sha3 + "256", XmlNames.CANONICAL_11 + "#WithComments", false),
                Arguments.of(XmlNames.PSS_SHA256, XmlNames.SHA256, XmlNames.EXCLUSIVE, false),
                Arguments.of(XmlNames.MORE_2007 + "sha384-rsa-MGF1", SHA512, XmlNames.EXCLUSIVE, false),
                Arguments.of(XmlNames.MORE_2007 + "sha512-rsa-MGF1", SHA512, XmlNames.EXCLUSIVE, false),
                Arguments.of(sha3 + "256-rsa-MGF1", sha3 + "256", XmlNames.EXCLUSIVE + "WithComments", false),
                Arguments.of(sha3 + "512-rsa-MGF1", sha3 + "512", XmlNames.EXCLUSIVE, false),
                Arguments.of(XmlNames.PSS, XmlNames.SHA256, XmlNames.EXCLUSIVE, false),
                Arguments.of(ecdsa + "256", XmlNames.SHA256, XmlNames.EXCLUSIVE, true),
                Arguments.of(ecdsa + "384", XmlNames.SHA256, XmlNames.EXCLUSIVE, true),
                Arguments.of(ecdsa + "512", XmlNames.SHA256, XmlNames.EXCLUSIVE, true),
                Arguments.of(XmlNames.MORE_2021 + "ecdsa-sha3-256", sha3 + "384", XmlNames.EXCLUSIVE, true));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void passes(String method, String digest, String form, boolean curves) throws Exception {
        DevelopmentPki pki = curves ? DevTrust.curves() : DevTrust.pki();
        SignatureReport report = verify(made(method, digest, form, pki), pki);

        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        SignatureFacts facts = report.verdicts().getFirst().facts();
        assertThat(facts.coverage()).isEqualTo(Coverage.WHOLE_FILE);
        assertThat(facts.subFilter()).isEqualTo("XML-DSig");
        assertThat(report.allFindings()).singleElement().satisfies(one -> assertThat(one.text())
                .startsWith("SigningCertificateV2: missing"));
    }

    @Test
    void sha1IsIntactAndWeak() throws Exception {
        byte[] file = made(XmlNames.DSIG + "rsa-sha1", XmlNames.DSIG + "sha1", XmlNames.EXCLUSIVE, DevTrust.pki());
        SignatureReport report = verify(file, DevTrust.pki());

        assertThat(report.verdicts().getFirst().facts().integrity()).isEqualTo(Integrity.INTACT);
        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.CRYPTO_CONSTRAINTS_FAILURE);
    }

    private static SignatureReport by(Rules rules, byte[] file) throws IOException {
        return XmlFixture.verifier(DevTrust.pki(), ValidationPolicy.standard().with(rules))
                .verify(SignedFile.of("a.xml", file), List.of(), DevTrust.NOW);
    }

    @ParameterizedTest
    @CsvSource({"GOVERNMENT, INDETERMINATE", "PARTY, TOTAL_PASSED"})
    void aMissingReferenceIsWeighedByItsBranch(String branch, Indication expected) throws Exception {
        Rules.Place place = new Rules.Place(Rule.MISSING_REFERENCE, Optional.of(branch), Optional.empty());
        byte[] file = made(XmlNames.RSA_SHA256, XmlNames.SHA256, XmlNames.EXCLUSIVE, DevTrust.pki());

        assertThat(by(new Rules(Map.of(place, Level.FAIL), List.of(), Optional.empty()), file)
                        .overall())
                .isEqualTo(expected);
    }

    /** Of the signature and of each reference: what ended of them is enough for a forger. */
    @ParameterizedTest
    @ValueSource(strings = {"SHA-256", "SHA-512"})
    void everyDigestMayHaveEnded(String digest) throws Exception {
        byte[] file = made(XmlNames.RSA_SHA256, SHA512, XmlNames.EXCLUSIVE, DevTrust.pki());
        AlgorithmEnd end = new AlgorithmEnd(digest, 0, DevTrust.NOW.minusSeconds(1));
        AlgorithmEnd other = new AlgorithmEnd("SHA-384", 0, DevTrust.NOW.minusSeconds(1));

        assertThat(by(new Rules(Map.of(), List.of(end), Optional.empty()), file)
                        .verdicts()
                        .getFirst()
                        .subIndication())
                .contains(SubIndication.CRYPTO_CONSTRAINTS_FAILURE);
        assertThat(by(new Rules(Map.of(), List.of(other), Optional.empty()), file)
                        .overall())
                .isEqualTo(Indication.TOTAL_PASSED);
    }

    /** RFC 6931 §2.3.6: two numbers of full length, neither DER nor shortened. */
    @Test
    void aValueOfAnotherLengthIsRefused() throws Exception {
        String file =
                XmlFixture.text(made(XmlNames.ECDSA_SHA256, XmlNames.SHA256, XmlNames.EXCLUSIVE, DevTrust.curves()));
        String longer = file.replaceFirst("(<ds:SignatureValue>)", "$1AAAA");

        assertThat(longer).isNotEqualTo(file);
        assertThat(verify(bytes(longer), DevTrust.curves())
                        .verdicts()
                        .getFirst()
                        .subIndication())
                .contains(SubIndication.SIG_CRYPTO_FAILURE);
    }
}
