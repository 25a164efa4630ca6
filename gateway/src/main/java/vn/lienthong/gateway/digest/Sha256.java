package vn.lienthong.gateway.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A SHA-256 digest (FIPS 180-4): the name of a stored content, and the proof that it did not change.
 *
 * @param hex exactly 64 lower-case hexadecimal digits; upper case is refused so that one content has one name
 */
public record Sha256(String hex) implements Comparable<Sha256> {

    /** Length of the digest. */
    public static final int LENGTH_BYTES = 32;

    public Sha256 {
        Objects.requireNonNull(hex, "hex");
        if (!isDigest(hex)) {
            throw new IllegalArgumentException("SHA-256: " + hex + " (expected: 64 lower-case hexadecimal digits)");
        }
    }

    /** Whether a text is a digest in the form this type holds. */
    public static boolean isDigest(String text) {
        if (text.length() != 2 * LENGTH_BYTES) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The digest of a content. */
    public static Sha256 of(byte[] content) {
        return ofDigest(newDigest().digest(content));
    }

    /** A digest that was already computed: 32 bytes. */
    public static Sha256 ofDigest(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    /** Finishes a running digest; the digest starts anew. */
    public static Sha256 finish(MessageDigest running) {
        return ofDigest(running.digest());
    }

    /**
     * A running SHA-256 of the JDK, the only place that names the algorithm. The JDK's is used because it is eight times
     * faster than Bouncy Castle's.
     */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing (expected: every Java platform provides it)", e);
        }
    }

    /** The 32 bytes of the digest, a fresh array. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
