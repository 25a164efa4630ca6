package vn.lienthong.gateway.signature.pdf;

import java.time.Instant;

/**
 * What a PDF signature says about itself.
 *
 * @param name the signer as shown by viewers
 * @param reason why, such as {@code Ban hành}; empty for none
 * @param at the claimed signing time, written with the Vietnamese zone
 * @param reservedBytes room for the CMS value: 32 KB holds a chain and a timestamp
 */
public record SignatureDetails(String name, String reason, Instant at, int reservedBytes) {
    public static final int USUAL_RESERVED_BYTES = 32 * 1024;

    /** With the usual room. */
    public static SignatureDetails of(String name, String reason, Instant at) {
        return new SignatureDetails(name, reason, at, USUAL_RESERVED_BYTES);
    }
}
