package vn.lienthong.routes.command.demo;

import java.io.Serial;

/** Something the story said would happen did not; the text says what, in Vietnamese. */
final class StepFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StepFailed(String what) {
        super(what);
    }

    /** Nothing, or a failed step. */
    static void unless(boolean holds, String what) {
        if (!holds) {
            throw new StepFailed(what);
        }
    }
}
