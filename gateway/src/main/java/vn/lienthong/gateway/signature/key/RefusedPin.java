package vn.lienthong.gateway.signature.key;

import java.util.regex.Pattern;

/**
 * Whether a token or a service refused the PIN. It counts those and locks itself: with such a one nothing else is asked of it.
 */
final class RefusedPin {

    private static final Pattern SIGN = Pattern.compile("CKR_PIN_|\\binvalid_pin\\b|\\blocked\\b");

    private RefusedPin() {}

    static boolean is(SigningException why) {
        return SIGN.matcher(String.valueOf(why.getMessage())).find();
    }
}
