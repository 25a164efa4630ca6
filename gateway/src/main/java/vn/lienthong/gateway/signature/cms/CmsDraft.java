package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;

/**
 * A CMS signature in two steps (EN 319 122-1 level B-B): {@link #toBeSigned()} goes out to the key, wherever it is;
 * {@link #complete} takes the signature value. SHA-256 throughout, DER throughout.
 */
public final class CmsDraft {
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private final ASN1Set attributes;
    private final X509Certificate certificate;
    private final List<X509Certificate> chain;
    private final SignatureAlgorithm algorithm;

    private CmsDraft(
            ASN1Set attributes,
            X509Certificate certificate,
            List<X509Certificate> chain,
            SignatureAlgorithm algorithm) {
        this.attributes = attributes;
        this.certificate = certificate;
        this.chain = chain;
        this.algorithm = algorithm;
    }

    /**
     * Prepares a signature.
     *
     * @param contentDigest SHA-256 of what is signed
     * @param chain the signer's certificate first; roots above it are left out of the result
     * @param signingTime the claimed time inside the CMS; none where the carrier has its own (EN 319 142-1 §6.3)
     */
    public static CmsDraft of(
            Sha256 contentDigest,
            List<X509Certificate> chain,
            SignatureAlgorithm algorithm,
            Optional<Instant> signingTime) {
        X509Certificate certificate = chain.getFirst();
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(contentDigest.bytes())));
        ESSCertIDv2 reference = new ESSCertIDv2(Sha256.of(encoded(certificate)).bytes());
        attributes.add(
                attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new SigningCertificateV2(reference)));
        signingTime.ifPresent(at -> attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(at)))));
        return new CmsDraft(new DERSet(attributes), certificate, List.copyOf(chain), algorithm);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    /** What the key signs: the signed attributes. */
    public byte[] toBeSigned() {
        return der(attributes);
    }

    /** Whose key is to sign. */
    public X509Certificate signer() {
        return certificate;
    }

    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** The finished signature, detached. */
    public byte[] complete(byte[] signatureValue) {
        return complete(signatureValue, null);
    }

    /** The finished signature with what is signed inside. */
    public byte[] completeWith(byte[] signatureValue, byte[] content) {
        return complete(signatureValue, content);
    }

    private byte[] complete(byte[] signatureValue, byte @Nullable [] content) {
        Certificate own = Certificate.getInstance(encoded(certificate));
        SignerInfo signer = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(own)),
                SHA256,
                attributes,
                signatureAlgorithm(),
                new DEROctetString(signatureValue),
                (ASN1Set) null);
        ContentInfo what =
                new ContentInfo(CMSObjectIdentifiers.data, content == null ? null : new DEROctetString(content));
        SignedData data = new SignedData(new DERSet(SHA256), what, certificates(), null, new DERSet(signer));
        return der(new ContentInfo(CMSObjectIdentifiers.signedData, data));
    }

    private ASN1Set certificates() {
        ASN1EncodableVector enclosed = new ASN1EncodableVector();
        chain.stream()
                .filter(one -> one.equals(certificate)
                        || !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .forEach(one -> enclosed.add(Certificate.getInstance(encoded(one))));
        return new DERSet(enclosed);
    }

    private AlgorithmIdentifier signatureAlgorithm() {
        return switch (algorithm) {
            case RSA_SHA256 -> new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
            case ECDSA_SHA256 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
            case RSA_PSS_SHA256 ->
                new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_RSASSA_PSS,
                        new RSASSAPSSparams(
                                SHA256,
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA256),
                                new ASN1Integer(Sha256.LENGTH_BYTES),
                                RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
        };
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException broken) {
            throw new IllegalArgumentException("certificate: cannot be encoded (expected: X.509)", broken);
        }
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
