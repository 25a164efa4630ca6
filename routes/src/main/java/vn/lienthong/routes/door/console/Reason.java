package vn.lienthong.routes.door.console;

import java.util.Optional;

/** Why a person does something, as it will lie in the evidence. */
final class Reason {

    private static final int LONGEST = 1_000;

    private Reason() {}

    /** In one line and bounded; empty when nothing was said. */
    static Optional<String> of(String typed) {
        String reason = typed.replaceAll("\\p{Cntrl}+", " ").strip();
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST));
    }
}
