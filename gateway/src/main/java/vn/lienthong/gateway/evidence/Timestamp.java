package vn.lienthong.gateway.evidence;

import java.time.Instant;

/**
 * A third party's word that something existed.
 *
 * @param at the time that it says
 * @param token RFC 3161, DER, as it came
 * @param authority who gave it
 */
public record Timestamp(Instant at, byte[] token, String authority) {}
