package vn.lienthong.gateway.signature.xml;

/**
 * Bounds on verifying XML signatures. A larger file is reported as not checked, a larger signature as broken.
 *
 * @param maximumBytes largest file that is looked into
 * @param maximumElements most elements of a file
 * @param maximumDepth deepest nesting
 * @param maximumSignatures most signatures of a file
 * @param maximumReferences most references of a signature
 * @param maximumTransforms most transforms of a reference
 * @param maximumDigestedBytes most bytes that are digested for all signatures of a file together
 */
public record XmlLimits(
        long maximumBytes,
        int maximumElements,
        int maximumDepth,
        int maximumSignatures,
        int maximumReferences,
        int maximumTransforms,
        long maximumDigestedBytes) {

    /** Largest SignedInfo, in canonical form: 1 MB, some thousand times what 30 references take. */
    static final int SIGNED_INFO_BYTES = 1 << 20;

    /** 32 MB and 200,000 elements; 30 signatures of 30 references with 5 transforms; 1 GB digested. */
    public static XmlLimits standard() {
        return new XmlLimits(32 << 20, 200_000, 100, 30, 30, 5, 1L << 30);
    }

    /** The same for one signature in an envelope. */
    static XmlLimits of(EnvelopeLimits envelope) {
        return new XmlLimits(
                envelope.maximumBytes(),
                envelope.maximumElements(),
                envelope.maximumDepth(),
                1,
                envelope.maximumReferences(),
                envelope.maximumTransforms(),
                envelope.maximumDigestedBytes());
    }
}
