package vn.lienthong.routes.door.console;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: takes the key from a page, as a person types it, and shows codes. */
final class Phone {

    private static final Pattern KEY = Pattern.compile("class=\"code key\">([A-Z2-7 ]+)<");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecretKeySpec key;
    /** When it showed its first code. Steps count from then, so that half a minute ending meanwhile changes no code. */
    private Instant first = Instant.MAX;

    private Phone(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA1");
    }

    static Phone of(String page) {
        Matcher found = KEY.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no key on the page: " + page);
        }
        return new Phone(bytes(found.group(1).replace(" ", "")));
    }

    /** The code of so many steps of half a minute after the one that it showed first. The gateway takes one step early or late. */
    String code(int steps) {
        if (first.equals(Instant.MAX)) {
            first = Instant.now();
        }
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(key, first.plusSeconds(30L * steps), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int value = ALPHABET.indexOf(base32.charAt(bit / 5));
            if (((value >> (4 - (bit % 5))) & 1) == 1) {
                bytes[bit / 8] |= (byte) (0x80 >> (bit % 8));
            }
        }
        return bytes;
    }
}
