package vn.lienthong.gateway.digest;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104, FIPS 198-1): a message that only who shares the secret can have made. */
public final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    public static byte[] of(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + ": missing (expected: every Java platform provides it)", e);
        }
    }

    /** Whether two secrets or codes are equal, in a time that does not tell how far. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    /**
     * Whether the hexadecimal text is the message's code. Takes the same time for every wrong one, and never throws for
     * text that is no hexadecimal at all.
     */
    public static boolean matches(byte[] secret, byte[] message, String hex) {
        byte[] claimed;
        try {
            claimed = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return MessageDigest.isEqual(of(secret, message), claimed);
    }
}
