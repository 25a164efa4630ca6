package vn.lienthong.gateway.seal;

/**
 * Who has something sealed.
 *
 * @param actor as evidence names people
 * @param subject what it is for: the draft, or the copy that is stamped
 */
public record SealBy(String actor, String subject) {}
