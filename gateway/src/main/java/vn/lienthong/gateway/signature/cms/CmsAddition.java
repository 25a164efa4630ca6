package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.path.CarriedEvidence;

/**
 * What is laid beside a finished signature (RFC 5652 §5.3, unsignedAttrs), such as a timestamp that came later. What was
 * signed, and the signature over it, stay as they are.
 */
public final class CmsAddition {

    private CmsAddition() {}

    /**
     * The signature value itself: what a signature timestamp is over (EN 319 122-1 §5.3).
     *
     * @throws CmsException when this is no signature of one signer
     */
    public static byte[] signatureValue(byte[] cms) throws CmsException {
        return CmsSignature.read(cms).signer().signature().content();
    }

    /** The signature with a timestamp token: level B-T of EN 319 122-1, which other programs check too. */
    public static byte[] withTimestamp(byte[] cms, byte[] token) throws CmsException {
        try {
            return with(cms, CheckTimestamp.TOKEN, ASN1Primitive.fromByteArray(token));
        } catch (IOException malformed) {
            throw new CmsException("timestamp token: not DER (expected: RFC 3161)");
        }
    }

    /** The signature with bytes of our own beside it. */
    public static byte[] with(byte[] cms, String type, byte[] octets) throws CmsException {
        return with(cms, type, new DEROctetString(octets));
    }

    /** Bytes that were laid beside the signature; empty when there are none of the type. */
    public static Optional<byte[]> octets(byte[] cms, String type) throws CmsException {
        Der values = CmsSignature.read(cms).signer().unsigned().get(type);
        return values == null
                ? Optional.empty()
                : Optional.of(values.only("values of attribute " + type)
                        .expect(Der.OCTETS, "attribute " + type)
                        .content());
    }

    /**
     * The signature with validation data: level B-LT (EN 319 122-1 §6.3, certificates and revocation data in SignedData; OCSP
     * answers by RFC 5940). What is there already is not laid in twice.
     */
    public static byte[] withEvidence(byte[] cms, CarriedEvidence evidence) throws CmsException {
        CmsSignature.read(cms);
        try {
            SignedData data =
                    SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
            Set<ASN1Primitive> certificates = present(data.getCertificates());
            Set<ASN1Primitive> revocations = present(data.getCRLs());
            for (byte[] one : evidence.certificates()) {
                certificates.add(ASN1Primitive.fromByteArray(one));
            }
            for (byte[] one : evidence.lists()) {
                revocations.add(ASN1Primitive.fromByteArray(one));
            }
            for (byte[] one : evidence.answers()) {
                OtherRevocationInfoFormat answer = new OtherRevocationInfoFormat(
                        CMSObjectIdentifiers.id_ri_ocsp_response, ASN1Primitive.fromByteArray(one));
                revocations.add(new DERTaggedObject(false, 1, answer));
            }
            SignedData grown = new SignedData(
                    data.getDigestAlgorithms(),
                    data.getEncapContentInfo(),
                    set(certificates),
                    set(revocations),
                    data.getSignerInfos());
            return new ContentInfo(CMSObjectIdentifiers.signedData, grown).getEncoded(ASN1Encoding.DER);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new CmsException("CMS: " + malformed.getMessage() + " (expected: RFC 5652)");
        }
    }

    private static Set<ASN1Primitive> present(@Nullable ASN1Set set) {
        Set<ASN1Primitive> values = new LinkedHashSet<>();
        if (set != null) {
            set.forEach(one -> values.add(one.toASN1Primitive()));
        }
        return values;
    }

    private static @Nullable ASN1Set set(Set<ASN1Primitive> values) {
        return values.isEmpty() ? null : new DERSet(values.toArray(new ASN1Encodable[0]));
    }

    static byte[] with(byte[] cms, String type, ASN1Primitive value) throws CmsException {
        CmsSignature.read(cms);
        try {
            SignedData data =
                    SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
            SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
            ASN1EncodableVector beside = new ASN1EncodableVector();
            ASN1Set before = signer.getUnauthenticatedAttributes();
            if (before != null) {
                before.forEach(beside::add);
            }
            beside.add(new Attribute(new ASN1ObjectIdentifier(type), new DERSet(value)));
            SignerInfo more = new SignerInfo(
                    signer.getSID(),
                    signer.getDigestAlgorithm(),
                    signer.getAuthenticatedAttributes(),
                    signer.getDigestEncryptionAlgorithm(),
                    signer.getEncryptedDigest(),
                    new DERSet(beside));
            SignedData grown = new SignedData(
                    data.getDigestAlgorithms(),
                    data.getEncapContentInfo(),
                    data.getCertificates(),
                    data.getCRLs(),
                    new DERSet(more));
            return new ContentInfo(CMSObjectIdentifiers.signedData, grown).getEncoded(ASN1Encoding.DER);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new CmsException("CMS: " + malformed.getMessage() + " (expected: RFC 5652)");
        }
    }
}
