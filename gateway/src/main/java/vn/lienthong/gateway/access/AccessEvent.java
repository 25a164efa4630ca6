package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody did something about access.
 *
 * @param actor as evidence names people, such as {@code USER:an.nv} or {@code CLI:root}
 * @param name of the {@link AccessAct}, or of one that only a newer program knows
 * @param subject the account, system or proposal that it is about
 * @param detail what else a reader needs; never a secret
 */
public record AccessEvent(Instant at, String actor, String name, String subject, String detail) {

    public AccessEvent(Instant at, String actor, AccessAct act, String subject, String detail) {
        this(at, actor, act.name(), subject, detail);
    }

    /** What was done; empty where a newer program wrote it down, which this one can only show as it stands there. */
    public Optional<AccessAct> act() {
        return AccessAct.of(name);
    }
}
