package vn.lienthong.gateway.access;

import java.time.Instant;

/**
 * How a person last came to an account: by a link that somebody made, or by a password that somebody chose.
 *
 * @param by as evidence names people, such as {@code USER:an.nv} or {@code CLI:root}
 */
public record LetIn(String by, Instant at) {}
