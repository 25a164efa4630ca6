package vn.lienthong.gateway.signature.cms;

/** Computes the digest of what a detached signature is over. */
@FunctionalInterface
public interface ContentDigest {

    /**
     * The digest of the content.
     *
     * @param algorithm the JDK's name, such as {@code SHA-256}
     */
    byte[] compute(String algorithm);

    /** Whether the content is at hand; where it is not, nothing that is computed counts. */
    default boolean known() {
        return true;
    }
}
