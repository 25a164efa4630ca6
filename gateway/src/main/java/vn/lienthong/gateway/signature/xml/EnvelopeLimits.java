package vn.lienthong.gateway.signature.xml;

/**
 * Bounds on verifying an envelope. Larger ones are reported as not checked.
 *
 * @param maximumBytes largest packet that is verified
 * @param maximumElements most elements
 * @param maximumDepth deepest nesting
 */
public record EnvelopeLimits(long maximumBytes, int maximumElements, int maximumDepth) {

    /** 32 MB: an envelope with attachments inside; elements are few in any packet. */
    public static EnvelopeLimits standard() {
        return new EnvelopeLimits(32 << 20, 20_000, 64);
    }
}
