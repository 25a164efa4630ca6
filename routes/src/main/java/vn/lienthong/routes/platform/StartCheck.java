package vn.lienthong.routes.platform;

import java.util.Optional;

/**
 * Something that must hold before {@code serve} opens its doors. Every bean of this type is asked, in {@link Mode#SERVE}
 * only, after the wiring is complete and before a listener accepts.
 */
@FunctionalInterface
public interface StartCheck {
    /** Why the gateway must not start, and what to do about it, in Vietnamese; empty when nothing is wrong. */
    Optional<String> refusal();
}
