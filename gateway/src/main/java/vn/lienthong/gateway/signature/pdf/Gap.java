package vn.lienthong.gateway.signature.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.key.SigningException;

/**
 * A PDF file with room for a value in {@code /Contents} (ISO 32000-1 §12.8.1): everything is in place but the value itself.
 *
 * @param start of the {@code <}
 * @param end behind the {@code >}
 */
record Gap(byte[] file, int start, int end) {

    /** SHA-256 of everything but the gap: what the value is over. */
    Sha256 digest() {
        MessageDigest digest = Sha256.newDigest();
        digest.update(file, 0, start);
        digest.update(file, end, file.length - end);
        return Sha256.finish(digest);
    }

    /**
     * The file with the value, padded by zeros.
     *
     * @throws SigningException when the value needs more room than was reserved
     */
    byte[] filled(byte[] value) throws SigningException {
        int room = (end - start - 2) / 2;
        if (value.length > room) {
            throw new SigningException("signature: " + value.length + " bytes (expected: at most " + room + ")", null);
        }
        byte[] filled = file.clone();
        byte[] digits = HexFormat.of().withUpperCase().formatHex(value).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, filled, start + 1, digits.length);
        return filled;
    }
}
