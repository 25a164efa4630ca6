package vn.lienthong.gateway.access;

import java.time.Instant;

/**
 * Somebody did something about access.
 *
 * @param actor as evidence names people, such as {@code USER:an.nv} or {@code CLI:root}
 * @param subject the account, system or proposal that it is about
 * @param detail what else a reader needs; never a secret
 */
public record AccessEvent(Instant at, String actor, AccessAct act, String subject, String detail) {}
