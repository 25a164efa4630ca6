package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * Adds an archive timestamp (EN 319 122-1 §5.5, level B-LTA) in two steps: {@link #digest()} goes to an authority,
 * {@link #complete} lays its token beside the signature. It speaks for the signature, its content, and all that lies beside it now.
 */
public final class StampCms {
    private final byte[] cms;
    private final byte[] index;
    private final Sha256 digest;

    private StampCms(byte[] cms, byte[] index, Sha256 digest) {
        this.cms = cms;
        this.index = index;
        this.digest = digest;
    }

    /**
     * First step.
     *
     * @param cms a signature of one signer, DER
     * @param content what it is over; null when that is inside
     * @throws CmsException when it is no such signature, or its content is neither inside nor given
     */
    public static StampCms prepare(byte[] cms, @Nullable SignedFile content) throws CmsException, IOException {
        CmsSignature signature = CmsSignature.read(cms);
        ContentDigest inside = signature.inside().orElse(null);
        if (inside == null && content == null) {
            throw new CmsException("content: not at hand (expected: inside, or given)");
        }
        ContentDigest signed = inside != null ? inside : new StreamedDigests(content, List.of("SHA-256"));
        byte[] index = ArchiveIndex.over(signature);
        byte[] imprint = ArchiveIndex.imprint(signature, signed, index).compute("SHA-256");
        return new StampCms(cms.clone(), index, Sha256.ofDigest(imprint));
    }

    /** What the timestamp is over. */
    public Sha256 digest() {
        return digest;
    }

    /**
     * The signature with the timestamp.
     *
     * @param token DER of a TimeStampToken (RFC 3161) over {@link #digest()}
     */
    public byte[] complete(byte[] token) throws CmsException {
        try {
            byte[] listing = CmsAddition.with(token, ArchiveIndex.INDEX, ASN1Primitive.fromByteArray(index));
            return CmsAddition.with(cms, ArchiveIndex.TIMESTAMP, ASN1Primitive.fromByteArray(listing));
        } catch (IOException malformed) {
            throw new CmsException("timestamp token: not DER (expected: RFC 3161)");
        }
    }
}
