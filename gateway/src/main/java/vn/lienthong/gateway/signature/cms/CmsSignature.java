package vn.lienthong.gateway.signature.cms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.jspecify.annotations.Nullable;

/**
 * One signer of a CMS SignedData with all that signers share (RFC 5652 §5.1), read strictly.
 *
 * @param contentType object identifier of what is signed
 * @param content what is signed, when it is inside; null when detached
 * @param certificates DER of each certificate that came along, in order
 * @param revocations DER of each revocation list or other revocation information that came along (RFC 5652 §10.2.1)
 * @param bytes length of the value in the array it was read from
 * @param strictDer false when it had to be brought from BER into DER first
 */
public record CmsSignature(
        String contentType,
        @Nullable Der content,
        List<byte[]> certificates,
        List<byte[]> revocations,
        SignerInfo signer,
        int bytes,
        boolean strictDer) {

    static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    static final String DATA = "1.2.840.113549.1.7.1";
    /** Of signatures in PDF files, timestamp tokens and receipts, which are small and have one signer. */
    private static final CmsLimits ONE = new CmsLimits(1 << 30, 4 << 20, 50_000, 1 << 30, 1, 32);

    private static final int EXPLICIT_0 = 0xa0;
    private static final int EXPLICIT_1 = 0xa1;
    private static final int OCTETS_IN_PIECES = 0x24;

    /**
     * Reads the value at the beginning of an array; whatever follows it is for the caller to judge.
     *
     * @throws CmsException when it is not a signature of this kind, or has not exactly one signer
     */
    public static CmsSignature read(byte[] source) throws CmsException {
        List<CmsSignature> each = each(source, ONE);
        if (each.size() != 1) {
            throw new CmsException("signers: " + each.size() + " (expected: exactly 1)");
        }
        return each.getFirst();
    }

    /**
     * Reads the value at the beginning of an array: one signature per signer, each with all that they share.
     *
     * @return at least one
     */
    static List<CmsSignature> each(byte[] source, CmsLimits limits) throws CmsException {
        try {
            Der whole = Der.at(source, 0, source.length);
            return read(whole, whole.end(), true, limits);
        } catch (CmsException.NotDer ber) {
            return fromBer(source, limits);
        }
    }

    /** Many programs write BER: brought into DER it is judged by the same rules. */
    private static List<CmsSignature> fromBer(byte[] source, CmsLimits limits) throws CmsException {
        ScreenBer.check(source, limits);
        ByteArrayInputStream counted = new ByteArrayInputStream(source);
        try {
            ASN1Primitive value = new ASN1InputStream(counted, source.length).readObject();
            if (value == null) {
                throw new CmsException("CMS: empty (expected: a value)");
            }
            byte[] der = value.getEncoded(ASN1Encoding.DER);
            return read(Der.at(der, 0, der.length), source.length - counted.available(), false, limits);
        } catch (IOException | RuntimeException malformed) {
            throw new CmsException("CMS: neither DER nor BER (expected: RFC 5652)");
        }
    }

    private static List<CmsSignature> read(Der whole, int bytes, boolean strictDer, CmsLimits limits)
            throws CmsException {
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
        List<Der> signers = parts.getLast().expect(Der.SET, "SignerInfos").children();
        if (signers.isEmpty() && content.size() == 1) {
            throw new CmsException.SignsNothing("signers: 0 (expected: at least 1)");
        }
        if (signers.isEmpty() || signers.size() > limits.maximumSigners()) {
            throw new CmsException("signers: " + signers.size() + " (expected: 1 to " + limits.maximumSigners() + ")");
        }
        String type = content.get(0).oid();
        Der attached = attached(content);
        List<byte[]> certificates = certificates(parts, limits.maximumCertificates());
        List<byte[]> revocations = revocations(parts);
        List<CmsSignature> each = new ArrayList<>(signers.size());
        for (Der signer : signers) {
            each.add(new CmsSignature(
                    type, attached, certificates, revocations, SignerInfo.read(signer), bytes, strictDer));
        }
        return each;
    }

    private static @Nullable Der attached(List<Der> content) throws CmsException {
        if (content.size() < 2) {
            return null;
        }
        Der octets = content.get(1).expect(EXPLICIT_0, "content").only("content");
        if (octets.is(OCTETS_IN_PIECES)) {
            throw new CmsException.NotDer("content: in pieces (expected: whole)");
        }
        return octets.expect(Der.OCTETS, "content");
    }

    private static List<byte[]> certificates(List<Der> parts, int atMost) throws CmsException {
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
        if (certificates.size() > atMost) {
            throw new CmsException("certificates: " + certificates.size() + " (expected: at most " + atMost + ")");
        }
        return certificates;
    }

    private static List<byte[]> revocations(List<Der> parts) throws CmsException {
        List<byte[]> revocations = new ArrayList<>(0);
        for (Der part : parts.subList(3, parts.size() - 1)) {
            if (part.is(EXPLICIT_1)) {
                for (Der one : part.children()) {
                    revocations.add(one.encoded());
                }
            }
        }
        return revocations;
    }

    /** What is signed, when it is inside. */
    public Optional<byte[]> attached() {
        return Optional.ofNullable(content).map(Der::content);
    }

    /** Digests what is signed, when it is inside, without copying it. */
    Optional<ContentDigest> inside() {
        return Optional.ofNullable(content).map(octets -> algorithm -> {
            MessageDigest running = VerifySeal.running(algorithm);
            octets.digest(running);
            return running.digest();
        });
    }

    /** Whether the signer signed which certificate is his: what makes CAdES of CMS (EN 319 122-1 §5.2.2). */
    boolean cades() {
        return signer.signed().containsKey(IdentifySigner.REFERENCE_V2)
                || signer.signed().containsKey(IdentifySigner.REFERENCE_V1);
    }

    /** The JDK name of the digest that the signer used over the content; empty when it is none that we know. */
    public Optional<String> digestName() {
        return Algorithms.digest(signer.digest().oid());
    }
}
