package vn.lienthong.gateway.desk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import vn.lienthong.gateway.digest.Sha256;

/**
 * What stands in an address that works once. Kept, compared and looked for is its digest alone: how long that takes tells nothing
 * of the secret.
 *
 * @param text URL-safe base64 of 32 random bytes; shown once, and never kept
 */
public record DeskSecret(String text) {

    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** @param random one that nobody can foresee */
    static DeskSecret make(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new DeskSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The one that somebody came by; empty for what cannot be one. */
    public static Optional<DeskSecret> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new DeskSecret(text)) : Optional.empty();
    }

    public Sha256 digest() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Never by accident: what prints it asks for {@link #text}. */
    @Override
    public String toString() {
        return "DeskSecret[…]";
    }
}
