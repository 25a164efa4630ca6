package vn.lienthong.gateway.signature.path;

import java.time.Instant;

/** What is known about a certificate's revocation, without asking anybody. */
public sealed interface RevocationAnswer {

    /** Not revoked when the source was issued. */
    record Good(String source, Instant thisUpdate, Instant nextUpdate) implements RevocationAnswer {}

    /**
     * Revoked, or on hold.
     *
     * @param at from when on
     * @param reason the word of RFC 5280 §5.3.1, {@code UNSPECIFIED} where none is given
     */
    record Revoked(Instant at, String reason, String source, Instant thisUpdate) implements RevocationAnswer {}

    /** Nothing at hand, or out of date. */
    record Unknown(String reason) implements RevocationAnswer {}
}
