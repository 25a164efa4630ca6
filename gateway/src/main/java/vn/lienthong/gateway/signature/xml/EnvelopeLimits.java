package vn.lienthong.gateway.signature.xml;

/**
 * Bounds on verifying an envelope. Larger ones are reported as not checked.
 *
 * @param maximumBytes largest packet that is verified
 * @param maximumElements most elements
 * @param maximumDepth deepest nesting
 * @param maximumReferences most references of its signature
 * @param maximumTransforms most transforms of a reference
 * @param maximumDigestedBytes most bytes that are digested for it
 */
public record EnvelopeLimits(
        long maximumBytes,
        int maximumElements,
        int maximumDepth,
        int maximumReferences,
        int maximumTransforms,
        long maximumDigestedBytes) {

    /** What its signature may ask for as in any XML file. */
    public EnvelopeLimits(long maximumBytes, int maximumElements, int maximumDepth) {
        this(maximumBytes, maximumElements, maximumDepth, XmlLimits.standard());
    }

    /** What its signature may ask for as in other XML files. */
    public EnvelopeLimits(long maximumBytes, int maximumElements, int maximumDepth, XmlLimits files) {
        this(
                maximumBytes,
                maximumElements,
                maximumDepth,
                files.maximumReferences(),
                files.maximumTransforms(),
                files.maximumDigestedBytes());
    }

    /** 32 MB: an envelope with attachments inside; elements are few in any packet. */
    public static EnvelopeLimits standard() {
        return new EnvelopeLimits(32 << 20, 20_000, 64);
    }
}
