package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;

/** CMS as others make it (Bouncy Castle's generator), with every algorithm and any number of signers. */
final class CmsFixture {
    static final byte[] CONTENT = "Công văn số 12/SNV-VP".getBytes(StandardCharsets.UTF_8);
    static final SignedFile FILE = SignedFile.of("congvan.pdf", CONTENT);
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final VerifyCms VERIFIER = new VerifyCms(
            DevTrust.stores(DevTrust.pki()),
            DevTrust.lists(DevTrust.pki()),
            ValidationPolicy.standard(),
            CmsLimits.standard());
    private static final VerifyCms CURVES = new VerifyCms(
            DevTrust.stores(DevTrust.curves()),
            DevTrust.lists(DevTrust.curves()),
            ValidationPolicy.standard(),
            CmsLimits.standard());

    /** A signer: an identity and the name of an algorithm, such as {@code SHA256WITHRSA}. */
    record By(DevIdentity identity, String algorithm, boolean reference) {
        By(DevIdentity identity, String algorithm) {
            this(identity, algorithm, true);
        }
    }

    private CmsFixture() {}

    static byte[] signed(boolean attached, By... signers) {
        return signed(attached, DevTrust.NOW, signers);
    }

    static byte[] signed(boolean attached, Instant at, By... signers) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            List<java.security.cert.X509Certificate> certificates = new ArrayList<>();
            for (By one : signers) {
                JcaSignerInfoGeneratorBuilder builder =
                        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                                .setProvider(PROVIDER)
                                .build());
                builder.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(one, at)));
                generator.addSignerInfoGenerator(builder.build(
                        new JcaContentSignerBuilder(one.algorithm())
                                .setProvider(PROVIDER)
                                .build(one.identity().key()),
                        one.identity().certificate()));
                certificates.add(one.identity().certificate());
            }
            generator.addCertificates(new JcaCertStore(certificates));
            return generator
                    .generate(new CMSProcessableByteArray(CONTENT), attached)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | CertificateEncodingException fault) {
            throw new AssertionError(fault);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static AttributeTable attributes(By signer, Instant at) throws CertificateEncodingException {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
        if (signer.reference()) {
            ESSCertIDv2 reference = new ESSCertIDv2(
                    Sha256.of(signer.identity().certificate().getEncoded()).bytes());
            attributes.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(reference))));
        }
        return new AttributeTable(attributes);
    }

    static SignatureReport verify(byte[] cms, SignedFile... beside) {
        return verify(VERIFIER, cms, beside);
    }

    static SignatureReport verifyCurves(byte[] cms, SignedFile... beside) {
        return verify(CURVES, cms, beside);
    }

    static SignatureReport verify(VerifyCms verifier, byte[] cms, SignedFile... beside) {
        try {
            return verifier.verify(SignedFile.of("congvan.pdf.p7s", cms), List.of(beside), DevTrust.NOW);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
