package vn.lienthong.gateway.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import vn.lienthong.gateway.digest.Sha256;

/**
 * What stands at the end of a one-time link.
 *
 * @param token URL-safe base64 of 32 random bytes; shown once, and never kept
 */
public record InviteLink(String token) {

    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** @param random one that nobody can foresee */
    static InviteLink make(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new InviteLink(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The link that somebody came by; empty for what cannot be one. */
    public static Optional<InviteLink> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new InviteLink(text)) : Optional.empty();
    }

    /** Below the console's address. */
    public String path() {
        return "/invite/" + token;
    }

    public Sha256 digest() {
        return Sha256.of(token.getBytes(StandardCharsets.US_ASCII));
    }

    /** Never by accident: what prints it asks for {@link #path}. */
    @Override
    public String toString() {
        return "InviteLink[…]";
    }
}
