package vn.lienthong.gateway.seal;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Why a key cannot be used, as far as the way out is another one. */
public enum KeyTrouble {
    /** Its certificate, or an authority above it, was revoked. */
    REVOKED("(?!)"),
    /** Its token counted too many wrong PINs: only the tool of its issuer unlocks it. */
    LOCKED("CKR_PIN_LOCKED"),
    /** Its token wants another PIN to be chosen. */
    EXPIRED("CKR_PIN_EXPIRED"),
    /** A token counts wrong PINs and locks itself: one that was wrong is not tried again. */
    WRONG_PIN("CKR_PIN_(INCORRECT|INVALID|LEN_RANGE)|\\binvalid_pin\\b"),
    OTHER("");

    private final String sign;

    /** @param sign by which the error of a PKCS#11 library or a signing service is known; a regular expression */
    KeyTrouble(String sign) {
        this.sign = sign;
    }

    /** What the error of a PKCS#11 library or a signing service means. */
    public static KeyTrouble of(Exception why) {
        if (why instanceof UnusableKey known) {
            return known.trouble();
        }
        String text = String.valueOf(why.getMessage());
        return Arrays.stream(values())
                .filter(trouble -> Pattern.compile(trouble.sign).matcher(text).find())
                .findFirst()
                .orElse(OTHER);
    }
}
