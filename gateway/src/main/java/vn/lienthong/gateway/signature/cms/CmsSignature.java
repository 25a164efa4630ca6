package vn.lienthong.gateway.signature.cms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.jspecify.annotations.Nullable;

/**
 * A CMS SignedData with exactly one signer (RFC 5652 §5.1), read strictly.
 *
 * @param contentType object identifier of what is signed
 * @param content what is signed, when it is inside; null when detached
 * @param certificates DER of each certificate that came along, in order
 * @param bytes length of the value in the array it was read from
 * @param strictDer false when it had to be brought from BER into DER first
 */
public record CmsSignature(
        String contentType,
        @Nullable Der content,
        List<byte[]> certificates,
        SignerInfo signer,
        int bytes,
        boolean strictDer) {

    static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    static final String DATA = "1.2.840.113549.1.7.1";
    private static final int CERTIFICATES_AT_MOST = 32;
    private static final int EXPLICIT_0 = 0xa0;
    private static final int EXPLICIT_1 = 0xa1;

    /**
     * Reads the value at the beginning of an array; whatever follows it is for the caller to judge.
     *
     * @throws CmsException when it is not a signature of this kind
     */
    public static CmsSignature read(byte[] source) throws CmsException {
        try {
            Der whole = Der.at(source, 0, source.length);
            return read(whole, whole.end(), true);
        } catch (CmsException.NotDer ber) {
            return fromBer(source);
        }
    }

    /** Many programs write BER: brought into DER it is judged by the same rules. */
    private static CmsSignature fromBer(byte[] source) throws CmsException {
        ByteArrayInputStream counted = new ByteArrayInputStream(source);
        try {
            ASN1Primitive value = new ASN1InputStream(counted, source.length).readObject();
            if (value == null) {
                throw new CmsException("CMS: empty (expected: a value)");
            }
            byte[] der = value.getEncoded(ASN1Encoding.DER);
            return read(Der.at(der, 0, der.length), source.length - counted.available(), false);
        } catch (IOException | IllegalStateException | IllegalArgumentException malformed) {
            throw new CmsException("CMS: neither DER nor BER (expected: RFC 5652)");
        }
    }

    private static CmsSignature read(Der whole, int bytes, boolean strictDer) throws CmsException {
        List<Der> info = whole.expect(Der.SEQUENCE, "ContentInfo").children();
        if (info.size() != 2 || !info.get(0).oid().equals(SIGNED_DATA)) {
            throw new CmsException("ContentInfo: not SignedData (expected: " + SIGNED_DATA + ")");
        }
        Der data = info.get(1).expect(EXPLICIT_0, "SignedData").only("SignedData");
        List<Der> parts = data.expect(Der.SEQUENCE, "SignedData").children();
        if (parts.size() < 4 || parts.size() > 6) {
            throw new CmsException("SignedData: " + parts.size() + " parts (expected: 4 to 6)");
        }
        parts.get(0).integer();
        parts.get(1).expect(Der.SET, "digest algorithms");
        List<Der> content = parts.get(2).expect(Der.SEQUENCE, "content").children();
        if (content.isEmpty() || content.size() > 2) {
            throw new CmsException("content: " + content.size() + " parts (expected: 1 or 2)");
        }
        Der signers = parts.getLast().expect(Der.SET, "SignerInfos");
        return new CmsSignature(
                content.get(0).oid(),
                attached(content),
                certificates(parts),
                SignerInfo.read(signers.only("signers")),
                bytes,
                strictDer);
    }

    private static @Nullable Der attached(List<Der> content) throws CmsException {
        return content.size() < 2
                ? null
                : content.get(1).expect(EXPLICIT_0, "content").only("content").expect(Der.OCTETS, "content");
    }

    private static List<byte[]> certificates(List<Der> parts) throws CmsException {
        List<byte[]> certificates = new ArrayList<>(4);
        for (Der part : parts.subList(3, parts.size() - 1)) {
            if (part.is(EXPLICIT_0)) {
                for (Der certificate : part.children()) {
                    if (certificate.is(Der.SEQUENCE)) {
                        certificates.add(certificate.encoded());
                    }
                }
            } else {
                part.expect(EXPLICIT_1, "revocation data");
            }
        }
        if (certificates.size() > CERTIFICATES_AT_MOST) {
            throw new CmsException(
                    "certificates: " + certificates.size() + " (expected: at most " + CERTIFICATES_AT_MOST + ")");
        }
        return certificates;
    }

    /** What is signed, when it is inside. */
    public Optional<byte[]> attached() {
        return Optional.ofNullable(content).map(Der::content);
    }

    /** The JDK name of the digest that the signer used over the content; empty when it is none that we know. */
    public Optional<String> digestName() {
        return Algorithms.digest(signer.digest().oid());
    }
}
