package vn.lienthong.routes.command.admin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A fresh shared secret of the axis dialect. The client library keeps it as text and keys its code with the text's bytes;
 * so do we.
 *
 * @param text URL-safe base64 of 32 random bytes
 */
record NewSecret(String text) {
    private static final int RANDOM_BYTES = 32;

    static NewSecret make(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new NewSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] key() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Never by accident: what prints it asks for {@link #text}. */
    @Override
    public String toString() {
        return "NewSecret[…]";
    }
}
